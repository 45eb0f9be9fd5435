"""Writing outlets: the samples of the seed, and the real network of an import, which takes their place.

Nothing that a booking may point at is ever deleted: what is no longer there is no longer active.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from knowledge.outlets.tables import OpeningHours, Outlet, Resource
from knowledge.outlets.weekly import Week

SAMPLE_PREFIX = "sample_"


@dataclass(frozen=True, slots=True)
class Entry:
    """An outlet as a file describes it; `outlet` and `resources` are new rows, of no session yet."""

    outlet: Outlet
    week: Week
    resources: Sequence[Resource] = ()

    def digest(self) -> str:
        """Return what tells whether the file's words have changed."""
        parts = [
            _columns(self.outlet),
            sorted(self.week.items()),
            [_columns(each) for each in self.resources],
        ]
        written = json.dumps(parts, sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()


@dataclass
class Written:
    """What a writing did, in outlets and resources."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0


def has_real(session: Session) -> bool:
    """Tell whether somebody has imported the real network: from then on samples stay away."""
    return bool(session.scalar(select(exists().where(Outlet.sample.is_(False)))))


def write_samples(session: Session, entries: Sequence[Entry]) -> Written:
    """Bring samples up to date where the seed has changed; the rest stays as staff left it."""
    written = Written()
    if has_real(session):
        return written
    known = {row.key: row for row in session.scalars(select(Outlet))}
    for entry in entries:
        written.rows += 1 + len(entry.resources)
        row, digest = known.get(entry.outlet.key), entry.digest()
        if row is not None and row.seed_digest == digest:
            continue
        if row is None or row.seed_digest is None:  # new, or back after it was gone
            entry.outlet.active = True
        entry.outlet.seed_digest = digest
        put(session, entry, written)
        put_resources(session, [entry.outlet.key], entry.resources, written)
    kept = _keys(entries)
    gone = [key for key, row in known.items() if row.active and row.seed_digest and key not in kept]
    written.removed += retire(session, gone)
    return written


def replace_all(
    session: Session, entries: Sequence[Entry], resources: Sequence[Resource] | None = None
) -> Written:
    """Make these the outlets there are, and these their resources where they are given."""
    written = Written(rows=len(entries) + len(resources or ()))
    keys = _keys(entries)
    gone = [key for key in session.scalars(select(Outlet.key).where(Outlet.active)) if key not in keys]
    written.removed += retire(session, gone)
    for entry in entries:
        put(session, entry, written)
    if resources is not None:
        put_resources(session, keys, resources, written)
    return written


def put(session: Session, entry: Entry, written: Written) -> None:
    """Write an outlet with its weekly hours."""
    new = session.get(Outlet, entry.outlet.key) is None
    merged = session.merge(entry.outlet)
    changed = session.is_modified(merged)
    rows = {(weekday, opens): closes for weekday, hours in entry.week.items() for opens, closes in hours}
    of_outlet = OpeningHours.outlet_key == entry.outlet.key
    before = {
        (row.weekday, row.opens): row.closes for row in session.scalars(select(OpeningHours).where(of_outlet))
    }
    if before != rows:
        session.execute(delete(OpeningHours).where(of_outlet))
        session.flush()
        session.add_all(
            OpeningHours(outlet_key=entry.outlet.key, weekday=weekday, opens=opens, closes=closes)
            for (weekday, opens), closes in rows.items()
        )
        changed = True
    session.flush()
    written.added += new
    written.changed += changed and not new


def put_resources(
    session: Session, outlets: Collection[str], resources: Iterable[Resource], written: Written
) -> None:
    """Write the resources of some outlets; their others are no longer active."""
    kept: set[str] = set()
    for each in resources:
        kept.add(each.key)
        new = session.get(Resource, each.key) is None
        merged = session.merge(each)
        written.changed += session.is_modified(merged) and not new
        written.added += new
    for row in session.scalars(select(Resource).where(Resource.outlet_key.in_(outlets), Resource.active)):
        if row.key not in kept:
            row.active = False
            written.removed += 1
    session.flush()


def retire(session: Session, keys: Collection[str]) -> int:
    """Take outlets off the list; bookings made there keep their place. Return how many there were."""
    session.execute(update(Outlet).where(Outlet.key.in_(keys)).values(active=False, seed_digest=None))
    session.flush()
    return len(keys)


def _keys(entries: Iterable[Entry]) -> set[str]:
    return {entry.outlet.key for entry in entries}


def _columns(row: Outlet | Resource) -> dict[str, Any]:
    return {
        each.key: getattr(row, each.key)
        for each in row.__table__.columns
        if each.key not in ("active", "seed_digest")
    }
