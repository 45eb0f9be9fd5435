"""Which resources fit a wish: of an outlet, or of all whose survey teams reach a home."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from knowledge.bookings.tables import HOME_CHARGER, SERVICE, TEST_DRIVE
from knowledge.geography import Point, distance_km
from knowledge.outlets.tables import DEMO_CAR, SERVICE_BAY, SURVEY_TEAM, Outlet, Resource

RESOURCE_FOR: Mapping[str, str] = MappingProxyType(
    {TEST_DRIVE: DEMO_CAR, SERVICE: SERVICE_BAY, HOME_CHARGER: SURVEY_TEAM}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be booked: at an outlet, or at a home that a survey team of some outlet reaches."""

    kind: str
    outlet_key: str | None = None
    point: Point | None = None
    model: str | None = None
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A resource that fits a wish, as staff have set it."""

    key: str
    outlet_key: str
    zone: ZoneInfo
    slot_minutes: int
    lead: timedelta
    horizon: timedelta
    confirms: bool
    km: float  # from the point of the wish to its outlet


def fitting(session: Session, wanted: Wanted, *, market: str | None = None) -> list[Fit]:
    """Return the resources that fit a wish, those of the outlet nearest to its point first."""
    if wanted.outlet_key is None and wanted.point is None:
        raise ValueError("a wish needs an outlet or a point")
    query = (
        select(
            Resource.key,
            Resource.outlet_key,
            Resource.slot_minutes,
            Resource.lead_minutes,
            Resource.horizon_days,
            Resource.confirms,
            Resource.radius_km,
            Outlet.latitude,
            Outlet.longitude,
            Outlet.time_zone,
        )
        .join(Outlet, Outlet.key == Resource.outlet_key)
        .where(Resource.kind == RESOURCE_FOR[wanted.kind], Resource.active, Outlet.active)
        .order_by(Resource.outlet_key, Resource.key)
    )
    if market is not None:
        query = query.where(Outlet.market == market)
    if wanted.outlet_key is not None:
        query = query.where(Resource.outlet_key == wanted.outlet_key)
    if wanted.kind == TEST_DRIVE and wanted.model is not None:
        query = query.where(Resource.model == wanted.model)
    if wanted.kind == TEST_DRIVE and wanted.variant is not None:
        query = query.where(Resource.variant == wanted.variant)
    found = []
    for row in session.execute(query):
        km = 0.0 if wanted.point is None else distance_km(wanted.point, Point(row.latitude, row.longitude))
        if wanted.kind == HOME_CHARGER and km > (row.radius_km or 0):
            continue
        found.append(
            Fit(
                key=row.key,
                outlet_key=row.outlet_key,
                zone=ZoneInfo(row.time_zone),
                slot_minutes=row.slot_minutes,
                lead=timedelta(minutes=row.lead_minutes),
                horizon=timedelta(days=row.horizon_days),
                confirms=row.confirms,
                km=km,
            )
        )
    return sorted(found, key=lambda each: each.km)


def elsewhere(session: Session, wanted: Wanted) -> list[Fit]:
    """Return what fits a wish at the other outlets of the market, those of the nearest first."""
    outlet = None if wanted.outlet_key is None else session.get(Outlet, wanted.outlet_key)
    if outlet is None:
        return []
    point = wanted.point or Point(outlet.latitude, outlet.longitude)
    return fitting(session, replace(wanted, outlet_key=None, point=point), market=outlet.market)


def offers(session: Session, kind: str, outlet_key: str) -> bool:
    """Tell whether an outlet has anything for a kind of booking, whatever the model."""
    query = select(
        exists().where(
            Outlet.key == outlet_key,
            Outlet.active,
            Resource.outlet_key == Outlet.key,
            Resource.kind == RESOURCE_FOR[kind],
            Resource.active,
        )
    )
    return bool(session.scalar(query))
