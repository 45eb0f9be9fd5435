"""References such as TD-7F3K2Q: codes that people read aloud, type off a small screen, and mistype."""

import secrets
import unicodedata
from collections.abc import Collection
from itertools import product

# Letters and digits that nobody mistakes for each other when read aloud or off a small screen.
ALPHABET = "23456789ACDEFGHJKMNPQRTUVWXY"
LENGTH = 6
# What a person may have typed for a character of the alphabet.
MEANT = {"B": "8", "S": "5", "Z": "2", "O": "QD", "0": "QD", "I": "7J", "L": "7J", "1": "7J"}
MOST_SPELLINGS = 64


def new(prefix: str) -> str:
    """Return a new reference."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def spellings(typed: str, prefixes: Collection[str]) -> list[str]:
    """Return the references that may be meant by what a person typed, none where it is no reference.

    Case, width, spaces and dashes do not matter, the prefix may be missing, and characters that no
    reference has stand for those that look like them.
    """
    text = "".join(each for each in map(_plain, unicodedata.normalize("NFKC", typed)) if each.isalnum())
    code = text[-LENGTH:]
    if len(code) < LENGTH:
        return []
    start = text[:-LENGTH]
    meant = [each for each in prefixes if not start or _looks(start) == _looks(each)]
    choices = [MEANT.get(each, each if each in ALPHABET else "") for each in code]
    codes = ["".join(each) for each in product(*choices)]
    return [f"{prefix}-{each}" for prefix in meant for each in codes][:MOST_SPELLINGS]


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)  # Thai digits, too
    return character.upper() if digit is None else str(digit)


def _looks(prefix: str) -> str:
    """Return a prefix with what looks alike made the same."""
    return prefix.translate(str.maketrans("0158Q2", "OISBOZ"))
