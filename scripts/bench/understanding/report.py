"""Shows how the systems understand: a table for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from scripts.bench.figures import Aim
from scripts.bench.report import Row, aim_rows, aligned, finite, megabytes
from scripts.bench.understanding.figures import ALL, Comparison, Score, Understanding
from scripts.bench.understanding.models import clock

Cell = Callable[[Understanding], str]


def table(comparison: Comparison, languages: Mapping[str, str]) -> str:
    """Return one set of lines' table, with what is missing in it."""
    rows: list[Row] = [("", *(each.name for each in comparison.found))]
    first = next(iter(comparison.found), None)
    rows.append(("intents right (95 % interval)",))
    for code, score in first.scores.items() if first else ():
        name = languages.get(code, code)
        rows.append(_row(f"  {name} ({score.of})", comparison, _accuracy_of(code)))
    if any(len(each.scores[ALL].right) > 1 for each in comparison.found):
        rows.append(_row("  all, worst to best seed", comparison, _spread))
    rows += [
        _row("parse p50", comparison, lambda each: _milliseconds(each.p50)),
        _row("parse p95", comparison, lambda each: _milliseconds(each.p95)),
        _row("training", comparison, lambda each: clock(each.training)),
        _row("  processor time", comparison, lambda each: clock(each.training_cpu)),
        _row("memory of the parse", comparison, lambda each: megabytes(each.memory)),
    ]
    notes = [f"Without {name}: {reason}." for name, reason in comparison.absent.items()]
    notes += [f"FAILED: {problem}" for problem in comparison.failed.values()]
    heading = (
        f"Understanding, {comparison.name} lines: {comparison.training} learnt from,"
        f" {comparison.tests} others parsed one at a time."
    )
    return "\n".join([heading, "", aligned(rows), *notes])


def aims_table(aims: Sequence[Aim]) -> str:
    """Return the aims, each met or not."""
    return aligned(aim_rows(aims))


def _row(name: str, comparison: Comparison, cell: Cell) -> Row:
    return (name, *(cell(each) for each in comparison.found))


def _accuracy_of(code: str) -> Cell:
    def cell(system: Understanding) -> str:
        score = system.scores[code]
        low, high = score.interval
        return f"{100 * score.accuracy:.1f} % ({100 * low:.1f}–{100 * high:.1f})"

    return cell


def _spread(system: Understanding) -> str:
    score: Score = system.scores[ALL]
    if len(score.right) == 1:
        return "one model"
    return "–".join(f"{100 * share:.1f}" for share in score.spread) + " %"


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def as_json(
    comparisons: Sequence[Comparison], absent: Mapping[str, str], aims: Sequence[Aim]
) -> dict[str, Any]:
    """Return everything for a file."""
    return {
        "comparisons": [_comparison(each) for each in comparisons],
        "absent": dict(absent),
        "aims": [finite({**asdict(aim), "met": aim.met}) for aim in aims],
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    found: dict[str, Any] = asdict(comparison)
    for plain, system in zip(found["found"], comparison.found, strict=True):
        for code, score in system.scores.items():
            plain["scores"][code] |= {"accuracy": score.accuracy, "interval": score.interval}
    data: dict[str, Any] = finite(found)
    return data
