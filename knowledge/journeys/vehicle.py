"""What a drive takes of the battery: by speed, load, rain and mountains."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from knowledge import catalogue
from knowledge.charging import Battery, battery
from knowledge.provenance import Provenance, joined

# E/100 km = (C_rr·m·g + ½·ρ·C_d·A·v²) / (3.6e6·η)·1e5 + P_aux/v·100, for a steady speed v. Rolling
# resistance and gravity as in shubgoenka19-dev/EV_Route_Planner (MIT), air at 30 °C by the gas law, the
# others are assumptions.
GRAVITY = 9.80665  # m/s²
ROLLING = 0.01
AIR = 1.16  # kg/m³ at 30 °C
EFFICIENCY = 0.90
AIR_CONDITION_KW = 1.0
AREA_SHARE = 0.84  # of width times height
USUAL_LOAD_KG = 150.0
USUAL_MASS_KG = 1820.0  # the #1's; where a model's own is not on record
USUAL_DRAG = 0.29
# The catalogue's consumption ("real range") is that of a mixed drive, about a motorway's at this speed.
REFERENCE_KMH = 105.0
SLOWEST_KMH, FASTEST_KMH = 50.0, 130.0
RAIN, MOUNTAINS = 1.10, 1.10


@dataclass(frozen=True)
class Conditions:
    """What makes a drive take more: load in kg beside the driver's car, rain."""

    load_kg: float = USUAL_LOAD_KG
    rain: bool = False


@dataclass(frozen=True)
class Vehicle:
    """A variant on the road; `consumption` in kWh per 100 km is the catalogue's."""

    battery: Battery
    consumption: float
    mass_kg: float
    drag: float
    area_m2: float
    provenance: Provenance
    conditions: Conditions = Conditions()

    @property
    def usable_kwh(self) -> float:
        """Return the energy that the battery gives."""
        return self.battery.usable_kwh

    def percent(self, km: float, kmh: float, *, winding: bool = False) -> float:
        """Return how many percent of the battery a stretch of road takes."""
        per_100 = self.consumption * self._steady(kmh, self.conditions.load_kg) / self._reference
        per_100 *= (MOUNTAINS if winding else 1.0) * (RAIN if self.conditions.rain else 1.0)
        return km * per_100 / self.usable_kwh

    @cached_property
    def _reference(self) -> float:
        return self._steady(REFERENCE_KMH, USUAL_LOAD_KG)

    def _steady(self, kmh: float, load_kg: float) -> float:
        """Return the kWh per 100 km of a steady speed by the formula above."""
        speed = min(max(kmh, SLOWEST_KMH), FASTEST_KMH)
        metres = speed / 3.6
        force = ROLLING * (self.mass_kg + load_kg) * GRAVITY
        force += 0.5 * AIR * self.drag * self.area_m2 * metres * metres
        return force / (3.6e6 * EFFICIENCY) * 1e5 + AIR_CONDITION_KW / speed * 100


def vehicle(
    session: Session, model: str, variant: str, conditions: Conditions | None = None
) -> Vehicle | None:
    """Return a variant as it drives; None where its battery, curve or consumption is not on record."""
    cell = battery(session, model, variant)
    keys = ["consumption_real", "kerb_mass", "drag", "width", "height"]
    facts = {value.attribute: value for value in catalogue.specs(session, model, variant, keys)}
    used = facts.get("consumption_real")
    if cell is None or used is None or used.number is None:
        return None

    def figure(key: str, usual: float) -> float:
        value = facts.get(key)
        return usual if value is None or value.number is None else float(value.number)

    return Vehicle(
        battery=cell,
        consumption=float(used.number),
        mass_kg=figure("kerb_mass", USUAL_MASS_KG),
        drag=figure("drag", USUAL_DRAG),
        area_m2=AREA_SHARE * figure("width", 1822) / 1000 * figure("height", 1636) / 1000,
        provenance=joined([used.provenance, cell.provenance]),
        conditions=conditions or Conditions(),
    )
