"""The measuring itself: both systems run, but only one has work at any time, and they take turns at it."""

from __future__ import annotations

import asyncio
import math
import os
import statistics
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import psutil

from scripts.bench import client
from scripts.bench.client import Door
from scripts.bench.figures import Length, Load, Sample, System, added
from scripts.bench.mixes import TURNS, Script
from scripts.bench.systems import Running
from scripts.console import Problem, say

EARLY_TURN = 10
#: Share of the machine that other programs may use in a round that is counted without a second thought.
QUIET = 0.10


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    levels: tuple[int, ...] = (1, 8, 32)
    rounds: int = 5
    seconds: float = 2.0
    late_turn: int = 300
    windows: int = 3
    #: Seconds at each level for more rounds where other programs disturbed some; the quietest are counted.
    patience: float = 30.0


QUICK = Plan(levels=(1, 4), rounds=1, seconds=0.5, late_turn=20, windows=1, patience=0.0)


@dataclass
class Candidate:
    """A running system with its customers."""

    name: str
    running: Running
    door: Door
    long: Script
    samples: dict[int, list[Sample]] = field(default_factory=dict)

    def stress(self, conversations: int, seconds: float) -> Sample:
        """Load the system for a while, and note what everybody used meanwhile."""
        cpu, busy = self._used(), machine_busy()
        began = time.perf_counter()
        sample = asyncio.run(client.load(self.door, conversations, seconds))
        took = time.perf_counter() - began
        used = {name: after - cpu[name] for name, after in self._used().items()}
        elsewhere = (machine_busy() - busy - sum(used.values())) / (took * (os.cpu_count() or 1))
        return replace(sample, cpu=used, elsewhere=max(0.0, elsewhere))

    def _used(self) -> dict[str, float]:
        return {**self.running.cpu(), "client": time.process_time()}

    def summary(self, length: Length) -> System:
        """Sum everything up."""
        loads = tuple(Load.of(conversations, samples) for conversations, samples in self.samples.items())
        return System(self.name, self.running.cold_start, loads, length, self.running.memory())


def machine_busy() -> float:
    """Return the seconds that all processors together have worked."""
    times = psutil.cpu_times()
    return float(times.user + times.system + getattr(times, "nice", 0.0))


def warm_up(candidates: list[Candidate], times: int) -> None:
    """Let caches fill; a mix that is not answered as it should be ends the benchmark here."""
    for candidate in candidates:
        scripts = [*candidate.door.scripts, candidate.long]
        for _ in range(times):
            bad = asyncio.run(client.try_all(candidate.door, scripts))
        if bad:
            messages = "\n".join(f"  {fault}: {text}" for text, fault in bad.items())
            raise Problem(f"{candidate.name} does not answer messages of the benchmark:\n{messages}")


def load_levels(candidates: list[Candidate], plan: Plan) -> None:
    """Load the systems by turns at each number of conversations; who begins changes from round to round."""
    for level in plan.levels:
        say(f"  {level} conversation{'s' if level > 1 else ''} at once …")
        rounds: list[dict[str, Sample]] = []
        until = math.inf
        while len(rounds) < plan.rounds or (time.perf_counter() < until and _quiet(rounds) < plan.rounds):
            turn = candidates if len(rounds) % 2 == 0 else candidates[::-1]
            rounds.append({candidate.name: candidate.stress(level, plan.seconds) for candidate in turn})
            if len(rounds) == plan.rounds:
                until = time.perf_counter() + plan.patience
        counted = sorted(rounds, key=_disturbed)[: plan.rounds]
        for candidate in candidates:
            candidate.samples[level] = [samples[candidate.name] for samples in counted]


def _disturbed(samples: Mapping[str, Sample]) -> float:
    """Return how much other programs used in a round; the systems' own speed has no say in it."""
    return max(sample.elsewhere for sample in samples.values())


def _quiet(rounds: list[dict[str, Sample]]) -> int:
    return sum(_disturbed(samples) <= QUIET for samples in rounds)


def lengths(candidates: list[Candidate], plan: Plan) -> list[Length]:
    """Compare the turns around a conversation's 10th with those around its late one, side by side.

    Each window is one whole script around that turn, so that early and late turns are the same messages. The
    early ones come from a conversation of their own each time.
    """
    say(f"  turn {plan.late_turn} beside turn {EARLY_TURN} …")
    runs = [_Long(candidate, plan) for candidate in candidates]
    for _ in range(plan.windows):
        for run in runs:
            run.window()
    return [run.length(plan.late_turn) for run in runs]


class _Long:
    """A long conversation of one system, and the short ones beside it."""

    def __init__(self, candidate: Candidate, plan: Plan) -> None:
        self._door, self._script = candidate.door, candidate.long
        self._sender = candidate.door.sender()
        self._turn = 0
        self._early: list[float] = []
        self._late: list[float] = []
        self._faults: list[Counter[str]] = []
        # The windows lie around the late turn.
        self._play(self._sender, self._next(plan.late_turn - plan.windows * TURNS // 2))

    def window(self) -> None:
        """Measure one window of each kind."""
        sender = self._door.sender()
        before = EARLY_TURN - TURNS // 2
        self._play(sender, [self._script[number % TURNS] for number in range(before)])
        self._early += self._play(
            sender, [self._script[(before + number) % TURNS] for number in range(TURNS)]
        )
        self._late += self._play(self._sender, self._next(TURNS))

    def length(self, late_turn: int) -> Length:
        """Sum up."""
        early, late = statistics.median(self._early), statistics.median(self._late)
        return Length(early, late, late_turn, added(self._faults))

    def _next(self, count: int) -> list[str]:
        texts = [self._script[(self._turn + number) % TURNS] for number in range(count)]
        self._turn += count
        return texts

    def _play(self, sender: str, texts: list[str]) -> list[float]:
        latencies, faults = asyncio.run(client.play(self._door, sender, texts))
        self._faults.append(faults)
        return latencies


def measure(candidates: list[Candidate], plan: Plan) -> list[System]:
    """Measure everything, the systems side by side."""
    load_levels(candidates, plan)
    found = lengths(candidates, plan)
    return [candidate.summary(length) for candidate, length in zip(candidates, found, strict=True)]
