"""What charging answers with: frozen records, free of the database session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from knowledge.geography import Point
from knowledge.provenance import Provenance

Current = Literal["ac", "dc"]
# "Free now" is said of what the operator reported within this time; older reports are told with their age,
# and after a day they say nothing.
LIVE = timedelta(minutes=15)
TOLD = timedelta(hours=24)
FREE = "AVAILABLE"
BROKEN = ("INOPERATIVE", "OUTOFORDER")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a charger must have; empty fields do not matter."""

    connector: str | None = None
    current: Current | None = None
    min_kw: float | None = None
    network: str | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class PlugGroup:
    """Equal plugs of a site: kind, power in kW (None: not on record) and number of EVSEs that have one."""

    kind: str
    current: Current
    kw: float | None
    evses: int


@dataclass(frozen=True, slots=True)
class Availability:
    """What the operator last reported of a site's EVSEs (of those that fit a wish)."""

    free: int
    broken: int
    total: int
    at: datetime  # the oldest report that the count rests on
    age: timedelta

    @property
    def live(self) -> bool:
        """Tell whether the report is young enough to say "now"."""
        return self.age <= LIVE


@dataclass(frozen=True, slots=True)
class Site:
    """A charging site as customers hear of it."""

    id: int
    name: str
    address: str | None
    city: str | None
    country: str
    point: Point
    operator: str | None
    network: str | None
    access: str
    round_the_clock: bool | None
    hours: Sequence[dict[str, object]]
    plugs: tuple[PlugGroup, ...]
    evses: int
    availability: Availability | None
    price_text: str | None
    prices: tuple["SitePrice", ...]
    source: str
    checked_on: date | None
    is_live: bool  # from an operator's feed, not from the directory
    km: float | None = None  # from where the customer asked, as the crow flies

    @property
    def dc_kw(self) -> float | None:
        """Return the highest DC power on record in kW, None without DC, 0 where it is not on record."""
        return max((group.kw or 0 for group in self.plugs if group.current == "dc"), default=None)


@dataclass(frozen=True, slots=True)
class SitePrice:
    """What a site charges: so much a unit ("kwh", "hour", "session")."""

    amount: Decimal
    currency: str
    unit: Literal["kwh", "hour", "session"]


@dataclass(frozen=True, slots=True)
class PriceOnRecord:
    """A price of a kWh; low and high are equal where it is one figure."""

    network: str | None
    current: str | None
    kw: int | None
    period: str
    low: Decimal
    high: Decimal
    currency: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class HomePrice:
    """A price of a kWh at home, for a month's consumption above so many kWh."""

    plan: str
    period: str
    low: Decimal
    high: Decimal
    currency: str
    above_kwh: int
    valid_from: date | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ChargingTime:
    """How long a charge takes."""

    minutes: int
    kwh: float  # into the battery
    from_percent: int
    to_percent: int
    kw: float  # of the charger
    current: Current
    limited_to_kw: float | None  # the car takes less than the charger gives
    provenance: Provenance
