"""`python -m knowledge charging import …`: sites from a file; importing it again makes them equal to it."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from knowledge.charging import store
from knowledge.charging.importing import ocm, sheet
from knowledge.charging.importing.problems import ImportFailedError, Problem
from knowledge.charging.store import LocationRecord
from knowledge.charging.tables import IMPORT, Party
from knowledge.database import Database


def add_parsers(commands: Any) -> None:
    """Add the commands; each sets `run(database, arguments)`."""
    group = commands.add_parser("charging", help="charging sites from files")
    verbs = group.add_subparsers(dest="verb", required=True)
    importing = verbs.add_parser("import", help="make the sites of a source equal to a file")
    kinds = importing.add_subparsers(dest="kind", required=True)

    from_ocm = kinds.add_parser("ocm", help="Open Charge Map's JSON form")
    from_ocm.add_argument("file", type=Path)
    from_ocm.set_defaults(run=_ocm)

    from_csv = kinds.add_parser("csv", help=f"columns: {', '.join(sheet.COLUMNS)}")
    from_csv.add_argument("file", type=Path)
    from_csv.add_argument("--name", help="what the source is called; the file's name unless given")
    from_csv.set_defaults(run=_csv)


def _ocm(database: Database, arguments: argparse.Namespace) -> str:
    party = Party(
        key="ocm",
        kind=IMPORT,
        name="Open Charge Map",
        attribution=ocm.ATTRIBUTION,
        enabled=True,
        token_base64=True,
    )
    return _write(database, party, ocm.read(arguments.file))


def _csv(database: Database, arguments: argparse.Namespace) -> str:
    name = (arguments.name or arguments.file.stem).strip()[:80]
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not slug:
        cure = "give one with --name, with letters from a to z or digits"
        raise ImportFailedError([Problem(arguments.file.name, None, "the source has no name", cure)])
    party = Party(key=f"csv:{slug}"[:40], kind=IMPORT, name=name, enabled=True, token_base64=True)
    return _write(database, party, sheet.read(arguments.file))


def _write(database: Database, party: Party, records: Sequence[LocationRecord]) -> str:
    with database.transaction() as session:
        written = store.replace_all(session, party, records)
    shown = sum(store.summary(record)["shown"] for record in records)
    return (
        f"{len(records)} sites, {shown} shown: "
        f"{written.added} added, {written.changed} changed, {written.removed} removed"
    )
