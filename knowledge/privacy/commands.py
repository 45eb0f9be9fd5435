"""`python -m knowledge privacy …`: erase what has had its time, seal anew."""

import argparse
from datetime import UTC, datetime
from typing import Any

from knowledge.database import Database
from knowledge.privacy import retention, sealing


def add_parsers(commands: Any) -> None:
    """Add the commands; each sets `run(database, arguments)`."""
    group = commands.add_parser("privacy", help="personal data: how long it is kept, how it is sealed")
    verbs = group.add_subparsers(dest="verb", required=True)

    kept = verbs.add_parser("retention", help="erase what has been kept as long as it may be")
    kept.add_argument("--dry-run", action="store_true", help="only say how much that is")
    kept.set_defaults(run=_retention)

    seal = verbs.add_parser(
        "reseal", help="seal everything with the first key: after an upgrade or a new key"
    )
    seal.set_defaults(run=_reseal)


def _retention(database: Database, arguments: argparse.Namespace) -> str:
    now = datetime.now(UTC)
    if arguments.dry_run:
        with database.reading() as session:
            return f"to be erased: {retention.due(session, now, limit=None).counts}"
    return f"erased: {retention.run(database, now)}"


def _reseal(database: Database, arguments: argparse.Namespace) -> str:
    done = sealing.reseal(database)
    return f"{done.values} values, {done.anew} of them sealed anew"
