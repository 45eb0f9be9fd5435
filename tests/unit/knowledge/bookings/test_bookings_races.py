"""Many at once, and processes that die: no time is taken twice, nothing is half done."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from moments import NOW, TUESDAY, at
from sqlalchemy import func, select

from knowledge import vault
from knowledge.bookings import book, waiting
from knowledge.bookings.tables import Booking, BookingEvent, HeldUnit, Notice, Waiting
from knowledge.database import Database
from scripts.bench.bookings import races
from scripts.bench.bookings.network import add_resource, draft
from scripts.places import ROOT

TEN, TWO = at(TUESDAY, 10), at(TUESDAY, 14)
PLACES, PEOPLE = 10, 200


@pytest.fixture
def data_key():
    """A key that other processes can be given."""
    before, key = vault.current(), vault.new_key()
    vault.install(vault.Vault([key]))
    yield key
    vault.install(before)


@pytest.fixture
def task(database, data_key):
    with database.transaction() as session:
        for number in range(2, PLACES + 1):
            add_resource(session, f"car-{number}", "kl")
    url = database.engine.url.render_as_string(hide_password=False)
    return races.Task(url, data_key, "kl", TEN.isoformat(), NOW.isoformat(), ())


def assert_sound(database, bookings):
    """As many bookings as places, each with its own quarters and its history."""
    with database.reading() as session:
        rows = session.execute(select(Booking.id, Booking.reference, Booking.resource_key)).all()
        held = session.execute(select(HeldUnit.booking_id, HeldUnit.resource_key)).all()
        events = session.scalars(select(BookingEvent.booking_id)).all()
    assert len(rows) == len({each.reference for each in rows}) == bookings
    assert Counter(held) == {(each.id, each.resource_key): 4 for each in rows}
    assert Counter(events) == {each.id: 2 for each in rows}


def test_two_hundred_at_once_for_ten_places_give_ten(database, task):
    people = tuple(f"r{number}" for number in range(PEOPLE))

    said = asyncio.run(races.try_all(database, races.Task(**{**vars(task), "requests": people})))

    found = races.outcome(said)
    assert (len(found.references), found.full, found.faults) == (PLACES, PEOPLE - PLACES, {})
    assert_sound(database, PLACES)


def test_two_hundred_in_four_processes_for_ten_places_give_ten(database, task):
    people = [f"r{number}" for number in range(PEOPLE)]

    found = races.run(task, [people[number::4] for number in range(4)])

    assert (len(found.references), found.full, found.faults) == (PLACES, PEOPLE - PLACES, {})
    assert_sound(database, PLACES)


def test_the_same_request_in_four_processes_is_one_booking(database, task):
    alike = [f"same {number}" for number in range(PLACES)] * 4

    found = [races.run(task, [alike] * 4)]

    assert (found[0].full, found[0].faults) == (0, {})
    assert set(found[0].references) == set(alike)
    assert len(set(found[0].references.values())) == PLACES
    assert_sound(database, PLACES)


def test_who_moves_at_once_into_one_time_gets_it_alone(database, data_key):
    hours = [9, 11, 12, 13, 15, 16, 17]
    with database.transaction() as session:
        ids = [
            book.book(session, draft("kl", at(TUESDAY, hour)), request_key=str(hour), now=NOW).id
            for hour in hours
        ]

    async def move(opened, booking_id):
        def work(session):
            return book.move(session, booking_id, TEN, actor="customer", now=NOW)

        try:
            return (await opened.run(work)).starts_at
        except book.FullError:
            return None

    async def all_at_once(other):
        return await asyncio.gather(
            *(move((database, other)[number % 2], each) for number, each in enumerate(ids))
        )

    with Database(database.engine.url) as other:
        moved = asyncio.run(all_at_once(other))

    assert Counter(moved) == {TEN: 1, None: len(hours) - 1}
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(HeldUnit)) == 4 * len(hours)
        starts = set(session.scalars(select(Booking.starts_at)))
    assert len(starts) == len(hours)


def test_bookings_that_swap_their_times_end(database, data_key):
    """Each waits for what the other has: one may get it, and nobody waits for ever."""
    with database.transaction() as session:
        one = book.book(session, draft("kl", TEN), request_key="1", now=NOW).id
        two = book.book(session, draft("kl", TWO), request_key="2", now=NOW).id

    async def move(opened, booking_id, starts_at):
        try:
            await opened.run(
                lambda session: book.move(session, booking_id, starts_at, actor="staff", now=NOW)
            )
        except book.FullError:
            return False
        return True

    async def swap(other):
        return await asyncio.gather(move(database, one, TWO), move(other, two, TEN))

    with Database(database.engine.url) as other:
        for _ in range(5):
            assert not all(asyncio.run(swap(other)))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(HeldUnit)) == 8


def test_an_offer_is_taken_once_while_it_expires(database, data_key):
    with database.transaction() as session:
        booking = book.book(session, draft("kl", TEN), request_key="1", now=NOW)
        wish = draft("kl", None, conversation_id="two")
        first = waiting.join(session, wish, TUESDAY, TUESDAY, request_key="w", now=NOW)
        book.cancel(session, booking.id, actor="customer", now=NOW)
    inside, over = NOW + timedelta(minutes=29), NOW + timedelta(minutes=30)

    async def all_at_once(other):
        accepting = [
            each.run(lambda session, key: waiting.accept(session, first.id, request_key=key, now=inside), key)
            for key, each in (("a", database), ("b", other), ("c", database))
        ]
        expiring = [each.run(waiting.expire, over) for each in (database, other)]
        return await asyncio.gather(*accepting, *expiring, return_exceptions=True)

    with Database(database.engine.url) as other:
        found = asyncio.run(all_at_once(other))

    with database.reading() as session:
        state = session.scalar(select(Waiting.state))
        holding = session.scalars(select(Booking.id).where(Booking.state == "confirmed")).all()
        units = session.scalars(select(HeldUnit.booking_id)).all()
    made = {each.id for each in found[:3] if not isinstance(each, waiting.OfferGoneError)}
    assert (state, len(holding), len(units)) in {("taken", 1, 4), ("expired", 0, 0)}
    assert made == set(holding)
    assert sum(found[3:]) == (state == "expired")


def everything(database):
    with database.reading() as session:
        return [
            session.execute(select(table.__table__).order_by(table.__table__.primary_key.columns[0])).all()
            for table in (Booking, BookingEvent, HeldUnit, Notice, Waiting)
        ]


@pytest.mark.parametrize("what", ["book", "move", "cancel", "accept", "say"])
def test_a_process_that_dies_in_the_middle_leaves_nothing_half(database, data_key, what):
    now, starts_at, key = NOW, TWO, None
    with database.transaction() as session:
        key = book.book(session, draft("kl", TEN), request_key="1", now=NOW).id
        wish = draft("kl", None, conversation_id="two")
        first = waiting.join(session, wish, TUESDAY, TUESDAY, request_key="w", now=NOW)
        if what == "accept":
            book.cancel(session, key, actor="customer", now=NOW)
            key = first.id
    if what == "say":
        now = at(TUESDAY, 8)
    before = everything(database)
    task = {
        "url": database.engine.url.render_as_string(hide_password=False),
        "data_key": data_key,
        "what": what,
        "id": key,
        "now": now.isoformat(),
        "starts_at": starts_at.isoformat(),
    }
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    died = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("dying.py"))],
        input=json.dumps(task) + "\n",
        text=True,
        env=environment,
        stderr=subprocess.PIPE,
    )

    assert (died.returncode, died.stderr) == (-signal.SIGKILL, "")
    assert everything(database) == before
    with database.transaction() as session:  # and the time is not locked by the dead
        assert book.book(session, draft("kl", TWO), request_key="2", now=NOW).starts_at == TWO
