"""An outlet in Kuala Lumpur with one demo car, customers who write in each language, and two services."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.announce import Announcer
from channels.calendars.links import Calendars
from channels.exports.links import Exports
from channels.hub import Hub
from channels.metrics import Metrics
from channels.notices import Notices
from channels.pictures.links import Pictures
from channels.replies import Replies
from channels.texts import Texts
from knowledge.bookings import book, waiting
from knowledge.bookings.drafts import WaitingRecord
from knowledge.bookings.records import BookingRecord
from knowledge.bookings.tables import Notice
from knowledge.catalogue.tables import Model
from knowledge.conversations import Conversation, StoredMessage
from knowledge.database import Base, Database
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource, draft
from tests.unit.knowledge.servers import with_tables

LANGUAGES = ("en", "ms", "th", "zh")
TEXTS = Texts.load()


class World:
    """What happens at the outlet, and what its customers are told."""

    def __init__(self, database: Database) -> None:
        self.database, self.hub = database, Hub()
        self.notices = self.service()
        self._requests = iter(range(10_000))

    def service(self, database: Database | None = None) -> Notices:
        """A service, as each process has one."""
        replies = Replies(TEXTS, Pictures(b"k" * 32), Calendars(b"k" * 32), Exports(b"k" * 32))
        return Notices(database or self.database, Announcer(replies), self.hub, Metrics())

    def book(self, starts_at: datetime, now: datetime, *, who: str = "en", **more: Any) -> BookingRecord:
        """Book an hour."""
        language = who if who in LANGUAGES else "en"
        wish = draft("kl", starts_at, conversation_id=who, language=language, **more)
        with self.database.transaction() as session:
            return book.book(session, wish, request_key=f"request {next(self._requests)}", now=now)

    def change(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a function of `knowledge` in a transaction of its own."""
        with self.database.transaction() as session:
            return fn(session, *args, **kwargs)

    def wait(self, day: date, now: datetime, *, who: str, **more: Any) -> WaitingRecord:
        """Put somebody in line for a day."""
        wish = draft("kl", None, conversation_id=who, **more)
        key = f"request {next(self._requests)}"
        result: WaitingRecord = self.change(waiting.join, wish, day, day, request_key=key, now=now)
        return result

    def said(self, who: str = "en") -> list[StoredMessage]:
        """What a customer has been told."""
        with self.database.reading() as session:
            rows = session.scalars(
                select(StoredMessage)
                .where(StoredMessage.conversation_id == who, StoredMessage.direction == "out")
                .order_by(StoredMessage.id)
            ).all()
            session.expunge_all()
            return list(rows)

    def payloads(self, message: StoredMessage) -> list[str]:
        """What the buttons of a message mean to Rasa."""
        with self.database.reading() as session:
            recent = session.get_one(Conversation, message.conversation_id).choices["recent"]
        return [recent[button["payload"]][0] for button in message.content.get("buttons", [])]

    def statuses(self) -> dict[str, str]:
        """What became of each kind of notice."""
        with self.database.reading() as session:
            return {row.kind: row.status for row in session.scalars(select(Notice).order_by(Notice.id))}


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Each kind of database in turn, with the tables."""
    with with_tables(request.param, tmp_path_factory.mktemp("notices")) as database:
        yield database


@pytest.fixture
def world(store: Database) -> World:
    """A database with the outlet, its car and the customers, and nothing else."""
    with store.transaction() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        fill(session)
    return World(store)


def fill(session: Session) -> None:
    """Add the outlet, its car and the customers."""
    session.add(Model(key="smart_1", name="smart #1", body="suv", position=1))
    add_outlet(session, "kl")
    add_resource(session, "car-1", "kl")
    for key in (*LANGUAGES, "other"):
        add_conversation(session, key)
        session.get_one(Conversation, key).language = key if key in LANGUAGES else None
