"""One spelling for what customers write in many: full-width letters, stretched words, case."""

import re
import unicodedata

from bot.nlu.sounds import sound

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


# What phone typists leave out first: vowels after a word's first letter ("brp" for "berapa"), and in Thai
# the vowels and tone marks above, below and behind a consonant.
LATIN_VOWELS = re.compile(r"(?<=.)[aeiou]+")
THAI_MARKS = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e]")
DOUBLED = re.compile(r"(.)\1+")
# Chinese and Thai have no gaps between words, and those that were found depend on the spelling.
GAP = re.compile("(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])|(?<=[\ue000-\uf8ff]) (?=[\ue000-\uf8ff])")


def skeleton(words: str) -> str:
    """Return normalised words without what typists leave out, double or write as they hear it.

    Words are divided by spaces; Chinese and Thai ones are joined.
    """
    return GAP.sub("", " ".join(_bones(word) for word in words.split()))


def _bones(word: str) -> str:
    if "a" <= word[0] <= "z":
        return DOUBLED.sub(r"\1", LATIN_VOWELS.sub("", word))
    return THAI_MARKS.sub("", sound(word)) or word
