"""Sending, receiving, and losing nothing."""

import asyncio
import json
from typing import Any

from playwright.async_api import WebSocketRoute, expect

from tests.e2e.conftest import Application, Visit
from tests.e2e.standin import RasaStandIn


async def test_a_question_and_its_answer(visit: Visit) -> None:
    widget = await (await visit()).open()
    await expect(widget.theirs).to_have_count(1)  # the greeting
    await widget.ask("hello")
    assert await widget.texts() == (["hello"], ["New messages: hello"])
    await widget.ask("many")
    await expect(widget.theirs.last).to_have_text("New messages: many 3")
    await expect(widget.panel.locator(".typing")).to_be_hidden()


async def test_a_visitor_who_does_not_write_costs_nothing(visit: Visit, application: Application) -> None:
    asked: list[str] = []
    widget = await visit()
    widget.page.on("request", lambda request: asked.append(request.url))
    widget.page.on("websocket", lambda socket: asked.append(socket.url))
    await widget.page.reload()
    await widget.launcher.wait_for()
    assert not [url for url in asked if "session" in url or "socket" in url]


async def test_typing_shows_while_the_assistant_thinks(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    rasa.held.clear()
    await widget.say("hello")
    await widget.panel.locator(".typing").wait_for()
    rasa.held.set()
    await widget.theirs.nth(1).wait_for()
    await expect(widget.panel.locator(".typing")).to_be_hidden()


async def test_a_reload_keeps_the_conversation(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("hello")
    await widget.ask("buttons")
    before = await widget.texts()
    await widget.page.reload()
    await expect(widget.theirs).to_have_count(3)
    assert await widget.texts() == before
    await expect(widget.panel.locator(".choices button")).to_have_count(3)
    await widget.ask("again")
    await expect(widget.panel.locator(".choices")).to_have_count(0)


async def test_a_second_tab_sees_the_conversation(visit: Visit) -> None:
    one = await (await visit()).open()
    other = await (await visit(like=one)).open()  # before anything was said
    await one.ask("hello")
    await other.theirs.nth(1).wait_for()
    await other.ask("from here")
    await one.theirs.nth(2).wait_for()
    assert await one.texts() == await other.texts()
    third = await visit(like=one)
    await third.launcher.click()
    await third.theirs.nth(2).wait_for()
    assert await third.texts() == await one.texts()


async def test_a_restart_of_the_server_loses_and_doubles_nothing(
    visit: Visit, application: Application, rasa: RasaStandIn
) -> None:
    widget = await (await visit()).open()
    await widget.ask("one")
    application.kill()
    await widget.say("two")
    await widget.say("three")
    await expect(widget.panel.locator(".mine .state").last).to_contain_text("Waiting")
    await expect(widget.panel.locator(".notice")).to_be_visible()
    await application.start()
    await expect(widget.theirs).to_have_count(4, timeout=20_000)
    await expect(widget.panel.locator(".notice")).to_be_hidden()
    mine, theirs = await widget.texts()
    assert mine == ["one", "two", "three"]
    assert theirs == [f"New messages: {text}" for text in mine]
    assert [turn["message"] for turn in rasa.turns] == mine


async def test_an_answer_that_came_while_away_is_there_on_return(
    visit: Visit, application: Application, rasa: RasaStandIn
) -> None:
    widget = await (await visit()).open()
    await widget.ask("one")
    rasa.held.clear()
    await widget.say("two")
    await widget.panel.locator(".typing").wait_for()
    application.kill()
    rasa.held.set()
    await application.start()
    await expect(widget.theirs).to_have_count(3, timeout=20_000)
    assert await widget.texts() == (["one", "two"], ["New messages: one", "New messages: two"])


async def test_what_was_written_offline_survives_closing_the_page(
    visit: Visit, application: Application, rasa: RasaStandIn
) -> None:
    widget = await (await visit()).open()
    await widget.ask("one")
    application.kill()
    await widget.say("two")
    await widget.page.close()
    await application.start()
    again = await visit(like=widget)
    await again.launcher.click()
    await again.theirs.nth(2).wait_for()
    assert await again.texts() == (["one", "two"], ["New messages: one", "New messages: two"])
    assert [turn["message"] for turn in rasa.turns] == ["one", "two"]


async def test_trying_again_after_a_failure_doubles_nothing(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await visit()
    deaf, answered = True, asyncio.Event()

    def route(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def from_server(raw: str | bytes) -> None:
            frame: dict[str, Any] = json.loads(raw)
            if not deaf or frame["type"] in ("ready", "state"):
                socket.send(raw)
            elif frame["type"] == "message" and frame["message"]["direction"] == "out":
                answered.set()

        server.on_message(from_server)

    await widget.page.route_web_socket("**/widget/socket", route)
    await widget.page.clock.install()
    await widget.open()
    await widget.say("hello")
    await expect(widget.panel.locator(".mine .state")).to_contain_text("Sending")
    await answered.wait()
    await widget.page.clock.fast_forward(10_500)
    await expect(widget.panel.locator(".mine .state")).to_contain_text("Not sent")
    deaf = False
    await widget.panel.get_by_role("button", name="Try again").press("Enter")
    await widget.theirs.nth(1).wait_for()
    await widget.ask("next")
    assert await widget.texts() == (["hello", "next"], ["New messages: hello", "New messages: next"])
    assert [turn["message"] for turn in rasa.turns] == ["hello", "next"]


async def test_a_refused_message_says_why_and_can_be_sent_again(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await visit()
    refused: list[str] = []

    def route(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def from_page(raw: str | bytes) -> None:
            frame: dict[str, Any] = json.loads(raw)
            if frame["type"] != "message" or refused:
                return server.send(raw)
            refused.append(frame["id"])
            error = {
                "type": "error",
                "code": "rate",
                "text": "Please wait.",
                "again": True,
                "id": frame["id"],
            }
            return socket.send(json.dumps(error))

        socket.on_message(from_page)

    await widget.page.route_web_socket("**/widget/socket", route)
    await widget.open()
    await widget.say("hello")
    await expect(widget.panel.locator(".why")).to_have_text("Please wait.")
    await expect(widget.panel.locator(".mine .state")).to_contain_text("Not sent")
    again = widget.panel.get_by_role("button", name="Try again")
    await again.press("Enter")
    await widget.theirs.nth(1).wait_for()
    await expect(widget.panel.locator(".why")).to_have_count(0)
    assert await widget.texts() == (["hello"], ["New messages: hello"])
    assert len(rasa.turns) == 1


async def test_a_session_that_is_gone_is_replaced_with_a_word(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    await widget.ask("hello")
    await widget.page.evaluate("localStorage.setItem('smart-assistant:session', '\"v1.forged.1.x\"')")
    await widget.page.reload()
    await expect(widget.panel.locator(".system")).to_contain_text("a new one has started")
    await widget.ask("hello again")
    assert (await widget.texts())[1] == ["New messages: hello again"]


async def test_earlier_messages_are_brought_on_request(visit: Visit) -> None:
    widget = await (await visit()).open()
    for number in range(14):
        await widget.ask(f"many {number}")
        await expect(widget.theirs.last).to_have_text(f"New messages: many {number} 3")
    before = await widget.texts()
    await widget.page.reload()
    earlier = widget.panel.get_by_role("button", name="Show earlier messages")
    await earlier.click()
    await expect(earlier).to_be_hidden()
    assert await widget.texts() == before
