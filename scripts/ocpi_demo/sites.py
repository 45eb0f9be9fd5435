"""The sites of the demonstration: made up, in real towns, and named so that nobody takes them for real."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

COUNTRY, PARTY, NAME = "MY", "DMO", "Demo Charging"
DC, AC = ("IEC_62196_T2_COMBO", "DC", "CABLE"), ("IEC_62196_T2", "AC_3_PHASE", "SOCKET")
TARIFFS = {"DC-MYR": ("MYR", 1.5), "AC-MYR": ("MYR", 0.8), "DC-THB": ("THB", 7.5), "AC-THB": ("THB", 6.0)}
# Town, country, time zone, degrees north and east, (EVSEs, kW) with DC, (EVSEs, kW) with AC.
TOWNS = (
    ("Kuala Lumpur", "MYS", "Asia/Kuala_Lumpur", 3.1490, 101.6970, (4, 180), (2, 22)),
    ("Kuala Lumpur South", "MYS", "Asia/Kuala_Lumpur", 3.0610, 101.6760, (2, 60), (4, 11)),
    ("Ipoh", "MYS", "Asia/Kuala_Lumpur", 4.5970, 101.0900, (4, 150), (0, 0)),
    ("Melaka", "MYS", "Asia/Kuala_Lumpur", 2.1960, 102.2480, (2, 60), (2, 22)),
    ("Johor Bahru", "MYS", "Asia/Kuala_Lumpur", 1.4860, 103.7610, (4, 180), (0, 0)),
    ("Bangkok", "THA", "Asia/Bangkok", 13.7460, 100.5340, (4, 120), (4, 22)),
)


def now() -> str:
    """Return the time as OCPI writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def locations() -> list[dict[str, Any]]:
    """Return the sites as OCPI Locations, all of them free."""
    return [_location(f"DEMO-{number}", *town) for number, town in enumerate(TOWNS, 1)]


def tariffs() -> list[dict[str, Any]]:
    """Return the made-up prices."""
    return [
        {
            **_owner(),
            "id": tariff_id,
            "currency": currency,
            "elements": [{"price_components": [{"type": "ENERGY", "price": price, "step_size": 1}]}],
            "last_updated": now(),
        }
        for tariff_id, (currency, price) in TARIFFS.items()
    ]


def _location(
    location_id: str,
    town: str,
    country: str,
    time_zone: str,
    north: float,
    east: float,
    dc: tuple[int, int],
    ac: tuple[int, int],
) -> dict[str, Any]:
    currency = "THB" if country == "THA" else "MYR"
    kinds = [("DC", DC, dc[1])] * dc[0] + [("AC", AC, ac[1])] * ac[0]
    return {
        **_owner(),
        "id": location_id,
        "publish": True,
        "name": f"Demo {town}",
        "address": "made up for a demonstration",
        "city": town,
        "country": country,
        "coordinates": {"latitude": f"{north:.6f}", "longitude": f"{east:.6f}"},
        "time_zone": time_zone,
        "opening_times": {"twentyfourseven": True},
        "operator": {"name": NAME},
        "evses": [
            {
                "uid": f"{location_id}-{number}",
                "status": "AVAILABLE",
                "last_updated": now(),
                "connectors": [
                    {
                        "id": "1",
                        "standard": standard,
                        "power_type": power_type,
                        "format": form,
                        "max_voltage": 400,
                        "max_amperage": 32,
                        "max_electric_power": kw * 1000,
                        "tariff_ids": [f"{kind}-{currency}"],
                        "last_updated": now(),
                    }
                ],
            }
            for number, (kind, (standard, power_type, form), kw) in enumerate(kinds, 1)
        ],
        "last_updated": now(),
    }


def _owner() -> dict[str, str]:
    return {"country_code": COUNTRY, "party_id": PARTY}
