"""The databases that are measured on: a SQLite file, and PostgreSQL where there is one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from scripts.console import say

SERVER = os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")


def databases(folder: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the URL of each database, new and empty, gone afterwards."""
    for each in folder.glob(f"{name}.db*"):
        each.unlink()
    yield "SQLite", f"sqlite:///{folder / name}.db"
    try:
        with _scratch() as url:
            yield "PostgreSQL", url
    except OperationalError:
        say(f"PostgreSQL is left out: there is none at {SERVER}.")


@contextmanager
def _scratch() -> Iterator[str]:
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    name = f"smart_bench_{secrets.token_hex(4)}"
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield server.url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()
