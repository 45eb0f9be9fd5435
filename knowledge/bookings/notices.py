"""What the assistant says of its own accord: reminders, offers of freed times, changes by staff, codes.

Whoever delivers them takes what is due, puts the message into the outbox and marks it as said, all in one
transaction: then each is said once, whatever crashes, however many processes do so.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import Session

from knowledge.bookings import records, rows, states
from knowledge.bookings.drafts import WaitingRecord, waiting_record
from knowledge.bookings.records import BookingRecord
from knowledge.bookings.tables import Booking, Notice, Waiting
from knowledge.outlets.tables import Outlet

DAY_BEFORE, HOURS_BEFORE = REMINDERS = ("day_before", "hours_before")
MOVED, CANCELLED, CONFIRMED = CHANGES = ("moved", "cancelled", "confirmed")
OFFER, CODE = "offer", "code"
BEFORE = timedelta(hours=2)
MORNING, EVENING = time(9), time(20)  # a day-before reminder disturbs nobody's night
CODE_LIFE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """Something that is to be said now, of a booking or to somebody who waits."""

    id: int
    kind: str
    due_at: datetime
    booking: BookingRecord | None
    waiting: WaitingRecord | None
    code: str | None


def reminder_times(starts_at: datetime, zone: ZoneInfo) -> dict[str, datetime]:
    """Return when the reminders of a time are due: at its hour the day before, and two hours before."""
    wall = starts_at.astimezone(zone)
    hour = min(max(wall.time(), MORNING), EVENING)
    day_before = datetime.combine(wall.date() - timedelta(days=1), hour, zone)
    return {DAY_BEFORE: day_before, HOURS_BEFORE: starts_at - BEFORE}


def plan(session: Session, booking: Booking, now: datetime) -> None:
    """Plan a booking's reminders anew; one whose time has passed, or that staff must confirm, has none."""
    planned = session.scalars(
        select(Notice).where(Notice.booking_id == booking.id, Notice.kind.in_(REMINDERS))
    ).all()
    for notice in planned:
        notice.status = "dropped" if notice.status == "due" else notice.status
    if booking.state in (states.CONFIRMED, states.REMINDED):
        known = {(each.kind, each.starts_at): each for each in planned}
        times = reminder_times(booking.starts_at, _zone(session, booking.outlet_key))
        for kind, due_at in times.items():
            if due_at > now:
                notice = known.get((kind, booking.starts_at)) or Notice(kind=kind, booking_id=booking.id)
                notice.starts_at, notice.due_at = booking.starts_at, due_at
                notice.status, notice.said_at = "due", None
                session.add(notice)
    session.flush()


def tell(session: Session, booking: Booking, kind: str, now: datetime) -> None:
    """Plan to tell the customer at once what staff have changed; an earlier change need not be told."""
    drop(session, booking.id, CHANGES)
    put(session, kind, booking.starts_at, now, booking_id=booking.id)


def drop(session: Session, booking_id: int, kinds: Collection[str]) -> None:
    """Drop what was still to be said of a booking."""
    _drop(session, Notice.booking_id == booking_id, Notice.kind.in_(kinds))


def drop_offer(session: Session, waiting_id: int) -> None:
    """Drop an offer that was still to be said."""
    _drop(session, Notice.waiting_id == waiting_id)


def put(
    session: Session,
    kind: str,
    starts_at: datetime,
    due_at: datetime,
    *,
    booking_id: int | None = None,
    waiting_id: int | None = None,
    secret: str | None = None,
    status: str = "due",
) -> None:
    """Plan a notice; one of this kind about the same time, said or dropped, is to be said again."""
    row = session.scalar(
        select(Notice).where(
            Notice.kind == kind,
            Notice.booking_id == booking_id,
            Notice.waiting_id == waiting_id,
            Notice.starts_at == starts_at,
        )
    )
    if row is None:
        row = Notice(kind=kind, booking_id=booking_id, waiting_id=waiting_id, starts_at=starts_at)
        session.add(row)
    row.due_at, row.status, row.said_at, row.secret = due_at, status, None, secret
    session.flush()


def is_anything_due(session: Session, now: datetime) -> bool:
    """Tell whether anything is to be said; only a look, to spare a transaction that writes."""
    return bool(session.scalar(select(exists().where(Notice.status == "due", Notice.due_at <= now))))


def due(session: Session, now: datetime, limit: int) -> list[NoticeRecord]:
    """Return what is to be said now, the longest due first, for this transaction alone.

    What has lost its sense meanwhile is dropped, and what would come in the night is put off.
    """
    found: list[NoticeRecord] = []
    # With the booking in the same breath: who changes a booking locks it before its notices.
    for notice, booking, time_zone in session.execute(
        select(Notice, Booking, Outlet.time_zone)
        .join(Booking, Booking.id == Notice.booking_id)
        .join(Outlet, Outlet.key == Booking.outlet_key)
        .where(Notice.status == "due", Notice.due_at <= now)
        .order_by(Notice.due_at, Notice.id)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True, of=(Booking, Notice))
        .execution_options(populate_existing=True)
    ):
        if _is_stale(notice, booking, now):
            notice.status, notice.secret = "dropped", None
        elif notice.kind == DAY_BEFORE and (morning := _after_night(now, ZoneInfo(time_zone))) > now:
            notice.due_at = morning
        else:
            record = records.of_row(session, booking)
            found.append(NoticeRecord(notice.id, notice.kind, notice.due_at, record, None, notice.secret))
    for notice, waiting in session.execute(
        select(Notice, Waiting)
        .join(Waiting, Waiting.id == Notice.waiting_id)
        .where(Notice.status == "due", Notice.due_at <= now)
        .order_by(Notice.due_at, Notice.id)
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True, of=(Waiting, Notice))
        .execution_options(populate_existing=True)
    ):
        if waiting.state != "offered" or waiting.offer_until is None or waiting.offer_until <= now:
            notice.status = "dropped"
        else:
            found.append(
                NoticeRecord(notice.id, notice.kind, notice.due_at, None, waiting_record(waiting), None)
            )
    session.flush()
    return sorted(found, key=lambda each: (each.due_at, each.id))[:limit]


def said(session: Session, notice_id: int, now: datetime) -> bool:
    """Note in the transaction of its message that a notice was said; return False where it is not due.

    The day-before reminder makes its booking `reminded`.
    """
    of = session.execute(select(Notice.kind, Notice.booking_id).where(Notice.id == notice_id)).one()
    booking = None if of.booking_id is None else rows.lock(session, of.booking_id)
    if not _settle(session, notice_id, "said", now):
        return False
    if of.kind == DAY_BEFORE and booking is not None:
        states.change(session, booking, states.REMINDED, actor="system", now=now)
    return True


def dropped(session: Session, notice_id: int) -> bool:
    """Note that a notice will not be said; return False where it is not due."""
    return _settle(session, notice_id, "dropped", None)


def _settle(session: Session, notice_id: int, status: str, now: datetime | None) -> bool:
    settled = session.scalar(
        update(Notice)
        .where(Notice.id == notice_id, Notice.status == "due")
        .values(status=status, said_at=now, secret=None)
        .returning(Notice.id)
    )
    return settled is not None


def _drop(session: Session, *where: ColumnElement[bool]) -> None:
    session.execute(
        update(Notice).where(Notice.status == "due", *where).values(status="dropped", secret=None)
    )


def _is_stale(notice: Notice, booking: Booking, now: datetime) -> bool:
    if notice.kind == CODE:
        return now >= notice.due_at + CODE_LIFE
    if notice.kind not in REMINDERS:
        return False
    last = booking.starts_at - BEFORE if notice.kind == DAY_BEFORE else booking.starts_at
    return booking.starts_at != notice.starts_at or now >= last


def _after_night(now: datetime, zone: ZoneInfo) -> datetime:
    """Return now, or in the night the next morning."""
    wall = now.astimezone(zone)
    if MORNING <= wall.time() <= EVENING:
        return now
    days = timedelta(days=wall.time() > EVENING)
    return datetime.combine(wall.date() + days, MORNING, zone)


def _zone(session: Session, outlet_key: str) -> ZoneInfo:
    return ZoneInfo(session.get_one(Outlet, outlet_key).time_zone)
