"""Tables of charging: who runs stations, the stations with their status, and what charging costs.

Names are OCPI's: a party has Locations, a Location has EVSEs (each charges one car), an EVSE has
connectors. The status is the EVSE's.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

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
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.database import Base, Exact, UtcDateTime
from knowledge.provenance import Sourced, status_check

DIRECTORY, OCPI, IMPORT = KINDS = ("directory", "ocpi", "import")
STATUSES = (
    "AVAILABLE",
    "BLOCKED",
    "CHARGING",
    "INOPERATIVE",
    "OUTOFORDER",
    "PLANNED",
    "REMOVED",
    "RESERVED",
    "UNKNOWN",
)


class Party(Base):
    """Whoever brings Locations: an operator that speaks OCPI, our own directory, or an imported file.

    Our token for an operator is kept as its SHA-256 only.
    """

    __tablename__ = "charging_parties"
    __table_args__ = (
        CheckConstraint("kind IN ('directory', 'ocpi', 'import')", name="kind"),
        UniqueConstraint("token_digest"),
    )

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(80))
    country_code: Mapped[str | None] = mapped_column(String(2))
    party_id: Mapped[str | None] = mapped_column(String(3))
    network: Mapped[str | None] = mapped_column(String(40))
    attribution: Mapped[str | None] = mapped_column(Text)
    enabled: Mapped[bool] = mapped_column(Boolean, default=True)
    token_digest: Mapped[str | None] = mapped_column(String(64))
    token_base64: Mapped[bool] = mapped_column(Boolean, default=True)
    versions_url: Mapped[str | None] = mapped_column(Text)
    peer_roles: Mapped[list[Any] | None] = mapped_column(JSON)  # what the operator says of itself
    pulled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    digest: Mapped[str | None] = mapped_column(
        String(64)
    )  # of the directory's rows as they were last written
    created_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Location(Base):
    """A charging site; what a search filters by stands in the row itself.

    `cell` is a square of the map (`knowledge.geography.cell`). `dc_kw` and the like are the highest power
    of that kind in kW: 0 where it is there with a power that is not on record, NULL where it is not there.
    """

    __tablename__ = "charging_locations"
    __table_args__ = (
        UniqueConstraint("party", "location_id"),
        Index("ix_charging_locations_shown_cell", "shown", "cell"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    party: Mapped[str] = mapped_column(ForeignKey("charging_parties.key", ondelete="CASCADE"))
    location_id: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    city: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str | None] = mapped_column(Text)
    postal_code: Mapped[str | None] = mapped_column(String(16))
    country: Mapped[str] = mapped_column(String(2))
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    cell: Mapped[int] = mapped_column(Integer)
    time_zone: Mapped[str | None] = mapped_column(String(40))
    operator: Mapped[str | None] = mapped_column(Text)
    network: Mapped[str | None] = mapped_column(String(40), index=True)
    access: Mapped[str] = mapped_column(String(12))  # public, membership, restricted or unknown
    publish: Mapped[bool] = mapped_column(Boolean)
    shown: Mapped[bool] = mapped_column(Boolean)  # published, open to customers, with at least one EVSE
    round_the_clock: Mapped[bool | None] = mapped_column(Boolean)
    hours: Mapped[list[Any] | None] = mapped_column(JSON)  # OCPI's regular_hours
    price_text: Mapped[str | None] = mapped_column(Text)
    evses: Mapped[int] = mapped_column(Integer)
    dc_kw: Mapped[float | None] = mapped_column(Float)
    ac_kw: Mapped[float | None] = mapped_column(Float)
    ccs2_kw: Mapped[float | None] = mapped_column(Float)
    type2_kw: Mapped[float | None] = mapped_column(Float)
    chademo_kw: Mapped[float | None] = mapped_column(Float)
    type1_kw: Mapped[float | None] = mapped_column(Float)
    source: Mapped[str] = mapped_column(Text)
    licence: Mapped[str | None] = mapped_column(String(40))
    checked_on: Mapped[date | None] = mapped_column(Date)
    last_updated: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Evse(Base):
    """A point that charges one car; `status_at` is the operator's own time of the status."""

    __tablename__ = "charging_evses"
    __table_args__ = (UniqueConstraint("location", "uid"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    location: Mapped[int] = mapped_column(ForeignKey("charging_locations.id", ondelete="CASCADE"))
    uid: Mapped[str] = mapped_column(String(64))
    evse_id: Mapped[str | None] = mapped_column(String(48))
    status: Mapped[str] = mapped_column(String(12))
    status_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    physical_reference: Mapped[str | None] = mapped_column(String(32))
    floor_level: Mapped[str | None] = mapped_column(String(16))


class Connector(Base):
    """A plug of an EVSE; `kind` is ccs2, type2, chademo, type1 or other, `current` ac or dc."""

    __tablename__ = "charging_connectors"
    __table_args__ = (UniqueConstraint("evse", "connector_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    evse: Mapped[int] = mapped_column(ForeignKey("charging_evses.id", ondelete="CASCADE"))
    connector_id: Mapped[str] = mapped_column(String(36))
    standard: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(8))
    format: Mapped[str | None] = mapped_column(String(8))
    current: Mapped[str] = mapped_column(String(2))
    power_type: Mapped[str | None] = mapped_column(String(20))
    kw: Mapped[float | None] = mapped_column(Float)
    tariff_ids: Mapped[list[str] | None] = mapped_column(JSON)
    last_updated: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Tariff(Base):
    """An operator's tariff as OCPI has it."""

    __tablename__ = "charging_tariffs"

    party: Mapped[str] = mapped_column(
        ForeignKey("charging_parties.key", ondelete="CASCADE"), primary_key=True
    )
    tariff_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3))
    elements: Mapped[list[Any]] = mapped_column(JSON)
    alt_text: Mapped[list[Any] | None] = mapped_column(JSON)
    last_updated: Mapped[datetime] = mapped_column(UtcDateTime)


class Refusal(Base):
    """A record that was refused, and why; the newest for each object."""

    __tablename__ = "charging_refusals"

    party: Mapped[str] = mapped_column(
        ForeignKey("charging_parties.key", ondelete="CASCADE"), primary_key=True
    )
    object_id: Mapped[str] = mapped_column(String(160), primary_key=True)  # location/evse/connector
    reason: Mapped[str] = mapped_column(Text)
    refused_at: Mapped[datetime] = mapped_column(UtcDateTime)


class NetworkPrice(Sourced, Base):
    """What a kWh costs at a public charger: one network's, or with no network the country's range."""

    __tablename__ = "charging_network_prices"
    __table_args__ = (
        status_check(),
        CheckConstraint("period IN ('any', 'peak', 'off_peak')", name="period"),
    )

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    country: Mapped[str] = mapped_column(String(2))
    network: Mapped[str | None] = mapped_column(String(40))
    current: Mapped[str | None] = mapped_column(String(2))
    kw: Mapped[int | None] = mapped_column(Integer)
    period: Mapped[str] = mapped_column(String(8))
    currency: Mapped[str] = mapped_column(String(3))
    low: Mapped[Decimal] = mapped_column(Exact)
    high: Mapped[Decimal] = mapped_column(Exact)


class HomeTariff(Sourced, Base):
    """What a kWh costs at home in a country."""

    __tablename__ = "charging_home_tariffs"
    __table_args__ = (
        status_check(),
        CheckConstraint("period IN ('any', 'peak', 'off_peak')", name="period"),
    )

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    country: Mapped[str] = mapped_column(String(2))
    plan: Mapped[str] = mapped_column(String(16))
    period: Mapped[str] = mapped_column(String(8))
    currency: Mapped[str] = mapped_column(String(3))
    low: Mapped[Decimal] = mapped_column(Exact)
    high: Mapped[Decimal] = mapped_column(Exact)
    above_kwh: Mapped[int] = mapped_column(Integer)
    valid_from: Mapped[date | None] = mapped_column(Date)


class CurvePoint(Sourced, Base):
    """A point of a car's charging curve on DC: the highest power in kW at a state of charge in percent."""

    __tablename__ = "charging_curve_points"
    __table_args__ = (status_check(),)

    model: Mapped[str] = mapped_column(String(16), primary_key=True)
    variant: Mapped[str] = mapped_column(String(16), primary_key=True)
    percent: Mapped[int] = mapped_column(Integer, primary_key=True)
    kw: Mapped[Decimal] = mapped_column(Exact)
    scale: Mapped[Decimal] = mapped_column(Exact)  # brings the curve down to the maker's own time
