"""Writing and removing sites with their EVSEs and plugs."""

from collections.abc import Collection, Sequence

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from knowledge.charging.store.columns import connector_columns, evse_columns, location_columns, summary
from knowledge.charging.store.records import EvseRecord, LocationRecord
from knowledge.charging.tables import Connector, Evse, Location
from knowledge.database import Base


def _table(entity: type[Base]) -> Table:
    assert isinstance(entity.__table__, Table)
    return entity.__table__


# Built once, and without the ORM: building them anew for each site takes longer than running them.
NEW_SITE = insert(_table(Location)).returning(Location.id)
SITE = update(_table(Location)).where(Location.id == bindparam("key"))
NEW_EVSES = insert(_table(Evse)).returning(Evse.id, sort_by_parameter_order=True)
EVSES = update(_table(Evse)).where(Evse.id == bindparam("key"))
PLUGS = insert(_table(Connector))


def put_location(session: Session, party: str, record: LocationRecord) -> bool:
    """Write a site as it is now, with all its EVSEs; return whether it is new."""
    connection = session.connection()
    key = connection.execute(
        select(Location.id).where(Location.party == party, Location.location_id == record.location_id)
    ).scalar()
    values = {**location_columns(record), **summary(record)}
    new = key is None
    if key is None:
        key = connection.execute(NEW_SITE, {"party": party, **values}).scalar_one()
    else:
        connection.execute(SITE, {"key": key, **values})
    _put_evses(session, key, record.evses, new)
    return new


def _put_evses(session: Session, location: int, records: Sequence[EvseRecord], new: bool) -> None:
    connection = session.connection()
    keys: dict[str, int] = {}
    if not new:
        found = connection.execute(select(Evse.uid, Evse.id).where(Evse.location == location))
        keys = {row.uid: row.id for row in found}
        wanted = {record.uid for record in records}
        remove_evses(session, [key for uid, key in keys.items() if uid not in wanted])
        connection.execute(delete(Connector).where(Connector.evse.in_(keys.values())))
    known = [{"key": keys[each.uid], **evse_columns(each)} for each in records if each.uid in keys]
    if known:
        connection.execute(EVSES, known)
    added = [{"location": location, **evse_columns(each)} for each in records if each.uid not in keys]
    if added:
        made = connection.execute(NEW_EVSES, added).scalars()
        keys.update(zip((each["uid"] for each in added), made, strict=True))
    plugs = [
        {"evse": keys[record.uid], **connector_columns(each)}
        for record in records
        for each in record.connectors
    ]
    if plugs:
        connection.execute(PLUGS, plugs)


def remove_evses(session: Session, keys: Collection[int]) -> None:
    """Remove EVSEs with their connectors."""
    if keys:
        connection = session.connection()
        connection.execute(delete(Connector).where(Connector.evse.in_(keys)))
        connection.execute(delete(Evse).where(Evse.id.in_(keys)))


def remove_locations(session: Session, party: str, location_ids: Collection[str]) -> int:
    """Remove sites of a party with all that belongs to them; return how many there were."""
    keys = session.scalars(
        select(Location.id).where(Location.party == party, Location.location_id.in_(location_ids))
    ).all()
    remove_evses(session, session.scalars(select(Evse.id).where(Evse.location.in_(keys))).all())
    session.execute(delete(Location).where(Location.id.in_(keys)))
    return len(keys)
