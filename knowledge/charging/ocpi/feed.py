"""Taking a feed, page by page: each page is one transaction, each object is refused or taken by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging import store, tables
from knowledge.charging.ocpi import reading, tariffs, writing
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.writing import InvalidObjectError
from knowledge.database import Database

TOGETHER = 100


@dataclass
class Tally:
    """What became of a feed. `seen` are the ids of its Locations, taken or not."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    tariffs: int = 0
    refused: int = 0  # objects of which nothing was taken
    parts: int = 0  # EVSEs and connectors that were refused within the others
    seen: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return (
            f"{self.added} sites added, {self.changed} changed, {self.removed} removed; "
            f"{self.tariffs} tariffs; refused: {self.refused} objects and {self.parts} parts of others"
        )


def take(database: Database, operator: Operator, objects: Iterable[Any], tally: Tally) -> None:
    """Take Locations and tariffs."""
    for batch in batched(objects, TOGETHER):
        with database.transaction() as session:
            for each in batch:
                _take(session, operator, each, tally)


def _take(session: Session, operator: Operator, data: Any, tally: Tally) -> None:
    if isinstance(data, dict) and "elements" in data:
        try:
            tariffs.put(session, operator, None, data)
            tally.tariffs += 1
        except InvalidObjectError as error:
            store.refuse(session, operator.key, error.refusals)
            tally.refused += 1
        return
    read = reading.read_location(data, operator.owner)
    tally.seen.add(read.record.location_id if read.record else reading.named(data, "id"))
    if read.record is None:
        store.refuse(session, operator.key, read.refusals)
        tally.refused += 1
        return
    outcome = writing.take_location(session, operator, read.record, read.refusals, snapshot=True)
    tally.added += outcome.new
    tally.changed += not outcome.new
    tally.parts += len(outcome.refusals)


def on_record(database: Database, operator: Operator) -> set[str]:
    """Return the ids of the Locations of an operator."""
    with database.reading() as session:
        ids = select(tables.Location.location_id).where(tables.Location.party == operator.key)
        return set(session.scalars(ids))


def remove_unseen(database: Database, operator: Operator, before: set[str], tally: Tally) -> None:
    """Remove the Locations that were there before a whole feed and are not in it."""
    for batch in batched(sorted(before - tally.seen), TOGETHER):
        with database.transaction() as session:
            tally.removed += store.remove_locations(session, operator.key, batch)


def unwrapped(document: Any) -> Iterator[Any]:
    """Return the objects of a file: a list, or a list in OCPI's envelope."""
    data = document.get("data") if isinstance(document, dict) else document
    if not isinstance(data, list):
        raise InvalidObjectError([("file", "it must hold a list of objects, or an OCPI answer with one")])
    return iter(data)
