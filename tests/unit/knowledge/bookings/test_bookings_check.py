"""Why a time is not to be had, and what is free near it."""

from dataclasses import replace
from datetime import timedelta

from moments import MONDAY, NOW, SUNDAY, TUESDAY, WEDNESDAY, at, clock

from knowledge.bookings import slots
from knowledge.bookings.fits import Wanted
from knowledge.geography import Point
from knowledge.outlets.tables import PublicHoliday, ResourceClosure
from scripts.bench.bookings.network import BANGKOK, add_outlet, add_resource

MONTH = timedelta(days=30)
CAR = Wanted("test_drive", "kl", model="smart_1")


def check(session, starts_at, wanted=CAR, **more):
    return slots.check(session, wanted, starts_at, more.pop("now", NOW), **more)


def near(verdict):
    return [(each.starts_at.date().isoformat()[-2:], clock(each.starts_at)) for each in verdict.alternatives]


def test_a_free_time_is_to_be_had(session):
    verdict = check(session, at(TUESDAY, 10))

    assert verdict.ok
    assert (verdict.slot.starts_at, verdict.slot.ends_at) == (at(TUESDAY, 10), at(TUESDAY, 11))
    assert verdict.alternatives == ()


def test_what_is_over(session):
    verdict = check(session, NOW - timedelta(hours=1))

    assert verdict.why == "past"
    assert near(verdict) == [("23", "12:00"), ("23", "13:00"), ("23", "14:00")]
    assert check(session, NOW - timedelta(days=4000)).alternatives == verdict.alternatives


def test_too_soon_names_the_earliest_moment(session):
    verdict = check(session, at(MONDAY, 11))

    assert (verdict.why, clock(verdict.earliest)) == ("too_soon", "12:00")
    assert check(session, at(MONDAY, 11), by="staff").ok


def test_too_far_names_the_last_day(session):
    verdict = check(session, at(MONDAY + timedelta(days=61), 10))

    assert (verdict.why, verdict.last_day) == ("too_far", MONDAY + timedelta(days=60))
    assert near(verdict)[-1] == ("22", "17:00")
    assert check(session, at(MONDAY + timedelta(days=40_000), 10)).alternatives == verdict.alternatives


def test_a_closed_day_says_why(session):
    weekly = check(session, at(SUNDAY, 10))
    session.add(
        PublicHoliday(
            market="MY", state="", day=WEDNESDAY, names={"en": "A feast"}, source="x", status="confirmed"
        )
    )
    session.flush()
    feast = check(session, at(WEDNESDAY, 10))

    assert (weekly.why, weekly.day_off.why) == ("closed_day", "weekly")
    assert (feast.why, feast.day_off.why, feast.day_off.names) == ("closed_day", "holiday", {"en": "A feast"})
    assert near(feast) == [("24", "15:00"), ("24", "16:00"), ("24", "17:00")]  # nearer than Thursday


def test_outside_hours_names_the_hours_of_that_day(session):
    for moment in (at(TUESDAY, 8, 45), at(TUESDAY, 18), at(MONDAY, 23)):
        verdict = check(session, moment)

        assert verdict.why == "outside_hours"
        assert [(clock(each.starts_at), clock(each.ends_at)) for each in verdict.stretches] == [
            ("09:00", "18:00")
        ]


def test_between_slots_names_the_free_ones_before_and_after(session, make):
    make(at(TUESDAY, 11))
    verdict = check(session, at(TUESDAY, 10, 20))

    assert verdict.why == "between_slots"
    assert (clock(verdict.before.starts_at), clock(verdict.after.starts_at)) == ("10:00", "12:00")
    late = check(session, at(TUESDAY, 17, 30))
    assert (late.why, clock(late.before.starts_at), late.after) == ("between_slots", "17:00", None)


def test_full_is_that_time_and_full_day_all_of_them(session, make):
    for hour in range(9, 17):
        make(at(TUESDAY, hour))

    full = check(session, at(TUESDAY, 10))
    assert (full.why, near(full)) == ("full", [("23", "16:00"), ("23", "17:00"), ("24", "17:00")])
    make(at(TUESDAY, 17))
    assert check(session, at(TUESDAY, 10)).why == "full_day"
    assert check(session, at(TUESDAY, 10, 20)).why == "full_day"


def test_a_time_is_full_only_when_every_resource_is(session, make):
    add_resource(session, "car-2", "kl")
    make(at(TUESDAY, 10))
    assert check(session, at(TUESDAY, 10)).ok
    make(at(TUESDAY, 10))
    assert check(session, at(TUESDAY, 10)).why == "full"


def test_no_such_car_names_the_outlets_that_have_one(session):
    for key, point in (("ipoh", Point(4.6, 101.1)), ("klang", Point(3.04, 101.45))):
        add_outlet(session, key, point=point)
        add_resource(session, f"{key}-car", key, model="smart_3")
    add_outlet(session, "bkk", market="TH", point=BANGKOK)
    add_resource(session, "bkk-car", "bkk", model="smart_3")

    verdict = check(session, at(TUESDAY, 10), Wanted("test_drive", "kl", model="smart_3"))

    assert (verdict.why, verdict.outlets) == ("no_such_car", ("klang", "ipoh"))
    assert [(each.outlet_key, clock(each.starts_at)) for each in verdict.alternatives] == [
        ("klang", "09:00"),
        ("klang", "10:00"),
        ("klang", "11:00"),
    ]
    nobody = check(session, at(TUESDAY, 10), Wanted("test_drive", "kl", model="smart_5"))
    assert (nobody.why, nobody.outlets, nobody.alternatives) == ("no_such_car", (), ())


def test_what_an_outlet_does_not_offer_is_told_with_those_that_do(session):
    add_outlet(session, "bay")
    add_resource(session, "bay-1", "bay", kind="service_bay")

    verdict = check(session, at(TUESDAY, 10), Wanted("service", "kl"))

    assert (verdict.why, verdict.outlets) == ("not_offered", ("bay",))
    assert len(verdict.alternatives) == 3
    home = check(session, at(TUESDAY, 10), Wanted("home_charger", point=BANGKOK))
    assert (home.why, home.outlet_key, home.alternatives) == ("not_offered", None, ())
    assert check(session, at(TUESDAY, 10), Wanted("test_drive", "nowhere")).why == "not_offered"


def test_alternatives_are_looked_for_as_far_as_the_horizon(session):
    session.add(ResourceClosure(resource_key="car-1", starts_at=NOW, ends_at=at(MONDAY + MONTH, 0)))
    session.flush()

    verdict = check(session, at(TUESDAY, 10))

    assert verdict.why == "full_day"
    assert near(verdict) == [("23", "09:00"), ("23", "10:00"), ("23", "11:00")]  # of December


def test_a_home_is_closed_only_where_every_team_is(session):
    add_outlet(session, "sunday", hours={6: [(540, 1080)]})
    for key in ("kl", "sunday"):
        add_resource(session, f"{key}-team", key, kind="survey_team", radius_km=50)
    home = Wanted("home_charger", point=Point(3.1, 101.6))

    assert check(session, at(SUNDAY, 10), home).slot.outlet_key == "sunday"
    assert check(session, at(SUNDAY, 10), replace(home, outlet_key="kl")).why == "closed_day"


def test_a_half_hour_that_somebody_names_is_had_where_all_of_it_is_free(session, make):
    assert check(session, at(TUESDAY, 10, 30)).ok
    make(at(TUESDAY, 10, 30))
    assert [check(session, at(TUESDAY, hour)).why for hour in (10, 11)] == ["full", "full"]
    assert check(session, at(TUESDAY, 11, 30)).ok
    assert check(session, at(TUESDAY, 10, 30)).why == "full"
