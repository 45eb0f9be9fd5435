"""Plans a journey: the way, the stops, what is left in the battery, what it costs; or why not."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sqlalchemy.orm import Session

from knowledge import charging
from knowledge.charging import Site, Wish
from knowledge.geography import Point, distance_km
from knowledge.journeys.osrm import OsrmError
from knowledge.journeys.roads import GOAL, START, Graph, MainRoads, NoRoadError, RoadNetwork
from knowledge.journeys.search import Found, Label, quickest, reachable_km
from knowledge.journeys.vehicle import Vehicle

logger = logging.getLogger(__name__)

RESERVE = 10.0  # percent, unless told otherwise
CORRIDOR_KM = 60.0  # around the straight line: a road may go round a range of mountains
LEAST_KW = 40.0
UNKNOWN_KW = 40.0  # counted with where a DC charger's power is not on record
ALTERNATIVE_KM = 25.0

Problem = Literal["no_road_origin", "no_road_destination", "no_way", "no_charger", "low"]


class ImpossibleError(Exception):
    """The journey cannot be planned; `problem` says why, `reach_km` how far the battery lasts."""

    def __init__(self, problem: Problem, reach_km: float | None = None) -> None:
        super().__init__(problem)
        self.problem: Problem = problem
        self.reach_km = reach_km


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop to charge; cost is a range where only the country's is on record, None where nothing is."""

    site: Site
    km: float  # from the start, by road
    arrive_percent: float
    leave_percent: float
    minutes: int
    kwh: float
    kw: float
    cost: tuple[Decimal, Decimal, str] | None
    alternative: Site | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A journey that can be driven."""

    km: float
    drive_minutes: int
    minutes: int
    start_percent: float
    arrive_percent: float
    reserve_percent: float
    stops: tuple[Stop, ...]
    path: tuple[Point, ...]
    profile: tuple[tuple[float, float], ...]  # km from the start, percent


def plan(
    session: Session,
    vehicle: Vehicle,
    origin: Point,
    destination: Point,
    start_percent: float,
    *,
    reserve_percent: float = RESERVE,
    roads: RoadNetwork | None = None,
) -> Plan:
    """Return the quickest journey with its stops; raises ImpossibleError."""
    sites = {f"site:{site.id}": site for site in _sites(session, origin, destination)}
    points = {key: site.point for key, site in sites.items()}
    try:
        graph = _graph(session, roads, origin, destination, points)
    except NoRoadError as error:
        raise ImpossibleError("no_road_origin" if error.end == START else "no_road_destination") from error
    if start_percent <= reserve_percent:
        raise ImpossibleError("low")
    chargers = {key: _kw(site) for key, site in sites.items() if key in graph.points}
    found = quickest(graph, vehicle, chargers, start_percent, reserve_percent)
    if found is None:
        full = quickest(graph, vehicle, dict.fromkeys(graph.points, 1000.0), start_percent, reserve_percent)
        reach = reachable_km(graph, vehicle, start_percent, reserve_percent)
        raise ImpossibleError("no_way" if full is None else "no_charger", reach)
    return _plan(session, vehicle, graph, found, sites, chargers, reserve_percent)


def _graph(
    session: Session,
    roads: RoadNetwork | None,
    origin: Point,
    destination: Point,
    points: dict[str, Point],
) -> Graph:
    if roads is not None:
        try:
            return roads.graph(origin, destination, points)
        except OsrmError as error:
            logger.warning("%s: planning with our own main roads", error)
    return MainRoads.load(session).graph(origin, destination, points)


def _sites(session: Session, origin: Point, destination: Point) -> list[Site]:
    """Return the DC chargers in a wide corridor between both ends."""
    found = charging.along(session, [origin, destination], Wish(current="dc"), within_km=CORRIDOR_KM)
    return [site for site in found if site.dc_kw is not None and (site.dc_kw == 0 or site.dc_kw >= LEAST_KW)]


def _kw(site: Site) -> float:
    return site.dc_kw or UNKNOWN_KW


def _plan(
    session: Session,
    vehicle: Vehicle,
    graph: Graph,
    found: Found,
    sites: dict[str, Site],
    chargers: dict[str, float],
    reserve_percent: float,
) -> Plan:
    stops: list[Stop] = []
    profile: list[tuple[float, float]] = []
    path: list[Point] = []
    km = driven = 0.0
    arrived: Label | None = None
    labels = found.labels
    for index, label in enumerate(labels):
        before = labels[index - 1] if index else None
        if before is not None and not label.charged:
            stretch = _stretch(graph, before, label)
            km += stretch[0]
            driven += stretch[1]
        if not label.charged:
            path.append(graph.points[label.node])
        if label.charged and (before is not None and not before.charged):
            arrived = before
        following = labels[index + 1] if index + 1 < len(labels) else None
        if label.charged and arrived is not None and (following is None or not following.charged):
            stops.append(
                _stop(session, vehicle, sites[label.node], chargers[label.node], km, arrived, label, sites)
            )
            arrived = None
        profile.append((round(km, 1), round(label.percent, 1)))
    return Plan(
        km=km,
        drive_minutes=round(driven),
        minutes=round(found.minutes),
        start_percent=labels[0].percent,
        arrive_percent=labels[-1].percent,
        reserve_percent=reserve_percent,
        stops=tuple(stops),
        path=tuple(path),
        profile=tuple(profile),
    )


def _stretch(graph: Graph, before: Label, label: Label) -> tuple[float, float]:
    minutes = label.minutes - before.minutes
    stretch = min(
        (each for each in graph.stretches[before.node] if each.to == label.node),
        key=lambda each: abs(each.minutes - minutes),
    )
    return stretch.km, stretch.minutes


def _stop(
    session: Session,
    vehicle: Vehicle,
    site: Site,
    kw: float,
    km: float,
    arrived: Label,
    left: Label,
    sites: dict[str, Site],
) -> Stop:
    kwh = (left.percent - arrived.percent) / 100 * vehicle.usable_kwh
    others = [
        (distance_km(site.point, other.point), other.id, other)
        for other in sites.values()
        if other.id != site.id and distance_km(site.point, other.point) <= ALTERNATIVE_KM
    ]
    return Stop(
        site=site,
        km=km,
        arrive_percent=arrived.percent,
        leave_percent=left.percent,
        minutes=round(left.minutes - arrived.minutes),
        kwh=kwh,
        kw=kw,
        cost=_cost(session, site, kwh),
        alternative=min(others)[2] if others else None,
    )


def _cost(session: Session, site: Site, kwh: float) -> tuple[Decimal, Decimal, str] | None:
    """Return what a charge costs: by the site's own price, else its network's, else the country's range."""
    energy = Decimal(str(round(kwh, 2)))
    for own in site.prices:
        if own.unit == "kwh":
            return energy * own.amount, energy * own.amount, own.currency
    prices = charging.public_prices(session, site.country)
    of_network = [
        price for price in prices if price.network == site.network and price.current in (None, "dc")
    ]
    wide: Sequence[charging.PriceOnRecord] = (
        of_network
        if site.network and of_network
        else [price for price in prices if price.network is None] or prices
    )
    if not wide:
        return None
    low, high = min(price.low for price in wide), max(price.high for price in wide)
    return energy * low, energy * high, wide[0].currency


__all__ = ["GOAL", "RESERVE", "START", "ImpossibleError", "Plan", "Stop", "plan"]
