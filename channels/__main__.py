"""Run the application: `python -m channels`."""

import sys

import settings
from channels.app import create_app
from channels.serving import serve


def main() -> int:
    """Serve until told to stop; return the exit code."""
    loaded = settings.load()
    return serve(lambda: create_app(loaded), loaded, loaded.port)


if __name__ == "__main__":
    sys.exit(main())
