"""`python -m knowledge outlets import …`: the real network takes the place of all outlets there are."""

import argparse
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.bookings.tables import Booking
from knowledge.catalogue.tables import Variant
from knowledge.charging.importing.problems import ImportFailedError, Problem
from knowledge.database import Database
from knowledge.outlets import tables
from knowledge.outlets.importing import resources, sheet
from knowledge.outlets.staff import coming
from knowledge.outlets.writing import Entry, replace_all


def add_parser(verbs: Any) -> None:
    """Add the command; it sets `run(database, arguments)`."""
    importing = verbs.add_parser("import", help=f"columns: {', '.join(sheet.COLUMNS)}")
    importing.add_argument("file", type=Path)
    importing.add_argument("--resources", type=Path, help=f"columns: {', '.join(resources.COLUMNS)}")
    importing.set_defaults(run=_import)


def _import(database: Database, arguments: argparse.Namespace) -> str:
    problems: list[Problem] = []
    entries: list[Entry] = []
    found: list[tables.Resource] | None = None
    try:
        entries = sheet.read(arguments.file, datetime.now(UTC).date())
    except ImportFailedError as error:
        problems += error.problems
    if arguments.resources is not None:
        with database.reading() as session:
            cars: dict[str, set[str]] = defaultdict(set)
            for variant in session.scalars(select(Variant)):
                cars[variant.model].add(variant.key)
        # Where the outlets have mistakes, their resources are not to blame.
        keys = None if problems else {entry.outlet.key for entry in entries}
        try:
            found = resources.read(arguments.resources, keys, cars)
        except ImportFailedError as error:
            problems += error.problems
    if problems:
        raise ImportFailedError(problems)
    with database.transaction() as session:
        written = replace_all(session, entries, found)
        lines = [
            f"{len(entries)} outlets and {len(found or ())} resources: "
            f"{written.added} added, {written.changed} changed, {written.removed} no longer active",
            *_warnings(session),
        ]
    return "\n".join(lines)


def _warnings(session: Session) -> list[str]:
    """Return what an import leaves to be done."""
    outlet, resource = tables.Outlet, tables.Resource
    found = []
    bare = session.scalars(
        select(outlet.key)
        .where(
            outlet.active,
            ~select(resource.key).where(resource.outlet_key == outlet.key, resource.active).exists(),
        )
        .order_by(outlet.key)
    ).all()
    if bare:
        found.append(f"nothing can be booked at {', '.join(bare)}: no resources (--resources)")
    gone = select(outlet.key).where(~outlet.active)
    idle = select(resource.key).where(~resource.active)
    stranded = coming(session, Booking.outlet_key.in_(gone) | Booking.resource_key.in_(idle))
    if stranded:
        found.append(f"{stranded} coming bookings are where nothing is any more: move them at the desk")
    return found
