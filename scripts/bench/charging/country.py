"""A made-up national feed: so many EVSEs around the real towns, the same at each run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from knowledge.charging import store
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.charging.tables import OCPI, Connector, Evse, Location, Party
from knowledge.geography import PlaceRow, Point, cell

COUNTRY_CODE, PARTY_ID = "XX", "BEN"
PARTY = f"{COUNTRY_CODE}*{PARTY_ID}"
EVSES_A_SITE = 4
PLUGS = (
    ("IEC_62196_T2_COMBO", "DC", (40.0, 60.0, 120.0, 180.0)),
    ("IEC_62196_T2", "AC_3_PHASE", (11.0, 22.0)),
    ("CHADEMO", "DC", (50.0,)),
)
NETWORKS = ("Gentari", "ChargeSini", "JomCharge", "chargEV", "Shell Recharge")
STATUSES = ("AVAILABLE", "AVAILABLE", "CHARGING", "OUTOFORDER", "UNKNOWN")
SPREAD = 0.15  # degrees around a town, one standard deviation
AT_ONCE = 2_000


def towns(session: Session) -> list[Point]:
    """Return where the towns of Malaysia stand, the biggest three times: they have more chargers."""
    rows = session.scalars(
        select(PlaceRow).where(PlaceRow.country == "MY", PlaceRow.kind == "town").order_by(PlaceRow.key)
    )
    points = [(row.key, Point(row.latitude, row.longitude)) for row in rows]
    big = [
        point
        for key, point in points
        if key in ("kuala_lumpur", "petaling_jaya", "george_town", "johor_bahru")
    ]
    return [point for _, point in points] + big * 5


def sites(around: Sequence[Point], evses: int, seed: int = 7) -> Iterator[LocationRecord]:
    """Yield the sites of the feed, around these towns."""
    dice = random.Random(seed)  # noqa: S311 - a benchmark's data, no secret
    now = datetime.now(UTC)
    for number in range(evses // EVSES_A_SITE):
        town = dice.choice(around)
        point = Point(town.latitude + dice.gauss(0, SPREAD), town.longitude + dice.gauss(0, SPREAD))
        standard, power_type, powers = dice.choice(PLUGS)
        kw = dice.choice(powers)
        yield LocationRecord(
            location_id=f"L{number}",
            name=f"Site {number}",
            country="MY",
            point=point,
            network=dice.choice(NETWORKS),
            evses=tuple(
                EvseRecord(
                    uid=f"{number}-{index}",
                    connectors=(ConnectorRecord("1", standard, power_type, "CABLE", kw),),
                    status=dice.choice(STATUSES),
                    status_at=now - timedelta(seconds=dice.randrange(600)),
                )
                for index in range(EVSES_A_SITE)
            ),
        )


def fill(session: Session, evses: int) -> int:
    """Write the feed, many rows at once; return how many sites it has."""
    session.merge(Party(key=PARTY, kind=OCPI, name="Benchmark", enabled=True, token_base64=True))
    session.flush()
    count = 0
    for batch in batched(sites(towns(session), evses), AT_ONCE):
        rows = [_columns(record) for record in batch]
        ids = session.execute(
            insert(Location).returning(Location.id, sort_by_parameter_order=True), rows
        ).scalars()
        plugs: list[tuple[dict[str, Any], ConnectorRecord]] = []
        for key, record in zip(ids.all(), batch, strict=True):
            plugs += [
                (
                    {"location": key, "uid": evse.uid, "status": evse.status, "status_at": evse.status_at},
                    evse.connectors[0],
                )
                for evse in record.evses
            ]
        keys = session.execute(
            insert(Evse).returning(Evse.id, sort_by_parameter_order=True), [row for row, _ in plugs]
        ).scalars()
        session.execute(
            insert(Connector),
            [
                {"evse": key, **store.connector_columns(plug)}
                for key, (_, plug) in zip(keys.all(), plugs, strict=True)
            ],
        )
        count += len(batch)
    return count


def _columns(record: LocationRecord) -> dict[str, Any]:
    return {
        "party": PARTY,
        "location_id": record.location_id,
        "name": record.name,
        "country": record.country,
        "latitude": record.point.latitude,
        "longitude": record.point.longitude,
        "cell": cell(record.point),
        "network": record.network,
        "access": record.access,
        "publish": record.publish,
        "source": "benchmark",
        **store.summary(record),
    }
