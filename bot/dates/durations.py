"""Lengths of time: {"amount": 30, "unit": "minute"}, with "to" for "30 to 40 minutes"."""

from __future__ import annotations

from bot.dates.phrase import Expression, Line, Match, matches, rules

_UNIT = "[dkmyhiJA]"
_RULES = rules(
    (
        ("both", "[n15p9]h[&,]?[n15]i|[n15]J[&,]?[n15]i"),
        ("and_half", f"[n15p]{_UNIT}H|p?\\+|n\\+"),
        ("span", f"[n159fg][-6:][n159fg]-?{_UNIT}"),
        ("plain", f"(?<![PJ@qM])[n159fgxp4]-?{_UNIT}(?!n)|(?<![PJ@qM])[n159fg]-?[dkmyhi]"),
        ("half", "u"),
        ("single", "U"),
    )
)
_NAMES = {
    "d": "day",
    "k": "week",
    "A": "week",
    "m": "month",
    "y": "year",
    "h": "hour",
    "J": "hour",
    "i": "minute",
}
_HALVES = {"hour": (30, "minute"), "day": (12, "hour"), "month": (15, "day"), "year": (6, "month")}
#: More than these years are a calendar's: 2015年.
_LONGEST = 200
_SMALLER = {"hour": ("minute", 60), "year": ("month", 12), "day": ("hour", 24), "week": ("day", 7)}


def durations(said: Line) -> list[tuple[Match, Expression]]:
    """Return the lengths of time in a line."""
    found = [(match, _length(match)) for match in matches(_RULES, said)]
    return [(match, length) for match, length in found if length]


def _number(match: Match) -> float:
    said = match.value("n159fgpx4", 1)
    if isinstance(said, tuple):  # 1.25 as a clock would write it
        return float(f"{said[0]}.{said[1]:02}")
    return 1 if said == "article" else said


def _length(match: Match) -> Expression | None:
    if match.rule == "half":
        amount, unit = _HALVES[str(match.value("u"))]
        return {"amount": amount, "unit": unit}
    if match.rule == "single":
        return {"amount": 1, "unit": str(match.value("U"))}
    if match.rule == "both":
        hours, minutes = (word.value for word in match.words if word.kind in "n15p9")
        return {"amount": (1 if hours == "article" else hours) * 60 + minutes, "unit": "minute"}
    if match.one("+"):
        return {"amount": int(_number(match) * 60) + 30, "unit": "minute"}
    unit = _NAMES[match.words[-1 if match.words[-1].kind != "H" else -2].kind]
    if match.rule == "span":
        first, last = (word.value for word in match.words if word.kind in "n159fg")
        return {"amount": first, "to": last, "unit": unit} if first < last else None
    if match.rule == "and_half":
        smaller, many = _SMALLER.get(unit, ("day", 30))
        return {"amount": int(_number(match) * many + many // 2), "unit": smaller}
    length = _number(match)
    return None if unit == "year" and length > _LONGEST else {"amount": length, "unit": unit}
