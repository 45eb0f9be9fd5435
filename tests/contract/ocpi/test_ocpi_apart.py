"""The operators' door as an application of its own, on the database that the chats read."""

from dataclasses import replace

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

import settings
from channels.ocpi import __main__ as program
from channels.ocpi.receiver import create_receiver
from knowledge.charging.store import read_location
from tests.contract.ocpi.conftest import Operator
from tests.contract.ocpi.objects import T1, location


@pytest.fixture
async def app(url: str, tokens: list[str]) -> web.Application:
    return create_receiver(replace(settings.load({}), database_url=url))


@pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)
async def test_what_is_sent_is_on_record(one: Operator, ask) -> None:
    assert (await one.location("PUT", "L1", location())).codes == (201, 1000)
    [uid] = [each["uid"] for each in location()["evses"]]
    change = {"status": "CHARGING", "last_updated": T1}
    assert (await one.location("PATCH", f"L1/{uid}", change)).codes == (200, 1000)
    kept = await ask(read_location, "MY*ONE", "L1")
    assert [each.status for each in kept.evses] == ["CHARGING"]


async def test_it_has_nothing_for_customers(server: TestServer, http: ClientSession) -> None:
    found = {}
    for path in ("/readyz", "/healthz", "/", "/widget.js", "/webhooks/rest/webhook", "/desk/"):
        async with http.get(server.make_url(path)) as response:
            found[path] = response.status
    assert found == {
        "/readyz": 200, "/healthz": 200, "/": 404, "/widget.js": 404, "/webhooks/rest/webhook": 404, "/desk/": 404,
    }  # fmt: skip


async def test_strangers_stay_outside(server: TestServer, http: ClientSession) -> None:
    async with http.get(server.make_url("/ocpi/versions")) as response:
        assert response.status == 401


def test_without_a_port_it_says_so(monkeypatch, capsys) -> None:
    monkeypatch.delenv("OCPI_PORT", raising=False)
    assert program.main() == 1
    assert "OCPI_PORT is not set" in capsys.readouterr().err
