"""A wish as conditions of a query."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from knowledge.charging import tables
from knowledge.charging.records import FREE, LIVE, Wish
from knowledge.charging.tables import Location as Row


def fits(wish: Wish, now: datetime) -> list[ColumnElement[bool]]:
    """Return the conditions that a site must meet."""
    conditions: list[ColumnElement[bool]] = []
    power: Any = None
    if wish.connector is not None:
        power = getattr(Row, f"{wish.connector}_kw")
    elif wish.current is not None:
        power = getattr(Row, f"{wish.current}_kw")
    if power is not None:
        conditions.append(power.is_not(None))
    if wish.min_kw is not None:
        either = [power] if power is not None else [Row.dc_kw, Row.ac_kw]
        conditions.append(or_(*(each >= wish.min_kw for each in either)))
    if wish.network is not None:
        # Not by the index of networks: the squares of the map leave far fewer sites.
        conditions.append(func.coalesce(Row.network, "") == wish.network)
    if wish.free:
        conditions.append(_has_free(wish, now - LIVE))
    return conditions


def _has_free(wish: Wish, since: datetime) -> ColumnElement[bool]:
    evse, connector = tables.Evse, tables.Connector
    plug = [connector.evse == evse.id]
    if wish.connector is not None:
        plug.append(connector.kind == wish.connector)
    if wish.current is not None:
        plug.append(connector.current == wish.current)
    if wish.min_kw is not None:
        plug.append(connector.kw >= wish.min_kw)
    return (
        select(evse.id)
        .where(
            evse.location == Row.id,
            evse.status == FREE,
            evse.status_at >= since,
            select(connector.id).where(and_(*plug)).exists(),
        )
        .exists()
    )
