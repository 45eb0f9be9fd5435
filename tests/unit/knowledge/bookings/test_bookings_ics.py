"""iCalendar files, read back by the library and by the letter."""

from dataclasses import replace
from datetime import UTC, timedelta

from icalendar import Calendar
from moments import NOW, TUESDAY, at

from knowledge.bookings import book, ics
from knowledge.bookings.ics import Entry
from knowledge.geography import Point
from scripts.bench.bookings.network import KUALA_LUMPUR, add_resource

TEN = at(TUESDAY, 10)


def read(text):
    return Calendar.from_ical(text)


def test_one_booking(session, make):
    booking = make(TEN, language="ms")
    text = ics.calendar([ics.entry(session, booking, "Pandu uji smart #1", "TD")], now=NOW)

    file = read(text)
    (event,) = file.walk("VEVENT")
    assert (str(file["VERSION"]), str(file["METHOD"])) == ("2.0", "PUBLISH")
    assert str(event["UID"]) == f"{booking.reference}@bookings.smart-assistant"
    assert (event["SEQUENCE"], str(event["STATUS"])) == (0, "CONFIRMED")
    assert (event["DTSTART"].dt, event["DTEND"].dt, event["DTSTAMP"].dt) == (TEN, booking.ends_at, NOW)
    assert event["DTSTART"].dt.tzinfo is UTC or event["DTSTART"].dt.utcoffset() == timedelta()
    assert str(event["SUMMARY"]) == "Pandu uji smart #1"
    assert str(event["LOCATION"]) == "Cawangan kl, 1 Road of kl"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (
        KUALA_LUMPUR.latitude,
        KUALA_LUMPUR.longitude,
    )
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=-2)
    lines = text.decode().split("\r\n")
    assert "DTSTART:20261124T020000Z" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_a_cancelled_booking_takes_the_events_place(session, make):
    booking = make(TEN)
    moved = book.move(session, booking.id, at(TUESDAY, 14), actor="customer", now=NOW)
    cancelled = book.cancel(session, booking.id, actor="customer", now=NOW)

    def event(record):
        return next(iter(read(ics.calendar([ics.entry(session, record, "x")], now=NOW)).walk("VEVENT")))

    assert [event(each)["SEQUENCE"] for each in (booking, moved, cancelled)] == [0, 1, 2]
    assert len({str(event(each)["UID"]) for each in (booking, moved, cancelled)}) == 1
    assert str(event(cancelled)["STATUS"]) == "CANCELLED"
    assert event(cancelled).walk("VALARM") == []


def test_a_request_is_tentative(session, make):
    add_resource(session, "bay", "kl", kind="service_bay", confirms=False)
    booking = make(TEN, kind="service")

    text = ics.calendar([ics.entry(session, booking, "x")], now=NOW)

    assert b"STATUS:TENTATIVE" in text


def test_a_survey_is_at_the_home(session, make):
    add_resource(session, "team", "kl", kind="survey_team", radius_km=30)
    home = Point(3.05, 101.58)
    booking = make(TEN, kind="home_charger", point=home, private={"address": "1, Jalan X;\nTaman Y"})

    (event,) = read(ics.calendar([ics.entry(session, booking, "x")], now=NOW)).walk("VEVENT")

    assert str(event["LOCATION"]) == "1, Jalan X;\nTaman Y"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (3.05, 101.58)


def test_an_erased_survey_has_no_place(session, make):
    add_resource(session, "team", "kl", kind="survey_team", radius_km=30)
    booking = make(TEN, kind="home_charger", point=Point(3.05, 101.58))

    text = ics.calendar([ics.entry(session, replace(booking, private={}), "x")], now=NOW)

    assert b"LOCATION" not in text
    assert b"GEO" not in text


def test_many_for_staff_have_no_alarms(session, make):
    entries = [ics.entry(session, make(at(TUESDAY, hour)), f"at {hour}") for hour in range(9, 18)]

    file = read(ics.calendar(entries, now=NOW, alarms=False))

    assert [str(each["SUMMARY"]) for each in file.walk("VEVENT")] == [f"at {hour}" for hour in range(9, 18)]
    assert file.walk("VALARM") == []


def test_what_people_write_cannot_break_the_file(session, make):
    booking = make(TEN)
    nasty = "x\r\nBEGIN:VEVENT\r\nSUMMARY:evil, \\n; ทดลองขับ 试驾 🚗" * 5

    file = read(ics.calendar([Entry(booking, nasty, nasty, None, nasty)], now=NOW))

    (event,) = file.walk("VEVENT")
    assert "evil, \\n; ทดลองขับ 试驾 🚗" in str(event["SUMMARY"])
