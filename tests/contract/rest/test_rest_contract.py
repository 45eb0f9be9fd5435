"""The REST channel answers exactly as Rasa's own does, and clearly where it cannot."""

import asyncio
import json
import socket
from dataclasses import replace
from urllib.parse import urljoin

import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import update
from sqlalchemy.orm import Session

from channels.app import create_app
from channels.keys import DATABASE, HUB
from channels.rest import webhook
from knowledge.conversations import Conversation
from tests.contract.rest.conftest import Client, Service
from tests.unit.channels.road import YES_NO, answer, echo, until

TABLE = {
    "caption": "Prices",
    "columns": ["", "RM"],
    "rows": [["Premium", {"money": 219000, "currency": "MYR"}]],
}

BAD = {
    "nothing": (b"", "bad_json"),
    "no json": (b"{sender: ann}", "bad_json"),
    "half a body": (b'{"sender": "ann", "mess', "bad_json"),
    "other encoding": ('{"sender": "ann", "message": "é"}'.encode("latin-1"), "bad_json"),
    "deep": (b"[" * 20000, "bad_json"),
    "list": (b"[]", "bad_body"),
    "text": (b'"hello"', "bad_body"),
    "no sender": (b'{"message": "hello"}', "bad_sender"),
    "empty sender": (b'{"sender": "", "message": "hello"}', "bad_sender"),
    "number as sender": (b'{"sender": 7, "message": "hello"}', "bad_sender"),
    "long sender": (json.dumps({"sender": "s" * 129, "message": "x"}).encode(), "bad_sender"),
    "control in sender": (b'{"sender": "a\\u0000b", "message": "x"}', "bad_sender"),
    "half a character in sender": (b'{"sender": "a\\ud800", "message": "x"}', "bad_sender"),
    "no message": (b'{"sender": "ann"}', "bad_message"),
    "null as message": (b'{"sender": "ann", "message": null}', "bad_message"),
    "object as message": (b'{"sender": "ann", "message": {"text": "x"}}', "bad_message"),
    "list as metadata": (b'{"sender": "ann", "message": "x", "metadata": []}', "bad_metadata"),
    "unknown language": (
        b'{"sender": "ann", "message": "x", "metadata": {"language": "fr"}}',
        "bad_language",
    ),
    "number as language": (b'{"sender": "ann", "message": "x", "metadata": {"language": 1}}', "bad_language"),
    "place off the globe": (
        b'{"sender": "a", "message": "x", "metadata": {"location": {"latitude": 91, "longitude": 0}}}',
        "bad_location",
    ),
    "no longitude": (
        b'{"sender": "a", "message": "x", "metadata": {"location": {"latitude": 3}}}',
        "bad_location",
    ),
    "NaN": (
        b'{"sender": "a", "message": "x", "metadata": {"location": {"latitude": NaN, "longitude": 0}}}',
        "bad_location",
    ),
    "text as place": (b'{"sender": "a", "message": "x", "metadata": {"location": "KLCC"}}', "bad_location"),
    "number as message id": (
        b'{"sender": "a", "message": "x", "metadata": {"message_id": 1}}',
        "bad_message_id",
    ),
    "empty message id": (
        b'{"sender": "a", "message": "x", "metadata": {"message_id": ""}}',
        "bad_message_id",
    ),
}


async def test_answer_has_rasas_shape(client, rasa):
    assert await client.say("hello") == [{"recipient_id": "ann", "text": "[en] hello"}]

    response = await client.post({"sender": "ann", "message": "hello"})
    assert response.content_type == "application/json"


async def test_everything_a_reply_can_carry(client, rasa):
    card = {"title": "smart", "subtitle": "s", "image": "/a.png", "alt": "a", "link": "https://x.example"}
    rasa.plan.append(
        answer(
            echo("look", buttons=YES_NO, image="/car.png", alt="a car", table=TABLE, cards=[card]), echo("2")
        )
    )
    first, second = await client.say("hello")

    buttons = first.pop("buttons")
    assert [button["title"] for button in buttons] == ["Yes (en)", "No (en)"]
    assert first == {
        "recipient_id": "ann",
        "text": "[en] look\nPrices\n | RM\nPremium | RM219,000",
        "image": urljoin(client.url, "/car.png"),  # a client of this API has no page that it stands in
        "custom": {
            "alt": "a car",
            "table": {"columns": ["", "RM"], "rows": [["Premium", "RM219,000"]], "caption": "Prices"},
            "cards": [{**card, "buttons": []}],
        },
    }
    assert second == {"recipient_id": "ann", "text": "[en] 2"}


async def test_links_are_lines_for_who_knows_only_text(client, rasa):
    links = [
        {"text": "button_yes", "url": "/calendars/x.ics"},
        {"text": "button_no", "url": "https://maps.example/?q=1,2"},
    ]
    rasa.plan.append(answer(echo("look", links=links)))
    (told,) = await client.say("hello")

    file = urljoin(client.url, "/calendars/x.ics")
    assert told["text"] == f"[en] look\nYes (en): {file}\nNo (en): https://maps.example/?q=1,2"
    assert told["custom"]["links"] == [
        {"title": "Yes (en)", "url": file},
        {"title": "No (en)", "url": "https://maps.example/?q=1,2"},
    ]


async def test_button_comes_back_by_payload_or_by_title(client, rasa):
    for reply in (lambda button: button["payload"], lambda button: button["title"]):
        rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
        ((first, _),) = [message["buttons"] for message in await client.say("book")]
        await client.say(reply(first))
        assert rasa.turns[-1]["choice"] == "/affirm"


async def test_metadata_reaches_the_turn(client, rasa):
    await client.say("hello", language="th-TH", location={"latitude": 13.7, "longitude": 100.5})

    metadata = rasa.turns[0]["metadata"]
    assert (metadata["language"], metadata["language_chosen"]) == ("th", True)
    assert metadata["location"] == {"latitude": 13.7, "longitude": 100.5}


@pytest.mark.parametrize("case", BAD)
async def test_bad_request_is_told_what_is_wrong(client, rasa, case):
    body, code = BAD[case]
    response = await client.post(data=body)

    assert response.status == 400
    error = (await response.json())["error"]
    assert error["code"] == code
    assert error["message"]
    assert rasa.turns == []


async def test_body_over_the_limit(client, rasa):
    response = await client.post({"sender": "ann", "message": "x" * 70_000})

    assert response.status == 413
    assert (await response.json())["error"]["code"] == "too_large"


async def test_long_and_empty_messages_are_answered(client, rasa):
    assert (await client.say("x" * 10_000))[0]["text"] == "[en] utter_too_long"
    assert (await client.say(""))[0]["text"] == "[en] utter_empty"
    assert rasa.turns == []


async def test_other_methods_and_paths(client):
    async with client.http.get(client.url) as response:
        assert response.status == 405
        assert response.headers["Allow"] == "POST"
        assert (await response.json())["error"]["code"] == "method_not_allowed"
    async with client.http.get(client.url + "/nothing") as response:
        assert response.status == 404
        assert (await response.json())["error"]["code"] == "not_found"


async def test_every_answer_carries_the_security_headers(client):
    for body in ({"sender": "ann", "message": "hello"}, {"sender": 1}):
        response = await client.post(body)
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert response.headers["Cache-Control"] == "no-store"
        assert len(response.headers["X-Request-ID"]) == 16


# --- once and only once


async def test_same_message_id_is_the_same_answer_and_one_turn(client, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO), echo("more")))
    first = await client.say("book", message_id="m1")
    assert await client.say("book", message_id="m1") == first
    await client.say("next", message_id="m2")
    assert await client.say("book", message_id="m1") == first

    assert rasa.texts() == ["book", "next"]


async def test_same_message_id_of_another_sender_is_another_message(client, rasa):
    await client.say("one", "ann", message_id="1")
    await client.say("two", "bob", message_id="1")

    assert rasa.texts() == ["one", "two"]


async def test_two_requests_with_one_message_id_at_once(client, rasa):
    rasa.open.clear()
    asking = [asyncio.create_task(client.say("hello", message_id="m1")) for _ in range(3)]
    await rasa.arrived.wait()
    rasa.open.set()

    assert await asyncio.gather(*asking) == [[{"recipient_id": "ann", "text": "[en] hello"}]] * 3
    assert len(rasa.turns) == 1


async def test_messages_at_once_are_each_answered_in_order(client, rasa):
    answers = await asyncio.gather(*(client.say(f"{number}") for number in range(8)))

    assert {replies[0]["text"] for replies in answers} == {f"[en] {number}" for number in range(8)}
    assert all(len(replies) == 1 for replies in answers)


async def test_slow_answer_comes_at_the_head_of_the_next(client, rasa, monkeypatch):
    monkeypatch.setattr(webhook, "WAIT_SECONDS", 0.1)
    rasa.open.clear()
    assert await client.say("hello", language="ms") == [{"recipient_id": "ann", "text": "[ms] utter_slow"}]
    rasa.open.set()
    monkeypatch.setattr(webhook, "WAIT_SECONDS", 10)

    assert [reply["text"] for reply in await client.say("next")] == ["[ms] hello", "[ms] next"]
    assert [reply["text"] for reply in await client.say("last")] == ["[ms] last"]


async def test_slow_answer_is_given_to_who_asks_again_by_message_id(client, rasa, monkeypatch):
    monkeypatch.setattr(webhook, "WAIT_SECONDS", 0.1)
    rasa.open.clear()
    assert (await client.say("hello", message_id="m1"))[0]["text"] == "[en] utter_slow"
    rasa.open.set()
    monkeypatch.setattr(webhook, "WAIT_SECONDS", 10)

    assert await client.say("hello", message_id="m1") == [{"recipient_id": "ann", "text": "[en] hello"}]
    assert await client.say("hello", message_id="m1") == [{"recipient_id": "ann", "text": "[en] hello"}]
    assert [reply["text"] for reply in await client.say("next")] == ["[en] next"]
    assert rasa.texts() == ["hello", "next"]


async def test_answer_whose_caller_left_comes_with_the_next(client, rasa, service):
    rasa.open.clear()
    asking = asyncio.create_task(client.say("hello"))
    await rasa.arrived.wait()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    rasa.open.set()

    assert [reply["text"] for reply in await client.say("next")] == ["[en] hello", "[en] next"]


async def test_answer_that_came_by_another_request_does_not_come_twice(client, rasa, service, monkeypatch):
    rasa.open.clear()
    given_up = asyncio.create_task(client.say("hello", message_id="m1"))
    await rasa.arrived.wait()
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    waiting, expect = [], service.app[HUB].expect
    monkeypatch.setattr(service.app[HUB], "expect", lambda *key: waiting.append(key) or expect(*key))
    again = asyncio.create_task(client.say("hello", message_id="m1"))
    await until(lambda: waiting)
    rasa.open.set()

    assert [reply["text"] for reply in await again] == ["[en] hello"]
    assert [reply["text"] for reply in await client.say("next")] == ["[en] next"]


async def test_agents_conversation_is_answered_with_nothing(client, rasa, service):
    await client.say("hello")

    def give_all(session: Session) -> None:
        session.execute(update(Conversation).values(owner="agent"))

    await service.app[DATABASE].run(give_all)

    assert await client.say("are you there?") == []


async def test_another_process_may_deal_with_the_message(configuration, rasa, messages, monkeypatch):
    monkeypatch.setattr(webhook, "LOOK_SECONDS", 0.05)
    apps = [create_app(configuration, actions_url=rasa.url, messages=messages) for _ in range(2)]
    async with Service(apps[0]) as first, Service(apps[1]) as second:
        rasa.open.clear()
        # The first one deals with the conversation, and so goes on to claim what comes in at the second.
        one = asyncio.create_task(first.client.say("one"))
        await rasa.arrived.wait()
        two = asyncio.create_task(second.client.say("two"))
        await until(lambda: second.app[DATABASE].engine.pool.checkedout() == 0)
        rasa.open.set()

        assert [reply["text"] for reply in await one] == ["[en] one"]
        assert [reply["text"] for reply in await two] == ["[en] two"]
    assert rasa.texts() == ["one", "two"]


# --- who may ask


async def test_token_is_wanted_where_one_is_set(configuration, rasa, messages):
    guarded = replace(configuration, rest_token="secret-token")
    async with Service(create_app(guarded, actions_url=rasa.url, messages=messages)) as service:
        body = {"sender": "ann", "message": "hello"}
        for header in (
            None,
            "secret-token",
            "Bearer",
            "Bearer wrong",
            "Basic secret-token",
            "Bearer secret-tokenx",
        ):
            headers = {"Authorization": header} if header else {}
            response = await service.client.post(body, headers=headers)
            assert response.status == 401
            assert response.headers["WWW-Authenticate"] == "Bearer"
            assert (await response.json())["error"]["code"] == "unauthorized"
        assert rasa.turns == []
        for header in ("Bearer secret-token", "bearer  secret-token "):
            assert (await service.client.post(body, headers={"Authorization": header})).status == 200


async def test_guessing_tokens_is_slowed_down(configuration, rasa, messages):
    guarded = replace(configuration, rest_token="secret-token")
    async with Service(create_app(guarded, actions_url=rasa.url, messages=messages)) as service:
        headers = {"Authorization": "Bearer wrong"}
        statuses = [(await service.client.post({}, headers=headers)).status for _ in range(25)]
        response = await service.client.post({}, headers=headers)

        assert statuses[:20] == [401] * 20
        assert response.status == 429
        assert int(response.headers["Retry-After"]) >= 1


def own_address() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return None if address.startswith("127.") else address


async def test_without_a_token_only_this_machine_is_answered(configuration, rasa, messages):
    address = own_address()
    if address is None:
        pytest.skip("this machine has no address but loopback")
    service = Service(create_app(configuration, actions_url=rasa.url, messages=messages))
    service.server = TestServer(service.app, host="0.0.0.0")
    service.client = Client(service.server, service.session)
    async with service:
        body, port = {"sender": "ann", "message": "hello"}, service.server.port
        headers = {"X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1", "Host": "127.0.0.1"}
        url = f"http://{address}:{port}/webhooks/rest/webhook"
        async with service.session.post(url, json=body, headers=headers) as response:
            assert response.status == 403
            assert (await response.json())["error"]["code"] == "forbidden"
        async with service.session.post(url.replace(address, "127.0.0.1"), json=body) as response:
            assert response.status == 200


async def test_runaway_sender_is_held_back_and_nobody_else(configuration, rasa, messages, monkeypatch):
    monkeypatch.setattr(webhook, "SENDER_RATE", 0.5)
    monkeypatch.setattr(webhook, "SENDER_BURST", 5)
    async with Service(create_app(configuration, actions_url=rasa.url, messages=messages)) as service:
        client = service.client
        statuses = [(await client.post({"sender": "ann", "message": ""})).status for _ in range(5)]
        held_back = await client.post({"sender": "ann", "message": ""})

        assert statuses == [200] * 5
        assert held_back.status == 429
        assert held_back.headers["Retry-After"] == "2"
        assert (await held_back.json())["error"]["code"] == "too_many_requests"
        assert (await client.post({"sender": "bob", "message": ""})).status == 200
