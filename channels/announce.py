"""What the assistant says of its own accord, outside a turn: reminders, offers, what staff changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.orm import Session

from channels import choices, outbox
from channels.hub import Update
from channels.inbox import conversations, inbox
from channels.language import DEFAULT
from channels.replies import Replies
from knowledge.conversations import OPEN

# Locked against messages coming in and turns that end, until this transaction ends; whoever only refers to
# the conversation (a booking) is not held up. Nobody is waited for: others lock such rows in another order.
LOCK = (
    select(conversations.c.channel, conversations.c.language, conversations.c.choices)
    .where(conversations.c.id == bindparam("key"))
    .with_for_update(key_share=True, skip_locked=True)
)
THERE = select(exists().where(conversations.c.id == bindparam("key")))
UNDER_WAY = select(exists().where(inbox.c.conversation_id == bindparam("key"), inbox.c.status == OPEN))


class BusyError(Exception):
    """A turn is under way in the conversation: try again when it is over."""


class UnknownConversationError(LookupError):
    """There is no such conversation: it has been erased."""


class Announcer:
    """Says things to customers who did not ask just now."""

    def __init__(self, replies: Replies) -> None:
        self._replies = replies

    def say(
        self,
        session: Session,
        conversation_id: str,
        items: Sequence[Mapping[str, Any]],
        now: datetime,
        *,
        language: str | None = None,
    ) -> Update:
        """Say items, as actions say them, in the caller's transaction; return what to publish after it.

        They are said in the conversation's language, or in the given one where it has none yet, whoever owns
        the conversation. While a turn is under way nothing is said: the turn's end would overwrite the
        buttons, and the answer to what the customer asked comes first. So this locks the conversation, and
        raises BusyError, or UnknownConversationError; the caller then rolls its transaction back.
        """
        connection = session.connection()
        found = connection.execute(LOCK, {"key": conversation_id}).first()
        if found is None and not connection.scalar(THERE, {"key": conversation_id}):
            raise UnknownConversationError(conversation_id)
        if found is None or connection.scalar(UNDER_WAY, {"key": conversation_id}):
            raise BusyError(conversation_id)
        channel, spoken, pressable = found
        language = next(
            (each for each in (spoken, language) if each in self._replies.texts.languages), DEFAULT
        )
        replies = [self._replies.render(item, language, conversation_id) for item in items]
        offered, shown = choices.offer(pressable, replies, beside_last=True)
        if offered["recent"] != pressable.get("recent", {}):
            connection.execute(
                update(conversations).where(conversations.c.id == conversation_id).values(choices=offered)
            )
        said = outbox.post(connection, conversation_id, channel, [(reply, language) for reply in shown], now)
        return Update(channel, conversation_id, said)
