"""Journeys on the roads and chargers of the record, with distances that are known."""

import pytest

from knowledge import geography, journeys
from knowledge.geography import Point
from knowledge.journeys import ImpossibleError
from knowledge.journeys.roads import MainRoads
from knowledge.journeys.search import minutes_to_goal


def place(session, key):
    found = geography.place(session, key)
    assert found is not None
    return found.point


def drive(session, origin, destination, start, variant="premium", model="smart_3"):
    vehicle = journeys.vehicle(session, model, variant)
    return journeys.plan(session, vehicle, place(session, origin), place(session, destination), start)


# What maps commonly say, in km; one's own graph may be 6 % off.
KNOWN = [
    ("kuala_lumpur", "ipoh", 205),
    ("kuala_lumpur", "butterworth", 355),
    ("kuala_lumpur", "melaka", 145),
    ("kuala_lumpur", "johor_bahru", 330),
    ("kuala_lumpur", "kuantan", 250),
    ("kuala_lumpur", "kuala_terengganu", 440),
    ("kuala_lumpur", "alor_setar", 440),
    ("kuala_lumpur", "tangkak", 170),
    ("bangkok", "pattaya", 150),
    ("bangkok", "hua_hin", 200),
    ("bangkok", "khon_kaen", 450),
    ("bangkok", "chiang_mai", 690),
    ("bangkok", "phuket", 840),
    ("bangkok", "hat_yai", 945),
]


@pytest.mark.parametrize(("origin", "destination", "km"), KNOWN)
def test_roads_are_as_long_as_they_are(session, origin, destination, km):
    graph = MainRoads.load(session).graph(place(session, origin), place(session, destination), {})
    fastest = _fastest_km(graph)
    assert fastest == pytest.approx(km, rel=0.06)


def _fastest_km(graph):
    minutes = minutes_to_goal(graph)
    node, km = "start", 0.0
    while node != "goal":
        stretch = min(graph.stretches[node], key=lambda each: each.minutes + minutes[each.to])
        node, km = stretch.to, km + stretch.km
    return km


def test_shah_alam_to_johor_bahru_stops_once(session):
    plan = drive(session, "shah_alam", "johor_bahru", 70)
    [stop] = plan.stops
    assert stop.site.dc_kw == 60
    assert stop.arrive_percent >= plan.reserve_percent
    assert stop.leave_percent > stop.arrive_percent
    assert stop.alternative is not None
    assert stop.cost is not None
    assert plan.arrive_percent >= plan.reserve_percent
    assert plan.minutes > plan.drive_minutes
    assert plan.profile[0][1] == 70
    assert min(percent for _, percent in plan.profile) >= plan.reserve_percent


def test_a_short_drive_needs_no_stop(session):
    plan = drive(session, "kuala_lumpur", "melaka", 80)
    assert plan.stops == ()
    assert plan.minutes == plan.drive_minutes


def test_a_charge_is_no_longer_than_useful(session):
    plan = drive(session, "kuala_lumpur", "penang", 80)
    assert plan.arrive_percent < plan.reserve_percent + 2


@pytest.mark.parametrize(
    ("origin", "destination", "start", "problem"),
    [
        ("kuala_lumpur", "kuching", 90, "no_road_destination"),
        ("penang", "langkawi", 90, "no_road_destination"),
        ("kota_kinabalu", "kuala_lumpur", 90, "no_road_origin"),
        ("bangkok", "chiang_mai", 100, "no_charger"),
        ("kuala_lumpur", "penang", 10, "low"),
    ],
)
def test_what_cannot_be_driven_is_said(session, origin, destination, start, problem):
    with pytest.raises(ImpossibleError) as error:
        drive(session, origin, destination, start)
    assert error.value.problem == problem


def test_a_position_off_the_main_road_is_joined_to_it(session):
    vehicle = journeys.vehicle(session, "smart_1", "premium")
    plan = journeys.plan(session, vehicle, Point(3.2, 101.5), place(session, "ipoh"), 90)
    assert plan.km == pytest.approx(190, rel=0.1)


def test_a_variant_without_its_curve_is_not_planned_with(session):
    assert journeys.vehicle(session, "smart_5", "brabus") is None
