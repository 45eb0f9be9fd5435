"""What bookings answer with: frozen records, free of the database session, personal data opened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from knowledge import references
from knowledge.bookings.drafts import point_of
from knowledge.bookings.tables import (
    HOLDING,
    HOME_CHARGER,
    SERVICE,
    TEST_DRIVE,
    Booking,
    BookingAccess,
    BookingEvent,
)
from knowledge.geography import Point
from knowledge.outlets.tables import Outlet

Actor = Literal["customer", "staff", "system"]
PREFIXES = {TEST_DRIVE: "TD", SERVICE: "SV", HOME_CHARGER: "HC"}


@dataclass(frozen=True, slots=True)
class BookingRecord:
    """A booking as it stands; `private` is empty once it is erased."""

    id: int
    reference: str
    kind: str
    state: str
    conversation_id: str | None
    outlet_key: str
    resource_key: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str  # the outlet's
    market: str
    language: str
    model: str | None
    variant: str | None
    details: Mapping[str, Any]
    private: Mapping[str, str]
    consent_id: int | None
    sequence: int
    created_at: datetime
    updated_at: datetime

    @property
    def holds(self) -> bool:
        """Tell whether it takes its time: it is to happen."""
        return self.state in HOLDING

    @property
    def local_start(self) -> datetime:
        """Return when it starts on the outlet's clock."""
        return self.starts_at.astimezone(ZoneInfo(self.time_zone))

    @property
    def point(self) -> Point | None:
        """Return where the home is at which a charger is to be put up."""
        return point_of(self.private)


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One thing that happened to a booking."""

    at: datetime
    actor: str
    event: str
    state: str  # after it
    details: Mapping[str, Any]


def record(session: Session, booking_id: int) -> BookingRecord | None:
    """Return a booking, or None."""
    return next(iter(_records(session, [Booking.id == booking_id])), None)


def by_reference(session: Session, reference: str) -> BookingRecord | None:
    """Return the booking of a reference as a person typed it, or None; who may see it is not asked here."""
    meant = references.spellings(reference, PREFIXES.values())
    found = _records(session, [Booking.reference.in_(meant)])
    return found[0] if len(found) == 1 else None


def of_conversation(session: Session, conversation_id: str, now: datetime) -> list[BookingRecord]:
    """Return a conversation's bookings to come, soonest first, with those that it opened by code."""
    opened = select(BookingAccess.booking_id).where(BookingAccess.conversation_id == conversation_id)
    return _records(
        session,
        [
            or_(Booking.conversation_id == conversation_id, Booking.id.in_(opened)),
            Booking.state.in_(HOLDING),
            Booking.ends_at > now,
        ],
    )


def of_day(session: Session, outlet_key: str, day: date) -> list[BookingRecord]:
    """Return an outlet's bookings of a day of its own time, in whatever state, in the order of the day."""
    outlet = session.get(Outlet, outlet_key)
    if outlet is None:
        return []
    midnight = datetime.combine(day, time(), ZoneInfo(outlet.time_zone))
    ends = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(outlet.time_zone))
    return _records(
        session,
        [Booking.outlet_key == outlet_key, Booking.starts_at >= midnight, Booking.starts_at < ends],
    )


def history(session: Session, booking_id: int) -> list[EventRecord]:
    """Return what happened to a booking, in order."""
    rows = session.scalars(
        select(BookingEvent).where(BookingEvent.booking_id == booking_id).order_by(BookingEvent.id)
    )
    return [
        EventRecord(row.at, row.actor, row.event, row.state, MappingProxyType(row.details)) for row in rows
    ]


def conversations_of(session: Session, booking_id: int) -> list[str]:
    """Return the conversations of a booking's customer: the one that made it and those opened by code."""
    own = select(Booking.conversation_id).where(
        Booking.id == booking_id, Booking.conversation_id.is_not(None)
    )
    opened = select(BookingAccess.conversation_id).where(BookingAccess.booking_id == booking_id)
    return [each for each in session.scalars(own.union(opened)) if each is not None]


def of_row(session: Session, booking: Booking) -> BookingRecord:
    """Return the record of a row of this session."""
    outlet = session.get_one(Outlet, booking.outlet_key)
    return _record(booking, outlet.time_zone)


def _records(session: Session, where: Iterable[ColumnElement[bool]]) -> list[BookingRecord]:
    rows = session.execute(
        select(Booking, Outlet.time_zone)
        .join(Outlet, Outlet.key == Booking.outlet_key)
        .where(*where)
        .order_by(Booking.starts_at, Booking.id)
    )
    return [_record(row, time_zone) for row, time_zone in rows]


def _record(row: Booking, time_zone: str) -> BookingRecord:
    return BookingRecord(
        id=row.id,
        reference=row.reference,
        kind=row.kind,
        state=row.state,
        conversation_id=row.conversation_id,
        outlet_key=row.outlet_key,
        resource_key=row.resource_key,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        time_zone=time_zone,
        market=row.market,
        language=row.language,
        model=row.model,
        variant=row.variant,
        details=MappingProxyType(row.details),
        private=MappingProxyType(row.private or {}),
        consent_id=row.consent_id,
        sequence=row.sequence,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
