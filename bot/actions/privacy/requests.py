"""What a customer wants done with the data, read from the text by word lists (see `requests.yml`)."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import yaml

EXPORT, ERASE, STOP, START = REQUESTS = ("export", "erase", "stop", "start")
ERASE_CONFIRMED, KEEP = "erase_confirmed", "keep"  # buttons only: no text says them


def read(text: str) -> str | None:
    """Return what the text asks for, or None: then it is a question."""
    said = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    for request, groups in RULES:
        if all(group.search(said) for group in groups):
            return request if request in REQUESTS else None
    return None


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words: Latin ones alone, though other letters may stand beside them."""
    spelt = (
        unicodedata.normalize("NFKC", word) for word in words
    )  # as the text is: it takes a Thai "am" apart
    return re.compile("|".join(rf"(?<![a-z]){word}(?![a-z])" if word.isascii() else word for word in spelt))


def _rules() -> list[tuple[str, list[re.Pattern[str]]]]:
    data = yaml.safe_load(Path(__file__).with_name("requests.yml").read_text(encoding="utf-8"))
    groups = {
        name: _pattern(str(word) for words in by_language.values() for word in words)
        for name, by_language in data["words"].items()
    }
    return [(request, [groups[name] for name in names]) for request, *names in data["rules"]]


RULES = _rules()
