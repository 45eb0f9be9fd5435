"""The tables of `make nlu-report`, and the one in the README, which is written, never typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scripts.console import Problem
from scripts.understanding import measure
from scripts.understanding.measure import Read

LANGUAGES = {"en": "English", "ms": "Malay", "zh": "Chinese", "th": "Thai"}
BEGIN, END = "<!-- nlu-report: written by `make nlu-report` -->", "<!-- /nlu-report -->"

_COLUMNS: tuple[tuple[str, Callable[[list[Read]], float]], ...] = (
    ("right intent", lambda reads: measure.share(reads, lambda read: read.right)),
    ("among the first three", measure.among_first),
    ("out-of-scope seen", measure.out_of_scope_recall),
    ("wrongly refused", measure.wrongly_refused),
    ("asked back", lambda reads: measure.share(reads, lambda read: read.asked_back)),
    ("confidently wrong", measure.confidently_wrong),
)


def by_language(reads: Sequence[Read]) -> str:
    """Return the Markdown table of the main figures, a row for each language."""
    rows = [["language", "messages", *(name for name, _ in _COLUMNS)]]
    for code, name in [*LANGUAGES.items(), ("", "all")]:
        chosen = [read for read in reads if code in ("", read.line.lang)]
        if chosen:
            rows.append([name, str(len(chosen)), *(f"{figure(chosen):.1%}" for _, figure in _COLUMNS)])
    return _markdown(rows)


def by_kind(reads: Sequence[Read]) -> str:
    """Return the Markdown table of the right intents by kind of message (slang, typo, mixed …)."""
    kinds = sorted({tag for read in reads for tag in read.line.tags})
    rows = [["kind of message", "messages", "right intent"]]
    for kind in kinds:
        chosen = [read for read in reads if kind in read.line.tags]
        rows.append([kind, str(len(chosen)), f"{measure.share(chosen, lambda read: read.right):.1%}"])
    return _markdown(rows)


def by_entity(reads: Sequence[Read]) -> str:
    """Return the Markdown table of the recall of entities."""
    rows = [["entity", "values", "found"]]
    for entity in measure.MEASURED_ENTITIES:
        recall, count = measure.entity_recall(reads, entity)
        if count:
            rows.append([entity, str(count), f"{recall:.1%}"])
    return _markdown(rows)


def worst(reads: Sequence[Read], count: int) -> str:
    """Return the most frequent confusions, a line each."""
    found = measure.confusions(reads)[:count]
    return "\n".join(f"  {times:3d}  {meant} taken for {taken}" for (meant, taken), times in found)


def mistake(read: Read) -> str:
    """Return one misunderstood message: language, what was meant, what it was taken for, how surely."""
    return f"{read.line.lang} {read.line.intent} -> {read.guess} {read.confidence:.2f} {read.line.text}"


def speed(reads: Sequence[Read]) -> str:
    """Return the times of a parse in one line."""
    times = [read.milliseconds for read in reads]
    return f"parse p50 {measure.percentile(times, 0.5):.1f} ms, p95 {measure.percentile(times, 0.95):.1f} ms"


def with_table(page: str, table: str) -> str:
    """Return a page with the table between its two marks; raises `Problem` if the page has no such marks."""
    marked = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if len(marked.findall(page)) != 1:
        raise Problem(f"The page must hold {BEGIN} and {END} once: put them where the table belongs.")
    return marked.sub(lambda _: f"{BEGIN}\n{table}\n{END}", page)


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *body])
