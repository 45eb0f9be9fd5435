"""Phrases of one kind of entity, in files that people keep; small slips of the keyboard are forgiven."""

import re
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterator, List, Text, Tuple

import yaml
from rapidfuzz.distance import OSA

FOLDER = Path(__file__).parents[1] / "lexicon"
LATIN = re.compile(r"[a-z0-9]")
WORD = re.compile(r"(?<![a-z0-9#])[a-z]{5,}(?![a-z0-9])")


def excluded(kind: Text) -> FrozenSet[Text]:
    """Return the words that look like an entity of a kind and are none."""
    rows = yaml.safe_load((FOLDER / "none.yml").read_text(encoding="utf-8"))[kind]
    return frozenset(word for row in rows for word in row)


def pattern_of(phrase: Text) -> Text:
    """Return a pattern that finds a phrase, as whole words where it is in Latin letters."""
    before = r"(?<![a-z0-9])" if LATIN.match(phrase) else ""
    after = r"(?![a-z0-9])" if LATIN.match(phrase[-1]) else ""
    return before + re.escape(phrase) + after


class Lexicon:
    """Phrases of one kind of entity; finds them in flattened text, longest first."""

    def __init__(self, values: Dict[Any, List[Text]]) -> None:
        self._values = {str(phrase).lower(): value for value, phrases in values.items() for phrase in phrases}
        longest_first = sorted(self._values, key=len, reverse=True)
        self._pattern = re.compile("|".join(pattern_of(phrase) for phrase in longest_first))

    @classmethod
    def read(cls, path: Path) -> "Lexicon":
        """Read a file of values, each with the phrases that stand for it."""
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")))

    def find(self, text: Text) -> Iterator[Tuple[int, int, Any]]:
        """Yield (start, end, value) of every phrase in the text."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._values[match.group()]


class Misspelt:
    """Finds words of a lexicon that are one slip away (two in words of nine letters or more).

    A slip is a letter left out, added, changed, or changed for its neighbour (optimal string alignment). The
    first letter has to be right, and words that a language has itself (`known`) are never taken for a slip.
    """

    def __init__(self, values: Dict[Text, Any], known: FrozenSet[Text] = frozenset()) -> None:
        self._known = known
        self._by_letter: Dict[Text, List[Tuple[Text, Any]]] = {}
        for word, value in values.items():
            if re.fullmatch(r"[a-z]{5,}", word):
                self._by_letter.setdefault(word[0], []).append((word, value))

    def find(self, text: Text) -> Iterator[Tuple[int, int, Any]]:
        """Yield (start, end, value) of every word that is nearly, but not quite, one of the lexicon's."""
        for match in WORD.finditer(text):
            written = match.group()
            if written in self._known:
                continue
            allowed = 1 if len(written) < 9 else 2
            near = [
                (OSA.distance(written, word, score_cutoff=allowed), value)
                for word, value in self._by_letter.get(written[0], [])
            ]
            near = [each for each in near if 0 < each[0] <= allowed]
            if near:
                yield match.start(), match.end(), min(near, key=lambda each: each[0])[1]
