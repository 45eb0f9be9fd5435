"""Amounts of ringgit and baht, in figures and in words."""

import re
from typing import Any, Dict, Iterator, Text

from bot import numerals
from bot.nlu.entities.spans import Span, figure

FACTORS = {
    "k": 1e3, "ribu": 1e3, "thousand": 1e3, "grand": 1e3, "mil": 1e6, "juta": 1e6, "million": 1e6,
    "千": 1e3, "万": 1e4, "พัน": 1e3, "หมื่น": 1e4, "แสน": 1e5, "ล้าน": 1e6,
}  # fmt: skip
NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
FACTOR = r"((?:k|mil|ribu|juta|thousand|grand|million)(?![a-z])|万|千|พัน|หมื่น|แสน|ล้าน)"
CURRENCY = "ringgit|ริงกิต|令吉|马币|บาท|baht|rm\\b|块"
# A number of kilometres, people, times or kilowatts is no amount.
NO_AMOUNT = r"(?!\s*(?:กว่า|多|lebih)?\s*(?:km|kilo|batu|公里|人|次|瓦|กม|กิโล|โล|คน|รอบ))"
SIGNED = re.compile(rf"(?:rm|myr|฿|thb)\s?{NUMBER}\s?{FACTOR}?")
NAMED = re.compile(rf"(?<![#\d.,]){NUMBER}\s?{FACTOR}?\s?(?:{CURRENCY})")
ROUND = re.compile(rf"(?<![#\d.,]){NUMBER}\s?{FACTOR}{NO_AMOUNT}")
HAN = re.compile(
    rf"({numerals.HAN}+)(万)?({numerals.HAN}*)(?:块|令吉|马币|泰铢)?(?!{numerals.HAN}){NO_AMOUNT}"
)
THAI = re.compile(
    rf"(?=\S*?{numerals.THAI_DIGIT})({numerals.THAI}+)?(ล้าน)?({numerals.THAI}+)?\s?(บาท)?(?!{numerals.THAI}){NO_AMOUNT}"
)
BAHT = ("บาท", "baht", "฿", "thb", "泰铢", "พัน", "หมื่น", "แสน", "ล้าน")


def amounts(flat: Text) -> Iterator[Span]:
    """Yield the amounts in flattened text as `{"amount": 150000, "currency": "MYR"}`."""
    for pattern in (SIGNED, NAMED, ROUND):
        for match in pattern.finditer(flat):
            amount = figure(match.group(1)) * FACTORS.get(match.group(2) or "", 1)
            yield _money(match.start(), match.end(), amount, match.group())
    for match in HAN.finditer(flat):
        amount = _han(match)
        if amount >= 1_000 or match.group()[-1] in "块吉币铢":
            yield _money(match.start(), match.end(), amount, match.group())
    for match in THAI.finditer(flat):
        amount = _thai(match)
        if amount >= 1_000 or (amount and match.group(4)):
            yield _money(match.start(), match.end(), amount, match.group() + "บาท")


def _han(match: Any) -> float:
    """Return 二十二万, 三万五 (35,000), 五千 or 三十八块."""
    high, ten_thousands, low = match.groups()
    if not ten_thousands:
        return numerals.han(high)
    rest = numerals.han(low) if low else 0
    return numerals.han(high) * 10_000 + rest * (1_000 if len(low) == 1 else 1)


def _thai(match: Any) -> float:
    """Return สองแสน, ล้านห้า (1,500,000) or แปดร้อยบาท."""
    high, million, low, _ = match.groups()
    if not million:
        return numerals.thai((high or "") + (low or ""))
    rest = numerals.thai(low) if low else 0
    return (numerals.thai(high) if high else 1) * 1_000_000 + rest * (100_000 if 0 < rest < 10 else 1)


def _money(start: int, end: int, amount: float, written: Text) -> Span:
    currency = "THB" if any(sign in written for sign in BAHT) else "MYR"
    value: Dict[Text, Any] = {"amount": int(amount), "currency": currency}
    return Span(start, end, "money", value)
