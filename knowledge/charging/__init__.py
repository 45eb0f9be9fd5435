"""Charging: sites and their status, how long it takes, what it costs."""

from knowledge.charging.curve import AC_EFFICIENCY, Battery, battery, charging_time, samples
from knowledge.charging.prices import home_prices, public_prices
from knowledge.charging.records import (
    Availability,
    ChargingTime,
    HomePrice,
    PlugGroup,
    PriceOnRecord,
    Site,
    SitePrice,
    Wish,
)
from knowledge.charging.search import along, by_ids, by_name, named_in, nearest

__all__ = [
    "AC_EFFICIENCY",
    "Availability",
    "Battery",
    "ChargingTime",
    "HomePrice",
    "PlugGroup",
    "PriceOnRecord",
    "Site",
    "SitePrice",
    "Wish",
    "along",
    "battery",
    "by_ids",
    "by_name",
    "charging_time",
    "home_prices",
    "named_in",
    "nearest",
    "public_prices",
    "samples",
]
