"""Where something can be booked: outlets near a place that have it, cars that can be driven, days."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.bookings.fits import Wanted, fitting
from knowledge.bookings.slots import Verdict, check
from knowledge.geography import Point
from knowledge.outlets import store
from knowledge.outlets.hours import Calendar
from knowledge.outlets.records import Near
from knowledge.outlets.tables import DEMO_CAR, Outlet, Resource


def nearest_outlets(
    session: Session, wanted: Wanted, point: Point, market: str, *, limit: int = 3
) -> list[Near]:
    """Return the outlets of a market that have what is wanted, nearest first; `wanted` names no outlet."""
    near: dict[str, float] = {}
    for fit in fitting(session, replace(wanted, outlet_key=None, point=point), market=market):
        near.setdefault(fit.outlet_key, fit.km)
    found = [(store.outlet(session, key), km) for key, km in list(near.items())[:limit]]
    return [Near(outlet, km) for outlet, km in found if outlet is not None]


def reachable(session: Session, wanted: Wanted) -> bool:
    """Tell whether anything at all fits: a car at the outlet, a survey team that reaches the home."""
    return bool(fitting(session, wanted))


def demo_cars(session: Session, market: str) -> list[tuple[str, str | None]]:
    """Return the models and variants that can be driven at the outlets of a market."""
    rows = session.execute(
        select(Resource.model, Resource.variant)
        .join(Outlet, Outlet.key == Resource.outlet_key)
        .where(Resource.kind == DEMO_CAR, Resource.active, Outlet.active, Outlet.market == market)
        .distinct()
        .order_by(Resource.model, Resource.variant)
    )
    return [(model, variant) for model, variant in rows if model is not None]


def check_day(session: Session, wanted: Wanted, day: date, now: datetime) -> Verdict:
    """Return why nothing is free on a day, as far as the whole day tells; with the nearest times that are.

    Where something is free after all, the verdict is about the day's first opening.
    """
    fits = fitting(session, wanted)
    if not fits:
        return check(session, wanted, now, now)
    calendar = Calendar(session, [fits[0].outlet_key], day, day)
    stretches = calendar.stretches(fits[0].outlet_key, day)
    noon = datetime.combine(day, time(12), fits[0].zone).astimezone(UTC)
    start = stretches[0].starts_at if stretches else noon
    if stretches and start <= now < stretches[-1].ends_at:
        start = now + timedelta(minutes=1)  # today: what is left of it
    return check(session, wanted, start, now)
