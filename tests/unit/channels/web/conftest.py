import os
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any, Self

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, web
from aiohttp.test_utils import TestServer

import settings
from channels.app import create_app
from knowledge.migrations import migrate
from tests.e2e.standin import RasaStandIn

PATIENCE = 10.0


class Browser:
    """What the widget in a page does, frame by frame."""

    def __init__(self, http: ClientSession, url: str) -> None:
        self._http, self.url = http, url
        self.token = ""
        self.messages: list[dict[str, Any]] = []
        self._socket: ClientWebSocketResponse | None = None

    async def session(self) -> Self:
        """Get a session."""
        async with self._http.post(f"{self.url}/widget/session", headers={"Origin": self.url}) as response:
            assert response.status == 200
            self.token = (await response.json())["token"]
        return self

    async def connect(self) -> Self:
        """Open the line, without a word."""
        self._socket = await self._http.ws_connect(
            f"{self.url}/widget/socket", headers={"Origin": self.url, "Accept-Language": "ms"}
        )
        return self

    async def open(self, last: int = 0, **more: Any) -> Self:
        """Open the line and take what comes up to the ready frame."""
        if not self.token:
            await self.session()
        await self.connect()
        await self.send(v=1, type="hello", token=self.token, last=last, **more)
        await self.until("ready")
        return self

    async def send(self, **frame: Any) -> None:
        """Send a frame."""
        assert self._socket is not None
        await self._socket.send_json(frame)

    async def send_text(self, raw: str) -> None:
        """Send something that may be no frame."""
        assert self._socket is not None
        await self._socket.send_str(raw)

    async def next(self) -> dict[str, Any]:
        """Take the next frame."""
        assert self._socket is not None
        frame: dict[str, Any] = await self._socket.receive_json(timeout=PATIENCE)
        if frame["type"] == "message":
            self.messages.append(frame["message"])
        return frame

    async def until(self, kind: str, **wanted: Any) -> dict[str, Any]:
        """Take frames up to one of a kind."""
        while True:
            frame = await self.next()
            if frame["type"] == kind and all(frame.get(name) == value for name, value in wanted.items()):
                return frame

    async def until_said(self, text: str) -> dict[str, Any]:
        """Take frames until a message with this text is there."""
        while True:
            for message in self.messages:
                if text in message["text"]:
                    return message
            await self.next()

    async def until_closed(self) -> int | None:
        """Take what still comes; return the closing code."""
        assert self._socket is not None
        async for _ in self._socket:
            pass
        return self._socket.close_code

    async def close(self) -> None:
        """Go away."""
        if self._socket is not None:
            await self._socket.close()


@pytest.fixture
async def rasa() -> AsyncIterator[RasaStandIn]:
    async with RasaStandIn() as standin:
        yield standin


@pytest.fixture
async def app(rasa: RasaStandIn, database_url: str) -> web.Application:
    """The real application, on each kind of database in turn."""
    migrate(database_url)
    chosen = replace(
        settings.load({"DATA_KEYS": os.environ["DATA_KEYS"]}),
        database_url=database_url,
        rasa_url=rasa.url,
        session_secret="s" * 32,
        widget_origins="https://www.example.com",
    )
    return create_app(chosen, actions_url=rasa.url)


@pytest.fixture
async def server(app: web.Application) -> AsyncIterator[TestServer]:
    async with TestServer(app) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def browser(server: TestServer, http: ClientSession) -> AsyncIterator[Callable[..., Browser]]:
    made: list[Browser] = []

    def make(like: Browser | None = None) -> Browser:
        each = Browser(http, str(server.make_url("")).rstrip("/"))
        each.token = like.token if like else ""
        made.append(each)
        return each

    yield make
    for each in made:
        await each.close()
