"""The seed: reviewed files of facts, checked as a whole and brought into the database as a whole.

A new subject adds a module with `TABLES` and `rows(reader)` and a line in `SUBJECTS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from knowledge.database import Base
from knowledge.seeding import articles, catalogue, charging, finance, geography
from knowledge.seeding.reader import FOLDER, Problem, Reader, SeedError

SUBJECTS: tuple[tuple[tuple[type[Base], ...], Callable[[Reader], list[Base]]], ...] = (
    (articles.FIGURES, articles.figure_rows),  # first: others name figures
    (catalogue.TABLES, catalogue.rows),
    (articles.TABLES, articles.rows),
    (finance.TABLES, finance.rows),
    (charging.TABLES, charging.rows),
    (geography.TABLES, geography.rows),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a seeding did to the database."""

    rows: int
    added: int
    changed: int
    removed: int


def read(folder: Path = FOLDER) -> list[Base]:
    """Return every row of the seed files; raises SeedError with all that is wrong with them."""
    return _read(folder)[0]


def _read(folder: Path) -> tuple[list[Base], charging.Directory]:
    reader = Reader(folder)
    rows = [row for _, subject in SUBJECTS for row in subject(reader)]
    directory = charging.directory(reader)
    if reader.problems:
        raise SeedError(reader.problems)
    return rows, directory


def seed(session: Session, folder: Path = FOLDER) -> Counts:
    """Make the seeded tables equal to the files: add, change and remove rows, all or nothing."""
    rows, directory = _read(folder)
    counts = sync(session, rows, {table for tables, _ in SUBJECTS for table in tables})
    sites = charging.write(session, directory)
    return Counts(
        rows=counts.rows + sum(len(records) for _, records in directory),
        added=counts.added + sites.added,
        changed=counts.changed + sites.changed,
        removed=counts.removed + sites.removed,
    )


def sync(session: Session, rows: list[Base], owned: set[type[Base]]) -> Counts:
    """Make these tables hold exactly these rows."""
    order = {table: number for number, table in enumerate(Base.metadata.sorted_tables)}
    tables = sorted(owned, key=lambda each: order[inspect(each).local_table])  # type: ignore[index]
    keys = {(type(row), tuple(inspect(type(row)).primary_key_from_instance(row))) for row in rows}
    removed = 0
    known = set()
    for table in reversed(tables):
        for row in session.scalars(select(table)):
            key = (table, tuple(inspect(table).primary_key_from_instance(row)))
            if key in keys:
                known.add(key)
            else:
                session.delete(row)
                removed += 1
        session.flush()
    added = changed = 0
    for table in tables:
        for row in (each for each in rows if type(each) is table):
            merged = session.merge(row)
            if (table, tuple(inspect(table).primary_key_from_instance(row))) not in known:
                added += 1
            elif session.is_modified(merged):
                changed += 1
        session.flush()
    return Counts(rows=len(rows), added=added, changed=changed, removed=removed)


__all__ = ["FOLDER", "Counts", "Problem", "SeedError", "read", "seed", "sync"]
