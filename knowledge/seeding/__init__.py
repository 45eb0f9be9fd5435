"""The seed: reviewed files of facts, checked as a whole and brought into the database as a whole.

A new subject adds a module with `TABLES` and `rows(reader)` and a line in `SUBJECTS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.schema import sort_tables

from knowledge.database import Base
from knowledge.outlets.writing import Entry
from knowledge.seeding import articles, catalogue, charging, finance, geography, outlets
from knowledge.seeding.reader import FOLDER, Problem, Reader, SeedError

SUBJECTS: tuple[tuple[tuple[type[Base], ...], Callable[[Reader], list[Base]]], ...] = (
    (articles.FIGURES, articles.figure_rows),  # first: others name figures
    (catalogue.TABLES, catalogue.rows),
    (articles.TABLES, articles.rows),
    (finance.TABLES, finance.rows),
    (charging.TABLES, charging.rows),
    (geography.TABLES, geography.rows),
    (outlets.TABLES, outlets.rows),
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


def _read(folder: Path) -> tuple[list[Base], charging.Directory, list[Entry]]:
    reader = Reader(folder)
    rows = [row for _, subject in SUBJECTS for row in subject(reader)]
    directory, samples = charging.directory(reader), outlets.samples(reader)
    if reader.problems:
        raise SeedError(reader.problems)
    return rows, directory, samples


def seed(session: Session, folder: Path = FOLDER) -> Counts:
    """Make the seeded tables equal to the files: add, change and remove rows, all or nothing."""
    rows, directory, samples = _read(folder)
    counts = sync(session, rows, {table for tables, _ in SUBJECTS for table in tables})
    sites = charging.write(session, directory)
    places = outlets.write(session, samples)
    return Counts(
        rows=counts.rows + sum(len(records) for _, records in directory) + places.rows,
        added=counts.added + sites.added + places.added,
        changed=counts.changed + sites.changed + places.changed,
        removed=counts.removed + sites.removed + places.removed,
    )


def sync(session: Session, rows: list[Base], owned: set[type[Base]]) -> Counts:
    """Make these tables hold exactly these rows."""
    # Of these tables only: others may hang on tables that this process has never imported.
    by_name = {each.__tablename__: each for each in owned}
    sorted_ = sort_tables([Base.metadata.tables[name] for name in by_name])
    tables = [by_name[each.name] for each in sorted_]
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
