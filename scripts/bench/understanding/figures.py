"""What was measured of understanding, and the arithmetic on it."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field

from scripts.bench.figures import Aim, ratio

ALL = "all"
TRAINING_MINUTES = 4.0
PARSE_RATIO = 1 / 3
_Z = 1.959964  # of a 95 % interval


def wilson(share: float, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of so many (Wilson's, which holds near 0 and 1 as well)."""
    if count == 0:
        return 0.0, 1.0
    spread = _Z**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True)
class Score:
    """How many of the messages were understood, by each of the models that differ in their seed."""

    right: tuple[int, ...]
    of: int

    @property
    def accuracy(self) -> float:
        """The share that was understood, the mean of the models."""
        return ratio(statistics.fmean(self.right), self.of)

    @property
    def interval(self) -> tuple[float, float]:
        """What the messages' number leaves open."""
        return wilson(self.accuracy, self.of)

    @property
    def spread(self) -> tuple[float, float]:
        """The worst and the best model."""
        return min(self.right) / self.of, max(self.right) / self.of


@dataclass(frozen=True)
class Understanding:
    """Everything that was measured of one system on one set of lines."""

    key: str
    name: str
    scores: Mapping[str, Score]  # by language, and of all
    p50: float
    p95: float
    training: float  # seconds, the median of the models
    training_cpu: float
    trained_at: str
    memory: int  # bytes, at most, of the process that parses


@dataclass(frozen=True)
class Comparison:
    """The systems side by side on one set of lines."""

    name: str
    training: int
    tests: int
    found: tuple[Understanding, ...]
    #: Why a system was not measured; of those that should have been, what went wrong.
    absent: Mapping[str, str] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> Understanding | None:
        """Return one system's figures."""
        return next((each for each in self.found if each.key == key), None)


def aims(comparison: Comparison, languages: Mapping[str, str]) -> list[Aim]:
    """Return each aim with what was reached; speed and training count on the assistant's own lines."""
    ours, stock = comparison.of("ours"), comparison.of("stock")
    if ours is None:
        return []
    found = _accuracy_aims(comparison, ours, languages)
    if comparison.name != "smart":
        return found
    if stock is not None:
        parse = ratio(ours.p95, stock.p95)
        found.append(Aim("p95 of a parse, to Rasa's default's", parse, PARSE_RATIO, at_least=False))
    found.append(Aim("training in minutes", ours.training / 60, TRAINING_MINUTES, at_least=False))
    return found


def _accuracy_aims(comparison: Comparison, ours: Understanding, languages: Mapping[str, str]) -> list[Aim]:
    others = [each for each in comparison.found if each is not ours]
    if not others:
        return []
    return [
        Aim(
            f"{languages.get(code, code)}, {comparison.name}: points above the best other",
            100 * (score.accuracy - max(other.scores[code].accuracy for other in others)),
            0.0,
            at_least=True,
        )
        for code, score in ours.scores.items()
        if code != ALL
    ]
