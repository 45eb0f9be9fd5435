"""PostgreSQL for tests: a scratch database on the server that there is."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from knowledge.database import Database
from knowledge.migrations import migrate

SERVER = os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")


@contextmanager
def scratch() -> Iterator[str]:
    """A new, empty database; the test is skipped without a server, except in CI."""
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 5})
    name = f"smart_test_{secrets.token_hex(6)}"
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError as error:
        server.dispose()
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL at {SERVER}: {error.orig}")
    try:
        yield server.url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


@contextmanager
def with_tables(kind: str, folder: Path) -> Iterator[Database]:
    """A database of a kind, "sqlite" or "postgres", with the tables."""
    with ExitStack() as open_:
        url = open_.enter_context(scratch()) if kind == "postgres" else f"sqlite:///{folder}/smart.db"
        migrate(url)
        yield open_.enter_context(Database(url))
