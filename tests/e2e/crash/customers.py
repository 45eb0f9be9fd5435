"""Careful customers: they send again what was not confirmed, under the same id, until it is."""

import asyncio
import json
import random
import secrets
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import aiohttp

from tests.e2e.crash.talks import Press, Talk

PATIENCE = 150.0  # seconds for a message, or for a browser's whole talk, whatever is killed meanwhile
UNCONFIRMED = 3  # messages that a browser has under way at once
Json = dict[str, Any]


class UnansweredError(AssertionError):
    """A customer waited in vain."""


class Impatience:
    """Small random waits, all from one seed."""

    def __init__(self, seed: str, waits: tuple[float, ...] = (0.4, 1.0, 3.0, 10.0)) -> None:
        self._dice, self._waits = random.Random(seed), waits

    def timeout(self) -> aiohttp.ClientTimeout:
        """Return how long a caller waits before it gives a request up and repeats it."""
        return aiohttp.ClientTimeout(total=self._dice.choice(self._waits))

    async def pause(self) -> None:
        """Wait a moment before trying again, as every client does."""
        await asyncio.sleep(self._dice.uniform(0.02, 0.3))

    def happens(self, probability: float) -> bool:
        """Decide whether something happens."""
        return self._dice.random() < probability


def button(replies: list[Json], press: Press) -> Json:
    """Return the button that is pressed, of a list of replies as the channel shows them."""
    offered = next(reply["buttons"] for reply in reversed(replies) if reply.get("buttons"))
    pressed: Json = offered[press.index]
    return pressed


@dataclass
class Caller:
    """A program that talks over the REST channel."""

    http: aiohttp.ClientSession
    url: str
    talk: Talk
    moods: Impatience
    sender: str = field(default_factory=lambda: f"caller-{secrets.token_hex(8)}")
    sent: list[Json] = field(default_factory=list)
    answers: list[list[Json]] = field(default_factory=list)
    channel = "rest"

    @property
    def events(self) -> list[str]:
        """Return the ids under which the messages are stored."""
        return [f"{self.sender}:{number}" for number in range(len(self.sent))]

    async def converse(self) -> None:
        """Say everything, each message as soon as the one before it is answered."""
        for number, step in enumerate(self.talk.steps):
            heard = [reply for answer in self.answers for reply in answer]
            text = button(heard, step)["payload"] if isinstance(step, Press) else step
            self.sent.append(
                {"sender": self.sender, "message": text, "metadata": {"message_id": str(number)}}
            )
            try:
                async with asyncio.timeout(PATIENCE):
                    self.answers.append(await self.ask(number))
            except TimeoutError:
                raise UnansweredError(f"{self.sender}: no answer to message {number}, {step!r}") from None

    async def ask(self, number: int) -> list[Json]:
        """Send a message, for the first time or again, until there is an answer."""
        while True:
            try:
                async with self.http.post(
                    f"{self.url}/webhooks/rest/webhook", json=self.sent[number], timeout=self.moods.timeout()
                ) as response:
                    if response.status == 200:
                        answer: list[Json] = await response.json()
                        return answer
                    assert response.status >= 500, await response.text()
            except (aiohttp.ClientError, TimeoutError):
                pass
            await self.moods.pause()


@dataclass
class Browser:
    """A page that talks over the widget's socket, as `connection.js` does: what it shows is what came."""

    http: aiohttp.ClientSession
    url: str
    talk: Talk
    moods: Impatience
    brings: tuple[int, ...]  # how many replies each step has
    shown: list[Json] = field(default_factory=list)
    sent: list[Json] = field(default_factory=list)
    channel = "web"
    _token: str = ""
    _last: int = 0
    _pending: dict[str, Json] = field(default_factory=dict)
    _line: aiohttp.ClientWebSocketResponse | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _writing: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def sender(self) -> str:
        """Return the session's id, which names the customer."""
        return self._token.split(".")[1]

    @property
    def events(self) -> list[str]:
        """Return the ids under which the messages are stored."""
        return [f"{self.sender}:{frame['id']}" for frame in self.sent]

    @property
    def replies(self) -> list[Json]:
        """Return what the assistant said, in the order in which it was shown."""
        return [message for message in self.shown if message["direction"] == "out"]

    async def converse(self) -> None:
        """Say everything without waiting for answers, but where a button of an answer is to be pressed."""
        try:
            async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
                line = group.create_task(self._stay_connected())
                await self._say_all()
                line.cancel()
        except TimeoutError:
            waits = f"{len(self.replies)} of {sum(self.brings)} replies, unconfirmed: {list(self._pending)}"
            raise UnansweredError(f"{self.sender}: {waits}") from None

    async def _say_all(self) -> None:
        for number, step in enumerate(self.talk.steps):
            frame: Json = {"type": "message", "id": f"{number:04d}-{secrets.token_hex(8)}"}
            if isinstance(step, Press):
                await self._until_replies(sum(self.brings[:number]))
                pressed = button([message["reply"] for message in self.replies], step)
                frame |= {"text": pressed["title"], "choice": pressed["payload"]}
            else:
                frame["text"] = step
            self.sent.append(frame)
            self._pending[frame["id"]] = frame
            await self._write(frame)
            while len(self._pending) >= UNCONFIRMED:
                await self._wait()
        await self._until_replies(sum(self.brings))

    async def come_back(self) -> "Browser":
        """Open a new page of the same session and return it once it shows as much as this one."""
        page = replace(self, shown=[], _last=0, _line=None)
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
            line = group.create_task(page._stay_connected())
            await page._until_replies(len(self.replies))
            while page._line is None:  # what it has is confirmed once the history is whole
                await page._wait()
            line.cancel()
        return page

    async def _until_replies(self, count: int) -> None:
        while self._pending or len(self.replies) < count:
            await self._wait()

    async def _wait(self) -> None:
        self._news.clear()
        await self._news.wait()

    async def _stay_connected(self) -> None:
        while True:
            with suppress(aiohttp.ClientError, ConnectionError, TimeoutError):
                await self._connect()
            self._line = None
            await self.moods.pause()

    async def _connect(self) -> None:
        origin = {"Origin": self.url}
        if not self._token:
            async with self.http.post(f"{self.url}/widget/session", headers=origin) as response:
                response.raise_for_status()
                self._token = (await response.json())["token"]
        async with self.http.ws_connect(f"{self.url}/widget/socket", headers=origin) as line:
            await line.send_json({"v": 1, "type": "hello", "token": self._token, "last": self._last})
            async for message in line:
                await self._take(line, json.loads(message.data))
                if self.moods.happens(0.01):
                    return  # the network, too, drops a line now and then

    async def _take(self, line: aiohttp.ClientWebSocketResponse, frame: Json) -> None:
        match frame["type"]:
            case "ready":
                async with self._writing:
                    self._line = line
                    for each in list(self._pending.values()):
                        await line.send_json(each)
                await line.send_json({"type": "seen", "id": self._last})
            case "message":
                message = frame["message"]
                self.shown.append(message)
                self._last = max(self._last, message["id"])
                self._pending.pop(message.get("event", ""), None)
                if self._line is not None:
                    await line.send_json({"type": "seen", "id": self._last})
            case "ack":
                self._pending.pop(frame["id"], None)
            case "error":
                raise AssertionError(f"the server refused a frame: {frame}")
        self._news.set()

    async def _write(self, frame: Json) -> None:
        async with self._writing:  # one after the other, so that the order in which they were written stays
            if self._line is not None:
                with suppress(ConnectionError):  # it goes out again on the next line
                    await self._line.send_json(frame)
