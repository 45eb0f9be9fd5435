"""Tables of outlets: where they are, when they are open, and the resources that can be booked there."""

from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.conversations import Serial
from knowledge.database import Base, UtcDateTime
from knowledge.provenance import status_check

SHOWROOM, SERVICE_CENTRE, BOTH = KINDS = ("showroom", "service", "both")
DEMO_CAR, SERVICE_BAY, SURVEY_TEAM = RESOURCES = ("demo_car", "service_bay", "survey_team")
SERVICES = ("sales", "test_drive", "service", "body_repair", "home_charger")


class Outlet(Base):
    """A showroom, a service centre, or both in one house."""

    __tablename__ = "outlets"
    __table_args__ = (
        CheckConstraint("kind IN ('showroom', 'service', 'both')", name="kind"),
        Index(None, "market", "active"),
    )

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)  # by language; "en" is always there
    market: Mapped[str] = mapped_column(String(2))
    state: Mapped[str] = mapped_column(String(40))  # key of the state or province, for its holidays
    kind: Mapped[str] = mapped_column(String(12))
    address: Mapped[str] = mapped_column(Text)
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    phone: Mapped[str | None] = mapped_column(String(20))  # E.164
    time_zone: Mapped[str] = mapped_column(String(40))  # IANA
    languages: Mapped[list[str]] = mapped_column(JSON)  # spoken there
    services: Mapped[list[str]] = mapped_column(JSON)  # some of SERVICES
    sample: Mapped[bool] = mapped_column(Boolean)  # shows what the product does; no such outlet exists
    active: Mapped[bool] = mapped_column(Boolean, default=True)
    source: Mapped[str] = mapped_column(Text)
    as_of: Mapped[date] = mapped_column(Date)
    # Of a sample as the seed last wrote it: what staff changed since then stays until the seed changes.
    seed_digest: Mapped[str | None] = mapped_column(String(64))


class OpeningHours(Base):
    """One stretch of a weekday on which an outlet is open; a lunch break makes two."""

    __tablename__ = "outlet_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("opens >= 0 AND opens < closes AND closes <= 1440", name="minutes"),
    )

    outlet_key: Mapped[str] = mapped_column(ForeignKey("outlets.key", ondelete="CASCADE"), primary_key=True)
    weekday: Mapped[int] = mapped_column(Integer, primary_key=True)  # Monday is 0
    opens: Mapped[int] = mapped_column(Integer, primary_key=True)  # minutes after midnight, outlet's time
    closes: Mapped[int] = mapped_column(Integer)


class PublicHoliday(Base):
    """A day on which outlets of a market, or of one of its states, are closed."""

    __tablename__ = "public_holidays"
    __table_args__ = (status_check(),)

    market: Mapped[str] = mapped_column(String(2), primary_key=True)
    state: Mapped[str] = mapped_column(String(40), primary_key=True)  # empty: all of the market
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(12))


class OutletDay(Base):
    """A stretch of days on which an outlet is closed, or open on a public holiday all the same."""

    __tablename__ = "outlet_days"
    __table_args__ = (
        CheckConstraint("first_day <= last_day", name="days"),
        Index(None, "outlet_key", "last_day"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    outlet_key: Mapped[str] = mapped_column(ForeignKey("outlets.key", ondelete="CASCADE"))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    open: Mapped[bool] = mapped_column(Boolean, default=False)
    reason: Mapped[str | None] = mapped_column(Text)


class Resource(Base):
    """One thing that serves one booking at a time: a demo car, a service bay, a survey team.

    It is free when its outlet is open. A survey team works around its outlet, as far as `radius_km`.
    """

    __tablename__ = "outlet_resources"
    __table_args__ = (
        CheckConstraint("kind IN ('demo_car', 'service_bay', 'survey_team')", name="kind"),
        CheckConstraint("slot_minutes > 0 AND slot_minutes % 15 = 0", name="slot_minutes"),
        Index(None, "outlet_key", "kind"),
    )

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    outlet_key: Mapped[str] = mapped_column(ForeignKey("outlets.key", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(80))  # for staff
    model: Mapped[str | None] = mapped_column(String(16))  # of a demo car
    variant: Mapped[str | None] = mapped_column(String(16))
    radius_km: Mapped[int | None] = mapped_column(Integer)  # of a survey team
    slot_minutes: Mapped[int] = mapped_column(Integer)
    lead_minutes: Mapped[int] = mapped_column(Integer)  # the shortest notice
    horizon_days: Mapped[int] = mapped_column(Integer, default=60)  # how far ahead it can be booked
    confirms: Mapped[bool] = mapped_column(Boolean, default=True)  # at once; else staff confirm
    active: Mapped[bool] = mapped_column(Boolean, default=True)


class ResourceClosure(Base):
    """A time in which a resource cannot be booked: the car is sold, the lift is broken, the team on leave."""

    __tablename__ = "outlet_resource_closures"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="times"),
        Index(None, "resource_key", "ends_at"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    resource_key: Mapped[str] = mapped_column(ForeignKey("outlet_resources.key", ondelete="CASCADE"))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(Text)
