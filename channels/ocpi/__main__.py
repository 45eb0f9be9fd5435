"""Run the operators' door as a process of its own: `python -m channels.ocpi`, with OCPI_PORT."""

import sys

import settings
from channels.ocpi.receiver import create_receiver
from channels.serving import serve


def main() -> int:
    """Serve until told to stop; return the exit code."""
    loaded = settings.load()
    if loaded.ocpi_port is None:
        print("OCPI_PORT is not set: the application itself takes what operators send", file=sys.stderr)
        return 1
    return serve(lambda: create_receiver(loaded), loaded, loaded.ocpi_port)


if __name__ == "__main__":
    sys.exit(main())
