"""Rows of bookings: found by the request that made them, locked for a change, and made, once."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from knowledge import references, vault
from knowledge.bookings.drafts import Draft
from knowledge.bookings.errors import UnknownBookingError
from knowledge.bookings.records import PREFIXES
from knowledge.bookings.states import REQUESTED
from knowledge.bookings.tables import Booking
from knowledge.bookings.timetable import Free

REFERENCE_TRIES = 5  # of 481 million references of a kind


def of_request(session: Session, request_key: str) -> Booking | None:
    """Return the booking that a request made, or None."""
    return session.scalar(select(Booking).where(Booking.request_key == request_key))


def lock(session: Session, booking_id: int) -> Booking:
    """Return a booking that nobody else changes before the end of this transaction."""
    booking = session.get(Booking, booking_id, with_for_update={"key_share": True}, populate_existing=True)
    if booking is None:
        raise UnknownBookingError(f"no booking {booking_id}")
    return booking


def make(
    session: Session, draft: Draft, place: Free, *, request_key: str, now: datetime
) -> tuple[Booking, bool]:
    """Make a booking's row, or find the one that another process has just made of the same request.

    Returns it and whether it is new.
    """
    private = draft.sealed
    phone = private.get("phone")
    for attempt in range(REFERENCE_TRIES):
        booking = Booking(
            reference=references.new(PREFIXES[draft.kind]),
            request_key=request_key,
            kind=draft.kind,
            state=REQUESTED,
            conversation_id=draft.conversation_id,
            outlet_key=place.outlet_key,
            resource_key=place.resource_key,
            starts_at=place.starts_at,
            ends_at=place.ends_at,
            market=draft.market,
            language=draft.language,
            model=draft.model,
            variant=draft.variant,
            details=dict(draft.details),
            private=private,
            phone_digest=vault.current().digest(phone) if phone else None,
            consent_id=draft.consent_id,
            sequence=0,
            created_at=now,
            updated_at=now,
        )
        try:
            with session.begin_nested():
                session.add(booking)
            return booking, True
        except IntegrityError:
            made = of_request(session, request_key)
            if made is not None:
                return made, False
            if attempt == REFERENCE_TRIES - 1:
                raise
    raise AssertionError("unreachable")
