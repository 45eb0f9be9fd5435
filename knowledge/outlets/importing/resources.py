"""What can be booked at outlets, from a CSV file: a row for each demo car, service bay and survey team."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from knowledge.charging.importing.problems import Report
from knowledge.outlets.importing import table
from knowledge.outlets.tables import DEMO_CAR, SURVEY_TEAM, Resource

# What a column holds; the documentation of the form and the cure for a wrong value.
COLUMNS = {
    "outlet": "the key of an outlet of the other file",
    "key": "a name of the resource that stays the same: a to z, 0 to 9, - and _, up to 19 characters",
    "kind": "demo_car, service_bay or survey_team",
    "name": "what staff call it",
    "model": "of a demo car: smart_1, smart_3 …; else empty",
    "variant": "of a demo car: pro, premium, brabus …; else empty",
    "radius_km": "how far a survey team goes, between 1 and 500; else empty",
    "slot_minutes": "how long a booking is: 15 to 600, by quarters of an hour",
    "lead_minutes": "the shortest notice, up to 20160 (two weeks)",
    "horizon_days": "how far ahead it can be booked, up to 366 days; empty means 60",
    "confirms": "yes where a booking holds at once, no where staff confirm it; empty means yes",
}
NEEDED = ("outlet", "key", "kind", "name", "slot_minutes", "lead_minutes")
SWITCH = {"": True, "yes": True, "no": False}


def _filled(value: Any) -> Any:
    return None if value == "" else value


def _switched(value: str) -> Any:
    return SWITCH.get(value.lower())


type Maybe[T] = Annotated[T | None, BeforeValidator(_filled)]


class ResourceRow(BaseModel):
    """A row of the file."""

    model_config = ConfigDict(extra="forbid")

    outlet: str
    key: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=19)
    kind: Annotated[Literal["demo_car", "service_bay", "survey_team"], BeforeValidator(str.lower)]
    name: str = Field(min_length=1, max_length=80)
    model: Maybe[str] = None
    variant: Maybe[str] = None
    radius_km: Maybe[Annotated[int, Field(ge=1, le=500)]] = None
    slot_minutes: int = Field(ge=15, le=600, multiple_of=15)
    lead_minutes: int = Field(ge=0, le=20160)
    horizon_days: Maybe[Annotated[int, Field(ge=1, le=366)]] = None
    confirms: Annotated[bool, BeforeValidator(_switched)] = True


def read(path: Path, outlets: Collection[str] | None, cars: Mapping[str, Collection[str]]) -> list[Resource]:
    """Return the resources of a file; raises ImportFailedError with all that is wrong.

    `outlets` are the keys that there are, None where that is not known; `cars` are the variants by model.
    """
    report = Report(path)
    found: list[Resource] = []
    seen: dict[tuple[str, str], int] = {}
    for number, cells in table.read(path, COLUMNS, NEEDED, report):
        try:
            row = ResourceRow.model_validate(cells)
        except ValidationError as error:
            for column in dict.fromkeys(str(each["loc"][0]) for each in error.errors(include_url=False)):
                report.note(number, f"{column} {cells[column]!r} is not right", f"needs {COLUMNS[column]}")
            continue
        first = seen.setdefault((row.outlet, row.key), number)
        if first != number:
            what = f"{row.key!r} of {row.outlet!r} stands in row {first} already"
            report.note(number, what, "give one of the two another key, or remove it")
        if outlets is not None and row.outlet not in outlets:
            report.note(
                number, f"there is no outlet {row.outlet!r}", "write its key as in the file of outlets"
            )
        if _fits(number, row, cars, report):
            found.append(_resource(row))
    report.close()
    return found


def _fits(number: int, row: ResourceRow, cars: Mapping[str, Collection[str]], report: Report) -> bool:
    is_car, is_team = row.kind == DEMO_CAR, row.kind == SURVEY_TEAM
    problems = []
    if is_car and row.variant not in cars.get(row.model or "", ()):
        known = "; ".join(
            f"{model} {', '.join(sorted(variants))}" for model, variants in sorted(cars.items())
        )
        problems.append(
            (f"{row.model or 'no model'} {row.variant or 'without a variant'} is not on record", known)
        )
    if not is_car and (row.model or row.variant):
        problems.append((f"a {row.kind} has a model or variant", "leave both empty"))
    if is_team and row.radius_km is None:
        problems.append(("a survey_team has no radius_km", f"needs {COLUMNS['radius_km']}"))
    if not is_team and row.radius_km is not None:
        problems.append((f"a {row.kind} has a radius_km", "leave it empty"))
    for what, cure in problems:
        report.note(number, what, cure)
    return not problems


def _resource(row: ResourceRow) -> Resource:
    return Resource(
        key=f"{row.outlet}/{row.key}",
        outlet_key=row.outlet,
        **row.model_dump(
            include={"kind", "name", "model", "variant", "radius_km", "slot_minutes", "lead_minutes"}
        ),
        horizon_days=row.horizon_days or 60,
        confirms=row.confirms,
        active=True,
    )
