"""Writing charging sites: one way for operators' feeds, imported files and our own directory."""

from knowledge.charging.store.columns import connector_columns, summary
from knowledge.charging.store.parties import put_tariff, remove_party, replace_all
from knowledge.charging.store.reading import read_location
from knowledge.charging.store.records import (
    HIDDEN,
    ConnectorRecord,
    EvseRecord,
    LocationRecord,
    Written,
    with_evse,
)
from knowledge.charging.store.refusals import accept, refuse
from knowledge.charging.store.sites import put_location, remove_locations
from knowledge.charging.store.status import set_status

__all__ = [
    "HIDDEN",
    "ConnectorRecord",
    "EvseRecord",
    "LocationRecord",
    "Written",
    "accept",
    "connector_columns",
    "put_location",
    "put_tariff",
    "read_location",
    "refuse",
    "remove_locations",
    "remove_party",
    "replace_all",
    "set_status",
    "summary",
    "with_evse",
]
