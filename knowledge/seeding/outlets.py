"""Seed files of outlets: the samples that show what the product does, and public holidays."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from sqlalchemy.orm import Session

from knowledge.database import Base
from knowledge.geography import Point
from knowledge.outlets import regions
from knowledge.outlets.tables import Outlet, PublicHoliday, Resource
from knowledge.outlets.weekly import HoursError, Week, parse
from knowledge.outlets.writing import SAMPLE_PREFIX, Entry, Written, write_samples
from knowledge.seeding.reader import FactRow, Place, Reader, Row

TABLES: tuple[type[Base], ...] = (PublicHoliday,)
Market = Literal["MY", "TH"]
Language = Literal["en", "ms", "zh", "th"]
Service = Literal["sales", "test_drive", "service", "body_repair", "home_charger"]
LONGEST_KEY = 40
REGIONS = "knowledge/outlets/regions.py"


class Names(BaseModel):
    """A name in every language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    en: str = Field(min_length=1)
    ms: str = Field(min_length=1)
    zh: str = Field(min_length=1)
    th: str = Field(min_length=1)


class ResourceRow(BaseModel):
    """A demo car, a service bay or a survey team."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = Field(pattern=r"^[a-z0-9_]{1,19}$")
    kind: Literal["demo_car", "service_bay", "survey_team"]
    name: str = Field(min_length=1, max_length=80)
    model: str | None = None
    variant: str | None = None
    radius_km: int | None = Field(default=None, ge=1, le=500)
    slot: int = Field(ge=15, le=600, multiple_of=15)
    lead: int = Field(ge=0, le=20160)
    horizon_days: int = Field(default=60, ge=1, le=366)
    confirms: bool = True

    @model_validator(mode="after")
    def _complete(self) -> "ResourceRow":
        if (self.kind == "demo_car") != (self.model is not None and self.variant is not None):
            raise ValueError(f"{self.key}: a demo car has `model` and `variant`, and nothing else has")
        if (self.kind == "survey_team") != (self.radius_km is not None):
            raise ValueError(f"{self.key}: a survey team has `radius_km`, and nothing else has")
        return self


class OutletRow(Row):
    """A sample outlet."""

    key: str = Field(pattern=rf"^{SAMPLE_PREFIX}[a-z0-9_]+$", max_length=LONGEST_KEY)
    names: Names
    market: Market
    state: str
    kind: Literal["showroom", "service", "both"]
    address: str
    latitude: float
    longitude: float
    time_zone: str | None = None
    languages: tuple[Language, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    hours: str
    source: str
    as_of: date | None = None
    resources: tuple[ResourceRow, ...] = ()


class HolidayRow(FactRow):
    """A public holiday: on some days, in a market or some of its states."""

    key: str
    market: Market
    days: tuple[date, ...] = Field(min_length=1)
    states: tuple[str, ...] | None = None
    excepted: tuple[str, ...] | None = Field(default=None, alias="except")
    names: Names


def rows(reader: Reader) -> list[Base]:
    """Return the public holidays, noting every problem."""
    found: list[Base] = []
    seen: dict[Any, Place] = {}
    for place, row in reader.rows("public_holidays.yml", HolidayRow):
        facts = reader.provenance(place, row)
        for state in _states(reader, place, row):
            for day in row.days:
                if reader.unique(place, (row.market, state, day), seen):
                    found.append(
                        PublicHoliday(
                            market=row.market,
                            state=state,
                            day=day,
                            names=row.names.model_dump(),
                            source=facts["source"],
                            status=row.status,
                        )
                    )
    return found


def samples(reader: Reader) -> list[Entry]:
    """Return the sample outlets, noting every problem."""
    found: list[Entry] = []
    seen: dict[Any, Place] = {}
    for place, row in reader.rows("outlets.yml", OutletRow):
        week = _week(reader, place, row.hours)
        sound = [
            reader.unique(place, row.key, seen),
            reader.known(place, "state", row.state, set(regions.STATES[row.market]), REGIONS),
            reader.known(place, "source", row.source, set(reader.sources), "sources.yml"),
            _stands(reader, place, row),
            *(_car(reader, place, each) for each in row.resources),
            _each_once(reader, place, row),
        ]
        if week and all(sound):
            found.append(_entry(reader, row, week))
    return found


def write(session: Session, entries: list[Entry]) -> Written:
    """Bring the samples into the database, where nobody has imported the real network."""
    return write_samples(session, entries)


def _states(reader: Reader, place: Place, row: HolidayRow) -> tuple[str, ...]:
    if row.states is not None and row.excepted is not None:
        reader.problem(place, "`states` and `except` at once", "keep one of them")
        return ()
    known = regions.STATES[row.market]
    named = row.states or row.excepted or ()
    unknown = [each for each in named if not reader.known(place, "state", each, set(known), REGIONS)]
    if unknown:
        return ()
    if row.excepted:
        return tuple(each for each in known if each not in row.excepted)
    return row.states or ("",)


def _week(reader: Reader, place: Place, hours: str) -> Week:
    try:
        return parse(hours)
    except HoursError as error:
        reader.problem(place, f"`hours`: {error}", "write them like `Mon-Fri 09:00-18:00; Sun closed`")
        return {}


def _stands(reader: Reader, place: Place, row: OutletRow) -> bool:
    zones = regions.ZONES[row.market]
    if row.time_zone is not None and row.time_zone not in zones:
        reader.problem(place, f"`time_zone` is {row.time_zone!r}", f"use {' or '.join(zones)}")
        return False
    if regions.contains(row.market, Point(row.latitude, row.longitude)):
        return True
    where = f"{row.latitude}, {row.longitude} is not in {row.market}"
    reader.problem(place, where, "correct the position or the market")
    return False


def _car(reader: Reader, place: Place, row: ResourceRow) -> bool:
    if row.model is None or row.variant is None:
        return True
    return reader.known(place, "model", row.model, set(reader.cars), "models.yml") and reader.known(
        place, "variant", row.variant, reader.cars[row.model], "models.yml"
    )


def _each_once(reader: Reader, place: Place, row: OutletRow) -> bool:
    keys = [each.key for each in row.resources]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        reader.problem(place, f"resource {', '.join(twice)} stands twice", "give each its own key")
    return not twice


def _entry(reader: Reader, row: OutletRow, week: Week) -> Entry:
    source = reader.sources[row.source]
    outlet = Outlet(
        **row.model_dump(include={"key", "market", "state", "kind", "address", "latitude", "longitude"}),
        names=row.names.model_dump(),
        phone=None,
        time_zone=row.time_zone or regions.ZONES[row.market][0],
        languages=list(row.languages),
        services=list(row.services),
        sample=True,
        source=source.title,
        as_of=row.as_of or source.date,
    )
    resources = [
        Resource(
            key=f"{row.key}/{each.key}",
            outlet_key=row.key,
            **each.model_dump(
                include={"kind", "name", "model", "variant", "radius_km", "horizon_days", "confirms"}
            ),
            slot_minutes=each.slot,
            lead_minutes=each.lead,
            active=True,
        )
        for each in row.resources
    ]
    return Entry(outlet, week, resources)
