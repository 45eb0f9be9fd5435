"""Outlets and their resources: read by key or market, closed and opened by staff."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.geography import Point
from knowledge.outlets import tables
from knowledge.outlets.records import Outlet, Resource
from knowledge.outlets.weekly import Week

LONGEST_DAYS = 366
LONGEST_REASON = 200
DAY = timedelta(days=1)


class OutletError(Exception):
    """A change of an outlet that cannot be made; the message says why and what to do."""


def outlet(session: Session, key: str) -> Outlet | None:
    """Return an outlet, also one that is no longer active, or None."""
    row = session.get(tables.Outlet, key)
    return None if row is None else as_record(row)


def in_market(session: Session, market: str) -> list[Outlet]:
    """Return the active outlets of a market, by their English names."""
    rows = session.scalars(select(tables.Outlet).where(tables.Outlet.market == market, tables.Outlet.active))
    return sorted(map(as_record, rows), key=lambda each: each.names["en"])


def resources(session: Session, outlet_key: str, kind: str | None = None) -> list[Resource]:
    """Return the active resources of an outlet, by key; nothing where the outlet itself is not active."""
    row = tables.Resource
    query = (
        select(row)
        .join(tables.Outlet, tables.Outlet.key == row.outlet_key)
        .where(row.outlet_key == outlet_key, row.active, tables.Outlet.active)
        .order_by(row.key)
    )
    if kind is not None:
        query = query.where(row.kind == kind)
    return [_resource(each) for each in session.scalars(query)]


def weekly_hours(session: Session, key: str) -> Week:
    """Return the opening hours of each weekday, without holidays and closures."""
    row = tables.OpeningHours
    week: dict[int, tuple[tuple[int, int], ...]] = {}
    for each in session.scalars(select(row).where(row.outlet_key == key).order_by(row.weekday, row.opens)):
        week[each.weekday] = (*week.get(each.weekday, ()), (each.opens, each.closes))
    return week


def close_days(session: Session, key: str, first: date, last: date, reason: str | None = None) -> None:
    """Close an outlet from the first to the last day, both included; bookings stay as they are."""
    _set_days(session, key, first, last, is_open=False, reason=reason)


def open_days(session: Session, key: str, first: date, last: date, reason: str | None = None) -> None:
    """Open an outlet at its weekly hours on these days: on public holidays too, and in spite of a closure."""
    week = weekly_hours(session, key)
    if _outlet(session, key) and not any(
        (first + ahead * DAY).weekday() in week for ahead in range(min((last - first).days, 6) + 1)
    ):
        raise OutletError(f"{key} has no opening hours on that weekday: give it hours with an import")
    _set_days(session, key, first, last, is_open=True, reason=reason)


def close_resource(
    session: Session, key: str, starts_at: datetime, ends_at: datetime, reason: str | None = None
) -> None:
    """Take a resource out of use for a time; bookings stay as they are."""
    row = _free(session, key, starts_at, ends_at)
    session.add(
        tables.ResourceClosure(
            resource_key=row.key, starts_at=starts_at, ends_at=ends_at, reason=_reason(reason)
        )
    )
    session.flush()


def open_resource(session: Session, key: str, starts_at: datetime, ends_at: datetime) -> None:
    """Take a resource into use again for a time in which it was closed."""
    _free(session, key, starts_at, ends_at)
    session.flush()


def as_record(row: tables.Outlet) -> Outlet:
    """Return a row as a value."""
    return Outlet(
        key=row.key,
        names=dict(row.names),
        market=row.market,
        state=row.state,
        kind=row.kind,
        address=row.address,
        point=Point(row.latitude, row.longitude),
        phone=row.phone,
        time_zone=row.time_zone,
        languages=tuple(row.languages),
        services=tuple(row.services),
        sample=row.sample,
        active=row.active,
        source=row.source,
        as_of=row.as_of,
    )


def _resource(row: tables.Resource) -> Resource:
    return Resource(
        key=row.key,
        outlet_key=row.outlet_key,
        kind=row.kind,
        name=row.name,
        model=row.model,
        variant=row.variant,
        radius_km=row.radius_km,
        slot_minutes=row.slot_minutes,
        lead_minutes=row.lead_minutes,
        horizon_days=row.horizon_days,
        confirms=row.confirms,
        active=row.active,
    )


def _outlet(session: Session, key: str) -> tables.Outlet:
    # Locked, so that two changes of the same days come one after the other.
    row = session.get(tables.Outlet, key, with_for_update=True)
    if row is None or not row.active:
        raise OutletError(f"there is no outlet {key!r}: `python -m knowledge outlets list` shows them")
    return row


def _set_days(
    session: Session, key: str, first: date, last: date, *, is_open: bool, reason: str | None
) -> None:
    """Make these days closed or open; what was said of them before no longer holds."""
    _outlet(session, key)
    if first > last:
        raise OutletError(f"{first} is after {last}: write the first day before the last")
    if (last - first).days >= LONGEST_DAYS:
        raise OutletError(f"{first} to {last} is more than a year: take the outlet out of the import")
    row = tables.OutletDay
    overlapping = session.scalars(
        select(row).where(row.outlet_key == key, row.last_day >= first, row.first_day <= last)
    ).all()
    for old in overlapping:
        for start, end in ((old.first_day, first - DAY), (last + DAY, old.last_day)):
            if start <= end:
                session.add(
                    row(outlet_key=key, first_day=start, last_day=end, open=old.open, reason=old.reason)
                )
        session.delete(old)
    session.add(row(outlet_key=key, first_day=first, last_day=last, open=is_open, reason=_reason(reason)))
    session.flush()


def _free(session: Session, key: str, starts_at: datetime, ends_at: datetime) -> tables.Resource:
    """Cut a time out of the closures of a resource, and return the resource."""
    if starts_at.tzinfo is None or ends_at.tzinfo is None:
        raise ValueError("a closure needs a time zone")
    found = session.get(tables.Resource, key, with_for_update=True)
    if found is None or not found.active:
        raise OutletError(f"there is no resource {key!r}: `python -m knowledge outlets show` lists them")
    if starts_at >= ends_at:
        raise OutletError("it begins after it has ended: write the earlier moment first")
    if ends_at - starts_at > LONGEST_DAYS * DAY:
        raise OutletError("it lasts more than a year: take the resource out of the import")
    row = tables.ResourceClosure
    overlapping = session.scalars(
        select(row).where(row.resource_key == key, row.ends_at > starts_at, row.starts_at < ends_at)
    ).all()
    for old in overlapping:
        for start, end in ((old.starts_at, starts_at), (ends_at, old.ends_at)):
            if start < end:
                session.add(
                    row(
                        resource_key=key,
                        starts_at=start.astimezone(UTC),
                        ends_at=end.astimezone(UTC),
                        reason=old.reason,
                    )
                )
        session.delete(old)
    session.flush()
    return found


def _reason(text: str | None) -> str | None:
    said = (text or "").strip()
    if len(said) > LONGEST_REASON:
        raise OutletError(f"the reason is longer than {LONGEST_REASON} characters: shorten it")
    return said or None
