"""From OCPI's JSON to our records; what cannot be used is refused by itself, with the reason."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from knowledge.charging.ocpi import models, values
from knowledge.charging.store import HIDDEN, ConnectorRecord, EvseRecord, LocationRecord
from knowledge.charging.tables import STATUSES
from knowledge.geography import Point

LEAST_KW, MOST_KW = 1.0, 4000.0
MOST_EVSES, MOST_CONNECTORS = 2000, 50
Refusals = list[tuple[str, str]]  # object id (location/evse/connector) and reason


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose objects are read."""

    country_code: str
    party_id: str
    name: str
    network: str | None

    def refuses(self, country_code: str | None, party_id: str | None) -> str | None:
        """Return why an object that names its owner is not of this one."""
        for theirs, ours in ((country_code, self.country_code), (party_id, self.party_id)):
            if theirs is not None and theirs.upper() != ours:
                return f"belongs to {country_code}*{party_id}, not to {self.country_code}*{self.party_id}"
        return None


@dataclass
class Read[T]:
    """An object that was read, or None, and what was refused of it."""

    record: T | None
    refusals: Refusals = field(default_factory=list)


def read_location(data: Any, owner: Owner, expected_id: str | None = None) -> Read[LocationRecord]:
    """Read a Location with its EVSEs."""
    name = expected_id or named(data, "id")
    try:
        model = models.Location.model_validate(data)
    except ValidationError as error:
        return Read(None, [(name, reason(error))])
    foreign = owner.refuses(model.country_code, model.party_id)
    if foreign is None and expected_id is not None and model.id != expected_id:
        foreign = f"its id is {model.id!r}"
    if foreign is None and len(model.evses) > MOST_EVSES:
        foreign = f"more than {MOST_EVSES} EVSEs"
    if foreign is not None:
        return Read(None, [(name, foreign)])
    refusals: Refusals = []
    evses: dict[str, EvseRecord] = {}
    for part in model.evses:
        read = read_evse(part, model.id)
        refusals += read.refusals
        if read.record is None:
            continue
        if read.record.uid in evses:
            refusals.append((f"{model.id}/{read.record.uid}", "the uid stands twice in its Location"))
            continue
        evses[read.record.uid] = read.record
    return Read(_location(model, owner, tuple(evses.values())), refusals)


def _location(model: models.Location, owner: Owner, evses: tuple[EvseRecord, ...]) -> LocationRecord:
    prefix = values.PREFIX.match(model.name or "")
    name = values.PREFIX.sub("", model.name or "") or model.address or model.city or model.id
    hours = model.opening_times
    always = hours.round_the_clock if hours else None
    return LocationRecord(
        location_id=model.id,
        name=name,
        country=model.country,
        point=Point(model.coordinates.latitude, model.coordinates.longitude),
        evses=evses,
        address=model.address,
        city=model.city,
        state=model.state,
        postal_code=model.postal_code,
        time_zone=model.time_zone,
        operator=(model.operator.name if model.operator else None) or owner.name,
        network=owner.network,
        access=prefix.group(1).lower() if prefix else "public",
        publish=model.publish,
        round_the_clock=always,
        hours=tuple(row.model_dump() for row in hours.regular_hours) if hours and not always else (),
        source=f"{owner.name} (OCPI)",
        last_updated=not_ahead(model.last_updated),
    )


def read_evse(data: Any, location_id: str, expected_uid: str | None = None) -> Read[EvseRecord]:
    """Read an EVSE with its connectors."""
    path = f"{location_id}/{expected_uid or named(data, 'uid')}"
    try:
        model = models.Evse.model_validate(data)
    except ValidationError as error:
        return Read(None, [(path, reason(error))])
    if expected_uid is not None and model.uid != expected_uid:
        return Read(None, [(path, f"its uid is {model.uid!r}")])
    if len(model.connectors) > MOST_CONNECTORS:
        return Read(None, [(path, f"more than {MOST_CONNECTORS} connectors")])
    refusals: Refusals = []
    plugs: dict[str, ConnectorRecord] = {}
    for part in model.connectors:
        read = read_connector(part, path)
        refusals += read.refusals
        if read.record is None:
            continue
        if read.record.connector_id in plugs:
            refusals.append((f"{path}/{read.record.connector_id}", "the id stands twice in its EVSE"))
            continue
        plugs[read.record.connector_id] = read.record
    if not plugs and model.status not in HIDDEN:
        return Read(None, [*refusals, (path, "no connector that can be used")])
    return Read(
        EvseRecord(
            model.uid,
            tuple(plugs.values()),
            model.evse_id,
            model.status if model.status in STATUSES else "UNKNOWN",
            not_ahead(model.last_updated),
            model.physical_reference,
            model.floor_level,
        ),
        refusals,
    )


def read_connector(data: Any, path: str, expected_id: str | None = None) -> Read[ConnectorRecord]:
    """Read a connector of the EVSE at a path."""
    path = f"{path}/{expected_id or named(data, 'id')}"
    try:
        model = models.Connector.model_validate(data)
    except ValidationError as error:
        return Read(None, [(path, reason(error))])
    if expected_id is not None and model.id != expected_id:
        return Read(None, [(path, f"its id is {model.id!r}")])
    tariffs = (values.clean(each) for each in model.tariff_ids[:100])
    return Read(
        ConnectorRecord(
            model.id,
            model.standard,
            model.power_type,
            model.format,
            _kw(model),
            tuple(dict.fromkeys(each for each in tariffs if each and len(each) <= 36)),
            not_ahead(model.last_updated),
        )
    )


def _kw(model: models.Connector) -> float | None:
    """Return the power in kW: as it is said, else from volts and amperes, None where neither is likely."""
    said = None if model.max_electric_power is None else model.max_electric_power / 1000
    worked_out = None
    if model.max_voltage is not None and model.max_amperage is not None:
        # OCPI has the voltage of three phases from line to neutral.
        phases = 3 if model.power_type == "AC_3_PHASE" else 1
        worked_out = model.max_voltage * model.max_amperage * phases / 1000
    likely = (kw for kw in (said, worked_out) if kw is not None and LEAST_KW <= kw <= MOST_KW)
    kw = next(likely, None)
    return None if kw is None else round(kw, 3)


def not_ahead[M: (datetime, datetime | None)](moment: M) -> M:
    """Return a moment, at most now: a clock that is ahead must not make a report look young for ever."""
    return moment if moment is None else min(moment, datetime.now(UTC))


def named(data: Any, field_name: str) -> str:
    """Return what an object calls itself, for a message about it."""
    name = values.clean(data.get(field_name)) if isinstance(data, dict) else None
    return (name or "?")[:64]


def reason(error: ValidationError) -> str:
    """Return in a line what is wrong with an object."""
    told = []
    for each in error.errors(include_url=False, include_input=False, include_context=False)[:3]:
        place = ".".join(str(part) for part in each["loc"])
        what = each["msg"].removeprefix("Value error, ")
        told.append(f"{place}: {what}" if place else what)
    return "; ".join(told)
