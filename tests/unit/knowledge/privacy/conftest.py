from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from knowledge.database import Database
from knowledge.migrations import migrate
from tests.unit.knowledge.privacy import customers


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Each kind of database in turn, with the customers of `customers.everything`."""
    migrate(database_url)
    with Database(database_url) as opened:
        with opened.transaction() as session:
            customers.everything(session)
        yield opened


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as opened:
        yield opened
