"""Days: rules over kinds of words (vocabulary.KINDS), and the expression that each rule makes.

An expression of a day is one of
  {"in": 1, "unit": "day"}                    tomorrow; also week, month, year: the whole of it
  {"weekday": 5, "which": "next", "by": "en"} also bare, this, after_next, coming, last; by whose custom
  {"weekday": 5, "week": 1}                   Saturday of next week
  {"weekend": "next", "by": "en"}
  {"day": 5, "month": 12, "year": 69}         as far as said; era "be" or "ce" where said
  {"day": 5, "in": 1, "unit": "month"}        the fifth of next month
  {"edge": "end", "in": 0, "unit": "month"}   the end of this month; or with a "month"
  {"from": ..., "to": ...}                    two of them
and may hold "weekday" beside a date, which must then fit it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.dates.phrase import Expression, Line, Match, matches, rules

_NUMBER = "[n15]"
_WHICH = "[TXZGL]"
# What makes the number before it an hour, or the one after it.
_NO_HOUR = "(?![acRHiJhx]|-[n15]a)"
_NO_TIME = r"(?![PJ@zBn15Cx])"
_BEFORE = "(?:[dh]?[WA]t?,?)?"
_AFTER = "(?:,?[dh]?[WA])?"
_YEAR = "(?:,?(?:[yE]{0,2}4y?|E[59]|[59](?![acRHix&-])))?"
_MONTH = "(?:m?[MN]|m[n1](?![n15acRx]))"
_SHIFT = f"(?:m{_WHICH}|ml{_NO_TIME}|{_WHICH}m)"

_RULES = rules(
    (
        ("days", f"q?[n15O][s3]?[-6:]q?[n15O][s3]?,?{_MONTH}{_YEAR}|[dh]?[WA][-6][dh]?[WA]|Y-Y|j-j"),
        (
            "written",
            f"{_BEFORE}[qot]?[Yj]{_AFTER}|(?:{_BEFORE}[qo]|[dh]?[WA],?)/|^/$|/(?=,?(?:[PJ@zBCx]|[n15][acR]))",
        ),
        ("haribulan", f"{_BEFORE}[n15]3[n1](?![n15acRHQBwzPJxi&-])"),
        (
            "date",
            f"{_BEFORE}[qot]*(?:[n15O][s3]?,?o?{_MONTH}{_YEAR}|(?:4y?)?[MN],?[n15O]{_NO_HOUR}[s3]?{_YEAR}){_AFTER}",
        ),
        ("of_month", f"{_BEFORE}[qot]*[n15O][s3]?,?{_SHIFT}|{_SHIFT},?[qot]*[n15O]{_NO_HOUR}[s3]?{_AFTER}"),
        ("week_day", f"[dh]?[WA],?(?:k{_WHICH}|kl{_NO_TIME}|{_WHICH}k)|(?:k[TXZGLl]|{_WHICH}k),?[dh]?W"),
        ("week_day_thai", f"[dh]?WA{_WHICH}"),
        ("dated_day", f"[dh]?[WA],?(?:[tqo]+[n15]{_NO_HOUR}|[n15O][s3]|o?O)|[n15][s3],?[dh]?[WA]"),
        ("day", f"o?q[n15]{_NO_HOUR}[s3]?|{_NUMBER}[s3]|oO|O"),
        ("weekend_of_week", f"K,?(?:k{_WHICH}|{_WHICH}k)"),
        ("weekend", f"{_WHICH}?K(?:{_WHICH}|l{_NO_TIME})?"),
        ("relative", f"D(?:,?[dh]?[WA](?!{_WHICH}))?|[dh]?[WA],?D"),
        ("distance", "[Iv](?:[n159][dkmA]|p[dk]|U)v?|[n15p9][dkmA]v|Uv"),
        ("which_day", f"[dh]?W(?:{_WHICH}|l{_NO_TIME})|dA{_WHICH}|{_WHICH}[dh]?W"),
        ("week_or_sunday", f"A{_WHICH}|A<{_NO_TIME}"),
        ("edge", f"{_WHICH}?0{_WHICH}?|e(?:m{_WHICH}|{_WHICH}m|m?[MN]|m[n1]|m)|{_WHICH}me"),
        ("span", f"{_WHICH}[kmy]|[kmy](?:{_WHICH}|[l<]{_NO_TIME})|2"),
        ("month", f"4ym?[MN]|m[MN]{_YEAR}|M{_YEAR}|[ITX]N|m[n1](?![n15acRx])|N4"),
        ("weekday", "[dh]?W|dA|(?<![n159z])A"),
    )
)
_SHIFTS = {"this": 0, "next": 1, "after_next": 2, "coming": 1, "last": -1, "after_or_last": -1, "before": -1}
_PARTS = {
    "tonight": (0, "night"),
    "this_evening": (0, "evening"),
    "this_morning": (0, "morning"),
    "last_night": (-1, "night"),
    "tomorrow_morning": (1, "morning"),
    "tomorrow_night": (1, "night"),
    "after_tomorrow_night": (2, "night"),
}
_UNITS = {"d": "day", "k": "week", "A": "week", "m": "month", "y": "year"}


def days(said: Line) -> list[tuple[Match, Expression]]:
    """Return the days in a line: where they are and their expressions, whole ({"day": ..., "time": ...})."""
    found = []
    for match in matches(_RULES, said):
        day = _BUILDERS[match.rule](match)
        if day:
            with_a_time = isinstance(day.get("day"), dict)
            found.append((match, day if with_a_time else {"day": day}))
    return found


def _weekday(match: Match) -> Expression:
    """Return the weekday that is said beside something else."""
    word = match.one("WA")
    return {} if word is None else {"weekday": _sunday(word.value)}


def _sunday(value: Any) -> int:
    return 6 if value == "sunday_or_week" else int(value)


def _which(match: Match) -> str:
    said = str(match.value("TXZGLl<"))
    return "last" if said in ("after_or_last", "before") else said


def _custom(match: Match) -> str:
    """Return the language of the word that says which one, as custom differs: "next Sabtu" is English."""
    word = match.one("TXZGLl<")
    return word.lang if word else ""


def _written(match: Match) -> Expression:
    return {**match.value("Yj/"), **_weekday(match)}


def _date(match: Match) -> Expression:
    numbers = [word for word in match.words if word.kind in "n159O" and word.value is not None]
    month = match.one("MN")
    if month is None:  # "5 bulan 12"
        month = numbers.pop(1)
    expression: Expression = {"day": numbers[0].value, "month": month.value}
    return {**expression, **_year(match, [word.value for word in numbers[1:]]), **_weekday(match)}


def _year(match: Match, numbers: list[int]) -> Expression:
    year = match.value("4", numbers[0] if numbers else None)
    if year is None:
        return {}
    era = match.value("E")
    return {"year": year, **({"era": era} if era else {})}


def _of_month(match: Match) -> Expression:
    shift = _SHIFTS[str(match.value("TXZGLl"))]
    return {"day": match.value("n15O"), "in": shift, "unit": "month", **_weekday(match)}


def _week_day(match: Match) -> Expression:
    return {**_weekday(match), "week": _SHIFTS[str(match.value("TXZGLl"))]}


def _which_day(match: Match) -> Expression:
    which = _which(match)
    if _custom(match) == "zh" and which in ("this", "next", "after_next", "last"):
        # 下个星期六 is 下个星期 + 六: the Saturday of next week, never the nearest.
        # https://www.contextualchinese.com/下周: the full week that follows the current one
        return {**_weekday(match), "week": _SHIFTS[which]}
    return {**_weekday(match), "which": which, "by": _custom(match)}


def _weekend(match: Match) -> Expression:
    if match.one("TXZGLl") is None:
        return {"weekend": "bare"}
    return {"weekend": _which(match), "by": _custom(match)}


def _relative(match: Match) -> Expression:
    said = match.value("D")
    if said == "kelmarin":
        return {"said": "kelmarin"}
    if said in _PARTS:
        distance, part = _PARTS[said]
        return {"day": {"in": distance, "unit": "day", **_weekday(match)}, "time": {"part": part}}
    return {"in": said, "unit": "day", **_weekday(match)}


def _distance(match: Match) -> Expression | None:
    number = match.value("n159p", 1)
    unit = match.one("dkmyUA")
    first = match.words[0]
    if unit is None or unit.value in ("hour", "minute") or (first.kind == "v" and first.lang == "zh"):
        return None  # 延后一天 is a day later than something else
    name = str(unit.value) if unit.kind == "U" else _UNITS[unit.kind]
    days_in = {"in": 1 if number == "article" else number, "unit": name}
    return {**days_in, "exact": True} if name in ("week", "month", "year") else days_in


def _week_or_sunday(match: Match) -> Expression:
    # อาทิตย์หน้า is next week and next Sunday; วันอาทิตย์หน้า is next Sunday alone.
    return {"said": "week_or_sunday", "in": _SHIFTS[str(match.value("TXZGL<"))]}


def _edge(match: Match) -> Expression:
    edge: Expression = {"edge": match.value("e0")}
    month = match.one("MN") or match.one("n1")
    if month:
        return {**edge, "month": month.value}
    return {**edge, "in": _SHIFTS.get(str(match.value("TXZGL")), 0), "unit": "month"}


def _span(match: Match) -> Expression | None:
    if match.one("2"):
        return {"in": match.value("2"), "unit": "year"}
    unit, which = match.one("kmy"), match.one("TXZGLl<")
    if which and which.kind == "<" and which.lang == "zh":  # 三年前
        return None
    return {"in": _SHIFTS[str(match.value("TXZGLl<"))], "unit": _UNITS[unit.kind if unit else "k"]}


def _month(match: Match) -> Expression | None:
    month = match.value("MN")
    if month is None:
        number = match.one("n1")
        return (
            None if number is None or number.lang == "th" else {"month": number.value}
        )  # เดือนนึง is one month
    return {"month": month, **_year(match, [word.value for word in match.words if word.kind in "59"])}


def _days(match: Match) -> Expression | None:
    """Return two days with what lies between them."""
    both = [word for word in match.words if word.kind in "WAYjn15O"]
    month = match.one("MN") or (both.pop() if match.one("m") else None)
    if both[0].kind in "WA":
        first, last = ({"weekday": _sunday(word.value), "which": "bare"} for word in both[:2])
    elif month is None:
        first, last = (dict(word.value) for word in both[:2])
    else:
        year = _year(match, [word.value for word in both[2:]])
        first, last = ({"day": word.value, "month": month.value, **year} for word in both[:2])
    return {"from": first, "to": last}


_BUILDERS: dict[str, Callable[[Match], Expression | None]] = {
    "days": _days,
    "written": _written,
    "haribulan": lambda match: {"day": match.value("n15"), "month": match.words[-1].value, **_weekday(match)},
    "date": _date,
    "of_month": _of_month,
    "week_day": _week_day,
    "week_day_thai": _week_day,
    "dated_day": lambda match: {"day": match.value("n15O"), **_weekday(match)},
    "day": lambda match: {"day": match.value("n15O")},
    "weekend_of_week": lambda match: {"weekend": _which(match), "by": "week"},
    "weekend": _weekend,
    "relative": _relative,
    "distance": _distance,
    "which_day": _which_day,
    "week_or_sunday": _week_or_sunday,
    "edge": _edge,
    "span": _span,
    "month": _month,
    "weekday": lambda match: {**_weekday(match), "which": "bare"},
}
