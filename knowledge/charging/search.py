"""Finding charging sites: near a point, along a road, by name, with what a customer wishes."""

import math
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz, process, utils
from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from knowledge.charging import tables
from knowledge.charging.prices import site_prices
from knowledge.charging.records import BROKEN, FREE, LIVE, TOLD, Availability, Current, PlugGroup, Site, Wish
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
NAME_SCORE = 78  # of 100, for a name with slips of the keyboard
MOST_NAMED = 5
TELLING = 8  # letters of a name of one word

ANY = Wish()

Row = tables.Location


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
    near: list[tuple[float, Row]] = []
    for rings in RINGS:
        reach = min(reach_km(point, rings), within_km)
        near = _distinct(_around(session, point, rings, wish, limit + SPARE, moment), point, reach, session)
        if len(near) >= limit or reach >= within_km:
            break
    return sites(session, near[:limit], wish, now=moment)


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
            Row.shown,
            Row.latitude.between(south - margin, north + margin),
            Row.longitude.between(west - margin, east + margin),
            or_(*_cell_rows(south - margin, north + margin, west - margin, east + margin)),
            *_fits(wish, now or datetime.now(UTC)),
        )
        for row in session.scalars(query):
            if km_to_segment(_point(row), start, end) <= within_km:
                found[row.id] = row
    rows = _distinct(found.values(), path[0], math.inf, session)
    return sites(session, [(math.nan, row) for _, row in rows], wish, now=now)


def by_name(session: Session, name: str, *, near: Point | None = None, limit: int = MOST_NAMED) -> list[Site]:
    """Return the sites whose name, operator or address is most like what was written, best first."""
    rows = session.execute(
        select(Row.id, Row.name, Row.address, Row.city, Row.latitude, Row.longitude).where(Row.shown)
    ).all()
    texts = {row.id: f"{row.name} {row.city or ''}" for row in rows}
    best = process.extract(
        name,
        texts,
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        score_cutoff=NAME_SCORE,
        limit=50,
    )
    if not best:
        return []
    top = best[0][1]
    places = {row.id: Point(row.latitude, row.longitude) for row in rows}
    chosen = [key for _, score, key in best if score >= top - 3]
    if near is not None:
        chosen.sort(key=lambda key: distance_km(near, places[key]))
    return by_ids(session, chosen[:limit], near=near)


def named_in(session: Session, text: str, *, limit: int = MOST_NAMED) -> list[Site]:
    """Return the sites whose whole name stands in a text, those of the longest name.

    A name of one short word ("Plaza") says too little by itself.
    """
    said = set(utils.default_process(text).split())
    found: list[tuple[int, int]] = []
    for key, name in session.execute(select(Row.id, Row.name).where(Row.shown)):
        words = utils.default_process(name).split()
        if said.issuperset(words) and (len(words) > 1 or len(words[0]) >= TELLING):
            found.append((len(words), key))
    longest = max((length for length, _ in found), default=0)
    return by_ids(session, sorted(key for length, key in found if length == longest)[:limit])


def by_ids(
    session: Session, ids: Sequence[int], *, near: Point | None = None, wish: Wish = ANY
) -> list[Site]:
    """Return these sites in this order, without those that are shown no longer."""
    rows = {row.id: row for row in session.scalars(select(Row).where(Row.id.in_(ids), Row.shown))}
    placed = [
        (math.nan if near is None else distance_km(near, _point(rows[i])), rows[i]) for i in ids if i in rows
    ]
    return sites(session, placed, wish)


def sites(
    session: Session, placed: Sequence[tuple[float, Row]], wish: Wish = ANY, *, now: datetime | None = None
) -> list[Site]:
    """Return what customers hear of these rows; availability counts the EVSEs that fit the wish."""
    if not placed:
        return []
    moment = now or datetime.now(UTC)
    ids = [row.id for _, row in placed]
    plugs = session.execute(
        select(
            tables.Evse.location,
            tables.Evse.id,
            tables.Evse.status,
            tables.Evse.status_at,
            tables.Connector.kind,
            tables.Connector.current,
            tables.Connector.kw,
            tables.Connector.tariff_ids,
        )
        .join(tables.Connector, tables.Connector.evse == tables.Evse.id)
        .where(tables.Evse.location.in_(ids), tables.Evse.status.not_in(("REMOVED", "PLANNED")))
        .order_by(tables.Evse.location, tables.Evse.id)
    ).all()
    parties = {
        party.key: party
        for party in session.scalars(
            select(tables.Party).where(tables.Party.key.in_({row.party for _, row in placed}))
        )
    }
    by_site: dict[int, list[Any]] = {each: [] for each in ids}
    for plug in plugs:
        by_site[plug.location].append(plug)
    prices = site_prices(session, [row for _, row in placed], by_site)
    return [
        Site(
            id=row.id,
            name=row.name,
            address=row.address,
            city=row.city,
            country=row.country,
            point=_point(row),
            operator=row.operator,
            network=row.network,
            access=row.access,
            round_the_clock=row.round_the_clock,
            hours=tuple(row.hours or ()),
            plugs=_groups(by_site[row.id]),
            evses=row.evses,
            availability=_availability(by_site[row.id], wish, moment),
            price_text=row.price_text,
            prices=prices.get(row.id, ()),
            source=parties[row.party].attribution or row.source,
            checked_on=row.checked_on,
            is_live=parties[row.party].kind == tables.OCPI,
            km=None if math.isnan(km) else km,
        )
        for km, row in placed
    ]


def _around(
    session: Session, point: Point, rings: int, wish: Wish, count: int, now: datetime
) -> Iterable[Row]:
    shrink = math.cos(math.radians(point.latitude)) ** 2
    north, east = Row.latitude - point.latitude, Row.longitude - point.longitude
    query = (
        select(Row)
        .where(
            Row.shown,
            or_(*(Row.cell.between(first, last) for first, last in cells_around(point, rings))),
            *_fits(wish, now),
        )
        .order_by(north * north + east * east * shrink)
        .limit(count)
    )
    return session.scalars(query)


def _fits(wish: Wish, now: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    power: Any = None
    if wish.connector is not None:
        power = getattr(Row, f"{wish.connector}_kw")
    elif wish.current is not None:
        power = getattr(Row, f"{wish.current}_kw")
    if power is not None:
        conditions.append(power.is_not(None))
    if wish.min_kw is not None:
        either = [power] if power is not None else [Row.dc_kw, Row.ac_kw]
        conditions.append(or_(*(each >= wish.min_kw for each in either)))
    if wish.network is not None:
        conditions.append(Row.network == wish.network)
    if wish.free:
        conditions.append(_has_free(wish, now - LIVE))
    return conditions


def _has_free(wish: Wish, since: datetime) -> ColumnElement[bool]:
    evse, connector = tables.Evse, tables.Connector
    plug = [connector.evse == evse.id]
    if wish.connector is not None:
        plug.append(connector.kind == wish.connector)
    if wish.current is not None:
        plug.append(connector.current == wish.current)
    if wish.min_kw is not None:
        plug.append(connector.kw >= wish.min_kw)
    return (
        select(evse.id)
        .where(
            evse.location == Row.id,
            evse.status == FREE,
            evse.status_at >= since,
            select(connector.id).where(and_(*plug)).exists(),
        )
        .exists()
    )


def _distinct(rows: Iterable[Row], point: Point, reach: float, session: Session) -> list[tuple[float, Row]]:
    """Return rows within reach with their distance, without the directory's double of a live site."""
    placed = sorted(
        ((distance_km(point, _point(row)), row) for row in rows), key=lambda each: (each[0], each[1].id)
    )
    placed = [each for each in placed if each[0] <= reach]
    live = _live_parties(session, {row.party for _, row in placed})
    own = [row for _, row in placed if row.party in live]
    return [
        (km, row) for km, row in placed if row.party in live or not any(_same(row, other) for other in own)
    ]


def _live_parties(session: Session, keys: Collection[str]) -> set[str]:
    query = select(tables.Party.key).where(tables.Party.key.in_(keys), tables.Party.kind == tables.OCPI)
    return set(session.scalars(query))


def _same(row: Row, other: Row) -> bool:
    return row.network == other.network and distance_km(_point(row), _point(other)) <= SAME_KM


def _groups(plugs: Sequence[Any]) -> tuple[PlugGroup, ...]:
    counted: dict[tuple[str, Current, float | None], set[int]] = {}
    for plug in plugs:
        counted.setdefault((plug.kind, plug.current, plug.kw), set()).add(plug.id)
    order = sorted(counted.items(), key=lambda each: (each[0][1] != "dc", -(each[0][2] or 0), each[0][0]))
    return tuple(PlugGroup(kind, current, kw, len(evses)) for (kind, current, kw), evses in order)


def _availability(plugs: Sequence[Any], wish: Wish, now: datetime) -> Availability | None:
    """Return the count of free EVSEs; None where one of them was not reported on within a day."""
    evses = {}
    for plug in plugs:
        if (
            (wish.connector is None or plug.kind == wish.connector)
            and (wish.current is None or plug.current == wish.current)
            and (wish.min_kw is None or (plug.kw or 0) >= wish.min_kw)
        ):
            evses[plug.id] = plug
    told = [each for each in evses.values() if each.status_at is not None and each.status != "UNKNOWN"]
    recent = [each for each in told if now - each.status_at <= TOLD]
    if not recent:
        return None
    # "Free now" may rest on young reports only: where some are young, the older ones count as not free.
    live = [each for each in recent if now - each.status_at <= LIVE]
    counted = live or recent
    oldest = min(each.status_at for each in counted)
    return Availability(
        free=sum(each.status == FREE for each in counted),
        broken=sum(each.status in BROKEN for each in recent),
        total=len(evses),
        at=oldest,
        age=max(now - oldest, timedelta()),
    )


def _cell_rows(south: float, north: float, west: float, east: float) -> list[ColumnElement[bool]]:
    rows: list[ColumnElement[bool]] = []
    latitude = south
    while latitude < north + CELL_DEGREES:
        rows.append(Row.cell.between(cell(Point(latitude, west)), cell(Point(latitude, east))))
        latitude += CELL_DEGREES
    return rows


def _point(row: Row) -> Point:
    return Point(row.latitude, row.longitude)
