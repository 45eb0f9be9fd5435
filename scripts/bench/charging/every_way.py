"""Journeys on small graphs beside the best of all ways, every way and every charge tried one by one."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.charging import Battery
from knowledge.geography import Point
from knowledge.journeys.roads import GOAL, START, Graph
from knowledge.journeys.search import STOP_MINUTES, Found, quickest
from knowledge.journeys.vehicle import Conditions, Vehicle
from knowledge.provenance import Provenance, Status

FACT = Provenance("a test", None, date(2026, 1, 1), Status.CONFIRMED)
CURVE = ((0, 100.5), (50, 100.5), (80, 50.25), (100, 20.1))
RESERVE = 10.0
ENDS = (
    (START, "a"),
    ("a", "b"),
    ("b", GOAL),
    (START, "c"),
    ("c", GOAL),
    ("a", "c"),
    ("b", "c"),
    ("a", GOAL),
)
STOPS = ("a", "b", "c")
SPEEDS = (60.0, 80.0, 100.0)
POWERS = (40.0, 60.0, 150.0)
SHORTEST_KM, LONGEST_KM = 20.0, 180.0
# The search drops a way to a node that brings a quarter of a percent more than an earlier one.
ROUNDING = 0.5  # minutes

Road = tuple[str, str, float, float]


def car(conditions: Conditions | None = None) -> Vehicle:
    """Return a car to drive with."""
    battery = Battery("smart_3", "premium", 62.0, CURVE, 22.0, FACT, FACT)
    return Vehicle(battery, 17.5, 1820.0, 0.27, 2.41, FACT, conditions or Conditions())


def graph_of(roads: Sequence[Road]) -> Graph:
    """Return the graph of roads between nodes: km and km/h."""
    graph = Graph()
    for node in {end for road in roads for end in road[:2]} | {START, GOAL}:
        graph.add(node, Point(3.0, 101.0))
    for one, other, km, kmh in roads:
        graph.join(one, other, km, kmh)
    return graph


def small_graph(lengths: Sequence[tuple[float, float]]) -> Graph:
    """Return the graph of the eight roads with these km and km/h."""
    return graph_of([(*pair, km, kmh) for pair, (km, kmh) in zip(ENDS, lengths, strict=True)])


def best(
    graph: Graph, vehicle: Vehicle, chargers: Mapping[str, float], start: float, step: int = 1
) -> float | None:
    """Return the minutes of the best of all ways with all charges of whole steps, or None without a way."""
    shortest = math.inf

    def onward(node: str, seen: frozenset[str], percent: float, minutes: float) -> None:
        nonlocal shortest
        if minutes >= shortest:
            return  # it cannot become better any more
        if node == GOAL:
            shortest = minutes
            return
        charges = [(percent, 0.0)]
        if node in chargers:
            for more in range(step, 101, step):
                full = min(100.0, percent + more)
                charges.append((full, STOP_MINUTES + vehicle.battery.minutes(percent, full, chargers[node])))
                if full >= 100.0:
                    break
        for full, spent in charges:
            for stretch in graph.stretches[node]:
                left = full - vehicle.percent(stretch.km, stretch.kmh)
                if stretch.to not in seen and left >= RESERVE:
                    onward(stretch.to, seen | {stretch.to}, left, minutes + spent + stretch.minutes)

    onward(START, frozenset({START}), start, 0.0)
    return None if shortest == math.inf else shortest


def lowest(graph: Graph, vehicle: Vehicle, found: Found) -> float:
    """Return the lowest charge at an arrival of a drive, by driving it again."""
    percents = [100.0]
    for before, label in zip(found.labels, found.labels[1:], strict=False):
        if not label.charged:
            taken = min(
                vehicle.percent(each.km, each.kmh)
                for each in graph.stretches[before.node]
                if each.to == label.node
            )
            percents.append(before.percent - taken)
    return min(percents)


@dataclass(frozen=True)
class Compared:
    """What came of it: graphs with a way, the search's worst time beside the best, and what must not be."""

    graphs: int
    with_a_way: int
    stops: int  # drives that need one or more
    worst_ratio: float
    worst_minutes: float  # slower than the best
    below_reserve: int
    not_found: int

    @property
    def sound(self) -> bool:
        """Tell whether no journey is wrong."""
        return not self.below_reserve and not self.not_found and self.worst_minutes <= ROUNDING


def compare(graphs: int, seed: int = 11) -> Compared:
    """Compare on so many random graphs."""
    dice = random.Random(seed)  # noqa: S311 - a benchmark's data, no secret
    vehicle = car()
    ratios: list[float] = []
    minutes: list[float] = []
    stops = below = missed = 0
    for _ in range(graphs):
        graph = small_graph([(dice.uniform(SHORTEST_KM, LONGEST_KM), dice.choice(SPEEDS)) for _ in ENDS])
        chargers = dict.fromkeys(dice.sample(STOPS, dice.randint(0, 2)), dice.choice(POWERS))
        start = dice.uniform(20, 100)
        found, wanted = (
            quickest(graph, vehicle, chargers, start, RESERVE),
            best(graph, vehicle, chargers, start),
        )
        if found is None:
            missed += wanted is not None
            continue
        stops += any(label.charged for label in found.labels)
        below += lowest(graph, vehicle, found) < RESERVE
        if wanted is not None:
            ratios.append(found.minutes / wanted)
            minutes.append(found.minutes - wanted)
    return Compared(
        graphs, len(ratios), stops, max(ratios, default=1.0), max(minutes, default=0.0), below, missed
    )
