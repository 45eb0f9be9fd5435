"""Journeys: the way by road, what it takes of the battery, and where to charge."""

from knowledge.journeys.osrm import Osrm
from knowledge.journeys.plan import RESERVE, ImpossibleError, Plan, Stop, plan
from knowledge.journeys.roads import ISLANDS
from knowledge.journeys.vehicle import Conditions, Vehicle, vehicle
from knowledge.journeys.way import chargers_along, chargers_between

__all__ = [
    "ISLANDS",
    "RESERVE",
    "Conditions",
    "ImpossibleError",
    "Osrm",
    "Plan",
    "Stop",
    "Vehicle",
    "chargers_along",
    "chargers_between",
    "plan",
    "vehicle",
]
