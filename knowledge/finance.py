"""What owning a car costs: the road tax of electric cars in Malaysia."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import ROUND_CEILING, Decimal

from sqlalchemy import Date, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.database import Base, Exact
from knowledge.provenance import Provenance, Sourced, Status, status_check

STEP_KW = 10
CURRENCY = "MYR"


class RoadTaxBand(Sourced, Base):
    """A band of power: its first step costs `base`, each further step `step` more."""

    __tablename__ = "road_tax_bands"
    __table_args__ = (status_check(),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    valid_from: Mapped[date] = mapped_column(Date)
    above: Mapped[Decimal] = mapped_column(Exact)
    up_to: Mapped[Decimal | None] = mapped_column(Exact)
    base: Mapped[Decimal] = mapped_column(Exact)
    step: Mapped[Decimal] = mapped_column(Exact)


@dataclass(frozen=True, slots=True)
class RoadTax:
    """The road tax for a year."""

    power: Decimal
    amount: Decimal
    currency: str
    valid_from: date
    provenance: Provenance

    @property
    def status(self) -> Status:
        """Return how far the amount can be relied on."""
        return self.provenance.status


def road_tax(session: Session, power_kw: Decimal, on: date | None = None) -> RoadTax | None:
    """Return a year's road tax for an electric car of this total power; None before there was a table."""
    if power_kw <= 0:
        raise ValueError(f"a car's power is above zero: {power_kw}")
    day = on or datetime.now(UTC).date()
    bands = session.scalars(select(RoadTaxBand).where(RoadTaxBand.valid_from <= day)).all()
    latest = max((band.valid_from for band in bands), default=None)
    for band in bands:
        within = band.above < power_kw and (band.up_to is None or power_kw <= band.up_to)
        if within and band.valid_from == latest:
            return RoadTax(power_kw, _amount(band, power_kw), CURRENCY, band.valid_from, band.provenance)
    return None


def _amount(band: RoadTaxBand, power: Decimal) -> Decimal:
    steps = ((power - band.above) / STEP_KW).to_integral_value(ROUND_CEILING)
    return band.base + band.step * (steps - 1)
