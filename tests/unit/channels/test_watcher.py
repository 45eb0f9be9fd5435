"""A listener in one process hears what another process says."""

import asyncio

import pytest

from channels.watcher import Watcher
from tests.unit.channels.road import Road


@pytest.fixture
async def other(any_road, database, rasa, catalogue):
    """A second process's gateway on the same database."""
    async with Road(database, rasa.url, catalogue) as running:
        yield running


async def test_what_another_process_says_is_heard(any_road, other):
    await any_road.say("hello")
    talk = await any_road.conversation()
    watcher = Watcher(any_road.database, any_road.hub)
    with any_road.hub.subscribe(talk.id) as subscription:
        await watcher.look()
        await other.say("again")
        await watcher.look()

        update = await asyncio.wait_for(subscription.get(), 1)
        assert (update.conversation_id, update.channel, update.said) == (talk.id, "rest", ())
        # Once, and not again with each look.
        await watcher.look()
        await watcher.look()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(subscription.get(), 0.05)


async def test_what_this_process_says_is_not_heard_twice(any_road):
    await any_road.say("hello")
    talk = await any_road.conversation()
    watcher = Watcher(any_road.database, any_road.hub)
    with any_road.hub.subscribe(talk.id) as subscription:
        await watcher.look()
        await any_road.say("again")
        await watcher.look()

        assert len((await asyncio.wait_for(subscription.get(), 1)).said) == 1
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(subscription.get(), 0.05)


async def test_other_conversations_are_nobodys_news(any_road, other):
    await any_road.say("hello")
    talk = await any_road.conversation()
    watcher = Watcher(any_road.database, any_road.hub)
    with any_road.hub.subscribe(talk.id) as subscription:
        await watcher.look()
        await other.say("hello", sender="bob")
        await watcher.look()

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(subscription.get(), 0.05)


async def test_watching_goes_on_by_itself(any_road, other):
    await any_road.say("hello")
    talk = await any_road.conversation()
    watcher = Watcher(any_road.database, any_road.hub)
    with any_road.hub.subscribe(talk.id) as subscription:
        await watcher.look()
        watcher.start()
        await other.say("again")
        await asyncio.wait_for(subscription.get(), 5)
        await watcher.stop()
