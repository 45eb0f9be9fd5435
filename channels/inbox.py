"""The inbox: a customer's message comes in once, and one process at a time deals with it, in order.

Whoever deals with a message holds a claim on its row until a moment that the process keeps moving; when
the process dies, the moment passes and another takes the message over.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Integer,
    Table,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from channels import choices
from channels.message import Message
from knowledge.conversations import ASSISTANT, OPEN, Conversation, InboxRow, StoredMessage

conversations = cast(Table, Conversation.__table__)
messages = cast(Table, StoredMessage.__table__)
inbox = cast(Table, InboxRow.__table__)
earlier = inbox.alias("earlier")


@dataclass(frozen=True, slots=True)
class Claim:
    """Who deals with a message, and until when nobody else may."""

    by: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands before a turn."""

    id: str
    owner: str
    language: str | None
    language_chosen: bool
    market: str | None
    state: list[Any] | None
    choices: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """A message that this process holds a claim on."""

    inbox_id: int
    received_at: datetime
    attempts: int
    message: Message
    standing: Standing


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a message that came in."""

    inbox_id: int
    message_id: int
    conversation_id: str
    text: str  # as it is kept: a button's title in place of its token
    new: bool  # False: it had come before
    done: bool
    turn: Turn | None = None  # claimed at once


STANDING = (
    conversations.c.id,
    conversations.c.owner,
    conversations.c.language,
    conversations.c.language_chosen,
    conversations.c.market,
    conversations.c.state,
    conversations.c.choices,
)
FIND = (
    select(*STANDING)
    .where(conversations.c.channel == bindparam("channel"), conversations.c.sender == bindparam("sender"))
    .with_for_update()  # messages of one conversation come in, and turns of it end, one after the other
)
KNOWN = (
    select(inbox.c.id, inbox.c.message_id, inbox.c.conversation_id, messages.c.text, inbox.c.status)
    .outerjoin(messages, messages.c.id == inbox.c.message_id)  # gone, where the customer had all erased
    .where(inbox.c.channel == bindparam("channel"), inbox.c.event_id == bindparam("event_id"))
)
# Is the event known, and is anything open in the conversation? One look for both.
LOOK = select(
    exists().where(inbox.c.channel == bindparam("channel"), inbox.c.event_id == bindparam("event_id")),
    exists().where(inbox.c.conversation_id == bindparam("conversation_id"), inbox.c.status == OPEN),
)
OPENED = {
    "sqlite": sqlite.insert(conversations).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(conversations).on_conflict_do_nothing(),
}
# Two conversations may bring the same event at the same moment; only one row comes of it.
RECEIVED = {
    "sqlite": sqlite.insert(inbox).on_conflict_do_nothing().returning(inbox.c.id),
    "postgresql": postgresql.insert(inbox).on_conflict_do_nothing().returning(inbox.c.id),
}
KEEP = messages.insert().returning(messages.c.id)
CLAIMABLE = and_(
    inbox.c.status == OPEN,
    inbox.c.next_attempt_at <= bindparam("now", type_=inbox.c.received_at.type),
    or_(
        inbox.c.claimed_until.is_(None),
        inbox.c.claimed_until < bindparam("now", type_=inbox.c.received_at.type),
    ),
    ~exists().where(
        earlier.c.conversation_id == inbox.c.conversation_id,
        earlier.c.status == OPEN,
        earlier.c.id < inbox.c.id,
    ),
)
READY = (
    select(inbox.c.id)
    .where(CLAIMABLE)
    .order_by(inbox.c.id + 0)  # by the bare id SQLite would go through all rows, done ones too
    .limit(bindparam("at_most", type_=Integer()))
    .with_for_update(skip_locked=True, of=inbox)
)
ANYTHING = select(inbox.c.id).where(CLAIMABLE).limit(1)
NEXT = READY.where(inbox.c.conversation_id == bindparam("conversation_id"))
LOAD = (
    select(inbox.c.id, inbox.c.received_at, inbox.c.attempts, messages.c.content, *STANDING)
    .join(messages, messages.c.id == inbox.c.message_id)
    .join(conversations, conversations.c.id == inbox.c.conversation_id)
    .order_by(inbox.c.id)
)


def receive(session: Session, message: Message, now: datetime, claim: Claim | None) -> Receipt:
    """Store a message, or recognise it; claim its turn at once where nothing earlier is open."""
    connection = session.connection()
    standing = _standing(connection, message, now)
    event = {"channel": message.channel, "event_id": message.event_id}
    known, busy = connection.execute(LOOK, {**event, "conversation_id": standing.id}).one()
    if known:
        return _known(connection, event)
    if busy:
        claim = None
    choice = choices.pressed(standing.choices, message) if _is_token(message) else None
    text = choice.title if choice else message.text
    message_id: int = connection.execute(
        KEEP,
        {
            "conversation_id": standing.id,
            "direction": "in",
            "author": "customer",
            "text": text,
            "content": message.to_json(),
            "event_id": message.event_id,
            "created_at": now,
        },
    ).scalar_one()
    inbox_id = connection.execute(
        RECEIVED[connection.dialect.name],
        {
            **event,
            "conversation_id": standing.id,
            "message_id": message_id,
            "received_at": now,
            "status": "new",
            "attempts": 0,
            "next_attempt_at": now,
            "claimed_by": claim.by if claim else None,
            "claimed_until": claim.until if claim else None,
        },
    ).scalar()
    if inbox_id is None:
        connection.execute(messages.delete().where(messages.c.id == message_id))
        return _known(connection, event)
    turn = Turn(inbox_id, now, 0, message, standing) if claim else None
    return Receipt(inbox_id, message_id, standing.id, text, new=True, done=False, turn=turn)


def is_anything_ready(session: Session, now: datetime) -> bool:
    """Tell whether a message is open that may be dealt with now and that nobody deals with."""
    return session.scalar(ANYTHING, {"now": now}) is not None


def claim_ready(session: Session, claim: Claim, now: datetime, limit: int) -> list[Turn]:
    """Claim the oldest open message of up to `limit` conversations that nobody deals with."""
    connection = session.connection()
    return _take(connection, connection.execute(READY, {"now": now, "at_most": limit}).scalars().all(), claim)


def claim_next(connection: Connection, conversation_id: str, claim: Claim, now: datetime) -> Turn | None:
    """Claim the oldest open message of a conversation, if it may be dealt with now."""
    found = connection.execute(NEXT, {"now": now, "conversation_id": conversation_id, "at_most": 1})
    turns = _take(connection, found.scalars().all(), claim)
    return turns[0] if turns else None


def _take(connection: Connection, ids: Sequence[int], claim: Claim) -> list[Turn]:
    """Put the claim on rows that this transaction has locked, and load what their turns need."""
    if not ids:
        return []
    connection.execute(
        update(inbox).where(inbox.c.id.in_(ids)).values(claimed_by=claim.by, claimed_until=claim.until)
    )
    rows = connection.execute(LOAD.where(inbox.c.id.in_(ids)))
    return [Turn(row[0], row[1], row[2], Message.from_json(row[3]), Standing(*row[4:])) for row in rows]


def renew(session: Session, ids: Iterable[int], claim: Claim) -> None:
    """Move the moment until which these messages are ours."""
    session.execute(
        update(inbox)
        .where(inbox.c.id.in_(list(ids)), inbox.c.claimed_by == claim.by, inbox.c.status == OPEN)
        .values(claimed_until=claim.until)
    )


def try_later(session: Session, inbox_id: int, by: str, at: datetime) -> None:
    """Count a failed attempt and let the message go until a later moment."""
    session.execute(
        update(inbox)
        .where(inbox.c.id == inbox_id, inbox.c.claimed_by == by, inbox.c.status == OPEN)
        .values(attempts=inbox.c.attempts + 1, next_attempt_at=at, claimed_by=None, claimed_until=None)
    )


def release(session: Session, by: Iterable[str]) -> int:
    """Let go of every message that these processes hold; return how many there were."""
    released = session.execute(
        update(inbox)
        .where(inbox.c.claimed_by.in_(list(by)), inbox.c.status == OPEN)
        .values(claimed_by=None, claimed_until=None)
        .returning(inbox.c.id)
    )
    return len(released.all())


def holders(session: Session) -> list[str]:
    """Return every process that holds a claim, dead or alive."""
    return list(
        session.scalars(
            select(inbox.c.claimed_by)
            .where(inbox.c.status == OPEN, inbox.c.claimed_by.is_not(None))
            .distinct()
        )
    )


def is_done(session: Session, inbox_id: int) -> bool:
    """Tell whether a message has been dealt with, by whichever process."""
    return session.scalar(select(inbox.c.status).where(inbox.c.id == inbox_id)) != "new"


def depth(session: Session) -> int:
    """Return how many messages are open."""
    return session.scalar(select(func.count()).where(inbox.c.status == OPEN)) or 0


def _standing(connection: Connection, message: Message, now: datetime) -> Standing:
    key = {"channel": message.channel, "sender": message.sender}
    found = connection.execute(FIND, key).first()
    if found is None:
        connection.execute(
            OPENED[connection.dialect.name],
            {
                "id": uuid.uuid4().hex,
                **key,
                "owner": ASSISTANT,
                "language_chosen": False,
                "choices": {},
                "created_at": now,
                "updated_at": now,
            },
        )
        found = connection.execute(FIND, key).one()
    return Standing(*found)


def _known(connection: Connection, event: dict[str, str]) -> Receipt:
    inbox_id, message_id, conversation_id, text, status = connection.execute(KNOWN, event).one()
    return Receipt(inbox_id, message_id, conversation_id, text or "", new=False, done=status != "new")


def _is_token(message: Message) -> bool:
    return message.choice is not None or choices.TOKEN.fullmatch(message.text.strip()) is not None
