"""What the database has of the customers of the crash test."""

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.conversations import Conversation, InboxRow, OutboxRow, StoredMessage
from knowledge.handovers import Handover

REFERENCE = re.compile(r"\b(AG|CB)-[0-9A-Z]{6}\b")
TOKEN = re.compile(r"\bb-[0-9a-f]{12}\b")
# Of a dialogue state: what differs from one conversation to the next without meaning anything.
PASSING = {"timestamp", "message_id", "metadata", "confidence", "confidence_entity", "model_id"}


@dataclass
class Record:
    """All rows of one conversation, in order."""

    conversation: Conversation
    inbox: list[InboxRow] = field(default_factory=list)
    messages: list[StoredMessage] = field(default_factory=list)
    outbox: list[OutboxRow] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)

    @property
    def replies(self) -> list[StoredMessage]:
        """Return what was said to the customer."""
        return [message for message in self.messages if message.direction == "out"]

    def replies_to(self, event: str) -> list[StoredMessage]:
        """Return what was said in answer to one message."""
        return [message for message in self.replies if message.event_id == event]


def read(session: Session) -> dict[str, Record]:
    """Return the record of every customer."""
    conversations = session.scalars(select(Conversation)).all()
    records = {conversation.id: Record(conversation) for conversation in conversations}
    for row in session.scalars(select(InboxRow).order_by(InboxRow.id)):
        records[row.conversation_id].inbox.append(row)
    for message in session.scalars(select(StoredMessage).order_by(StoredMessage.id)):
        records[message.conversation_id].messages.append(message)
    for out in session.scalars(select(OutboxRow).order_by(OutboxRow.id)):
        records[out.conversation_id].outbox.append(out)
    for handover in session.scalars(select(Handover).order_by(Handover.id)):
        records[handover.conversation_id].handovers.append(handover)
    session.expunge_all()
    return {record.conversation.sender: record for record in records.values()}


def alike(value: Any) -> Any:
    """Return a JSON value without what is random by design: references, and the tokens of buttons."""
    if isinstance(value, str):
        return TOKEN.sub("b-…", REFERENCE.sub(r"\1-…", value))
    if isinstance(value, dict):
        return {alike(key): alike(each) for key, each in value.items()}
    return [alike(each) for each in value] if isinstance(value, list) else value


def standing(record: Record) -> Any:
    """Return where the dialogue stands: every slot, the form under way and the last turns."""
    conversation = record.conversation
    return alike(
        [
            conversation.owner,
            conversation.language,
            conversation.language_chosen,
            conversation.market,
            _without_passing(conversation.state),
            [title for _, title in conversation.choices["recent"].values()],
        ]
    )


def handovers(record: Record, events: list[str], whole: bool) -> Any:
    """Return the requests for a person; `whole`: with the transcript that the person reads."""
    events_of = {str(row.id): row.event_id for row in record.inbox}
    return [
        {
            "asked in": events.index(events_of[each.request_key.removeprefix(f"{each.kind}-")]),
            "transcript": [alike(line["text"]) for line in each.transcript] if whole else None,
        }
        | {
            name: getattr(each, name)
            for name in ("kind", "reason", "topic", "language", "market", "phone", "name", "status")
        }
        for each in record.handovers
    ]


def _without_passing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_passing(each) for key, each in value.items() if key not in PASSING}
    return [_without_passing(each) for each in value] if isinstance(value, list) else value
