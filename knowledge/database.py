"""The database: declarative base, column types, engine, and transactions run off the event loop."""

import asyncio
import contextvars
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, Self

from sqlalchemy import (
    URL,
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    Numeric,
    String,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import TypeDecorator, TypeEngine

# SQLite has one writer at a time whatever we do, so one thread queues the writers fairly, where
# SQLite's own busy handler would poll.
SQLITE_READERS = 3
SERVER_THREADS = 8
BUSY_TIMEOUT_MS = 10_000
BUSY_PAUSE_SECONDS = 0.01
READ_ONLY = "smart_read_only"
SACRIFICED = ("40001", "40P01")  # SQLSTATE of a serialization failure and of a deadlock


class Base(DeclarativeBase):
    """Base of every table; the naming convention lets migrations address every constraint."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware datetimes only go in, and always come out in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn the moment into UTC; SQLite keeps no offset, so it gets the plain UTC time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone: {value.isoformat()}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """An exact decimal number: NUMERIC where the database has it, text on SQLite (which has floats only)."""

    impl = Numeric()
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type."""
        return dialect.type_descriptor(String(40) if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Write the number without an exponent."""
        if value is None:
            return None
        return format(value, "f") if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Read the number as it was written."""
        return None if value is None else Decimal(value)


def create(url: str | URL, *, foreign_keys: bool = True) -> Engine:
    """Make the engine for a database URL, with the settings that its kind of database needs."""
    address = make_url(url)
    if address.drivername in ("postgres", "postgresql"):
        address = address.set(drivername="postgresql+psycopg")
    # An error of the database names the statement, never what customers wrote.
    if address.get_backend_name() != "sqlite":
        return create_engine(
            address, hide_parameters=True, pool_size=SERVER_THREADS, max_overflow=0, pool_pre_ping=True
        )
    if not in_memory(address):
        Path(str(address.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, hide_parameters=True)
    else:
        engine = create_engine(
            address, hide_parameters=True, poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    _prepare_sqlite(engine, foreign_keys)
    return engine


def was_sacrificed(error: Exception) -> bool:
    """Tell whether the database gave a transaction up for another's sake: done again, it should succeed."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in SACRIFICED


def in_memory(address: URL) -> bool:
    """Tell whether this SQLite database lives in memory, on one connection."""
    return address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; at this SQLite does not wait for other processes by itself, so we do."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(BUSY_PAUSE_SECONDS)


def _prepare_sqlite(engine: Engine, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: Any, record: Any) -> None:
        # The driver's own BEGIN comes too late (at the first write), where two readers that turn into
        # writers fail at once; the listener below begins each transaction instead.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous=FULL")  # an acknowledged message survives a power cut
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get(READ_ONLY, False)
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class Database:
    """One database: transactions for synchronous code, and a thread pool that runs them for async code."""

    def __init__(self, url: str | URL) -> None:
        self.engine = create(url)
        # PostgreSQL takes `postgresql_readonly`, SQLite our own option; each ignores the other's.
        self._reading = self.engine.execution_options(**{READ_ONLY: True, "postgresql_readonly": True})
        sqlite = self.engine.dialect.name == "sqlite"
        self._writers = ThreadPoolExecutor(1 if sqlite else SERVER_THREADS, "database")
        self._readers = self._writers
        if sqlite and not in_memory(self.engine.url):
            self._readers = ThreadPoolExecutor(SQLITE_READERS, "database-read")

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a session in one transaction: commit on leaving, rollback on an exception."""
        with Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session in one transaction that the database lets read only."""
        with Session(self._reading) as session, session.begin():
            yield session

    async def run[**P, T](
        self, fn: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `fn(session, …)` in one transaction on a database thread.

        Cancelling the caller does not undo a transaction that has begun: it ends by itself.
        """
        return await _on(self._writers, self.transaction, lambda session: fn(session, *args, **kwargs))

    async def read[**P, T](
        self, fn: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `fn(session, …)` in one read-only transaction on a database thread."""
        return await _on(self._readers, self.reading, lambda session: fn(session, *args, **kwargs))

    def close(self) -> None:
        """Wait for the transactions under way and close every connection."""
        self._readers.shutdown()
        self._writers.shutdown()
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


async def _on[T](
    pool: ThreadPoolExecutor,
    open_: Callable[[], AbstractContextManager[Session]],
    work: Callable[[Session], T],
) -> T:
    def transact() -> T:
        with open_() as session:
            return work(session)

    # The caller's context (log fields) goes along to the thread.
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(pool, context.run, transact)
