"""Staff see a day's bookings and change them; the customer is told; what cannot be done says why."""

from datetime import UTC, datetime, timedelta

import pytest

from channels.desk.words import STALE
from knowledge.bookings import book, records, waiting
from knowledge.outlets.tables import Outlet, Resource
from scripts.bench.bookings.network import draft
from tests.contract.desk.conftest import House, at, today
from tests.unit.channels.road import until


def day(days: int = 1, outlet: str = "kl") -> str:
    return f"/desk/?outlet={outlet}&day={today() + timedelta(days=days)}"


@pytest.fixture
def booking(house: House):
    return house.book(
        at(1, 10), private={"name": "Aisyah Rahman", "phone": "+60123456789", "plate": "VAB 123"}
    )


@pytest.fixture
def begun(house: House):
    """A booking of the hour that has just begun."""
    hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    return house.book(hour, hour - timedelta(days=1))


async def test_a_day_shows_its_bookings_and_no_other(house, staff, booking):
    shown = await staff.get(day())
    assert shown.status == 200
    for text in (
        "10:00–11:00",
        booking.reference,
        "Test drive, smart #1",
        "Aisyah Rahman",
        "VAB 123",
        "Confirmed",
    ):
        assert text in shown.text
    assert 'href="tel:+60123456789"' in shown.html
    for other in (day(0), day(2), day(1, "pj")):
        assert booking.reference not in (await staff.get(other)).text


async def test_the_first_page_is_today_at_the_first_outlet(house, staff):
    shown = await staff.get("/desk/")
    assert "Outlet kl" in shown.text
    assert shown.form("Show").values == {"outlet": "kl", "day": today().isoformat()}


async def test_previous_and_next_day_and_another_outlet(house, staff):
    shown = await staff.press(await staff.get(day()), "Show", outlet="pj", day="2026-12-24")
    assert "Thu 24 Dec 2026 · Outlet pj" in shown.text
    for other in ("2026-12-23", "2026-12-25"):
        assert f"/desk/?outlet=pj&amp;day={other}" in shown.html


@pytest.mark.parametrize("query", ["?day=nonsense", "?day=0001-01-01", "?day=9999-12-31", "?outlet=none"])
async def test_nonsense_in_the_address_shows_today(staff, query):
    shown = await staff.get("/desk/" + query)
    assert shown.status == 200
    assert shown.form("Show").values["day"] == today().isoformat()


async def test_what_customers_wrote_never_becomes_markup(house, staff):
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    booked = house.book(at(1, 10), private={"name": evil, "phone": evil, "need": evil})
    for path in (day(), f"/desk/bookings/{booked.reference}"):
        shown = await staff.get(path)
        assert "<script" not in shown.html
        assert "<img" not in shown.html
        assert evil in shown.text


async def test_a_request_is_confirmed_and_the_customer_told(house, staff):
    house.change(lambda session: session.get_one(Resource, "kl/bay_1").__setattr__("confirms", False))
    booked = house.book(at(1, 10), kind="service")
    shown = await staff.press(await staff.get(day()), f"Confirm: {booked.reference}")

    assert "Confirmed. The customer is told." in shown.text
    assert shown.path.startswith(day())
    assert house.record(booked).state == "confirmed"
    await until(house.told)
    assert house.told()[0].startswith("It's confirmed: your service appointment")


async def test_a_booking_is_moved_to_a_time_that_is_free(house, staff, booking):
    for hour in (12, 13):
        house.book(at(1, hour), conversation_id="bob")
        house.book(at(1, hour), conversation_id="bob")
    page = await staff.get(f"/desk/bookings/{booking.reference}/move")
    assert page.has(f"Move to {(at(1, 15) + timedelta(hours=8)):%a %-d %b %Y}, 15:00")
    assert not any(page.has(f"Move to {at(1, hour):%a %-d %b %Y}, {hour}:00") for hour in (10, 12, 13))
    shown = await staff.press(page, f"Move to {at(1, 15):%a %-d %b %Y}, 15:00")

    assert "Moved. The customer is told." in shown.text
    assert house.record(booking).starts_at == at(1, 15)
    await until(house.told)
    assert "We've moved your test drive of the smart #1 to" in house.told()[0]
    assert "3 pm" in house.told()[0]


async def test_a_time_that_somebody_just_took_is_refused_with_the_reason(house, staff, booking):
    page = await staff.get(f"/desk/bookings/{booking.reference}/move")
    house.book(at(1, 15), conversation_id="bob")
    house.book(at(1, 15), conversation_id="bob")
    refused = await staff.press(page, f"Move to {at(1, 15):%a %-d %b %Y}, 15:00")

    assert refused.status == 409
    assert "Somebody else has that time." in refused.text
    assert house.record(booking).starts_at == at(1, 10)


async def test_another_day_has_times_of_its_own(house, staff, booking):
    page = await staff.press(
        await staff.get(f"/desk/bookings/{booking.reference}/move"),
        "Show",
        day=(today() + timedelta(days=90)).isoformat(),
    )
    assert page.has(f"Move to {at(90, 15):%a %-d %b %Y}, 15:00")  # staff look as far ahead as they like
    past = await staff.get(f"/desk/bookings/{booking.reference}/move?day=2020-01-01")
    assert "Nothing is free on this day." in past.text


async def test_a_booking_is_cancelled_with_a_reason(house, staff, booking):
    page = await staff.get(f"/desk/bookings/{booking.reference}")
    shown = await staff.press(page, "Cancel the booking", reason="car_unavailable")

    assert "Cancelled. The customer is told." in shown.text
    assert "The car is not available" in shown.text  # in its history
    assert not shown.has("Cancel the booking")
    await until(house.told)
    assert house.told()[0].endswith("has been cancelled. We're sorry: the car isn't available then.")


@pytest.mark.parametrize("reason", ["", "because I say so"])
async def test_nothing_is_cancelled_without_one_of_the_reasons(house, staff, booking, reason):
    page = await staff.get(f"/desk/bookings/{booking.reference}")
    refused = await staff.press(page, "Cancel the booking", reason=reason)
    assert (refused.status, house.record(booking).state) == (409, "confirmed")


@pytest.mark.parametrize(("button", "state"), [("Done", "done"), ("Did not come", "no_show")])
async def test_what_has_begun_is_ended(house, staff, begun, button, state):
    local = begun.local_start.date()
    shown = await staff.press(
        await staff.get(f"/desk/?outlet=kl&day={local}"), f"{button}: {begun.reference}"
    )
    assert shown.status == 200
    assert house.record(begun).state == state
    assert house.told() == []


async def test_what_has_not_begun_cannot_be_ended(house, staff, booking):
    page = await staff.get(f"/desk/bookings/{booking.reference}")
    assert not page.has("Done")
    form = {**page.form("Cancel the booking").values}
    refused = await staff.post(f"/desk/bookings/{booking.reference}/done", form)
    assert refused.status == 409
    assert "It can be marked as done only once it has begun" in refused.text


async def test_what_is_over_cannot_be_moved(house, staff, begun):
    page = await staff.get(f"/desk/bookings/{begun.reference}")
    await staff.press(page, "Done")
    form = {**page.form("Done").values, "starts_at": at(2, 10).isoformat()}
    refused = await staff.post(f"/desk/bookings/{begun.reference}/move", form)
    assert refused.status == 409
    assert "A booking in the state “done” cannot be moved." in refused.text


async def test_what_changed_meanwhile_is_looked_at_again(house, staff, booking):
    page = await staff.get(f"/desk/bookings/{booking.reference}")
    house.change(book.move, booking.id, at(1, 16), actor="customer", now=datetime.now(UTC))
    refused = await staff.press(page, "Cancel the booking")
    assert refused.status == 409
    assert STALE in refused.text
    assert "16:00" in refused.text
    assert house.record(booking).state == "confirmed"


@pytest.mark.parametrize("starts_at", ["", "tomorrow", "2026-12-24T10:00", "2026-12-24T10:07:00+00:00"])
async def test_only_a_time_of_the_grid_will_do(house, staff, booking, starts_at):
    form = (await staff.get(f"/desk/bookings/{booking.reference}")).form("Cancel the booking").values
    refused = await staff.post(f"/desk/bookings/{booking.reference}/move", {**form, "starts_at": starts_at})
    assert refused.status == 409


async def test_the_history_tells_who_did_what(house, staff, booking):
    house.change(book.move, booking.id, at(1, 16), actor="customer", now=datetime.now(UTC))
    page = await staff.get(f"/desk/bookings/{booking.reference}")
    shown = await staff.press(page, "Cancel the booking", reason="customer_asked")
    events = [each.event for each in house.change(records.history, booking.id)]
    assert events == ["requested", "confirmed", "moved", "cancelled"]
    for text in (
        "Booked",
        "Moved",
        "from",
        "10:00",
        "Cancelled",
        "The customer asked us to",
        "Staff",
        "Customer",
    ):
        assert text in shown.text


async def test_a_booking_is_found_however_its_reference_is_typed(staff, booking):
    typed = booking.reference.lower().replace("-", " ")
    found = await staff.press(await staff.get("/desk/"), "Find", reference=typed)
    assert found.path == f"/desk/bookings/{booking.reference}"
    missing = await staff.press(await staff.get("/desk/"), "Find", reference="TD-22")
    assert missing.status == 404
    assert "There is no booking with that reference." in missing.text


@pytest.mark.parametrize("path", ["/desk/bookings/TD-222222", "/desk/bookings/TD-222222/move"])
async def test_an_unknown_booking_is_not_found(staff, path):
    assert (await staff.get(path)).status == 404


async def test_who_waits_is_shown_in_line_with_what_is_held(house, staff):
    booked = [house.book(at(1, 10), conversation_id="bob") for _ in range(2)]
    for who in ("ann", "bob"):
        wish = draft("kl", None, conversation_id=who, private={"name": who.title(), "phone": "+60123456780"})
        the_day = today() + timedelta(days=1)
        house.change(waiting.join, wish, the_day, the_day, request_key=who, now=datetime.now(UTC))
    shown = await staff.get(day())
    assert shown.text.index("Ann") < shown.text.rindex("Bob")
    assert "Nobody waits" in (await staff.get(day(2))).text

    page = await staff.get(f"/desk/bookings/{booked[0].reference}")
    await staff.press(page, "Cancel the booking")
    assert "10:00 is held until" in (await staff.get(day())).text
    await until(house.told)
    assert "Good news" in house.told()[0]


async def test_an_outlet_that_is_given_up_still_shows_its_bookings(house, staff, booking):
    house.change(lambda session: session.get_one(Outlet, "kl").__setattr__("active", False))
    assert booking.reference in (await staff.get(day())).text
    assert "Outlet pj" in (await staff.get("/desk/")).text
    found = await staff.get(f"/desk/bookings/{booking.reference}")
    assert (await staff.press(found, "Cancel the booking", reason="outlet_closed")).status == 200


async def test_an_erased_booking_is_shown_without_its_person(house, staff, booking):
    def erase(session):
        row = session.get_one(records.Booking, booking.id)
        row.private = row.phone_digest = None

    house.change(erase)
    shown = await staff.get(day())
    assert "(erased)" in shown.text
    assert "Aisyah" not in shown.text
