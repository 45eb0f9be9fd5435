"""The search for the quickest drive with stops: over roads and chargers, never below the reserve."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from knowledge.journeys.roads import GOAL, START, Graph
from knowledge.journeys.vehicle import Vehicle

STOP_MINUTES = 5.0  # to leave the road, plug in and pay
FULL = 100.0
CHARGE_STEP = 1.0  # percent
# A label is no better than an earlier one at the same node unless it brings so many percent more: less
# than what the battery's own gauge shows.
SAME_PERCENT = 0.25


class Label(NamedTuple):
    """A way to be at a node: time so far, state of charge, and how it came there."""

    minutes: float
    percent: float
    node: str
    before: "Label | None"
    charged: bool  # the last step was charging, not driving


@dataclass(frozen=True, slots=True)
class Found:
    """The quickest drive: its labels from start to goal."""

    labels: tuple[Label, ...]

    @property
    def minutes(self) -> float:
        """Return the time of the whole journey."""
        return self.labels[-1].minutes


def quickest(
    graph: Graph,
    vehicle: Vehicle,
    chargers: Mapping[str, float],
    start_percent: float,
    reserve_percent: float,
) -> Found | None:
    """Return the drive from `START` to `GOAL` that takes the least time, or None where none is possible.

    `chargers` gives the power in kW of the nodes where one may charge. At each of them where it stops, and
    at the goal, the state of charge is at or above the reserve. Labels are set in the order of time so far
    plus the fastest possible rest (A*); a label is dropped where an earlier one at its node had as much in
    the battery.
    """
    rest = minutes_to_goal(graph)
    if START not in rest:
        return None
    number = count()
    open_: list[tuple[float, int, Label]] = []
    highest: dict[tuple[str, bool], float] = {}
    clocks = {power: _clock(vehicle, power) for power in set(chargers.values())}

    def offer(label: Label) -> None:
        heapq.heappush(open_, (label.minutes + rest[label.node], next(number), label))

    offer(Label(0.0, start_percent, START, None, False))
    while open_:
        label = heapq.heappop(open_)[2]
        if label.node == GOAL:
            return Found(_history(label))
        key = (label.node, label.charged)
        if label.percent <= highest.get(key, -1.0) + (SAME_PERCENT if key in highest else 0.0):
            continue
        highest[key] = label.percent
        for stretch in graph.stretches[label.node]:
            left = label.percent - vehicle.percent(stretch.km, stretch.kmh, winding=stretch.winding)
            # A node is passed, or is a stop or the goal; a node below the reserve leads to no stop above it.
            if left >= reserve_percent and stretch.to in rest:
                offer(Label(label.minutes + stretch.minutes, left, stretch.to, label, False))
        if (power := chargers.get(label.node)) is not None and label.percent < FULL:
            clock = clocks[power]
            percent = min(FULL, label.percent + CHARGE_STEP)
            minutes = _between(clock, label.percent, percent) + (0.0 if label.charged else STOP_MINUTES)
            offer(Label(label.minutes + minutes, percent, label.node, label, True))
    return None


def reachable_km(graph: Graph, vehicle: Vehicle, start_percent: float, reserve_percent: float) -> float:
    """Return how far from the start one gets without charging, in km by road."""
    best = {START: start_percent}
    furthest = 0.0
    open_: list[tuple[float, float, str]] = [(-start_percent, 0.0, START)]
    while open_:
        percent, km, node = heapq.heappop(open_)
        if -percent < best[node]:
            continue
        furthest = max(furthest, km)
        for stretch in graph.stretches[node]:
            left = -percent - vehicle.percent(stretch.km, stretch.kmh, winding=stretch.winding)
            if left >= reserve_percent and left > best.get(stretch.to, -1.0):
                best[stretch.to] = left
                heapq.heappush(open_, (-left, km + stretch.km, stretch.to))
    return furthest


def minutes_to_goal(graph: Graph) -> dict[str, float]:
    """Return the fastest drive to the goal from each node that leads there, whatever it takes."""
    minutes = {GOAL: 0.0}
    open_ = [(0.0, GOAL)]
    while open_:
        so_far, node = heapq.heappop(open_)
        if so_far > minutes[node]:
            continue
        for stretch in graph.stretches[node]:
            there = so_far + stretch.minutes
            if there < minutes.get(stretch.to, float("inf")):
                minutes[stretch.to] = there
                heapq.heappush(open_, (there, stretch.to))
    return minutes


def _clock(vehicle: Vehicle, kw: float) -> list[float]:
    """Return the minutes from empty to each whole percent at a charger."""
    clock = [0.0]
    for percent in range(100):
        clock.append(clock[-1] + vehicle.battery.minutes(percent, percent + 1, kw))
    return clock


def _between(clock: list[float], low: float, high: float) -> float:
    return _at(clock, high) - _at(clock, low)


def _at(clock: list[float], percent: float) -> float:
    whole = min(int(percent), 99)
    return clock[whole] + (clock[whole + 1] - clock[whole]) * (percent - whole)


def _history(label: Label) -> tuple[Label, ...]:
    labels = []
    step: Label | None = label
    while step is not None:
        labels.append(step)
        step = step.before
    return tuple(reversed(labels))
