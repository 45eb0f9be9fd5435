"""The address of a calendar file, over HTTP: the booking as it stands, and nobody else's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from icalendar import Calendar

import settings
from channels.app import create_app
from channels.keys import CALENDARS, DATABASE
from knowledge.bookings import book
from knowledge.catalogue.tables import Model
from knowledge.conversations import Conversation
from knowledge.geography import Point
from knowledge.migrations import migrate
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource, draft
from tests.unit.knowledge.conftest import database_url, postgres_url, sqlite_url

__all__ = ["database_url", "postgres_url", "sqlite_url"]

ALL_DAY = dict.fromkeys(range(7), ((0, 1440),))
DAY = timedelta(days=1)
STARTS = (datetime.now(UTC) + 3 * DAY).replace(hour=2, minute=0, second=0, microsecond=0)


@pytest.fixture
async def server(tmp_path, database_url):
    migrate(database_url)
    made = replace(
        settings.load({}), database_url=database_url, session_secret="s" * 32, var_dir=str(tmp_path)
    )
    app = create_app(made)
    server = TestServer(app)
    await server.start_server()
    with app[DATABASE].transaction() as session:
        session.add(Model(key="smart_1", name="smart #1", body="suv", position=1))
        add_outlet(session, "kl", hours=ALL_DAY)
        add_resource(session, "car", "kl")
        add_resource(session, "team", "kl", kind="survey_team", radius_km=50)
        add_conversation(session, "ann")
        session.get_one(Conversation, "ann").language = "ms"
    yield server
    await server.close()


@pytest.fixture
def app(server):
    return server.app


@pytest.fixture
def fetch(server):
    """Ask for an address of the application."""

    async def ask(path: str, **options):
        async with ClientSession() as http, http.get(server.make_url(path), **options) as response:
            return response, await response.text()

    return ask


@pytest.fixture
def booking(app):
    private = {"name": "Aisyah Rahman", "phone": "+60123456789", "plate": "VAB 123"}
    with app[DATABASE].transaction() as session:
        wish = draft("kl", STARTS, conversation_id="ann", private=private)
        return book.book(session, wish, request_key="one", now=datetime.now(UTC))


def change(app, fn, *args, **kwargs):
    with app[DATABASE].transaction() as session:
        return fn(session, *args, **kwargs)


def paths(app, booking) -> list[str]:
    return [url for _, url in app[CALENDARS].links(booking.id)]


async def test_the_file_is_a_calendar_of_this_booking(app, booking, fetch):
    response, text = await fetch(paths(app, booking)[0])
    assert (response.status, response.content_type, response.charset) == (200, "text/calendar", "utf-8")
    assert booking.reference in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event["DTSTART"].dt == STARTS
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == "smart: pandu uji smart #1"
    assert event["LOCATION"] == "Outlet kl, 1 Road of kl"
    for personal in ("Aisyah", "60123456789", "VAB"):
        assert personal not in text


async def test_a_moved_booking_gives_its_new_time_and_a_cancelled_one_says_so(app, booking, fetch):
    path = paths(app, booking)[0]
    change(app, book.move, booking.id, STARTS + DAY, actor="customer", now=datetime.now(UTC))
    (moved,) = Calendar.from_ical((await fetch(path))[1]).walk("VEVENT")
    assert moved["DTSTART"].dt == STARTS + DAY
    assert moved["SEQUENCE"] == 1
    change(app, book.cancel, booking.id, actor="customer", now=datetime.now(UTC))
    (gone,) = Calendar.from_ical((await fetch(path))[1]).walk("VEVENT")
    assert (gone["STATUS"], gone["SEQUENCE"], gone["UID"]) == ("CANCELLED", 2, moved["UID"])


async def test_googles_page_gets_time_and_place_and_no_person(app, booking, fetch):
    response, _ = await fetch(paths(app, booking)[1], allow_redirects=False)
    assert response.status == 302
    there = urlsplit(response.headers["Location"])
    assert (there.scheme, there.netloc, there.path) == ("https", "calendar.google.com", "/calendar/render")
    query = parse_qs(there.query)
    assert query["action"] == ["TEMPLATE"]
    assert query["dates"] == [f"{STARTS:%Y%m%dT%H%M%SZ}/{STARTS + timedelta(hours=1):%Y%m%dT%H%M%SZ}"]
    assert "1 Road of kl" in query["location"][0]
    for personal in ("Aisyah", "60123456789", "VAB"):
        assert personal not in there.query
    change(app, book.cancel, booking.id, actor="customer", now=datetime.now(UTC))
    assert (await fetch(paths(app, booking)[1], allow_redirects=False))[0].status == 410


async def test_where_customers_live_is_in_no_file(app, fetch):
    private = {"name": "A", "phone": "+60123456789", "address": "9 Jalan Y"}
    wish = draft(
        "kl", STARTS, kind="home_charger", point=Point(3.14, 101.69), conversation_id="ann", private=private
    )
    booked = change(app, book.book, wish, request_key="two", now=datetime.now(UTC))
    file, google = paths(app, booked)
    text = (await fetch(file))[1]
    there = (await fetch(google, allow_redirects=False))[0].headers["Location"]
    for personal in ("Jalan", "3.14", "101.69"):
        assert personal not in text
        assert personal not in there


@pytest.mark.parametrize("token", ["x", "A" * 32, "%2e%2e", "1"])
async def test_no_other_address_has_a_file(app, booking, token, fetch):
    for path in (f"/calendars/{token}.ics", f"/calendars/{token}/google"):
        assert (await fetch(path, allow_redirects=False))[0].status == 404


async def test_a_booking_that_is_gone_has_no_file(app, fetch):
    for _, path in app[CALENDARS].links(999):
        assert (await fetch(path, allow_redirects=False))[0].status == 404


async def test_there_is_no_list_of_files(app, booking, fetch):
    for path in ("/calendars", "/calendars/"):
        assert (await fetch(path))[0].status == 404
