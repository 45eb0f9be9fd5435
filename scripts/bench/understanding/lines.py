"""The lines that systems learn from and the messages that they are asked, the same for all."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from scripts.places import ROOT
from scripts.understanding import lines as labelled

TRAINING = ROOT / "bot" / "data" / "nlu"
EXTERNAL = ROOT.parent / "shared" / "eval" / "external"

_ANNOTATED = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")
_SEED = 20261121


@dataclass(frozen=True)
class Line:
    """A message with its intent."""

    text: str
    intent: str
    lang: str


@dataclass(frozen=True)
class Dataset:
    """Lines to learn from, and others to be asked."""

    name: str
    training: tuple[Line, ...]
    tests: tuple[Line, ...]

    @property
    def languages(self) -> list[str]:
        """The languages of what is asked."""
        return sorted({line.lang for line in self.tests})

    def sampled(self, training: int, tests: int) -> Dataset:
        """Return a small one in which every language and intent has its share."""
        return Dataset(self.name, tuple(sample(self.training, training)), tuple(sample(self.tests, tests)))


def own(training: Path = TRAINING, validation: Path = labelled.VALIDATION) -> Dataset | str:
    """Return the assistant's lines, or why there are none to ask."""
    tests = _labelled(*sorted(validation.glob("*.jsonl")))
    if not tests:
        return f"{validation} has no <language>.jsonl yet"
    learnt = tuple(_training_lines(training))
    known = {line.text for line in learnt}
    return Dataset("smart", learnt, tuple(line for line in tests if line.text not in known))


def external(folder: Path = EXTERNAL) -> Dataset | str:
    """Return the lines of other people's bots, or why there are none."""
    files = [folder / "quad16np_train.jsonl", folder / "quad16np_test_unseen.jsonl"]
    if not all(file.is_file() for file in files):
        return f"{folder} has no quad16np_*.jsonl"
    training, tests = map(_labelled, files)
    return Dataset("external", training, tests)


def _training_lines(folder: Path) -> Iterator[Line]:
    for file in sorted(folder.glob("*/*.yml")):
        with file.open(encoding="utf-8") as text:
            items = yaml.load(text, yaml.CSafeLoader)["nlu"]
        for item in items:
            for example in item["examples"].split("\n") if "intent" in item else ():
                if example.strip():
                    plain = _ANNOTATED.sub(r"\1", example.strip().removeprefix("- "))
                    yield Line(plain, item["intent"], file.parent.name)


def _labelled(*files: Path) -> tuple[Line, ...]:
    """Return the messages of some files; `/` has a meaning in Rasa's names of intents."""
    return tuple(Line(each.text, each.intent.replace("/", "_"), each.lang) for each in labelled.read(files))


def write_jsonl(lines: Iterable[Line], file: Path) -> None:
    """Write lines for a system's program."""
    rows = [json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in lines]
    file.write_text("".join(rows), encoding="utf-8")


def sample(lines: Sequence[Line], count: int) -> list[Line]:
    """Return about so many lines, the same each time: of each language and intent its share, or one."""
    if len(lines) <= count:
        return list(lines)
    groups: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.lang, line.intent].append(line)
    chance = random.Random(_SEED)  # noqa: S311 - a choice that is to be the same again
    chosen: list[Line] = []
    for _, group in sorted(groups.items()):
        wanted = max(1, round(len(group) * count / len(lines)))
        chosen += chance.sample(group, min(wanted, len(group)))
    return chosen


def shuffled(lines: Iterable[Line]) -> list[Line]:
    """Return lines in another order, the same each time."""
    mixed = list(lines)
    random.Random(_SEED).shuffle(mixed)  # noqa: S311 - as above
    return mixed
