"""Shows what was measured: a table for people, JSON for programs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from scripts.bench.figures import Aim, Load, System, ratio
from scripts.bench.measure import QUIET

Row = tuple[str, ...]


def table(systems: Sequence[System], widget: Mapping[str, int], aims: Sequence[Aim]) -> str:
    """Return the whole report."""
    rows: list[Row] = [("", *(system.name for system in systems), "ratio" if len(systems) > 1 else "")]
    for loads in zip(*(system.loads for system in systems), strict=True):
        rows += [("",), *_load_rows(loads)]
    rows += [
        ("",),
        _row("cold start", [system.cold_start for system in systems], "{:.1f} s"),
        _row("turn 10", [system.length.early for system in systems], "{:.1f} ms", 1000),
        _row(
            f"turn {systems[0].length.late_turn}",
            [system.length.late for system in systems],
            "{:.1f} ms",
            1000,
        ),
        ("  times as long", *(f"{system.length.growth:.2f}" for system in systems)),
        ("memory", *(megabytes(sum(system.memory.values())) for system in systems)),
        *_by_process("  ", [system.memory for system in systems], megabytes),
        ("widget, raw", _kilobytes(widget["raw"])),
        ("widget, gzipped", _kilobytes(widget["gzipped"])),
        ("turns without a good answer", *(_faults(system.faults) for system in systems)),
    ]
    return f"{aligned(rows)}\n\n{aligned(aim_rows(aims))}"


def _load_rows(loads: Sequence[Load]) -> list[Row]:
    count = loads[0].conversations
    return [
        (f"{count} conversation{'s' if count > 1 else ''} at once",),
        _row("  turns a second", [load.rate for load in loads], "{:.1f}"),
        _row("  latency p50", [load.p50 for load in loads], "{:.1f} ms", 1000),
        _row("  latency p95", [load.p95 for load in loads], "{:.1f} ms", 1000),
        ("  processor time a turn", *(f"{sum(load.cpu.values()):.1f} ms" for load in loads)),
        *_by_process("    ", [load.cpu for load in loads], "{:.1f} ms".format),
    ]


def _row(name: str, values: Sequence[float], form: str, factor: float = 1.0) -> Row:
    compared = (f"{ratio(values[0], values[1]):.2f}",) if len(values) > 1 else ()
    return (name, *(form.format(value * factor) for value in values), *compared)


def _by_process(indent: str, shares: Sequence[Mapping[str, float]], form: Any) -> list[Row]:
    names = dict.fromkeys(name for share in shares for name in share)
    return [
        (f"{indent}{name}", *(form(share[name]) if name in share else "–" for share in shares))
        for name in names
    ]


def aim_rows(aims: Sequence[Aim]) -> list[Row]:
    """Return the aims as rows."""
    rows: list[Row] = [("aim", "wanted", "reached", "")]
    for aim in aims:
        wanted = f"{'at least' if aim.at_least else 'at most'} {aim.limit:.3g}"
        rows.append((aim.what, wanted, f"{aim.value:.2f}", "met" if aim.met else "NOT MET"))
    return rows


def aligned(rows: Sequence[Row]) -> str:
    """Return rows as columns, the first to the left and the others to the right."""
    width = max(len(row) for row in rows)
    filled = [(*row, *[""] * (width - len(row))) for row in rows]
    # A heading alone in its row does not widen the column's figures.
    widths = [max(len(row[column]) for row in filled) for column in range(width)]
    return "\n".join(
        "  ".join(
            cell.ljust(widths[column]) if column == 0 else cell.rjust(widths[column])
            for column, cell in enumerate(row)
        ).rstrip()
        for row in filled
    )


def warnings(systems: Sequence[System]) -> list[str]:
    """Return what makes this run doubtful, in sentences."""
    busiest = max(load.elsewhere for system in systems for load in system.loads)
    found = []
    if busiest > QUIET:
        found.append(
            f"Other programs used up to {busiest:.0%} of the processors: repeat it on a quiet machine."
        )
    found += [
        f"{system.name}: {sum(system.faults.values())} turns had no good answer, so its times mean little."
        for system in systems
        if system.faults
    ]
    return found


def _faults(faults: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in faults.items()) or "0"


def megabytes(size: float) -> str:
    """Return a size for people."""
    return f"{size / 1024**2:.0f} MB"


def _kilobytes(size: float) -> str:
    return f"{size / 1024:.1f} KB"


def as_json(
    systems: Sequence[System], widget: Mapping[str, int], aims: Sequence[Aim], about: Mapping[str, Any]
) -> dict[str, Any]:
    """Return everything for a file; what could not be measured is null."""
    return {
        "about": dict(about),
        "systems": [
            finite({**asdict(system), "growth": system.length.growth, "faults": system.faults})
            for system in systems
        ],
        "widget": dict(widget),
        "aims": [finite({**asdict(aim), "met": aim.met}) for aim in aims],
    }


def finite(value: Any) -> Any:
    """Return data for JSON, with null for what is no number."""
    if isinstance(value, dict):
        return {key: finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
