"""Seed files of charging: prices, charging curves, and the directory of sites."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging import store
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.charging.tables import DIRECTORY, CurvePoint, HomeTariff, NetworkPrice, Party
from knowledge.database import Base
from knowledge.geography import Point
from knowledge.seeding.reader import FactRow, Reader, Row

TABLES: tuple[type[Base], ...] = (NetworkPrice, HomeTariff, CurvePoint)
Country = Literal["MY", "TH"]
Directory = list[tuple[Party, list[LocationRecord]]]
CURRENCIES = {"MY": "MYR", "TH": "THB"}
BOXES = {"MY": (0.8, 7.5, 99.6, 119.4), "TH": (5.5, 20.6, 97.3, 105.8)}  # south, north, west, east
Period = Literal["any", "peak", "off_peak"]


class PriceRow(FactRow):
    """A price of a kWh at public chargers."""

    country: Country
    network: str | None = None
    current: Literal["ac", "dc"] | None = None
    kw: int | None = None
    period: Period = "any"
    low: Decimal = Field(ge=0)
    high: Decimal | None = None


class HomeRow(FactRow):
    """A price of a kWh at home."""

    country: Country
    plan: Literal["standard", "tou"]
    period: Period = "any"
    low: Decimal = Field(ge=0)
    high: Decimal | None = None
    above_kwh: int = 0
    valid_from: date | None = None


class CurveRow(FactRow):
    """A charging curve."""

    model: str
    variant: str
    points: Mapping[int, Decimal]
    scale: Decimal = Field(default=Decimal(1), gt=0, le=1)


class PlugRow(BaseModel):
    """A plug of a site."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    standard: str
    kw: float | None = Field(default=None, gt=0, le=1000)


class EvseRow(BaseModel):
    """So many equal EVSEs of a site."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    count: int = Field(ge=1, le=100)
    plugs: tuple[PlugRow, ...] = Field(min_length=1)


class SiteRow(Row):
    """A site of the directory."""

    id: str
    name: str
    operator: str | None = None
    network: str | None = None
    country: Country
    latitude: float
    longitude: float
    address: str | None = None
    city: str | None = None
    state: str | None = None
    access: Literal["public", "membership", "unknown"] = "public"
    round_the_clock: bool | None = None
    price: str | None = None
    source: str
    checked_on: date
    evses: tuple[EvseRow, ...] = Field(min_length=1)


def rows(reader: Reader) -> list[Base]:
    """Return prices and curves, noting every problem."""
    return [*_prices(reader), *_home(reader), *_curves(reader)]


def _prices(reader: Reader) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("charging_prices.yml", PriceRow):
        key = "/".join(
            str(each or "-") for each in (row.country, row.network, row.current, row.kw, row.period)
        )
        if reader.unique(place, key, seen) and _ordered(reader, place, row.low, row.high):
            found.append(
                NetworkPrice(
                    id=key,
                    **row.model_dump(include={"country", "network", "current", "kw", "period", "low"}),
                    high=row.high or row.low,
                    currency=CURRENCIES[row.country],
                    **reader.provenance(place, row),
                )
            )
    return found


def _home(reader: Reader) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("home_tariffs.yml", HomeRow):
        key = f"{row.country}/{row.plan}/{row.period}/{row.above_kwh}"
        if reader.unique(place, key, seen) and _ordered(reader, place, row.low, row.high):
            found.append(
                HomeTariff(
                    id=key,
                    **row.model_dump(include={"country", "plan", "period", "low", "above_kwh", "valid_from"}),
                    high=row.high or row.low,
                    currency=CURRENCIES[row.country],
                    **reader.provenance(place, row),
                )
            )
    return found


def _curves(reader: Reader) -> list[Base]:
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("charging_curves.yml", CurveRow):
        if not reader.unique(place, (row.model, row.variant), seen):
            continue
        levels = list(row.points)
        if (
            levels != sorted(levels)
            or levels[:1] != [0]
            or levels[-1:] != [100]
            or min(row.points.values()) <= 0
        ):
            reader.problem(
                place,
                f"`points` are {levels} percent",
                "write them from 0 to 100 percent, rising, each with a power",
            )
            continue
        facts = reader.provenance(place, row)
        found += [
            CurvePoint(model=row.model, variant=row.variant, percent=percent, kw=kw, scale=row.scale, **facts)
            for percent, kw in row.points.items()
        ]
    return found


def directory(reader: Reader) -> Directory:
    """Return the directory of sites, a party for each source of it."""
    by_source: dict[str, list[LocationRecord]] = {}
    seen: dict[Any, Any] = {}
    for place, row in reader.rows("charging_sites.yml", SiteRow):
        known = reader.known(place, "source", row.source, set(reader.sources), "sources.yml")
        south, north, west, east = BOXES[row.country]
        if not (south <= row.latitude <= north and west <= row.longitude <= east):
            reader.problem(
                place,
                f"{row.latitude}, {row.longitude} is not in {row.country}",
                "correct the position or the country",
            )
        elif reader.unique(place, row.id, seen) and known:
            by_source.setdefault(row.source, []).append(_record(row, reader.sources[row.source].title))
    return [
        (
            Party(
                key=f"directory:{source}",
                kind=DIRECTORY,
                name=reader.sources[source].title,
                attribution=reader.sources[source].title,
                enabled=True,
                token_base64=True,
            ),
            records,
        )
        for source, records in by_source.items()
    ]


def write(session: Session, parties: Directory) -> store.Written:
    """Make the directory equal to the file."""
    whole = store.Written()
    kept = {party.key for party, _ in parties}
    for key in session.scalars(select(Party.key).where(Party.kind == DIRECTORY)).all():
        if key not in kept:
            store.remove_party(session, key)
    for party, records in parties:
        written = store.replace_all(session, party, records)
        whole.added += written.added
        whole.changed += written.changed
        whole.removed += written.removed
    return whole


def _record(row: SiteRow, source: str) -> LocationRecord:
    evses: list[EvseRecord] = []
    for group in row.evses:
        for _ in range(group.count):
            number = len(evses) + 1
            plugs = tuple(
                ConnectorRecord(str(index), plug.standard, kw=plug.kw)
                for index, plug in enumerate(group.plugs, 1)
            )
            evses.append(EvseRecord(str(number), plugs))
    return LocationRecord(
        location_id=row.id,
        name=row.name,
        country=row.country,
        point=Point(row.latitude, row.longitude),
        evses=tuple(evses),
        address=row.address,
        city=row.city,
        state=row.state,
        operator=row.operator,
        network=row.network,
        access=row.access,
        round_the_clock=row.round_the_clock,
        price_text=row.price,
        source=source,
        checked_on=row.checked_on,
    )


def _ordered(reader: Reader, place: Any, low: Decimal, high: Decimal | None) -> bool:
    if high is not None and high < low:
        reader.problem(place, f"from {low} to {high}", "write the lower price as `low`")
        return False
    return True
