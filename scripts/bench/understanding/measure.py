"""The measuring itself: each system in its own process, and they take turns at the same messages."""

from __future__ import annotations

import contextlib
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.bench.figures import percentile
from scripts.bench.understanding import models
from scripts.bench.understanding.figures import ALL, Comparison, Score, Understanding
from scripts.bench.understanding.lines import Dataset, Line, sample, shuffled
from scripts.bench.understanding.models import Trained
from scripts.bench.understanding.parser import Parser
from scripts.bench.understanding.systems import System
from scripts.child import Log
from scripts.console import Problem, say

#: Messages that a system gets before the next one has its turn.
TURN = 20
#: Training lines that are parsed first and not counted: dictionaries are read and graphs traced at them.
WARM_UPS = 60
FIRST_SEED = 1


@dataclass
class Candidate:
    """A system with its trained models, and what it has answered."""

    system: System
    trained: list[Trained]
    right: list[Counter[str]] = field(default_factory=list)  # of each model, by language
    seconds: list[float] = field(default_factory=list)
    memory: int = 0

    def ask(self, parser: Parser, lines: Iterable[Line], timed: bool) -> None:
        """Have the newest model parse some messages."""
        for line in lines:
            answer = parser.ask(line)
            if answer.intent == line.intent:
                self.right[-1].update((line.lang, ALL))
            if timed:
                self.seconds.append(answer.seconds)

    def figures(self, sizes: Mapping[str, int]) -> Understanding:
        """Sum up."""
        return Understanding(
            self.system.key,
            self.system.name,
            {code: Score(tuple(right[code] for right in self.right), count) for code, count in sizes.items()},
            percentile(self.seconds, 0.50),
            percentile(self.seconds, 0.95),
            statistics.median(each.seconds for each in self.trained),
            statistics.median(each.cpu for each in self.trained),
            self.trained[0].at,
            self.memory,
        )


def compare(
    dataset: Dataset, systems: Sequence[System], absent: Mapping[str, str], seeds: int, cache: Path
) -> Comparison:
    """Train what is not kept, and have all systems parse the messages by turns."""
    say(
        f"{dataset.name} lines: {len(dataset.training)} to learn from, {len(dataset.tests)} messages to parse"
    )
    failed: dict[str, str] = {}
    candidates = []
    for system in systems:
        chosen = range(FIRST_SEED, FIRST_SEED + (seeds if system.random else 1))
        try:
            trained = [models.ensure(system, dataset, seed, cache) for seed in chosen]
        except Problem as problem:
            failed[system.name] = str(problem)
        else:
            candidates.append(Candidate(system, trained))
    measured = _parse(candidates, dataset, cache, failed)
    sizes = {code: sum(line.lang == code for line in dataset.tests) for code in dataset.languages}
    sizes[ALL] = len(dataset.tests)
    return Comparison(
        dataset.name,
        len(dataset.training),
        len(dataset.tests),
        tuple(candidate.figures(sizes) for candidate in measured),
        absent,
        failed,
    )


def _parse(
    candidates: Sequence[Candidate], dataset: Dataset, cache: Path, failed: dict[str, str]
) -> list[Candidate]:
    """Have everybody parse everything; return those that did."""
    tests = shuffled(dataset.tests)
    warm_ups = shuffled(sample(dataset.training, WARM_UPS))[:WARM_UPS]
    with contextlib.ExitStack() as running:
        parsers: list[tuple[Candidate, Parser]] = []
        for candidate in candidates:
            say(f"  Loading {candidate.system.name} …")
            with _noted(candidate, failed):
                parser = running.enter_context(_parser(candidate.system, candidate.trained[0], cache))
                _warm_up(parser, warm_ups)
                candidate.right.append(Counter())
                parsers.append((candidate, parser))
        say("  Parsing, by turns …")
        for number, start in enumerate(range(0, len(tests), TURN)):
            first = number % max(len(parsers), 1)
            for candidate, parser in parsers[first:] + parsers[:first]:
                if candidate.system.name not in failed:
                    with _noted(candidate, failed):
                        candidate.ask(parser, tests[start : start + TURN], timed=True)
        for candidate, parser in parsers:
            if candidate.system.name not in failed:
                candidate.memory = parser.peak_memory()
    _parse_again(candidates, tests, cache, failed)
    return [candidate for candidate in candidates if candidate.system.name not in failed]


def _parse_again(
    candidates: Sequence[Candidate], tests: Sequence[Line], cache: Path, failed: dict[str, str]
) -> None:
    """Ask the models of further seeds, whose time is not taken."""
    for candidate in candidates:
        for trained in candidate.trained[1:] if candidate.system.name not in failed else ():
            with _noted(candidate, failed), _parser(candidate.system, trained, cache) as parser:
                candidate.right.append(Counter())
                candidate.ask(parser, tests, timed=False)


def _parser(system: System, trained: Trained, cache: Path) -> Parser:
    return Parser(system, trained.folder, Log(cache / f"parse-{system.key}.log"))


def _warm_up(parser: Parser, lines: Iterable[Line]) -> None:
    for line in lines:
        parser.ask(line)


@contextlib.contextmanager
def _noted(candidate: Candidate, failed: dict[str, str]) -> Iterator[None]:
    """Go on without a system that ends, as the others may have taken hours."""
    try:
        yield
    except Problem as problem:
        failed[candidate.system.name] = str(problem)
