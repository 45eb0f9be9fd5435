"""Bookings as files: a table that no spreadsheet runs, and a calendar."""

import csv
import io
from datetime import timedelta

import pytest
from icalendar import Calendar

from tests.contract.desk.conftest import at, today


def path(kind: str, days: int = 1, outlet: str = "kl") -> str:
    return f"/desk/bookings.{kind}?outlet={outlet}&day={today() + timedelta(days=1)}&days={days}"


async def table(staff, days: int = 1) -> list[dict[str, str]]:
    shown = await staff.get(path("csv", days))
    assert shown.status == 200
    assert shown.html.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(shown.html.removeprefix("\ufeff"))))


async def test_the_table_has_the_days_bookings(house, staff):
    first = house.book(at(1, 10), private={"name": "Siti", "phone": "+60123456789", "plate": "VAB 123"})
    house.book(at(2, 10))
    (row,) = await table(staff)
    assert (row["reference"], row["start"], row["end"], row["state"]) == (
        first.reference,
        "10:00",
        "11:00",
        "confirmed",
    )
    assert row["day"] == (today() + timedelta(days=1)).isoformat()
    assert len(await table(staff, 14)) == 2
    assert await table(staff, 1) == [row]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
async def test_no_cell_is_a_formula(house, staff, begins):
    text = f'{begins}HYPERLINK("http://evil.example","x")'
    house.book(at(1, 10), private={"name": text, "phone": "+60123456789", "plate": text})
    (row,) = await table(staff)
    for cell in row.values():
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert row["name"].startswith("'")
    assert row["phone"] == "'+60123456789"


async def test_a_comma_and_a_quote_stay_in_their_cell(house, staff):
    house.book(at(1, 10), private={"name": 'A, "B"\nC', "phone": "+60123456789"})
    (row,) = await table(staff)
    assert row["name"] == 'A, "B"\nC'


async def test_the_file_is_named_and_downloaded(house, staff):
    for kind, content_type in (("csv", "text/csv"), ("ics", "text/calendar")):
        response = (await staff.get(path(kind))).response
        assert response.content_type == content_type
        name = f"bookings-kl-{today() + timedelta(days=1)}.{kind}"
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


async def test_the_calendar_has_every_booking_with_who_comes(house, staff):
    first = house.book(at(1, 10), private={"name": "Siti", "phone": "+60123456789"})
    second = house.book(at(5, 12), kind="service", conversation_id="bob")
    calendar = Calendar.from_ical((await staff.get(path("ics", 14))).html)
    events = {str(each["UID"]).partition("@")[0]: each for each in calendar.walk("VEVENT")}
    assert events.keys() == {first.reference, second.reference}
    event = events[first.reference]
    assert event["DTSTART"].dt == at(1, 10)
    assert "Siti" in event["SUMMARY"]
    assert "+60123456789" in event["DESCRIPTION"]
    assert not event.walk("VALARM")
    assert len(Calendar.from_ical((await staff.get(path("ics", 1))).html).walk("VEVENT")) == 1


@pytest.mark.parametrize("days", ["0", "-1", "x", "9999999999999999999999", "²", ""])
async def test_nonsense_for_days_is_no_error(house, staff, days):
    house.book(at(1, 10))
    shown = await staff.get(path("csv").replace("days=1", f"days={days}"))
    assert shown.status == 200
