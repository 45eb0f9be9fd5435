"""Delivery to a provider that takes messages, with a real server in the provider's place."""

import asyncio
from collections import deque
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientError, ClientSession, web
from aiohttp.test_utils import TestServer

from channels import outbox, sender
from channels.inbox import Claim
from channels.outbox import Outgoing
from channels.sender import Delivery, PermanentDeliveryError, TemporaryDeliveryError
from tests.unit.channels.road import Road, answer, echo


class Provider:
    """Takes messages over HTTP, or does what `plan` says."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.keys: list[str] = []
        self.plan: deque[int | str] = deque()
        app = web.Application()
        app.router.add_post("/send", self._send)
        self.server = TestServer(app)

    async def _send(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.keys.append(body["key"])
        step = self.plan.popleft() if self.plan else 200
        if step == "slow":
            await asyncio.sleep(30)
        if step == "drop":
            request.transport.close()
        if step == 200:
            self.taken.append((body["to"], body["text"]))
        return web.json_response(
            {"id": f"p-{len(self.taken)}"}, status=step if isinstance(step, int) else 200
        )


class ProviderSender:
    """A channel's sender, as WhatsApp's or LINE's will be."""

    channel = "rest"  # the road's test messages say that they come from here

    def __init__(self, session: ClientSession, url: str) -> None:
        self._session, self._url = session, url

    async def send(self, outgoing: Outgoing, key: str) -> str | None:
        """Post the message."""
        body = {"to": outgoing.sender, "text": outgoing.said.reply.text, "key": key}
        try:
            async with self._session.post(self._url, json=body) as response:
                if response.status == 429:
                    raise TemporaryDeliveryError("rate", retry_after=0.05)
                if response.status >= 500:
                    raise TemporaryDeliveryError(f"status {response.status}")
                if response.status >= 400:
                    raise PermanentDeliveryError(f"status {response.status}")
                data: dict[str, Any] = await response.json()
                return str(data["id"])
        except ClientError as error:
            raise TemporaryDeliveryError(type(error).__name__) from error


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(sender, "WAITS", (0.02, 0.05))
    monkeypatch.setattr(sender, "POLL_SECONDS", 0.05)


@pytest.fixture
async def provider():
    running = Provider()
    await running.server.start_server()
    yield running
    await running.server.close()


@pytest.fixture
async def delivery(any_road, provider, quick):
    async with ClientSession() as session:
        url = str(provider.server.make_url("/send"))
        running = Delivery(any_road.database, any_road.hub, any_road.metrics, ProviderSender(session, url))
        running.start()
        yield running
        await running.stop()


async def settled(road: Road, count: int) -> list[Any]:
    async with asyncio.timeout(20):
        while True:
            rows = await road.outgoing()
            if len([row for row in rows if row.status != "pending"]) >= count:
                return rows
            await asyncio.sleep(0.02)


async def tell(road: Road, *texts: str, sender: str = "ann") -> None:
    """Have something said that nobody waits for."""
    for text in texts:
        await road.gateway.receive(road.message(text, sender))


async def test_replies_are_delivered_in_order(any_road, rasa, provider, delivery):
    rasa.reply = lambda body: answer(echo(body["message"] + " a"), echo(body["message"] + " b"))
    await asyncio.gather(tell(any_road, "1", "2", "3"), tell(any_road, "1", "2", "3", sender="bob"))
    rows = await settled(any_road, 12)

    for name in ("ann", "bob"):
        said = [text for to, text in provider.taken if to == name]
        assert said == [f"[en] {number} {part}" for number in "123" for part in "ab"]
    assert {row.status for row in rows} == {"sent"}
    assert len({row.provider_message_id for row in rows}) == 12


@pytest.mark.parametrize("failure", [500, 503, 429, "drop"])
async def test_passing_failure_is_tried_again_and_keeps_the_order(any_road, provider, delivery, failure):
    provider.plan.extend([failure, failure])
    await tell(any_road, "1", "2")
    rows = await settled(any_road, 2)

    assert [text for _, text in provider.taken] == ["[en] 1", "[en] 2"]
    assert [(row.status, row.attempts, row.last_error) for row in rows] == [
        ("sent", 2, None),
        ("sent", 0, None),
    ]
    # The same key each time: a provider that knows keys takes the message once.
    assert len(set(provider.keys)) == 2


async def test_provider_that_hangs_is_tried_again(any_road, provider, delivery, monkeypatch):
    monkeypatch.setattr(sender, "DELIVERY_SECONDS", 0.1)
    provider.plan.append("slow")
    await tell(any_road, "1")
    (row,) = await settled(any_road, 1)

    assert (row.status, row.attempts) == ("sent", 1)


async def test_refused_message_is_given_up_and_the_next_one_goes(any_road, provider, delivery):
    provider.plan.append(400)
    await tell(any_road, "1", "2")
    rows = await settled(any_road, 2)

    assert [(row.status, row.last_error) for row in rows] == [("failed", "status 400"), ("sent", None)]


async def test_passing_failure_that_does_not_pass_is_given_up(any_road, provider, delivery, monkeypatch):
    monkeypatch.setattr(sender, "ATTEMPTS", 3)
    provider.plan.extend([500] * 3)
    await tell(any_road, "1")
    (row,) = await settled(any_road, 1)

    assert (row.status, row.attempts, row.last_error) == ("failed", 3, "status 500")


async def test_bug_in_a_sender_is_logged_and_tried_again(any_road, quick, caplog):
    class Broken:
        channel = "rest"
        calls = 0

        async def send(self, outgoing: Outgoing, key: str) -> str | None:
            self.calls += 1
            if self.calls == 1:
                raise KeyError("id")
            return None

    running = Delivery(any_road.database, any_road.hub, any_road.metrics, Broken())
    running.start()
    await tell(any_road, "1")
    (row,) = await settled(any_road, 1)
    await running.stop()

    assert (row.status, row.attempts) == ("sent", 1)
    assert "KeyError" in caplog.text


async def test_two_deliverers_send_nothing_twice(any_road, provider, delivery):
    async with ClientSession() as session:
        url = str(provider.server.make_url("/send"))
        other = Delivery(any_road.database, any_road.hub, any_road.metrics, ProviderSender(session, url))
        other.start()
        await asyncio.gather(*(tell(any_road, "1", "2", "3", sender=f"s{number}") for number in range(8)))
        await settled(any_road, 24)
        await other.stop()

    assert len(provider.taken) == len(set(provider.taken)) == 24


async def test_delivery_of_a_dead_process_is_taken_over(any_road, provider, quick):
    await tell(any_road, "1", "2")
    await any_road.done(2)
    past = datetime.now(UTC) - timedelta(seconds=5)
    claim = Claim("dead", past + timedelta(seconds=1))
    claimed = await any_road.database.run(outbox.claim_ready, "rest", claim, datetime.now(UTC), 5)
    assert [each.said.reply.text for each in claimed] == ["[en] 1"]

    async with ClientSession() as session:
        url = str(provider.server.make_url("/send"))
        alive = Delivery(any_road.database, any_road.hub, any_road.metrics, ProviderSender(session, url))
        alive.start()
        await settled(any_road, 2)
        # What the dead one may still note is void.
        await any_road.database.run(outbox.fail, claimed[0].id, "dead", "late")
        await alive.stop()

    assert [row.status for row in await any_road.outgoing()] == ["sent", "sent"]
    assert [text for _, text in provider.taken] == ["[en] 1", "[en] 2"]


async def test_stopping_ends_the_delivery_under_way(any_road, provider, quick):
    reached = asyncio.Event()

    class Slow:
        channel = "rest"

        async def send(self, outgoing: Outgoing, key: str) -> str | None:
            reached.set()
            await asyncio.sleep(0.1)
            return "late"

    running = Delivery(any_road.database, any_road.hub, any_road.metrics, Slow())
    running.start()
    await tell(any_road, "1")
    await reached.wait()
    await running.stop()

    assert [row.provider_message_id for row in await any_road.outgoing()] == ["late"]
