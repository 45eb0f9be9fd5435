"""The application on a port with outlets and bookings, and a browser without a window that uses the desk."""

from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from aiohttp import ClientResponse, ClientSession, CookieJar, web
from aiohttp.test_utils import TestServer
from sqlalchemy import select
from yarl import URL

import settings
from channels.app import create_app
from channels.desk.users import Hash
from channels.keys import DATABASE
from knowledge.bookings import book
from knowledge.bookings.records import BookingRecord
from knowledge.catalogue.tables import Model
from knowledge.conversations import Conversation, StoredMessage
from knowledge.database import Base, Database
from knowledge.migrations import migrate
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource, draft
from tests.unit.knowledge.servers import scratch

PASSWORD = "correct horse battery"
USERS = f"mei:{Hash.make(PASSWORD)}"
ZONE = ZoneInfo("Asia/Kuala_Lumpur")
ALL_DAY = dict.fromkeys(range(7), ((0, 1440),))


@dataclass
class Form:
    """A form of a page."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)


class Forms(HTMLParser):
    """Reads a page's forms as a browser would, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.text = ""
        self._button: str | None = None
        self._select: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        if not self.forms:
            return
        form = self.forms[-1]
        if tag == "input" and "name" in given:
            form.values[given["name"]] = given.get("value", "")
        if tag == "select":
            self._select = given["name"]
        if tag == "option" and self._select and ("selected" in given or self._select not in form.values):
            form.values[self._select] = given["value"]
        if tag == "button":
            self._button = given.get("aria-label", "")
            form.buttons.append(self._button)

    def handle_endtag(self, tag: str) -> None:
        if tag == "button":
            self._button = None
        if tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._button == "":
            self.forms[-1].buttons[-1] += data


class Page:
    """An answer that a browser shows."""

    def __init__(self, response: ClientResponse, text: str) -> None:
        self.response, self.html = response, text
        self._read = Forms(text)

    @property
    def status(self) -> int:
        return self.response.status

    @property
    def text(self) -> str:
        return self._read.text

    @property
    def path(self) -> str:
        return self.response.url.path_qs

    def form(self, button: str) -> Form:
        """The first form with a button of this name."""
        return next(each for each in self._read.forms if button in each.buttons)

    def has(self, button: str) -> bool:
        return any(button in each.buttons for each in self._read.forms)


class Staff:
    """Somebody with a browser."""

    def __init__(self, server: TestServer) -> None:
        self.url = str(server.make_url("")).rstrip("/")
        self.jar = CookieJar(unsafe=True)
        self.http = ClientSession(cookie_jar=self.jar)

    async def get(self, path: str, **options: Any) -> Page:
        async with self.http.get(self.url + path, **options) as response:
            return Page(response, await response.text())

    async def post(self, path: str, values: dict[str, str], **options: Any) -> Page:
        options = {"headers": {"Origin": self.url}, **options}
        async with self.http.post(self.url + path, data=values, **options) as response:
            return Page(response, await response.text())

    async def press(self, page: Page, button: str, **filled: str) -> Page:
        """Fill in the form of a button, and press it."""
        form = page.form(button)
        values = {**form.values, **filled}
        if form.method == "get":
            return await self.get(str(URL(form.action).with_query(values)))
        return await self.post(form.action, values)

    async def sign_in(self, name: str = "mei", password: str = PASSWORD) -> Page:
        return await self.press(await self.get("/desk/login"), "Sign in", name=name, password=password)

    @property
    def cookie(self) -> Any:
        return next(iter(each for each in self.jar if each.key == "desk"), None)


class House:
    """The application, its outlets and its customers."""

    def __init__(self, app: web.Application) -> None:
        self.app, self.server = app, TestServer(app)
        self.database: Database = app[DATABASE]
        self._people: list[Staff] = []
        self._requests = iter(range(10_000))

    async def __aenter__(self) -> Self:
        await self.server.start_server()
        self.change(self.empty)
        return self

    async def __aexit__(self, *exception: object) -> None:
        for each in self._people:
            await each.http.close()
        await self.server.close()

    def empty(self, session: Any) -> None:
        """Leave two outlets and two customers, and nothing else."""
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        session.add(Model(key="smart_1", name="smart #1", body="suv", position=1))
        add_outlet(session, "kl", hours=ALL_DAY)
        add_outlet(session, "pj", hours=ALL_DAY)
        add_resource(session, "kl/car_1", "kl")
        add_resource(session, "kl/car_2", "kl")
        add_resource(session, "kl/bay_1", "kl", kind="service_bay")
        for key in ("ann", "bob"):
            add_conversation(session, key)
            session.get_one(Conversation, key).language = "en"

    def change(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a function of `knowledge` in a transaction of its own."""
        with self.database.transaction() as session:
            return fn(session, *args, **kwargs)

    def person(self) -> Staff:
        """Somebody who has not signed in."""
        self._people.append(Staff(self.server))
        return self._people[-1]

    def book(self, starts_at: datetime, now: datetime | None = None, **more: Any) -> BookingRecord:
        """Book a test drive for Ann, unless told otherwise."""
        wish = draft(more.pop("outlet_key", "kl"), starts_at, **{"conversation_id": "ann", **more})
        now = now or datetime.now(UTC)
        record: BookingRecord = self.change(
            book.book, wish, request_key=f"request {next(self._requests)}", now=now
        )
        return record

    def record(self, booking: BookingRecord) -> BookingRecord:
        found: BookingRecord = self.change(book.record, booking.id)
        return found

    def told(self, who: str = "ann") -> list[str]:
        """What a customer has been told."""

        def read(session: Any) -> list[str]:
            rows = session.scalars(
                select(StoredMessage)
                .where(StoredMessage.conversation_id == who, StoredMessage.direction == "out")
                .order_by(StoredMessage.id)
            )
            return [row.text for row in rows]

        texts: list[str] = self.change(read)
        return texts


def today() -> date:
    """Today in Kuala Lumpur."""
    return datetime.now(ZONE).date()


def at(days: int, hour: int) -> datetime:
    """An hour of a day from today on, of Kuala Lumpur's clock."""
    return datetime.combine(today() + timedelta(days=days), time(hour), ZONE).astimezone(UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for all of these: the application stays up from test to test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def configured(folder: Path, database_url: str, **more: Any) -> settings.Settings:
    """Settings of an application that has what it needs but Rasa, with a database of its own."""
    migrate(database_url)
    usual = {"session_secret": "s" * 32, "var_dir": str(folder), "desk_users": USERS}
    return replace(settings.load({}), database_url=database_url, **{**usual, **more})


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=["sqlite", "postgres"])
async def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[House]:
    """The application on each kind of database in turn."""
    folder = tmp_path_factory.mktemp("desk")
    with ExitStack() as open_:
        url = f"sqlite:///{folder}/smart.db"
        if request.param == "postgres":
            url = open_.enter_context(scratch())
        async with House(create_app(configured(folder, url))) as house:
            yield house


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def member(running: House) -> Staff:
    """Somebody who has signed in, once."""
    person = running.person()
    assert (await person.sign_in()).status == 200
    return person


@pytest.fixture
def house(running: House) -> House:
    """The application with two outlets and two customers, and nothing else."""
    running.change(running.empty)
    return running


@pytest.fixture
def staff(house: House, member: Staff) -> Staff:
    """Somebody who has signed in, and nothing has happened yet."""
    return member
