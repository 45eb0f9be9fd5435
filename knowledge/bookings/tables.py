"""Tables of bookings: what is booked, which times are taken, who waits, what is still to be said."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

# The tables that these point to: a foreign key finds its table by name, among those that were imported.
import knowledge.outlets.tables
import knowledge.privacy.tables  # noqa: F401
from knowledge.conversations import Serial
from knowledge.database import Base, UtcDateTime
from knowledge.vault import Sealed, SealedJSON

TEST_DRIVE, SERVICE, HOME_CHARGER = KINDS = ("test_drive", "service", "home_charger")
STATES = ("requested", "confirmed", "reminded", "done", "no_show", "cancelled")
HOLDING = ("requested", "confirmed", "reminded")  # states in which a booking takes its time
UNIT_MINUTES = 15  # times are taken in units of so many minutes


class Booking(Base):
    """One booking; `private` holds name, phone, plate, address and the customer's own words."""

    __tablename__ = "bookings"
    __table_args__ = (
        UniqueConstraint("reference"),
        UniqueConstraint("request_key"),
        CheckConstraint("kind IN ('test_drive', 'service', 'home_charger')", name="kind"),
        CheckConstraint(
            "state IN ('requested', 'confirmed', 'reminded', 'done', 'no_show', 'cancelled')", name="state"
        ),
        CheckConstraint("starts_at < ends_at", name="times"),
        Index(None, "outlet_key", "starts_at"),
        Index(None, "conversation_id", "starts_at"),
        Index(None, "phone_digest"),
        Index(None, "state", "starts_at"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    reference: Mapped[str] = mapped_column(String(12))  # such as TD-7F3K2Q
    request_key: Mapped[str] = mapped_column(String(64))  # the same confirmation is the same booking
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    outlet_key: Mapped[str] = mapped_column(ForeignKey("outlets.key", ondelete="RESTRICT"))
    resource_key: Mapped[str] = mapped_column(ForeignKey("outlet_resources.key", ondelete="RESTRICT"))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    market: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(8))
    model: Mapped[str | None] = mapped_column(String(16))
    variant: Mapped[str | None] = mapped_column(String(16))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)  # nothing personal: wait, odometer, home, phase …
    private: Mapped[dict[str, str] | None] = mapped_column(SealedJSON)  # None once erased
    phone_digest: Mapped[str | None] = mapped_column(String(64))
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id", ondelete="SET NULL"))
    sequence: Mapped[int] = mapped_column(Integer, default=0)  # iCalendar's: rises with each change
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class HeldUnit(Base):
    """A quarter of an hour of a resource that is taken: the key is what makes a double booking impossible."""

    __tablename__ = "booking_units"
    __table_args__ = (Index(None, "booking_id"), Index(None, "offer_id"))

    resource_key: Mapped[str] = mapped_column(
        ForeignKey("outlet_resources.key", ondelete="RESTRICT"), primary_key=True
    )
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("bookings.id", ondelete="CASCADE"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("booking_waiting.id", ondelete="CASCADE"))


class BookingEvent(Base):
    """One thing that happened to a booking: the audit trail, never changed, nothing personal in it."""

    __tablename__ = "booking_events"
    __table_args__ = (
        CheckConstraint("actor IN ('customer', 'staff', 'system')", name="actor"),
        Index(None, "booking_id", "id"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(12))
    event: Mapped[str] = mapped_column(String(16))  # requested, confirmed, moved, reminded, cancelled …
    state: Mapped[str] = mapped_column(String(12))  # after it
    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class Waiting(Base):
    """Somebody who waits for a time that is taken; `draft` is the booking as it would be made."""

    __tablename__ = "booking_waiting"
    __table_args__ = (
        UniqueConstraint("request_key"),
        CheckConstraint("state IN ('waiting', 'offered', 'taken', 'expired', 'left')", name="state"),
        Index(None, "outlet_key", "kind", "state", "id"),
        Index(None, "conversation_id"),
        Index(None, "state", "offer_until"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    request_key: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    outlet_key: Mapped[str] = mapped_column(ForeignKey("outlets.key", ondelete="CASCADE"))
    model: Mapped[str | None] = mapped_column(String(16))
    variant: Mapped[str | None] = mapped_column(String(16))
    first_day: Mapped[date] = mapped_column(Date)  # the days that would do, outlet's time
    last_day: Mapped[date] = mapped_column(Date)
    language: Mapped[str] = mapped_column(String(8))
    draft: Mapped[dict[str, Any]] = mapped_column(SealedJSON)
    offer_resource: Mapped[str | None] = mapped_column(String(60))
    offer_starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    offer_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Notice(Base):
    """Something that the assistant says of its own accord, once: a reminder, an offer, a change by staff.

    The row and its message in the outbox change in one transaction, so that it is said once.
    """

    __tablename__ = "booking_notices"
    __table_args__ = (
        UniqueConstraint("kind", "booking_id", "starts_at"),
        CheckConstraint("status IN ('due', 'said', 'dropped')", name="status"),
        CheckConstraint(
            "kind IN ('day_before', 'hours_before', 'moved', 'cancelled', 'confirmed', 'offer', 'code')",
            name="kind",
        ),
        Index(None, "status", "due_at"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("bookings.id", ondelete="CASCADE"))
    waiting_id: Mapped[int | None] = mapped_column(ForeignKey("booking_waiting.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)  # of the booking as it stood; of a code, its own
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[str] = mapped_column(String(8), default="due")
    said_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    secret: Mapped[str | None] = mapped_column(Sealed)  # a one-time code, until it is said


class AccessCode(Base):
    """A one-time code that opens a booking to another conversation; only its digest is kept."""

    __tablename__ = "booking_codes"
    __table_args__ = (
        Index(None, "conversation_id", "created_at"),
        Index(None, "target", "created_at"),
        Index(None, "booking_id"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    # None: no such booking; the row is made all the same, so that both cases look alike.
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("bookings.id", ondelete="CASCADE"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    target: Mapped[str] = mapped_column(String(64))  # digest of the reference and phone that were given
    digest: Mapped[str] = mapped_column(String(64))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    used: Mapped[bool] = mapped_column(Boolean, default=False)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class BookingAccess(Base):
    """A conversation that has shown that a booking is its customer's, by code."""

    __tablename__ = "booking_access"

    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id", ondelete="CASCADE"), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)
