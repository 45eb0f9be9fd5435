"""Work that shares a commit: each piece succeeds or fails by itself, whoever else writes."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from psycopg.errors import DeadlockDetected, SerializationFailure
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from channels import writer as module
from channels.writer import RepeatingWriter, Writer
from knowledge.charging import store
from knowledge.charging.ocpi import parties
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.database import Database
from knowledge.geography import Point

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
PARTY = "MY*ONE"


def create(session):
    session.execute(text("CREATE TABLE kept (value INTEGER UNIQUE)"))


def read(session):
    return sorted(session.scalars(text("SELECT value FROM kept")))


def put(session, value, wrong=False):
    session.connection().execute(text("INSERT INTO kept VALUES (:value)"), {"value": value})
    if wrong:
        raise LookupError(value)
    return value


async def test_joined_work_succeeds_and_fails_each_by_itself(database):
    await database.run(create)
    writer = Writer(database)
    work = [writer.run(put, number, wrong=number % 3 == 0) for number in range(1, 200)]
    results = await asyncio.gather(*work, writer.run(put, 1), return_exceptions=True)
    await as_each_deserved(database, results)


async def test_repeated_work_succeeds_and_fails_each_by_itself(database):
    await database.run(create)
    writer = RepeatingWriter(database)
    work = [
        writer.run_at("here", lambda session, n=number: put(session, n, wrong=n % 3 == 0))
        for number in range(1, 200)
    ]
    again = writer.run_at("here", lambda session: put(session, 1))
    results = await asyncio.gather(*work, again, return_exceptions=True)
    await as_each_deserved(database, results)


async def test_small_changes_wait_for_the_next_commit_of_the_pace(database, monkeypatch):
    await database.run(create)
    writer = RepeatingWriter(database)
    monkeypatch.setattr(writer, "pace", 0.3)
    sizes = []
    write = writer._write
    monkeypatch.setattr(writer, "_write", lambda batch: sizes.append(len(batch)) or write(batch))
    await writer.run_at("here", lambda session: put(session, 0))
    rest = [writer.run_at("here", lambda session, n=number: put(session, n)) for number in range(1, 21)]
    assert await asyncio.gather(*rest) == list(range(1, 21))
    assert sizes == [1, 20]
    assert await database.read(read) == list(range(21))


async def as_each_deserved(database, results):
    kept = [number for number in range(1, 200) if number % 3]
    assert [result for result in results[:-1] if isinstance(result, int)] == kept
    assert {type(result) for result in results[:-1] if not isinstance(result, int)} == {LookupError}
    assert isinstance(results[-1], SQLAlchemyError)
    assert await database.read(read) == kept


async def test_work_whose_owner_left_is_done_all_the_same(sqlite):
    await sqlite.run(create)
    writer = Writer(sqlite)
    tasks = [asyncio.create_task(writer.run(put, number)) for number in range(5)]
    await asyncio.sleep(0)
    for task in tasks[:3]:
        task.cancel()
    assert (await asyncio.gather(*tasks, return_exceptions=True))[3:] == [3, 4]
    assert await sqlite.read(read) == [0, 1, 2, 3, 4]


async def test_repeated_work_shares_a_commit_on_any_database(database, monkeypatch):
    await database.run(create)
    batches = []
    at_once = module._all_at_once

    def note(session, batch):
        batches.append(len(batch))
        at_once(session, batch)

    monkeypatch.setattr(module, "_all_at_once", note)
    writer = RepeatingWriter(database)
    await asyncio.gather(
        *(writer.run_at("here", lambda session, n=number: put(session, n)) for number in range(100))
    )
    assert batches == [64, 36]


async def test_places_are_taken_in_one_order_and_work_at_a_place_in_its_own(sqlite):
    done = []
    writer = RepeatingWriter(sqlite)
    await asyncio.gather(
        *(
            writer.run_at(place, lambda session, each=(place, n): done.append(each))
            for n in range(2)
            for place in ("c", "a", "b")
        )
    )
    assert done == [("a", 0), ("a", 1), ("b", 0), ("b", 1), ("c", 0), ("c", 1)]


@pytest.mark.parametrize("reason", [DeadlockDetected, SerializationFailure])
async def test_work_that_the_database_gave_up_is_done_again(database, reason):
    await database.run(create)
    failures = iter([reason()] * 4)

    def give_up(session):
        put(session, 1000)
        if (failure := next(failures, None)) is not None:
            raise OperationalError("UPDATE", {}, failure)
        return 1000

    writer = RepeatingWriter(database)
    work = [writer.run_at("b", lambda session, n=number: put(session, n)) for number in range(5)]
    assert await asyncio.gather(*work, writer.run_at("a", give_up)) == [0, 1, 2, 3, 4, 1000]
    assert await database.read(read) == [0, 1, 2, 3, 4, 1000]


async def test_work_that_is_given_up_for_ever_fails_by_itself(sqlite):
    def give_up(session):
        raise OperationalError("UPDATE", {}, DeadlockDetected())

    await sqlite.run(create)
    writer = RepeatingWriter(sqlite)
    results = await asyncio.gather(
        writer.run_at("a", give_up), writer.run_at("b", lambda s: put(s, 1)), return_exceptions=True
    )
    assert isinstance(results[0], DBAPIError)
    assert results[1] == 1
    assert await sqlite.read(read) == [1]


async def test_without_a_database_all_work_fails(sqlite_url):
    with Database(sqlite_url) as database:
        writer = RepeatingWriter(database)
        work = [writer.run_at("here", lambda session, n=number: put(session, n)) for number in range(3)]
        results = await asyncio.gather(*work, return_exceptions=True)
    assert {type(result) for result in results} == {OperationalError}


# --- two processes with the same sites


@pytest.fixture
def two(database_url, database) -> Iterator[tuple[Database, Database]]:
    """Two connections' worth of one database, which finds a ring of waiting locks at once."""
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        url = url.update_query_dict({"options": "-c deadlock_timeout=10ms"})
    with Database(url) as one, Database(url) as other:
        with one.transaction() as session:
            parties.add(session, "MY", "ONE", name="One")
            for number in range(20):
                store.put_location(session, PARTY, site(number))
        yield one, other


def site(number: int) -> LocationRecord:
    plug = ConnectorRecord("1", "CHADEMO", "DC", "CABLE", 50.0)
    return LocationRecord(
        f"L{number:02}", "Mall", "MY", Point(3.1, 101.6), (EvseRecord("E", (plug,)),), source="test"
    )


def report(number: int, moment: int):
    at = AT + timedelta(seconds=moment)
    return lambda session: store.set_status(session, PARTY, f"L{number:02}", "E", "CHARGING", at)


@pytest.mark.parametrize("sorted_by_place", [True, False])
async def test_two_processes_with_the_same_sites_in_opposite_order(two, sorted_by_place):
    one, other = map(RepeatingWriter, two)
    work = []
    for moment in range(30):
        for number in range(20):
            there = 19 - number
            work += [
                one.run_at(f"L{number:02}" if sorted_by_place else "", report(number, moment)),
                other.run_at(f"L{there:02}" if sorted_by_place else "", report(there, moment)),
            ]
    assert await asyncio.gather(*work) == [True] * 1200

    def times(session):
        return {store.read_location(session, PARTY, f"L{number:02}").last_updated for number in range(20)}

    assert await two[0].read(times) == {AT + timedelta(seconds=29)}
