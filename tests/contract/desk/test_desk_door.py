"""Who gets in: nobody without a password, and no form but our own pages'."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from channels.app import create_app
from channels.desk.door import NAME_BURST
from channels.desk.sessions import LIFETIME
from tests.contract.desk.conftest import PASSWORD, House, configured

DESK = [
    "/desk",
    "/desk/",
    "/desk/find?reference=TD-222222",
    "/desk/bookings/TD-222222",
    "/desk/bookings/TD-222222/move",
    "/desk/bookings.csv",
    "/desk/bookings.ics",
]
CHANGES = [
    "/desk/open",
    "/desk/close",
    "/desk/logout",
    *(f"/desk/bookings/TD-222222/{each}" for each in ("confirm", "done", "no-show", "cancel", "move")),
]


@pytest_asyncio.fixture(loop_scope="session")
async def door(tmp_path):
    """An application of its own, with all its limits untouched."""
    async with House(create_app(configured(tmp_path, f"sqlite:///{tmp_path}/smart.db"))) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def closed(tmp_path):
    """An application whose desk nobody may use."""
    settings = configured(tmp_path, f"sqlite:///{tmp_path}/smart.db", desk_users="")
    async with House(create_app(settings)) as running:
        yield running


@pytest.mark.parametrize("path", [*DESK, "/desk/login"])
async def test_without_users_this_machine_is_told_how_and_others_nothing(closed, path):
    person = closed.person()
    shown = await person.get(path)
    assert shown.status == 503
    assert "python -m channels.desk password NAME" in shown.text
    assert "DESK_USERS" in shown.text
    assert (await person.get(path, headers={"X-Forwarded-For": "8.8.8.8"})).status == 404
    assert (await person.post("/desk/login", {"name": "mei", "password": PASSWORD})).status == 503


@pytest.mark.parametrize("path", DESK)
async def test_without_signing_in_there_is_only_the_form(door, path):
    person = door.person()
    shown = await person.get(path)
    assert shown.response.url.path == "/desk/login"
    assert shown.has("Sign in")


@pytest.mark.parametrize("path", CHANGES)
async def test_without_signing_in_nothing_is_changed(door, path):
    person = door.person()
    shown = await person.post(path, {}, allow_redirects=False)
    assert (shown.status, shown.response.headers["Location"][:11]) == (303, "/desk/login")


async def test_who_signs_in_gets_where_they_wanted_to_go(door):
    person = door.person()
    login = await person.get("/desk/?outlet=pj&day=2026-12-24")
    shown = await person.press(login, "Sign in", name="mei", password=PASSWORD)
    assert shown.path == "/desk/?outlet=pj&day=2026-12-24"
    assert "mei" in shown.text


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example", "/desk\\evil", "/", "javascript:x", "/desk/\r\nX: y"]
)
async def test_signing_in_leads_nowhere_else(door, there):
    person = door.person()
    form = {"name": "mei", "password": PASSWORD, "next": there}
    shown = await person.post("/desk/login", form, allow_redirects=False)
    assert (shown.status, shown.response.headers["Location"]) == (303, "/desk/")


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("mei", "wrong"),
        ("mei", ""),
        ("nobody", PASSWORD),
        ("", ""),
        ("mei", "x" * 5000),
    ],
)
async def test_a_wrong_name_and_a_wrong_password_look_alike(door, name, password):
    person = door.person()
    shown = await person.press(await person.get("/desk/login"), "Sign in", name=name, password=password)
    assert shown.status == 403
    assert "The name or the password is wrong." in shown.text
    assert person.cookie is None


async def test_the_cookie_is_for_the_desk_alone_and_for_half_a_day(door):
    person = door.person()
    form = {"name": "mei", "password": PASSWORD}
    shown = await person.post("/desk/login", form, allow_redirects=False)
    cookie = shown.response.headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Strict", "Path=/desk", f"Max-Age={int(LIFETIME.total_seconds())}"):
        assert part in cookie
    assert "Secure" not in cookie  # this is plain HTTP on this machine


async def test_behind_tls_the_cookie_is_never_sent_in_the_clear(tmp_path):
    url = f"sqlite:///{tmp_path}/smart.db"
    settings = configured(tmp_path, url, public_url="https://desk.example")
    async with House(create_app(settings)) as running:
        person = running.person()
        form = {"name": "mei", "password": PASSWORD}
        headers = {"Origin": "https://desk.example"}
        shown = await person.post("/desk/login", form, headers=headers, allow_redirects=False)
        assert shown.status == 303
        assert "Secure" in shown.response.headers["Set-Cookie"]


async def test_after_signing_out_nothing_is_shown(door):
    person = door.person()
    shown = await person.sign_in()
    assert (await person.press(shown, "Sign out")).has("Sign in")
    assert (await person.get("/desk/")).has("Sign in")


async def test_many_tries_are_slowed_down(door):
    person = door.person()
    form = {"name": "nobody", "password": "x" * 300}  # too long to be worth hashing
    for _ in range(NAME_BURST):
        assert (await person.post("/desk/login", form)).status == 403
    slowed = await person.post("/desk/login", form)
    assert slowed.status == 429
    assert int(slowed.response.headers["Retry-After"]) > 0
    assert (await person.sign_in()).status == 200  # another name is not held up


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "x"},
        {"Origin": "http://[::1"},
    ],
)
async def test_a_form_of_another_site_is_refused(house, staff, headers):
    form = (await staff.get("/desk/")).form("Close this day").values
    refused = await staff.post("/desk/close", form, headers=headers)
    assert refused.status == 403
    assert (
        await staff.post("/desk/login", {"name": "mei", "password": PASSWORD}, headers=headers)
    ).status == 403
    assert (await staff.get("/desk/")).has("Close this day")


@pytest.mark.parametrize("token", ["", "x", "é" * 40])
async def test_a_form_without_its_token_is_refused(house, staff, token):
    form = (await staff.get("/desk/")).form("Close this day").values
    for broken in ({**form, "form": token}, {name: value for name, value in form.items() if name != "form"}):
        refused = await staff.post("/desk/close", broken)
        assert refused.status == 403
        assert "Go back, load the page again" in refused.text
    assert (await staff.get("/desk/")).has("Close this day")


async def test_a_token_of_another_session_is_refused(house, staff):
    other = house.person()
    await other.sign_in()
    form = (await other.get("/desk/")).form("Close this day").values
    assert (await staff.post("/desk/close", form)).status == 403


async def test_a_changed_cookie_is_no_session(house, staff):
    value = staff.cookie.value
    for broken in (value[:-1], value + "x", value.replace("mei", "mee"), "!!!", "mei!1!x!y", "é"):
        person = house.person()
        assert (await person.get("/desk/", headers={"Cookie": f"desk={broken}"})).has("Sign in")


@pytest.mark.parametrize("path", ["/desk/", "/desk/login", "/desk/bookings/TD-222222", "/desk/bookings.csv"])
async def test_pages_are_kept_nowhere_and_framed_by_nobody(house, staff, path):
    headers = (await staff.get(path)).response.headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "script" not in policy


async def test_the_log_names_no_customer_and_no_password(house, staff, caplog):
    caplog.set_level(logging.DEBUG)
    tomorrow = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    booked = house.book(
        tomorrow, private={"name": "Aisyah Rahman", "phone": "+60123456789", "plate": "VAB 123"}
    )
    await staff.get(f"/desk/bookings/{booked.reference}")
    await staff.sign_in(password="hunter2hunter2")
    assert "hunter2" not in caplog.text
    for personal in ("Aisyah", "60123456789", "VAB 123", booked.reference):
        assert personal not in caplog.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"form=\xff", "application/x-www-form-urlencoded"),
        (b"form=x", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"--x\r\nbroken", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"{}", "application/json"),
        (b"", "application/x-www-form-urlencoded"),
    ],
)
@pytest.mark.parametrize("path", ["/desk/close", "/desk/login"])
async def test_what_is_no_form_is_refused(house, staff, path, body, kind):
    headers = {"Origin": staff.url, "Content-Type": kind}
    assert (await staff.post(path, body, headers=headers)).status == 403
