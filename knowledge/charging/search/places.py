"""Sites near a point and along a road."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from knowledge.charging.records import Site, Wish
from knowledge.charging.search.shown import ANY, parties_of, point_of, sites
from knowledge.charging.search.wishes import fits
from knowledge.charging.tables import OCPI, Party
from knowledge.charging.tables import Location as Row
from knowledge.geography import (
    CELL_DEGREES,
    KM_PER_DEGREE,
    Point,
    cell,
    cells_around,
    distance_km,
    km_to_segment,
    reach_km,
)

RINGS = (1, 3, 8, 20)  # of squares of 5.5 km: from the neighbourhood to 100 km
SAME_KM = 0.08  # a site of the directory this near to one of its operator's own feed is the same
SPARE = 15  # more are read than wanted, for those that turn out to be the same


def nearest(
    session: Session,
    point: Point,
    wish: Wish = ANY,
    *,
    limit: int = 10,
    within_km: float = 60.0,
    now: datetime | None = None,
) -> list[Site]:
    """Return the sites nearest to a point that fit a wish, nearest first, as the crow flies."""
    moment = now or datetime.now(UTC)
    parties = parties_of(session)
    near: list[tuple[float, Row]] = []
    for rings in RINGS:
        reach = min(reach_km(point, rings), within_km)
        near = _distinct(_around(session, point, rings, wish, limit + SPARE, moment), point, reach, parties)
        if len(near) >= limit or reach >= within_km:
            break
    return sites(session, near[:limit], parties, wish, now=moment)


def along(
    session: Session,
    path: Sequence[Point],
    wish: Wish = ANY,
    *,
    within_km: float = 5.0,
    now: datetime | None = None,
) -> list[Site]:
    """Return the sites within a corridor along a path that fit a wish, in no order and without a distance."""
    if len(path) < 2:
        return []
    margin = within_km / KM_PER_DEGREE * 1.1
    found: dict[int, Row] = {}
    for start, end in pairwise(path):
        south, north = sorted((start.latitude, end.latitude))
        west, east = sorted((start.longitude, end.longitude))
        query = select(Row).where(
            Row.latitude.between(south - margin, north + margin),
            Row.longitude.between(west - margin, east + margin),
            _shown_in(_cell_rows(south - margin, north + margin, west - margin, east + margin)),
            *fits(wish, now or datetime.now(UTC)),
        )
        for row in session.scalars(query):
            if km_to_segment(point_of(row), start, end) <= within_km:
                found[row.id] = row
    parties = parties_of(session)
    rows = _distinct(found.values(), path[0], math.inf, parties)
    return sites(session, [(math.nan, row) for _, row in rows], parties, wish, now=now)


def _around(
    session: Session, point: Point, rings: int, wish: Wish, count: int, now: datetime
) -> Iterable[Row]:
    shrink = math.cos(math.radians(point.latitude)) ** 2
    north, east = Row.latitude - point.latitude, Row.longitude - point.longitude
    query = (
        select(Row)
        .where(_shown_in(cells_around(point, rings)), *fits(wish, now))
        .order_by(north * north + east * east * shrink)
        .limit(count)
    )
    return session.scalars(query)


def _distinct(
    rows: Iterable[Row], point: Point, reach: float, parties: Mapping[str, Party]
) -> list[tuple[float, Row]]:
    """Return rows within reach with their distance, without the directory's double of a live site."""
    placed = sorted(
        ((distance_km(point, point_of(row)), row) for row in rows), key=lambda each: (each[0], each[1].id)
    )
    placed = [each for each in placed if each[0] <= reach]
    live = {key for key, party in parties.items() if party.kind == OCPI}
    own = [row for _, row in placed if row.party in live]
    return [
        (km, row) for km, row in placed if row.party in live or not any(_same(row, other) for other in own)
    ]


def _same(row: Row, other: Row) -> bool:
    return row.network == other.network and distance_km(point_of(row), point_of(other)) <= SAME_KM


def _shown_in(rows: Iterable[tuple[int, int]]) -> ColumnElement[bool]:
    """Return the condition that a site is shown and stands in one of these rows of squares, first to last.

    Both stand in each part of it: SQLite then looks into the index for each row of squares, where it would
    otherwise walk through all sites that are shown.
    """
    return or_(*(and_(Row.shown, Row.cell.between(first, last)) for first, last in rows))


def _cell_rows(south: float, north: float, west: float, east: float) -> Iterator[tuple[int, int]]:
    latitude = south
    while latitude < north + CELL_DEGREES:
        yield cell(Point(latitude, west)), cell(Point(latitude, east))
        latitude += CELL_DEGREES
