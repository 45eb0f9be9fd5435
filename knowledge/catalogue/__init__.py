"""The catalogue: models, variants, what is on record about them, and their prices."""

from knowledge.catalogue.tables import (
    Attribute,
    AttributeValue,
    Launch,
    MarketNote,
    Model,
    Price,
    Variant,
)

__all__ = ["Attribute", "AttributeValue", "Launch", "MarketNote", "Model", "Price", "Variant"]
