"""Free times: what can be booked on some days, and why a certain time cannot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from knowledge.bookings.fits import Fit, Wanted, elsewhere, fitting, offers
from knowledge.bookings.records import Actor
from knowledge.bookings.tables import TEST_DRIVE
from knowledge.bookings.timetable import DAY, Free, Terms, Timetable
from knowledge.outlets.hours import DayOff, Stretch

__all__ = ["Slot", "Verdict", "Wanted", "Why", "check", "free"]

Why = Literal[
    "past",  # it is over
    "too_soon",  # before `earliest`
    "too_far",  # after `last_day`
    "closed_day",  # `day_off` says why
    "outside_hours",  # `stretches` are that day's
    "full",  # somebody else has that time
    "full_day",  # and every other time of that day
    "between_slots",  # nothing begins then: `before` and `after` do, where they are free
    "no_such_car",  # not at this outlet: `outlets` have one
    "not_offered",  # this outlet has nothing of the kind (`outlets` have), or no team reaches the home
]
MOST_ALTERNATIVES = 3
# Alternatives are looked for in the days around first, and only where that is not enough in all days.
BEFORE, AFTER = timedelta(days=3), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be had, with how many resources are free then."""

    outlet_key: str
    starts_at: datetime
    ends_at: datetime
    resources: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a time is to be had; if not, precisely why, and the nearest times that are."""

    why: Why | None = None  # None: it is to be had
    outlet_key: str | None = None  # of which day, hours and waiting list are meant
    slot: Slot | None = None
    earliest: datetime | None = None
    last_day: date | None = None
    day_off: DayOff | None = None
    stretches: tuple[Stretch, ...] = ()
    before: Slot | None = None
    after: Slot | None = None
    outlets: tuple[str, ...] = ()  # nearest first
    alternatives: tuple[Slot, ...] = ()  # in the order of time

    @property
    def ok(self) -> bool:
        """Tell whether the time is to be had."""
        return self.why is None


def free(
    session: Session,
    wanted: Wanted,
    first_day: date,
    last_day: date,
    now: datetime,
    *,
    by: Actor = "customer",
    booking_id: int | None = None,
) -> list[Slot]:
    """Return the free times of some days (of the outlet's own time), both included, in order.

    Staff are bound by neither lead nor horizon. The time of the booking `booking_id`, which is to be
    moved, counts as free.
    """
    fits = fitting(session, wanted)
    if not fits:
        return []
    today, end = _bounds(fits, now)
    first_day = max(first_day, today)
    last_day = last_day if by == "staff" else min(last_day, end)
    if first_day > last_day:
        return []
    table = Timetable(session, fits, first_day, last_day, Terms(now, by, booking_id))
    return _slots(free for day in table.days() for free in table.free(day))


def check(
    session: Session,
    wanted: Wanted,
    starts_at: datetime,
    now: datetime,
    *,
    by: Actor = "customer",
    booking_id: int | None = None,
) -> Verdict:
    """Return whether a time is to be had, else precisely why not and up to three others near it."""
    return look(session, wanted, starts_at, Terms(now, by, booking_id))[0]


def look(session: Session, wanted: Wanted, starts_at: datetime, terms: Terms) -> tuple[Verdict, list[Free]]:
    """Return the same with the resources that are free at that time, those of the nearest outlet first."""
    fits = fitting(session, wanted)
    if not fits:
        return _not_here(session, wanted, starts_at, terms), []
    day = starts_at.astimezone(fits[0].zone).date()
    table = Timetable(session, fits, day, day, terms)
    that_day = list(table.free(day))
    then = list(table.free_at(starts_at, day))
    if then:
        return Verdict(None, then[0].outlet_key, slot=_slots(then)[0]), then
    verdict = _refusal(table, day, starts_at, terms.now, _slots(that_day))
    return replace(verdict, alternatives=_nearest(session, fits, starts_at, terms)), []


def _not_here(session: Session, wanted: Wanted, starts_at: datetime, terms: Terms) -> Verdict:
    fits = elsewhere(session, wanted)
    outlets = tuple(dict.fromkeys(each.outlet_key for each in fits))
    near = [each for each in fits if each.outlet_key in outlets[:MOST_ALTERNATIVES]]
    here = wanted.outlet_key is not None and offers(session, wanted.kind, wanted.outlet_key)
    return Verdict(
        "no_such_car" if here and wanted.kind == TEST_DRIVE else "not_offered",
        wanted.outlet_key,
        outlets=outlets,
        alternatives=_nearest(session, near, starts_at, terms),
    )


def _refusal(
    table: Timetable, day: date, starts_at: datetime, now: datetime, that_day: Sequence[Slot]
) -> Verdict:
    """Return why a time is not to be had; what another time of that day could not mend comes first."""
    fits, outlet_key = table.fits, table.fits[0].outlet_key
    outlets = list(dict.fromkeys(each.outlet_key for each in fits))
    hours = {key: tuple(table.calendar.stretches(key, day)) for key in outlets}
    earliest, last_day = min(map(table.earliest, fits)), max(map(table.last, fits))
    if starts_at <= now:
        return Verdict("past", outlet_key)
    if day > last_day:
        return Verdict("too_far", outlet_key, last_day=last_day)
    if not any(hours.values()):
        return Verdict("closed_day", outlet_key, day_off=table.calendar.day_off(outlet_key, day))
    if not any(each.starts_at <= starts_at < each.ends_at for key in outlets for each in hours[key]):
        return Verdict("outside_hours", outlet_key, stretches=hours[outlet_key])
    if starts_at < earliest:
        return Verdict("too_soon", outlet_key, earliest=earliest)
    if not that_day:
        return Verdict("full_day", outlet_key)
    if table.begins(starts_at, day):
        return Verdict("full", outlet_key)
    before = [each for each in that_day if each.starts_at < starts_at]
    after = [each for each in that_day if each.starts_at > starts_at]
    return Verdict(
        "between_slots",
        outlet_key,
        before=before[-1] if before else None,
        after=after[0] if after else None,
    )


def _nearest(session: Session, fits: Sequence[Fit], starts_at: datetime, terms: Terms) -> tuple[Slot, ...]:
    """Return up to three free times near a time, in the order of time."""
    if not fits:
        return ()
    today, end = _bounds(fits, terms.now)  # staff, too, are shown nothing that customers cannot book
    day = min(max(starts_at.date(), today), end)
    found: list[Slot] = []
    for first_day, last_day in ((max(day - BEFORE, today), min(day + AFTER, end)), (today, end)):
        table = Timetable(session, fits, first_day, last_day, terms)
        found = _slots(free for each in table.days() for free in table.free(each))
        if len({each.starts_at for each in found}) >= MOST_ALTERNATIVES:
            break
    chosen: dict[datetime, Slot] = {}
    for slot in sorted(found, key=lambda each: abs(each.starts_at - starts_at)):
        chosen.setdefault(slot.starts_at, slot)
    return tuple(sorted(list(chosen.values())[:MOST_ALTERNATIVES], key=lambda each: each.starts_at))


def _bounds(fits: Sequence[Fit], now: datetime) -> tuple[date, date]:
    """Return the first and last day that can hold a free time, with a day to spare: zones differ."""
    return now.date() - DAY, now.date() + max(each.horizon for each in fits) + DAY


def _slots(found: Iterable[Free]) -> list[Slot]:
    """Return the times at which something is free, in order; of several lengths the first stands."""
    times: dict[tuple[datetime, str], tuple[Free, int]] = {}
    for each in found:
        first, count = times.get((each.starts_at, each.outlet_key), (each, 0))
        times[each.starts_at, each.outlet_key] = first, count + 1
    # What is found comes with the nearest outlet first, and sorting by time alone keeps that.
    return sorted(
        (Slot(first.outlet_key, first.starts_at, first.ends_at, count) for first, count in times.values()),
        key=lambda each: each.starts_at,
    )
