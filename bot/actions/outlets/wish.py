"""What a customer wants from an outlet, read from the words of the question."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

WORDS = Path(__file__).with_name("words.yml")


@dataclass(frozen=True, slots=True)
class Wish:
    """The service that an outlet must have, and what is asked about it; None where nothing is said."""

    service: str | None = None
    asked: str | None = None


def wish(text: str) -> Wish:
    """Return what a question says of service and of what it asks."""
    said = _folded(text)
    services = [name for name, words in _lexicon()["service"].items() if words.search(said)]
    asked = next((name for name, words in _lexicon()["asked"].items() if words.search(said)), None)
    # The narrower one is named first in the file; a showroom with a service centre is any of both.
    both = {"service", "sales"} <= set(services) and len(services) == 2
    return Wish(None if both or not services else services[0], asked)


@cache
def _lexicon() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    groups = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {
        group: {name: _pattern(word for line in lines for word in line) for name, lines in names.items()}
        for group, names in groups.items()
    }


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    latin: list[str] = []
    others: list[str] = []
    for word in words:
        escaped = re.escape(_folded(word)).replace(r"\ ", r"\s*")
        (latin if word.isascii() else others).append(escaped)
    return re.compile("|".join([rf"(?<![a-z0-9])(?:{'|'.join(latin)})(?![a-z0-9])", *others]))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
