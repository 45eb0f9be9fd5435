"""Health, readiness, figures, and how errors look, on a running application."""

import logging
import os
from dataclasses import replace

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from sqlalchemy import text

import settings
from channels import middleware
from channels.app import create_app
from channels.keys import DATABASE
from knowledge.migrations import migrate


@pytest.fixture
def app(sqlite_url, rasa, catalogue) -> web.Application:
    migrate(sqlite_url)
    chosen = replace(
        settings.load({"DATA_KEYS": os.environ["DATA_KEYS"]}),
        database_url=sqlite_url,
        rasa_url=rasa.url,
        session_secret="s" * 32,
    )
    return create_app(chosen, actions_url=rasa.url, messages=catalogue)


@pytest.fixture
async def server(app):
    async with TestServer(app) as running:
        yield running


@pytest.fixture
async def http():
    async with ClientSession() as session:
        yield session


async def test_process_is_alive_whatever_else_is(server, http, rasa):
    await rasa.stop()
    async with http.get(server.make_url("/healthz")) as response:
        assert (response.status, await response.json()) == (200, {"status": "alive"})


async def test_ready_names_what_lacks(server, http, rasa, app):
    async with http.get(server.make_url("/readyz")) as response:
        assert (response.status, await response.json()) == (200, {"status": "ready", "lacking": []})
    rasa.model, rasa.actions = None, False
    async with http.get(server.make_url("/readyz")) as response:
        assert response.status == 503
        assert await response.json() == {"status": "not ready", "lacking": ["rasa", "actions"]}


async def test_figures_of_the_road(server, http):
    body = {"sender": "ann", "message": "hello"}
    async with http.post(server.make_url("/webhooks/rest/webhook"), json=body) as response:
        assert response.status == 200
    async with http.get(server.make_url("/metrics")) as response:
        shown = await response.text()
        assert response.status == 200
    for line in (
        'smart_turns_total{channel="rest",outcome="answered"} 1.0',
        'smart_turn_seconds_count{step="rasa"} 1.0',
        'smart_turn_seconds_count{step="receive"} 1.0',
        "smart_inbox_open 0.0",
        "process_resident_memory_bytes",
    ):
        assert line in shown
    assert "ann" not in shown.replace("channel", "")


async def test_lost_database_is_told_without_its_contents(server, http, app, caplog):
    def drop(session):
        session.execute(text("DROP TABLE outbox"))
        session.execute(text("DROP TABLE inbox"))

    await app[DATABASE].run(drop)
    caplog.clear()
    body = {"sender": "ann", "message": "my secret words"}
    async with http.post(server.make_url("/webhooks/rest/webhook"), json=body) as response:
        assert response.status == 503
        assert (await response.json())["error"]["code"] == "unavailable"
    assert "OperationalError" in caplog.text
    assert "secret" not in caplog.text


async def test_unforeseen_error_is_told_by_its_request(sqlite_url, rasa, catalogue, http, caplog):
    async def broken(request: web.Request) -> web.Response:
        raise KeyError("nobody thought of this")

    app = web.Application(middlewares=[middleware.identify, middleware.errors])
    app.on_response_prepare.append(middleware.add_headers)
    app.router.add_get("/broken", broken)
    async with TestServer(app) as server, http.get(server.make_url("/broken")) as response:
        error = (await response.json())["error"]
        assert response.status == 500
        assert error["code"] == "internal_error"
        assert response.headers["X-Request-ID"] in error["message"]
        assert response.headers["X-Request-ID"] in caplog.text


async def test_line_about_a_request_names_nobody(server, http, caplog):
    caplog.set_level(logging.DEBUG, "channels.middleware")
    async with http.get(server.make_url("/widget/0123456789?text=my-secret")) as response:
        await response.read()

    (line,) = [record.getMessage() for record in caplog.records if record.name == "channels.middleware"]
    assert "route=/widget/{name}" in line
    assert "my-secret" not in line
    assert "127.0.0.1" not in line


async def test_flood_from_one_address_is_held_back(http, monkeypatch):
    monkeypatch.setattr(middleware, "ADDRESS_RATE", 0.5)
    monkeypatch.setattr(middleware, "ADDRESS_BURST", 3)
    monkeypatch.setattr(middleware, "is_loopback", lambda request: False)

    async def fine(request: web.Request) -> web.Response:
        return web.Response()

    app = web.Application(middlewares=[middleware.identify, middleware.errors, middleware.limited()])
    app.router.add_get("/", fine)
    async with TestServer(app) as server:
        statuses = []
        for _ in range(4):
            async with http.get(server.make_url("/")) as response:
                statuses.append(response.status)
    assert statuses == [200, 200, 200, 429]
    assert response.headers["Retry-After"] == "2"
