"""Figures of understanding from labelled messages and what the model made of them."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.console import Problem
from scripts.places import RASA_PYTHON, ROOT, variable_folder
from scripts.services import rasa_environment
from scripts.understanding.lines import Line

FALLBACK = "nlu_fallback"
OUT = "out_of_scope"
MEASURED_ENTITIES = ("model", "variant", "connector", "percent")


@dataclass(frozen=True)
class Read:
    """A labelled message and what the model made of it."""

    line: Line
    ranking: tuple[str, ...]
    confidence: float
    entities: frozenset[tuple[str, str]]
    milliseconds: float
    refused: bool
    ask_below: float

    @property
    def asked_back(self) -> bool:
        """Whether the customer gets a question back instead of an answer."""
        return self.refused or self.confidence < self.ask_below

    @property
    def guess(self) -> str:
        """The intent that the model takes it for; what it does not understand counts as out of scope."""
        return OUT if self.refused else self.ranking[0]

    @property
    def right(self) -> bool:
        """Whether the guess is the labelled intent."""
        return self.guess == self.line.intent


def parse(model: Path, lines: Sequence[Line]) -> list[Read]:
    """Return what a model makes of the messages; runs Rasa's Python once. Raises `Problem` if that fails."""
    with tempfile.TemporaryDirectory() as folder:
        texts, answers = Path(folder) / "texts.json", Path(folder) / "answers.json"
        texts.write_text(json.dumps([line.text for line in lines]), encoding="utf-8")
        done = subprocess.run(
            [str(RASA_PYTHON), "-m", "scripts.understanding.inside", str(model), str(texts), str(answers)],
            cwd=str(ROOT),
            env=rasa_environment(variable_folder()),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Problem(f"The model could not be measured:\n{done.stdout[-2000:]}")
        answer = json.loads(answers.read_text(encoding="utf-8"))
    pairs = zip(lines, answer["parsed"], strict=True)
    return [_read(line, parsed, answer["ask_below"]) for line, parsed in pairs]


def _read(line: Line, parsed: dict[str, Any], ask_below: float) -> Read:
    ranking = tuple(each["name"] for each in parsed["intent_ranking"] if each["name"] != FALLBACK)
    likeliest = [each["confidence"] for each in parsed["intent_ranking"] if each["name"] != FALLBACK]
    entities = frozenset((each["entity"], plain(each["value"])) for each in parsed["entities"])
    refused = parsed["intent"]["name"] == FALLBACK
    return Read(line, ranking, likeliest[0], entities, parsed["milliseconds"], refused, ask_below)


def plain(value: Any) -> str:
    """Return an entity's value as it is compared: lower case, without thousands separators."""
    return str(value).strip().lower().replace(",", "")


def share(reads: Iterable[Read], counts: Callable[[Read], bool]) -> float:
    """Return the share of messages for which something holds; 0 of none is 0."""
    found = [counts(read) for read in reads]
    return sum(found) / len(found) if found else 0.0


def confidently_wrong(reads: Iterable[Read]) -> float:
    """Return the share of messages that get an answer to another question than the one asked."""
    return share(reads, lambda read: not read.right and not read.asked_back)


def out_of_scope_recall(reads: Iterable[Read]) -> float:
    """Return the share of out-of-scope messages that are seen as such."""
    return share((read for read in reads if read.line.intent == OUT), lambda read: read.right)


def wrongly_refused(reads: Iterable[Read]) -> float:
    """Return the share of real questions that are taken for out of scope."""
    return share((read for read in reads if read.line.intent != OUT), lambda read: read.guess == OUT)


def among_first(reads: Iterable[Read], count: int = 3) -> float:
    """Return the share of messages whose intent is among the likeliest."""
    return share(reads, lambda read: read.right or read.line.intent in read.ranking[:count])


def entity_recall(reads: Iterable[Read], entity: str) -> tuple[float, int]:
    """Return the share of an entity's labelled values that were found, and how many there are."""
    found = [
        (entity, plain(value)) in read.entities
        for read in reads
        for value in _values(read.line.entities.get(entity, []))
    ]
    return (sum(found) / len(found) if found else 0.0), len(found)


def _values(labelled: Any) -> list[Any]:
    return labelled if isinstance(labelled, list) else [labelled]


def confusions(reads: Iterable[Read]) -> list[tuple[tuple[str, str], int]]:
    """Return (meant, taken for) with how often, the most frequent first."""
    return Counter((read.line.intent, read.guess) for read in reads if not read.right).most_common()


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which a part of the values lies, by the nearest rank."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
