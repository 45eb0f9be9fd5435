"""A stand-in for Rasa, which says every kind of thing that the widget can show, by the first word it gets."""

import asyncio
from collections.abc import Mapping
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
TABLE = {
    "caption": "smart #3 Premium · smart #3 BRABUS",
    "columns": ["", "#3 Premium", "#3 BRABUS"],
    "rows": [
        ["WLTP", {"measure": 455, "unit": None}, {"measure": 415, "unit": None}],
        ["kW", 200, 315],
        ["0–100 km/h", "5.8 s", "3.7 s"],
        ["RM", {"money": 215000, "currency": "MYR"}, {"money": 255000, "currency": "MYR"}],
    ],
}
WIDE = {
    "caption": "smart",
    "columns": ["", "#1 Pro", "#1 Premium", "#1 BRABUS", "#3 Pro", "#3 Premium", "#3 BRABUS"],
    "rows": [["kW", 200, 200, 315, 200, 200, 315], ["km", 310, 440, 400, 325, 455, 415]],
}
CARS = ((1, "Premium", 200, 440), (3, "Premium", 200, 455), (3, "BRABUS", 315, 415))
CARDS = [
    {
        "title": f"smart #{number} {name}",
        "subtitle": f"{power} kW\n{reach} km (WLTP)",
        "image": "/widget/icon.svg",
        "link": "https://example.com/car",
        "buttons": [{"text": "widget_suggestion_price", "payload": f'/ask_price{{"n":"{number}"}}'}],
    }
    for number, name, power, reach in (
        (1, "Premium", 200, 440),
        (3, "Premium", 200, 455),
        (3, "BRABUS", 315, 415),
    )
]
BUTTONS = [
    {"text": "widget_suggestion_price", "payload": "/ask_price"},
    {"text": "widget_suggestion_compare", "payload": "/compare_models"},
    {"text": "widget_suggestion_person", "payload": "/talk_to_agent"},
]


def echo(text: str, **more: Any) -> dict[str, Any]:
    """Say the text back, within a sentence that every catalogue has."""
    return {"response": "widget_unread", "args": {"count": text}, **more}


class RasaStandIn:
    """An HTTP server with Rasa's door for the road; counts its turns and can fall silent."""

    def __init__(self) -> None:
        self.turns: list[dict[str, Any]] = []
        self.down = False
        self.held = asyncio.Event()
        self.held.set()
        app = web.Application()
        app.add_routes(
            [
                web.post("/webhooks/road/turn", self._turn),
                web.get("/status", self._status),
                web.get("/health", self._status),
            ]
        )
        self._server = TestServer(app)

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        return self

    async def __aexit__(self, *exception: object) -> None:
        self.held.set()
        await self._server.close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return str(self._server.make_url("/")).rstrip("/")

    async def _status(self, request: web.Request) -> web.Response:
        return web.json_response({"model_file": "standin.tar.gz", "status": "ok"})

    async def _turn(self, request: web.Request) -> web.Response:
        body = await request.json()
        if self.down:
            return web.json_response({"error": "down"}, status=503)
        await self.held.wait()
        self.turns.append(body)
        text = body["message"]
        return web.json_response(
            {
                "replies": self._replies(text, body),
                "state": [{"event": "user", "text": text}],
                "intent": {"name": "standin", "confidence": 1.0},
            }
        )

    def _replies(self, text: str, body: Mapping[str, Any]) -> list[dict[str, Any]]:
        match text.split(" ")[0]:
            case "buttons":
                return [echo(text, buttons=BUTTONS)]
            case "table":
                return [echo(text, table=TABLE)]
            case "wide":
                return [echo(text, table=WIDE)]
            case "cards":
                return [echo(text, cards=CARDS)]
            case "markup":
                caption = {"caption": MARKUP, "columns": [MARKUP, "b"], "rows": [[MARKUP, "c"]]}
                cards = [{"title": MARKUP, "link": "javascript:alert(1)", "image": "javascript:alert(1)"}]
                return [echo(MARKUP, table=caption, cards=cards)]
            case "links":
                return [echo("https://example.com/a?b=c, x@example.com 1-800-88-1234 javascript:alert(1)")]
            case "open":
                links = [
                    {"text": "link_calendar_file", "url": "/calendars/x.ics"},
                    {"text": "notice_link_route", "url": "https://example.com/route"},
                    {"text": "notice_link_route", "url": "javascript:alert(1)"},
                ]
                return [echo(text, links=links, buttons=BUTTONS)]
            case "export":
                return [echo(text, export=True)]
            case "many":
                return [echo(f"{text} {number}") for number in (1, 2, 3)]
            case "long":
                return [echo("\n".join(f"{number}" for number in range(60)))]
            case "thai":
                return [{"response": "widget_greeting", "args": {}, "language": "th"}]
            case _:
                choice = body.get("choice")
                return [echo(f"{text} {choice}" if choice else text)]
