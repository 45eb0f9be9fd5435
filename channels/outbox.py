"""The outbox: a message for the customer is delivered once, in order.

A row is marked as sent before its answer is written where the channel is asked and answers (REST: see
docs/channels.md), when the customer's device says so (web), or after the provider took it (push channels).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, exists, func, or_, select, update
from sqlalchemy.orm import Session

from channels.hub import Said
from channels.inbox import Claim, conversations, messages
from channels.message import Reply
from knowledge.conversations import ASSISTANT, PENDING, OutboxRow

outbox = cast(Table, OutboxRow.__table__)
earlier = outbox.alias("earlier")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that this process is to hand to a provider."""

    id: int
    conversation_id: str
    sender: str  # whom it is for, as the channel names the customer
    attempts: int
    said: Said


@dataclass(frozen=True, slots=True)
class Origin:
    """The customer's message that replies answer."""

    inbox_id: int
    event_id: str


SAY = messages.insert().returning(messages.c.id, sort_by_parameter_order=True)
POST = outbox.insert()
SAID = (messages.c.id, messages.c.author, messages.c.language, messages.c.content, messages.c.created_at)


COLLECT = (
    update(outbox)
    .where(outbox.c.conversation_id == bindparam("conversation"), outbox.c.status == PENDING)
    .values(status="sent", sent_at=bindparam("now"), provider_message_id=bindparam("answered"))
    .returning(outbox.c.message_id)
)


def post(
    connection: Connection,
    conversation_id: str,
    channel: str,
    replies: Sequence[tuple[Reply, str]],
    now: datetime,
    origin: Origin | None = None,
    *,
    delivered: bool = False,
) -> tuple[Said, ...]:
    """Say something, each reply in its language: keep it, and have it delivered unless it is already.

    `origin` is what it answers; without one the assistant says it of its own accord.
    """
    event_id, inbox_id = (origin.event_id, origin.inbox_id) if origin else (None, None)
    ids = (
        connection.execute(
            SAY,
            [
                {
                    "conversation_id": conversation_id,
                    "direction": "out",
                    "author": ASSISTANT,
                    "text": reply.text,
                    "content": reply.to_json(),
                    "language": language,
                    "event_id": event_id,
                    "created_at": now,
                }
                for reply, language in replies
            ],
        )
        .scalars()
        .all()
    )
    connection.execute(
        POST,
        [
            {
                "message_id": message_id,
                "conversation_id": conversation_id,
                "inbox_id": inbox_id,
                "channel": channel,
                "status": "sent" if delivered else "pending",
                "attempts": 0,
                "next_attempt_at": now,
                "provider_message_id": str(inbox_id) if delivered else None,
                "created_at": now,
                "sent_at": now if delivered else None,
            }
            for message_id in ids
        ],
    )
    return tuple(
        Said(message_id, ASSISTANT, language, reply, now)
        for message_id, (reply, language) in zip(ids, replies, strict=True)
    )


def collect(connection: Connection, conversation_id: str, now: datetime, answered: int) -> tuple[Said, ...]:
    """Return everything that waits for the customer, marked as sent in the answer to one message."""
    values = {"conversation": conversation_id, "now": now, "answered": str(answered)}
    ids = connection.execute(COLLECT, values).scalars().all()
    if not ids:
        return ()
    rows = connection.execute(select(*SAID).where(messages.c.id.in_(ids)).order_by(messages.c.id))
    return tuple(said(row) for row in rows)


def answer_of(session: Session, conversation_id: str, inbox_id: int, now: datetime) -> tuple[Said, ...]:
    """Return what was sent in the answer to a message, to say the same again."""
    ids = session.scalars(
        update(outbox)
        .where(
            outbox.c.conversation_id == conversation_id,
            # What it brought along, and its own replies, even where a later answer brought those along.
            or_(outbox.c.provider_message_id == str(inbox_id), outbox.c.inbox_id == inbox_id),
            outbox.c.status == "sent",
        )
        .values(sent_at=now)
        .returning(outbox.c.message_id)
    ).all()
    if not ids:
        return ()
    rows = session.execute(select(*SAID).where(messages.c.id.in_(ids)).order_by(messages.c.id))
    return tuple(said(row) for row in rows)


def put_back(session: Session, conversation_id: str, answered: int, sent_at: datetime) -> None:
    """Make an answer pending again that could not be written after all.

    `sent_at` is when that answer was marked as sent: what has been sent once more since then stays sent.
    """
    session.execute(
        update(outbox)
        .where(
            outbox.c.conversation_id == conversation_id,
            outbox.c.provider_message_id == str(answered),
            outbox.c.status == "sent",
            outbox.c.sent_at == sent_at,
        )
        .values(status="pending", sent_at=None, provider_message_id=None)
    )


def mark_seen(session: Session, conversation_id: str, message_id: int, now: datetime) -> None:
    """Mark as sent all up to a message that the customer's device has."""
    session.execute(
        update(outbox)
        .where(
            outbox.c.conversation_id == conversation_id,
            outbox.c.status == PENDING,
            outbox.c.message_id <= message_id,
        )
        .values(status="sent", sent_at=now)
    )


def claim_ready(session: Session, channel: str, claim: Claim, now: datetime, limit: int) -> list[Outgoing]:
    """Claim the oldest pending message of up to `limit` conversations of a channel."""
    ids = session.scalars(
        select(outbox.c.id)
        .where(
            outbox.c.channel == channel,
            outbox.c.status == PENDING,
            outbox.c.next_attempt_at <= now,
            or_(outbox.c.claimed_until.is_(None), outbox.c.claimed_until < now),
            ~exists().where(
                earlier.c.conversation_id == outbox.c.conversation_id,
                earlier.c.status == PENDING,
                earlier.c.id < outbox.c.id,
            ),
        )
        .order_by(outbox.c.id + 0)  # as in the inbox
        .limit(limit)
        .with_for_update(skip_locked=True, of=outbox)
    ).all()
    if not ids:
        return []
    session.execute(
        update(outbox).where(outbox.c.id.in_(ids)).values(claimed_by=claim.by, claimed_until=claim.until)
    )
    rows = session.execute(
        select(outbox.c.id, outbox.c.conversation_id, conversations.c.sender, outbox.c.attempts, *SAID)
        .join(messages, messages.c.id == outbox.c.message_id)
        .join(conversations, conversations.c.id == outbox.c.conversation_id)
        .where(outbox.c.id.in_(ids))
        .order_by(outbox.c.id)
    )
    return [Outgoing(row[0], row[1], row[2], row[3], said(row[4:])) for row in rows]


def sent(session: Session, outbox_id: int, by: str, provider_message_id: str | None, now: datetime) -> None:
    """Note that the provider took the message."""
    session.execute(
        update(outbox)
        .where(outbox.c.id == outbox_id, outbox.c.claimed_by == by)
        .values(
            status="sent",
            sent_at=now,
            provider_message_id=provider_message_id,
            last_error=None,
            claimed_by=None,
            claimed_until=None,
        )
    )


def try_later(session: Session, outbox_id: int, by: str, at: datetime, error: str) -> None:
    """Count a failed attempt; the message, and what follows it in its conversation, waits."""
    session.execute(
        update(outbox)
        .where(outbox.c.id == outbox_id, outbox.c.claimed_by == by, outbox.c.status == PENDING)
        .values(
            attempts=outbox.c.attempts + 1,
            next_attempt_at=at,
            last_error=error[:255],
            claimed_by=None,
            claimed_until=None,
        )
    )


def fail(session: Session, outbox_id: int, by: str, error: str) -> None:
    """Give the message up; what follows it in its conversation goes on."""
    session.execute(
        update(outbox)
        .where(outbox.c.id == outbox_id, outbox.c.claimed_by == by, outbox.c.status == PENDING)
        .values(
            status="failed",
            attempts=outbox.c.attempts + 1,
            last_error=error[:255],
            claimed_by=None,
            claimed_until=None,
        )
    )


def release(session: Session, by: str) -> None:
    """Let go of every message that this process holds."""
    session.execute(
        update(outbox)
        .where(outbox.c.claimed_by == by, outbox.c.status == PENDING)
        .values(claimed_by=None, claimed_until=None)
    )


def depth(session: Session) -> dict[str, int]:
    """Return how many messages wait for delivery, by channel."""
    rows = session.execute(
        select(outbox.c.channel, func.count()).where(outbox.c.status == PENDING).group_by(outbox.c.channel)
    )
    return {row[0]: row[1] for row in rows}


def said(row: Sequence[Any]) -> Said:
    """Make the message out of a row of the `SAID` columns."""
    return Said(row[0], row[1], row[2], Reply.from_json(row[3]), row[4])
