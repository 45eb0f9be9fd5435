"""Command line of the knowledge: `python -m knowledge migrate`."""

import argparse
import sys

import settings
from knowledge import migrations


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    parser.add_argument("command", choices=["migrate"])
    parser.parse_args(arguments)
    migrations.migrate(settings.load().database_url)
    return 0


if __name__ == "__main__":
    sys.exit(main())
