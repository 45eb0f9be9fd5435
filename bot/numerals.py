"""Whole numbers in words: Chinese, Thai, English and Malay."""

import re

HAN_DIGITS = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
HAN_POWERS = {"十": 10, "百": 100, "千": 1_000}
HAN = "[零一二两三四五六七八九十百千]"
THAI_DIGITS = {
    "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
THAI_POWERS = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
THAI_PART = re.compile(f"({'|'.join(THAI_DIGITS)})?({'|'.join(THAI_POWERS)})?")
THAI_DIGIT = f"(?:{'|'.join(THAI_DIGITS)})"
THAI = f"(?:{'|'.join([*THAI_DIGITS, *THAI_POWERS])})"


def han(numeral: str) -> int:
    """Return a Chinese numeral below ten thousand; a last digit of its own counts a power lower (三千五)."""
    total, digit, power = 0, 0, 1
    for character in numeral:
        if character in HAN_POWERS:
            power = HAN_POWERS[character]
            total += (digit or 1) * power
            digit = 0
        else:
            digit = HAN_DIGITS[character]
            power = 1 if character == "零" else power
    return total + digit * (power // 10 if power > 10 else 1)


def thai(numeral: str) -> int:
    """Return a Thai numeral below a million; a last digit of its own counts a power lower (แสนห้า)."""
    total, power = 0, 1
    for digit, unit in THAI_PART.findall(numeral):
        if unit:
            power = THAI_POWERS[unit]
            total += THAI_DIGITS.get(digit, 1) * power
        elif digit:
            total += THAI_DIGITS[digit] * (power // 10 if power > 10 else 1)
    return total


ENGLISH_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
ENGLISH_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
ENGLISH_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
MALAY_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "lapan": 8, "sembilan": 9,
}  # fmt: skip
MALAY_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_UNIT = "|".join([*ENGLISH_UNITS, *MALAY_UNITS])
LATIN = (
    rf"(?:(?:{'|'.join(ENGLISH_TENS)})(?:[ -](?:{'|'.join(ENGLISH_UNITS)}))?|{'|'.join(ENGLISH_TEENS)}"
    rf"|(?:{'|'.join(MALAY_UNITS)}) (?:puluh(?: (?:{'|'.join(MALAY_UNITS)}))?|belas)|{'|'.join(MALAY_WHOLE)}"
    rf"|(?:one |a )?hundred|{_UNIT})"
)


def latin(numeral: str) -> int:
    """Return an English or Malay numeral up to a hundred."""
    if numeral.endswith("hundred"):
        return 100
    words = numeral.replace("-", " ").split()
    if words[0] in MALAY_UNITS and len(words) > 1:
        tens = MALAY_UNITS[words[0]]
        return 10 + tens if words[1] == "belas" else tens * 10 + MALAY_UNITS.get(words[-1], 0)
    known = {**ENGLISH_UNITS, **ENGLISH_TENS, **ENGLISH_TEENS, **MALAY_UNITS, **MALAY_WHOLE}
    return sum(known[word] for word in words)
