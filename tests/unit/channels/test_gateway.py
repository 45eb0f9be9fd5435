"""What the gateway does with a message, on both kinds of database."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from channels import gateway as gateway_module
from channels import outbox
from knowledge import conversations
from knowledge.conversations import Conversation
from knowledge.database import Database
from knowledge.migrations import migrate
from tests.unit.channels.road import Road, answer, echo, texts, until


async def test_message_is_answered_and_all_of_it_kept(any_road, rasa):
    said = await any_road.say("how much is the premium")

    assert texts(said) == ["[en] how much is the premium"]
    (row,) = await any_road.done(1)
    assert (row.status, row.claimed_by, row.attempts) == ("done", None, 0)
    incoming, outgoing = await any_road.history()
    assert (incoming.direction, incoming.author, incoming.text) == (
        "in",
        "customer",
        "how much is the premium",
    )
    assert (outgoing.direction, outgoing.author, outgoing.language) == ("out", "assistant", "en")
    assert outgoing.content == {"text": "[en] how much is the premium"}
    assert [each.status for each in await any_road.outgoing()] == ["sent"]


async def test_state_of_a_turn_is_sent_with_the_next(any_road, rasa):
    await any_road.say("one")
    await any_road.say("two")

    assert [turn["state"] for turn in rasa.turns] == [None, [{"event": "user", "text": "one"}]]
    assert (await any_road.conversation()).state == [
        {"event": "user", "text": "one"},
        {"event": "user", "text": "two"},
    ]


async def test_same_event_is_one_turn(any_road, rasa):
    message = any_road.message("hello")
    first = await any_road.gateway.receive(message)
    second = await any_road.gateway.receive(message)
    await any_road.done(1)
    third = await any_road.gateway.receive(message)

    assert first.new
    assert not second.new
    assert (third.new, third.done) == (False, True)
    assert first.inbox_id == second.inbox_id == third.inbox_id
    assert len(rasa.turns) == 1
    assert len(await any_road.history()) == 2


async def test_same_event_of_another_sender_changes_nothing(any_road, rasa):
    await any_road.send(any_road.message("hello", event_id="taken"))
    receipt = await any_road.gateway.receive(any_road.message("mine", "bob", event_id="taken"))

    assert not receipt.new
    assert rasa.texts() == ["hello"]


async def test_messages_of_one_conversation_keep_their_order(any_road, rasa):
    sent = [f"message {number}" for number in range(20)]
    for text in sent:
        await any_road.gateway.receive(any_road.message(text))
    await any_road.done(20)

    assert rasa.texts() == sent
    assert rasa.most_under_way == 1
    assert [len(turn["state"] or []) for turn in rasa.turns] == list(range(20))


async def test_no_more_conversations_at_once_than_allowed(database, rasa, catalogue):
    async with Road(database, rasa.url, catalogue, limit=4) as road:
        await asyncio.gather(
            *(
                road.gateway.receive(road.message(f"{number}", f"sender-{number % 12}"))
                for number in range(36)
            )
        )
        rows = await road.done(36)

    assert {row.status for row in rows} == {"done"}
    assert rasa.most_under_way <= 4
    assert len(rasa.turns) == 36


async def test_message_survives_who_handed_it_in(any_road, rasa):
    task = asyncio.create_task(any_road.gateway.receive(any_road.message("hello")))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    await any_road.done(1)
    assert rasa.texts() == ["hello"]


async def test_agents_conversation_never_reaches_rasa(any_road, rasa):
    await any_road.say("hello")
    talk = await any_road.conversation()
    await any_road.database.run(conversations.give_to, talk.id, "agent")

    assert await any_road.say("are you there?") == ()
    assert rasa.texts() == ["hello"]
    assert [row.text for row in await any_road.history()][-1] == "are you there?"
    assert {row.status for row in await any_road.done(2)} == {"done"}
    assert (await any_road.conversation()).state == talk.state


async def test_agent_who_takes_over_during_a_turn_is_not_talked_over(any_road, rasa):
    rasa.open.clear()
    asking = asyncio.create_task(any_road.say("hello"))
    await rasa.arrived.wait()
    await any_road.database.run(conversations.give_to, (await any_road.conversation()).id, "agent")
    rasa.open.set()

    assert await asking == ()
    assert [row.direction for row in await any_road.history()] == ["in"]
    assert (await any_road.conversation()).state is None


async def test_reply_that_cannot_be_worded_is_owned_up_to(road, rasa, caplog):
    await road.say("one")
    rasa.plan.append(answer({"response": "utter_that_nobody_wrote"}, state=[{"event": "lost"}]))

    assert texts(await road.say("two")) == ["[en] utter_fault"]
    assert "utter_that_nobody_wrote" in caplog.text
    assert (await road.conversation()).state == [{"event": "user", "text": "one"}]
    assert [row.status for row in await road.done(2)] == ["done", "failed"]
    assert texts(await road.say("three")) == ["[en] three"]


async def test_replies_that_nobody_waits_for_come_with_the_next_answer(road, rasa):
    await road.gateway.receive(road.message("one"))
    await road.done(1)
    assert [row.status for row in await road.outgoing()] == ["pending"]

    assert texts(await road.say("two")) == ["[en] one", "[en] two"]
    assert [row.status for row in await road.outgoing()] == ["sent", "sent"]


async def test_answer_that_was_given_once_more_is_not_put_back(any_road):
    message = any_road.message("one")
    await any_road.send(message)
    [row] = await any_road.outgoing()
    database, conversation = any_road.database, row.conversation_id
    again = datetime.now(UTC)

    # The first request turns out to be dead just after a second one has been given the same answer.
    assert texts(await database.run(outbox.answer_of, conversation, row.inbox_id, again)) == ["[en] one"]
    await database.run(outbox.put_back, conversation, row.inbox_id, row.sent_at)
    assert [each.status for each in await any_road.outgoing()] == ["sent"]

    await database.run(outbox.put_back, conversation, row.inbox_id, again)
    assert [each.status for each in await any_road.outgoing()] == ["pending"]


async def test_stopping_ends_the_turn_under_way(database, rasa, catalogue):
    async with Road(database, rasa.url, catalogue) as road:
        rasa.open.clear()
        asking = asyncio.create_task(road.say("hello"))
        await rasa.arrived.wait()
        stopping = asyncio.create_task(road.gateway.stop())
        await asyncio.sleep(0)
        rasa.open.set()

        assert texts(await asking) == ["[en] hello"]
        await stopping


async def test_stopping_lets_go_of_what_cannot_end(database, rasa, catalogue):
    async with Road(database, rasa.url, catalogue) as road:
        rasa.plan.append("hang")
        message = road.message("hello")
        with road.hub.expect(message.channel, message.event_id) as waiter:
            await road.gateway.receive(message)
            await rasa.arrived.wait()
            await road.gateway.stop(grace_seconds=0.05)
            assert await waiter.wait(1) is None
            assert waiter.over
        (row,) = await road.done(0)
        assert (row.status, row.claimed_by) == ("new", None)

    async with Road(database, rasa.url, catalogue) as road:
        assert (await road.done(1))[0].status == "done"


async def test_message_after_stopping_is_kept_for_the_next_process(database, rasa, catalogue):
    async with Road(database, rasa.url, catalogue) as road:
        await road.gateway.stop()
        receipt = await road.gateway.receive(road.message("late"))
        assert receipt.new
        assert rasa.texts() == []

    async with Road(database, rasa.url, catalogue) as road:
        await road.done(1)
    assert rasa.texts() == ["late"]


async def test_two_gateways_share_the_work_and_do_nothing_twice(database_url, rasa, catalogue):
    migrate(database_url)
    with Database(database_url) as one, Database(database_url) as two:
        quick = {"poll_seconds": 0.05, "limit": 3}
        async with (
            Road(one, rasa.url, catalogue, **quick) as first,
            Road(two, rasa.url, catalogue, **quick) as second,
        ):
            roads = (first, second)
            for number in range(60):
                road = roads[number % 2]
                await road.gateway.receive(
                    road.message(f"{number}", f"sender-{number % 6}", f"event-{number}")
                )
            rows = await first.done(60)
            talks = await first.rows(Conversation)

    assert {row.status for row in rows} == {"done"}
    assert sorted(map(int, rasa.texts())) == list(range(60))
    for talk in talks:
        asked = [int(turn["message"]) for turn in rasa.turns if turn["sender"] == talk.id]
        assert asked == sorted(asked)
        assert len(talk.state) == 10


async def test_claim_of_a_dead_process_runs_out(database, rasa, catalogue):
    short = {"lease": timedelta(seconds=0.3), "poll_seconds": 0.05}
    rasa.plan.append("hang")
    dead = Road(database, rasa.url, catalogue, **short)
    async with dead.rasa:
        # As after a kill: no gateway moves the claim on, none lets it go.
        await dead.gateway.receive(dead.message("hello"))
        await rasa.arrived.wait()
        async with Road(database, rasa.url, catalogue, **short) as alive:
            rows = await alive.done(1)
            # The first one wakes up after all: what it worked out is void.
            assert rows[0].status == "done"
        await dead.gateway.stop(0)
    assert rasa.texts() == ["hello", "hello"]
    assert [row.direction for row in await alive.history()] == ["in", "out"]


async def test_late_answer_of_a_process_that_lost_its_claim_is_void(database, rasa, catalogue, caplog):
    short = {"lease": timedelta(seconds=0.3), "poll_seconds": 0.05}
    rasa.open.clear()
    slow = Road(database, rasa.url, catalogue, **short)
    async with slow.rasa:
        await slow.gateway.receive(slow.message("hello"))
        await rasa.arrived.wait()
        async with Road(database, rasa.url, catalogue, **short) as quick:
            await until(lambda: len(rasa.turns) == 2)
            rasa.open.set()
            await quick.done(1)
            await until(lambda: "took a turn over" in caplog.text)
            assert [row.direction for row in await quick.history()] == ["in", "out"]


@pytest.mark.parametrize("reply_count", [1, 3])
async def test_listeners_hear_of_every_turn(road, rasa, reply_count):
    await road.say("hello")
    talk = await road.conversation()
    rasa.plan.append(answer(*(echo(f"{number}") for number in range(reply_count))))
    with road.hub.subscribe(talk.id) as subscription:
        message = road.message("again")
        await road.gateway.receive(message)
        update = await asyncio.wait_for(subscription.get(), 5)

    assert update.event_id == message.event_id
    assert [each.reply.text for each in update.said] == [f"[en] {n}" for n in range(reply_count)]
    stored = [row.id for row in await road.history() if row.direction == "out"]
    assert [each.id for each in update.said] == stored[-reply_count:]


def test_waits_between_attempts_grow():
    for waits in (gateway_module.FAILED_WAITS, gateway_module.UNREACHABLE_WAITS):
        assert list(waits) == sorted(waits)
    # A REST caller waits 30 s: it must hear of a fault within that time.
    assert sum(gateway_module.FAILED_WAITS) < 25
