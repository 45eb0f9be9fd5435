"""The turn in which a customer has all erased: one transaction with the reply that says so, or nothing."""

import asyncio

import pytest
from sqlalchemy import text

from channels import inbox, turns
from channels.message import Message
from knowledge import conversations
from knowledge.privacy import consents
from tests.unit.channels.road import PATIENCE, YES_NO, answer, echo, texts, until
from tests.unit.knowledge.privacy.customers import raw
from tests.unit.knowledge.privacy.customers import texts as stored

NAME = "Aminah Binti Yusof"
DONE = answer(echo("all erased", erase=True, buttons=YES_NO), state=[{"event": "user", "text": NAME}])


async def test_nothing_is_left_but_the_reply(any_road, rasa, database_url):
    rasa.plan.append(answer(echo(f"hello {NAME}", buttons=YES_NO)))
    await any_road.say(f"I am {NAME}")
    rasa.plan.append(DONE)
    assert texts(await any_road.say("yes, erase it")) == ["[en] all erased"]

    talk = await any_road.conversation()
    assert talk.state is None
    assert [title for _, title in talk.choices["recent"].values()] == [
        "Yes (en)",
        "No (en)",
    ]  # the reply's own
    assert [row.text for row in await any_road.history()] == ["[en] all erased"]
    assert [row.status for row in await any_road.outgoing()] == ["sent"]
    assert len(await any_road.done(1)) == 1
    assert "yes, erase it" not in str(stored(database_url))


async def test_the_next_message_begins_anew(road, rasa):
    await road.say(f"I am {NAME}")
    rasa.plan.append(DONE)
    await road.say("yes")
    assert texts(await road.say("hello")) == ["[en] hello"]
    assert rasa.turns[-1]["state"] is None


async def test_the_message_that_asked_for_it_is_still_known(any_road, rasa):
    await any_road.say(f"I am {NAME}")
    rasa.plan.append(DONE)
    message = any_road.message("yes")
    first = await any_road.send(message)
    receipt = await any_road.gateway.receive(message)

    assert (receipt.new, receipt.done, receipt.text) == (False, True, "")
    assert len(await any_road.history()) == 1
    assert len(rasa.turns) == 2
    assert texts(first) == ["[en] all erased"]


async def test_what_is_written_meanwhile_is_answered_after_it(any_road, rasa):
    await any_road.say(f"I am {NAME}")
    rasa.plan.append(DONE)
    rasa.open.clear()
    rasa.arrived.clear()
    asking = asyncio.create_task(any_road.say("yes"))
    await rasa.arrived.wait()
    later = asyncio.create_task(any_road.say("and another thing"))
    async with asyncio.timeout(PATIENCE):
        while len(await any_road.history()) < 4:  # noqa: ASYNC110 (nothing here is told of it)
            await asyncio.sleep(0.01)
    rasa.open.set()

    assert texts(await asking) == ["[en] all erased"]
    assert texts(await later) == ["[en] and another thing"]
    assert rasa.turns[-1]["state"] is None
    assert [row.text for row in await any_road.history()] == [
        "and another thing",
        "[en] all erased",
        "[en] and another thing",
    ]


async def test_a_fault_while_erasing_leaves_all_as_it_was_and_harms_no_other_turn(
    any_road, rasa, monkeypatch
):
    await any_road.say(f"I am {NAME}")
    real, tries = turns.erase, []

    def erase(session, conversation_id, now, *, answering):
        real(session, conversation_id, now, answering=answering)
        tries.append(conversation_id)
        if len(tries) == 1:
            session.execute(text("SELECT * FROM no_such_table"))

    monkeypatch.setattr(turns, "erase", erase)
    rasa.reply = lambda body: DONE if body["message"] == "yes" else answer(echo(body["message"]))
    asking = await any_road.gateway.receive(any_road.message("yes"))
    others = await asyncio.gather(*(any_road.say("hello", sender=f"other-{number}") for number in range(5)))
    assert [texts(each) for each in others] == [["[en] hello"]] * 5
    await until(lambda: tries)
    [mine] = {row.conversation_id for row in await any_road.history() if row.text == f"I am {NAME}"}

    await any_road.database.run(_let_go, asking.inbox_id)  # as the passing of its claim would
    async with asyncio.timeout(PATIENCE):
        while not await any_road.database.read(inbox.is_done, asking.inbox_id):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert len(tries) == 2
    left = [row.text for row in await any_road.history() if row.conversation_id == mine]
    assert left == ["[en] all erased"]


def _let_go(session, inbox_id):
    session.execute(text("UPDATE inbox SET claimed_until = NULL WHERE id = :id"), {"id": inbox_id})


async def test_an_agent_who_took_over_meanwhile_keeps_the_conversation(any_road, rasa):
    await any_road.say(f"I am {NAME}")
    talk = await any_road.conversation()
    rasa.plan.append(DONE)
    rasa.open.clear()
    rasa.arrived.clear()
    receipt = await any_road.gateway.receive(any_road.message("yes"))
    await rasa.arrived.wait()
    await any_road.database.run(conversations.give_to, talk.id, conversations.AGENT)
    rasa.open.set()
    await any_road.done(2)

    assert receipt.new
    assert [row.text for row in await any_road.history()] == [f"I am {NAME}", f"[en] I am {NAME}", "yes"]
    assert (await any_road.conversation()).state is not None


async def test_consents_are_taken_back_with_it(road, rasa):
    await road.say("hello")
    talk = await road.conversation()
    await road.database.run(consents.give, talk.id, consents.BOOKINGS, "v", "en", talk.created_at)
    rasa.plan.append(DONE)
    await road.say("yes")
    assert await road.database.read(consents.given, talk.id, consents.BOOKINGS) is None


@pytest.mark.parametrize("kind", ["text", "button", "location"])
async def test_a_turn_leaves_nothing_readable_in_the_file(road, rasa, sqlite_url, kind):
    say = [echo(f"hello {NAME}", buttons=[{"text": "button_yes", "payload": f'/inform{{"name": "{NAME}"}}'}])]
    rasa.reply = lambda body: answer(*say, state=[{"event": "user", "text": body["message"]}])
    (said,) = await road.say(f"I am {NAME}, +60123456789")
    if kind == "button":
        await road.say(said.reply.buttons[0].payload)
    if kind == "location":
        await road.send(Message("rest", "ann", "e-1", f"{NAME} is here"))
    found = raw(sqlite_url)

    assert b"rest" in found
    assert [each for each in (NAME, "+60123456789", "hello Aminah") if each.encode() in found] == []
    assert NAME in (await road.history())[0].text
