"""One spelling for what customers write in many: full-width letters, stretched words, case."""

import re
import unicodedata

STRETCHED = re.compile(r"(\w)\1{2,}")


def normalise(word: str) -> str:
    """Return a word in lower case and NFKC, with letters that repeat three times or more reduced to two."""
    return STRETCHED.sub(r"\1\1", unicodedata.normalize("NFKC", word).casefold()) or word


def plain(text: str) -> str:
    """Return a customer's text so that Rasa cannot take it for an intent: without slashes at its start."""
    return re.sub(r"^[\s/]+", "", text)


def flatten(text: str) -> str:
    """Return text in lower case with full-width characters as ASCII, every character in its old place."""
    return "".join(_narrow(character) for character in text)


def _narrow(character: str) -> str:
    narrow = unicodedata.normalize("NFKC", character).lower()
    return narrow if len(narrow) == 1 else character
