"""How long what is personal is kept, and the job that erases what has had its time."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, and_, delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from knowledge.bookings.tables import AccessCode, Booking, Waiting
from knowledge.conversations import Conversation, StoredMessage
from knowledge.database import Base, Database
from knowledge.handovers import Handover
from knowledge.privacy.erase import forget_bookings

NEVER = datetime.min.replace(tzinfo=UTC)
BATCH = 50  # rows of a kind that one transaction erases: nobody waits for it longer than a moment


@dataclass(frozen=True, slots=True)
class Period:
    """For how long something is kept, counted from what, and why so long."""

    length: timedelta
    since: str
    reason: str

    @property
    def months(self) -> int:
        """The period as people say it."""
        return round(self.length / timedelta(days=365 / 12))


# The one place where periods stand; docs/privacy.md and the notices repeat them, and tests hold those to it.
TALK = Period(
    timedelta(days=365),
    "the conversation's last message",
    "who comes back within a year, with a car bought meanwhile, is not asked everything again",
)
BOOKING = Period(
    timedelta(days=183),
    "the appointment's end",
    "questions about a visit and complaints come within months; what was booked stays, without a person",
)
HANDOVER = Period(
    timedelta(days=365), "the request", "as long as the conversation that it was asked for in, at most"
)
CODE = Period(
    timedelta(days=1), "the code's making", "it opens a booking for minutes; attempts count for a day"
)
WAITING = Period(timedelta(days=31), "the last day that would do", "to answer why no slot was offered")
PERIODS = {"talk": TALK, "booking": BOOKING, "handover": HANDOVER, "code": CODE, "waiting": WAITING}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was erased: conversations with all that was said, private data of bookings, and so on."""

    conversations: int = 0
    bookings: int = 0
    handovers: int = 0
    codes: int = 0
    waiting: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def __str__(self) -> str:
        return ", ".join(f"{each.name} {getattr(self, each.name)}" for each in fields(self))


@dataclass(frozen=True, slots=True)
class Due:
    """What has had its time, by key."""

    conversations: tuple[str, ...] = ()
    bookings: tuple[int, ...] = ()
    handovers: tuple[int, ...] = ()
    codes: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()

    @property
    def counts(self) -> Counts:
        """How much that is."""
        return Counts(*(len(getattr(self, each.name)) for each in fields(Counts)))


def due(session: Session, now: datetime, limit: int | None = BATCH) -> Due:
    """Return what has had its time, at most so many of each kind; only looks."""

    def found[K](key: InstrumentedAttribute[K], condition: ColumnElement[bool]) -> tuple[K, ...]:
        return tuple(session.scalars(select(key).where(condition).order_by(key).limit(limit)))

    return Due(
        conversations=found(Conversation.id, silent(now)),
        bookings=found(Booking.id, _past(now)),
        handovers=found(Handover.id, Handover.created_at < now - HANDOVER.length),
        codes=found(AccessCode.id, AccessCode.created_at < now - CODE.length),
        waiting=found(Waiting.id, Waiting.last_day < (now - WAITING.length).date()),
    )


def erase(session: Session, found: Due, now: datetime) -> Counts:
    """Erase what was found due and still is."""

    def gone(table: type[Base], condition: ColumnElement[bool]) -> int:
        statement = delete(table).where(condition).execution_options(synchronize_session=False)
        return cast(CursorResult[Any], session.execute(statement)).rowcount

    # As a message that comes in locks it: a customer who comes back this very moment keeps the conversation.
    ids = Conversation.id.in_(found.conversations)
    session.execute(select(Conversation.id).where(ids).with_for_update())
    past = select(Booking.id).where(Booking.id.in_(found.bookings), _past(now))
    return Counts(
        bookings=forget_bookings(session, session.scalars(past).all()),
        handovers=gone(Handover, Handover.id.in_(found.handovers)),
        codes=gone(AccessCode, AccessCode.id.in_(found.codes)),
        waiting=gone(Waiting, Waiting.id.in_(found.waiting)),
        # With it, by their foreign keys, go its messages, inbox, outbox and whatever else is its alone.
        conversations=gone(Conversation, and_(ids, silent(now))),
    )


def run(database: Database, now: datetime) -> Counts:
    """Erase all that has had its time, batch by batch."""
    erased = Counts()
    while True:
        with database.reading() as session:
            found = due(session, now)
        with database.transaction() as session:
            batch = erase(session, found, now)
        if not batch:
            return erased
        erased += batch


def silent(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a conversation in which nothing has been said for too long."""
    last = (
        select(StoredMessage.created_at)
        .where(StoredMessage.conversation_id == Conversation.id)
        .order_by(StoredMessage.id.desc())
        .limit(1)
        .correlate(Conversation)
        .scalar_subquery()
    )
    # Without any message it is nobody's: such a row is left where two of them brought the same event.
    return func.coalesce(last, NEVER) < now - TALK.length


def _past(now: datetime) -> ColumnElement[bool]:
    return and_(Booking.private.is_not(None), Booking.ends_at < now - BOOKING.length)
