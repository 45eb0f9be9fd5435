"""The labelled messages that understanding is measured with: JSON Lines, a file for each language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.console import Problem
from scripts.places import ROOT

VALIDATION = ROOT / "bot" / "validation"


@dataclass(frozen=True)
class Line:
    """One message with what it means: `entities` maps an entity to its value or to a list of values."""

    text: str
    intent: str
    lang: str
    entities: dict[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


def read(files: Iterable[Path]) -> list[Line]:
    """Return the messages of some files; raises `Problem` naming file and line of a bad one."""
    found = []
    for file in files:
        for number, row in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if row.strip():
                found.append(_line(row, f"{file.name}, line {number}"))
    return found


def validation() -> list[Line]:
    """Return the messages of our own validation files."""
    return read(sorted(VALIDATION.glob("*.jsonl")))


def _line(row: str, where: str) -> Line:
    try:
        data = json.loads(row)
        line = Line(
            data["text"],
            data["intent"],
            data["lang"],
            data.get("entities", {}),
            tuple(data.get("tags", ())),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        cure = 'write {"text": …, "intent": …, "lang": …, "entities": {…}, "tags": […]}'
        raise Problem(f"{where}: not a labelled message ({error}); {cure}.") from error
    if not all(isinstance(each, str) and each.strip() for each in (line.text, line.intent, line.lang)):
        raise Problem(f"{where}: text, intent and lang must be words.")
    return line
