"""Sites from Open Charge Map's JSON form (`/v3/poi`); a directory, not live."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from knowledge.charging.importing.problems import Report
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.geography import Point

COUNTRIES = {137: "MY", 222: "TH"}
ACCESS = {
    1: "public",
    5: "public",
    7: "public",
    4: "membership",
    2: "restricted",
    3: "restricted",
    6: "restricted",
}
NOT_THERE = {100, 150, 200, 210}  # not operational, planned, removed
STANDARDS = {
    33: "IEC_62196_T2_COMBO",
    25: "IEC_62196_T2",
    1036: "IEC_62196_T2",
    2: "CHADEMO",
    1: "IEC_62196_T1",
}
OTHER = "OTHER"
CURRENTS = {10: "AC_1_PHASE", 20: "AC_3_PHASE", 30: "DC"}
LICENCES = {1: "CC BY 4.0", 41: "CC0"}  # by data provider: Open Charge Map's own users, ChargeSini
ATTRIBUTION = "Charging data: Open Charge Map contributors (CC BY 4.0)"
CURES = {
    "ID": "each site needs Open Charge Map's number",
    "AddressInfo.CountryID": "137 for Malaysia, 222 for Thailand",
    "AddressInfo.Title": "each site needs a name",
    "AddressInfo.Latitude": "degrees north of a place in Malaysia or Thailand, between 0.5 and 20.7",
    "AddressInfo.Longitude": "degrees east of a place in Malaysia or Thailand, between 97.0 and 119.6",
}
CURE = "take the record from Open Charge Map anew, or leave it out"


class _Form(BaseModel):
    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)


class Place(_Form):
    """Where a site is."""

    Title: str = Field(min_length=1, max_length=255)
    AddressLine1: str | None = None
    Town: str | None = None
    StateOrProvince: str | None = None
    Postcode: str | None = None
    CountryID: int
    Latitude: float = Field(ge=0.5, le=20.7)
    Longitude: float = Field(ge=97.0, le=119.6)


class Connection(_Form):
    """Plugs of a site."""

    ConnectionTypeID: int | None = None
    StatusTypeID: int | None = None
    PowerKW: float | None = Field(default=None, ge=0, le=4000)
    CurrentTypeID: int | None = None
    Quantity: int | None = Field(default=None, ge=0, le=200)


class Operator(_Form):
    """Who operates a site, in the long form of the file."""

    Title: str | None = None


class Poi(_Form):
    """A site."""

    ID: int = Field(gt=0)
    DataProviderID: int | None = None
    OperatorInfo: Operator | None = None
    UsageTypeID: int | None = None
    UsageCost: str | None = None
    AddressInfo: Place
    Connections: Annotated[list[Connection], BeforeValidator(lambda value: value or [])] = []
    StatusTypeID: int | None = None
    DateLastVerified: datetime | None = None


def read(path: Path) -> list[LocationRecord]:
    """Return the sites of a file in Malaysia and Thailand that are in use.

    Raises ImportFailedError with all that is wrong with the file; a record counts as a row.
    """
    report = Report(path)
    seen: dict[int, int] = {}
    records = []
    for number, data in enumerate(_records(path, report), 1):
        if _elsewhere(data):
            continue
        try:
            poi = Poi.model_validate(data)
        except ValidationError as error:
            for each in error.errors(include_url=False):
                field = ".".join(str(part) for part in each["loc"])
                report.note(number, f"{field or 'the record'}: {each['msg']}", CURES.get(field, CURE))
            continue
        if poi.ID in seen:
            report.note(
                number, f"site {poi.ID} stands in row {seen[poi.ID]} already", "leave one of the two out"
            )
        seen[poi.ID] = number
        if poi.StatusTypeID not in NOT_THERE:
            records.append(_site(poi))
    report.close()
    return records


def _records(path: Path, report: Report) -> list[Any]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        report.note(None, f"it cannot be read ({error.strerror})", "check the name")
    except (ValueError, RecursionError):
        report.note(None, "it is not JSON in UTF-8", "take the answer of Open Charge Map's /v3/poi as it is")
    else:
        if isinstance(data, list) and data:
            return data
        report.note(
            None, "it holds no list of sites", "take the answer of Open Charge Map's /v3/poi as it is"
        )
    return []


def _elsewhere(data: Any) -> bool:
    """Tell whether a record is plainly of another country: a file of the whole world is no mistake."""
    place = data.get("AddressInfo") if isinstance(data, dict) else None
    country = place.get("CountryID") if isinstance(place, dict) else None
    return isinstance(country, int) and country not in COUNTRIES


def _site(poi: Poi) -> LocationRecord:
    place = poi.AddressInfo
    operator = poi.OperatorInfo.Title if poi.OperatorInfo else None
    evses = []
    for index, connection in enumerate(poi.Connections, 1):
        if connection.StatusTypeID in NOT_THERE:
            continue
        standard = STANDARDS.get(connection.ConnectionTypeID or 0, OTHER)
        plug = ConnectorRecord(
            "1", standard, CURRENTS.get(connection.CurrentTypeID or 0), kw=connection.PowerKW or None
        )
        evses += [EvseRecord(f"{index}-{n}", (plug,)) for n in range(1, (connection.Quantity or 1) + 1)]
    return LocationRecord(
        location_id=str(poi.ID),
        name=place.Title,
        country=COUNTRIES[place.CountryID],
        point=Point(place.Latitude, place.Longitude),
        evses=tuple(evses),
        address=place.AddressLine1 or None,
        city=place.Town or None,
        state=place.StateOrProvince or None,
        postal_code=(place.Postcode or "")[:16] or None,
        operator=operator,
        network=operator[:40] if operator else None,
        access=ACCESS.get(poi.UsageTypeID or 0, "unknown"),
        price_text=poi.UsageCost or None,
        source=f"Open Charge Map {poi.ID}",
        licence=LICENCES.get(poi.DataProviderID or 0),
        checked_on=_day(poi.DateLastVerified),
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
