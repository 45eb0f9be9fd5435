"""The roads of a journey as a graph: our own main roads, or those of a routing server."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.geography import KM_PER_DEGREE, Point, distance_km, km_to_segment, share_of_segment
from knowledge.journeys.tables import RoadEdge, RoadNode

START, GOAL = "start", "goal"
DETOUR = 1.3  # times the straight line, for the last stretch off the main road
ACCESS_KMH = 45.0
SNAP_KM = 30.0  # further from any road than this there is none on record
SITE_KM = 6.0
ISLANDS = frozenset(
    {"langkawi", "pangkor", "koh_samui", "koh_chang", "labuan", "singapore"}
)  # no bridge, or across a border


class NoRoadError(LookupError):
    """A place is not on the roads on record: across water, or too far from them."""

    def __init__(self, end: str) -> None:
        super().__init__(end)
        self.end = end


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of road to another node."""

    to: str
    km: float
    kmh: float
    winding: bool = False

    @property
    def minutes(self) -> float:
        """Return how long it takes."""
        return self.km / self.kmh * 60


@dataclass
class Graph:
    """Nodes with their positions, and the stretches that lead away from each; drives go both ways."""

    points: dict[str, Point] = field(default_factory=dict)
    stretches: dict[str, list[Stretch]] = field(default_factory=dict)

    def add(self, node: str, point: Point) -> None:
        """Add a node."""
        self.points[node] = point
        self.stretches.setdefault(node, [])

    def join(self, one: str, other: str, km: float, kmh: float, *, winding: bool = False) -> None:
        """Add a road between two nodes, both ways."""
        self.stretches[one].append(Stretch(other, km, kmh, winding))
        self.stretches[other].append(Stretch(one, km, kmh, winding))


class RoadNetwork(Protocol):
    """Whoever knows the roads."""

    def graph(self, origin: Point, destination: Point, sites: Mapping[str, Point]) -> Graph:
        """Return a graph with `START`, `GOAL` and the sites by their keys; raises NoRoadError."""


@dataclass(frozen=True, slots=True)
class _Road:
    start: str
    end: str
    km: float
    kmh: float
    winding: bool


class MainRoads:
    """Our own graph of main roads; it knows no road in between and says nothing of traffic."""

    def __init__(
        self, points: Mapping[str, Point], roads: Sequence[tuple[str, str, float, float, bool]]
    ) -> None:
        self._points = dict(points)
        self._roads = [_Road(*road) for road in roads]
        # Most roads are far from a point: their frames tell so at less cost than their lines.
        self._boxes = [(road, *self._frame(road)) for road in self._roads]

    @classmethod
    def load(cls, session: Session) -> "MainRoads":
        """Read the graph of the record."""
        nodes = session.execute(select(RoadNode.key, RoadNode.latitude, RoadNode.longitude))
        points = {key: Point(latitude, longitude) for key, latitude, longitude in nodes}
        edges = session.execute(
            select(RoadEdge.start, RoadEdge.end, RoadEdge.km, RoadEdge.kmh, RoadEdge.winding)
        )
        return cls(points, [(each.start, each.end, each.km, each.kmh, each.winding) for each in edges])

    def graph(self, origin: Point, destination: Point, sites: Mapping[str, Point]) -> Graph:
        """Return the roads with start, goal and sites joined to the nearest ones."""
        graph = Graph()
        for key, point in self._points.items():
            graph.add(key, point)
        for road in self._roads:
            graph.join(road.start, road.end, road.km, road.kmh, winding=road.winding)
        for end, point in ((START, origin), (GOAL, destination)):
            if not self._attach(graph, end, point, SNAP_KM):
                raise NoRoadError(end)
        for key, point in sites.items():
            self._attach(graph, key, point, SITE_KM)
        self._join_near(graph, origin, destination)
        return graph

    def _attach(self, graph: Graph, key: str, point: Point, within_km: float) -> bool:
        """Join a point to the road nearest to it; False where none is near."""
        margin = within_km / KM_PER_DEGREE * 1.05
        near = [
            (self._off(road, point), index)
            for index, (road, south, north, west, east) in enumerate(self._boxes)
            if south - margin <= point.latitude <= north + margin
            and west - margin <= point.longitude <= east + margin
        ]
        off, index = min(near, default=(within_km + 1, 0))
        if off > within_km:
            return False
        best = self._boxes[index][0]
        share = share_of_segment(point, self._points[best.start], self._points[best.end])
        graph.add(key, point)
        for end, part in ((best.start, share), (best.end, 1 - share)):
            km, off_km = best.km * part, off * DETOUR
            minutes = km / best.kmh + off_km / ACCESS_KMH  # hours, as both are divided by km/h
            whole = max(km + off_km, 0.01)
            graph.join(key, end, whole, whole / max(minutes, 1e-6), winding=best.winding)
        return True

    def _frame(self, road: _Road) -> tuple[float, float, float, float]:
        one, other = self._points[road.start], self._points[road.end]
        return (
            min(one.latitude, other.latitude),
            max(one.latitude, other.latitude),
            min(one.longitude, other.longitude),
            max(one.longitude, other.longitude),
        )

    def _off(self, road: _Road, point: Point) -> float:
        return km_to_segment(point, self._points[road.start], self._points[road.end])

    def _join_near(self, graph: Graph, origin: Point, destination: Point) -> None:
        """Join start and goal directly where both are near the same road: no need to pass its ends."""
        straight = distance_km(origin, destination)
        if straight < SNAP_KM:
            graph.join(START, GOAL, max(straight * DETOUR, 0.01), ACCESS_KMH)
