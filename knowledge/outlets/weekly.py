"""Opening hours of a week as people write them: `Mon-Fri 09:00-18:00; Sat 10:00-13:00; Sun closed`."""

import re
from collections.abc import Mapping
from itertools import pairwise

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED = "closed"
EVERY_DAY = "daily"
MIDNIGHT = 1440
CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
DASH = re.compile(r"\s*[-–—]\s*")
PART = re.compile(r"([A-Za-z][A-Za-z ,\-–—]*?)\s*:?\s+(\d.*|closed)", re.IGNORECASE | re.DOTALL)

Week = Mapping[int, tuple[tuple[int, int], ...]]  # by weekday from Monday 0: opens and closes, in minutes


class HoursError(ValueError):
    """Opening hours that cannot be read; the message says which part, and how to write it."""


def parse(text: str) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return the hours of each weekday on which there are any; raises HoursError.

    A weekday that is not named is closed.
    """
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    named: set[int] = set()
    for part in filter(None, (each.strip() for each in re.split(r"[;\n]", text))):
        match = PART.fullmatch(part)
        if match is None:
            raise HoursError(f"{part!r} is not like `Mon-Fri 09:00-18:00` or `Sun closed`")
        days, hours = match.groups()
        stretches = () if hours.lower() == CLOSED else _stretches(hours)
        for day in _days(days):
            if day in named:
                raise HoursError(
                    f"{DAYS[day]} stands twice; write a break as `{DAYS[day]} 10:00-13:00,14:00-17:00`"
                )
            named.add(day)
            if stretches:
                found[day] = stretches
    if not found:
        raise HoursError(
            "no day has hours; write them like `Mon-Fri 09:00-18:00; Sat 10:00-13:00; Sun closed`"
        )
    return found


def written(week: Week) -> str:
    """Return the hours of a week as `parse` reads them, days with the same hours together."""
    runs: list[list[int]] = []
    for day in range(len(DAYS)):
        if runs and week.get(runs[-1][-1], ()) == week.get(day, ()):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "; ".join(f"{_span(run)} {_hours(week.get(run[0], ()))}" for run in runs)


def _days(text: str) -> list[int]:
    if text.strip().lower() == EVERY_DAY:
        return list(range(len(DAYS)))
    found: list[int] = []
    for part in text.split(","):
        ends = [_day(each) for each in DASH.split(part.strip())]
        if len(ends) > 2:
            raise HoursError(f"{part.strip()!r} is not a day or two days like `Mon-Fri`")
        first, last = ends[0], ends[-1]
        found += [(first + ahead) % len(DAYS) for ahead in range((last - first) % len(DAYS) + 1)]
    return found


def _day(word: str) -> int:
    said = word.strip().lower()
    for number, name in enumerate(NAMES):
        if len(said) >= 3 and name.startswith(said):
            return number
    raise HoursError(f"{word.strip()!r} is no day of the week; write {', '.join(DAYS)} or daily")


def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    stretches = sorted(_stretch(each.strip()) for each in text.split(","))
    for before, after in pairwise(stretches):
        if after[0] <= before[1]:
            raise HoursError(f"in {text!r} one stretch begins before the other has ended")
    return tuple(stretches)


def _stretch(text: str) -> tuple[int, int]:
    ends = DASH.split(text)
    if len(ends) != 2:
        raise HoursError(f"{text!r} is not like `09:00-18:00`")
    opens, closes = (_minutes(each) for each in ends)
    if opens >= closes:
        raise HoursError(f"{text!r} ends before it begins; hours after midnight belong to the next day")
    return opens, closes


def _minutes(text: str) -> int:
    match = CLOCK.fullmatch(text)
    minutes = int(match.group(1)) * 60 + int(match.group(2)) if match else MIDNIGHT + 1
    if minutes > MIDNIGHT:
        raise HoursError(f"{text!r} is no time; write it like 09:00, or 24:00 for midnight")
    return minutes


def _span(run: list[int]) -> str:
    return DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}"


def _hours(stretches: tuple[tuple[int, int], ...]) -> str:
    return ",".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in stretches) or CLOSED


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
