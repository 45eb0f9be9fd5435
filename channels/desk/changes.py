"""What staff change: each in one transaction, told to the customer by the notice that it plans."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from channels.desk.find import bounds
from channels.desk.words import REASONS, STALE, why_no_time, why_not
from knowledge.bookings import book
from knowledge.bookings.errors import IllegalChangeError, UnavailableError
from knowledge.bookings.records import BookingRecord
from knowledge.outlets import store
from knowledge.outlets.store import OutletError


class RefusedError(Exception):
    """A change that cannot be made; the message is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a booking as it was shown."""

    action: str
    reference: str
    sequence: str
    reason: str = ""
    starts_at: str = ""


# What each action is called once it is done.
SAID: Mapping[str, str] = MappingProxyType(
    {
        "confirm": "confirmed",
        "done": "done",
        "no-show": "no-show",
        "cancel": "cancelled",
        "move": "moved",
    }
)


def change(session: Session, asked: Change, now: datetime) -> BookingRecord | None:
    """Make a change and return the booking, None where there is none; raises RefusedError."""
    booking = book.by_reference(session, asked.reference)
    if booking is None:
        return None
    if str(booking.sequence) != asked.sequence:
        raise RefusedError(STALE)
    try:
        return _ways(asked)[asked.action](session, booking.id, now=now)
    except IllegalChangeError as error:
        raise RefusedError(why_not(error, booking)) from error
    except UnavailableError as error:
        raise RefusedError(why_no_time(error.verdict, ZoneInfo(booking.time_zone))) from error


def _ways(asked: Change) -> Mapping[str, Callable[..., BookingRecord]]:
    return {
        "confirm": book.confirm,
        "done": book.finish,
        "no-show": book.miss,
        "cancel": partial(_cancel, reason=asked.reason),
        "move": partial(_move, starts_at=asked.starts_at),
    }


def _cancel(session: Session, booking_id: int, *, now: datetime, reason: str) -> BookingRecord:
    if reason not in REASONS:
        raise RefusedError("Say why: the customer is told.")
    return book.cancel(session, booking_id, actor="staff", now=now, reason=reason)


def _move(session: Session, booking_id: int, *, now: datetime, starts_at: str) -> BookingRecord:
    try:
        moment = datetime.fromisoformat(starts_at)
    except ValueError as error:
        raise RefusedError("Choose one of the free times.") from error
    if moment.tzinfo is None:
        raise RefusedError("Choose one of the free times.")
    return book.move(session, booking_id, moment.astimezone(UTC), actor="staff", now=now)


def set_open(
    session: Session, outlet_key: str, day: date, resource_key: str, reason: str, *, is_open: bool
) -> None:
    """Open or close an outlet, or one of its resources, for a day of its own; raises RefusedError."""
    outlet = store.outlet(session, outlet_key)
    if outlet is None:
        raise RefusedError("There is no such outlet.")
    try:
        if not resource_key:
            (store.open_days if is_open else store.close_days)(session, outlet.key, day, day, reason or None)
            return
        if resource_key not in {each.key for each in store.resources(session, outlet.key)}:
            raise RefusedError("The outlet has no such car, bay or team.")
        starts_at, ends_at = bounds(outlet, day)
        if is_open:
            store.open_resource(session, resource_key, starts_at, ends_at)
        else:
            store.close_resource(session, resource_key, starts_at, ends_at, reason or None)
    except OutletError as error:
        raise RefusedError(str(error)) from error
