"""The waiting list: who comes first is first offered a freed time, which nobody else can take meanwhile."""

from datetime import date, datetime

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from knowledge.bookings import notices, offers, rows, states, units
from knowledge.bookings.drafts import Draft, WaitingRecord, of_waiting, to_json, waiting_record
from knowledge.bookings.errors import OfferGoneError, UnknownBookingError
from knowledge.bookings.records import BookingRecord, of_row
from knowledge.bookings.tables import Booking, Waiting
from knowledge.bookings.timetable import Free
from knowledge.outlets.tables import Resource

IN_LINE = ("waiting", "offered")


def join(
    session: Session, draft: Draft, first_day: date, last_day: date, *, request_key: str, now: datetime
) -> WaitingRecord:
    """Put somebody in line for any time of some days; the same request, or wish, keeps its one place."""
    if draft.outlet_key is None or draft.conversation_id is None:
        raise ValueError("one waits at an outlet, in a conversation")
    offers.lock_line(session, draft.outlet_key)
    row = session.scalar(select(Waiting).where(Waiting.request_key == request_key))
    if row is None:
        row = session.scalar(
            select(Waiting).where(
                Waiting.conversation_id == draft.conversation_id,
                Waiting.outlet_key == draft.outlet_key,
                Waiting.kind == draft.kind,
                Waiting.model.is_not_distinct_from(draft.model),
                Waiting.variant.is_not_distinct_from(draft.variant),
                Waiting.first_day == first_day,
                Waiting.last_day == last_day,
                Waiting.state.in_(IN_LINE),
            )
        )
    if row is None:
        row = Waiting(
            request_key=request_key,
            kind=draft.kind,
            state="waiting",
            conversation_id=draft.conversation_id,
            outlet_key=draft.outlet_key,
            model=draft.model,
            variant=draft.variant,
            first_day=first_day,
            last_day=last_day,
            language=draft.language,
            draft=to_json(draft),
            created_at=now,
        )
        session.add(row)
        session.flush()
    return waiting_record(row)


def of_conversation(session: Session, conversation_id: str) -> list[WaitingRecord]:
    """Return a conversation's places in waiting lists, with the times that are offered to it."""
    rows_ = session.scalars(
        select(Waiting)
        .where(Waiting.conversation_id == conversation_id, Waiting.state.in_(IN_LINE))
        .order_by(Waiting.id)
    )
    return [waiting_record(row) for row in rows_]


def of_day(session: Session, outlet_key: str, day: date) -> list[WaitingRecord]:
    """Return who waits for a time of an outlet's day, first in line first."""
    rows_ = session.scalars(
        select(Waiting)
        .where(
            Waiting.outlet_key == outlet_key,
            Waiting.state.in_(IN_LINE),
            Waiting.first_day <= day,
            Waiting.last_day >= day,
        )
        .order_by(Waiting.id)
    )
    return [waiting_record(row) for row in rows_]


def position(session: Session, waiting_id: int) -> int | None:
    """Return somebody's place in line (1: first) among those who may want the same time, or None."""
    own = session.get(Waiting, waiting_id)
    if own is None or own.state not in IN_LINE:
        return None
    ahead = select(func.count()).where(
        Waiting.id < own.id,
        Waiting.outlet_key == own.outlet_key,
        Waiting.kind == own.kind,
        Waiting.state.in_(IN_LINE),
        Waiting.first_day <= own.last_day,
        Waiting.last_day >= own.first_day,
    )
    if own.model is not None:
        ahead = ahead.where(or_(Waiting.model.is_(None), Waiting.model == own.model))
    if own.variant is not None:
        ahead = ahead.where(or_(Waiting.variant.is_(None), Waiting.variant == own.variant))
    return (session.scalar(ahead) or 0) + 1


def accept(session: Session, waiting_id: int, *, request_key: str, now: datetime) -> BookingRecord:
    """Turn the time that is held into a booking; saying yes twice makes one.

    Raises OfferGoneError where the time is no longer held.
    """
    row = _lock(session, waiting_id)
    booking = rows.of_request(session, request_key) or _taken_by(session, row)
    if booking is not None:
        return of_row(session, booking)
    if row.state != "offered" or row.offer_until is None or now >= row.offer_until:
        raise OfferGoneError(f"nothing is held for {waiting_id}")
    place = _held(session, row)
    with session.begin_nested():
        booking, new = rows.make(session, of_waiting(row), place, request_key=request_key, now=now)
        if new:
            units.turn_into_booking(session, row.id, booking.id)
            states.begin(session, booking, actor="customer", confirms=place.confirms, now=now)
            notices.plan(session, booking, now)
            notices.drop_offer(session, row.id)
            row.state = "taken"
    return of_row(session, booking)


def decline(session: Session, waiting_id: int, *, now: datetime) -> WaitingRecord:
    """Refuse the time that is held, and stay in line for another; it goes to the next."""
    row = _lock(session, waiting_id)
    if row.state == "offered":
        _pass_on(session, row, "waiting", now)
    return waiting_record(row)


def leave(session: Session, waiting_id: int, *, now: datetime) -> WaitingRecord:
    """Leave the line; a time that was held goes to the next."""
    row = _lock(session, waiting_id)
    if row.state == "offered":
        _pass_on(session, row, "left", now)
    elif row.state == "waiting":
        row.state = "left"
        session.flush()
    return waiting_record(row)


def is_anything_over(session: Session, now: datetime) -> bool:
    """Tell whether the time of an offer is over; only a look, to spare a transaction that writes."""
    return bool(
        session.scalar(select(exists().where(Waiting.state == "offered", Waiting.offer_until <= now)))
    )


def expire(session: Session, now: datetime) -> int:
    """End the offers whose time is over and offer their times to the next; return how many ended."""
    over = (Waiting.state == "offered", Waiting.offer_until <= now)
    count = 0
    for outlet_key in session.scalars(
        select(Waiting.outlet_key).where(*over).distinct().order_by(Waiting.outlet_key)
    ).all():
        offers.lock_line(session, outlet_key)
        for row in session.scalars(
            select(Waiting)
            .where(*over, Waiting.outlet_key == outlet_key)
            .order_by(Waiting.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).all():
            _pass_on(session, row, "expired", now)
            count += 1
    return count


def _pass_on(session: Session, row: Waiting, state: str, now: datetime) -> None:
    place = _held(session, row)
    row.state = state
    units.give_up_offer(session, row.id)
    notices.drop_offer(session, row.id)
    session.flush()
    offers.offer_next(session, place, row.kind, now)


def _held(session: Session, row: Waiting) -> Free:
    """Return the time that is held for somebody."""
    assert row.offer_resource is not None
    assert row.offer_starts_at is not None
    resource = session.get_one(Resource, row.offer_resource)
    return Free(
        resource.key,
        row.outlet_key,
        row.offer_starts_at,
        units.end_of_offer(session, row.id),
        resource.confirms,
    )


def _lock(session: Session, waiting_id: int) -> Waiting:
    outlet_key = session.scalar(select(Waiting.outlet_key).where(Waiting.id == waiting_id))
    if outlet_key is None:
        raise UnknownBookingError(f"nobody waits as {waiting_id}")
    offers.lock_line(session, outlet_key)
    return session.get_one(Waiting, waiting_id, with_for_update=True, populate_existing=True)


def _taken_by(session: Session, row: Waiting) -> Booking | None:
    """Return the booking that an offer has become, where it still stands at its time."""
    if row.state != "taken":
        return None
    return session.scalar(
        select(Booking)
        .where(
            Booking.conversation_id == row.conversation_id,
            Booking.resource_key == row.offer_resource,
            Booking.starts_at == row.offer_starts_at,
        )
        .order_by(Booking.id.desc())
        .limit(1)
    )
