import base64
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from sqlalchemy.orm import Session

import settings
from channels.app import create_app
from channels.keys import DATABASE
from channels.ocpi import door
from knowledge.charging import tables
from knowledge.charging.ocpi import parties
from knowledge.database import Database
from knowledge.migrations import migrate
from tests.unit.channels.road import StandIn, write_catalogue
from tests.unit.knowledge.conftest import postgres_url

__all__ = ["postgres_url"]

VERSIONS = "https://ocpi.one.example/versions"


@dataclass
class Answer:
    """An OCPI answer."""

    http: int
    body: dict[str, Any]
    headers: Any

    @property
    def codes(self) -> tuple[int, int]:
        return self.http, self.body["status_code"]

    @property
    def data(self) -> Any:
        return self.body["data"]


@dataclass
class Operator:
    """An operator's system that talks to us."""

    server: TestServer
    http: ClientSession
    token: str
    plain: bool = False
    at: str = "MY/ONE"
    headers: dict[str, str] = field(default_factory=dict)

    async def send(self, method: str, path: str, body: Any = None, **options: Any) -> Answer:
        shown = self.token if self.plain else base64.b64encode(self.token.encode()).decode()
        headers = {"Authorization": f"Token {shown}", **self.headers, **options.pop("headers", {})}
        if body is not None:
            options["json"] = body
        url = self.server.make_url("/ocpi" + path)
        async with self.http.request(method, url, headers=headers, **options) as response:
            answer = Answer(response.status, await response.json(), response.headers)
        assert set(answer.body) - {"data"} == {"status_code", "status_message", "timestamp"}
        return answer

    async def location(self, method: str, parts: str, body: Any = None, **options: Any) -> Answer:
        return await self.send(method, f"/2.2.1/receiver/locations/{self.at}/{parts}", body, **options)

    async def tariff(self, method: str, tariff_id: str, body: Any = None) -> Answer:
        return await self.send(method, f"/2.2.1/receiver/tariffs/{self.at}/{tariff_id}", body)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables: copying it is faster than making them for each test."""
    path = tmp_path_factory.mktemp("empty") / "smart.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path, empty: Path) -> str:
    """A database with its tables; on SQLite, or on what the test asks for."""
    if getattr(request, "param", "sqlite") == "postgres":
        address = request.getfixturevalue("postgres_url")
        migrate(address)
        return address
    return f"sqlite:///{shutil.copy(empty, tmp_path / 'smart.db')}"


@pytest.fixture
def tokens(url: str) -> list[str]:
    """The tokens of two operators; the second one sends its own as it is."""
    with Database(url) as database, database.transaction() as session:
        return [
            parties.add(session, "MY", "ONE", name="One", network="OneNet", versions_url=VERSIONS),
            parties.add(session, "TH", "TWO", name="Two", plain_token=True),
        ]


@pytest.fixture
async def app(url: str, tokens: list[str], tmp_path: Path, monkeypatch) -> AsyncIterator[web.Application]:
    monkeypatch.setattr(door, "FRESH_SECONDS", 0.0)
    async with StandIn() as rasa:
        configuration = replace(
            settings.load({"DATA_KEYS": os.environ["DATA_KEYS"]}),
            database_url=url,
            rasa_url=rasa.url,
            session_secret="s" * 32,
        )
        yield create_app(configuration, actions_url=rasa.url, messages=write_catalogue(tmp_path / "messages"))


@pytest.fixture
async def server(app: web.Application) -> AsyncIterator[TestServer]:
    running = TestServer(app)
    await running.start_server()
    yield running
    await running.close()


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
def one(server: TestServer, http: ClientSession, tokens: list[str]) -> Operator:
    return Operator(server, http, tokens[0])


@pytest.fixture
def two(server: TestServer, http: ClientSession, tokens: list[str]) -> Operator:
    return Operator(server, http, tokens[1], plain=True, at="TH/TWO")


@pytest.fixture
def ask(app: web.Application):
    """Run something on the database that the server uses."""

    async def run(work: Any, *args: Any) -> Any:
        return await app[DATABASE].read(work, *args)

    return run


def refusals_of(session: Session, key: str) -> dict[str, str]:
    return {object_id: reason for object_id, reason, _ in parties.refusals(session, key)}


def kept(session: Session) -> int:
    return session.query(tables.Location).count()
