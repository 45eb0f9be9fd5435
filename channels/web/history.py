"""What a browser is told of a conversation: its messages as frames, and where the conversation stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from channels import outbox
from knowledge.conversations import (
    OPEN,
    Conversation,
    InboxRow,
    StoredMessage,
    after,
    before,
    choose_language,
)

CHANNEL = "web"
PAGE = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands, as far as its customer sees it."""

    language: str | None
    chosen: bool
    owner: str
    typing: bool  # a turn is under way

    def frame(self) -> dict[str, Any]:
        """Return the frame that tells the browser."""
        return {"type": "state", "language": self.language, "chosen": self.chosen, "owner": self.owner}


@dataclass(frozen=True, slots=True)
class News:
    """What a browser does not have yet."""

    messages: tuple[dict[str, Any], ...]
    more: bool  # there is something before the first of these
    standing: Standing


def conversation_of(session: Session, sender: str) -> str | None:
    """Return the id of the conversation of a widget session, once there is one."""
    return session.scalar(
        select(Conversation.id).where(Conversation.channel == CHANNEL, Conversation.sender == sender)
    )


def news(session: Session, conversation_id: str, last: int) -> News:
    """Return what came after the last message that a browser has; for a new page the newest messages."""
    # The standing first: a turn that ends between the two reads is then shown as still running, and the
    # wake-up that its end sends corrects that.
    standing = _standing(session, conversation_id)
    if last:
        rows = after(session, conversation_id, last, limit=PAGE)
        return News(tuple(map(message_frame, rows)), False, standing)
    messages, more = earlier(session, conversation_id, None)
    return News(messages, more, standing)


def earlier(
    session: Session, conversation_id: str, message_id: int | None
) -> tuple[tuple[dict[str, Any], ...], bool]:
    """Return a page of what came before a message, and whether there is still more before that."""
    rows = before(session, conversation_id, message_id, limit=PAGE + 1)
    more = len(rows) > PAGE
    return tuple(map(message_frame, rows[more:])), more


def set_language(session: Session, conversation_id: str, language: str) -> Standing:
    """Keep the customer's choice, unless a turn is under way: that would overwrite it when it ends.

    The browser then does not see its choice confirmed, and sends it again with the next message.
    """
    # Locked as `receive` locks it: no turn can begin between the look and the change.
    session.execute(select(Conversation.id).where(Conversation.id == conversation_id).with_for_update())
    if not _standing(session, conversation_id).typing:
        choose_language(session, conversation_id, language)
    return _standing(session, conversation_id)


def seen(session: Session, conversation_id: str, message_id: int, now: datetime) -> None:
    """Mark as delivered all up to a message that the browser has."""
    outbox.mark_seen(session, conversation_id, message_id, now)


def message_frame(row: StoredMessage) -> dict[str, Any]:
    """Return a message as the browser gets it; its own messages carry the id that the browser made."""
    message: dict[str, Any] = {
        "id": row.id,
        "direction": row.direction,
        "author": row.author,
        "at": row.created_at.isoformat(),
        "text": row.text,
    }
    if row.language:
        message["language"] = row.language
    if row.direction == "out":
        message["reply"] = {name: value for name, value in row.content.items() if name != "text"}
    elif row.event_id:
        message["event"] = row.event_id.rpartition(":")[2]
    return message


def _standing(session: Session, conversation_id: str) -> Standing:
    open_turn = exists().where(InboxRow.conversation_id == conversation_id, InboxRow.status == OPEN)
    row = session.execute(
        select(Conversation.language, Conversation.language_chosen, Conversation.owner, open_turn).where(
            Conversation.id == conversation_id
        )
    ).one()
    return Standing(row[0], row[1], row[2], row[3])
