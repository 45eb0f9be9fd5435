"""The cars: what is sold, what it costs, what is on record about it, comparisons and recommendations."""

from bot.actions.catalogue import compare, lineup, price, recommend, spec

__all__ = ["compare", "lineup", "price", "recommend", "spec"]
