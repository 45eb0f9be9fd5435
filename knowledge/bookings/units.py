"""Quarters of an hour that are taken: a row each, whose key (resource and moment) nobody can take twice."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from knowledge.bookings.tables import UNIT_MINUTES, HeldUnit

UNIT = timedelta(minutes=UNIT_MINUTES)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def between(starts_at: datetime, ends_at: datetime) -> list[datetime]:
    """Return the quarters that a time touches, in order."""
    first = starts_at - (starts_at - _EPOCH) % UNIT
    return [first + number * UNIT for number in range(-((first - ends_at) // UNIT))]


def number(moment: datetime) -> int:
    """Return the number of the quarter that holds a moment, since 1970."""
    return (moment - _EPOCH) // UNIT


def next_quarter(moment: datetime) -> datetime:
    """Return the first quarter that begins at a moment or later."""
    return moment + (_EPOCH - moment) % UNIT


def take(
    session: Session,
    resource_key: str,
    starts_at: datetime,
    ends_at: datetime,
    *,
    booking_id: int | None = None,
    offer_id: int | None = None,
    but: Collection[datetime] = (),
) -> bool:
    """Take a resource's time for a booking or an offer, all of it or nothing; return False where it is taken.

    `but` are quarters that the booking has already.
    """
    rows = [
        {"resource_key": resource_key, "starts_at": unit, "booking_id": booking_id, "offer_id": offer_id}
        for unit in between(starts_at, ends_at)  # in order: who waits for another never makes a ring
        if unit not in but
    ]
    if not rows:
        return True
    try:
        with session.begin_nested():
            session.execute(insert(HeldUnit).values(rows))
    except IntegrityError:
        return False
    return True


def of_booking(session: Session, booking_id: int) -> set[tuple[str, datetime]]:
    """Return the resource and moment of each quarter that a booking has."""
    rows = session.execute(
        select(HeldUnit.resource_key, HeldUnit.starts_at).where(HeldUnit.booking_id == booking_id)
    )
    return {(key, moment) for key, moment in rows}


def give_up(session: Session, booking_id: int) -> None:
    """Give up a booking's time."""
    session.execute(delete(HeldUnit).where(HeldUnit.booking_id == booking_id))


def give_up_but(
    session: Session, booking_id: int, resource_key: str, starts_at: datetime, ends_at: datetime
) -> None:
    """Give up all of a booking's time but this."""
    session.execute(
        delete(HeldUnit).where(
            HeldUnit.booking_id == booking_id,
            or_(
                HeldUnit.resource_key != resource_key,
                HeldUnit.starts_at.not_in(between(starts_at, ends_at)),
            ),
        )
    )


def give_up_offer(session: Session, offer_id: int) -> None:
    """Give up the time that was held for somebody who waited."""
    session.execute(delete(HeldUnit).where(HeldUnit.offer_id == offer_id))


def end_of_offer(session: Session, offer_id: int) -> datetime:
    """Return when the time ends that is held for somebody who waits."""
    last = select(HeldUnit.starts_at).where(HeldUnit.offer_id == offer_id)
    return session.scalars(last.order_by(HeldUnit.starts_at.desc()).limit(1)).one() + UNIT


def turn_into_booking(session: Session, offer_id: int, booking_id: int) -> None:
    """Make the time that was held for somebody who waited a booking's, without a moment in between."""
    session.execute(
        update(HeldUnit)
        .where(HeldUnit.offer_id == offer_id)
        .values(booking_id=booking_id, offer_id=None)
        .execution_options(synchronize_session=False)
    )
