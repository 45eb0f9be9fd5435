"""What the tests of the road share: a catalogue, a stand-in for Rasa that can fail, a running gateway."""

import asyncio
import itertools
from collections import deque
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Self

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.calendars.links import Calendars
from channels.dialogue import OWN_SENTENCES, Dialogue
from channels.exports.links import Exports
from channels.gateway import Gateway
from channels.hub import Hub, Said
from channels.language import Languages
from channels.message import Message
from channels.metrics import Metrics
from channels.pictures.links import Pictures
from channels.rasa import Rasa
from channels.replies import Replies
from channels.texts import Texts
from knowledge.conversations import Conversation, InboxRow, OutboxRow, StoredMessage
from knowledge.database import Database

LANGUAGES = ("en", "ms", "zh", "th")
PATIENCE = 20.0
YES_NO = [
    {"text": "button_yes", "args": {}, "payload": "/affirm"},
    {"text": "button_no", "args": {}, "payload": '/deny{"why":"no"}'},
]


def write_catalogue(folder: Path) -> Path:
    """Write a catalogue whose every sentence shows its language; return its folder."""
    widget = Path(__file__).parents[3] / "bot" / "messages"
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True)
        lines = [
            *(f"{own} = [{language}] {own}" for own in OWN_SENTENCES),
            f"utter_echo = [{language}] {{ $text }}",
            f"button_yes = Yes ({language})",
            f"button_no = No ({language})",
            f"link_export_json = JSON ({language})",
            f"link_export_text = Text ({language})",
        ]
        (folder / language / "test.ftl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        words = (widget / language / "widget.ftl").read_text(encoding="utf-8")
        (folder / language / "widget.ftl").write_text(words, encoding="utf-8")
    return folder


def echo(text: str, **more: Any) -> dict[str, Any]:
    """Say something back."""
    return {"response": "utter_echo", "args": {"text": text}, **more}


def answer(*replies: dict[str, Any], state: list[Any] | None = None) -> dict[str, Any]:
    """Make Rasa's answer to a turn."""
    intent = {"name": "test", "confidence": 1.0}
    return {"replies": list(replies), "state": state or [], "intent": intent}


class StandIn:
    """An HTTP server with Rasa's doors that does, turn by turn, what `plan` says, and echoes after that."""

    def __init__(self) -> None:
        self.turns: list[dict[str, Any]] = []
        # A status, raw bytes for a 200, "hang", or an answer.
        self.plan: deque[int | bytes | str | dict[str, Any]] = deque()
        self.reply: Callable[[dict[str, Any]], dict[str, Any]] = self._echo
        self.model: str | None = "model.tar.gz"
        self.actions = True
        self.seconds = 0.0  # that a turn takes
        self.arrived = asyncio.Event()
        self.open = asyncio.Event()  # a turn waits for it
        self.open.set()
        self.under_way = self.most_under_way = 0
        self._port = 0
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        self.open.set()
        await self.stop()

    async def start(self) -> None:
        """Listen; on the same port again after `stop`."""
        app = web.Application()
        app.add_routes(
            [
                web.post("/webhooks/road/turn", self._turn),
                web.get("/status", self._status),
                web.get("/health", self._health),
            ]
        )
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Refuse connections from now on."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    def texts(self) -> list[str]:
        """Return what it was asked, in order."""
        return [turn["message"] for turn in self.turns]

    def _echo(self, body: dict[str, Any]) -> dict[str, Any]:
        state = [*(body["state"] or []), {"event": "user", "text": body["message"]}]
        return answer(echo(body["message"]), state=state)

    async def _status(self, request: web.Request) -> web.Response:
        return web.json_response({"model_file": self.model})

    async def _health(self, request: web.Request) -> web.Response:
        return web.Response(status=200 if self.actions else 503)

    async def _turn(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.turns.append(body)
        self.arrived.set()
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self.open.wait()
            await asyncio.sleep(self.seconds)
            step = self.plan.popleft() if self.plan else self.reply(body)
            if step == "hang":
                await asyncio.Event().wait()
            if isinstance(step, int):
                return web.json_response({"error": "planned"}, status=step)
            if isinstance(step, bytes):
                return web.Response(body=step, content_type="application/json")
            return web.json_response(step)
        finally:
            self.under_way -= 1


class Road:
    """A gateway with all that it needs, and the customer's side of it."""

    def __init__(
        self, database: Database, rasa_url: str, catalogue: Path, *, rasa_seconds: float = 5.0, **options: Any
    ) -> None:
        self.database, self.hub, self.metrics = database, Hub(), Metrics()
        self.rasa = Rasa(rasa_url, rasa_url, seconds=rasa_seconds)
        self.replies = Replies(
            Texts.load(catalogue), Pictures(b"k" * 32), Calendars(b"k" * 32), Exports(b"k" * 32)
        )
        dialogue = Dialogue(self.rasa, self.replies, Languages.load(), self.metrics)
        self.gateway = Gateway(database, dialogue, self.hub, self.metrics, **options)
        self._stack = AsyncExitStack()
        self._ids = itertools.count(1)

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.rasa)
        await self.gateway.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.gateway.stop(grace_seconds=1.0)
        await self._stack.aclose()

    def message(self, text: str, sender: str = "ann", event_id: str | None = None, **more: Any) -> Message:
        """Make a message, new unless it is given an id."""
        return Message("rest", sender, event_id or f"{self.gateway.name}-{next(self._ids)}", text, **more)

    async def say(self, text: str, sender: str = "ann", **more: Any) -> tuple[Said, ...]:
        """Send a message and return the answer."""
        return await self.send(self.message(text, sender, **more))

    async def send(self, message: Message) -> tuple[Said, ...]:
        """Send a message and return the answer."""
        with self.hub.expect(message.channel, message.event_id) as waiter:
            await self.gateway.receive(message)
            said = await waiter.wait(PATIENCE)
        assert said is not None, "no answer"
        return said

    async def rows(self, table: type[Any]) -> list[Any]:
        """Return every row of a table, in order."""

        def read(session: Session) -> list[Any]:
            rows = list(session.scalars(select(table).order_by(table.id)))
            session.expunge_all()
            return rows

        return await self.database.read(read)

    async def conversation(self) -> Conversation:
        """Return the only conversation."""
        (row,) = await self.rows(Conversation)
        assert isinstance(row, Conversation)
        return row

    async def done(self, count: int) -> list[InboxRow]:
        """Wait until so many messages have been dealt with; return the inbox."""
        async with asyncio.timeout(PATIENCE):
            while True:
                rows = await self.rows(InboxRow)
                if sum(row.status != "new" for row in rows) >= count:
                    return rows
                await asyncio.sleep(0.01)

    async def history(self) -> list[StoredMessage]:
        """Return all messages."""
        return await self.rows(StoredMessage)

    async def outgoing(self) -> list[OutboxRow]:
        """Return the outbox."""
        return await self.rows(OutboxRow)


def texts(said: tuple[Said, ...]) -> list[str]:
    """Return what was said."""
    return [each.reply.text for each in said]


async def until(condition: Callable[[], object]) -> None:
    """Wait for something that another process or task brings about."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 (nothing here is told of it)
            await asyncio.sleep(0.01)
