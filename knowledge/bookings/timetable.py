"""When resources are to be had: open, on the grid of their slots, and not taken."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from knowledge.bookings import units
from knowledge.bookings.fits import Fit
from knowledge.bookings.records import Actor
from knowledge.bookings.tables import UNIT_MINUTES, HeldUnit
from knowledge.database import UtcDateTime
from knowledge.outlets.hours import Calendar
from knowledge.outlets.tables import ResourceClosure

DAY = timedelta(days=1)
HALF_HOUR = 30  # minutes


@dataclass(frozen=True, slots=True)
class Terms:
    """Who asks for times, and when.

    Staff may book at short notice and as far ahead as they like. The time of the booking `booking_id`,
    which is to be moved, counts as free.
    """

    now: datetime
    by: Actor = "customer"
    booking_id: int | None = None


@dataclass(frozen=True, slots=True)
class Free:
    """A resource at a time at which nobody has it."""

    resource_key: str
    outlet_key: str
    starts_at: datetime
    ends_at: datetime
    confirms: bool


class Timetable:
    """The times of some resources over some days, read in a few queries however many they are."""

    def __init__(
        self, session: Session, fits: Sequence[Fit], first_day: date, last_day: date, terms: Terms
    ) -> None:
        """Read the days, both included, in the outlets' own time."""
        self.fits, self.first_day, self.last_day = fits, first_day, last_day
        self._terms = terms
        self.calendar = Calendar(session, {each.outlet_key for each in fits}, first_day, last_day)
        self._grids: dict[tuple[str, int, date], list[_Slot]] = {}
        zones = {each.zone for each in fits}
        session.flush()  # what follows goes past the session
        within = {
            "keys": [each.key for each in fits],
            "start": min(datetime.combine(first_day, time(), zone) for zone in zones),
            "end": max(datetime.combine(last_day + DAY, time(), zone) for zone in zones),
        }
        self._taken = _taken(session, within, terms.booking_id)
        self._closed = _closures(session, within)

    def earliest(self, fit: Fit) -> datetime:
        """Return the first moment for which a resource can be booked now."""
        return self._terms.now if self._terms.by == "staff" else self._terms.now + fit.lead

    def last(self, fit: Fit) -> date:
        """Return the last day for which a resource can be booked now, of its outlet's time."""
        if self._terms.by == "staff":
            return self.last_day
        return self._terms.now.astimezone(fit.zone).date() + fit.horizon

    def begins(self, starts_at: datetime, day: date) -> bool:
        """Tell whether anything could begin at a moment, were it not taken."""
        return any(True for _ in self._slots_at(starts_at, day))

    def free(self, day: date) -> Iterator[Free]:
        """Yield what is free on a day: resource by resource, each in the order of the day."""
        for fit in self.fits:
            yield from self._free(fit, day, self._grid(fit, day))

    def free_at(self, starts_at: datetime, day: date) -> Iterator[Free]:
        """Yield what is free from a moment on: on a grid, or at a full or half hour that somebody names.

        What is offered stays on the grid, which wastes no time between bookings.
        """
        for fit, slot in self._slots_at(starts_at, day):
            yield from self._free(fit, day, [slot])

    def days(self) -> Iterator[date]:
        """Yield the days that were read."""
        for number in range((self.last_day - self.first_day).days + 1):
            yield self.first_day + timedelta(days=number)

    def _free(self, fit: Fit, day: date, slots: Iterable["_Slot"]) -> Iterator[Free]:
        if day > self.last(fit):
            return
        earliest, taken = self.earliest(fit), self._taken.get(fit.key, set())
        closed = self._closed.get(fit.key, ())
        for slot in slots:
            if slot.starts_at <= self._terms.now or slot.starts_at < earliest:
                continue
            if not taken.isdisjoint(slot.quarters):
                continue
            if any(start < slot.ends_at and slot.starts_at < end for start, end in closed):
                continue
            yield Free(fit.key, fit.outlet_key, slot.starts_at, slot.ends_at, fit.confirms)

    def _slots_at(self, starts_at: datetime, day: date) -> Iterator[tuple[Fit, "_Slot"]]:
        for fit in self.fits:
            slot = _slot(starts_at, fit.slot_minutes)
            if starts_at.astimezone(fit.zone).minute % HALF_HOUR == 0:
                fits = any(
                    stretch.starts_at <= starts_at and slot.ends_at <= stretch.ends_at
                    for stretch in self.calendar.stretches(fit.outlet_key, day)
                )
            else:
                fits = any(each.starts_at == starts_at for each in self._grid(fit, day))
            if fits:
                yield fit, slot

    def _grid(self, fit: Fit, day: date) -> list["_Slot"]:
        key = (fit.outlet_key, fit.slot_minutes, day)
        if key not in self._grids:
            self._grids[key] = list(self._lay(*key))
        return self._grids[key]

    def _lay(self, outlet_key: str, slot_minutes: int, day: date) -> Iterator["_Slot"]:
        length = timedelta(minutes=slot_minutes)
        for stretch in self.calendar.stretches(outlet_key, day):
            start = units.next_quarter(stretch.starts_at)
            while start + length <= stretch.ends_at:
                yield _slot(start, slot_minutes)
                start += length


@dataclass(frozen=True, slots=True)
class _Slot:
    starts_at: datetime
    ends_at: datetime
    quarters: range  # by their numbers, which compare faster than moments


def _slot(starts_at: datetime, minutes: int) -> _Slot:
    number = units.number(starts_at)
    quarters = range(number, number + minutes // UNIT_MINUTES)
    return _Slot(starts_at, starts_at + timedelta(minutes=minutes), quarters)


# Built once: building a statement takes as long as running it.
_KEYS: BindParameter[list[str]] = bindparam("keys", expanding=True)
_START, _END = bindparam("start", type_=UtcDateTime()), bindparam("end", type_=UtcDateTime())
# A row for each booking or offer rather than for each quarter: its quarters follow one another.
TAKEN = (
    select(
        HeldUnit.resource_key,
        HeldUnit.booking_id,
        func.min(HeldUnit.starts_at).label("first"),
        func.max(HeldUnit.starts_at).label("last"),
    )
    .where(HeldUnit.resource_key.in_(_KEYS), HeldUnit.starts_at >= _START, HeldUnit.starts_at < _END)
    .group_by(HeldUnit.resource_key, HeldUnit.booking_id, HeldUnit.offer_id)
)
CLOSED = select(ResourceClosure.resource_key, ResourceClosure.starts_at, ResourceClosure.ends_at).where(
    ResourceClosure.resource_key.in_(_KEYS),
    ResourceClosure.ends_at > _START,
    ResourceClosure.starts_at < _END,
)


def _taken(session: Session, within: Mapping[str, object], booking_id: int | None) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for row in session.connection().execute(TAKEN, within):
        if booking_id is None or row.booking_id != booking_id:
            found[row.resource_key].update(range(units.number(row.first), units.number(row.last) + 1))
    return found


def _closures(session: Session, within: Mapping[str, object]) -> dict[str, list[tuple[datetime, datetime]]]:
    found: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
    for key, starts_at, ends_at in session.connection().execute(CLOSED, within):
        found[key].append((starts_at, ends_at))
    return found
