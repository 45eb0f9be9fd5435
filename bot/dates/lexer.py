"""From a text to its words and numbers, in one pass of one pattern."""

from __future__ import annotations

import re
import unicodedata

from bot.dates.vocabulary import UNKNOWN, Token, any_of, read

VOCABULARY = read()
_CHINESE = "零〇一二两兩三四五六七八九十廿卅"
_DIGITS = {
    sign: digit for digit, signs in enumerate(["零〇", "一", "二两兩", *"三四五六七八九"]) for sign in signs
}
_SEPARATOR = re.compile(r"[\s,.、，;()（）。：:'\"]*\Z")

#: Numbers that are no dates: money, shares, phones, plates, models, and what is counted or measured.
_NEVER = (
    r"(?:rm|myr|฿|thb|\$)\s?\d[\d,.]*(?:k\b)?"
    r"|(?<![\d/])24\s?/\s?7(?![\d/])"
    r"|\d[\d,.]*\s?[-~]?\s?(?:\d[\d,.]*)?\s?(?:%|percent|peratus|巴仙|เปอร์เซ็นต์|เปอร์)"
    r"|(?<![a-z\d])[a-z]{2,3}-(?=[a-z]*\d)[a-z\d]{5,8}(?![a-z\d])"
    r"|\+\d[\d -]{7,}\d|(?<!\d)0\d{1,2}[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)|\d{5,}"
    r"|(?<![a-z])[a-z]{1,3}\s?\d{3,4}\s?[a-z]?(?![a-z\d])"
    r"|#\s?\d+|(?:smart|精灵|สมาร์ท)\s*#?\s*\d+\s?号?|(?<![a-z])no\.?\s?\d+"
    r"|\d[\d,.]*\s?(?:km/h|kmh|kwh|kw|km|kg|nm|ps|hp|cm|mm|mb|gb|v|k|l|m|rm|x|ringgit|baht|seats?|seater|pax|people|"
    r"persons?|orang|org|pintu|unit|kali|times|cars?|kereta|doors?|outlets?|stars?|inch|inci|ekor|buah|tempat)"
    r"(?![a-z])"
    r"|\d[\d,.]*\s?(?:公里|千瓦|万|千|百|块|令吉|座|位|个人|人|辆|台|次|度|寸|马力|ที่นั่ง|กิโล|กม|บาท|คน|คัน|แสน|ล้าน|ลิตร|"
    r"ครั้ง|แรงม้า|นิ้ว|ประตู|ล้อ|ดอกเบี้ย)"
    rf"|第[{_CHINESE}\d]+|[{_CHINESE}]+[万千百亿位座人辆台次个項项款种](?!小时|月|星期|礼拜|钟|半|小時|鐘)"
)
_PATTERNS = (
    ("noon", "เที่ยงตรง|เที่ยงเป๊ะ|正午|(?<![a-z])(?:noon sharp|12 noon|tepat tengah ?hari)(?![a-z])"),
    ("latin", None),
    # บ่ายสองครึ่งวันพุธ: half past, and then a day, rather than half a day.
    ("half", "ครึ่ง(?=วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|นี้|ที่|พรุ่งนี้))"),
    ("word", None),
    ("never", _NEVER),
    ("zhmonth", rf"(?<![\d.])(?:\d{{1,2}}|[{_CHINESE}]{{1,3}})\s?月(?!供|费)份?"),
    ("iso", r"(?<![\d/.-])\d{4}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}(?![\d/-])"),
    (
        "dmy",
        r"(?<![\d/:-])(?<!\d[.,])\d{1,2}\s?(?P<mark>[/.-])\s?\d{1,2}\s?(?P=mark)\s?(?:\d{4}|\d{2})(?![\d/%])",
    ),
    ("dm", r"(?<![\da-z/:#-])(?<!\d[.,])\d{1,2}\s?/\s?\d{1,2}(?![\d/%])"),
    ("hours24", r"(?<!\d)(?<!\d[.,])\d{4}\s?h(?:rs?)?(?![a-z])"),
    ("clock", r"(?<![\d:])(?<!\d[.,])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"),
    ("dotted", r"(?<![\d:])(?<!\d[.,])\d{1,2}\.\d{2}(?![\d.])"),
    ("decimal", r"(?<![\d:])(?<!\d[.,])\d{1,3}\.\d(?![\d.])"),
    ("nth", r"(?<![\d:/])(?<!\d[.,])\d{1,2}\s?(?:st|nd|rd|th)(?![a-z])"),
    ("digits", r"(?<![\d:#])(?<!\d[.,])\d+(?![\d]|[.,:]\d)"),
    ("chinese", rf"[{_CHINESE}]+(?![{_CHINESE}万千百亿])"),
    ("dash", r"-|~|→"),
)


class _Folding(dict[int, str]):
    """Each character in lower case and narrow, in its old place; worked out once for each."""

    def __missing__(self, code: int) -> str:
        narrow = unicodedata.normalize("NFKC", chr(code)).lower()
        if unicodedata.category(chr(code)) == "Nd":
            narrow = str(unicodedata.digit(chr(code)))
        if len(narrow) != 1:
            narrow = chr(code)
        narrow = {"’": "'", "‘": "'", "–": "-", "—": "-", "～": "~", "−": "-"}.get(narrow, narrow)
        self[code] = narrow
        return narrow


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return the text in lower case with narrow ASCII digits and signs; every character keeps its place."""
    return text.translate(_FOLDING)


def _compile() -> re.Pattern[str]:
    latin = [word for word in VOCABULARY.words if re.match(r"[ -~]", word)]
    other = [word for word in VOCABULARY.words if not re.match(r"[ -~]", word)]
    trees = {"latin": rf"(?<![a-z])(?:{any_of(latin)})(?![a-z]|'(?!s)|2(?![\d.:ap]))", "word": any_of(other)}
    parts = [f"(?P<{name}>{trees.get(name) or pattern})" for name, pattern in _PATTERNS]
    return re.compile("|".join(parts))


_LEXER = _compile()


def chinese(numeral: str) -> int | None:
    """Return what a Chinese numeral below a hundred means."""
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = numeral.rpartition("十")
    if len(tens) > 1 or len(ones) > 2 or (len(ones) == 2 and ones[0] not in "零〇"):
        return None
    if not ten and len(ones) == 2:  # 零五, the five of 三点零五
        return _DIGITS[ones[1]]
    if not ten:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones[-1]] if ones else 0)


def number_kind(number: int, digits: int = 2) -> str:
    """Return the kind of a number: what it can be follows from its size."""
    if digits == 4 and 1900 <= number <= 2700:
        return "4"
    bounds = ((9, "n"), (23, "1"), (59, "5"), (99, "9"))
    return next((kind for bound, kind in bounds if number <= bound), "g")


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of a folded text that matter for dates."""
    return [_token(match, text) for match in _LEXER.finditer(text)]


def _token(match: re.Match[str], text: str) -> Token:
    group, said, (start, end) = match.lastgroup, match.group(), match.span()
    if group in ("latin", "half", "word"):
        said = said if said in VOCABULARY.words else " ".join(said.split())
        guard = VOCABULARY.guards.get(said)
        if guard and guard.forbids(text, start, end):
            return Token(UNKNOWN, None, start, end, "")
        kind, value, lang = VOCABULARY.words[said]
        return Token(number_kind(value) if kind == "n" else kind, value, start, end, lang)
    kind, value = _number(group or "", said)
    return Token(kind, value, start, end, "")


def _number(group: str, said: str) -> tuple[str, object]:
    """Return kind and value of what is written in digits or Chinese numerals."""
    parts = [int(part) for part in re.findall(r"\d+", said)] if group != "chinese" else []
    if group == "digits":
        return number_kind(parts[0], len(said)), parts[0]
    if group == "chinese":
        number = chinese(said)
        return (UNKNOWN, None) if number is None else (number_kind(number), number)
    if group == "zhmonth":
        month = parts[0] if parts else chinese(said[: said.index("月")].strip())
        return (UNKNOWN, None) if month is None else ("M", month)
    if group == "iso":
        return "Y", {"day": parts[2], "month": parts[1], "year": parts[0]}
    if group == "dmy":
        return "Y", {"day": parts[0], "month": parts[1], "year": parts[2]}
    if group == "dm":
        day, month = parts
        if min(day, month) > 12 or not day or not month:
            return UNKNOWN, None
        # A fraction, or stars: a day with a word beside it that says so, or alone.
        fraction = day < month < 5 or (day <= month and month in (5, 10)) or said.startswith("24/7")
        return ("/" if fraction else "j"), {"day": day, "month": month}
    if group == "noon":
        return "C", (12, 0, True)
    if group == "hours24":
        return "C", (parts[0] // 100, parts[0] % 100, True)
    if group in ("clock", "dotted"):
        return ("C" if group == "clock" else "x"), (parts[0], parts[1], said.startswith("00"))
    if group == "decimal":
        return "f", float(said)
    return {"nth": ("O", parts[0] if parts else 0), "dash": ("-", None)}.get(group, (UNKNOWN, None))


def only_separates(text: str) -> bool:
    """Tell whether there is nothing but spaces and light signs in a text between two words."""
    return bool(_SEPARATOR.match(text))
