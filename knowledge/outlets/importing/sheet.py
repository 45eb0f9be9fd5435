"""Outlets from a CSV file: a row each."""

import difflib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import phonenumbers
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from knowledge.charging.importing.problems import Report
from knowledge.geography import Point
from knowledge.outlets import regions, weekly
from knowledge.outlets.importing import table
from knowledge.outlets.tables import SERVICES, Outlet
from knowledge.outlets.writing import SAMPLE_PREFIX, Entry

LANGUAGES = ("en", "ms", "zh", "th")
# What a column holds; the documentation of the form and the cure for a wrong value.
COLUMNS = {
    "key": "a name of the outlet that stays the same: a to z, 0 to 9, - and _, up to 40 characters",
    "name": "what customers call the outlet, in English",
    "name_ms": "the name in Malay, or empty",
    "name_zh": "the name in Chinese, or empty",
    "name_th": "the name in Thai, or empty",
    "market": "MY or TH",
    "state": "the state or province, such as selangor, kuala_lumpur or chiang_mai",
    "kind": "showroom, service or both",
    "address": "the address as customers write it",
    "latitude": "degrees north, such as 3.1073",
    "longitude": "degrees east, such as 101.6067",
    "phone": "a valid number such as +60 3-7955 1234, or empty",
    "time_zone": "Asia/Kuala_Lumpur, Asia/Kuching or Asia/Bangkok; empty means the market's",
    "languages": "those spoken there, of en ms zh th, such as en ms",
    "services": f"of {' '.join(SERVICES)}, such as sales test_drive",
    "hours": "such as Mon-Fri 09:00-18:00; Sat 10:00-13:00,14:00-17:00; Sun closed",
    "source": "who says so; empty means the name of the file",
    "as_of": "the day on which it was so, such as 2026-11-20; empty means today",
}
NEEDED = (
    *("key", "name", "market", "state", "kind", "address", "latitude", "longitude"),
    *("languages", "services", "hours"),
)


def _filled(value: Any) -> Any:
    return None if value == "" else value


def _words(value: Any) -> Any:
    return (
        tuple(dict.fromkeys(re.split(r"[\s,;|]+", value.lower()))) if isinstance(value, str) and value else ()
    )


def _lower(value: Any) -> Any:
    return re.sub(r"[\s-]+", "_", value.lower()) if isinstance(value, str) else value


type Maybe[T] = Annotated[T | None, BeforeValidator(_filled)]


class SheetRow(BaseModel):
    """A row of the file."""

    model_config = ConfigDict(extra="forbid")

    key: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=40)
    name: str = Field(min_length=1, max_length=120)
    name_ms: Maybe[Annotated[str, Field(max_length=120)]] = None
    name_zh: Maybe[Annotated[str, Field(max_length=120)]] = None
    name_th: Maybe[Annotated[str, Field(max_length=120)]] = None
    market: Annotated[Literal["MY", "TH"], BeforeValidator(str.upper)]
    state: Annotated[str, BeforeValidator(_lower)]
    kind: Annotated[Literal["showroom", "service", "both"], BeforeValidator(str.lower)]
    address: str = Field(min_length=1, max_length=400)
    latitude: float = Field(allow_inf_nan=False)
    longitude: float = Field(allow_inf_nan=False)
    phone: Maybe[str] = None
    time_zone: Maybe[str] = None
    languages: Annotated[
        tuple[Literal["en", "ms", "zh", "th"], ...], BeforeValidator(_words), Field(min_length=1)
    ]
    services: Annotated[
        tuple[Literal["sales", "test_drive", "service", "body_repair", "home_charger"], ...],
        BeforeValidator(_words),
        Field(min_length=1),
    ]
    hours: str
    source: Maybe[str] = None
    as_of: Maybe[date] = None

    @model_validator(mode="after")
    def _own_key(self) -> "SheetRow":
        if self.key.startswith(SAMPLE_PREFIX):
            raise ValueError("sample")
        return self


def read(path: Path, today: date) -> list[Entry]:
    """Return the outlets of a file, without resources; raises ImportFailedError with all that is wrong."""
    report = Report(path)
    found: list[Entry] = []
    seen: dict[str, int] = {}
    for number, cells in table.read(path, COLUMNS, NEEDED, report):
        row = _row(number, cells, report)
        if row is None:
            continue
        if row.key in seen:
            what = f"the key {row.key!r} stands in row {seen[row.key]} already"
            report.note(number, what, "give one of the two another key, or remove it")
        seen.setdefault(row.key, number)
        week, phone = _week(number, row, report), _phone(number, row, report)
        if _placed(number, row, report) and week is not None:
            found.append(Entry(_outlet(row, phone, row.source or path.name, row.as_of or today), week))
    report.close()
    return found


def _row(number: int, cells: Mapping[str, str], report: Report) -> SheetRow | None:
    try:
        return SheetRow.model_validate(cells)
    except ValidationError as error:
        for column in dict.fromkeys(
            str((*each["loc"], "key")[0]) for each in error.errors(include_url=False)
        ):
            if column == "key" and cells["key"].startswith(SAMPLE_PREFIX):
                report.note(
                    number, f"the key {cells['key']!r} is like a sample's", "begin it with another word"
                )
            else:
                report.note(number, f"{column} {cells[column]!r} is not right", f"needs {COLUMNS[column]}")
        return None


def _week(number: int, row: SheetRow, report: Report) -> weekly.Week | None:
    try:
        return weekly.parse(row.hours)
    except weekly.HoursError as error:
        report.note(number, f"hours: {error}", f"needs hours {COLUMNS['hours']}")
        return None


def _phone(number: int, row: SheetRow, report: Report) -> str | None:
    if row.phone is None:
        return None
    try:
        parsed = phonenumbers.parse(row.phone, row.market)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed is not None and phonenumbers.is_valid_number(parsed):
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    report.note(number, f"phone {row.phone!r} is no valid number", f"needs {COLUMNS['phone']}")
    return None


def _placed(number: int, row: SheetRow, report: Report) -> bool:
    sound = True
    states = regions.STATES[row.market]
    if row.state not in states:
        like = difflib.get_close_matches(row.state, states, n=1)
        cure = f"perhaps {like[0]}" if like else f"one of {', '.join(states)}"
        report.note(number, f"state {row.state!r} is not one of {row.market}", cure)
        sound = False
    zones = regions.ZONES[row.market]
    if row.time_zone is not None and row.time_zone not in zones:
        report.note(
            number, f"time_zone {row.time_zone!r} is not one of {row.market}", f"use {' or '.join(zones)}"
        )
        sound = False
    if not regions.contains(row.market, Point(row.latitude, row.longitude)):
        what = f"{row.latitude}, {row.longitude} is not in {row.market}"
        report.note(number, what, "correct the position or the market; latitude comes before longitude")
        sound = False
    return sound


def _outlet(row: SheetRow, phone: str | None, source: str, as_of: date) -> Outlet:
    names = {"en": row.name, "ms": row.name_ms, "zh": row.name_zh, "th": row.name_th}
    return Outlet(
        **row.model_dump(include={"key", "market", "state", "kind", "address", "latitude", "longitude"}),
        names={language: name for language, name in names.items() if name},
        phone=phone,
        time_zone=row.time_zone or regions.ZONES[row.market][0],
        languages=list(row.languages),
        services=list(row.services),
        sample=False,
        active=True,
        source=source,
        as_of=as_of,
    )
