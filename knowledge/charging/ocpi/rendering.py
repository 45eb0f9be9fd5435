"""From our records back to OCPI's JSON: what a peer gets that asks what we hold, and what a PATCH changes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from knowledge.charging import store
from knowledge.charging.ocpi.reading import Owner
from knowledge.charging.ocpi.values import COUNTRIES
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord

ALPHA_3 = {short: long for long, short in COUNTRIES.items()}


def location(record: LocationRecord, owner: Owner) -> dict[str, Any]:
    """Return a Location as it is kept."""
    hours: dict[str, Any] | None = None
    if record.round_the_clock:
        hours = {"twentyfourseven": True}
    elif record.hours:
        hours = {"twentyfourseven": False, "regular_hours": list(record.hours)}
    name = f"[Restricted] {record.name}" if record.access == "restricted" else record.name
    return _told(
        {
            "country_code": owner.country_code,
            "party_id": owner.party_id,
            "id": record.location_id,
            "publish": record.publish,
            "name": name,
            "address": record.address,
            "city": record.city,
            "postal_code": record.postal_code,
            "state": record.state,
            "country": ALPHA_3[record.country],
            "coordinates": {
                "latitude": f"{record.point.latitude:.7f}",
                "longitude": f"{record.point.longitude:.7f}",
            },
            "time_zone": record.time_zone,
            "operator": {"name": record.operator} if record.operator else None,
            "opening_times": hours,
            "evses": [evse(each) for each in record.evses],
            "last_updated": moment(record.last_updated),
        }
    )


def find(session: Session, party: str, owner: Owner, parts: Sequence[str]) -> dict[str, Any] | None:
    """Return a Location, one of its EVSEs or one of that EVSE's connectors as it is kept, or None."""
    record = store.read_location(session, party, parts[0])
    found = None if record is None else location(record, owner)
    for list_name, id_name, part in zip(("evses", "connectors"), ("uid", "id"), parts[1:], strict=False):
        if found is not None:
            found = next((each for each in found[list_name] if each[id_name] == part), None)
    return found


def evse(record: EvseRecord) -> dict[str, Any]:
    """Return an EVSE as it is kept; its time is the newest of its own and its connectors'."""
    times = [record.status_at, *(plug.last_updated for plug in record.connectors)]
    return _told(
        {
            "uid": record.uid,
            "evse_id": record.evse_id,
            "status": record.status,
            "physical_reference": record.physical_reference,
            "floor_level": record.floor_level,
            "connectors": [connector(each) for each in record.connectors],
            "last_updated": moment(max((each for each in times if each is not None), default=None)),
        }
    )


def connector(record: ConnectorRecord) -> dict[str, Any]:
    """Return a connector as it is kept: its power, not the volts and amperes that it was worked out from."""
    return _told(
        {
            "id": record.connector_id,
            "standard": record.standard,
            "format": record.format,
            "power_type": record.power_type,
            "max_electric_power": None if record.kw is None else round(record.kw * 1000),
            "tariff_ids": list(record.tariff_ids),
            "last_updated": moment(record.last_updated),
        }
    )


def moment(value: datetime | None) -> str | None:
    """Return a moment as OCPI writes it."""
    if value is None:
        return None
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
