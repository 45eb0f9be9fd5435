"""Tables of the catalogue: models, variants, markets, attributes with their values, and prices."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.database import Base, Exact
from knowledge.provenance import Sourced, status_check


class Model(Base):
    """A car model, such as the smart #1."""

    __tablename__ = "models"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(String(32))
    position: Mapped[int]


class Variant(Base):
    """A variant of a model, such as the smart #1 Premium."""

    __tablename__ = "variants"

    model: Mapped[str] = mapped_column(ForeignKey("models.key", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int]


class Launch(Sourced, Base):
    """Whether a model is sold in a market."""

    __tablename__ = "launches"
    __table_args__ = (
        status_check(),
        CheckConstraint("state IN ('on_sale', 'not_launched', 'unknown')", name="state"),
        CheckConstraint("precision IN ('day', 'month', 'by')", name="precision"),
    )

    market: Mapped[str] = mapped_column(String(2), primary_key=True)
    model: Mapped[str] = mapped_column(ForeignKey("models.key", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    launched: Mapped[date | None] = mapped_column(Date)
    precision: Mapped[str | None] = mapped_column(String(8))
    note: Mapped[str | None] = mapped_column(String(64))


class Attribute(Base):
    """Something that can be said of a car, with its unit."""

    __tablename__ = "attributes"
    __table_args__ = (CheckConstraint("better IN ('higher', 'lower', 'none')", name="better"),)

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    unit: Mapped[str | None] = mapped_column(String(16))
    family: Mapped[str] = mapped_column(String(32))
    better: Mapped[str] = mapped_column(String(8))
    headline: Mapped[bool]
    position: Mapped[int]


class AttributeValue(Sourced, Base):
    """What is on record for an attribute of a model, or of one of its variants."""

    __tablename__ = "attribute_values"
    __table_args__ = (
        ForeignKeyConstraint(["model", "variant"], ["variants.model", "variants.key"], ondelete="CASCADE"),
        UniqueConstraint("model", "variant", "attribute"),
        status_check(),
        CheckConstraint("qualifier IN ('exact', 'range', 'under', 'up_to', 'about')", name="qualifier"),
        CheckConstraint(
            "(text_key IS NULL) <> (value_min IS NULL AND value_max IS NULL)", name="number_or_text"
        ),
    )

    id: Mapped[str] = mapped_column(String(128), primary_key=True)
    model: Mapped[str] = mapped_column(ForeignKey("models.key", ondelete="CASCADE"))
    variant: Mapped[str | None] = mapped_column(String(32))
    attribute: Mapped[str] = mapped_column(ForeignKey("attributes.key", ondelete="CASCADE"))
    value_min: Mapped[Decimal | None] = mapped_column(Exact)
    value_max: Mapped[Decimal | None] = mapped_column(Exact)
    qualifier: Mapped[str] = mapped_column(String(8))
    text_key: Mapped[str | None] = mapped_column(String(64))
    basis: Mapped[str] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(String(64))


class Price(Sourced, Base):
    """A published price of a variant in a market, valid from a day until a newer one."""

    __tablename__ = "prices"
    __table_args__ = (
        ForeignKeyConstraint(["model", "variant"], ["variants.model", "variants.key"], ondelete="CASCADE"),
        UniqueConstraint("market", "model", "variant", "valid_from"),
        status_check(),
    )

    id: Mapped[str] = mapped_column(String(128), primary_key=True)
    market: Mapped[str] = mapped_column(String(2))
    model: Mapped[str] = mapped_column(String(32))
    variant: Mapped[str] = mapped_column(String(32))
    amount: Mapped[Decimal] = mapped_column(Exact)
    currency: Mapped[str] = mapped_column(String(3))
    basis: Mapped[str] = mapped_column(String(32))
    valid_from: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str | None] = mapped_column(String(64))


class MarketNote(Sourced, Base):
    """What has to be said about a subject in a market, such as that no price is on record."""

    __tablename__ = "market_notes"
    __table_args__ = (status_check(),)

    market: Mapped[str] = mapped_column(String(2), primary_key=True)
    subject: Mapped[str] = mapped_column(String(32), primary_key=True)
    note: Mapped[str] = mapped_column(String(64))
    figure: Mapped[str | None] = mapped_column(String(64))
