"""The end of a turn: one transaction that keeps all of it or nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Connection, and_, bindparam, case, or_, select, update
from sqlalchemy.orm import Session

from channels import outbox
from channels.hub import Said
from channels.inbox import Claim, Turn, claim_next, conversations, inbox
from channels.message import Reply
from knowledge.conversations import AGENT, ASSISTANT, OPEN
from knowledge.privacy.erase import erase


class LostClaimError(Exception):
    """Somebody else took the message over; what we worked out is void."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a turn ended: what is said, and where the conversation stands now."""

    replies: tuple[tuple[Reply, str], ...]  # with the language of each
    language: str | None
    chosen: bool  # the customer chose the language in this very turn
    market: str | None
    state: list[Any] | None
    choices: dict[str, Any]
    failed: bool = False
    erases: bool = False  # all that is kept of the customer goes, in the very transaction that says so


@dataclass(frozen=True, slots=True)
class Finished:
    """What a turn left behind."""

    said: tuple[Said, ...]
    before: tuple[Said, ...]  # said earlier, but never delivered until now
    next: Turn | None  # the conversation's next message, claimed already


OURS = (
    select(conversations.c.id)
    .where(conversations.c.id == bindparam("key"), conversations.c.owner == ASSISTANT)
    .with_for_update(key_share=True)  # who adds a message meanwhile need not wait
)
CHOSEN = bindparam("chosen", type_=Boolean())
STAND = (
    update(conversations)
    .where(conversations.c.id == bindparam("key"), conversations.c.owner == ASSISTANT)
    .values(
        # A language that the customer chose in the menu while we worked is not undone by our guess.
        language=case(
            (and_(conversations.c.language_chosen, ~CHOSEN), conversations.c.language),
            else_=bindparam("language", type_=conversations.c.language.type),
        ),
        language_chosen=or_(conversations.c.language_chosen, CHOSEN),
        market=bindparam("new_market"),
        state=bindparam("new_state", type_=conversations.c.state.type),
        choices=bindparam("new_choices", type_=conversations.c.choices.type),
        updated_at=bindparam("now"),
    )
    .returning(conversations.c.id)
)
END = (
    update(inbox)
    .where(inbox.c.id == bindparam("key"), inbox.c.status == OPEN, inbox.c.claimed_by == bindparam("holder"))
    .values(status=bindparam("status"), done_at=bindparam("now"), claimed_by=None, claimed_until=None)
    .returning(inbox.c.id)
)


def finish(
    session: Session,
    turn: Turn,
    ending: Ending,
    now: datetime,
    by: str,
    *,
    delivered: bool,
    claim: Claim | None,
) -> Finished:
    """End the turn, if it is still ours and, for replies, if the conversation is still the assistant's.

    `delivered`: an open request takes the replies along with all that waits; they are marked as sent in it.
    `claim`: claim the conversation's next message in the same breath.
    """
    connection, standing = session.connection(), turn.standing
    if ending.erases and connection.execute(OURS, {"key": standing.id}).first() is not None:
        _erase(connection, turn, now)
    kept = connection.execute(
        STAND,
        {
            "key": standing.id,
            "language": ending.language,
            "chosen": ending.chosen,
            "new_market": ending.market,
            "new_state": ending.state,
            "new_choices": ending.choices,
            "now": now,
        },
    ).first()
    ended = connection.execute(
        END,
        {"key": turn.inbox_id, "holder": by, "status": "failed" if ending.failed else "done", "now": now},
    ).first()
    if ended is None:
        raise LostClaimError(turn.inbox_id)
    before: tuple[Said, ...] = ()
    if delivered:
        before = outbox.collect(connection, standing.id, now, turn.inbox_id)
    said: tuple[Said, ...] = ()
    if kept is not None and ending.replies:
        origin = outbox.Origin(turn.inbox_id, turn.message.event_id)
        said = outbox.post(
            connection, standing.id, turn.message.channel, ending.replies, now, origin, delivered=delivered
        )
    follower = claim_next(connection, standing.id, claim, now) if claim else None
    return Finished(said, before, follower)


def nothing_said(turn: Turn) -> Ending:
    """Return the ending of a turn that leaves the conversation as it is: an agent answers, not we."""
    standing = turn.standing
    return Ending((), standing.language, False, standing.market, standing.state, standing.choices)


def is_agents(turn: Turn) -> bool:
    """Tell whether the conversation belongs to an agent."""
    return turn.standing.owner == AGENT


def _erase(connection: Connection, turn: Turn, now: datetime) -> None:
    # A session of its own, in a savepoint: on SQLite ours is shared with the writes of other turns.
    with Session(connection, join_transaction_mode="create_savepoint") as session, session.begin():
        erase(session, turn.standing.id, now, answering=turn.inbox_id)
