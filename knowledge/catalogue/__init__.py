"""The catalogue: models, variants, what is on record about them, and their prices."""

from knowledge.catalogue.comparison import Car, UnknownCarError, compare
from knowledge.catalogue.queries import attributes, lineup, market_note, prices, specs
from knowledge.catalogue.recommendation import recommend
from knowledge.catalogue.records import (
    AttributeInfo,
    Comparison,
    ComparisonRow,
    MarketNoteInfo,
    ModelInfo,
    Needs,
    PriceInfo,
    Reason,
    Recommendation,
    SpecValue,
    VariantInfo,
)

__all__ = [
    "AttributeInfo",
    "Car",
    "Comparison",
    "ComparisonRow",
    "MarketNoteInfo",
    "ModelInfo",
    "Needs",
    "PriceInfo",
    "Reason",
    "Recommendation",
    "SpecValue",
    "UnknownCarError",
    "VariantInfo",
    "attributes",
    "compare",
    "lineup",
    "market_note",
    "prices",
    "recommend",
    "specs",
]
