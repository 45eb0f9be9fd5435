"""What customers hear of a site: its plugs, its prices and what its operator last reported."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging import tables
from knowledge.charging.prices import site_prices
from knowledge.charging.records import BROKEN, FREE, LIVE, TOLD, Availability, Current, PlugGroup, Site, Wish
from knowledge.charging.tables import Location as Row
from knowledge.geography import Point

ANY = Wish()


def parties_of(session: Session) -> dict[str, tables.Party]:
    """Return all who bring sites, of whom there are few, by their keys."""
    return {party.key: party for party in session.scalars(select(tables.Party))}


def sites(
    session: Session,
    placed: Sequence[tuple[float, Row]],
    parties: Mapping[str, tables.Party],
    wish: Wish = ANY,
    *,
    now: datetime | None = None,
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
            point=point_of(row),
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


def point_of(row: Row) -> Point:
    """Return where a site stands."""
    return Point(row.latitude, row.longitude)
