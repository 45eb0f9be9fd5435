"""Taking what an operator sends: whole objects (PUT) and changes of them (PATCH), out of order or not.

Everything goes by the session's connection, so that many operators' writes may share a transaction.
Statuses have their own times, and of two reports on an EVSE the newer one stands. Other fields have none
of their own that feeds keep reliably; there, what comes last stands, unless all of a Location that is
put is older than what is on record.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy.orm import Session

from knowledge.charging import store
from knowledge.charging.ocpi import reading, rendering, values
from knowledge.charging.ocpi.parties import Operator
from knowledge.charging.ocpi.reading import Refusals
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.charging.tables import STATUSES

POWER = {"max_voltage", "max_amperage"}
EVSE_FIELDS = {"uid", "evse_id", "physical_reference", "floor_level", "connectors"}


class UnknownObjectError(Exception):
    """What is to be changed, or what it should belong to, is not on record."""


class InvalidObjectError(Exception):
    """An object cannot be used; `refusals` says why."""

    def __init__(self, refusals: Refusals) -> None:
        super().__init__("; ".join(f"{name}: {reason}" for name, reason in refusals))
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an object that was sent."""

    new: bool = False
    refusals: Refusals = field(default_factory=list)


class _Change(BaseModel):
    model_config = ConfigDict(extra="ignore")

    last_updated: values.Moment


def put_location(session: Session, operator: Operator, location_id: str, data: Any) -> Outcome:
    """Take a whole Location."""
    read = reading.read_location(data, operator.owner, location_id)
    if read.record is None:
        raise InvalidObjectError(read.refusals)
    return take_location(session, operator, read.record, read.refusals)


def take_location(
    session: Session,
    operator: Operator,
    record: LocationRecord,
    refusals: Refusals,
    *,
    snapshot: bool = False,
) -> Outcome:
    """Write a Location that was read, and what was refused of it.

    A snapshot (a page that we asked for) is the operator's present truth, only statuses can have overtaken
    it; a push that is older than what is on record came late.
    """
    key, location_id = operator.key, record.location_id
    known = store.read_location(session, key, location_id, lock=True)
    store.accept(session, key, [location_id])
    store.refuse(session, key, refusals)
    if known is None:
        store.put_location(session, key, replace(record, last_updated=newest(record)))
        return Outcome(True, refusals)
    if not snapshot and _before(newest(record), known.last_updated):
        for evse in record.evses:
            if evse.status_at is not None:
                store.set_status(session, key, location_id, evse.uid, evse.status, evse.status_at)
        return Outcome(False, refusals)
    ours = {evse.uid: evse for evse in known.evses}
    merged = tuple(_with_newer_status(evse, ours.get(evse.uid)) for evse in record.evses)
    _write(session, operator, replace(record, evses=merged), known)
    return Outcome(False, refusals)


def put_evse(session: Session, operator: Operator, location_id: str, uid: str, data: Any) -> Outcome:
    """Take a whole EVSE of a Location that is on record."""
    known = _known(session, operator, location_id)
    read = reading.read_evse(data, location_id, uid)
    if read.record is None:
        raise InvalidObjectError(read.refusals)
    ours = _evse(known, uid)
    store.accept(session, operator.key, [f"{location_id}/{uid}"])
    store.refuse(session, operator.key, read.refusals)
    if ours is None or not _before(read.record.status_at, ours.status_at):
        _write(session, operator, store.with_evse(known, read.record), known)
    return Outcome(ours is None, read.refusals)


def put_connector(
    session: Session, operator: Operator, location_id: str, uid: str, connector_id: str, data: Any
) -> Outcome:
    """Take a whole connector of an EVSE that is on record."""
    known = _known(session, operator, location_id)
    evse = _evse(known, uid)
    if evse is None:
        raise UnknownObjectError(f"EVSE {uid!r} of Location {location_id!r} is not on record")
    read = reading.read_connector(data, f"{location_id}/{uid}", connector_id)
    if read.record is None:
        raise InvalidObjectError(read.refusals)
    ours = _connector(evse, connector_id)
    store.accept(session, operator.key, [f"{location_id}/{uid}/{connector_id}"])
    if ours is None or not _before(read.record.last_updated, ours.last_updated):
        _write(session, operator, _with_connector(known, evse, read.record), known)
    return Outcome(ours is None)


def patch_location(session: Session, operator: Operator, location_id: str, data: Any) -> Outcome:
    """Change some fields of a Location."""
    at = _changed_at(data, location_id)
    known = _known(session, operator, location_id)
    if "evses" in data:
        base = rendering.location(known, operator.owner)
    else:
        base = rendering.location(replace(known, evses=()), operator.owner)
    read = reading.read_location({**base, **data}, operator.owner, location_id)
    if read.record is None:
        raise InvalidObjectError(read.refusals)
    if "evses" in data:
        return take_location(session, operator, read.record, read.refusals, snapshot=True)
    changed = replace(read.record, evses=known.evses, last_updated=at)
    _write(session, operator, changed, known)
    return Outcome()


def patch_evse(session: Session, operator: Operator, location_id: str, uid: str, data: Any) -> Outcome:
    """Change some fields of an EVSE; mostly it is the status, which goes the short way."""
    path = f"{location_id}/{uid}"
    at = _changed_at(data, path)
    status = data.get("status")
    if "status" in data and status not in STATUSES:
        raise InvalidObjectError([(path, "status: not a Status of OCPI")])
    if EVSE_FIELDS.isdisjoint(data):
        if status is None:
            _touch(session, operator, location_id, uid, at)
        elif not store.set_status(session, operator.key, location_id, uid, status, at):
            raise UnknownObjectError(f"EVSE {uid!r} of Location {location_id!r} is not on record")
        return Outcome()
    known = _known(session, operator, location_id)
    evse = _evse(known, uid)
    if evse is None:
        raise UnknownObjectError(f"EVSE {uid!r} of Location {location_id!r} is not on record")
    read = reading.read_evse({**rendering.evse(evse), **data}, location_id, uid)
    if read.record is None:
        raise InvalidObjectError(read.refusals)
    changed = replace(read.record, status=evse.status, status_at=evse.status_at)
    if status is not None and not _before(at, evse.status_at):
        changed = replace(changed, status=status, status_at=at)
    if "connectors" not in data:
        changed = replace(changed, connectors=evse.connectors)
    store.refuse(session, operator.key, read.refusals)
    _write(session, operator, _lifted(store.with_evse(known, changed), at), known)
    return Outcome(False, read.refusals)


def patch_connector(
    session: Session, operator: Operator, location_id: str, uid: str, connector_id: str, data: Any
) -> Outcome:
    """Change some fields of a connector."""
    path = f"{location_id}/{uid}"
    at = _changed_at(data, f"{path}/{connector_id}")
    known = _known(session, operator, location_id)
    evse = _evse(known, uid)
    plug = _connector(evse, connector_id) if evse is not None else None
    if evse is None or plug is None:
        raise UnknownObjectError(f"connector {path}/{connector_id} is not on record")
    base = rendering.connector(plug)
    if set(data) >= POWER:  # the power that was worked out from the old ones is out of date
        base.pop("max_electric_power", None)
    read = reading.read_connector({**base, **data}, path, connector_id)
    if read.record is None:
        raise InvalidObjectError(read.refusals)
    if not _before(at, plug.last_updated):
        _write(session, operator, _with_connector(known, evse, read.record), known)
    return Outcome()


def keep_refusals(session: Session, operator: Operator, refusals: Refusals) -> None:
    """Keep why an object was refused as a whole."""
    store.refuse(session, operator.key, refusals)


def newest(record: LocationRecord) -> datetime | None:
    """Return the newest time in a Location: feeds do not always lift it to the parents."""
    times = [record.last_updated]
    for evse in record.evses:
        times += [evse.status_at, *(plug.last_updated for plug in evse.connectors)]
    return max((each for each in times if each is not None), default=None)


def _changed_at(data: Any, path: str) -> datetime:
    try:
        return reading.not_ahead(_Change.model_validate(data).last_updated)
    except ValidationError as error:
        raise InvalidObjectError([(path, reading.reason(error))]) from error


def _known(session: Session, operator: Operator, location_id: str) -> LocationRecord:
    known = store.read_location(session, operator.key, location_id, lock=True)
    if known is None:
        raise UnknownObjectError(f"Location {location_id!r} is not on record")
    return known


def _evse(location: LocationRecord, uid: str) -> EvseRecord | None:
    return next((each for each in location.evses if each.uid == uid), None)


def _connector(evse: EvseRecord, connector_id: str) -> ConnectorRecord | None:
    return next((each for each in evse.connectors if each.connector_id == connector_id), None)


def _with_connector(location: LocationRecord, evse: EvseRecord, plug: ConnectorRecord) -> LocationRecord:
    others = tuple(each for each in evse.connectors if each.connector_id != plug.connector_id)
    # The EVSE's own time stays: it is the time of its status, which nobody has looked at.
    return store.with_evse(location, replace(evse, connectors=(*others, plug)))


def _with_newer_status(evse: EvseRecord, ours: EvseRecord | None) -> EvseRecord:
    if ours is None or ours.status_at is None:
        return evse
    if evse.status_at is None or evse.status_at < ours.status_at:
        return replace(evse, status=ours.status, status_at=ours.status_at)
    return evse


def _touch(session: Session, operator: Operator, location_id: str, uid: str, at: datetime) -> None:
    known = _known(session, operator, location_id)
    if _evse(known, uid) is None:
        raise UnknownObjectError(f"EVSE {uid!r} of Location {location_id!r} is not on record")
    _write(session, operator, _lifted(known, at), known)


def _lifted(record: LocationRecord, at: datetime) -> LocationRecord:
    return replace(record, last_updated=at if record.last_updated is None else max(at, record.last_updated))


def _write(session: Session, operator: Operator, record: LocationRecord, known: LocationRecord) -> None:
    """Write a Location where it differs; its time is the newest within it, and never goes back."""
    times = [each for each in (newest(record), known.last_updated) if each is not None]
    changed = replace(record, last_updated=max(times, default=None))
    if changed != known:
        store.put_location(session, operator.key, changed)


def _before(moment: datetime | None, other: datetime | None) -> bool:
    return moment is not None and other is not None and moment < other
