"""Everything that can go wrong between the gateway and Rasa, provoked with a real server."""

import asyncio
import json
from datetime import timedelta

import pytest

from channels import gateway as gateway_module
from channels.rasa import Rasa, RasaFailedError, RasaUnreachableError
from tests.unit.channels.road import Road, answer, echo, texts, until

GARBAGE = [
    b"",
    b"not json",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'{"replies": []}',
    b'{"replies": [], "state": [], "intent": null}',
    b'{"replies": "hello", "state": []}',
    b'{"replies": [{"text": "no message id"}], "state": []}',
    b'{"replies": [{"response": "utter_echo"}], "state": null}',
    b'{"replies": [{"response": "utter_echo"}], "state": [], "intent": {"confidence": "high"}}',
    b"[" * 5000,
]


@pytest.fixture
def quick(monkeypatch):
    """Waits as long as they are in production would make these tests last a minute each."""
    monkeypatch.setattr(gateway_module, "FAILED_WAITS", (0.01, 0.01, 0.01, 0.01))
    monkeypatch.setattr(gateway_module, "UNREACHABLE_WAITS", (0.02, 0.05))


async def test_message_waits_for_a_rasa_that_refuses(any_road, rasa, quick):
    await rasa.stop()
    asking = asyncio.create_task(any_road.say("hello"))
    retries = any_road.metrics.retries.labels("unreachable")
    await until(lambda: retries._value.get() >= 3)
    assert [row.status for row in await any_road.done(0)] == ["new"]
    await rasa.start()

    assert texts(await asking) == ["[en] hello"]
    assert [(row.status, row.attempts) for row in await any_road.done(1)] == [("done", 0)]


async def test_nothing_is_lost_while_rasa_comes_and_goes(road, rasa, quick):
    sent = [road.message(f"{number}", f"sender-{number % 5}") for number in range(40)]
    for position, message in enumerate(sent):
        if position % 10 == 5:
            await rasa.stop()
        if position % 10 == 9:
            await rasa.start()
        await road.gateway.receive(message)

    rows = await road.done(40)
    assert {row.status for row in rows} == {"done"}
    assert len([row for row in await road.history() if row.direction == "out"]) == 40


async def test_patience_with_a_rasa_that_stays_away_ends(sqlite, rasa, catalogue, quick):
    await rasa.stop()
    async with Road(sqlite, rasa.url, catalogue, patience=timedelta(seconds=0.2)) as road:
        assert texts(await road.say("hello")) == ["[en] utter_fault"]
        assert [row.status for row in await road.done(1)] == ["failed"]


async def test_turn_that_fails_is_tried_five_times_and_then_owned_up_to(any_road, rasa, quick):
    await any_road.say("one")
    rasa.plan.extend([503] * 5)

    assert texts(await any_road.say("two")) == ["[en] utter_fault"]
    assert rasa.texts() == ["one", *["two"] * 5]
    row = (await any_road.done(2))[1]
    assert (row.status, row.attempts) == ("failed", 4)
    # The conversation goes on from where it stood before.
    assert texts(await any_road.say("three")) == ["[en] three"]
    assert rasa.turns[-1]["state"] == [{"event": "user", "text": "one"}]


async def test_fourth_failure_is_not_the_last_word(road, rasa, quick):
    rasa.plan.extend([503, 500, 503, 404])

    assert texts(await road.say("hello")) == ["[en] hello"]


async def test_later_messages_wait_for_one_that_is_tried_again(road, rasa, quick):
    rasa.plan.extend([503, 503])
    await road.gateway.receive(road.message("one"))
    await road.gateway.receive(road.message("two"))
    await road.done(2)

    assert rasa.texts() == ["one", "one", "one", "two"]


@pytest.mark.parametrize("lacking", ["model", "actions"])
async def test_failure_while_something_starts_is_not_the_turns_fault(road, rasa, quick, lacking):
    setattr(rasa, lacking, None if lacking == "model" else False)
    rasa.plan.extend([503] * 8)
    asking = asyncio.create_task(road.say("hello"))
    await until(lambda: len(rasa.turns) >= 7)
    setattr(rasa, lacking, "model.tar.gz" if lacking == "model" else True)
    rasa.plan.clear()

    assert texts(await asking) == ["[en] hello"]
    assert (await road.done(1))[0].attempts == 0


async def test_rasa_that_hangs_is_asked_again(sqlite, rasa, catalogue, quick):
    rasa.plan.append("hang")
    async with Road(sqlite, rasa.url, catalogue, rasa_seconds=0.2) as road:
        assert texts(await road.say("hello")) == ["[en] hello"]
    assert len(rasa.turns) == 2


@pytest.mark.parametrize("body", GARBAGE, ids=range(len(GARBAGE)))
async def test_answer_that_is_none_is_refused(rasa, body):
    rasa.plan.append(body)
    async with Rasa(rasa.url, rasa.url) as client:
        with pytest.raises(RasaFailedError):
            await client.turn({})


async def test_turn_is_asked_again_after_garbage(road, rasa, quick):
    rasa.plan.extend([b"garbage", b"{}"])

    assert texts(await road.say("hello")) == ["[en] hello"]


async def test_connection_that_breaks_counts_as_not_there(rasa):
    async def slam(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.close()

    server = await asyncio.start_server(slam, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Rasa(f"http://127.0.0.1:{port}", rasa.url) as client:
        with pytest.raises(RasaUnreachableError):
            await client.turn({})


async def test_what_lacks_is_named(rasa):
    async with Rasa(rasa.url, rasa.url) as client:
        assert await client.lacking() == []
        rasa.model = None
        assert await client.lacking() == ["rasa"]
        rasa.actions = False
        assert await client.lacking() == ["rasa", "actions"]
        await rasa.stop()
        assert await client.lacking() == ["rasa", "actions"]


async def test_whole_turn_is_sent(road, rasa):
    await road.say("¿ 你好 #1", sender="ann")

    (body,) = rasa.turns
    talk = await road.conversation()
    assert json.loads(json.dumps(body)) == {
        "sender": talk.id,
        "message": "¿ 你好 #1",
        "choice": None,
        "message_id": "1",
        "metadata": {
            "language": "zh",
            "language_chosen": False,
            "market": "MY",
            "channel": "rest",
            "location": None,
        },
        "state": None,
    }


async def test_several_replies_keep_their_order(road, rasa):
    rasa.plan.append(answer(*(echo(f"{number}") for number in range(5))))

    assert texts(await road.say("hello")) == [f"[en] {number}" for number in range(5)]


async def test_a_fault_of_ours_is_owned_up_to_and_holds_nothing_up(any_road, rasa, monkeypatch):
    async def broken(turn):
        raise LookupError("a gap in the catalogue")

    with monkeypatch.context() as patch:
        patch.setattr(any_road.gateway._dialogue, "turn", broken)
        assert texts(await any_road.say("hello")) == ["[en] utter_fault"]
    assert texts(await any_road.say("hello again")) != ["[en] utter_fault"]
