"""What is kept of a customer: how much, since when, to what the customer agreed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from knowledge.bookings.tables import HOLDING, Booking, BookingAccess, Waiting
from knowledge.conversations import StoredMessage
from knowledge.handovers import Handover
from knowledge.privacy import consents


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is of a conversation's customer."""

    messages: int
    since: datetime | None  # the oldest message
    bookings: int  # that still have a name and a number
    upcoming: int  # of those, not yet over and not cancelled
    handovers: int
    waiting: int
    consents: tuple[tuple[str, datetime], ...]  # purpose and day, those that hold
    may_message: bool


def kept(session: Session, conversation_id: str, now: datetime) -> Kept:
    """Count what is kept."""
    messages, since = session.execute(
        select(func.count(), func.min(StoredMessage.created_at)).where(
            StoredMessage.conversation_id == conversation_id
        )
    ).one()
    private = select(func.count()).where(bookings_of(conversation_id), Booking.private.is_not(None))
    return Kept(
        messages=messages,
        since=since,
        bookings=session.scalar(private) or 0,
        upcoming=session.scalar(private.where(upcoming(now))) or 0,
        handovers=session.scalar(select(func.count()).where(Handover.conversation_id == conversation_id))
        or 0,
        waiting=session.scalar(select(func.count()).where(Waiting.conversation_id == conversation_id)) or 0,
        consents=tuple(
            (purpose, consent.given_at)
            for purpose in consents.PURPOSES
            if (consent := consents.given(session, conversation_id, purpose)) is not None
        ),
        may_message=consents.may_message(session, conversation_id),
    )


def bookings_of(conversation_id: str) -> ColumnElement[bool]:
    """Return the condition of a customer's bookings: made in the conversation, or opened to it by code."""
    opened = select(BookingAccess.booking_id).where(BookingAccess.conversation_id == conversation_id)
    return or_(Booking.conversation_id == conversation_id, Booking.id.in_(opened))


def upcoming(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a booking that is still to come."""
    return Booking.state.in_(HOLDING) & (Booking.starts_at > now)
