import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError, web
from aiohttp.test_utils import TestServer
from sqlalchemy import select

from channels.keys import DATABASE
from channels.web.history import PAGE
from channels.web.session import LIFETIME, Sessions
from channels.web.state import MESSAGE_BURST, WIDGET
from knowledge.conversations import Conversation, OutboxRow
from tests.e2e.standin import MARKUP, RasaStandIn
from tests.unit.channels.web.conftest import Browser

Make = Callable[..., Browser]
ID = "0123456789abcdef"


async def say(browser: Browser, text: str, event_id: str = ID, **more: object) -> dict[str, object]:
    await browser.send(type="message", id=event_id, text=text, **more)
    return await browser.until("ack", id=event_id)


async def test_a_message_is_acknowledged_shown_and_answered(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open()
    ack = await say(page, "hello")
    answer = await page.until_said("New messages: hello")
    own = next(message for message in page.messages if message["direction"] == "in")
    assert (own["id"], own["event"], own["author"]) == (ack["message_id"], ID, "customer")
    assert (answer["direction"], answer["author"], answer["language"]) == ("out", "assistant", "en")
    assert answer["id"] > own["id"]
    assert len(rasa.turns) == 1


async def test_nobody_who_only_looks_begins_a_conversation(browser: Make, app: web.Application) -> None:
    page = await browser().open()
    await page.send(type="ping")
    await page.until("pong")
    assert await app[DATABASE].read(lambda session: session.scalars(select(Conversation)).all()) == []


async def test_typing_shows_while_a_turn_runs(browser: Make, rasa: RasaStandIn) -> None:
    rasa.held.clear()
    page = await browser().open()
    await say(page, "hello")
    await page.until("typing", on=True)
    rasa.held.set()
    await page.until("typing", on=False)
    assert page.messages[-1]["direction"] == "out"


async def test_sending_again_doubles_nothing(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open()
    first = await say(page, "hello")
    again = await say(page, "hello")
    await page.until_said("New messages: hello")
    assert first["message_id"] == again["message_id"]
    await say(page, "bye", "fedcba9876543210")
    await page.until_said("New messages: bye")
    assert [turn["message"] for turn in rasa.turns] == ["hello", "bye"]
    assert len(page.messages) == 4


async def test_the_same_id_from_another_session_is_another_message(browser: Make, rasa: RasaStandIn) -> None:
    one, other = await browser().open(), await browser().open()
    assert (await say(one, "one"))["message_id"] != (await say(other, "other"))["message_id"]
    await one.until_said("Mesej baharu: one")
    await other.until_said("Mesej baharu: other")
    assert not any("other" in message["text"] for message in one.messages)


async def test_a_message_that_tells_no_language_is_answered_in_the_labels_own(browser: Make) -> None:
    page = await browser().open(language="th")
    await say(page, "#1")
    assert (await page.until("state", language="th"))["chosen"] is False


async def test_a_reload_brings_the_conversation_back(browser: Make) -> None:
    page = await browser().open()
    await say(page, "hello")
    await page.until_said("New messages: hello")
    again = await browser(page).open()
    assert again.messages == page.messages


async def test_catch_up_brings_only_what_is_missing(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open()
    await say(page, "first")
    seen = (await page.until_said("Mesej baharu: first"))["id"]
    rasa.held.clear()
    await say(page, "many", "second-message")
    await page.close()
    rasa.held.set()
    again = await browser(page).open(last=seen)
    await again.until_said("many 3")
    assert [message["text"].removeprefix("New messages: ") for message in again.messages] == [
        "many", "many 1", "many 2", "many 3",
    ]  # fmt: skip


async def test_another_tab_sees_everything(browser: Make) -> None:
    one = await browser().open()
    other = await browser(one).open()  # before there is a conversation
    await say(one, "hello")
    await one.until_said("New messages: hello")
    await other.until_said("New messages: hello")
    await say(other, "and", "from-the-other-tab")
    await one.until_said("New messages: and")
    await other.until_said("New messages: and")
    assert one.messages == other.messages


async def test_a_long_history_comes_in_pages(browser: Make) -> None:
    page = await browser().open()
    for number in range(PAGE // 4 + 2):  # each has three answers
        await say(page, f"many {number}", f"message-{number:04}")
    await page.until_said(f"many {PAGE // 4 + 1} 3")
    again = await browser(page).connect()
    await again.send(v=1, type="hello", token=page.token, last=0)
    assert (await again.until("ready"))["more"] is True
    assert len(again.messages) == PAGE
    await again.send(type="earlier", before=again.messages[0]["id"])
    before = await again.until("earlier")
    assert before["more"] is False
    assert before["messages"] + again.messages == page.messages
    late = await browser(page).open(last=page.messages[0]["id"])
    assert late.messages == page.messages[1:]


async def test_what_the_browser_has_is_marked_as_sent(browser: Make, app: web.Application) -> None:
    async def states() -> list[str]:
        return await app[DATABASE].read(lambda session: list(session.scalars(select(OutboxRow.status))))

    page = await browser().open()
    await say(page, "many")
    answer = await page.until_said("many 3")
    assert set(await states()) == {"pending"}
    await page.send(type="seen", id=answer["id"] - 1)
    await page.send(type="ping")
    await page.until("pong")
    assert sorted(await states()) == ["pending", "sent", "sent"]
    await page.send(type="seen", id=2**52)
    await page.send(type="ping")
    await page.until("pong")
    assert await states() == ["sent"] * 3


async def test_a_button_is_pressed_by_its_token(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open()
    await say(page, "buttons")
    button = (await page.until_said("Mesej baharu: buttons"))["reply"]["buttons"][0]
    await say(page, button["title"], "pressed-0001", choice=button["payload"])
    await page.until_said("/ask_price")
    assert rasa.turns[-1]["choice"] == "/ask_price"
    assert "/ask_price" not in page.messages[2]["text"]


async def test_a_choice_from_the_menu_is_kept(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open()
    await say(page, "hello", language="ms")
    await page.until("state", language="ms", chosen=True)
    await page.until_said("Mesej baharu: hello")
    other = await browser(page).open()
    await page.send(type="language", language="zh")
    assert (await page.until("state", language="zh"))["chosen"] is True
    await other.until("state", language="zh")
    await say(page, "hello", "in-chinese-now")
    await page.until_said("新消息：hello")


async def test_a_choice_during_a_turn_is_not_confirmed(browser: Make, rasa: RasaStandIn) -> None:
    rasa.held.clear()
    page = await browser().open()
    await say(page, "hello")
    await page.until("typing", on=True)
    await page.send(type="language", language="zh")
    assert (await page.until("state"))["chosen"] is False
    rasa.held.set()
    await page.until_said("New messages: hello")


async def test_a_place_goes_along(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open()
    await say(page, "here", location={"latitude": 3.139, "longitude": 101.6869})
    await page.until_said("New messages: here")
    assert rasa.turns[0]["metadata"]["location"] == {"latitude": 3.139, "longitude": 101.6869}


async def test_markup_stays_text(browser: Make) -> None:
    page = await browser().open()
    await say(page, "<b>hello</b>")
    await page.until_said("New messages: <b>hello</b>")
    await say(page, "markup", "markup-message")
    assert (await page.until_said("onerror"))["text"] == f"New messages: {MARKUP}"


@pytest.mark.parametrize("token", ["", "forged", "v1.a.1.b"])
async def test_a_session_that_is_not_ours_is_told_so(browser: Make, token: str) -> None:
    page = await browser().connect()
    await page.send(v=1, type="hello", token=token, last=0)
    assert (await page.next())["type"] == "expired"
    assert await page.until_closed() == 1008


async def test_an_old_session_is_told_so_and_a_used_one_renewed(browser: Make, app: web.Application) -> None:
    now = datetime.now(UTC)
    page = await browser().connect()
    await page.send(v=1, type="hello", token=app[WIDGET].sessions.issue(now - LIFETIME), last=0)
    assert (await page.next())["type"] == "expired"
    page = await browser().connect()
    old = app[WIDGET].sessions.issue(now - timedelta(days=30))
    await page.send(v=1, type="hello", token=old, last=0)
    fresh = (await page.until("ready"))["token"]
    assert fresh != old
    assert fresh.split(".")[1] == old.split(".")[1]


async def test_a_session_of_another_key_is_refused(browser: Make) -> None:
    page = await browser().connect()
    await page.send(v=1, type="hello", token=Sessions(b"x" * 32).issue(datetime.now(UTC)), last=0)
    assert (await page.next())["type"] == "expired"


@pytest.mark.parametrize("raw", ["", "{", "[]", '{"type": "message"}', '{"type": "ping"}', "x" * 10_000])
async def test_a_line_that_does_not_greet_is_refused(browser: Make, raw: str) -> None:
    page = await browser().connect()
    await page.send_text(raw)
    frame = await page.next()
    assert (frame["type"], frame["code"]) == ("error", "bad_frame")
    assert "Mesej ini tidak dapat dibaca" in frame["text"]
    await page.until_closed()


async def test_an_outdated_widget_is_told_to_reload(browser: Make) -> None:
    page = await browser().connect()
    await page.send(v=99, type="hello", token="", last=0)
    assert (await page.next())["code"] == "version"


async def test_errors_are_told_in_the_customers_language(browser: Make, rasa: RasaStandIn) -> None:
    page = await browser().open(language="zh")
    await page.send(type="message", id=ID, text="车" * 4001)
    error = await page.until("error")
    assert (error["code"], error["id"], error["again"]) == ("too_long", ID, False)
    assert "4,000 字" in error["text"]
    await page.send(type="message", id=ID, text="  ")
    assert (await page.until("error"))["code"] == "empty"
    await page.send(type="message", id=ID, text="hi", language="xx")
    assert (await page.until("error"))["code"] == "bad_frame"
    await say(page, "你好", ID)  # the line still stands, and the id was not used up
    await page.until_said("新消息：你好")
    assert len(rasa.turns) == 1


async def test_ten_thousand_characters_are_refused_and_the_line_stands(browser: Make) -> None:
    page = await browser().open()
    await page.send(type="message", id=ID, text="x" * 10_000)
    assert (await page.until("error"))["code"] == "too_long"
    await say(page, "short", "after-that-1")


async def test_a_frame_beyond_all_measure_closes_the_line(browser: Make) -> None:
    page = await browser().open()
    await page.send_text("x" * 100_000)
    assert await page.until_closed() == 1009


async def test_too_many_messages_are_held_back(browser: Make) -> None:
    page = await browser().open()
    for number in range(MESSAGE_BURST):
        await page.send(type="message", id=f"message-{number:04}", text="hi")
    await page.send(type="message", id="one-too-many", text="hi")
    error = await page.until("error")
    assert (error["code"], error["id"], error["again"]) == ("rate", "one-too-many", True)


async def test_endless_nonsense_closes_the_line(browser: Make) -> None:
    page = await browser().open()
    for _ in range(20):
        await page.send_text("nonsense")
    assert await page.until_closed() == 1008


async def test_too_many_lines_of_one_session_are_refused(browser: Make, app: web.Application) -> None:
    page = await browser().open()
    session = page.token.split(".")[1]
    app[WIDGET].open[session] += 100
    other = await browser(page).connect()
    await other.send(v=1, type="hello", token=page.token, last=0)
    assert (await other.next())["code"] == "busy"
    app[WIDGET].open[session] -= 100


async def test_nothing_is_left_behind_when_browsers_go(browser: Make, app: web.Application) -> None:
    pages = [await browser().open() for _ in range(3)]
    await say(pages[0], "hello")
    for page in pages:
        await page.close()
    widget = app[WIDGET]
    for _ in range(500):
        if not (widget.open or widget.waiting or len(widget.lines)):
            return
        await asyncio.sleep(0.01)
    pytest.fail("a line is still there")


async def test_a_page_of_another_origin_is_refused(server: TestServer, http: ClientSession) -> None:
    for headers in ({"Origin": "https://evil.example"}, {}):
        async with http.post(server.make_url("/widget/session"), headers=headers) as response:
            assert response.status == 403
            assert "Access-Control-Allow-Origin" not in response.headers
        with pytest.raises(WSServerHandshakeError) as refused:
            await http.ws_connect(server.make_url("/widget/socket"), headers=headers)
        assert refused.value.status == 403


async def test_a_named_page_gets_a_session_it_can_read(server: TestServer, http: ClientSession) -> None:
    headers = {"Origin": "https://www.example.com"}
    async with http.post(server.make_url("/widget/session"), headers=headers) as response:
        assert response.status == 200
        assert response.headers["Access-Control-Allow-Origin"] == "https://www.example.com"
        assert response.headers["Vary"] == "Origin"
        assert response.headers["Cache-Control"] == "no-store"


async def test_a_stopped_server_says_so_to_its_browsers(
    browser: Make, server: TestServer, tmp_path: Path
) -> None:
    page = await browser().open()
    closing = asyncio.create_task(server.close())
    assert await page.until_closed() == 1012
    await closing
