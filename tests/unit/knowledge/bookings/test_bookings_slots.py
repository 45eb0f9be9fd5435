"""Free times: from the outlet's hours, the resource's grid, what is taken, lead and horizon."""

from datetime import timedelta

import pytest
from moments import MONDAY, NOW, SATURDAY, SUNDAY, TUESDAY, WEDNESDAY, at, clock

from knowledge.bookings import slots
from knowledge.bookings.fits import Wanted
from knowledge.geography import Point
from knowledge.outlets.tables import OpeningHours, Outlet, OutletDay, PublicHoliday, Resource, ResourceClosure
from scripts.bench.bookings.network import BANGKOK, KUALA_LUMPUR, add_outlet, add_resource

CAR = Wanted("test_drive", "kl", model="smart_1")
HOURLY = ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00"]


def times(session, wanted=CAR, day=TUESDAY, now=NOW, **more):
    return [clock(each.starts_at) for each in slots.free(session, wanted, day, day, now, **more)]


def test_a_whole_day_lies_on_the_grid(session):
    found = slots.free(session, CAR, TUESDAY, TUESDAY, NOW)

    assert [clock(each.starts_at) for each in found] == HOURLY
    assert {each.ends_at - each.starts_at for each in found} == {timedelta(hours=1)}
    assert {(each.outlet_key, each.resources) for each in found} == {("kl", 1)}


def test_days_come_in_order_and_closed_ones_are_empty(session):
    found = slots.free(session, CAR, SATURDAY, SUNDAY + timedelta(days=1), NOW)

    assert len(found) == 18
    assert found == sorted(found, key=lambda each: each.starts_at)
    assert times(session, day=SUNDAY) == []


def test_a_lunch_break_begins_a_grid_anew_and_a_slot_ends_before_closing(session):
    add_outlet(session, "lunch", hours={1: [(540, 750), (810, 1080)]})  # 9:00–12:30, 13:30–18:00
    add_resource(session, "lunch-car", "lunch")

    found = times(session, Wanted("test_drive", "lunch", model="smart_1"))

    assert found == ["09:00", "10:00", "11:00", "13:30", "14:30", "15:30", "16:30"]


def test_hours_between_quarters_begin_at_the_next_quarter(session):
    add_outlet(session, "odd", hours={1: [(550, 660)]})  # 9:10–11:00
    add_resource(session, "odd-car", "odd", slot_minutes=30)

    assert times(session, Wanted("test_drive", "odd", model="smart_1")) == ["09:15", "09:45", "10:15"]


def test_lead_and_horizon_bind_customers_and_not_staff(session):
    assert times(session, day=MONDAY) == HOURLY[3:]  # from 12:00 on: two hours' notice
    assert times(session, day=MONDAY, by="staff") == HOURLY[2:]
    last = MONDAY + timedelta(days=60)  # a Friday
    assert times(session, day=last) == HOURLY
    assert times(session, day=last + timedelta(days=1)) == []
    assert times(session, day=last + timedelta(days=1), by="staff") == HOURLY


def test_a_long_stretch_of_days_ends_at_the_horizon(session):
    found = slots.free(session, CAR, MONDAY, MONDAY + timedelta(days=100_000), NOW)

    assert max(each.starts_at for each in found) == at(MONDAY + timedelta(days=60), 17)


@pytest.mark.parametrize("first_day", [MONDAY - timedelta(days=3), MONDAY])
def test_what_is_over_is_not_free(session, first_day):
    found = slots.free(session, CAR, first_day, MONDAY, NOW)

    assert [clock(each.starts_at) for each in found] == HOURLY[3:]


def test_a_holiday_a_closure_and_a_closed_resource_take_times_away(session):
    session.add_all(
        [
            PublicHoliday(
                market="MY", state="", day=TUESDAY, names={"en": "A feast"}, source="x", status="confirmed"
            ),
            OutletDay(outlet_key="kl", first_day=WEDNESDAY, last_day=WEDNESDAY, open=False),
            ResourceClosure(
                resource_key="car-1", starts_at=at(SATURDAY, 9, 30), ends_at=at(SATURDAY, 12), reason="wash"
            ),
        ]
    )
    session.flush()

    assert times(session, day=TUESDAY) == times(session, day=WEDNESDAY) == []
    assert times(session, day=SATURDAY) == HOURLY[3:]


def test_what_is_booked_under_another_slot_length_is_still_taken(session, make):
    make(at(TUESDAY, 10))
    session.get(Resource, "car-1").slot_minutes = 45
    session.flush()

    # Of 9:45 to 10:30 and 10:30 to 11:15 quarters are taken.
    assert times(session)[:4] == ["09:00", "11:15", "12:00", "12:45"]


def test_the_time_of_the_booking_that_is_moved_counts_as_free(session, make):
    booking = make(at(TUESDAY, 10))

    assert "10:00" not in times(session)
    assert times(session, booking_id=booking.id) == HOURLY


def test_resources_of_an_outlet_are_counted(session, make):
    add_resource(session, "car-2", "kl", variant="pro")
    make(at(TUESDAY, 10))

    found = {
        clock(each.starts_at): each.resources for each in slots.free(session, CAR, TUESDAY, TUESDAY, NOW)
    }

    assert (found["09:00"], found["10:00"]) == (2, 1)


def test_model_and_variant_are_asked_for(session):
    add_resource(session, "car-2", "kl", model="smart_3", variant="pro", slot_minutes=180)

    def count(model, variant):
        return len(times(session, Wanted("test_drive", "kl", model=model, variant=variant)))

    assert [count("smart_3", None), count("smart_3", "pro"), count("smart_3", "brabus")] == [3, 3, 0]
    assert count(None, None) == 9  # any car: the three long times begin with hourly ones


@pytest.mark.parametrize("spoil", [{"active": False}, {"kind": "service_bay"}])
def test_a_resource_out_of_use_or_of_another_kind_has_no_times(session, spoil):
    for name, value in spoil.items():
        setattr(session.get(Resource, "car-1"), name, value)
    session.flush()

    assert times(session) == []


def test_an_outlet_out_of_use_has_no_times(session):
    session.get(Outlet, "kl").active = False
    session.flush()

    assert times(session) == []


def test_a_home_has_the_teams_that_reach_it_nearest_first(session):
    add_outlet(session, "near", point=Point(3.07, 101.6))
    for key, outlet, radius in (("far-team", "kl", 60), ("team", "near", 60), ("short", "near", 2)):
        add_resource(session, key, outlet, kind="survey_team", radius_km=radius, slot_minutes=180)
    home = Wanted("home_charger", point=Point(3.05, 101.58))

    found = slots.free(session, home, TUESDAY, TUESDAY, NOW)

    assert [(clock(each.starts_at), each.outlet_key, each.resources) for each in found[:2]] == [
        ("09:00", "near", 1),
        ("09:00", "kl", 1),
    ]
    assert slots.free(session, Wanted("home_charger", point=BANGKOK), TUESDAY, TUESDAY, NOW) == []
    at_kl = Wanted("home_charger", "kl", point=KUALA_LUMPUR)
    assert {each.outlet_key for each in slots.free(session, at_kl, TUESDAY, TUESDAY, NOW)} == {"kl"}


def test_days_are_those_of_the_outlets_own_clock(session):
    add_outlet(session, "bkk", market="TH", point=BANGKOK, hours={1: [(0, 1440)]})
    add_resource(session, "bkk-car", "bkk")

    found = slots.free(session, Wanted("test_drive", "bkk", model="smart_1"), TUESDAY, TUESDAY, NOW)

    assert len(found) == 24
    assert found[0].starts_at.isoformat() == "2026-11-23T17:00:00+00:00"  # midnight in Bangkok
    assert found[-1].ends_at.isoformat() == "2026-11-24T17:00:00+00:00"


def test_an_unknown_place_has_no_times_and_no_place_at_all_is_a_mistake(session):
    assert times(session, Wanted("test_drive", "nowhere")) == []
    with pytest.raises(ValueError, match="outlet or a point"):
        times(session, Wanted("test_drive"))


def test_hours_that_staff_change_change_the_times(session):
    hours = session.get(OpeningHours, ("kl", 1, 540))
    hours.closes = 660
    session.flush()

    assert times(session) == ["09:00", "10:00"]
