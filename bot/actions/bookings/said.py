"""What a message says about when: the times it wishes, those it rules out, and "an hour earlier"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

from bot.actions.lexicon import lexicon, word_for
from bot.actions.turn import Entity, Question

# "明天行不行", "esok boleh tak": a question whether it can be, rather than that it cannot.
ASKS = re.compile(
    r"(\w)[不没]\1|可不可以|方不方便|(ได้|ว่าง|สะดวก)(?:หรือ)?ไม่\2|\bboleh (?:tak|x)\b|\bor not\b|[?？]"
)
SUGGESTS = re.compile(r"\bwhy not\b|\bkenapa (?:tak|x)\b|为什么不|ทำไมไม่")
BREAK = re.compile(r"[,;.!?，；。！？、\n]")
NEAR = 24  # characters within which a word belongs to a time
UNITS = {"minute": "minutes", "hour": "hours", "day": "days", "week": "weeks"}


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of a message, as far as they are wished or ruled out."""

    wished: tuple[Any, ...] = ()
    either: bool = False  # whether each of those that are wished would do
    ruled_out: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """Earlier or later than a time that is known, by so much where that is said."""

    earlier: bool
    by: timedelta | None = None


def times(question: Question) -> Times:
    """Return what a message wishes and what it rules out: "not Saturday but Sunday", "星期六不行"."""
    said = [each for each in question.entities if each.kind == "date_time"]
    wished: list[Entity] = []
    out: list[Entity] = []
    between = _between(question.text, said)
    used = False  # whether the words before a time have ruled out the one before it already
    for index, each in enumerate(said):
        before = "" if used else BREAK.split(between[index])[-1][-NEAR:]
        after = between[index + 1][:NEAR]
        used = _says("rules_out", "after", BREAK.split(after)[0]) and not ASKS.search(after)
        if used or (_says("rules_out", "before", before) and not SUGGESTS.search(before)):
            out.append(each)
            continue
        if wished and _says("takes_back", "earlier", between[index]):
            wished.clear()
        wished.append(each)
    either = len(wished) > 1 and all(
        _says("either", "or", _clean(question.text[one.end : two.start])) for one, two in pairwise(wished)
    )
    return Times(_values(wished), either, _values(out))


def shift(question: Question) -> Shift | None:
    """Return how much earlier or later it is to be, or None where nothing of the kind is said."""
    direction = word_for("shift", question.text)
    if direction is None or not _only_a_span(question):
        return None
    amount = question.value("duration")
    by = None
    if isinstance(amount, dict) and amount.get("unit") in UNITS:
        by = timedelta(**{UNITS[amount["unit"]]: amount["amount"]})
    return Shift(direction == "earlier", by)


def _only_a_span(question: Question) -> bool:
    """Tell whether no time of its own is said: "one hour later" reads like one, and is none."""
    spans = [(each.start, each.end) for each in question.entities if each.kind == "duration"]
    return all(
        any(each.start <= start and end <= each.end for start, end in spans)
        for each in question.entities
        if each.kind == "date_time"
    )


def _between(text: str, said: Sequence[Entity]) -> list[str]:
    """Return the words before the first time, between each two, and after the last."""
    clean = _clean(text)
    edges = [0, *(edge for each in said for edge in (each.start, each.end)), len(text)]
    return [clean[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _values(entities: Sequence[Entity]) -> tuple[Any, ...]:
    return tuple(each.value for each in entities)


def _says(field: str, value: str, text: str) -> bool:
    return lexicon()[field][value].search(text) is not None


def _clean(text: str) -> str:
    # Letter by letter, so that places in the text stay what they are.
    return "".join(unicodedata.normalize("NFKC", each).casefold()[:1] or " " for each in text)
