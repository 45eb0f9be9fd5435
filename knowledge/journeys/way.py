"""Chargers along a road, or on the way from one place to another."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from knowledge import charging
from knowledge.charging import Site, Wish
from knowledge.geography import Point, distance_km
from knowledge.journeys.roads import GOAL, START, Graph, MainRoads, NoRoadError
from knowledge.journeys.search import minutes_to_goal
from knowledge.journeys.tables import RoadEdge, RoadNode

BESIDE_KM = 8.0  # our roads are straight between their nodes, real ones are not
# What drivers call a road, and its numbers; a number alone means itself.
ROADS = {
    "PLUS": ("E1", "E2"),
    "East Coast Expressway": ("E8",),
    "ELITE": ("E6",),
    "WCE": ("E32",),
    "Phetkasem": ("4",),
    "Phahonyothin": ("1",),
    "Mittraphap": ("2",),
    "Motorway 7": ("7",),
}


def chargers_along(session: Session, road: str, wish: Wish) -> list[Site]:
    """Return the chargers within 8 km of a road, from north to south; none where the road is unknown."""
    start, end = aliased(RoadNode), aliased(RoadNode)
    edges = session.execute(
        select(start.latitude, start.longitude, end.latitude, end.longitude)
        .join(RoadEdge, RoadEdge.start == start.key)
        .join(end, RoadEdge.end == end.key)
        .where(or_(*(RoadEdge.road == number for number in ROADS.get(road, (road,)))))
    )
    found: dict[int, Site] = {}
    for south, west, north, east in edges:
        for site in charging.along(
            session, [Point(south, west), Point(north, east)], wish, within_km=BESIDE_KM
        ):
            found[site.id] = site
    return sorted(found.values(), key=lambda site: -site.point.latitude)


def chargers_between(session: Session, origin: Point, destination: Point, wish: Wish) -> list[Site]:
    """Return the chargers within 8 km of the fastest way, in the order in which they are passed."""
    try:
        graph = MainRoads.load(session).graph(origin, destination, {})
    except NoRoadError:
        return []
    path = fastest_way(graph)
    passed = {
        site.id: (min(range(len(path)), key=lambda number: distance_km(path[number], site.point)), site)
        for site in charging.along(session, path, wish, within_km=BESIDE_KM)
    }
    return [site for _, site in sorted(passed.values(), key=lambda each: (each[0], each[1].id))]


def fastest_way(graph: Graph) -> list[Point]:
    """Return the points of the fastest drive from start to goal, whatever it takes of a battery."""
    minutes = minutes_to_goal(graph)
    if START not in minutes:
        return []
    node, path = START, [graph.points[START]]
    while node != GOAL:
        stretches = (each for each in graph.stretches[node] if each.to in minutes)
        node = min(stretches, key=lambda each: each.minutes + minutes[each.to]).to
        path.append(graph.points[node])
    return path
