"""Erasing a customer's data because the customer asks for it, and the private part of bookings."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Delete, Update, delete, select, update
from sqlalchemy.orm import Session

from knowledge.bookings import book, waiting
from knowledge.bookings.tables import AccessCode, Booking, BookingAccess, Notice, Waiting
from knowledge.conversations import OPEN, Conversation, InboxRow, OutboxRow, StoredMessage
from knowledge.handovers import Handover
from knowledge.privacy import consents
from knowledge.privacy.kept import bookings_of, upcoming


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased."""

    messages: int
    bookings: int
    cancelled: int
    handovers: int
    waiting: int


def erase(session: Session, conversation_id: str, now: datetime, *, answering: int | None = None) -> Erased:
    """Erase all that is kept of a conversation's customer; bookings to come are cancelled.

    What stays names nobody: the conversation's row, by which its channel finds it; that bookings were made
    and cancelled; which notice was agreed to and when that was taken back. Messages that came in meanwhile
    stay as well, as they are still to be answered, and so does the inbox's row `answering`: should the
    message that asked for all this come in again, it is known by it.
    """
    waits = _leave_lines(session, conversation_id, now)  # or the time set free below would be offered to it
    to_come = session.scalars(select(Booking.id).where(bookings_of(conversation_id), upcoming(now))).all()
    for booking_id in to_come:
        book.cancel(session, booking_id, actor="customer", now=now)
    ids = session.scalars(select(Booking.id).where(bookings_of(conversation_id))).all()
    bookings = forget_bookings(session, ids)
    _run(session, update(Booking).where(Booking.id.in_(ids)).values(conversation_id=None))
    _run(session, delete(AccessCode).where(AccessCode.conversation_id == conversation_id))
    handovers = _run(session, delete(Handover).where(Handover.conversation_id == conversation_id))
    for purpose in consents.PURPOSES:
        consents.withdraw(session, conversation_id, purpose, now)
    messages = _forget_talk(session, conversation_id, answering)
    return Erased(messages, bookings, len(to_come), handovers, waits)


def _leave_lines(session: Session, conversation_id: str, now: datetime) -> int:
    """Leave every waiting list, so that what was held goes to the next; return how many there were."""
    mine = Waiting.conversation_id == conversation_id
    for waiting_id in session.scalars(select(Waiting.id).where(mine)).all():
        waiting.leave(session, waiting_id, now=now)
    return _run(session, delete(Waiting).where(mine))


def forget_bookings(session: Session, ids: Collection[int]) -> int:
    """Erase the private part of bookings, and who may see them; return how many had any."""
    if not ids:
        return 0
    private = update(Booking).where(Booking.id.in_(ids), Booking.private.is_not(None))
    had = _run(session, private.values(private=None, phone_digest=None))
    _run(session, delete(BookingAccess).where(BookingAccess.booking_id.in_(ids)))
    _run(session, delete(AccessCode).where(AccessCode.booking_id.in_(ids)))
    due = update(Notice).where(Notice.booking_id.in_(ids), Notice.status == "due")
    _run(session, due.values(status="dropped", secret=None))
    return had


def _forget_talk(session: Session, conversation_id: str, answering: int | None) -> int:
    """Erase what was said and where the dialogue stood; return how many messages there were."""
    mine = InboxRow.conversation_id == conversation_id
    to_answer = select(InboxRow.message_id).where(mine, InboxRow.status == OPEN)
    if answering is not None:
        to_answer = to_answer.where(InboxRow.id != answering)
    said = StoredMessage.conversation_id == conversation_id
    messages = _run(session, delete(StoredMessage).where(said, StoredMessage.id.not_in(to_answer)))
    _run(session, delete(OutboxRow).where(OutboxRow.conversation_id == conversation_id))
    over = delete(InboxRow).where(mine, InboxRow.status != OPEN)
    _run(session, over.where(InboxRow.id != answering) if answering is not None else over)
    conversation = update(Conversation).where(Conversation.id == conversation_id)
    _run(session, conversation.values(state=None, choices={}))
    return messages


def _run(session: Session, statement: Delete | Update) -> int:
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast(CursorResult[Any], result).rowcount
