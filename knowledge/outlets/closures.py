"""What of an outlet is closed in a stretch of time, as staff see it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.outlets.tables import OutletDay, Resource, ResourceClosure


@dataclass(frozen=True, slots=True)
class Closure:
    """A time in which a resource cannot be booked."""

    resource_key: str
    starts_at: datetime
    ends_at: datetime
    reason: str | None


def of_resources(
    session: Session, outlet_key: str, starts_at: datetime, ends_at: datetime
) -> dict[str, list[Closure]]:
    """Return the closures of an outlet's resources that touch a time, by resource, in order."""
    rows = session.scalars(
        select(ResourceClosure)
        .join(Resource, Resource.key == ResourceClosure.resource_key)
        .where(
            Resource.outlet_key == outlet_key,
            ResourceClosure.starts_at < ends_at,
            ResourceClosure.ends_at > starts_at,
        )
        .order_by(ResourceClosure.starts_at)
    )
    found: dict[str, list[Closure]] = {}
    for row in rows:
        closure = Closure(row.resource_key, row.starts_at, row.ends_at, row.reason)
        found.setdefault(row.resource_key, []).append(closure)
    return found


def reason(session: Session, outlet_key: str, day: date) -> str | None:
    """Return why staff have closed an outlet on a day, where they have and said so."""
    return session.scalar(
        select(OutletDay.reason)
        .where(
            OutletDay.outlet_key == outlet_key,
            OutletDay.open.is_(False),
            OutletDay.first_day <= day,
            OutletDay.last_day >= day,
        )
        .limit(1)
    )
