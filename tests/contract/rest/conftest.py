import os
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import pytest
from aiohttp import ClientResponse, ClientSession, web
from aiohttp.test_utils import TestServer

import settings
from channels.app import create_app
from knowledge.migrations import migrate
from tests.unit.channels.road import StandIn, write_catalogue

PATH = "/webhooks/rest/webhook"


class Client:
    """A program that talks to the REST channel as it would to Rasa's own."""

    def __init__(self, server: TestServer, session: ClientSession) -> None:
        self._server, self.http = server, session

    @property
    def url(self) -> str:
        """Where the channel is."""
        return str(self._server.make_url(PATH))

    async def post(self, body: Any = None, **options: Any) -> ClientResponse:
        """Send a request, and read its answer to the end."""
        options = {"json": body, **options} if body is not None else options
        async with self.http.post(self.url, **options) as response:
            await response.read()
            return response

    async def say(self, message: str, sender: str = "ann", **metadata: Any) -> list[dict[str, Any]]:
        """Send a message; return the replies."""
        response = await self.post({"sender": sender, "message": message, "metadata": metadata})
        assert response.status == 200
        replies: list[dict[str, Any]] = await response.json()
        return replies


class Service:
    """The application on a port, with a stand-in for Rasa."""

    def __init__(self, app: web.Application) -> None:
        self.app = app
        self.server = TestServer(app)
        self.session = ClientSession()
        self.client = Client(self.server, self.session)

    async def __aenter__(self) -> Self:
        await self.server.start_server()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.session.close()
        await self.server.close()


@pytest.fixture
async def rasa() -> AsyncIterator[StandIn]:
    async with StandIn() as running:
        yield running


@pytest.fixture
def configuration(tmp_path: Path, rasa: StandIn) -> settings.Settings:
    """Settings of an application with a database of its own."""
    url = f"sqlite:///{tmp_path}/smart.db"
    migrate(url)
    return replace(
        settings.load({"DATA_KEYS": os.environ["DATA_KEYS"]}),
        database_url=url,
        rasa_url=rasa.url,
        session_secret="s" * 32,
    )


@pytest.fixture
def messages(tmp_path: Path) -> Path:
    return write_catalogue(tmp_path / "messages")


@pytest.fixture
async def service(configuration: settings.Settings, rasa: StandIn, messages: Path) -> AsyncIterator[Service]:
    app = create_app(configuration, actions_url=rasa.url, messages=messages)
    async with Service(app) as running:
        yield running


@pytest.fixture
def client(service: Service) -> Client:
    return service.client
