"""The words of all languages: what kind of word each is, and one pattern that finds them all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

WORDS = Path(__file__).parent / "words"

#: The letter that stands for each kind of word in the rules of days.py, times.py and durations.py.
KINDS = {
    **{"relative_day": "D", "relative_day_part": "D", "kelmarin": "D", "relative_year": "2"},
    **{"weekday": "W", "sunday_or_week": "A", "weekend": "K"},
    **{"this": "T", "next": "X", "after_next": "Z", "coming": "G", "last": "L", "after_or_last": "l"},
    **{"day": "d", "week": "k", "month": "m", "year": "y", "hour": "h", "minute": "i", "hour_or_clock": "J"},
    **{
        "month_name": "M",
        "month_weak": "N",
        "date_prefix": "q",
        "date_suffix": "s",
        "haribulan": "3",
        "ordinal": "t",
    },
    **{"era": "E", "edge": "e", "month_edge": "0", "on": "o", "in": "I", "later": "v"},
    **{"now": "!", "soon": "S", "today_suffix": "8"},
    **{"clock_prefix": "P", "at": "@", "ampm": "a", "oclock": "c", "thum": "R", "ti": "r"},
    **{"half": "H", "quarter": "Q", "past": "F", "part": "B", "part_weak": "w", "friday_prayer": "B"},
    **{"about": "z", "before": "<", "after": ">", "onwards": "7", "and": "&"},
    **{"between": "b", "from": "V", "to": "-", "until": "6", "to_or_into": ":"},
    **{"number": "n", "article": "p", "half_unit": "u", "one_unit": "U", "one_and_half": "+"},
    **{"filler": "", "between_end": "", "never": "~"},
}
UNKNOWN = "~"


class Word(NamedTuple):
    """What one word means."""

    kind: str
    value: Any
    lang: str


class Token(NamedTuple):
    """A word or a number at its place in a text."""

    kind: str
    value: Any
    start: int
    end: int
    lang: str


class Guard(NamedTuple):
    """What may not stand beside a word for it to be read as one of ours."""

    after: re.Pattern[str] | None
    before: re.Pattern[str] | None

    def forbids(self, text: str, start: int, end: int) -> bool:
        """Tell whether what is around the word makes it another one."""
        if self.after and self.after.search(text, max(0, start - 16), start):
            return True
        return bool(self.before and self.before.match(text, end))


class Vocabulary(NamedTuple):
    """All words with their guards, and the words after which a bare number may be an hour."""

    words: dict[str, Word]
    guards: dict[str, Guard]
    after_bare: list[str]


def _phrases(lang: str, section: str, content: Any) -> list[tuple[str, Word]]:
    kind = KINDS[section]
    if isinstance(content, list):
        return [(str(phrase), Word(kind, section, lang)) for phrase in content]
    return [(str(phrase), Word(kind, key, lang)) for key, phrases in content.items() for phrase in phrases]


def _beside(words: list[str], place: str) -> re.Pattern[str] | None:
    if not words:
        return None
    some = "|".join(re.escape(str(word)) for word in words)
    latin = bool(re.match("[a-z]", str(words[0])))
    if place == "after":
        return re.compile(rf"\b(?:{some})\s+$" if latin else rf"(?:{some})$")
    return re.compile(rf"\s+(?:{some})\b" if latin else rf"(?:{some})")


def read(folder: Path = WORDS) -> Vocabulary:
    """Read the words of every language; a word that is listed as two kinds is an error."""
    words: dict[str, Word] = {}
    guards: dict[str, Guard] = {}
    after_bare: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        sections = yaml.safe_load(path.read_text(encoding="utf-8"))
        after_bare += sections.pop("after_bare")
        for word, sides in sections.pop("guards", {}).items():
            guards[word] = Guard(
                _beside(sides.get("after", []), "after"), _beside(sides.get("before", []), "before")
            )
        for section, content in sections.items():
            for phrase, word in _phrases(path.stem, section, content):
                bare = phrase.strip("|")
                if bare != phrase:
                    guards[bare] = Guard(
                        re.compile(r"[ก-๙]$") if phrase[0] == "|" else None,
                        re.compile(r"[ก-๙]") if phrase[-1] == "|" else None,
                    )
                known = words.setdefault(bare, word)
                if (known.kind, known.value) != (word.kind, word.value):
                    raise ValueError(f"{bare!r} is listed as {known} and as {word}")
    return Vocabulary(words, guards, [str(word) for word in after_bare])


def any_of(phrases: list[str]) -> str:
    """Return one pattern for many phrases, longest first, that reads every letter once (a prefix tree)."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _pattern(rest)
        for letter, rest in sorted(tree.items(), reverse=True)
        if letter
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return f"(?:{joined})?" if "" in tree else joined
