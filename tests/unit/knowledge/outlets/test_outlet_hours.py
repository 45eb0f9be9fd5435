"""When outlets are open: weekly hours, holidays, closures, breaks, midnight, by their own clock."""

from datetime import UTC, date, datetime

import pytest
from making_outlets import make

from knowledge.outlets import Calendar, opening, openings, tables

ZONE = "Asia/Kuala_Lumpur"  # UTC+8


def at(text: str) -> datetime:
    """Return a moment by the clock of Malaysia."""
    return datetime.fromisoformat(text + "+08:00").astimezone(UTC)


def holiday(session, day: str, state: str = "", market: str = "MY", status: str = "reported") -> None:
    names = {"en": "Some Day", "ms": "Hari", "zh": "日", "th": "วัน"}
    row = tables.PublicHoliday(
        market=market, state=state, day=date.fromisoformat(day), names=names, source="test", status=status
    )
    session.add(row)
    session.flush()


def days(session, first: str, last: str, *, is_open: bool) -> None:
    row = tables.OutletDay(
        outlet_key="pj", first_day=date.fromisoformat(first), last_day=date.fromisoformat(last), open=is_open
    )
    session.add(row)
    session.flush()


# 7 December 2026 is a Monday.
@pytest.mark.parametrize(
    ("now", "is_open", "until", "opens_at"),
    [
        ("2026-12-07T08:59", False, None, "2026-12-07T09:00"),
        ("2026-12-07T09:00", True, "2026-12-07T13:00", "2026-12-07T14:00"),
        ("2026-12-07T12:59", True, "2026-12-07T13:00", "2026-12-07T14:00"),
        ("2026-12-07T13:00", False, None, "2026-12-07T14:00"),
        ("2026-12-07T14:00", True, "2026-12-07T18:00", "2026-12-08T09:00"),
        ("2026-12-07T18:00", False, None, "2026-12-08T09:00"),
        ("2026-12-12T16:00", False, None, "2026-12-14T09:00"),  # Saturday evening: not on Sunday
        ("2026-12-07T00:30", False, None, "2026-12-07T09:00"),  # still Sunday in UTC
    ],
)
def test_an_ordinary_week_with_a_lunch_break(scratch, now, is_open, until, opens_at):
    make(scratch)
    found = opening(scratch, "pj", at(now))
    assert (found.open, found.until, found.opens_at) == (
        is_open,
        until and at(until),
        opens_at and at(opens_at),
    )


def test_a_holiday_of_the_country_or_of_the_state_closes_and_has_its_names(writing):
    make(writing)
    holiday(writing, "2026-12-07")
    holiday(writing, "2026-12-08", "selangor", status="unconfirmed")
    found = opening(writing, "pj", at("2026-12-07T10:00"))
    assert (found.open, found.opens_at) == (False, at("2026-12-09T09:00"))
    assert (found.day_off.why, found.day_off.names["ms"], found.day_off.sure) == ("holiday", "Hari", True)
    calendar = Calendar(writing, ["pj"], date(2026, 12, 7), date(2026, 12, 9))
    assert not calendar.day_off("pj", date(2026, 12, 8)).sure
    assert calendar.day_off("pj", date(2026, 12, 9)) is None


def test_a_holiday_of_another_state_or_market_closes_nothing(writing):
    make(writing)
    holiday(writing, "2026-12-07", "sabah")
    holiday(writing, "2026-12-07", "", market="TH")
    assert opening(writing, "pj", at("2026-12-07T10:00")).open


def test_an_outlet_that_opens_on_a_holiday_keeps_its_weekly_hours(writing):
    make(writing)
    holiday(writing, "2026-12-07")
    days(writing, "2026-12-07", "2026-12-07", is_open=True)
    found = opening(writing, "pj", at("2026-12-07T10:00"))
    assert (found.open, found.until, found.day_off) == (True, at("2026-12-07T13:00"), None)


def test_a_closure_counts_for_more_than_anything(writing):
    make(writing)
    holiday(writing, "2026-12-07")
    days(writing, "2026-12-07", "2026-12-07", is_open=True)
    days(writing, "2026-12-06", "2026-12-09", is_open=False)
    found = opening(writing, "pj", at("2026-12-07T10:00"))
    assert (found.open, found.day_off.why, found.opens_at) == (False, "closure", at("2026-12-10T09:00"))


def test_a_weekly_day_off_is_told(scratch):
    make(scratch)
    found = opening(scratch, "pj", at("2026-12-13T10:00"))
    assert (found.day_off.why, found.opens_at) == ("weekly", at("2026-12-14T09:00"))


def test_midnight_ends_a_day_and_what_goes_on_is_one_stretch(writing):
    make(writing, hours="Mon 18:00-24:00; Tue 00:00-02:00,10:00-12:00")
    found = opening(writing, "pj", at("2026-12-07T19:00"))
    assert (found.until, found.opens_at) == (at("2026-12-08T02:00"), at("2026-12-08T10:00"))
    assert opening(writing, "pj", at("2026-12-08T01:59")).open
    assert not opening(writing, "pj", at("2026-12-08T02:00")).open
    make(writing, "late", hours="Mon 18:00-24:00")
    assert opening(writing, "late", at("2026-12-07T19:00")).until == at("2026-12-08T00:00")


def test_open_day_and_night(scratch):
    make(scratch, hours="daily 00:00-24:00")
    found = opening(scratch, "pj", at("2026-12-07T03:00"))
    assert (found.open, found.until, found.opens_at) == (True, None, None)


def test_closed_for_longer_than_we_look(writing):
    make(writing)
    days(writing, "2026-12-01", "2027-03-01", is_open=False)
    found = opening(writing, "pj", at("2026-12-07T10:00"))
    assert (found.open, found.until, found.opens_at, found.day_off.why) == (False, None, None, "closure")


def test_each_by_the_clock_of_its_own_zone(writing):
    make(writing, "kl", hours="daily 09:00-18:00")
    make(writing, "bkk", hours="daily 09:00-18:00", market="TH", state="bangkok", time_zone="Asia/Bangkok")
    found = openings(writing, ["kl", "bkk"], at("2026-12-07T09:30"))
    assert (found["kl"].open, found["bkk"].open) == (True, False)
    assert found["bkk"].opens_at == datetime(2026, 12, 7, 2, tzinfo=UTC)


def test_a_day_that_was_not_read_is_no_day_off(scratch):
    make(scratch)
    calendar = Calendar(scratch, ["pj"], date(2026, 12, 7), date(2026, 12, 9))
    for ask in (calendar.day_off, calendar.stretches):
        with pytest.raises(ValueError, match="was not read"):
            ask("pj", date(2026, 12, 10))
