"""What others learn of outlets and their resources: plain values, detached from the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.geography import Point


@dataclass(frozen=True, slots=True)
class Outlet:
    """A showroom, a service centre, or both in one house."""

    key: str
    names: Mapping[str, str]  # by language; "en" is always there
    market: str
    state: str
    kind: str
    address: str
    point: Point
    phone: str | None  # E.164
    time_zone: str
    languages: tuple[str, ...]
    services: tuple[str, ...]
    sample: bool  # no such outlet exists
    active: bool
    source: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Near:
    """An outlet, and how far it is as the crow flies."""

    outlet: Outlet
    distance_km: float


@dataclass(frozen=True, slots=True)
class Resource:
    """A demo car, a service bay or a survey team of an outlet."""

    key: str
    outlet_key: str
    kind: str
    name: str
    model: str | None
    variant: str | None
    radius_km: int | None
    slot_minutes: int
    lead_minutes: int
    horizon_days: int
    confirms: bool
    active: bool
