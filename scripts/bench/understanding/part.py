"""The part of `make bench` that compares how systems understand."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.bench.understanding import figures, lines, report, systems
from scripts.bench.understanding.figures import ALL
from scripts.bench.understanding.lines import Dataset
from scripts.bench.understanding.measure import compare
from scripts.bench.understanding.models import clock
from scripts.console import say
from scripts.places import ROOT

QUICK_LINES, QUICK_TESTS = 400, 200


@dataclass(frozen=True)
class Options:
    """What the person asked for."""

    quick: bool = False
    alone: bool = False
    without: Sequence[str] = ()
    lines: int | None = None
    seeds: int = 1


def measure(options: Options, cache: Path) -> tuple[dict[str, Any], bool]:
    """Compare on all sets of lines; return the figures, and whether every system could be measured."""
    began = time.monotonic()
    chosen, absent = systems.available(cache, options.alone, options.without)
    comparisons = []
    skipped = {}
    for name, dataset in (("smart", lines.own()), ("external", lines.external())):
        if isinstance(dataset, Dataset):
            comparisons.append(compare(_cut(dataset, options), chosen, absent, options.seeds, cache))
        else:
            skipped[name] = dataset
    names = language_names()
    if options.quick:
        say("\nA quick run learns from a few lines only, to see that everything works: it compares nothing.")
    aims = [aim for comparison in comparisons for aim in figures.aims(comparison, names)]
    for comparison in comparisons:
        say(f"\n{report.table(comparison, names)}")
    for name, reason in skipped.items():
        say(f"\nUnderstanding, {name} lines: left out, as {reason}.")
    say(f"\n{report.aims_table(aims)}\n\nUnderstanding took {clock(time.monotonic() - began)}.")
    data = report.as_json(comparisons, skipped, aims)
    return data, not any(comparison.failed for comparison in comparisons)


def _cut(dataset: Dataset, options: Options) -> Dataset:
    if options.quick:
        return dataset.sampled(QUICK_LINES, QUICK_TESTS)
    return dataset.sampled(options.lines or len(dataset.training), len(dataset.tests))


def language_names() -> dict[str, str]:
    """Return what the tables call a language: the assistant's own, and one of other people's lines."""
    known = yaml.safe_load((ROOT / "bot" / "languages.yml").read_text(encoding="utf-8"))
    return {each["code"]: each["name"] for each in known} | {"id": "Indonesian", ALL: "all"}
