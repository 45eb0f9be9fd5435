"""The desk in a real browser: staff sign in, see the day, move a booking; the customer's chat shows it."""

import itertools
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from icalendar import Calendar
from playwright.async_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from channels.desk.users import Hash
from knowledge import vault
from knowledge.bookings import book, waiting
from knowledge.bookings.records import BookingRecord
from knowledge.catalogue.tables import Model
from knowledge.conversations import Conversation
from knowledge.database import Database
from knowledge.migrations import migrate
from scripts.bench.bookings.network import add_outlet, add_resource, draft
from tests.e2e.conftest import DESKTOP, PHONE, Application, Visit
from tests.e2e.standin import RasaStandIn
from tests.stack import free_port

PASSWORD = "correct horse battery"
KUALA_LUMPUR = ZoneInfo("Asia/Kuala_Lumpur")
ALL_DAY = dict.fromkeys(range(7), ((0, 1440),))
DAY = timedelta(days=1)
FREE_DAYS = itertools.count(10)  # days from today on which no other test books


@dataclass
class Desk:
    """The application with a desk, and the database behind it."""

    application: Application
    database: Database
    key: str

    @property
    def url(self) -> str:
        return f"{self.application.url}/desk/"

    def change(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a function of `knowledge` with the application's keys."""
        with keys(self.key), self.database.transaction() as session:
            return fn(session, *args, **kwargs)


@contextmanager
def keys(key: str) -> Iterator[None]:
    before = vault.current()
    vault.install(vault.Vault([key]))
    yield
    vault.install(before)


def at(days: int, hour: int) -> datetime:
    """An hour of a day from today on, of Kuala Lumpur's clock."""
    day = datetime.now(KUALA_LUMPUR).date() + days * DAY
    return datetime.combine(day, time(hour), KUALA_LUMPUR).astimezone(UTC)


def fill(session: Any) -> None:
    session.add(Model(key="smart_1", name="smart #1", body="suv", position=1))
    add_outlet(session, "kl", hours=ALL_DAY)
    for number in (1, 2):
        add_resource(session, f"kl/car_{number}", "kl", name=f"#1 Premium, car {number}")
    add_resource(session, "kl/bay_1", "kl", kind="service_bay", name="Bay 1", confirms=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desk(standin: RasaStandIn, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    url, port, key = f"sqlite:///{folder / 'smart.db'}", free_port(), vault.new_key()
    migrate(url)
    environment = {
        "DATABASE_URL": url,
        "DATA_KEYS": key,
        "DESK_USERS": f"mei:{Hash.make(PASSWORD)}",
        "RASA_URL": standin.url,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SESSION_SECRET": "only-for-tests-" + "x" * 32,
        "VAR_DIR": str(folder),
    }
    application = Application(environment, folder / "app.log", f"http://127.0.0.1:{port}")
    with Database(url) as database:
        desk = Desk(application, database, key)
        desk.change(fill)
        await application.start()
        yield desk
        application.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def open_desk(chromium: Browser, desk: Desk) -> AsyncIterator[Callable[..., Any]]:
    """Open the desk as somebody of the staff."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def keep(problem: str) -> None:
        if "404 (Not Found)" not in problem:  # a page that a test asks for on purpose
            problems.append(problem)

    async def sign_in(**options: Any) -> Page:
        contexts.append(await chromium.new_context(**{"viewport": DESKTOP, **options}))
        page = await contexts[-1].new_page()
        page.on("console", lambda message: keep(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(desk.url)
        await page.get_by_label("Name").fill("mei")
        await page.get_by_label("Password").fill(PASSWORD)
        await page.get_by_role("button", name="Sign in").click()
        await page.get_by_role("button", name="Sign out").wait_for()
        return page

    yield sign_in
    for context in contexts:
        await context.close()
    assert problems == []


def book_for(desk: Desk, conversation_id: str | None, starts_at: datetime, **more: Any) -> BookingRecord:
    wish = draft("kl", starts_at, conversation_id=conversation_id, **more)
    made: BookingRecord = desk.change(
        book.book, wish, request_key=f"{starts_at} {datetime.now(UTC)}", now=datetime.now(UTC)
    )
    return made


async def customer(desk: Desk, visit: Visit) -> tuple[Any, str]:
    """Somebody who has written in the widget, and the id of that conversation."""
    widget = await (await visit(desk.application.url)).open()
    await widget.ask("hello")
    newest = select(Conversation.id).order_by(Conversation.created_at.desc()).limit(1)
    return widget, desk.change(lambda session: session.scalar(newest))


async def go_to(page: Page, day: date) -> None:
    await page.get_by_label("Day", exact=True).fill(day.isoformat())
    await page.get_by_role("button", name="Show").click()


async def test_staff_move_a_booking_and_the_customers_chat_shows_it(
    desk: Desk, open_desk: Callable[..., Any], visit: Visit, rasa: RasaStandIn
) -> None:
    widget, conversation = await customer(desk, visit)
    private = {"name": "Aisyah Rahman", "phone": "+60123456789"}
    booking = book_for(desk, conversation, at(2, 10), private=private)
    page = await open_desk()
    await go_to(page, at(2, 10).astimezone(KUALA_LUMPUR).date())
    row = page.get_by_role("row").filter(has_text=booking.reference)
    await expect(row).to_contain_text("10:00–11:00")
    await expect(row).to_contain_text("Aisyah Rahman")
    await row.get_by_role("link", name=f"Change {booking.reference}").click()
    await page.get_by_role("link", name="Move").click()
    await page.get_by_role("button", name="15:00").click()
    await expect(page.get_by_role("status")).to_have_text("Moved. The customer is told.")

    told = widget.theirs.last
    await expect(told).to_contain_text("We've moved your test drive of the smart #1 to")
    await expect(told).to_contain_text("3 pm")
    await expect(widget.panel.locator(".links a").first).to_contain_text("Directions")
    await widget.panel.get_by_role("button", name="Change it").click()
    await expect(widget.theirs.last).to_contain_text("/change_booking")
    assert (
        rasa.turns[-1]["choice"] == f"/change_booking{json.dumps({'booking_reference': booking.reference})}"
    )


async def test_a_notice_brings_the_calendar_file(desk: Desk, visit: Visit) -> None:
    widget, conversation = await customer(desk, visit)
    booking = book_for(desk, conversation, at(3, 10))
    desk.change(book.move, booking.id, at(3, 12), actor="staff", now=datetime.now(UTC))
    link = widget.panel.get_by_role("link", name="Add to calendar (opens in a new tab)")
    await link.wait_for()
    file = await widget.page.request.get(str(await link.get_attribute("href")))
    assert file.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(await file.text()).walk("VEVENT")
    assert event["DTSTART"].dt == at(3, 12)


async def test_what_another_process_plans_is_told_while_the_customer_watches(
    desk: Desk, visit: Visit
) -> None:
    """As an action would, in a process of its own: nobody rings this one's bell."""
    widget, conversation = await customer(desk, visit)
    booking = book_for(desk, conversation, at(4, 10))
    desk.change(book.cancel, booking.id, actor="staff", now=datetime.now(UTC), reason="outlet_closed")
    await expect(widget.theirs.last).to_contain_text(
        "has been cancelled. We're sorry: we're closed at that time."
    )


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_can_be_used_by_everybody(
    desk: Desk, open_desk: Callable[..., Any], visit: Visit, viewport: Any, scheme: Any
) -> None:
    _, conversation = await customer(desk, visit)
    days = next(FREE_DAYS)
    day = at(days, 10).astimezone(KUALA_LUMPUR).date()
    private = {"name": "Nurul Izzah binti Abdullah", "phone": "+60123456789", "plate": "VAB 1234"}
    booking = book_for(desk, conversation, at(days, 10), private=private)
    private = {"name": "Tan Mei Ling", "phone": "+60198765432", "need": "A noise when I brake"}
    book_for(desk, conversation, at(days, 14), kind="service", private=private)
    wish = draft("kl", None, conversation_id=conversation, private={"name": "Somchai", "phone": "+6681"})
    desk.change(waiting.join, wish, day, day, request_key=f"{days}", now=datetime.now(UTC))
    page = await open_desk(viewport=viewport, color_scheme=scheme)
    there = f"{desk.url}bookings/{booking.reference}"
    for address in (f"{desk.url}?day={day}", there, f"{there}/move", f"{desk.url}bookings/TD-222222"):
        await page.goto(address)
        found = await Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        # Nothing is cut off or has to be scrolled sideways.
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
