"""Reading the seed files: YAML rows that remember their lines, checked one by one, problems collected."""

import difflib
import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

try:
    from yaml import CSafeLoader as SafeLoader  # several times as fast
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader  # type: ignore[assignment]

FOLDER = Path(__file__).parent.parent / "seed"
LABELS = ("key", "market", "subject", "topic", "model", "variant", "attribute")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file, line, and a few words that name the row."""

    file: str
    line: int
    label: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" + (f" ({self.label})" if self.label else "")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a seed file, and what to do about it."""

    place: Place
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}: {self.cure}"


class SeedError(Exception):
    """The seed files have problems; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Row(BaseModel):
    """A row of a seed file; a field that is not declared is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class FactRow(Row):
    """A row that states a fact."""

    source: str | tuple[str, ...]
    status: Literal["confirmed", "reported", "unconfirmed"]
    as_of: date | None = None
    url: str | None = None


class SourceRow(Row):
    """A source that rows may name."""

    title: str
    date: date
    url: str | None = None


class LineDict(dict[Any, Any]):
    """A mapping that remembers the line on which it begins."""

    line = 1


class LineLoader(SafeLoader):
    """YAML whose mappings know their line and whose dates stay text, so that our own check reads them."""

    def construct_line_mapping(self, node: yaml.MappingNode) -> LineDict:
        """Build a mapping; the same key twice is an error, not the last one's win."""
        mapping = LineDict()
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable) or key in mapping:
                what = f"duplicate key {key!r}" if isinstance(key, Hashable) else "a key that is no word"
                raise yaml.constructor.ConstructorError(problem=what, problem_mark=key_node.start_mark)
            mapping[key] = self.construct_object(value_node, deep=True)
        mapping.line = node.start_mark.line + 1
        return mapping


# Dates stay text, so that our own check reads them, and of all the words that YAML takes for a truth value
# only true and false are one: "on", "off", "yes" and "no" are keywords of articles.
LineLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith((":timestamp", ":bool"))]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
LineLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, LineLoader.construct_line_mapping)


@dataclass
class Reader:
    """One reading of the seed folder, with every problem found on the way."""

    folder: Path = FOLDER
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, SourceRow] = field(default_factory=dict)
    figures: set[str] = field(default_factory=set)  # keys, for the files that name figures
    cars: dict[str, set[str]] = field(default_factory=dict)  # variants by model, for the files that name cars
    unread: set[str] = field(default_factory=set)  # files that could not be read at all

    def __post_init__(self) -> None:
        for place, key, raw in self.mapping("sources.yml"):
            if (row := self.row(place, raw, SourceRow)) is not None:
                self.sources[key] = row

    def problem(self, place: Place, what: str, cure: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(place, what, cure))

    def load(self, name: str) -> Any:
        """Parse a file; None (and a problem) where that fails."""
        try:
            data = LineLoader((self.folder / name).read_text(encoding="utf-8")).get_single_data()
        except FileNotFoundError:
            problem = Problem(Place(name, 1), "the file is missing", "add it")
        except UnicodeDecodeError as error:
            problem = Problem(Place(name, 1), f"not UTF-8 (byte {error.start})", "save it as UTF-8 text")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = f"not valid YAML ({error.problem or error.context})"
            cure = "check quotes, colons and indentation there"
            problem = Problem(Place(name, mark.line + 1 if mark else 1), what, cure)
        except yaml.YAMLError as error:
            what = f"not valid YAML ({str(error).splitlines()[0]})"
            problem = Problem(Place(name, 1), what, "remove that character")
        else:
            if data is not None:
                return data
            problem = Problem(Place(name, 1), "the file is empty", "write its rows")
        self.problems.append(problem)
        self.unread.add(name)
        return None

    def rows[R: Row](self, name: str, schema: type[R]) -> list[tuple[Place, R]]:
        """Return the valid rows of a file that is a list."""
        data = self.load(name)
        if data is None:
            return []
        if not isinstance(data, list):
            self.problem(Place(name, 1), "not a list of rows", "begin each row with `- `")
            return []
        return list(self._rows(name, data, schema))

    def _rows[R: Row](self, name: str, data: list[Any], schema: type[R]) -> Iterator[tuple[Place, R]]:
        for number, raw in enumerate(data, start=1):
            if not isinstance(raw, LineDict):
                self.problem(Place(name, 1, f"row {number}"), "not a row", "write it as `- {key: value, …}`")
                continue
            place = place_of(name, raw)
            if (row := self.row(place, raw, schema)) is not None:
                yield place, row

    def document[R: Row](self, name: str, schema: type[R]) -> R | None:
        """Return a file that is one row; None where it is not valid."""
        data = self.load(name)
        if data is None:
            return None
        if not isinstance(data, LineDict):
            self.problem(Place(name, 1), "not a mapping", "begin each entry with `key:`")
            return None
        return self.row(Place(name, 1), data, schema)

    def mapping(self, name: str) -> list[tuple[Place, str, LineDict]]:
        """Return the entries of a file that is a mapping of keys to rows."""
        data = self.load(name)
        if data is None:
            return []
        if not isinstance(data, LineDict):
            self.problem(Place(name, 1), "not a mapping", "begin each entry with `key:`")
            return []
        entries = []
        for key, raw in data.items():
            if isinstance(raw, LineDict):
                entries.append((Place(name, raw.line, str(key)), str(key), raw))
            else:
                self.problem(
                    Place(name, data.line, str(key)), "has no fields", f"write `{key}:` and its fields"
                )
        return entries

    def row[R: Row](self, place: Place, raw: LineDict, schema: type[R]) -> R | None:
        """Check one row; None (and its problems) where it is not valid."""
        try:
            return schema.model_validate(dict(raw))
        except ValidationError as error:
            for detail in error.errors():
                what, cure = explain(detail, schema)
                self.problem(place, what, cure)
            return None

    def known(self, place: Place, what: str, key: str, keys: set[str], file: str) -> bool:
        """Tell whether a key is among those of another file; note a problem where it is not."""
        if key in keys:
            return True
        if file not in self.unread:
            self.problem(place, f"unknown {what} {key!r}", f"{nearest(key, keys)}or add it to {file}")
        return False

    def unique(self, place: Place, key: object, seen: dict[Any, Place]) -> bool:
        """Tell whether a key comes for the first time; note a problem where it does not."""
        if key in seen:
            self.problem(place, f"the same key as line {seen[key].line}", "remove one of the two rows")
            return False
        seen[key] = place
        return True

    def day(self, place: Place, name: str, text: str) -> date | None:
        """Return the first day of a date given as YYYY, YYYY-MM or YYYY-MM-DD; None (and a problem) else."""
        try:
            return date.fromisoformat(text + "-01-01"[len(text) - len("YYYY") :])
        except ValueError:
            self.problem(place, f"`{name}` is {text!r}, which is no date", "write it as YYYY-MM-DD")
            return None

    def provenance(self, place: Place, row: FactRow) -> dict[str, Any]:
        """Return the columns that say where a fact comes from."""
        keys = (row.source,) if isinstance(row.source, str) else row.source
        if not keys:
            self.problem(place, "names no source", "write `source: <key of sources.yml>`")
        known = [
            self.sources[key]
            for key in keys
            if self.known(place, "source", key, set(self.sources), "sources.yml")
        ]
        urls = [source.url for source in known if source.url]
        return {
            "source": "; ".join(source.title for source in known),
            "url": row.url or (urls[0] if urls else None),
            "as_of": row.as_of or max((source.date for source in known), default=date.min),
            "status": row.status,
        }


def place_of(name: str, raw: LineDict) -> Place:
    """Return the place of a row, named by the fields that tell rows apart."""
    return Place(name, raw.line, " ".join(str(raw[each]) for each in LABELS if raw.get(each) is not None))


def precision(text: str) -> Literal["year", "month", "day"]:
    """Tell how exact a date given as YYYY, YYYY-MM or YYYY-MM-DD is."""
    return ("year", "month", "day")[text.count("-")]


def nearest(key: str, keys: set[str]) -> str:
    """Return the beginning of a cure that offers the key most like a mistaken one."""
    found = difflib.get_close_matches(key, keys, n=1)
    return f"write {found[0]!r} if you meant that, " if found else "correct it, "


def explain(detail: ErrorDetails, schema: type[BaseModel]) -> tuple[str, str]:
    """Say in one line what pydantic found and how to mend it."""
    name = ".".join(str(part) for part in detail["loc"] if not str(part).startswith(("tuple", "function")))
    given = repr(detail["input"])[:60]
    match detail["type"]:
        case "missing":
            return f"`{name}` is missing", f"add `{name}: …` to the row"
        case "extra_forbidden":
            return f"unknown field `{name}`", f"{nearest(name, set(schema.model_fields))}or remove it"
        case "literal_error":
            return f"`{name}` is {given}", f"use {detail['ctx']['expected']}"
        case kind if kind.startswith("date"):
            return f"`{name}` is {given}, which is no date", "write it as YYYY-MM-DD"
        case kind if kind.startswith(("decimal", "int", "float", "finite")):
            return f"`{name}` is {given}, which is no number", "write a plain number such as 440 or 16.7"
        case "value_error":
            return str(detail["ctx"]["error"]), f"correct `{name}`" if name else "correct the row"
        case _:
            return f"`{name}` is {given}", detail["msg"].lower()
