"""A database with tables and nothing else."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from knowledge.database import Database
from knowledge.migrations import migrate


@pytest.fixture
def database(database_url) -> Iterator[Database]:
    """Each kind of database in turn, with empty tables."""
    migrate(database_url)
    with Database(database_url) as opened:
        yield opened


@pytest.fixture
def writing(database) -> Iterator[Session]:
    """A session that writes; what it wrote is not kept."""
    with database.transaction() as session:
        yield session
        session.rollback()


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Iterator[Database]:
    """An SQLite database with empty tables, for tests with many cases that leave nothing behind."""
    url = f"sqlite:///{tmp_path_factory.mktemp('outlets')}/smart.db"
    migrate(url)
    with Database(url) as opened:
        yield opened


@pytest.fixture
def scratch(empty) -> Iterator[Session]:
    """A session that writes to it; what it wrote is not kept."""
    with empty.transaction() as session:
        yield session
        session.rollback()
