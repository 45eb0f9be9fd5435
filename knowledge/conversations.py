"""Conversations: who talks to us, what was said, and what is still to be dealt with or delivered.

The inbox and the outbox stand here with what they point to; the statements that move their rows are the
road's own (`channels/inbox.py`, `channels/turns.py`, `channels/outbox.py`).
"""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    func,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.database import Base, UtcDateTime
from knowledge.vault import Sealed, SealedJSON

ASSISTANT = "assistant"
AGENT = "agent"

# Spelt out in a statement: a database uses a partial index only where it sees that the rows are in it.
OPEN: ColumnElement[str] = literal_column("'new'")
PENDING: ColumnElement[str] = literal_column("'pending'")

# SQLite numbers rows by itself only where the key is a plain INTEGER.
Serial = BigInteger().with_variant(Integer(), "sqlite")


class Conversation(Base):
    """One customer on one channel, and where the talk with that customer stands."""

    __tablename__ = "conversations"
    __table_args__ = (
        UniqueConstraint("channel", "sender"),
        CheckConstraint("owner IN ('assistant', 'agent')", name="owner"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    sender: Mapped[str] = mapped_column(String(128))
    owner: Mapped[str] = mapped_column(String(16), default=ASSISTANT)
    language: Mapped[str | None] = mapped_column(String(8))
    language_chosen: Mapped[bool] = mapped_column(default=False)
    market: Mapped[str | None] = mapped_column(String(2))
    # Rasa's, opaque to us, and the buttons of channels/choices.py: both repeat what the customer typed.
    state: Mapped[Any] = mapped_column(SealedJSON, nullable=True)
    choices: Mapped[Any] = mapped_column(SealedJSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StoredMessage(Base):
    """One message of a conversation, either way."""

    __tablename__ = "messages"
    __table_args__ = (
        Index(None, "conversation_id", "id"),
        CheckConstraint("direction IN ('in', 'out')", name="direction"),
        CheckConstraint("author IN ('customer', 'assistant', 'agent')", name="author"),
        {"sqlite_autoincrement": True},  # an id is never used again: clients catch up by it
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    direction: Mapped[str] = mapped_column(String(3))
    author: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Sealed)
    content: Mapped[Any] = mapped_column(SealedJSON)  # the whole Message or Reply of channels/message.py
    language: Mapped[str | None] = mapped_column(String(8))
    event_id: Mapped[str | None] = mapped_column(String(255))  # the customer's message this is, or answers
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class InboxRow(Base):
    """A customer's message that is to be dealt with, once, in order.

    Only the conversation is a foreign key, here and in the outbox: the rows of a conversation come and go
    together, and one more key would cost an index at each message.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "event_id"),
        CheckConstraint("status IN ('new', 'done', 'failed')", name="status"),
        Index(None, "conversation_id", "id"),
        # What is still to be done, and nothing else: stays small however long the history grows.
        Index(
            "ix_inbox_open",
            "conversation_id",
            "id",
            sqlite_where=text("status = 'new'"),
            postgresql_where=text("status = 'new'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    event_id: Mapped[str] = mapped_column(String(255))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    message_id: Mapped[int] = mapped_column(Serial)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str] = mapped_column(String(8), default="new")
    attempts: Mapped[int] = mapped_column(default=0)  # that failed
    next_attempt_at: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OutboxRow(Base):
    """A message for the customer that is to be delivered, once, in order."""

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("status IN ('pending', 'sent', 'failed')", name="status"),
        Index(
            "ix_outbox_open",
            "conversation_id",
            "id",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
        Index(None, "conversation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    message_id: Mapped[int] = mapped_column(Serial)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    inbox_id: Mapped[int | None] = mapped_column(Serial)
    channel: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(8), default="pending")
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    provider_message_id: Mapped[str | None] = mapped_column(String(255))
    last_error: Mapped[str | None] = mapped_column(String(255))  # a code, never what was said
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def language_of(session: Session, conversation_id: str) -> str | None:
    """Return the language that was last spoken in a conversation."""
    return session.scalar(select(Conversation.language).where(Conversation.id == conversation_id))


def after(
    session: Session, conversation_id: str, message_id: int, *, limit: int = 100
) -> list[StoredMessage]:
    """Return the messages after a message, oldest first: what a client that was away has missed."""
    rows = session.scalars(
        select(StoredMessage)
        .where(StoredMessage.conversation_id == conversation_id, StoredMessage.id > message_id)
        .order_by(StoredMessage.id)
        .limit(limit)
    )
    return list(rows)


def before(
    session: Session, conversation_id: str, message_id: int | None = None, *, limit: int = 50
) -> list[StoredMessage]:
    """Return the last messages, or the last before a message, oldest first."""
    query = select(StoredMessage).where(StoredMessage.conversation_id == conversation_id)
    if message_id is not None:
        query = query.where(StoredMessage.id < message_id)
    rows = session.scalars(query.order_by(StoredMessage.id.desc()).limit(limit))
    return list(reversed(list(rows)))


def message_of(session: Session, inbox_id: int) -> int | None:
    """Return the id of the customer's message that a row of the inbox stands for."""
    return session.scalar(select(InboxRow.message_id).where(InboxRow.id == inbox_id))


def last_heard(session: Session, conversation_ids: Collection[str]) -> str | None:
    """Return the one of some conversations in which a customer wrote last: there they are reached."""
    return session.scalar(
        select(StoredMessage.conversation_id)
        .where(StoredMessage.conversation_id.in_(conversation_ids), StoredMessage.direction == "in")
        .group_by(StoredMessage.conversation_id)
        .order_by(func.max(StoredMessage.id).desc())
        .limit(1)
    )


def answered_last(session: Session, conversation_id: str, inbox_id: int, since: datetime) -> bool:
    """Tell whether the last thing said to the customer, since a moment, is the answer to this message."""
    last = (
        select(StoredMessage.event_id, StoredMessage.created_at)
        .where(StoredMessage.conversation_id == conversation_id, StoredMessage.direction == "out")
        .order_by(StoredMessage.id.desc())
        .limit(1)
    )
    asked = session.scalar(
        select(InboxRow.event_id).where(InboxRow.id == inbox_id, InboxRow.conversation_id == conversation_id)
    )
    said = session.execute(last).first()
    return asked is not None and said is not None and said[0] == asked and said[1] >= since


def choose_language(session: Session, conversation_id: str, language: str) -> None:
    """Keep the language that the customer chose from a menu."""
    session.execute(
        update(Conversation)
        .where(Conversation.id == conversation_id)
        .values(language=language, language_chosen=True, updated_at=datetime.now(UTC))
    )


def give_to(session: Session, conversation_id: str, owner: str) -> None:
    """Hand the conversation to the assistant or to an agent."""
    session.execute(
        update(Conversation)
        .where(Conversation.id == conversation_id)
        .values(owner=owner, updated_at=datetime.now(UTC))
    )
