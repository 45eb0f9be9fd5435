"""`make ocpi-demo`: show a charging operator's live status in the assistant, until Ctrl-C."""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from types import FrameType

from sqlalchemy import inspect

import settings
from knowledge.charging.ocpi import parties
from knowledge.database import Database
from scripts.console import Problem, guarded, say
from scripts.ocpi_demo import sites
from scripts.ocpi_demo.sender import Sender

_KEY = parties.key_of(sites.COUNTRY, sites.PARTY)


def demonstrate(database: Database, url: str, seconds: float) -> None:
    """Enter the operator, send until somebody stops it, and remove the operator with all its sites."""
    with database.transaction() as session:
        token = parties.add(session, sites.COUNTRY, sites.PARTY, name=sites.NAME, network="Demo")
    sender = Sender(url, token)
    try:
        locations = sender.put_all()
        say(f"{len(locations)} made-up sites are in. Ask, say: charger near KLCC? Ctrl-C removes them.")
        for line in sender.changes(locations, random.Random()):  # noqa: S311 (no secret)
            say(f"{time.strftime('%H:%M:%S')} {line}")
            time.sleep(seconds)
    finally:
        sender.close()
        with database.transaction() as session:
            parties.remove(session, _KEY)
        say("The demonstration's operator and its sites are removed.")


def main() -> int:
    """Read the command line and demonstrate."""
    parser = argparse.ArgumentParser(prog="python -m scripts.ocpi_demo", description=__doc__)
    parser.add_argument("--every", type=float, default=4.0, metavar="SECONDS", help="between two changes")
    seconds = parser.parse_args().every
    configuration = settings.load()
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell's background job begins with SIGINT ignored
        signal.signal(number, _stop)
    with Database(configuration.database_url) as database:
        if not inspect(database.engine).has_table("charging_parties"):
            raise Problem("There is no database yet: start the assistant with `make run` first.")
        demonstrate(database, f"http://127.0.0.1:{configuration.port}", seconds)
    return 0


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(guarded(main))
