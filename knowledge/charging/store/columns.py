"""From a record to the columns of its row."""

from typing import Any

from knowledge.charging import tables
from knowledge.charging.store.records import (
    HIDDEN,
    KINDS,
    OPEN_TO,
    ConnectorRecord,
    EvseRecord,
    LocationRecord,
)
from knowledge.geography import cell


def summary(record: LocationRecord) -> dict[str, Any]:
    """Return the columns that a search filters by, worked out from the EVSEs that are there."""
    evses = [evse for evse in record.evses if evse.status not in HIDDEN]
    plugs = [plug for evse in evses for plug in evse.connectors]

    def highest(column: str, value: str) -> float | None:
        return max((plug.kw or 0.0 for plug in plugs if getattr(plug, column) == value), default=None)

    return {
        "evses": len(evses),
        "shown": record.publish and record.access in OPEN_TO and bool(plugs),
        "dc_kw": highest("current", "dc"),
        "ac_kw": highest("current", "ac"),
        **{f"{kind}_kw": highest("kind", kind) for kind in KINDS.values()},
    }


def location_columns(record: LocationRecord) -> dict[str, Any]:
    """Return the columns of a site's own, but for its party and for what `summary` works out."""
    return {
        "location_id": record.location_id,
        "name": record.name,
        "address": record.address,
        "city": record.city,
        "state": record.state,
        "postal_code": record.postal_code,
        "country": record.country,
        "latitude": record.point.latitude,
        "longitude": record.point.longitude,
        "cell": cell(record.point),
        "time_zone": record.time_zone,
        "operator": record.operator,
        "network": record.network,
        "access": record.access,
        "publish": record.publish,
        "round_the_clock": record.round_the_clock,
        "hours": list(record.hours) or None,
        "price_text": record.price_text,
        "source": record.source,
        "licence": record.licence,
        "checked_on": record.checked_on,
        "last_updated": record.last_updated,
    }


def evse_columns(record: EvseRecord) -> dict[str, Any]:
    """Return the columns of an EVSE, but for its site."""
    return {
        "uid": record.uid,
        "evse_id": record.evse_id,
        "status": record.status if record.status in tables.STATUSES else "UNKNOWN",
        "status_at": record.status_at,
        "physical_reference": record.physical_reference,
        "floor_level": record.floor_level,
    }


def connector_columns(record: ConnectorRecord) -> dict[str, Any]:
    """Return a connector's columns, but for its EVSE."""
    return {
        "connector_id": record.connector_id,
        "standard": record.standard,
        "kind": record.kind,
        "format": record.format,
        "current": record.current,
        "power_type": record.power_type,
        "kw": record.kw,
        "tariff_ids": list(record.tariff_ids) or None,
        "last_updated": record.last_updated,
    }
