"""A customer's own data: an address for one conversation and a short while, an attachment behind it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import yaml
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from channels.exports.links import LIFETIME, ExpiredError, ExportError, Exports
from channels.exports.page import Page
from channels.keys import DATABASE
from channels.message import Link, Reply
from channels.rest.render import render
from tests.unit.channels.road import answer, echo

KEY = b"k" * 32
EXPORTS = Exports(KEY)
NOW = datetime(2026, 11, 20, tzinfo=UTC)
TALK = "5c0f4a8e8a4b4c5d8e6f7a8b9c0d1e2f"


def link(form: str, talk: str = TALK, now: datetime = NOW) -> str:
    return next(url for _, url in EXPORTS.links(talk, now) if url.endswith(form))


def token_of(url: str) -> str:
    return url.removeprefix("/exports/").rpartition(".")[0]


def test_an_address_opens_one_conversation_for_half_an_hour():
    token = token_of(link("json"))
    assert EXPORTS.read(token, NOW) == TALK
    assert EXPORTS.read(token, NOW + LIFETIME - timedelta(seconds=1)) == TALK
    with pytest.raises(ExpiredError):
        EXPORTS.read(token, NOW + LIFETIME)
    assert timedelta(minutes=30) == LIFETIME


@given(st.text(max_size=300))
def test_no_other_address_is_taken(token):
    with pytest.raises(ExportError):
        EXPORTS.read(token, NOW)


def test_an_address_that_was_changed_is_not_taken():
    token = token_of(link("json"))
    talk, until, mac = token.split(".")
    for forged in (f"{'a' * 32}.{until}.{mac}", f"{talk}.{int(until) + 60}.{mac}", token + "A"):
        with pytest.raises(ExportError, match="signature"):
            EXPORTS.read(forged, NOW)
    with pytest.raises(ExportError, match="signature"):
        Exports(b"o" * 32).read(token, NOW)


@pytest.fixture
async def client(road):
    app = web.Application()
    app[DATABASE] = road.database
    app.router.add_get(r"/exports/{token}.{form:json|txt}", Page(EXPORTS).send)
    async with TestClient(TestServer(app)) as running:
        yield running


async def test_what_is_behind_it_is_all_of_one_conversation(client, road):
    await road.say("my name is Aminah")
    await road.say("my name is Somchai", sender="another")
    talk = (await road.history())[0].conversation_id
    now = datetime.now(UTC)

    answer = await client.get(link("json", talk, now))
    assert (answer.status, answer.content_type) == (200, "application/json")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "no-store" in answer.headers["Cache-Control"]
    found = json.loads(await answer.text())
    assert [each["text"] for each in found["messages"]] == ["my name is Aminah", "[en] my name is Aminah"]
    assert "Somchai" not in json.dumps(found)

    readable = await client.get(link("txt", talk, now))
    assert readable.content_type == "text/plain"
    written = yaml.safe_load(await readable.text())
    assert written["messages"] == found["messages"]
    assert written["dialogue_state"] == found["dialogue_state"] != []


async def test_what_is_too_old_or_gone_says_so(client):
    now = datetime.now(UTC)
    assert (await client.get(link("json", TALK, now - LIFETIME))).status == 410
    assert (await client.get(link("json", TALK, now))).status == 404  # no such conversation
    assert (await client.get("/exports/x.json")).status == 404


async def test_a_reply_has_the_links_of_its_own_conversation(client, road, rasa):
    rasa.plan.append(answer(echo("here it is", export=True)))
    (said,) = await road.say("my name is Aminah")
    assert [each.title for each in said.reply.links] == ["JSON (en)", "Text (en)"]
    for each in said.reply.links:
        assert "my name is Aminah" in await (await client.get(each.url)).text()


def test_a_program_gets_the_whole_address_in_the_text_and_as_data():
    reply = Reply("Here it is.", links=(Link("All of it", "/exports/t.json"),))
    assert Reply.from_json(reply.to_json()) == reply
    [data] = render("ann", [reply], "https://chat.example")
    assert data["text"] == "Here it is.\nAll of it: https://chat.example/exports/t.json"
    assert data["custom"]["links"] == [{"title": "All of it", "url": "https://chat.example/exports/t.json"}]
