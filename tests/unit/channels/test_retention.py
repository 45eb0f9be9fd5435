"""The periodic erasing: once an hour, by one of several processes, and part of the running application."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from channels.retention import EVERY, Retention
from knowledge.conversations import Conversation
from knowledge.privacy.retention import TALK, Counts
from tests.unit.knowledge.privacy import customers

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def old(session, name):
    customers.talk(session, name, "long ago", at=NOW - TALK.length - timedelta(days=1))


async def left(database) -> set[str]:
    return set(await database.read(lambda session: session.scalars(select(Conversation.id)).all()))


async def test_one_of_several_processes_does_it_once_an_hour(database):
    processes = [Retention(database) for _ in range(4)]
    for number in range(3):
        await database.run(old, f"{number}")
    done = await asyncio.gather(*(each.look(NOW) for each in processes))
    assert [each for each in done if each is not None] == [Counts(conversations=3)]
    assert await left(database) == set()

    await database.run(old, "later")
    again = await asyncio.gather(*(each.look(NOW + EVERY - timedelta(seconds=1)) for each in processes))
    assert again == [None] * 4
    assert await processes[0].look(NOW + EVERY) == Counts(conversations=1)


async def test_it_runs_by_itself(sqlite):
    await sqlite.run(old, "old")
    service = Retention(sqlite)
    service.start()
    async with asyncio.timeout(20):
        while await left(sqlite):  # noqa: ASYNC110 (nothing here is told of it)
            await asyncio.sleep(0.01)
    await service.stop()
