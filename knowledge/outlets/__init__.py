"""Outlets: showrooms and service centres, when they are open, and what can be booked there."""

from knowledge.outlets import tables
from knowledge.outlets.hours import Calendar, DayOff, Opening, Stretch, at_clock, opening, openings
from knowledge.outlets.records import Near, Outlet, Resource
from knowledge.outlets.regions import states_of
from knowledge.outlets.search import named_in, nearest
from knowledge.outlets.store import (
    OutletError,
    close_days,
    close_resource,
    in_market,
    open_days,
    open_resource,
    outlet,
    resources,
    weekly_hours,
)
from knowledge.outlets.weekly import Week

__all__ = [
    "Calendar",
    "DayOff",
    "Near",
    "Opening",
    "Outlet",
    "OutletError",
    "Resource",
    "Stretch",
    "Week",
    "at_clock",
    "close_days",
    "close_resource",
    "in_market",
    "named_in",
    "nearest",
    "open_days",
    "open_resource",
    "opening",
    "openings",
    "outlet",
    "resources",
    "states_of",
    "tables",
    "weekly_hours",
]
