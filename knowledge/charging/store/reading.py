"""Reading a site back as it was written."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging.store.records import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.charging.tables import Connector, Evse, Location
from knowledge.geography import Point


def read_location(
    session: Session, party: str, location_id: str, *, lock: bool = False
) -> LocationRecord | None:
    """Return a site as it was written, or None; with `lock` nobody else changes it before the commit.

    Its time is the newest of its own and its EVSEs' statuses, which come too often to write each to the site.
    """
    # By the connection, as rows: entities of a session that several writers share would grow stale.
    connection = session.connection()
    query = select(Location.__table__).where(Location.party == party, Location.location_id == location_id)
    row = connection.execute(query.with_for_update() if lock else query).first()
    if row is None:
        return None
    evses = connection.execute(select(Evse.__table__).where(Evse.location == row.id).order_by(Evse.id)).all()
    plugs: dict[int, list[ConnectorRecord]] = {evse.id: [] for evse in evses}
    found = select(Connector.__table__).where(Connector.evse.in_(plugs)).order_by(Connector.id)
    for plug in connection.execute(found):
        plugs[plug.evse].append(
            ConnectorRecord(
                plug.connector_id,
                plug.standard,
                plug.power_type,
                plug.format,
                plug.kw,
                tuple(plug.tariff_ids or ()),
                plug.last_updated,
            )
        )
    times = [row.last_updated, *(evse.status_at for evse in evses)]
    return LocationRecord(
        location_id=row.location_id,
        name=row.name,
        country=row.country,
        point=Point(row.latitude, row.longitude),
        evses=tuple(
            EvseRecord(
                evse.uid,
                tuple(plugs[evse.id]),
                evse.evse_id,
                evse.status,
                evse.status_at,
                evse.physical_reference,
                evse.floor_level,
            )
            for evse in evses
        ),
        address=row.address,
        city=row.city,
        state=row.state,
        postal_code=row.postal_code,
        time_zone=row.time_zone,
        operator=row.operator,
        network=row.network,
        access=row.access,
        publish=row.publish,
        round_the_clock=row.round_the_clock,
        hours=tuple(row.hours or ()),
        price_text=row.price_text,
        source=row.source,
        licence=row.licence,
        checked_on=row.checked_on,
        last_updated=max((each for each in times if each is not None), default=None),
    )
