"""Closing and opening by staff: the last word on a day or an hour counts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making_outlets import make, make_resource
from sqlalchemy import select

from knowledge import outlets
from knowledge.outlets import OutletError, tables

DAY = timedelta(days=1)
FIRST = date(2026, 12, 1)
START = datetime(2026, 12, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)

spans = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5), st.booleans()), min_size=1, max_size=6)


def test_outlets_of_a_market_are_those_that_are_active(writing):
    make(writing, "b", names={"en": "B"})
    make(writing, "a", names={"en": "C"})
    make(writing, "gone", active=False)
    make(writing, "bkk", market="TH", state="bangkok")
    assert [each.key for each in outlets.in_market(writing, "MY")] == ["b", "a"]
    assert outlets.outlet(writing, "gone").active is False
    assert outlets.outlet(writing, "nowhere") is None


def test_resources_are_those_in_use_at_an_outlet_in_use(writing):
    make(writing)
    make_resource(writing)
    make_resource(writing, "pj/car", kind="demo_car", model="smart_1", variant="premium")
    make_resource(writing, "pj/old", active=False)
    assert [each.key for each in outlets.resources(writing, "pj")] == ["pj/bay_1", "pj/car"]
    [car] = outlets.resources(writing, "pj", "demo_car")
    assert (car.model, car.variant, car.horizon_days, car.confirms) == ("smart_1", "premium", 60, True)
    writing.get(tables.Outlet, "pj").active = False
    assert outlets.resources(writing, "pj") == []


def test_a_closure_shuts_and_an_opening_ends_it(writing):
    make(writing)
    now = datetime(2026, 12, 7, 3, tzinfo=UTC)  # Monday 11:00
    outlets.close_days(writing, "pj", date(2026, 12, 5), date(2026, 12, 9), " stock taking ")
    assert not outlets.opening(writing, "pj", now).open
    outlets.open_days(writing, "pj", date(2026, 12, 7), date(2026, 12, 7))
    assert outlets.opening(writing, "pj", now).open
    rows = writing.scalars(select(tables.OutletDay).order_by(tables.OutletDay.first_day)).all()
    assert [(each.first_day.day, each.last_day.day, each.open, each.reason) for each in rows] == [
        (5, 6, False, "stock taking"),
        (7, 7, True, None),
        (8, 9, False, "stock taking"),
    ]


@given(changes=spans)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_day_is_as_it_was_last_set(empty, changes):
    expected = {}
    with empty.transaction() as session:
        make(session, hours="daily 09:00-18:00")
        for start, length, is_open in changes:
            change = outlets.open_days if is_open else outlets.close_days
            change(session, "pj", FIRST + start * DAY, FIRST + (start + length) * DAY)
            expected |= {start + each: is_open for each in range(length + 1)}
        found = {}
        for row in session.scalars(select(tables.OutletDay)):
            for each in range((row.last_day - row.first_day).days + 1):
                day = (row.first_day - FIRST).days + each
                assert day not in found
                found[day] = row.open
        session.rollback()
    assert found == expected


@given(changes=spans)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_hour_of_a_resource_is_as_it_was_last_set(empty, changes):
    closed = set()
    with empty.transaction() as session:
        make(session)
        make_resource(session)
        for start, length, is_open in changes:
            begin, end = START + start * HOUR, START + (start + length + 1) * HOUR
            hours = set(range(start, start + length + 1))
            if is_open:
                outlets.open_resource(session, "pj/bay_1", begin, end)
                closed -= hours
            else:
                outlets.close_resource(session, "pj/bay_1", begin, end)
                closed |= hours
        rows = session.scalars(select(tables.ResourceClosure)).all()
        found = [
            hour
            for row in rows
            for hour in range(int((row.starts_at - START) / HOUR), int((row.ends_at - START) / HOUR))
        ]
        session.rollback()
    assert sorted(found) == sorted(closed)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda s: outlets.close_days(s, "kl", FIRST, FIRST), "no outlet 'kl'"),
        (lambda s: outlets.close_days(s, "gone", FIRST, FIRST), "no outlet 'gone'"),
        (lambda s: outlets.close_days(s, "pj", FIRST, FIRST - DAY), "write the first day before the last"),
        (lambda s: outlets.close_days(s, "pj", FIRST, FIRST + 400 * DAY), "more than a year"),
        (lambda s: outlets.close_days(s, "pj", FIRST, FIRST, "x" * 201), "shorten it"),
        (lambda s: outlets.open_days(s, "pj", date(2026, 12, 6), date(2026, 12, 6)), "no opening hours"),
        (lambda s: outlets.close_resource(s, "pj/bay_2", START, START + HOUR), "no resource 'pj/bay_2'"),
        (lambda s: outlets.close_resource(s, "pj/bay_1", START, START), "the earlier moment first"),
        (lambda s: outlets.open_resource(s, "pj/bay_1", START, START + 400 * DAY), "more than a year"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(scratch, change, what):
    make(scratch)
    make(scratch, "gone", active=False)
    make_resource(scratch)
    with pytest.raises(OutletError) as caught:
        change(scratch)
    assert what in str(caught.value)
    assert scratch.scalars(select(tables.OutletDay)).all() == []


def test_a_moment_without_a_zone_is_refused(writing):
    make(writing)
    make_resource(writing)
    with pytest.raises(ValueError, match="time zone"):
        outlets.close_resource(writing, "pj/bay_1", START.replace(tzinfo=None), START + HOUR)
