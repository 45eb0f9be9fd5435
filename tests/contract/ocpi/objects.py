"""Objects as operators send them."""

from copy import deepcopy
from typing import Any

T0 = "2026-11-20T08:00:00Z"
T1 = "2026-11-20T09:00:00Z"
T2 = "2026-11-20T10:00:00Z"


def connector(**change: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "standard": "IEC_62196_T2_COMBO",
        "format": "CABLE",
        "power_type": "DC",
        "max_voltage": 500,
        "max_amperage": 200,
        "max_electric_power": 60000,
        "tariff_ids": ["T1"],
        "last_updated": T0,
        **change,
    }


def evse(**change: Any) -> dict[str, Any]:
    return {
        "uid": "E1",
        "evse_id": "MY*ONE*E1",
        "status": "AVAILABLE",
        "connectors": [connector()],
        "last_updated": T0,
        **change,
    }


def location(**change: Any) -> dict[str, Any]:
    return {
        "country_code": "MY",
        "party_id": "ONE",
        "id": "L1",
        "publish": True,
        "name": "Mall",
        "address": "1 Jalan Besar",
        "city": "Ipoh",
        "country": "MYS",
        "coordinates": {"latitude": "4.597500", "longitude": "101.090100"},
        "time_zone": "Asia/Kuala_Lumpur",
        "opening_times": {"twentyfourseven": True},
        "evses": [evse()],
        "last_updated": T0,
        **change,
    }


def tariff(**change: Any) -> dict[str, Any]:
    return {
        "country_code": "MY",
        "party_id": "ONE",
        "id": "T1",
        "currency": "MYR",
        "elements": [{"price_components": [{"type": "ENERGY", "price": 1.2, "vat": 8, "step_size": 1}]}],
        "last_updated": T0,
        **change,
    }


def without(whole: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: deepcopy(value) for name, value in whole.items() if name not in names}
