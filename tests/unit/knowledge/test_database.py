import asyncio
import contextvars
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, insert, select, update
from sqlalchemy.exc import DBAPIError, StatementError

from knowledge.database import Database, Exact, UtcDateTime, create

THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("count", Integer, default=0),
    Column("moment", UtcDateTime),
    Column("amount", Exact),
)


@pytest.fixture
def database(database_url):
    with Database(database_url) as database:
        THINGS.metadata.create_all(database.engine)
        yield database


def add(session, **values):
    session.execute(insert(THINGS).values(**values))


def count(session) -> int:
    return len(session.execute(select(THINGS)).all())


async def test_run_commits_and_returns(database):
    assert await database.run(lambda session, word: word * 2, "a") == "aa"
    await database.run(add, id=1)

    assert await database.read(count) == 1


async def test_exception_undoes_the_whole_transaction(database):
    def add_and_fail(session):
        add(session, id=1)
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        await database.run(add_and_fail)

    assert await database.read(count) == 0


async def test_reading_cannot_write(database):
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        await database.read(add, id=1)

    await database.run(add, id=1)
    assert await database.read(count) == 1


async def test_a_failed_read_does_not_make_the_next_writer_read_only(database):
    for number in range(10):
        with pytest.raises(DBAPIError):
            await database.read(add, id=number)
        await database.run(add, id=number)

    assert await database.read(count) == 10


async def test_no_increment_is_lost(database):
    await database.run(add, id=1, count=0)

    def increment(session):
        query = select(THINGS.c.count).where(THINGS.c.id == 1).with_for_update()
        value = session.execute(query).scalar_one()
        session.execute(update(THINGS).where(THINGS.c.id == 1).values(count=value + 1))

    await asyncio.gather(*(database.run(increment) for _ in range(100)))

    assert await database.read(lambda session: session.execute(select(THINGS.c.count)).scalar_one()) == 100


async def test_two_databases_on_one_file_do_not_lose_increments(sqlite_url):
    with Database(sqlite_url) as one, Database(sqlite_url) as other:
        THINGS.metadata.create_all(one.engine)
        await one.run(add, id=1, count=0)

        def increment(session):
            value = session.execute(select(THINGS.c.count)).scalar_one()
            session.execute(update(THINGS).values(count=value + 1))

        await asyncio.gather(*(each.run(increment) for each in (one, other) * 50))

        assert await one.read(lambda session: session.execute(select(THINGS.c.count)).scalar_one()) == 100


async def test_the_callers_context_goes_along(database):
    field = contextvars.ContextVar("field", default="")
    field.set("conversation 7")

    assert await database.run(lambda session: field.get()) == "conversation 7"


async def test_close_waits_for_what_is_under_way(sqlite_url):
    database = Database(sqlite_url)
    THINGS.metadata.create_all(database.engine)
    task = asyncio.create_task(database.run(add, id=1))
    await asyncio.sleep(0)  # the task hands its work to the thread
    database.close()
    await task

    with Database(sqlite_url) as again, again.reading() as session:
        assert count(session) == 1


def test_memory_database_keeps_its_tables():
    with Database("sqlite://") as database:
        THINGS.metadata.create_all(database.engine)
        with database.transaction() as session:
            add(session, id=1)
        with database.reading() as session:
            assert count(session) == 1


def test_a_folder_that_is_missing_is_made(tmp_path):
    with Database(f"sqlite:///{tmp_path}/new/folder/smart.db") as database, database.reading() as session:
        session.connection()

    assert (tmp_path / "new/folder/smart.db").exists()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_takes_the_one_driver(scheme):
    with Database(f"{scheme}://someone@example.invalid/smart") as database:
        assert database.engine.driver == "psycopg"


def test_sqlite_is_durable_and_keeps_references(sqlite_url):
    with Database(sqlite_url) as database, database.reading() as session:
        pragmas = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


def test_a_moment_without_zone_is_refused(database):
    with pytest.raises(StatementError, match="time zone"), database.transaction() as session:
        add(session, id=1, moment=datetime(2026, 1, 1))


def test_what_is_absent_stays_absent(database):
    with database.transaction() as session:
        add(session, id=1)
        row = session.execute(select(THINGS)).one()

    assert (row.moment, row.amount) == (None, None)


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2999, 1, 1), timezones=ZONES)
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)


@given(moment=MOMENTS, amount=AMOUNTS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moments_and_amounts_come_back_exactly(database, moment, amount):
    with database.transaction() as session:
        add(session, moment=moment, amount=amount)
        session.flush()
        row = session.execute(select(THINGS).order_by(THINGS.c.id.desc())).first()

    assert row.moment == moment
    assert row.moment.tzinfo is UTC
    assert row.amount == amount
    assert isinstance(row.amount, Decimal)


def test_opening_waits_for_a_process_that_holds_the_file(tmp_path):
    path = tmp_path / "smart.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE TABLE held (x)")
    other.execute("BEGIN IMMEDIATE")  # here SQLite answers "locked" at once, whatever its busy timeout
    engine = create(f"sqlite:///{path}")

    def look() -> object:
        with engine.connect() as connection:
            return connection.exec_driver_sql("PRAGMA journal_mode").scalar()

    with ThreadPoolExecutor() as pool:
        looking = pool.submit(look)
        with pytest.raises(TimeoutError):
            looking.result(timeout=0.2)
        other.execute("COMMIT")
        assert looking.result(timeout=10) == "wal"
    other.close()
    engine.dispose()
