"""The search for a journey: never below the reserve, never slower than the best of all ways tried one by one."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.charging import Battery
from knowledge.geography import Point
from knowledge.journeys.roads import GOAL, START, Graph
from knowledge.journeys.search import STOP_MINUTES, quickest, reachable_km
from knowledge.journeys.vehicle import Conditions, Vehicle
from knowledge.provenance import Provenance, Status

FACT = Provenance("a test", None, date(2026, 1, 1), Status.CONFIRMED)
CURVE = ((0, 100.5), (50, 100.5), (80, 50.25), (100, 20.1))
RESERVE = 10.0
STEP = 5  # percent: what the slow search tries at each charger
# A charge ends at a whole step above the arrival, and a label so little better than another is dropped.
ROUNDING = 1.5  # minutes


def car(conditions: Conditions | None = None) -> Vehicle:
    battery = Battery("smart_3", "premium", 62.0, CURVE, 22.0, FACT, FACT)
    return Vehicle(battery, 17.5, 1820.0, 0.27, 2.41, FACT, conditions or Conditions())


def graph_of(roads: list[tuple[str, str, float, float]]) -> Graph:
    graph = Graph()
    for node in {end for road in roads for end in road[:2]} | {START, GOAL}:
        graph.add(node, Point(3.0, 101.0))
    for one, other, km, kmh in roads:
        graph.join(one, other, km, kmh)
    return graph


def every_way(graph: Graph, chargers: dict[str, float], start: float) -> Iterator[float]:
    """Yield the minutes of every simple way with every charge of whole steps."""
    vehicle = car()

    def onward(node: str, seen: frozenset[str], percent: float, minutes: float) -> Iterator[float]:
        if node == GOAL:
            yield minutes
            return
        charges = [(percent, 0.0)]
        if node in chargers:
            for more in range(STEP, 101, STEP):
                full = min(100.0, percent + more)
                charges.append((full, STOP_MINUTES + vehicle.battery.minutes(percent, full, chargers[node])))
                if full >= 100.0:
                    break
        for full, spent in charges:
            for stretch in graph.stretches[node]:
                left = full - vehicle.percent(stretch.km, stretch.kmh)
                if stretch.to not in seen and left >= RESERVE:
                    yield from onward(
                        stretch.to, seen | {stretch.to}, left, minutes + spent + stretch.minutes
                    )

    yield from onward(START, frozenset({START}), start, 0.0)


ROAD = st.tuples(st.floats(20, 180), st.sampled_from([60.0, 80.0, 100.0]))


@given(
    st.lists(ROAD, min_size=8, max_size=8),
    st.sets(st.sampled_from(["a", "b", "c"]), max_size=2),
    st.sampled_from([40.0, 60.0, 150.0]),
    st.floats(20, 100),
)
@settings(max_examples=60, deadline=None)
def test_it_is_never_slower_than_the_best_of_all_ways_and_never_below_the_reserve(lengths, where, kw, start):
    ends = [
        (START, "a"),
        ("a", "b"),
        ("b", GOAL),
        (START, "c"),
        ("c", GOAL),
        ("a", "c"),
        ("b", "c"),
        ("a", GOAL),
    ]
    graph = graph_of([(*pair, km, kmh) for pair, (km, kmh) in zip(ends, lengths, strict=True)])
    chargers = dict.fromkeys(where, kw)
    found = quickest(graph, car(), chargers, start, RESERVE)
    best = min(every_way(graph, chargers, start), default=None)
    if found is None:
        assert best is None
        return
    assert all(label.percent >= RESERVE for label in found.labels[1:])
    assert found.labels[0].node == START
    assert found.labels[-1].node == GOAL
    if best is not None:
        assert found.minutes <= best + ROUNDING


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
