"""Writing charging sites: one way for operators' feeds, imported files and our own directory."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from knowledge.charging import tables
from knowledge.charging.tables import Connector, Evse, Location, Party, Refusal, Tariff
from knowledge.database import UtcDateTime
from knowledge.geography import Point, cell

KINDS = {
    "IEC_62196_T2_COMBO": "ccs2",
    "IEC_62196_T2": "type2",
    "CHADEMO": "chademo",
    "IEC_62196_T1": "type1",
}
DC_STANDARDS = {"IEC_62196_T2_COMBO", "IEC_62196_T1_COMBO", "CHADEMO", "CHAOJI", "GBT_DC", "MCS"}
HIDDEN = ("REMOVED", "PLANNED")
OPEN_TO = ("public", "membership", "unknown")
OBJECT_ID = 160  # characters
MOST_REFUSALS = 10_000  # of one party: a feed gone mad must not fill the disk

# Status changes come by the thousand, and building a statement takes longer than running it.
_MOMENT = bindparam("moment", type_=UtcDateTime())
LIFT = (
    update(Location)
    .where(Location.party == bindparam("of"), Location.location_id == bindparam("named"))
    .values(last_updated=case((Location.last_updated > _MOMENT, Location.last_updated), else_=_MOMENT))
    .returning(Location.id)
)
REPORT = (
    update(Evse)
    .where(
        Evse.location == bindparam("site"),
        Evse.uid == bindparam("named"),
        or_(Evse.status_at.is_(None), Evse.status_at <= _MOMENT),
        *(Evse.status != status for status in HIDDEN),
    )
    .values(status=bindparam("told"), status_at=_MOMENT)
)


@dataclass(frozen=True, slots=True)
class ConnectorRecord:
    """A plug to be written; `kw` is None where its power is not on record."""

    connector_id: str
    standard: str
    power_type: str | None = None
    format: str | None = None
    kw: float | None = None
    tariff_ids: tuple[str, ...] = ()
    last_updated: datetime | None = None

    @property
    def current(self) -> str:
        """Return ac or dc: by the power type, else by the standard."""
        if self.power_type:
            return "ac" if self.power_type.startswith("AC") else "dc"
        return "dc" if self.standard in DC_STANDARDS else "ac"

    @property
    def kind(self) -> str:
        """Return the plug by the name that customers have for it."""
        return KINDS.get(self.standard, "other")


@dataclass(frozen=True, slots=True)
class EvseRecord:
    """An EVSE to be written."""

    uid: str
    connectors: tuple[ConnectorRecord, ...]
    evse_id: str | None = None
    status: str = "UNKNOWN"
    status_at: datetime | None = None
    physical_reference: str | None = None
    floor_level: str | None = None


@dataclass(frozen=True, slots=True)
class LocationRecord:
    """A site to be written; `country` has two letters."""

    location_id: str
    name: str
    country: str
    point: Point
    evses: tuple[EvseRecord, ...]
    address: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    time_zone: str | None = None
    operator: str | None = None
    network: str | None = None
    access: str = "public"
    publish: bool = True
    round_the_clock: bool | None = None
    hours: tuple[dict[str, Any], ...] = ()
    price_text: str | None = None
    source: str = ""
    licence: str | None = None
    checked_on: date | None = None
    last_updated: datetime | None = None


@dataclass
class Written:
    """What a batch of writing did."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def put_location(session: Session, party: str, record: LocationRecord) -> bool:
    """Write a site as it is now, with all its EVSEs; return whether it is new."""
    connection = session.connection()
    key = connection.execute(
        select(Location.id).where(Location.party == party, Location.location_id == record.location_id)
    ).scalar()
    values = {**_columns(record), **summary(record)}
    if key is None:
        key = connection.execute(
            insert(Location).values(party=party, **values).returning(Location.id)
        ).scalar_one()
        new = True
    else:
        connection.execute(update(Location).where(Location.id == key).values(**values))
        new = False
    _put_evses(session, key, record.evses, new)
    return new


def _put_evses(session: Session, location: int, records: Sequence[EvseRecord], new: bool) -> None:
    connection = session.connection()
    known: dict[str, int] = {}
    if not new:
        known = {
            uid: key
            for key, uid in connection.execute(select(Evse.id, Evse.uid).where(Evse.location == location))
        }
        gone = [key for uid, key in known.items() if uid not in {record.uid for record in records}]
        remove_evses(session, gone)
        connection.execute(delete(Connector).where(Connector.evse.in_(known.values())))
    plugs: list[dict[str, Any]] = []
    for record in records:
        values = _evse_columns(record)
        if record.uid in known:
            key = known[record.uid]
            connection.execute(update(Evse).where(Evse.id == key).values(**values))
        else:
            key = connection.execute(
                insert(Evse).values(location=location, **values).returning(Evse.id)
            ).scalar_one()
        plugs += [{"evse": key, **connector_columns(each)} for each in record.connectors]
    if plugs:
        connection.execute(insert(Connector), plugs)


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


def replace_all(session: Session, party: Party, records: Sequence[LocationRecord]) -> Written:
    """Make a directory's or file's sites equal to these; nothing is touched where nothing has changed."""
    digest = hashlib.sha256(repr(sorted(records, key=lambda each: each.location_id)).encode()).hexdigest()
    known = session.get(Party, party.key)
    if known is not None and known.digest == digest:
        return Written()
    party.digest = digest
    session.merge(party)
    session.flush()
    present = set(session.scalars(select(Location.location_id).where(Location.party == party.key)))
    written = Written()
    for record in records:
        new = put_location(session, party.key, record)
        written.added += new
        written.changed += not new
    written.removed = remove_locations(session, party.key, present - {each.location_id for each in records})
    return written


def remove_party(session: Session, key: str) -> None:
    """Remove a party with all its sites and tariffs."""
    remove_locations(
        session, key, session.scalars(select(Location.location_id).where(Location.party == key)).all()
    )
    session.execute(delete(Tariff).where(Tariff.party == key))
    session.execute(delete(Refusal).where(Refusal.party == key))
    session.execute(delete(Party).where(Party.key == key))


def summary(record: LocationRecord) -> dict[str, Any]:
    """Return the columns that a search filters by, worked out from the EVSEs that are there."""
    evses = [evse for evse in record.evses if evse.status not in HIDDEN]
    plugs = [plug for evse in evses for plug in evse.connectors]

    def highest(column: str, value: str) -> float | None:
        return max((plug.kw or 0.0 for plug in plugs if getattr(plug, column) == value), default=None)

    return {
        "evses": len(evses),
        "shown": record.publish and record.access in OPEN_TO and bool(plugs),
        "dc_kw": highest("current", "dc"),
        "ac_kw": highest("current", "ac"),
        **{f"{kind}_kw": highest("kind", kind) for kind in KINDS.values()},
    }


def read_location(
    session: Session, party: str, location_id: str, *, lock: bool = False
) -> LocationRecord | None:
    """Return a site as it was written, or None; with `lock` nobody else changes it before the commit."""
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
        last_updated=row.last_updated,
    )


def set_status(session: Session, party: str, location_id: str, uid: str, status: str, at: datetime) -> bool:
    """Note an EVSE's new status and lift the time to its site; return False where there is no such EVSE.

    A report older than the one on record changes nothing. Where the status shows or hides the EVSE, the
    site's own columns are worked out anew.
    """
    connection = session.connection()
    # The site first, as who writes a whole site does: locks taken in one order never wait in a ring.
    lifted = connection.execute(LIFT, {"of": party, "named": location_id, "moment": at}).first()
    if lifted is None:
        return False
    report = {"site": lifted.id, "named": uid, "moment": at, "told": status}
    if status not in HIDDEN and connection.execute(REPORT, report).rowcount == 1:
        return True
    row = connection.execute(
        select(Evse.id, Evse.status, Evse.status_at).where(Evse.location == lifted.id, Evse.uid == uid)
    ).first()
    if row is None:
        return False
    if row.status_at is not None and at < row.status_at:
        return True
    connection.execute(update(Evse).where(Evse.id == row.id).values(status=status, status_at=at))
    if (row.status in HIDDEN) != (status in HIDDEN):
        record = read_location(session, party, location_id)
        assert record is not None
        connection.execute(update(Location).where(Location.id == lifted.id).values(**summary(record)))
    return True


def put_tariff(session: Session, party: str, tariff: dict[str, Any]) -> None:
    """Write a tariff as it is now; `tariff` holds the table's columns."""
    connection = session.connection()
    same = (Tariff.party == party, Tariff.tariff_id == tariff["tariff_id"])
    if connection.execute(update(Tariff).where(*same).values(**tariff)).rowcount == 0:
        connection.execute(insert(Tariff).values(party=party, **tariff))


def refuse(session: Session, party: str, refusals: Iterable[tuple[str, str]]) -> None:
    """Keep which records were refused and why; the newest reason for each."""
    connection = session.connection()
    kept = select(func.count()).select_from(Refusal).where(Refusal.party == party)
    count = -1
    for object_id, reason in refusals:
        values = {"reason": reason[:500], "refused_at": datetime.now(UTC)}
        key = object_id[:OBJECT_ID]
        same = (Refusal.party == party, Refusal.object_id == key)
        if connection.execute(update(Refusal).where(*same).values(**values)).rowcount:
            continue
        count = connection.execute(kept).scalar_one() if count < 0 else count
        if count < MOST_REFUSALS:
            connection.execute(insert(Refusal).values(party=party, object_id=key, **values))
            count += 1


def accept(session: Session, party: str, object_ids: Collection[str]) -> None:
    """Forget the refusals of objects that came anew, and of their parts."""
    connection = session.connection()
    for key in object_ids:
        own = Refusal.object_id == key[:OBJECT_ID]
        parts = Refusal.object_id.startswith(f"{key}/", autoescape=True)
        connection.execute(delete(Refusal).where(Refusal.party == party, or_(own, parts)))


def with_evse(record: LocationRecord, evse: EvseRecord) -> LocationRecord:
    """Return a site with one EVSE written anew or added."""
    others = tuple(each for each in record.evses if each.uid != evse.uid)
    return replace(record, evses=(*others, evse))


def _columns(record: LocationRecord) -> dict[str, Any]:
    return {
        "location_id": record.location_id,
        "name": record.name,
        "address": record.address,
        "city": record.city,
        "state": record.state,
        "postal_code": record.postal_code,
        "country": record.country,
        "latitude": record.point.latitude,
        "longitude": record.point.longitude,
        "cell": cell(record.point),
        "time_zone": record.time_zone,
        "operator": record.operator,
        "network": record.network,
        "access": record.access,
        "publish": record.publish,
        "round_the_clock": record.round_the_clock,
        "hours": list(record.hours) or None,
        "price_text": record.price_text,
        "source": record.source,
        "licence": record.licence,
        "checked_on": record.checked_on,
        "last_updated": record.last_updated,
    }


def _evse_columns(record: EvseRecord) -> dict[str, Any]:
    return {
        "uid": record.uid,
        "evse_id": record.evse_id,
        "status": record.status if record.status in tables.STATUSES else "UNKNOWN",
        "status_at": record.status_at,
        "physical_reference": record.physical_reference,
        "floor_level": record.floor_level,
    }


def connector_columns(record: ConnectorRecord) -> dict[str, Any]:
    """Return a connector's columns, but for its EVSE."""
    return {
        "connector_id": record.connector_id,
        "standard": record.standard,
        "kind": record.kind,
        "format": record.format,
        "current": record.current,
        "power_type": record.power_type,
        "kw": record.kw,
        "tariff_ids": list(record.tariff_ids) or None,
        "last_updated": record.last_updated,
    }
