"""Hours and parts of the day: rules over kinds of words, and the expression that each makes.

An expression of a time is
  {"hour": 3, "minute": 30}        with "half": "am", "pm" or "day" (of 24 hours) where that is known,
                                   "part" where a part of the day is said with it, "about" for 3ish
  {"part": "morning"}
  {"from": ..., "to": ...}         hours as above
  {"after": ...}, {"before": ...}  an hour or a part, also with a "part" beside it
A moment counted from now is {"moment": {"in": 30, "unit": "minute"}} or {"moment": {"soon": true}}.
"""

from __future__ import annotations

from typing import Any

from bot.dates.phrase import Expression, Line, Match, matches, rules
from bot.dates.vocabulary import Token

_HOUR = "[n15]"
_MINUTES = "(?:H|Q|[15]i?|ni)"
_UNITS = "[dkmyhiJusMNO%]"
_CORE = (
    f"F[n1]c?|{_HOUR}c{_MINUTES}?|{_HOUR}?R{_MINUTES}?|r{_HOUR}{_MINUTES}?|[Cx]c?"
    f"|(?<=[Bw])c{_MINUTES}?|(?<=[Bw])(?:H|[15]i)|{_HOUR}[HQ]|{_HOUR}[15]i?(?!{_UNITS})|{_HOUR}(?!{_UNITS})"
)
_TIME = f"(?:[Bw]?[PJ@z]*[Bw]?(?:{_CORE})a?z?[Bw]?z?)"
_STRETCH = f"[bV]?{_TIME}[-6:]{_TIME}|[bV]{_TIME}&{_TIME}"

_RULES = rules(
    (
        ("moment", "[Iv](?:[n15p9f][hiJ]|[uU])v?|(?:[n15p9f][hiJ]|[uU])v|[Iv]p?\\+|[!S]"),
        ("never", "[n159fg](?:J|[hi](?!-))[Hn15]*i?"),
        ("range", _STRETCH),
        ("bound", f"[Bw]?[<>l6V][<>]?{_TIME}|{_TIME}(?:7|v|<(?!{_TIME}))|[<>l]B|B<"),
        ("time", _TIME),
        ("part_today", "[Bw][T8]|T[Bw]"),
        ("part", "B|w"),
    )
)
_MIDDAY = {"noon": 12, "midnight": 0}


def times(said: Line) -> list[tuple[Match, Expression]]:
    """Return the times in a line, with their whole expressions."""
    found = []
    for match in matches(_RULES, said):
        builder = _BUILDERS.get(match.rule)
        expression = builder(match) if builder else None
        if expression:
            found.append((match, expression))
    return found


def clock(words: list[Token]) -> Expression | None:
    """Return the hour that these words say."""
    by_kind = {word.kind: word for word in reversed(words)}
    part = next((word.value for word in words if word.kind in "Bw"), None)
    about = {"about": True} if "z" in by_kind else {}
    numbers = [word.value for word in words if word.kind in "n15"]
    if "F" in by_kind:
        past = int(by_kind["F"].value)
        hour, minute = (numbers[0], past) if past > 0 else ((numbers[0] - 2) % 12 + 1, 60 + past)
    elif "C" in by_kind or "x" in by_kind:
        hour, minute, certain = (by_kind.get("C") or by_kind["x"]).value
        if certain or hour > 12:
            return {"hour": hour, "minute": minute, "half": "day", **about}
    else:
        minute = _minute(by_kind, numbers)
        if "R" in by_kind:  # สองทุ่ม: the hours after six in the evening; ทุ่ม alone is the first
            return _day(_thum(words), minute, about)
        if "r" in by_kind:  # ตีสาม: the hours after midnight
            return _day(numbers[0], minute, about) if numbers[0] <= 6 else None
        if _without_hour(words):
            base = 13 if "c" in by_kind else _MIDDAY.get(str(part))  # บ่ายโมง, เที่ยงครึ่ง
            return None if base is None else _day(base, _minute(by_kind, [0, *numbers]), about)
        hour = numbers[0]
        if hour > 24 and not {"P", "a"} & set(by_kind):
            return None
    half = by_kind["a"].value if "a" in by_kind else None
    style = by_kind["c"].value if "c" in by_kind else None
    return {"hour": hour, "minute": minute, **_half(hour, half, part, style), **about}


def _day(hour: int, minute: int, about: Expression) -> Expression:
    return {"hour": hour % 24 if hour == 24 else hour, "minute": minute, "half": "day", **about}


def _without_hour(words: list[Token]) -> bool:
    """Tell whether the part of the day itself is the hour: บ่ายโมง, เที่ยงครึ่ง, เที่ยง 15 นาที."""
    kinds = "".join(word.kind for word in words).replace("z", "")
    return kinds.startswith(("Bc", "BH")) or (kinds[:1] == "B" and kinds[1:2] in "15" and kinds[2:3] == "i")


def _thum(words: list[Token]) -> int:
    kinds = "".join(word.kind for word in words)
    before = kinds.index("R") - 1
    return 18 + (int(words[before].value) if before >= 0 and kinds[before] in "n1" else 1)


def _minute(by_kind: dict[str, Token], numbers: list[int]) -> int:
    if "H" in by_kind:
        return 30
    if "Q" in by_kind:
        return int(by_kind["Q"].value)
    thum_alone = "R" in by_kind and len(numbers) == 1 and numbers[0] > 9
    return numbers[1] if len(numbers) > 1 else numbers[0] if thum_alone else 0


def _half(hour: int, half: str | None, part: Any, style: str | None) -> Expression:
    """Return what is known about the half of the day that an hour is in."""
    if style == "h24" or hour > 12 or hour == 0:
        return {"half": "day"}
    if half:
        return {"half": half}
    if style == "mong":
        return _mong(hour, part)
    return {"part": part} if part else {}


def _mong(hour: int, part: Any) -> Expression:
    """Return the half of the day of โมง, which counts by day from seven to eleven and from one to five.

    หกโมง alone is six in the morning and in the evening. One to five before เช้า are by the old count from
    seven (สามโมงเช้า is nine): one to five at night are said with ตี.
    https://en.wikipedia.org/wiki/Thai_six-hour_clock
    """
    if part in ("morning", "late_morning", "dawn"):
        return {"half": "old_count"} if hour < 6 else {"half": "am"}
    if part or hour < 6:
        return {"half": "pm"}
    return {} if hour == 6 else {"half": "am"} if hour < 12 else {"half": "pm"}


def _split(words: list[Token], kinds: str) -> tuple[list[Token], list[Token]]:
    at = next(index for index, word in enumerate(words) if word.kind in kinds)
    return words[:at], words[at + 1 :]


def _range(match: Match) -> Expression | None:
    start, end = _split([word for word in match.words if word.kind not in "bV"], "-&6:")
    first, last = clock(start), clock(end)
    if not first or not last:
        return None
    return {"time": {"from": first, "to": last}}


def _bound(match: Match) -> Expression | None:
    operator = next(word for word in match.words if word.kind in "<>l7v6V")
    rest = [word for word in match.words if word.kind not in "<>l7v6V"]
    if len(rest) > 1 or rest[0].kind not in "Bw":
        edge = clock(rest)
    else:
        part = str(rest[0].value)
        edge = {"hour": _MIDDAY[part], "minute": 0, "half": "day"} if part in _MIDDAY else {"part": part}
    if edge is None:
        return None
    if operator.kind in "v<" and operator is match.words[-1] and operator.lang != "zh":
        return (
            {"time": {"part": rest[0].value}} if len(rest) == 1 and rest[0].kind in "Bw" else {"time": edge}
        )
    side = "before" if operator.kind in "<6" else "after"
    return {"time": {side: edge}}


def _time(match: Match) -> Expression | None:
    hour = clock(match.words)
    return {"time": hour} if hour else None


def _part_today(match: Match) -> Expression:
    return {"day": {"in": 0, "unit": "day"}, "time": {"part": match.value("Bw")}}


def _part(match: Match) -> Expression:
    if match.value("B") == "friday_prayer":
        return {"day": {"weekday": 4, "which": "bare"}, "time": {"part": "after_zohor"}}
    return {"time": {"part": match.value("Bw")}}


def _moment(match: Match) -> Expression:
    if match.one("S"):
        return {"moment": {"soon": True}}
    if match.one("!"):
        return {"moment": {"in": 0, "unit": "minute"}}
    if match.one("U"):
        return {"moment": {"in": 1, "unit": match.value("U")}}
    if match.one("u"):
        unit = str(match.value("u"))
        half = {"hour": (30, "minute"), "day": (12, "hour")}.get(unit, (6, "month"))
        return {"moment": {"in": half[0], "unit": half[1]}}
    if match.one("+"):
        return {"moment": {"in": 90, "unit": "minute"}}
    number = match.value("n159pf", 1)
    unit = "minute" if match.one("i") else "hour"
    amount = 1 if number == "article" else number
    if isinstance(amount, float):
        amount, unit = round(amount * 60), "minute"
    return {"moment": {"in": amount, "unit": unit}}


_BUILDERS = {
    "moment": _moment,
    "range": _range,
    "bound": _bound,
    "time": _time,
    "part_today": _part_today,
    "part": _part,
}
