from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from knowledge.database import Database
from knowledge.migrations import migrate
from tests.unit.channels.road import Road, StandIn, write_catalogue

# The databases of the knowledge tests serve here as well.
from tests.unit.knowledge.conftest import database_url, postgres_url, sqlite_url

__all__ = ["database_url", "postgres_url", "sqlite_url"]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    return write_catalogue(tmp_path / "messages")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated database of each kind in turn."""
    migrate(database_url)
    with Database(database_url) as opened:
        yield opened


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """A migrated SQLite file, where the kind of database does not matter."""
    migrate(sqlite_url)
    with Database(sqlite_url) as opened:
        yield opened


@pytest.fixture
async def rasa() -> AsyncIterator[StandIn]:
    async with StandIn() as running:
        yield running


@pytest.fixture
async def road(sqlite: Database, rasa: StandIn, catalogue: Path) -> AsyncIterator[Road]:
    """A running gateway on SQLite."""
    async with Road(sqlite, rasa.url, catalogue) as running:
        yield running


@pytest.fixture
async def any_road(database: Database, rasa: StandIn, catalogue: Path) -> AsyncIterator[Road]:
    """A running gateway on each kind of database in turn."""
    async with Road(database, rasa.url, catalogue) as running:
        yield running
