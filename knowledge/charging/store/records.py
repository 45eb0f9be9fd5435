"""Charging sites as they are to be written, whoever brings them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from knowledge.geography import Point

KINDS = {
    "IEC_62196_T2_COMBO": "ccs2",
    "IEC_62196_T2": "type2",
    "CHADEMO": "chademo",
    "IEC_62196_T1": "type1",
}
DC_STANDARDS = {"IEC_62196_T2_COMBO", "IEC_62196_T1_COMBO", "CHADEMO", "CHAOJI", "GBT_DC", "MCS"}
HIDDEN = ("REMOVED", "PLANNED")
OPEN_TO = ("public", "membership", "unknown")


@dataclass(frozen=True, slots=True)
class ConnectorRecord:
    """A plug to be written; `kw` is None where its power is not on record."""

    connector_id: str
    standard: str
    power_type: str | None = None
    format: str | None = None
    kw: float | None = None
    tariff_ids: tuple[str, ...] = ()
    last_updated: datetime | None = None

    @property
    def current(self) -> str:
        """Return ac or dc: by the power type, else by the standard."""
        if self.power_type:
            return "ac" if self.power_type.startswith("AC") else "dc"
        return "dc" if self.standard in DC_STANDARDS else "ac"

    @property
    def kind(self) -> str:
        """Return the plug by the name that customers have for it."""
        return KINDS.get(self.standard, "other")


@dataclass(frozen=True, slots=True)
class EvseRecord:
    """An EVSE to be written."""

    uid: str
    connectors: tuple[ConnectorRecord, ...]
    evse_id: str | None = None
    status: str = "UNKNOWN"
    status_at: datetime | None = None
    physical_reference: str | None = None
    floor_level: str | None = None


@dataclass(frozen=True, slots=True)
class LocationRecord:
    """A site to be written; `country` has two letters."""

    location_id: str
    name: str
    country: str
    point: Point
    evses: tuple[EvseRecord, ...]
    address: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    time_zone: str | None = None
    operator: str | None = None
    network: str | None = None
    access: str = "public"
    publish: bool = True
    round_the_clock: bool | None = None
    hours: tuple[dict[str, Any], ...] = ()
    price_text: str | None = None
    source: str = ""
    licence: str | None = None
    checked_on: date | None = None
    last_updated: datetime | None = None


@dataclass
class Written:
    """What a batch of writing did."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def with_evse(record: LocationRecord, evse: EvseRecord) -> LocationRecord:
    """Return a site with one EVSE written anew or added."""
    others = tuple(each for each in record.evses if each.uid != evse.uid)
    return replace(record, evses=(*others, evse))
