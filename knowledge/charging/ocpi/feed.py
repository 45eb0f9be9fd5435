"""Taking a feed, page by page: each page is one transaction, each object is refused or taken by itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from functools import partial
from itertools import batched
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from knowledge.charging import store
from knowledge.charging.ocpi import reading, tariffs, writing
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.roll import Roll
from knowledge.charging.ocpi.writing import InvalidObjectError
from knowledge.database import Database, was_sacrificed

TOGETHER = 100
TRIES = 10


@dataclass
class Tally:
    """What became of a feed."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    tariffs: int = 0
    refused: int = 0  # objects of which nothing was taken
    parts: int = 0  # EVSEs and connectors that were refused within the others

    def add(self, other: "Tally") -> None:
        """Count what became of another part of the feed."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    def __str__(self) -> str:
        return (
            f"{self.added} sites added, {self.changed} changed, {self.removed} removed; "
            f"{self.tariffs} tariffs; refused: {self.refused} objects and {self.parts} parts of others"
        )


@dataclass
class _Batch:
    """What became of objects that share a transaction, and the ids of the Locations among them."""

    tally: Tally = field(default_factory=Tally)
    seen: list[str] = field(default_factory=list)


def take(
    database: Database, operator: Operator, objects: Iterable[Any], tally: Tally, roll: Roll | None = None
) -> None:
    """Take Locations and tariffs; a roll notes which Locations there were."""
    for page in batched(objects, TOGETHER):
        # In the order in which the receiver takes them as well (`channels/writer.py`).
        ordered = sorted(page, key=lambda each: reading.named(each, "id"))
        batch = _transact(database, partial(_take_all, operator=operator, objects=ordered))
        tally.add(batch.tally)
        if roll is not None:
            roll.note_seen(batch.seen)


def remove_missing(database: Database, operator: Operator, roll: Roll, tally: Tally) -> None:
    """Remove the Locations that were there before a whole feed and are not in it."""
    for ids in batched(roll.missing(), TOGETHER):
        tally.removed += _transact(
            database, partial(store.remove_locations, party=operator.key, location_ids=ids)
        )


def _transact[T](database: Database, work: Callable[[Session], T]) -> T:
    """Do work in a transaction, again where the database gave it up for somebody else's."""
    for _ in range(TRIES - 1):
        try:
            with database.transaction() as session:
                return work(session)
        except DBAPIError as error:
            if not was_sacrificed(error):
                raise
    with database.transaction() as session:
        return work(session)


def _take_all(session: Session, operator: Operator, objects: Iterable[Any]) -> _Batch:
    batch = _Batch()
    for each in objects:
        if isinstance(each, dict) and "elements" in each:
            _take_tariff(session, operator, each, batch.tally)
        else:
            _take_location(session, operator, each, batch)
    return batch


def _take_tariff(session: Session, operator: Operator, data: Any, tally: Tally) -> None:
    try:
        tariffs.put(session, operator, None, data)
        tally.tariffs += 1
    except InvalidObjectError as error:
        store.refuse(session, operator.key, error.refusals)
        tally.refused += 1


def _take_location(session: Session, operator: Operator, data: Any, batch: _Batch) -> None:
    read = reading.read_location(data, operator.owner)
    batch.seen.append(read.record.location_id if read.record else reading.named(data, "id"))
    if read.record is None:
        store.refuse(session, operator.key, read.refusals)
        batch.tally.refused += 1
        return
    outcome = writing.take_location(session, operator, read.record, read.refusals, snapshot=True)
    batch.tally.added += outcome.new
    batch.tally.changed += not outcome.new
    batch.tally.parts += len(outcome.refusals)
