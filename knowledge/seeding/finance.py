"""Seed files of the costs: the road tax bands."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pydantic import Field

from knowledge.database import Base
from knowledge.finance import RoadTaxBand
from knowledge.seeding.reader import FactRow, Reader

TABLES: tuple[type[Base], ...] = (RoadTaxBand,)


class BandRow(FactRow):
    """A band of power."""

    valid_from: date
    above: Decimal = Field(ge=0)
    up_to: Decimal | None = None
    base: Decimal = Field(ge=0)
    step: Decimal = Field(ge=0)


def rows(reader: Reader) -> list[Base]:
    """Return the bands, noting gaps and overlaps between them."""
    found: list[Base] = []
    seen: dict[Any, Any] = {}
    bands = reader.rows("road_tax.yml", BandRow)
    for place, row in bands:
        key = f"{row.valid_from}/{row.above}"
        if reader.unique(place, key, seen):
            values = row.model_dump(include={"valid_from", "above", "up_to", "base", "step"})
            found.append(RoadTaxBand(id=key, **values, **reader.provenance(place, row)))
    for (_, lower), (place, upper) in pairwise(bands):
        if lower.valid_from == upper.valid_from and lower.up_to != upper.above:
            reader.problem(
                place,
                f"begins above {upper.above}, while the band before ends at {lower.up_to}",
                "let each band begin where the one before ends",
            )
    return found
