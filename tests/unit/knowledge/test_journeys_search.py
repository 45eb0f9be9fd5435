"""The search for a journey: never below the reserve, never slower than the best of all ways tried one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.journeys.roads import GOAL, START
from knowledge.journeys.search import quickest, reachable_km
from knowledge.journeys.vehicle import Conditions
from scripts.bench.charging.every_way import (
    ENDS,
    LONGEST_KM,
    POWERS,
    RESERVE,
    ROUNDING,
    SHORTEST_KM,
    SPEEDS,
    STOPS,
    best,
    car,
    compare,
    graph_of,
    lowest,
    small_graph,
)

ROAD = st.tuples(st.floats(SHORTEST_KM, LONGEST_KM), st.sampled_from(SPEEDS))


@given(
    st.lists(ROAD, min_size=len(ENDS), max_size=len(ENDS)),
    st.sets(st.sampled_from(STOPS), max_size=2),
    st.sampled_from(POWERS),
    st.floats(20, 100),
)
@settings(max_examples=60, deadline=None)
def test_it_is_never_slower_than_the_best_of_all_ways_and_never_below_the_reserve(lengths, where, kw, start):
    graph, chargers = small_graph(lengths), dict.fromkeys(where, kw)
    found = quickest(graph, car(), chargers, start, RESERVE)
    wanted = best(graph, car(), chargers, start)
    if found is None:
        assert wanted is None
        return
    assert all(label.percent >= RESERVE for label in found.labels[1:])
    assert lowest(graph, car(), found) >= RESERVE
    assert found.labels[0].node == START
    assert found.labels[-1].node == GOAL
    if wanted is not None:
        assert found.minutes <= wanted + ROUNDING


def test_the_benchmark_compares_as_this_does():
    compared = compare(30)
    assert compared.with_a_way > compared.stops > 0
    assert compared.sound
    assert (compared.below_reserve, compared.not_found) == (0, 0)


def test_driving_again_tells_a_charge_below_the_reserve():
    graph = graph_of([(START, "a", 100, 100), ("a", GOAL, 100, 100)])
    found = quickest(graph, car(), {}, 90, RESERVE)
    assert lowest(graph, car(), found) == pytest.approx(90 - car().percent(200, 100))


@given(st.floats(30, 130), st.floats(30, 130))
def test_a_faster_drive_takes_more_of_the_battery(one, other):
    slow, fast = sorted((max(one, 60), max(other, 60)))
    assert car().percent(100, fast) >= car().percent(100, slow)


def test_rain_load_and_mountains_take_more():
    dry = car().percent(100, 90)
    assert car(Conditions(rain=True)).percent(100, 90) == pytest.approx(dry * 1.1)
    assert car().percent(100, 90, winding=True) == pytest.approx(dry * 1.1)
    assert car(Conditions(load_kg=450)).percent(100, 90) > dry


def test_consumption_at_the_reference_speed_is_the_catalogues():
    assert car().percent(100, 105) == pytest.approx(17.5 / 62 * 100)


def test_no_stop_where_none_is_needed():
    found = quickest(
        graph_of([(START, "a", 50, 100), ("a", GOAL, 50, 100)]), car(), {"a": 150.0}, 90, RESERVE
    )
    assert found is not None
    assert not any(label.charged for label in found.labels)


def test_no_way_without_a_charger_in_reach():
    graph = graph_of([(START, "a", 200, 100), ("a", GOAL, 250, 100)])
    assert quickest(graph, car(), {}, 100, RESERVE) is None
    assert reachable_km(graph, car(), 100, RESERVE) == 200


def test_a_detour_to_a_strong_charger_beats_a_weak_one_on_the_way():
    roads = [
        (START, "weak", 200, 100),
        ("weak", GOAL, 200, 100),
        ("weak", "strong", 5, 60),
        ("strong", GOAL, 200, 100),
    ]
    found = quickest(graph_of(roads), car(), {"weak": 22.0, "strong": 150.0}, 90, RESERVE)
    assert found is not None
    assert {label.node for label in found.labels if label.charged} == {"strong"}
