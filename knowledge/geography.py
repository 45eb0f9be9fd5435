"""Where things are: distances, squares of the map, and the places that customers name."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import JSON, Float, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.database import Base
from knowledge.provenance import Sourced, status_check

EARTH_KM = 6371.0088  # mean radius (IUGG)
CELL_DEGREES = 0.05
COLUMNS = 10_000  # more than there are cells around the globe
KM_PER_DEGREE = EARTH_KM * math.pi / 180


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees."""

    latitude: float
    longitude: float


class PlaceRow(Sourced, Base):
    """A town, quarter, road or site that customers name."""

    __tablename__ = "places"
    __table_args__ = (status_check(),)

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    country: Mapped[str] = mapped_column(String(2))
    kind: Mapped[str] = mapped_column(String(12))
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    note: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its names by language ("en" is always there)."""

    key: str
    names: dict[str, str]
    country: str
    kind: str
    point: Point


def place(session: Session, key: str) -> Place | None:
    """Return the place of a key of the gazetteer, or None."""
    row = session.get(PlaceRow, key)
    return None if row is None else _place(row)


def nearest_place(
    session: Session, point: Point, kinds: tuple[str, ...] = ("town", "quarter")
) -> Place | None:
    """Return the town or quarter nearest to a point."""
    rows = session.scalars(select(PlaceRow).where(PlaceRow.kind.in_(kinds)))
    return min(map(_place, rows), key=lambda each: distance_km(point, each.point), default=None)


def _place(row: PlaceRow) -> Place:
    return Place(row.key, dict(row.names), row.country, row.kind, Point(row.latitude, row.longitude))


def distance_km(left: Point, right: Point) -> float:
    """Return the distance along a great circle in km (haversine)."""
    phi, psi = math.radians(left.latitude), math.radians(right.latitude)
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(right.longitude - left.longitude) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def cell(point: Point) -> int:
    """Return the number of the square of 0.05° that holds a point; squares of a row follow one another."""
    row, column = _row_column(point)
    return row * COLUMNS + column


def cells_around(point: Point, rings: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last cell of each row of the squares up to so many rings around a point's."""
    row, column = _row_column(point)
    for each in range(row - rings, row + rings + 1):
        yield each * COLUMNS + column - rings, each * COLUMNS + column + rings


def reach_km(point: Point, rings: int) -> float:
    """Return within which distance nothing is missed by looking at so many rings of squares."""
    # The point may stand at the very edge of its own square, and squares are narrower away from the equator.
    return (
        rings
        * CELL_DEGREES
        * KM_PER_DEGREE
        * math.cos(math.radians(abs(point.latitude) + rings * CELL_DEGREES))
    )


def km_to_segment(point: Point, start: Point, end: Point) -> float:
    """Return the distance in km from a point to a straight piece of road, on a plane tangent to the earth."""
    return _projected(point, start, end)[0]


def share_of_segment(point: Point, start: Point, end: Point) -> float:
    """Return how far along a straight piece of road (0 to 1) the spot nearest to a point is."""
    return _projected(point, start, end)[1]


def _projected(point: Point, start: Point, end: Point) -> tuple[float, float]:
    shrink = math.cos(math.radians(start.latitude))
    ex, ey = (end.longitude - start.longitude) * shrink, end.latitude - start.latitude
    px, py = (point.longitude - start.longitude) * shrink, point.latitude - start.latitude
    length = ex * ex + ey * ey
    share = 0.0 if length == 0 else min(1.0, max(0.0, (px * ex + py * ey) / length))
    return math.hypot(px - share * ex, py - share * ey) * KM_PER_DEGREE, share


def _row_column(point: Point) -> tuple[int, int]:
    return math.floor((point.latitude + 90) / CELL_DEGREES), math.floor(
        (point.longitude + 180) / CELL_DEGREES
    )
