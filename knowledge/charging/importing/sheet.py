"""Sites from a CSV file: a row for each kind of plug; rows with one id are one site."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from knowledge.charging.importing.problems import Report
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.geography import Point

# What a column holds; the documentation of the form and the cure for a wrong value.
COLUMNS = {
    "id": "a name of the site that stays the same, up to 64 characters",
    "name": "what customers call the site",
    "latitude": "degrees north, between 0.5 and 20.7",
    "longitude": "degrees east, between 97.0 and 119.6",
    "country": "MY or TH",
    "connector": "ccs2, type2, chademo or type1",
    "kw": "the power in kW, between 1 and 1000, or empty",
    "count": "how many cars can charge with this plug at once, between 1 and 200; empty means 1",
    "address": "text, or empty",
    "city": "text, or empty",
    "state": "text, or empty",
    "postal_code": "up to 16 characters, or empty",
    "operator": "text, or empty",
    "network": "up to 40 characters, or empty",
    "access": "public, membership, restricted or unknown; empty means public",
    "hours": "24/7, or empty",
    "price": "text such as RM1.20/kWh, or empty",
    "source": "where the figures are from",
    "licence": "up to 40 characters, or empty",
    "checked_on": "the day on which somebody checked it, such as 2026-11-20, or empty",
}
NEEDED = ("id", "name", "latitude", "longitude", "country", "connector", "source")
STANDARDS = {
    "ccs2": ("IEC_62196_T2_COMBO", "DC"),
    "type2": ("IEC_62196_T2", "AC_3_PHASE"),
    "chademo": ("CHADEMO", "DC"),
    "type1": ("IEC_62196_T1", "AC_1_PHASE"),
}
OF_THE_PLUG = {"connector", "kw", "count"}


def _filled(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


type Maybe[T] = Annotated[T | None, BeforeValidator(_filled)]


class SheetRow(BaseModel):
    """A row of the file."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    id: str = Field(min_length=1, max_length=64)
    name: str = Field(min_length=1, max_length=255)
    latitude: float = Field(ge=0.5, le=20.7)
    longitude: float = Field(ge=97.0, le=119.6)
    country: Literal["MY", "TH"]
    connector: Literal["ccs2", "type2", "chademo", "type1"]
    kw: Maybe[Annotated[float, Field(ge=1, le=1000)]] = None
    count: Maybe[Annotated[int, Field(ge=1, le=200)]] = None
    address: Maybe[str] = None
    city: Maybe[str] = None
    state: Maybe[str] = None
    postal_code: Maybe[Annotated[str, Field(max_length=16)]] = None
    operator: Maybe[str] = None
    network: Maybe[Annotated[str, Field(max_length=40)]] = None
    access: Maybe[Literal["public", "membership", "restricted", "unknown"]] = None
    hours: Maybe[Literal["24/7"]] = None
    price: Maybe[str] = None
    source: str = Field(min_length=1)
    licence: Maybe[Annotated[str, Field(max_length=40)]] = None
    checked_on: Maybe[date] = None


def read(path: Path) -> list[LocationRecord]:
    """Return the sites of a file; raises ImportFailedError with all that is wrong with it."""
    report = Report(path)
    rows = _rows(path, report)
    sites: dict[str, list[tuple[int, SheetRow]]] = {}
    for number, cells in rows:
        try:
            row = SheetRow.model_validate(cells)
        except ValidationError as error:
            for each in error.errors(include_url=False):
                column = str(each["loc"][0])
                report.note(
                    number, f"{column} {cells.get(column)!r} is not right", f"needs {COLUMNS[column]}"
                )
            continue
        sites.setdefault(row.id, []).append((number, row))
    for parts in sites.values():
        _check_same(parts, report)
    if not rows and not report.problems:
        report.note(None, "there is no row", "add a row for each kind of plug of each site")
    report.close()
    return [_site([row for _, row in parts]) for parts in sites.values()]


def _rows(path: Path, report: Report) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")  # spreadsheets put a mark before the first column
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        header = [name.strip() for name in reader.fieldnames or ()]
        reader.fieldnames = header
        rows = [(reader.line_num, row) for row in reader]
    except OSError as error:
        report.note(None, f"it cannot be read ({error.strerror})", "check the name")
    except (UnicodeDecodeError, csv.Error) as error:
        report.note(None, f"it is not CSV in UTF-8 ({error})", "save it as “CSV UTF-8”, with commas")
    else:
        for name in [name for name in NEEDED if name not in header]:
            report.note(1, f"the column {name} is missing", f"add it: {COLUMNS[name]}")
        for name in [name for name in header if name not in COLUMNS]:
            report.note(1, f"the column {name!r} is unknown", f"the columns are {', '.join(COLUMNS)}")
        if len(set(header)) < len(header):
            report.note(1, "a column stands twice", "remove one of the two")
        for number, row in rows:
            if None in row or None in row.values():
                report.note(
                    number, "it has more or fewer cells than the first row", "check its commas and quotes"
                )
        return [] if report.problems else rows
    return []


def _check_same(parts: list[tuple[int, SheetRow]], report: Report) -> None:
    first_number, first = parts[0]
    for number, row in parts[1:]:
        for column in SheetRow.model_fields:
            if column not in OF_THE_PLUG and getattr(row, column) != getattr(first, column):
                what = f"{column} of site {row.id!r} is not what row {first_number} says"
                report.note(number, what, "write the same in both, or give the sites two ids")


def _site(rows: list[SheetRow]) -> LocationRecord:
    first = rows[0]
    evses = []
    for index, row in enumerate(rows):
        standard, power_type = STANDARDS[row.connector]
        plug = ConnectorRecord("1", standard, power_type, kw=row.kw)
        evses += [EvseRecord(f"{index + 1}-{n + 1}", (plug,)) for n in range(row.count or 1)]
    return LocationRecord(
        location_id=first.id,
        name=first.name,
        country=first.country,
        point=Point(first.latitude, first.longitude),
        evses=tuple(evses),
        address=first.address,
        city=first.city,
        state=first.state,
        postal_code=first.postal_code,
        operator=first.operator,
        network=first.network,
        access=first.access or "public",
        round_the_clock=True if first.hours else None,
        price_text=first.price,
        source=first.source,
        licence=first.licence,
        checked_on=first.checked_on,
    )
