"""Finding charging sites: near a point, along a road, by name, with what a customer wishes."""

from knowledge.charging.search.names import by_ids, by_name, named_in
from knowledge.charging.search.places import along, nearest

__all__ = ["along", "by_ids", "by_name", "named_in", "nearest"]
