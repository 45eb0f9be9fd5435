"""Seed files of the map: the places that customers name, and the main roads."""

from typing import Any, Literal

from pydantic import Field

from knowledge.database import Base
from knowledge.geography import PlaceRow, Point, distance_km
from knowledge.journeys.tables import RoadEdge, RoadNode
from knowledge.seeding.reader import FactRow, Place, Reader, Row

TABLES: tuple[type[Base], ...] = (PlaceRow, RoadNode, RoadEdge)
BOX = (0.8, 20.6, 97.3, 119.4)  # south, north, west, east of both markets
STRAIGHT, WINDING = 1.6, 2.2  # times the straight line, the most that a road between two towns is long
Kind = Literal["country", "state", "town", "quarter", "road", "mall", "airport", "rest_area", "landmark"]


class PlaceSeed(FactRow):
    """A place that customers name."""

    key: str
    name: str
    zh: str | None = None
    th: str | None = None
    country: Literal["MY", "TH", "SG"]
    kind: Kind
    latitude: float
    longitude: float


class NodeSeed(Row):
    """A town, junction or rest area on a road."""

    key: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    kind: Literal["town", "junction", "rest_area", "airport"]
    country: Literal["MY", "TH"]
    latitude: float
    longitude: float


class EdgeSeed(Row):
    """A road between two nodes, both ways; `km` by road, `kmh` the average of a calm driver."""

    start: str = Field(alias="from")
    end: str = Field(alias="to")
    km: float = Field(gt=0, le=200)
    kmh: float = Field(ge=15, le=110)
    road: str
    winding: bool = False


class RoadsSeed(Row):
    """The file of roads."""

    nodes: tuple[NodeSeed, ...]
    edges: tuple[EdgeSeed, ...]


def rows(reader: Reader) -> list[Base]:
    """Return places and roads, noting every problem."""
    return [*_places(reader), *_roads(reader)]


def _places(reader: Reader) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("places.yml", PlaceSeed):
        if reader.unique(place, row.key, seen) and _on_the_map(reader, place, row.latitude, row.longitude):
            names = {"en": row.name} | ({"zh": row.zh} if row.zh else {}) | ({"th": row.th} if row.th else {})
            values = row.model_dump(include={"key", "country", "kind", "latitude", "longitude"})
            found.append(PlaceRow(names=names, **values, **reader.provenance(place, row)))
    return found


def _roads(reader: Reader) -> list[Base]:
    roads = reader.document("roads.yml", RoadsSeed)
    if roads is None:
        return []
    nodes: dict[str, NodeSeed] = {}
    for node in roads.nodes:
        place = Place("roads.yml", 1, node.key)
        if node.key in nodes:
            reader.problem(place, "the same node twice", "remove one of the two")
        elif _on_the_map(reader, place, node.latitude, node.longitude):
            nodes[node.key] = node
    edges: dict[frozenset[str], EdgeSeed] = {}
    for edge in roads.edges:
        place = Place("roads.yml", 1, f"{edge.start}–{edge.end}")
        known = [reader.known(place, "node", key, set(nodes), "roads.yml") for key in (edge.start, edge.end)]
        if not all(known) or not _long_enough(reader, place, edge, nodes):
            continue
        pair = frozenset((edge.start, edge.end))
        if pair in edges or len(pair) < 2:
            reader.problem(place, "the same road twice, or one to itself", "remove it")
        else:
            edges[pair] = edge
    _connected(reader, nodes, edges.values())
    return [
        *(RoadNode(**node.model_dump()) for node in nodes.values()),
        *(RoadEdge(**edge.model_dump()) for edge in edges.values()),
    ]


def _on_the_map(reader: Reader, place: Place, latitude: float, longitude: float) -> bool:
    south, north, west, east = BOX
    if south <= latitude <= north and west <= longitude <= east:
        return True
    reader.problem(place, f"{latitude}, {longitude} is in neither market", "correct the position")
    return False


def _long_enough(reader: Reader, place: Place, edge: EdgeSeed, nodes: dict[str, NodeSeed]) -> bool:
    start, end = (nodes[key] for key in (edge.start, edge.end))
    straight = distance_km(Point(start.latitude, start.longitude), Point(end.latitude, end.longitude))
    most = WINDING if edge.winding else STRAIGHT
    if 0.98 * straight <= edge.km <= most * straight + 1:
        return True
    reader.problem(
        place,
        f"{edge.km} km by road, {straight:.0f} km straight",
        f"a road is 1 to {most} times as long: correct the distance or a position",
    )
    return False


def _connected(reader: Reader, nodes: dict[str, NodeSeed], edges: Any) -> None:
    """Note the nodes that no road leads to from the first one."""
    beside: dict[str, list[str]] = {key: [] for key in nodes}
    for edge in edges:
        beside[edge.start].append(edge.end)
        beside[edge.end].append(edge.start)
    reached = set(list(nodes)[:1])
    open_ = list(reached)
    while open_:
        for other in beside[open_.pop()]:
            if other not in reached:
                reached.add(other)
                open_.append(other)
    for key in nodes:
        if key not in reached:
            reader.problem(Place("roads.yml", 1, key), "no road leads there", "add one, or remove the node")
