"""Words of customers that are no entities: what a booking is for, how to stay, what kind of home."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.actions.turn import Question

LEXICON = Path(__file__).with_name("lexicon.yml")
DETAILS = {"date_time", "phone", "person_name", "plate"}


@cache
def lexicon() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """Return for each field the words of each value, in all languages together."""
    read: dict[str, dict[str, list[str]]] = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    return {
        name: {value: _pattern(words) for value, words in values.items()} for name, values in read.items()
    }


def word_for(name: str, text: str) -> str | None:
    """Return the value of a field that a text names, or None; the longest word found counts."""
    said = unicodedata.normalize("NFKC", text).casefold()
    best: tuple[int, str] | None = None
    for value, pattern in lexicon()[name].items():
        longest = max((len(match.group()) for match in pattern.finditer(said)), default=0)
        if longest and (best is None or longest > best[0]):
            best = longest, value
    return best[1] if best else None


def says_only(field: str, text: str) -> bool:
    """Tell whether a text is a field's words and fillers alone: "boleh, tempah la", but not "boleh tahu"."""
    said = text
    for name in (field, "filler"):
        for value in lexicon()[name]:
            said = without(said, name, value)
    return not any(character.isalnum() for character in said) and word_for(field, text) is not None


def without(text: str, name: str, value: str) -> str:
    """Return a text, in small letters, without the words of a value."""
    return lexicon()[name][value].sub(" ", unicodedata.normalize("NFKC", text).casefold())


def _pattern(words: list[Any]) -> re.Pattern[str]:
    # Words in Latin letters stand by themselves; Chinese and Thai ones have no gaps around them.
    parts = [
        rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)
        for word in (str(each).casefold() for each in words)
    ]
    return re.compile("|".join(sorted(parts, key=len, reverse=True)))


def wished(question: Question) -> str | None:
    """Return the kind of booking that a message wishes for which is little else than its details."""
    named = {entity.kind for entity in question.entities} & DETAILS
    return question.value("booking_kind") if named else None


def names_its_booking(question: Question, likeliest: str) -> bool:
    """Tell whether a doubtful message names what its likeliest meaning is about: a kind, or a reference."""
    if question.value("booking_reference"):
        return likeliest in ("check_booking", "change_booking", "cancel_booking")
    return likeliest == f"book_{question.value('booking_kind')}"
