"""What an operator reports is seen in the browser's chat, from its first push to the last."""

import base64
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest_asyncio
from playwright.async_api import Browser, expect

from knowledge.charging.ocpi import parties
from knowledge.database import Database
from tests.e2e.conftest import DESKTOP, Widget
from tests.stack import Stack

LOCATION = "receiver/locations/MY/LIV/L1"


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def evse(uid: str, status: str) -> dict[str, Any]:
    connector = {
        "id": "1",
        "standard": "IEC_62196_T2_COMBO",
        "format": "CABLE",
        "power_type": "DC",
        "max_voltage": 500,
        "max_amperage": 400,
        "max_electric_power": 180000,
        "last_updated": now(),
    }
    return {"uid": uid, "status": status, "connectors": [connector], "last_updated": now()}


class Operator:
    """An operator's system, with the token that it was given."""

    def __init__(self, http: aiohttp.ClientSession, stack: Stack, token: str) -> None:
        self._http, self._url = http, f"{stack.url}/ocpi/2.2.1"
        self._headers = {"Authorization": f"Token {base64.b64encode(token.encode()).decode()}"}

    async def send(self, method: str, path: str, body: dict[str, Any]) -> None:
        async with self._http.request(
            method, f"{self._url}/{path}", json=body, headers=self._headers
        ) as answer:
            assert (await answer.json())["status_code"] == 1000


@pytest_asyncio.fixture(loop_scope="session")
async def operator(stack: Stack) -> AsyncIterator[Operator]:
    with Database(stack.database_url) as database:
        with database.transaction() as session:
            token = parties.add(session, "MY", "LIV", name="Live", network="Live")
        async with aiohttp.ClientSession() as http:
            yield Operator(http, stack, token)
        with database.transaction() as session:
            parties.remove(session, "MY*LIV")


async def test_a_status_change_is_seen_in_the_chat_at_once(
    chromium: Browser, stack: Stack, operator: Operator
) -> None:
    site = {
        "country_code": "MY",
        "party_id": "LIV",
        "id": "L1",
        "publish": True,
        "name": "Lakeview Charging Plaza",
        "address": "1 Jalan Tasik",
        "city": "Taiping",
        "country": "MYS",
        "coordinates": {"latitude": "4.85100", "longitude": "100.74100"},
        "time_zone": "Asia/Kuala_Lumpur",
        "evses": [evse("E1", "AVAILABLE"), evse("E2", "AVAILABLE"), evse("E3", "CHARGING")],
        "last_updated": now(),
    }
    await operator.send("PUT", LOCATION, site)
    context = await chromium.new_context(viewport=DESKTOP, locale="en-MY")
    widget = Widget(await context.new_page())
    await widget.page.goto(stack.url)
    await widget.open()
    await widget.ask("fast chargers in Taiping")
    await expect(widget.theirs.last).to_contain_text("Lakeview Charging Plaza")
    await expect(widget.theirs.last).to_contain_text("2 of 3 free")

    await operator.send("PATCH", f"{LOCATION}/E2", {"status": "CHARGING", "last_updated": now()})
    await widget.ask("fast chargers in Taiping")
    await expect(widget.theirs.last).to_contain_text("1 of 3 free")

    for uid in ("E1", "E2", "E3"):
        await operator.send("PATCH", f"{LOCATION}/{uid}", {"status": "OUTOFORDER", "last_updated": now()})
    await widget.ask("the first one")
    await expect(widget.theirs.last).to_contain_text("out of order")

    await operator.send("PATCH", LOCATION, {"publish": False, "last_updated": now()})
    await widget.ask("fast chargers in Taiping")
    await expect(widget.theirs.last).not_to_contain_text("Lakeview Charging Plaza")
    assert widget.problems == []
    await context.close()
