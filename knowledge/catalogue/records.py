"""What the catalogue answers with: frozen records, free of the database session."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from knowledge.provenance import Provenance, Status

State = Literal["on_sale", "not_launched", "unknown"]
Qualifier = Literal["exact", "range", "under", "up_to", "about"]
Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class VariantInfo:
    """A variant and its full name, such as "smart #1 Premium"."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model as it stands in one market.

    `precision` says how `launched` is to be read: that day, some day of that month, or not later than
    that day. `note` is a message key for what has to be said besides.
    """

    key: str
    name: str
    body: str
    variants: tuple[VariantInfo, ...]
    state: State
    launched: date | None
    precision: Literal["day", "month", "by"] | None
    note: str | None
    provenance: Provenance | None


@dataclass(frozen=True, slots=True)
class AttributeInfo:
    """An attribute, its unit, and which way is better."""

    key: str
    unit: str | None
    family: str
    better: Literal["higher", "lower", "none"]
    headline: bool


@dataclass(frozen=True, slots=True)
class SpecValue:
    """What is on record for one attribute; `variant` is None where it holds for the whole model.

    A number is exact or about a value (`value_min == value_max`), a range between the two, or bounded by
    `value_max` ("under", "up to"). `text_key` stands for a word, such as "awd".
    """

    model: str
    variant: str | None
    attribute: str
    unit: str | None
    value_min: Decimal | None
    value_max: Decimal | None
    qualifier: Qualifier
    text_key: str | None
    basis: str
    note: str | None
    provenance: Provenance

    @property
    def number(self) -> Decimal | None:
        """Return the number to count with: the value, the bound, or the upper end of the range."""
        return self.value_max

    @property
    def status(self) -> Status:
        """Return how far the value can be relied on."""
        return self.provenance.status


@dataclass(frozen=True, slots=True)
class PriceInfo:
    """The latest published price of a variant; `valid_from` is None where no date was published."""

    market: str
    model: str
    variant: str
    name: str
    amount: Decimal
    currency: str
    basis: str
    valid_from: date | None
    note: str | None
    provenance: Provenance

    @property
    def status(self) -> Status:
        """Return how far the price can be relied on."""
        return self.provenance.status


@dataclass(frozen=True, slots=True)
class MarketNoteInfo:
    """What has to be said about a subject in a market; `figure` is the key of the figure it names."""

    subject: str
    note: str
    figure: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One attribute of two cars; `better` is None where none is, or where it cannot be told."""

    attribute: AttributeInfo
    left: SpecValue | None
    right: SpecValue | None
    better: Side | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two cars side by side, in the catalogue's order of attributes."""

    left: str
    right: str
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a customer looks for in a car."""

    market: str = "MY"
    budget: Decimal | None = None
    currency: str = "MYR"
    family: bool = False
    long_distance: bool = False
    city: bool = False
    performance: bool = False
    boot: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a variant is recommended: a message key and the value on record; `best` of all candidates."""

    key: str
    attribute: str
    value: SpecValue | PriceInfo
    best: bool


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommended variant; `cautions` are message keys for what must be said along with it."""

    model: str
    variant: str
    name: str
    score: float
    price: PriceInfo | None
    reasons: tuple[Reason, ...]
    cautions: tuple[str, ...] = field(default=())
