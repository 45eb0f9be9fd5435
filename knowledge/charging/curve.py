"""How long a charge takes: the car's charging curve on DC, its on-board charger on AC."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge import catalogue
from knowledge.charging.records import ChargingTime, Current
from knowledge.charging.tables import CurvePoint
from knowledge.provenance import Provenance, joined

AC_EFFICIENCY = Decimal("0.9")  # of what comes out of the wall, as much reaches the battery
STEP = 1  # percent


@dataclass(frozen=True, slots=True)
class Battery:
    """What charging has to know of a car.

    `curve` holds (percent, kW) with the percent rising from 0 to 100; between two points it is a straight
    line.
    """

    model: str
    variant: str
    usable_kwh: float
    curve: tuple[tuple[int, float], ...]
    ac_kw: float | None  # None where the on-board charger's power is not on record
    provenance: Provenance
    ac_provenance: Provenance | None

    def dc_kw(self, percent: float) -> float:
        """Return the power in kW that the car takes at a state of charge, if the charger has it."""
        for (low, from_kw), (high, to_kw) in pairwise(self.curve):
            if low <= percent <= high:
                return from_kw + (to_kw - from_kw) * (percent - low) / (high - low)
        raise ValueError(f"no state of charge: {percent} %")

    def minutes(self, from_percent: float, to_percent: float, kw: float, current: Current = "dc") -> float:
        """Return the minutes of a charge at a charger of so many kW; 0 where it is full enough already."""
        if to_percent <= from_percent:
            return 0.0
        if current == "ac":
            if self.ac_kw is None:
                raise ValueError(f"no AC power on record: {self.model} {self.variant}")
            power = min(kw, self.ac_kw) * float(AC_EFFICIENCY)
            return (to_percent - from_percent) / 100 * self.usable_kwh / power * 60
        edges = [from_percent]
        edges += [
            float(p) for p in range(int(from_percent) + STEP, 101, STEP) if from_percent < p < to_percent
        ]
        edges.append(to_percent)
        hours = 0.0
        for low, high in pairwise(edges):
            energy = (high - low) / 100 * self.usable_kwh
            hours += energy / min(self.dc_kw((low + high) / 2), kw)
        return hours * 60


def battery(session: Session, model: str, variant: str) -> Battery | None:
    """Return what is on record of a variant's battery; None where its curve or capacity is not."""
    points = session.scalars(
        select(CurvePoint)
        .where(CurvePoint.model == model, CurvePoint.variant == variant)
        .order_by(CurvePoint.percent)
    ).all()
    values = {
        value.attribute: value
        for value in catalogue.specs(session, model, variant, ["battery_usable", "ac_power"])
    }
    usable, ac = values.get("battery_usable"), values.get("ac_power")
    if not points or usable is None or usable.number is None:
        return None
    least_ac = None if ac is None else ac.number if ac.value_min is None else ac.value_min
    return Battery(
        model,
        variant,
        float(usable.number),
        tuple((point.percent, float(point.kw * point.scale)) for point in points),
        None if least_ac is None else float(least_ac),
        joined([*(point.provenance for point in points), usable.provenance]),
        None if ac is None else joined([usable.provenance, ac.provenance]),
    )


def charging_time(
    car: Battery, from_percent: int, to_percent: int, kw: float | None, current: Current
) -> ChargingTime | None:
    """Return how long a charge takes; without a power the car's own highest is taken.

    None where the car's AC power is asked for and not on record.
    """
    highest = max(power for _, power in car.curve) if current == "dc" else car.ac_kw
    provenance = car.provenance if current == "dc" else car.ac_provenance
    if highest is None or provenance is None:
        return None
    power = highest if kw is None else kw
    return ChargingTime(
        minutes=round(car.minutes(from_percent, to_percent, power, current)),
        kwh=(to_percent - from_percent) / 100 * car.usable_kwh,
        from_percent=from_percent,
        to_percent=to_percent,
        kw=power,
        current=current,
        limited_to_kw=highest if kw is not None and kw > highest else None,
        provenance=provenance,
    )


def samples(
    car: Battery, kw: float, from_percent: int, to_percent: int
) -> Sequence[tuple[float, int, float]]:
    """Return (minutes, percent, kW) at every fifth percent of a DC charge, for a picture of it."""
    edges = sorted({from_percent, *range(from_percent - from_percent % 5 + 5, to_percent, 5), to_percent})
    return [
        (car.minutes(from_percent, percent, kw), percent, min(kw, car.dc_kw(percent))) for percent in edges
    ]


def energy_price(kwh: float, price: Decimal) -> Decimal:
    """Return what so many kWh cost, to the hundredth."""
    return (Decimal(str(kwh)) * price).quantize(Decimal("0.01"))
