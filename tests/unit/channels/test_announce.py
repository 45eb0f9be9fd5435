"""What is said outside a turn: in order, with buttons that stay, whatever else happens meanwhile."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from channels.announce import Announcer, BusyError, UnknownConversationError
from channels.texts import UnknownMessageError
from knowledge import conversations
from knowledge.conversations import Conversation
from tests.unit.channels.road import YES_NO, Road, answer, echo, texts

REMINDER = echo("tomorrow", buttons=[{"text": "button_yes", "args": {}, "payload": "/remind"}])


async def announce(road: Road, *items, language=None):
    """Say something to the only conversation, and tell this process's listeners."""
    talk = await road.conversation()
    now = datetime.now(UTC)
    update = await road.database.run(
        Announcer(road.replies).say, talk.id, items or (REMINDER,), now, language=language
    )
    road.hub.publish(update)
    return update.said


async def test_it_is_said_in_the_conversations_language_and_waits_to_be_delivered(any_road):
    await any_road.say("สวัสดี")
    (said,) = await announce(any_road, language="zh")

    assert (said.language, said.reply.text) == ("th", "[th] tomorrow")
    row = (await any_road.outgoing())[-1]
    assert (row.message_id, row.status, row.channel, row.inbox_id) == (said.id, "pending", "rest", None)
    assert [each.author for each in await any_road.history()] == ["customer", "assistant", "assistant"]


async def test_where_no_language_is_known_the_given_one_is_spoken(any_road):
    await any_road.say("hello")

    def forget(session):
        session.scalars(select(Conversation)).one().language = None

    await any_road.database.run(forget)
    assert texts(await announce(any_road, language="zh")) == ["[zh] tomorrow"]
    assert texts(await announce(any_road)) == ["[en] tomorrow"]
    assert texts(await announce(any_road, language="xx")) == ["[en] tomorrow"]


async def test_the_next_answer_over_rest_brings_it_first(any_road):
    await any_road.say("hello")
    await announce(any_road)

    assert texts(await any_road.say("again")) == ["[en] tomorrow", "[en] again"]
    assert texts(await any_road.say("and again")) == ["[en] and again"]


async def test_listeners_hear_it_at_once(any_road):
    await any_road.say("hello")
    talk = await any_road.conversation()
    with any_road.hub.subscribe(talk.id) as subscription:
        said = await announce(any_road)
        assert (await asyncio.wait_for(subscription.get(), 1)).said == said


async def test_its_button_can_be_pressed_by_token_and_by_title(any_road, rasa):
    await any_road.say("hello")
    (said,) = await announce(any_road)
    await any_road.say("Yes (en)")
    assert rasa.turns[-1]["choice"] == "/remind"

    await any_road.say("something else")
    await any_road.say(said.reply.buttons[0].payload)
    assert rasa.turns[-1]["choice"] == "/remind"


async def test_the_titles_of_the_question_before_can_still_be_typed(any_road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    await any_road.say("book")
    await announce(any_road)
    await any_road.say("no (en)")
    assert rasa.turns[-1]["choice"] == '/deny{"why":"no"}'


async def test_what_has_no_buttons_leaves_those_before_as_they_were(any_road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    await any_road.say("book")
    before = (await any_road.conversation()).choices
    await announce(any_road, echo("just so you know"))
    assert (await any_road.conversation()).choices == before


async def test_a_turn_under_way_comes_first(any_road, rasa):
    await any_road.say("hello")
    rasa.arrived.clear()
    rasa.open.clear()
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    turn = asyncio.create_task(any_road.say("book"))
    await rasa.arrived.wait()

    with pytest.raises(BusyError):
        await announce(any_road)
    rasa.open.set()
    (sure,) = await turn
    (said,) = await announce(any_road)

    assert said.id > sure.id
    recent = (await any_road.conversation()).choices["recent"]
    assert {button.payload for button in (*sure.reply.buttons, *said.reply.buttons)} == recent.keys()


async def test_a_message_that_comes_in_meanwhile_waits_and_sees_its_buttons(any_road, rasa):
    """The announcement has locked the conversation: the turn that begins next starts from its buttons."""
    await any_road.say("hello")
    talk = await any_road.conversation()
    receiving = []
    loop = asyncio.get_running_loop()

    def say_slowly(session):
        update = Announcer(any_road.replies).say(session, talk.id, (REMINDER,), datetime.now(UTC))
        receiving.append(asyncio.run_coroutine_threadsafe(any_road.say("book"), loop))
        return update

    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = (await any_road.database.run(say_slowly)).said
    answered = await asyncio.wrap_future(receiving[0])

    assert texts(answered) == ["[en] tomorrow", "[en] sure?"]
    recent = (await any_road.conversation()).choices["recent"]
    assert {button.payload for each in answered for button in each.reply.buttons} == recent.keys()
    assert said.reply.buttons[0].payload in recent


async def test_no_button_is_lost_however_turns_and_announcements_meet(any_road, rasa, database, catalogue):
    """Two processes announce while the customer chats: all is said, in one order, and every button stays."""
    rasa.reply = lambda body: answer(echo(body["message"], buttons=YES_NO[:1]), state=body["state"])
    await any_road.say("hello")
    talk = await any_road.conversation()
    rounds = 6
    async with Road(database, rasa.url, catalogue) as other:

        async def chat():
            return [each for number in range(rounds) for each in await any_road.say(f"turn {number}")]

        async def remind(road):
            for _ in range(rounds):
                while True:
                    try:
                        await road.database.run(
                            Announcer(road.replies).say, talk.id, (REMINDER,), datetime.now(UTC)
                        )
                        break
                    except BusyError:
                        await asyncio.sleep(0)

        await asyncio.gather(chat(), remind(any_road), remind(other))

    history = [row for row in await any_road.history() if row.direction == "out"]
    shown = {button["payload"] for row in history for button in row.content["buttons"]}
    assert len(shown) == len(history) == 1 + 3 * rounds
    assert shown == (await any_road.conversation()).choices["recent"].keys()
    order = [row.message_id for row in await any_road.outgoing()]
    assert order == sorted(order)


async def test_an_agents_conversation_is_told_as_well(any_road):
    await any_road.say("hello")
    talk = await any_road.conversation()
    await any_road.database.run(conversations.give_to, talk.id, conversations.AGENT)

    assert texts(await announce(any_road)) == ["[en] tomorrow"]
    assert texts(await any_road.say("anybody?")) == ["[en] tomorrow"]


async def test_a_conversation_that_is_gone_is_told_apart_from_a_busy_one(any_road):
    with pytest.raises(UnknownConversationError):
        await any_road.database.run(Announcer(any_road.replies).say, "x", (REMINDER,), datetime.now(UTC))


async def test_what_cannot_be_put_into_words_leaves_nothing_behind(any_road):
    await any_road.say("hello")
    before = len(await any_road.history())
    with pytest.raises(UnknownMessageError):
        await announce(any_road, REMINDER, {"response": "utter_nothing"})
    assert len(await any_road.history()) == before


async def test_a_conversation_that_another_transaction_holds_is_busy(any_road, database):
    if database.engine.dialect.name == "sqlite":
        pytest.skip("has one writer at a time")
    await any_road.say("hello")
    talk = await any_road.conversation()
    locked, over = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(session):
        session.execute(select(Conversation.id).where(Conversation.id == talk.id).with_for_update())
        loop.call_soon_threadsafe(locked.set)
        asyncio.run_coroutine_threadsafe(over.wait(), loop).result()

    holding = asyncio.create_task(any_road.database.run(hold))
    await locked.wait()
    with pytest.raises(BusyError):
        await announce(any_road)
    over.set()
    await holding
    assert texts(await announce(any_road)) == ["[en] tomorrow"]
