"""An outlet in Kuala Lumpur with one demo car, three conversations, and a Monday morning at ten."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from moments import NOW
from servers import with_tables
from sqlalchemy.orm import Session

from knowledge.bookings import book
from knowledge.bookings.records import BookingRecord
from knowledge.database import Base, Database
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource, draft


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Each kind of database in turn, with the tables; it takes too long to make one for each test."""
    with with_tables(request.param, tmp_path_factory.mktemp("bookings")) as database:
        yield database


@pytest.fixture
def database(store: Database) -> Database:
    """A database with the outlet, its car and the conversations, and nothing else."""
    with store.transaction() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        add_outlet(session, "kl")
        add_resource(session, "car-1", "kl")
        for key in ("one", "two", "three"):
            add_conversation(session, key)
    return store


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def make(session: Session) -> Callable[..., BookingRecord]:
    """Book an hour at the outlet; each call is a request of its own."""
    count = iter(range(1000))

    def make(starts_at: datetime, *, now: datetime = NOW, **more: Any) -> BookingRecord:
        wish = draft(more.pop("outlet_key", "kl"), starts_at, **more)
        return book.book(session, wish, request_key=f"request {next(count)}", now=now)

    return make
