"""What the pages of the desk show, read in one transaction each."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from channels.booked import car_name
from knowledge.bookings import book, records, slots, waiting
from knowledge.bookings.drafts import WaitingRecord
from knowledge.bookings.fits import Wanted
from knowledge.bookings.records import BookingRecord, EventRecord
from knowledge.bookings.slots import Slot
from knowledge.outlets import closures, store
from knowledge.outlets.closures import Closure
from knowledge.outlets.hours import Calendar, DayOff, Stretch
from knowledge.outlets.records import Outlet, Resource

MARKETS = ("MY", "TH")


@dataclass(frozen=True, slots=True)
class Day:
    """An outlet's day, by its own clock."""

    outlets: tuple[Outlet, ...]  # all there are
    outlet: Outlet
    day: date
    bookings: tuple[BookingRecord, ...]
    waiting: tuple[WaitingRecord, ...]
    resources: tuple[Resource, ...]
    closed: dict[str, list[Closure]]  # by resource
    off: DayOff | None
    reason: str | None  # why staff have closed it
    stretches: tuple[Stretch, ...]
    cars: dict[int, str]  # names of the bookings' cars

    @property
    def zone(self) -> ZoneInfo:
        """Return the outlet's time zone."""
        return ZoneInfo(self.outlet.time_zone)

    @property
    def midnights(self) -> tuple[datetime, datetime]:
        """Return the moments between which the day lies."""
        return bounds(self.outlet, self.day)


@dataclass(frozen=True, slots=True)
class Found:
    """A booking with what happened to it."""

    booking: BookingRecord
    outlet: Outlet
    resource: str
    car: str | None
    history: tuple[EventRecord, ...]

    @property
    def zone(self) -> ZoneInfo:
        """Return the outlet's time zone."""
        return ZoneInfo(self.booking.time_zone)


def day_of(session: Session, key: str | None, asked: date | None, now: datetime) -> Day | None:
    """Return an outlet's day, the first outlet's and today unless told otherwise; None without outlets."""
    outlets = tuple(each for market in MARKETS for each in store.in_market(session, market))
    # One that is no longer active may still have bookings: its days can be seen by their address.
    outlet = store.outlet(session, key) if key else None
    if outlet is None and not outlets:
        return None
    outlet = outlet or outlets[0]
    if outlet not in outlets:
        outlets = (*outlets, outlet)
    day = asked or now.astimezone(ZoneInfo(outlet.time_zone)).date()
    calendar = Calendar(session, [outlet.key], day, day)
    bookings = tuple(book.of_day(session, outlet.key, day))
    starts_at, ends_at = bounds(outlet, day)
    return Day(
        outlets=outlets,
        outlet=outlet,
        day=day,
        bookings=bookings,
        waiting=tuple(waiting.of_day(session, outlet.key, day)),
        resources=tuple(store.resources(session, outlet.key)),
        closed=closures.of_resources(session, outlet.key, starts_at, ends_at),
        off=calendar.day_off(outlet.key, day),
        reason=closures.reason(session, outlet.key, day),
        stretches=tuple(calendar.stretches(outlet.key, day)),
        cars={each.id: car_name(session, each.model, each.variant) or "" for each in bookings if each.model},
    )


def bounds(outlet: Outlet, day: date) -> tuple[datetime, datetime]:
    """Return the midnights between which an outlet's day lies."""
    zone = ZoneInfo(outlet.time_zone)
    midnights = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
    starts_at, ends_at = (each.astimezone(UTC) for each in midnights)
    return starts_at, ends_at


def booking_of(session: Session, reference: str) -> Found | None:
    """Return the booking of a reference, however it was typed."""
    booking = book.by_reference(session, reference)
    outlet = store.outlet(session, booking.outlet_key) if booking else None
    if booking is None or outlet is None:
        return None
    names = {each.key: each.name for each in store.resources(session, outlet.key)}
    return Found(
        booking=booking,
        outlet=outlet,
        resource=names.get(booking.resource_key, booking.resource_key),
        car=car_name(session, booking.model, booking.variant) if booking.model else None,
        history=tuple(records.history(session, booking.id)),
    )


def free_times(session: Session, booking: BookingRecord, day: date, now: datetime) -> list[Slot]:
    """Return the times of a day to which a booking can be moved at its outlet."""
    wanted = Wanted(booking.kind, booking.outlet_key, booking.point, booking.model, booking.variant)
    found = slots.free(session, wanted, day, day, now, by="staff", booking_id=booking.id)
    return [each for each in found if each.starts_at != booking.starts_at]


def days_of(session: Session, outlet_key: str, first: date, count: int) -> list[BookingRecord]:
    """Return the bookings of some days of an outlet, in order."""
    return [
        each
        for ahead in range(count)
        for each in book.of_day(session, outlet_key, first + timedelta(days=ahead))
    ]
