"""A text's words as a string of kinds, which the rules of days, times and durations are written over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bot.dates.lexer import fold, only_separates, tokens
from bot.dates.vocabulary import UNKNOWN, Token

USED = "_"

Expression = dict[str, Any]


class Line(NamedTuple):
    """A text: its kinds, one letter each, and the word behind each letter (none behind what separates)."""

    text: str
    kinds: str
    words: list[Token | None]

    def masked(self, spans: Iterable[tuple[int, int]]) -> Line:
        """Return the line without what is already read."""
        kinds = list(self.kinds)
        for start, end in spans:
            kinds[start:end] = USED * (end - start)
        return self._replace(kinds="".join(kinds))


class Match(NamedTuple):
    """Words that a rule fits, by the rule's name and by their place among the kinds."""

    rule: str
    start: int
    end: int
    words: list[Token]

    def one(self, kinds: str) -> Token | None:
        """Return the first word of one of these kinds."""
        return next((word for word in self.words if word.kind in kinds), None)

    def value(self, kinds: str, otherwise: Any = None) -> Any:
        """Return what the first word of one of these kinds means."""
        word = self.one(kinds)
        return otherwise if word is None else word.value


def line(text: str) -> Line:
    """Read a text into its kinds; a comma stands for light signs between two words, ~ for other words."""
    folded = fold(text)
    kinds: list[str] = []
    words: list[Token | None] = []
    end = 0
    for word in tokens(folded):
        between = folded[end : word.start]
        if between.strip():
            kinds.append("," if end and only_separates(between) else UNKNOWN)
            words.append(None)
        end = word.end
        if word.kind:
            kinds.append(word.kind)
            words.append(word)
    if folded[end:].strip() and not only_separates(folded[end:]):
        kinds.append(UNKNOWN)
        words.append(None)
    return Line(folded, "".join(kinds), words)


def rules(table: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """Return one pattern for a table of rules, which are tried in their order."""
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in table))


def matches(pattern: re.Pattern[str], said: Line) -> Iterator[Match]:
    """Yield what fits the rules, from left to right."""
    for found in pattern.finditer(said.kinds):
        words = [word for word in said.words[found.start() : found.end()] if word]
        if words:
            yield Match(found.lastgroup or "", found.start(), found.end(), words)
