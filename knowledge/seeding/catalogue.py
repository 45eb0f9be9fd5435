"""Seed files of the catalogue: models, launches, attributes, values, prices, markets."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from knowledge.catalogue import tables
from knowledge.database import Base
from knowledge.seeding.reader import FactRow, Reader, Row, precision

TABLES: tuple[type[Base], ...] = (
    tables.Model,
    tables.Variant,
    tables.Launch,
    tables.Attribute,
    tables.AttributeValue,
    tables.Price,
    tables.MarketNote,
)

Unit = Literal[
    "km",
    "kW",
    "PS",
    "Nm",
    "s",
    "km_h",
    "kWh",
    "kWh_100km",
    "V",
    "min",
    "h",
    "mm",
    "litre",
    "kg",
    "star",
    "percent",
    "inch",
]
Market = Literal["MY", "TH"]
Currency = Literal["MYR", "THB"]
CURRENCY_OF = {"MY": "MYR", "TH": "THB"}


class VariantRow(Row):
    """A variant of a model."""

    key: str
    name: str


class ModelRow(Row):
    """A model with its variants."""

    key: str
    name: str
    body: str
    variants: tuple[VariantRow, ...] = Field(min_length=1)


class LaunchRow(FactRow):
    """How a model stands in a market."""

    market: Market
    model: str
    state: Literal["on_sale", "not_launched", "unknown"]
    launched: Annotated[str, Field(pattern=r"^(by )?\d{4}-\d{2}(-\d{2})?$")] | None = None
    note: str | None = None


class AttributeRow(Row):
    """Something that can be said of a car."""

    key: str
    unit: Unit | None = None
    family: Literal["range", "performance", "battery", "charging", "size", "safety", "equipment"]
    better: Literal["higher", "lower", "none"]
    headline: bool = False


class ValueRow(FactRow):
    """What is on record for an attribute."""

    model: str
    variant: str | None = None
    attribute: str
    value: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    text: str | None = None
    qualifier: Literal["under", "up_to", "about"] | None = None
    basis: Literal["EU", "global", "MY", "TH", "AU", "CN"]
    note: str | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [self.value is not None, self.min is not None or self.max is not None, self.text is not None]
        if sum(kinds) != 1:
            raise ValueError("a row has one of `value`, `min` with `max`, and `text`")
        if kinds[1] and (self.min is None or self.max is None or self.min >= self.max):
            raise ValueError("`min` and `max` come together, the smaller first")
        if self.qualifier and self.value is None:
            raise ValueError("`qualifier` goes with `value` only")
        return self

    def columns(self) -> dict[str, Any]:
        """Return the value as the table holds it."""
        if self.text is not None:
            return {"text_key": self.text, "qualifier": "exact", "value_min": None, "value_max": None}
        if self.min is not None:
            return {"text_key": None, "qualifier": "range", "value_min": self.min, "value_max": self.max}
        bound = self.qualifier in ("under", "up_to")
        return {
            "text_key": None,
            "qualifier": self.qualifier or "exact",
            "value_min": None if bound else self.value,
            "value_max": self.value,
        }


class PriceRow(FactRow):
    """A published price."""

    market: Market
    model: str
    variant: str
    amount: Decimal = Field(gt=0)
    currency: Currency
    basis: Literal["otr_without_insurance", "otr", "list", "unknown"]
    valid_from: date | None = None
    note: str | None = None


class MarketRow(FactRow):
    """What has to be said about a subject in a market."""

    market: Market
    subject: str
    note: str
    figure: str | None = None


def rows(reader: Reader) -> list[Base]:
    """Return the rows of the catalogue, noting what is wrong with the files."""
    models, cars = _models(reader)
    reader.cars = cars
    units, attributes = _attributes(reader)
    return [
        *models,
        *attributes,
        *_launches(reader, cars),
        *_values(reader, cars, units),
        *_prices(reader, cars),
        *_notes(reader),
    ]


def _models(reader: Reader) -> tuple[list[Base], dict[str, set[str]]]:
    found: list[Base] = []
    cars: dict[str, set[str]] = {}
    seen: dict[Any, Any] = {}
    for position, (place, row) in enumerate(reader.rows("models.yml", ModelRow)):
        if not reader.unique(place, row.key, seen):
            continue
        cars[row.key] = {variant.key for variant in row.variants}
        if len(cars[row.key]) < len(row.variants):
            reader.problem(place, "two variants have the same key", "rename or remove one of them")
        found.append(tables.Model(key=row.key, name=row.name, body=row.body, position=position))
        found.extend(
            tables.Variant(model=row.key, key=variant.key, name=variant.name, position=number)
            for number, variant in enumerate(row.variants)
        )
    return found, cars


def _attributes(reader: Reader) -> tuple[dict[str, str | None], list[Base]]:
    found: list[Base] = []
    units: dict[str, str | None] = {}
    seen: dict[Any, Any] = {}
    for position, (place, row) in enumerate(reader.rows("attributes.yml", AttributeRow)):
        if reader.unique(place, row.key, seen):
            units[row.key] = row.unit
            found.append(tables.Attribute(position=position, **row.model_dump()))
    return units, found


def _launches(reader: Reader, cars: dict[str, set[str]]) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("launches.yml", LaunchRow):
        if not reader.known(place, "model", row.model, set(cars), "models.yml"):
            continue
        if not reader.unique(place, (row.market, row.model), seen):
            continue
        text = (row.launched or "").removeprefix("by ")
        found.append(
            tables.Launch(
                market=row.market,
                model=row.model,
                state=row.state,
                launched=reader.day(place, "launched", text) if text else None,
                precision=None if not text else "by" if text != row.launched else precision(text),
                note=row.note,
                **reader.provenance(place, row),
            )
        )
    return found


def _values(reader: Reader, cars: dict[str, set[str]], units: dict[str, str | None]) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("values.yml", ValueRow):
        if not reader.known(place, "model", row.model, set(cars), "models.yml"):
            continue
        if row.variant is not None and not reader.known(
            place, "variant", row.variant, cars[row.model], "models.yml"
        ):
            continue
        if not reader.known(place, "attribute", row.attribute, set(units), "attributes.yml"):
            continue
        if not reader.unique(place, (row.model, row.variant, row.attribute), seen):
            continue
        if row.text is not None and units[row.attribute] is not None:
            reader.problem(
                place, f"a text for an attribute in {units[row.attribute]}", "write `value: <number>`"
            )
        found.append(
            tables.AttributeValue(
                id="/".join((row.model, row.variant or "*", row.attribute)),
                model=row.model,
                variant=row.variant,
                attribute=row.attribute,
                basis=row.basis,
                note=row.note,
                **row.columns(),
                **reader.provenance(place, row),
            )
        )
    return found


def _prices(reader: Reader, cars: dict[str, set[str]]) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("prices.yml", PriceRow):
        if not reader.known(place, "model", row.model, set(cars), "models.yml"):
            continue
        if not reader.known(place, "variant", row.variant, cars[row.model], "models.yml"):
            continue
        if not reader.unique(place, (row.market, row.model, row.variant, row.valid_from), seen):
            continue
        if row.currency != CURRENCY_OF[row.market]:
            reader.problem(
                place, f"{row.currency} is not the money of {row.market}", f"use {CURRENCY_OF[row.market]}"
            )
        if row.valid_from is None and row.status == "confirmed":
            reader.problem(place, "a confirmed price without `valid_from`", "add the date of publication")
        found.append(
            tables.Price(
                id=f"{row.market}/{row.model}/{row.variant}/{row.valid_from or 'undated'}",
                market=row.market,
                model=row.model,
                variant=row.variant,
                amount=row.amount,
                currency=row.currency,
                basis=row.basis,
                valid_from=row.valid_from,
                note=row.note,
                **reader.provenance(place, row),
            )
        )
    return found


def _notes(reader: Reader) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("markets.yml", MarketRow):
        if row.figure is not None:
            reader.known(place, "figure", row.figure, reader.figures, "figures.yml")
        if reader.unique(place, (row.market, row.subject), seen):
            found.append(
                tables.MarketNote(
                    market=row.market,
                    subject=row.subject,
                    note=row.note,
                    figure=row.figure,
                    **reader.provenance(place, row),
                )
            )
    return found
