"""Each notice is said once: by one of several services, and after a failure in the middle."""

import asyncio
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from channels import outbox
from channels.notices import BELL
from knowledge import vault
from knowledge.bookings import book
from knowledge.bookings.tables import Notice
from knowledge.conversations import StoredMessage
from knowledge.database import Database
from scripts.bench.bookings.network import add_conversation, add_resource
from tests.unit.channels.notices.conftest import World
from tests.unit.knowledge.bookings.moments import NOW, TUESDAY, WEDNESDAY, at

EARLIER = min(NOW, datetime.now(UTC))  # due whichever clock is asked
MANY = 24
CUSTOMERS = 6  # several notices for each: services meet in one conversation


@pytest.fixture
def due(world: World) -> World:
    """Many bookings that staff have just cancelled."""

    def fill(session):
        for number in range(CUSTOMERS):
            add_conversation(session, f"customer {number}")
        for number in range(MANY):
            add_resource(session, f"more {number}", "kl")

    world.change(fill)
    for number in range(MANY):
        booking = world.book(at(WEDNESDAY, 11), NOW, who=f"customer {number % CUSTOMERS}")
        world.change(book.cancel, booking.id, actor="staff", now=EARLIER)
    return world


def told(world: World) -> Counter[str]:
    """How often each booking's customer was told."""
    with world.database.reading() as session:
        rows = session.scalars(select(StoredMessage).where(StoredMessage.direction == "out")).all()
        return Counter(row.text.partition("(")[2][:9] for row in rows)


def once(world: World) -> bool:
    """Tell whether each was told exactly once, and is to be delivered once."""
    counts = told(world)
    pending = sum(world.change(outbox.depth).values())
    return len(counts) == MANY and set(counts.values()) == {1} and pending == MANY


async def test_two_services_say_each_once(due):
    with Database(due.database.engine.url) as other:
        second = due.service(other)

        async def until_none_is_left(service):
            count = 0
            while True:
                count += await service.look(NOW)
                with due.database.reading() as session:
                    if session.scalar(select(Notice.id).where(Notice.status == "due")) is None:
                        return count

        counts = await asyncio.gather(until_none_is_left(due.notices), until_none_is_left(second))
    assert sum(counts) == MANY
    assert once(due)


async def test_a_transaction_that_fails_at_its_end_leaves_the_notice_due(due, monkeypatch):
    commit = due.database.engine.dialect.do_commit
    failures = iter([True, False, True, True, False, False, True])

    def fail_now_and_then(connection):
        if next(failures, False):
            raise OperationalError("commit", {}, Exception("the connection broke"))
        commit(connection)

    monkeypatch.setattr(due.database.engine.dialect, "do_commit", fail_now_and_then)
    for _ in range(10):
        try:
            await due.notices.look(NOW)
        except OperationalError:
            continue
    monkeypatch.undo()
    await due.notices.look(NOW)
    assert once(due)


async def test_without_the_keys_nothing_is_dropped(due):
    right = vault.current()
    vault.install(vault.Vault([vault.new_key()]))
    try:
        with pytest.raises(vault.VaultError):
            await due.notices.look(NOW)
    finally:
        vault.install(right)
    await due.notices.look(NOW)
    assert once(due)


async def test_the_service_goes_on_by_itself_and_hears_the_bell(due):
    listeners = [f"customer {number}" for number in range(CUSTOMERS)]
    heard = asyncio.Queue()

    async def listen(conversation_id):
        with due.hub.subscribe(conversation_id) as subscription:
            while True:
                await heard.put(await subscription.get())

    listening = [asyncio.create_task(listen(each)) for each in listeners]
    await asyncio.sleep(0)
    due.notices.start()
    try:
        async with asyncio.timeout(20):
            said = [each for _ in range(MANY) for each in (await heard.get()).said]
            assert len({each.id for each in said}) == MANY
            booking = due.book(at(TUESDAY, 11), NOW, who="customer 1")
            due.change(book.cancel, booking.id, actor="staff", now=EARLIER)
            due.hub.bell(BELL).set()
            update = await heard.get()
        assert booking.reference in update.said[0].reply.text
    finally:
        await due.notices.stop()
        for task in listening:
            task.cancel()
