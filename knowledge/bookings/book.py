"""Bookings made and changed, each in the caller's one transaction: all of it happens, or nothing."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from knowledge.bookings import notices, offers, rows, slots, states, units
from knowledge.bookings.drafts import Draft, point_of
from knowledge.bookings.errors import FullError, UnavailableError
from knowledge.bookings.fits import Wanted
from knowledge.bookings.records import (
    Actor,
    BookingRecord,
    by_reference,
    history,
    of_conversation,
    of_day,
    of_row,
    record,
)
from knowledge.bookings.slots import Verdict
from knowledge.bookings.tables import Booking
from knowledge.bookings.timetable import Free, Terms

__all__ = [
    "Draft",
    "book",
    "by_reference",
    "cancel",
    "confirm",
    "finish",
    "history",
    "miss",
    "move",
    "of_conversation",
    "of_day",
    "record",
]


def book(
    session: Session, draft: Draft, *, request_key: str, now: datetime, actor: Actor = "customer"
) -> BookingRecord:
    """Book a time, looked at anew whatever was found before; the same request makes one booking only.

    Raises UnavailableError, or FullError where others have the time, with what is free instead.
    """
    booking = rows.of_request(session, request_key)
    if booking is None:
        try:
            booking = _book(session, draft, request_key, Terms(now, actor))
        except UnavailableError:
            # Another process may have been quicker with the same request, and have taken the last place.
            booking = rows.of_request(session, request_key)
            if booking is None:
                raise
    return of_row(session, booking)


def _book(session: Session, draft: Draft, request_key: str, terms: Terms) -> Booking:
    if draft.starts_at is None:
        raise ValueError("a booking needs a time")
    look = partial(_free, session, draft.wanted, draft.starts_at, terms)
    with session.begin_nested():
        free = look()
        booking, new = rows.make(session, draft, free[0], request_key=request_key, now=terms.now)
        if not new:
            return booking
        place = _take(session, booking, free, look)
        _put(booking, place)
        states.begin(session, booking, actor=terms.by, confirms=place.confirms, now=terms.now)
        notices.plan(session, booking, terms.now)
    return booking


def move(
    session: Session,
    booking_id: int,
    starts_at: datetime,
    outlet_key: str | None = None,
    *,
    actor: Actor,
    now: datetime,
) -> BookingRecord:
    """Move a booking to another time or outlet; the old time is given up only when the new one is had.

    Moving it to where it is changes nothing.
    """
    booking = rows.lock(session, booking_id)
    states.allow(booking, states.MOVED, actor=actor, now=now)
    there = outlet_key or booking.outlet_key
    if (starts_at, there) == (booking.starts_at, booking.outlet_key):
        return of_row(session, booking)
    wanted = Wanted(booking.kind, there, point_of(booking.private or {}), booking.model, booking.variant)
    old = _place(booking)
    look = partial(_free, session, wanted, starts_at, Terms(now, actor, booking.id))
    with session.begin_nested():
        own = units.of_booking(session, booking.id)
        free = sorted(look(), key=lambda each: each.resource_key != old.resource_key)
        place = _take(session, booking, free, look, but=own)
        units.give_up_but(session, booking.id, place.resource_key, place.starts_at, place.ends_at)
        _put(booking, place)
        # What staff move they agree to, but not to a request that was never confirmed.
        agreed = place.confirms or (actor == "staff" and booking.state != states.REQUESTED)
        states.change(
            session,
            booking,
            states.MOVED,
            actor=actor,
            now=now,
            leads_to=states.CONFIRMED if agreed else states.REQUESTED,
            details={"from": old.starts_at.isoformat(), "from_outlet": old.outlet_key},
        )
        notices.plan(session, booking, now)
        if actor == "staff":
            notices.tell(session, booking, notices.MOVED, now)
        offers.offer_next(session, old, booking.kind, now)
    return of_row(session, booking)


def cancel(
    session: Session, booking_id: int, *, actor: Actor, now: datetime, reason: str | None = None
) -> BookingRecord:
    """Cancel a booking; its time is offered to the first who waits, else it is free.

    `reason` is a key for the audit trail, never somebody's own words.
    """
    booking = rows.lock(session, booking_id)
    details = {"reason": reason} if reason else None
    with session.begin_nested():
        if states.change(session, booking, states.CANCELLED, actor=actor, now=now, details=details):
            units.give_up(session, booking.id)
            notices.drop(session, booking.id, (*notices.REMINDERS, *notices.CHANGES))
            if actor == "staff":
                notices.tell(session, booking, notices.CANCELLED, now)
            offers.offer_next(session, _place(booking), booking.kind, now)
    return of_row(session, booking)


def confirm(session: Session, booking_id: int, *, now: datetime, actor: Actor = "staff") -> BookingRecord:
    """Confirm a booking that waited for it."""
    booking = rows.lock(session, booking_id)
    if states.change(session, booking, states.CONFIRMED, actor=actor, now=now):
        notices.plan(session, booking, now)
        if actor == "staff":
            notices.tell(session, booking, notices.CONFIRMED, now)
    return of_row(session, booking)


def finish(session: Session, booking_id: int, *, now: datetime, actor: Actor = "staff") -> BookingRecord:
    """Note that a booking has taken place."""
    return _end(session, booking_id, states.DONE, actor, now)


def miss(session: Session, booking_id: int, *, now: datetime, actor: Actor = "staff") -> BookingRecord:
    """Note that a customer has not come."""
    return _end(session, booking_id, states.NO_SHOW, actor, now)


def _end(session: Session, booking_id: int, event: str, actor: Actor, now: datetime) -> BookingRecord:
    booking = rows.lock(session, booking_id)
    if states.change(session, booking, event, actor=actor, now=now):
        units.give_up(session, booking.id)
        notices.drop(session, booking.id, (*notices.REMINDERS, *notices.CHANGES))
    return of_row(session, booking)


def _free(session: Session, wanted: Wanted, starts_at: datetime, terms: Terms) -> list[Free]:
    verdict, free = slots.look(session, wanted, starts_at, terms)
    if verdict.ok:
        return free
    raise (FullError if verdict.why in ("full", "full_day") else UnavailableError)(verdict)


def _take(
    session: Session,
    booking: Booking,
    free: Sequence[Free],
    look: Callable[[], list[Free]],
    but: Collection[tuple[str, datetime]] = (),
) -> Free:
    """Take the first of the free resources that nobody takes at the same moment."""
    tried: set[str] = set()
    while free:
        place = free[0]
        own = {moment for key, moment in but if key == place.resource_key}
        if units.take(
            session, place.resource_key, place.starts_at, place.ends_at, booking_id=booking.id, but=own
        ):
            return place
        tried.add(place.resource_key)
        free = [each for each in look() if each.resource_key not in tried]
    raise FullError(Verdict("full", booking.outlet_key))


def _put(booking: Booking, place: Free) -> None:
    booking.resource_key, booking.outlet_key = place.resource_key, place.outlet_key
    booking.starts_at, booking.ends_at = place.starts_at, place.ends_at


def _place(booking: Booking) -> Free:
    return Free(booking.resource_key, booking.outlet_key, booking.starts_at, booking.ends_at, confirms=True)
