"""Opening hours held against a plain second reading: every quarter of an hour by the wall clock."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making_outlets import make

from knowledge.outlets import opening, tables, weekly
from knowledge.outlets.hours import LOOK_AHEAD_DAYS

QUARTER = timedelta(minutes=15)
MONDAY = date(2026, 12, 7)
# From one end of the world's clocks to the other, with one of odd minutes.
ZONES = ("Asia/Kuala_Lumpur", "Asia/Bangkok", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Honolulu")

stretch = st.tuples(st.integers(0, 95), st.integers(1, 96)).filter(lambda pair: pair[0] < pair[1])
weekday = st.lists(stretch, max_size=3).map(
    lambda pairs: [
        (opens * 15, closes * 15)
        for number, (opens, closes) in enumerate(sorted(pairs))
        if not any(opens <= earlier[1] for earlier in sorted(pairs)[:number])
    ]
)
some_day = st.integers(-2, 25).map(lambda ahead: MONDAY + timedelta(days=ahead))
days = st.tuples(some_day, st.integers(0, 9), st.booleans())
moment = st.integers(0, 7 * 24 * 60 - 1)


@given(
    zone=st.sampled_from(ZONES),
    week=st.fixed_dictionaries(dict.fromkeys(range(7), weekday)),
    national=st.sets(some_day, max_size=3),
    of_state=st.sets(some_day, max_size=3),
    of_another=st.sets(some_day, max_size=3),
    own=st.lists(days, max_size=3),
    minute=moment,
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_opening_is_what_the_wall_clock_says(empty, zone, week, national, of_state, of_another, own, minute):
    now = datetime(2026, 12, 7, tzinfo=UTC) + timedelta(minutes=minute)
    with empty.transaction() as session:
        make(session, hours="Mon 00:00-00:15", time_zone=zone)
        session.query(tables.OpeningHours).delete()
        for day, stretches in week.items():
            for opens, closes in stretches:
                session.add(tables.OpeningHours(outlet_key="pj", weekday=day, opens=opens, closes=closes))
        for state, off in (("", national), ("selangor", of_state), ("sabah", of_another)):
            for day in off:
                names = {"en": state or "all"}
                session.add(
                    tables.PublicHoliday(
                        market="MY", state=state, day=day, names=names, source="test", status="reported"
                    )
                )
        for first, length, is_open in own:
            last = first + timedelta(days=length)
            session.add(tables.OutletDay(outlet_key="pj", first_day=first, last_day=last, open=is_open))
        session.flush()
        found = opening(session, "pj", now)
        session.rollback()

    local_zone = ZoneInfo(zone)

    def is_open(at: datetime) -> bool:
        wall = at.astimezone(local_zone)
        today = [each[2] for each in own if each[0] <= wall.date() <= each[0] + timedelta(days=each[1])]
        if False in today or (wall.date() in national | of_state and not today):
            return False
        clock = wall.hour * 60 + wall.minute
        return any(opens <= clock < closes for opens, closes in week[wall.weekday()])

    assert found.open == is_open(now)
    # Everything begins and ends at a quarter of the wall's clock.
    wall = now.astimezone(local_zone)
    following = (
        wall.replace(minute=wall.minute - wall.minute % 15, second=0, microsecond=0).astimezone(UTC) + QUARTER
    )
    end = datetime.combine(wall.date() + timedelta(days=LOOK_AHEAD_DAYS), datetime.min.time(), local_zone)
    states = {}
    while following < end:
        states[following] = is_open(following)
        following += QUARTER
    closes = next((at for at, opened in states.items() if not opened), None)
    if found.open:
        assert found.until == closes
        opens = next((at for at, opened in states.items() if opened and closes and at > closes), None)
    else:
        assert found.until is None
        opens = next((at for at, opened in states.items() if opened), None)
    assert found.opens_at == opens


@given(week=st.fixed_dictionaries({}, optional={day: weekday.filter(bool) for day in range(7)}).filter(bool))
def test_hours_that_are_written_are_read_as_the_same(week):
    exact = {day: tuple(stretches) for day, stretches in week.items()}
    assert weekly.parse(weekly.written(exact)) == exact


@given(text=st.text(alphabet="MonTueSatdaily closed0129:;,-–. \n", max_size=40))
def test_any_text_is_hours_or_a_mistake(text):
    found = None
    with contextlib.suppress(weekly.HoursError):
        found = weekly.parse(text)
    if found is not None:
        assert found
        assert all(0 <= opens < closes <= 1440 for each in found.values() for opens, closes in each)
