"""Freed times: held for the first who waits for one, before anybody else can take them."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from knowledge.bookings import notices, units
from knowledge.bookings.drafts import of_waiting
from knowledge.bookings.fits import Fit, fitting
from knowledge.bookings.tables import Waiting
from knowledge.bookings.timetable import Free, Terms, Timetable
from knowledge.outlets.tables import Outlet

OFFER = timedelta(minutes=30)  # how long a freed time is held
SHORTEST_OFFER = timedelta(minutes=10)  # less than this is no time to answer


def lock_line(session: Session, outlet_key: str) -> None:
    """Let nobody else change an outlet's waiting list before the end of this transaction.

    Who locks a booking as well does so first; who locks several lists does so in the order of their keys.
    """
    session.execute(
        select(Outlet.key).where(Outlet.key == outlet_key).with_for_update(key_share=True)
    ).one_or_none()


def offer_next(session: Session, freed: Free, kind: str, now: datetime) -> int | None:
    """Hold a time that this transaction has given up for the first in line; return who, or None.

    Only that time is offered, so that taking it waits for nobody. Whoever declined this very start is not
    asked again.
    """
    lock_line(session, freed.outlet_key)
    line = session.scalars(
        select(Waiting)
        .where(
            Waiting.outlet_key == freed.outlet_key,
            Waiting.kind == kind,
            Waiting.state == "waiting",
            or_(Waiting.offer_starts_at.is_(None), Waiting.offer_starts_at != freed.starts_at),
        )
        .order_by(Waiting.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    for waiting in line:
        fits = fitting(session, of_waiting(waiting).wanted)
        fit = next((each for each in fits if each.key == freed.resource_key), None)
        if fit is not None and _offer(session, waiting, fit, freed, now):
            return waiting.id
    return None


def _offer(session: Session, waiting: Waiting, fit: Fit, freed: Free, now: datetime) -> bool:
    day = freed.starts_at.astimezone(fit.zone).date()
    if not waiting.first_day <= day <= waiting.last_day:
        return False
    for slot in Timetable(session, [fit], day, day, Terms(now)).free_at(freed.starts_at, day):
        until = min(now + OFFER, slot.starts_at - fit.lead)
        if (
            slot.ends_at <= freed.ends_at
            and until >= now + SHORTEST_OFFER
            and units.take(session, fit.key, slot.starts_at, slot.ends_at, offer_id=waiting.id)
        ):
            waiting.state = "offered"
            waiting.offer_resource, waiting.offer_starts_at = fit.key, slot.starts_at
            waiting.offer_until = until
            notices.put(session, notices.OFFER, slot.starts_at, now, waiting_id=waiting.id)
            return True
    return False
