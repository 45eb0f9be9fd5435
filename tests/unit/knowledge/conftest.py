"""Databases for the knowledge tests: SQLite in a file, and PostgreSQL in a scratch database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from knowledge import migrations, seeding
from knowledge.database import Database
from tests.unit.knowledge.servers import scratch


@pytest.fixture
def sqlite_url(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/smart.db"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A new, empty PostgreSQL database; the test is skipped without a server, except in CI."""
    with scratch() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request) -> str:
    """Each kind of database in turn."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture(scope="session")
def seeded(tmp_path_factory) -> Iterator[Database]:
    """A database with the tables and the true seed, for tests that only read."""
    url = f"sqlite:///{tmp_path_factory.mktemp('seeded')}/smart.db"
    migrations.migrate(url)
    with Database(url) as database:
        with database.transaction() as session:
            seeding.seed(session)
        yield database


@pytest.fixture
def session(seeded) -> Iterator[Session]:
    """A reading session on the seeded database."""
    with seeded.reading() as session:
        yield session


@pytest.fixture
def seed_folder(tmp_path) -> Path:
    """A copy of the true seed files, for tests that spoil one."""
    return Path(shutil.copytree(seeding.FOLDER, tmp_path / "seed"))
