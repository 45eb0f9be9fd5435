"""Finds days and hours in a text that may hold other words, and joins those that belong together."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from bot.dates.days import days
from bot.dates.durations import durations
from bot.dates.hour_readings import PARTS
from bot.dates.lexer import VOCABULARY, only_separates
from bot.dates.phrase import Expression, Line, Match, line
from bot.dates.times import times

#: A day and an hour this near to each other in one sentence belong together.
NEAR = 28
_ENDS_SENTENCE = re.compile(r"[.!?。！？\n;；/]|\b(?:or|atau|but|tapi|if|kalau)\b|หรือ|还是|或|แต่|不过")
_LATIN = sorted((word for word in VOCABULARY.after_bare if word.isascii()), key=len, reverse=True)
_OTHER = [word for word in VOCABULARY.after_bare if not word.isascii()]
_BARE_END = re.compile(
    r"\s*(?:$|[,.!?;)、，。！？]"
    rf"|(?:{'|'.join(map(re.escape, _LATIN))})(?![a-z])|{'|'.join(map(re.escape, _OTHER))})"
)
_A_BIT = re.compile(r"[早晚快慢多少好大小远近宜高低长短贵差有再靠轻新重懂]$")
_EVERY = re.compile(r"(?:\b(?:every|each|tiap|setiap|tiap-tiap)\s+|ทุก(?:วัน)?|每个?|逢)$")
_SURE, _WEAK = "PJacCRrFB", "@<>lbz67"
_GREETS = re.compile(r"\s*(?:[!,.]|$|(?:tuan|puan|bos|semua|cik|admin|sir|all|bro|boss|dear|team)\b)")


class Found(NamedTuple):
    """A day, an hour or both at a place in a text."""

    start: int
    end: int
    expression: Expression


class _Piece(NamedTuple):
    start: int
    end: int
    expression: Expression
    sure: str  # yes, cue (a word before a bare number) or no (needs a day beside it)


def find(text: str) -> list[Found]:
    """Return the days and hours of a text in its order, without overlaps."""
    return find_all(text)[0]


def find_durations(text: str) -> list[Found]:
    """Return the lengths of time in a text: {"amount": 30, "unit": "minute"}."""
    return find_all(text)[1]


def find_all(text: str) -> tuple[list[Found], list[Found]]:
    """Return the days and hours, and the lengths of time, of a text that is read once."""
    said = line(text)
    if not said.kinds.strip("~,n159g-"):
        return [], []
    spoken_days = [(match, whole) for match, whole in days(said) if _stands(said, match, whole)]
    rest = said.masked((match.start, match.end) for match, _ in spoken_days)
    spoken_times = times(rest)
    pieces = [_piece(match, whole, "yes") for match, whole in spoken_days]
    pieces += [_piece(match, whole, _sureness(said, match, whole)) for match, whole in spoken_times]
    # "Now" beside another day or hour says nothing of it.
    if any(not _is_now(piece.expression) for piece in pieces if piece.sure == "yes"):
        pieces = [piece for piece in pieces if not _is_now(piece.expression)]
    lengths = durations(said)
    found = _joined(said, sorted(pieces, key=lambda piece: piece.start))
    return found, [Found(*_bounds(match), whole) for match, whole in lengths if _is_length(match, found)]


def _bounds(match: Match) -> tuple[int, int]:
    return match.words[0].start, match.words[-1].end


def _is_now(expression: Expression) -> bool:
    return bool(expression.get("moment", {}).get("in") == 0)


def _piece(match: Match, expression: Expression, sure: str) -> _Piece:
    return _Piece(*_bounds(match), expression, sure)


def _is_length(match: Match, found: list[Found]) -> bool:
    """Tell whether a length of time is not a part of an hour; "in 30 minutes" holds both."""
    start, end = _bounds(match)
    return not any(
        each.start < end
        and start < each.end
        and "time" in each.expression
        and "moment" not in each.expression
        for each in found
    )


def _stands(said: Line, match: Match, whole: Expression) -> bool:
    """Tell whether what looks like a day is one: short forms and numbers need fitting company."""
    kinds = {word.kind for word in match.words}
    end = match.words[-1].end
    if _EVERY.search(said.text, 0, match.words[0].start):
        return False
    if match.rule == "day":
        number = match.words[0].value
        if kinds == {"O"} or (kinds <= set("n15s") and number in (1, 3, 5) and said.text[end - 1] in "号號"):
            # "5th" alone, and 3号, which is a car as well, need a word before or after them that is a day's.
            return (kinds == {"O"} and bool(_BARE_END.match(said.text, end))) or _has_company(said, match)
    if "N" in kinds and match.rule in ("date", "month") and not kinds & set("4EmWAs"):
        return bool(_BARE_END.match(said.text, end)) or _timed(said, match)
    return True


def _has_company(said: Line, match: Match) -> bool:
    return _timed(said, match) or bool(re.search(r"[WATXDo,]$", said.kinds[: match.start]))


def _timed(said: Line, match: Match) -> bool:
    """Tell whether an hour or a part of the day follows."""
    return bool(re.match(r",?(?:[PJ@zB]|[n15][acR:]|C)", said.kinds[match.end :]))


def _sureness(said: Line, match: Match, whole: Expression) -> str:
    if _EVERY.search(said.text, 0, match.words[0].start):
        return "never"
    if match.rule == "part" and match.words[0].kind == "w":
        return "no"
    if match.rule == "part" and match.words[0].start == 0 and match.words[0].lang in ("en", "ms"):
        word = match.words[0]
        if len(said.text) > word.end and _GREETS.match(said.text, word.end):  # "Morning!", "Pagi tuan"
            return "greeting"
    if match.rule not in ("range", "bound", "time"):
        return "yes"
    kinds = {word.kind for word in match.words}
    end = match.words[-1].end
    if kinds & set(_SURE):
        # 一点 is "a bit", 两点 "two points": an hour with company only.
        zh = next((word for word in match.words if word.kind == "c" and word.value == "clock"), None)
        if zh and zh.lang == "zh" and not kinds & set("BHQPi"):
            return _chinese_hour(said, match)
        return "yes"
    if not _BARE_END.match(said.text, end) or said.kinds[match.end : match.end + 1] in set("-:"):
        return "never"
    if match.rule == "range" and "b" not in kinds:  # "1 ke 3" are cars; "10 to 12" is an answer
        return (
            "yes"
            if end - match.words[0].start >= len(said.text.strip(" ?.!")) and kinds & set("-:")
            else "no"
        )
    if kinds & set(_WEAK) and said.kinds[match.start - 1 : match.start] not in set("n159"):
        return "yes" if any(said.text[word.start].isdigit() for word in match.words) else "no"
    return "no"


def _chinese_hour(said: Line, match: Match) -> str:
    start, end = _bounds(match)
    if re.match(r"[零〇一二三四五六七八九]", said.text[end : end + 1]):
        return "never"  # 三点五 is 3.5
    if said.text[start:end] == "两点" and re.match(
        r"建议|意见|问题|要求|原因|不|疑|想|都|是", said.text[end:]
    ):
        return "never"
    if said.text[start:end] == "一点":
        return "never" if _A_BIT.search(said.text, 0, start) else "no"
    return "yes"


def _joined(said: Line, pieces: list[_Piece]) -> list[Found]:
    """Join a day and an hour that are near each other; leave out what is no time without a day beside it."""
    done: list[_Piece] = []
    for piece in pieces:
        if done and _fit(done[-1], piece) and _near(said, done[-1], piece):
            last = done.pop()
            done.append(_Piece(last.start, piece.end, _combined(last.expression, piece.expression), "yes"))
        else:
            done.append(piece)
    return [Found(piece.start, piece.end, piece.expression) for piece in done if piece.sure == "yes"]


def _combined(first: Expression, second: Expression) -> Expression:
    """Return one expression for two that fit ("tonight", "at 8")."""
    merged = {**second, **first, **({"time": second["time"]} if "time" in second else {})}
    if "time" in first and "time" in second:
        parts = [each["time"]["part"] for each in (first, second) if set(each["time"]) == {"part"}]
        hours = [each["time"] for each in (first, second) if set(each["time"]) != {"part"}]
        narrow = min(parts, key=lambda part: PARTS[part][1] - PARTS[part][0])
        merged["time"] = _with_part(hours[0], narrow) if hours else {"part": narrow}
    return merged


def _with_part(hour: Expression, part: str) -> Expression:
    if "hour" in hour:
        return hour if "half" in hour or "part" in hour else {**hour, "part": part}
    return {side: _with_part(edge, part) for side, edge in hour.items()}


def _fit(first: _Piece, second: _Piece) -> bool:
    """Tell whether two pieces say different things of one moment."""
    if "moment" in first.expression or "moment" in second.expression or "never" in (first.sure, second.sure):
        return False
    if "greeting" in (first.sure, second.sure):
        return False
    if {"day"} <= set(first.expression) & set(second.expression):
        days = first.expression["day"], second.expression["day"]
        if days[0] != days[1] and (
            days[1].get("which") != "bare" or days[0].get("weekday") != days[1]["weekday"]
        ):
            return False
        return "time" in first.expression or "time" in second.expression
    if "time" in first.expression and "time" in second.expression:
        return _part(first) != _part(second) and _one_in_the_other(_part(first), _part(second))
    return True


def _part(piece: _Piece) -> Any:
    return piece.expression["time"]["part"] if set(piece.expression["time"]) == {"part"} else None


def _one_in_the_other(first: Any, second: Any) -> bool:
    """Tell whether an hour or a narrower part of the day is said with a wider one."""
    if first is None or second is None:
        return True
    wide, narrow = sorted((PARTS[first], PARTS[second]), key=lambda span: span[0] - span[1])
    return wide[0] <= narrow[0] <= wide[1]


def _near(said: Line, first: _Piece, second: _Piece) -> bool:
    between = said.text[first.end : second.start]
    if only_separates(between) and "." not in between.strip(" .")[1:]:
        return True
    if "no" in (first.sure, second.sure):
        return not re.sub(
            r"[\s,]|\b(?:at|on|the|for|of|in|yang|yg|la|lah)\b|ช่วง|ตอน|ของ|的|在|-", "", between
        )
    if set(first.expression) == set(second.expression):
        return False
    # A number between them may be a car, a phone or a price: then they stay apart.
    return len(between) <= NEAR and not _ENDS_SENTENCE.search(between) and not re.search(r"\d", between)
