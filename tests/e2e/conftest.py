"""The widget in a real browser against the real application; Rasa has a stand-in."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright

from knowledge.migrations import migrate
from tests.e2e.standin import RasaStandIn
from tests.stack import free_port

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1100, "height": 760}
PHONE = {"width": 375, "height": 720}
HOST_PAGE = """<!doctype html><html lang="en"><title>A page of somebody else</title><h1>Cars</h1>
<script src="{assistant}/widget.js" defer></script>"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for all of these: the browser and the servers stay up from test to test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@dataclass
class Application:
    """The application in a process of its own, as `python -m channels` runs it."""

    environment: dict[str, str]
    log: Path
    url: str
    _process: subprocess.Popen[bytes] | None = None

    async def start(self) -> Self:
        """Start it and wait until it answers."""
        self._process = self._spawn()
        async with aiohttp.ClientSession() as http:
            for _ in range(600):
                if self._process.poll() is not None:
                    break
                try:
                    async with http.get(self.url):
                        return self
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.05)
        raise AssertionError(self.log.read_text(encoding="utf-8"))

    def _spawn(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as output:
            return subprocess.Popen(
                [sys.executable, "-m", "channels"],
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def kill(self) -> None:
        """End it as a crash would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """End it as a restart would."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(timeout=30)


class HostPages:
    """Web sites of others: a server whose pages carry the widget."""

    def __init__(self) -> None:
        self.html = ""
        self.headers: dict[str, str] = {}
        app = web.Application()
        app.router.add_get("/", self._page)
        app.router.add_get("/favicon.ico", self._icon)
        self._server = TestServer(app)

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(text=self.html, content_type="text/html", headers=self.headers)

    async def _icon(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        """Where its page is."""
        return str(self._server.make_url("")).rstrip("/")


@dataclass
class Widget:
    """The widget on one page, as a customer sees it; every problem that the browser reports is kept."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        self.page.on("console", self._console)

    def _console(self, message: Any) -> None:
        # A server that is down is part of some tests; what the browser says of it is no fault of the page.
        if message.type == "error" and not re.search(r"ERR_CONNECTION|WebSocket|ERR_EMPTY", message.text):
            self.problems.append(message.text)

    @property
    def launcher(self) -> Locator:
        """The round button."""
        return self.page.locator("button.launcher")

    @property
    def panel(self) -> Locator:
        """The window with the conversation."""
        return self.page.locator("smart-assistant [role=dialog]")

    @property
    def input(self) -> Locator:
        """Where the customer writes."""
        return self.panel.locator("textarea")

    @property
    def mine(self) -> Locator:
        """What the customer said."""
        return self.panel.locator(".mine .bubble")

    @property
    def theirs(self) -> Locator:
        """What the assistant said, the greeting first."""
        return self.panel.locator(".theirs .bubble")

    async def open(self) -> Self:
        """Open the window."""
        await self.launcher.click()
        await self.panel.wait_for()
        return self

    async def say(self, text: str) -> None:
        """Write and send."""
        await self.input.fill(text)
        await self.input.press("Enter")

    async def ask(self, text: str) -> None:
        """Write, send, and wait for the answer."""
        count = await self.theirs.count()
        await self.say(text)
        await self.theirs.nth(count).wait_for()

    async def still(self) -> Self:
        """Wait until nothing moves any more, but for what moves for ever."""
        await self.page.evaluate(
            """() => Promise.all(document.querySelector("smart-assistant").shadowRoot.getAnimations()
              .filter((each) => each.effect.getComputedTiming().iterations !== Infinity)
              .map((each) => each.finished))"""
        )
        return self

    async def texts(self) -> tuple[list[str], list[str]]:
        """Return what each side said, without the greeting."""
        return await self.mine.all_inner_texts(), (await self.theirs.all_inner_texts())[1:]


Visit = Callable[..., Any]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def standin() -> AsyncIterator[RasaStandIn]:
    async with RasaStandIn() as running:
        yield running


@pytest.fixture
def rasa(standin: RasaStandIn) -> RasaStandIn:
    standin.turns.clear()
    standin.held.set()
    return standin


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def host() -> AsyncIterator[HostPages]:
    async with HostPages() as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def application(
    standin: RasaStandIn, host: HostPages, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Application]:
    folder = tmp_path_factory.mktemp("application")
    database = f"sqlite:///{folder / 'smart.db'}"
    migrate(database)
    port = free_port()
    environment = {
        "DATABASE_URL": database,
        "RASA_URL": standin.url,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SESSION_SECRET": "only-for-tests-" + "x" * 32,
        "WIDGET_ORIGINS": host.url,
    }
    running = Application(environment, folder / "app.log", f"http://127.0.0.1:{port}")
    await running.start()
    yield running
    running.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(chromium: Browser, application: Application, rasa: RasaStandIn) -> AsyncIterator[Visit]:
    """Open a page as a new visitor, or as one who has been here (`like`)."""
    widgets: list[Widget] = []
    contexts: list[BrowserContext] = []

    async def open_page(url: str = "", like: Widget | None = None, **options: Any) -> Widget:
        if like is None:
            options = {"viewport": DESKTOP, "locale": "en-MY", **options}
            contexts.append(await chromium.new_context(**options))
        context = like.page.context if like else contexts[-1]
        widget = Widget(await context.new_page())
        widgets.append(widget)
        await widget.page.goto(url or application.url)
        await widget.launcher.or_(widget.panel).first.wait_for()
        return widget

    yield open_page
    for context in contexts:
        await context.close()
    assert [problem for widget in widgets for problem in widget.problems] == []
