"""What was measured, and the arithmetic on it."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

RASA_MEGABYTES = 800.0


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that this share of the values does not exceed (nearest rank)."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def ratio(value: float, base: float) -> float:
    """Return their ratio; no number where there is nothing to compare with, which meets no aim."""
    return value / base if 0 < base < math.inf else math.nan


@dataclass(frozen=True)
class Sample:
    """A stretch of load on one system: so many conversations at once for so many seconds."""

    seconds: float
    done: int  # turns that ended within the stretch
    latencies: tuple[float, ...]  # seconds, of every turn that began in it and was answered well
    faults: Mapping[str, int] = field(default_factory=dict)
    cpu: Mapping[str, float] = field(default_factory=dict)  # seconds that each process used
    elsewhere: float = 0.0  # share of the machine that other programs used

    @property
    def turns(self) -> int:
        """Turns that were tried."""
        return len(self.latencies) + sum(self.faults.values())


@dataclass(frozen=True)
class Load:
    """One system at one number of conversations, over all rounds."""

    conversations: int
    rate: float  # well answered turns a second, the median of the rounds
    p50: float
    p95: float
    turns: int
    faults: Mapping[str, int]
    cpu: Mapping[str, float]  # milliseconds a turn, by process
    elsewhere: float

    @classmethod
    def of(cls, conversations: int, samples: Sequence[Sample]) -> Load:
        """Sum up the rounds: rates by their median, latencies together."""
        latencies = [latency for sample in samples for latency in sample.latencies]
        turns = sum(sample.turns for sample in samples)
        cpu: Counter[str] = Counter()
        for sample in samples:
            cpu.update(sample.cpu)
        return cls(
            conversations=conversations,
            rate=statistics.median(sample.done / sample.seconds for sample in samples),
            p50=percentile(latencies, 0.50) if latencies else math.inf,
            p95=percentile(latencies, 0.95) if latencies else math.inf,
            turns=turns,
            faults=added(sample.faults for sample in samples),
            cpu={name: 1000 * seconds / max(turns, 1) for name, seconds in cpu.items()},
            elsewhere=statistics.fmean(sample.elsewhere for sample in samples),
        )


@dataclass(frozen=True)
class Length:
    """How a conversation's length tells: the median turn around its 10th and around its late one."""

    early: float
    late: float
    late_turn: int
    faults: Mapping[str, int]

    @property
    def growth(self) -> float:
        """How many times as long the late turn takes."""
        return ratio(self.late, self.early)


@dataclass(frozen=True)
class System:
    """Everything that was measured of one system."""

    name: str
    cold_start: float
    loads: tuple[Load, ...]
    length: Length
    memory: Mapping[str, int]  # bytes, by process

    @property
    def faults(self) -> dict[str, int]:
        """Everything that went wrong, by its kind."""
        return added([*(load.faults for load in self.loads), self.length.faults])


@dataclass(frozen=True)
class Aim:
    """Something that the assistant is to reach beside the stock bot."""

    what: str
    value: float
    limit: float
    at_least: bool

    @property
    def met(self) -> bool:
        """Whether it does."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def aims(ours: System, stock: System | None, widget: int) -> list[Aim]:
    """Return each aim with what was reached."""
    found: list[Aim] = []
    for mine, theirs in zip(ours.loads, stock.loads if stock else (), strict=False):
        where = f"at {mine.conversations} conversation{'s' if mine.conversations > 1 else ''}"
        found += [
            Aim(
                f"turns a second {where}, to the stock bot's",
                ratio(mine.rate, theirs.rate),
                2.0,
                at_least=True,
            ),
            Aim(f"p50 latency {where}, to the stock bot's", ratio(mine.p50, theirs.p50), 0.5, at_least=False),
            Aim(f"p95 latency {where}, to the stock bot's", ratio(mine.p95, theirs.p95), 0.5, at_least=False),
        ]
    found.append(Aim(f"turn {ours.length.late_turn} to turn 10", ours.length.growth, 1.3, at_least=False))
    rasa = ours.memory.get("rasa", math.nan) / 1024**2
    found.append(Aim("Rasa's server process in MB", rasa, RASA_MEGABYTES, at_least=False))
    found.append(Aim("widget in KB, gzipped", widget / 1024, 30.0, at_least=False))
    return found


def added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return the sum of several counts."""
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return dict(total)
