"""What is said of a time, on the outlet's clock."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.bookings.when import When, when, within
from bot.dates import find

KL = ZoneInfo("Asia/Kuala_Lumpur")
FRIDAY = datetime(2026, 12, 4, 9, 0, tzinfo=KL)  # a Friday morning


def said(text: str, kept: date | None = None) -> When | None:
    return when([found.expression for found in find(text)], kept, FRIDAY.astimezone(UTC), KL)


def test_a_day_and_an_hour_are_a_moment() -> None:
    assert said("Saturday 10.30am") == When(moments=(datetime(2026, 12, 5, 10, 30, tzinfo=KL),))
    assert said("明天下午三点") == When(moments=(datetime(2026, 12, 5, 15, tzinfo=KL),))


def test_a_day_alone_is_a_day() -> None:
    assert said("esok") == When(spans=((date(2026, 12, 5), date(2026, 12, 5)),))


def test_an_hour_belongs_to_the_day_that_is_talked_about() -> None:
    assert said("3pm", date(2026, 12, 7)) == When(moments=(datetime(2026, 12, 7, 15, tzinfo=KL),))


def test_a_bare_hour_keeps_both_readings() -> None:
    meant = said("at 9", date(2026, 12, 7))
    assert meant is not None
    assert {moment.hour for moment in meant.moments} == {9, 21}


def test_a_part_of_a_day_is_a_stretch() -> None:
    meant = said("Saturday afternoon")
    assert meant is not None
    assert meant.spans == ((date(2026, 12, 5), date(2026, 12, 5)),)
    assert within(datetime(2026, 12, 5, 14, tzinfo=KL), meant.hours)
    assert not within(datetime(2026, 12, 5, 9, tzinfo=KL), meant.hours)


def test_a_past_day_is_said_to_be_past() -> None:
    assert said("3 pm yesterday") == When(fault="past")


def test_the_last_of_several_counts() -> None:
    assert said("not Saturday, Monday at 2pm") == When(moments=(datetime(2026, 12, 7, 14, tzinfo=KL),))


@pytest.mark.parametrize("text", ["2026-12-05T02:30:00+00:00", "2026-12-05T10:30:00+08:00"])
def test_what_a_button_carries_is_taken_as_it_is(text: str) -> None:
    assert when([text], None, FRIDAY, KL) == When(moments=(datetime(2026, 12, 5, 10, 30, tzinfo=KL),))


def test_nothing_said_is_nothing_heard() -> None:
    assert when([], None, FRIDAY, KL) is None


@given(st.times(), st.times(), st.times())
def test_a_stretch_over_midnight_holds_what_is_outside_its_day_part(
    start: time, end: time, clock: time
) -> None:
    moment = datetime.combine(date(2026, 12, 5), clock, KL)
    if start < end and end != time(0):
        assert within(moment, [(start, end)]) == (start <= clock < end)
    elif start > end and end != time(0):
        assert within(moment, [(start, end)]) == (clock >= start or clock < end)
