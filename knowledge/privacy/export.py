"""All that is kept of a customer, as data that can be written to a file."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.bookings.tables import Booking, BookingEvent, Waiting
from knowledge.conversations import Conversation, StoredMessage
from knowledge.database import Base
from knowledge.handovers import Handover
from knowledge.outlets.tables import Outlet
from knowledge.privacy.kept import bookings_of
from knowledge.privacy.tables import Consent

# What a message repeats of its own row.
REPEATED = ("text", "channel", "sender", "event_id")


def export(session: Session, conversation_id: str, now: datetime) -> dict[str, Any] | None:
    """Return everything kept of a conversation's customer, or None where there is no such conversation."""
    conversation = session.get(Conversation, conversation_id)
    if conversation is None:
        return None
    return {
        "written_at": now.isoformat(),
        "conversation": _fields(
            conversation,
            (
                "channel",
                "sender",
                "owner",
                "language",
                "language_chosen",
                "market",
                "created_at",
                "updated_at",
            ),
        ),
        "messages": [
            _fields(each, ("created_at", "author", "language", "text"))
            | {key: value for key, value in each.content.items() if key not in REPEATED}
            for each in _rows(session, StoredMessage, conversation_id)
        ],
        "bookings": [_booking(session, each) for each in _bookings(session, conversation_id)],
        "waiting_list": [
            _fields(each, ("kind", "state", "model", "variant", "first_day", "last_day", "language", "draft"))
            | _fields(each, ("offer_starts_at", "offer_until", "created_at"))
            | {"outlet": _outlet(session, each.outlet_key)}
            for each in _rows(session, Waiting, conversation_id)
        ],
        "requests_for_a_person": [
            _fields(each, ("reference", "kind", "status", "reason", "topic", "language", "market"))
            | _fields(each, ("name", "phone", "preferred_time", "created_at", "transcript"))
            for each in _rows(session, Handover, conversation_id)
        ],
        "consents": [
            _fields(each, ("purpose", "wording", "language", "given_at", "withdrawn_at"))
            for each in _rows(session, Consent, conversation_id)
        ],
        # Where the talk stands: what was last said and what the assistant remembers of it.
        "dialogue_state": conversation.state,
        "buttons": conversation.choices,
    }


def _rows[T: (StoredMessage, Waiting, Handover, Consent)](
    session: Session, table: type[T], conversation_id: str
) -> Iterable[T]:
    return session.scalars(
        select(table).where(table.conversation_id == conversation_id).order_by(table.id)
    ).all()


def _bookings(session: Session, conversation_id: str) -> Iterable[Booking]:
    return session.scalars(select(Booking).where(bookings_of(conversation_id)).order_by(Booking.id)).all()


def _booking(session: Session, booking: Booking) -> dict[str, Any]:
    events = session.scalars(
        select(BookingEvent).where(BookingEvent.booking_id == booking.id).order_by(BookingEvent.id)
    )
    return (
        _fields(booking, ("reference", "kind", "state", "starts_at", "ends_at", "market", "language"))
        | _fields(booking, ("model", "variant", "details", "private", "created_at", "updated_at"))
        | {
            "outlet": _outlet(session, booking.outlet_key),
            "history": [_fields(each, ("at", "actor", "event", "state", "details")) for each in events],
        }
    )


def _outlet(session: Session, key: str) -> str:
    outlet = session.get(Outlet, key)
    return outlet.names["en"] if outlet is not None else key


def _fields(row: Base, names: Iterable[str]) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
