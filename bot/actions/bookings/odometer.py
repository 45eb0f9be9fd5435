"""Readings of an odometer as people write them: 18,500 km · 15k km · 1万8公里 · สองหมื่นกิโล."""

import re
import unicodedata

from bot.numerals import THAI, han, thai

_UNIT = r"(?:k\.?m\.?(?![a-z])|kilomet\w*|公里|千米|กม\.?|กิโล\w*)"
_HAN = "[零一二两三四五六七八九十百千万]"
_FIGURES = re.compile(rf"(\d{{1,3}}(?:[,.\s]?\d{{3}})+|\d{{3,6}})\s*{_UNIT}")
_THOUSANDS = re.compile(rf"(\d{{1,3}}(?:\.\d)?)\s*(?:k|ribu|rb|千|พัน)\s*{_UNIT}")
_TENS = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}})?)\s*(?:万|หมื่น)\s*(\d)?\s*(?:千|พัน)?\s*{_UNIT}")
_CHINESE = re.compile(rf"({_HAN}{{2,}})\s*{_UNIT}")
_THAI = re.compile(rf"({THAI}{{2,}})\s*{_UNIT}")


def odometer(text: str) -> int | None:
    """Return the kilometres that a message says the car has run, or None."""
    said = unicodedata.normalize("NFKC", text).casefold()
    if found := _FIGURES.search(said):
        return int(re.sub(r"\D", "", found.group(1)))
    if found := _THOUSANDS.search(said):
        return round(float(found.group(1)) * 1_000)
    if found := _TENS.search(said):
        return round(float(found.group(1)) * 10_000) + int(found.group(2) or 0) * 1_000
    if found := _CHINESE.search(said):
        return _chinese(found.group(1))
    if found := _THAI.search(said):
        return thai(found.group(1))
    return None


def _chinese(numeral: str) -> int:
    """Return a numeral below a hundred million; 一万八 is eighteen thousand."""
    tens, unit, rest = numeral.rpartition("万")
    if not unit:
        return han(numeral)
    above = han(tens) if tens else 1
    return above * 10_000 + (han(rest) * 1_000 if len(rest) == 1 else han(rest.lstrip("零")))
