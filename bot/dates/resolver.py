"""From an expression to days and hours in the asker's zone; what is unclear keeps all its readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bot.dates.day_readings import Days, Span, read_days
from bot.dates.hour_readings import DAY, read_hours
from bot.dates.phrase import Expression

#: Reasons that go away when only one reading remains.
_BY_DAY = {"which_week", "which_day", "week_or_sunday"}
_BY_HOUR = {"am_pm", "which_night"}
_UNITS = {"minute": 1, "hour": 60, "day": DAY, "month": 30 * DAY}


class Reading(NamedTuple):
    """One meaning: a moment (start and end are the same) or a stretch up to, not including, its end."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Resolution:
    """What was meant, as far as it was said.

    `unclear` names what to ask back: am_pm, which_night, which_week, which_day, week_or_sunday, day_or_month,
    weekday_differs, month, year, how_soon, in_the_past, no_such_day, no_such_time. What was not said is no
    unclearness: see `has_day` and `has_time`. Without a day there are `hours` and no readings.
    """

    grain: str
    has_day: bool
    has_time: bool
    days: tuple[Span, ...]
    hours: tuple[tuple[time, time], ...]
    readings: tuple[Reading, ...]
    unclear: tuple[str, ...]
    about: bool = False

    @property
    def start(self) -> datetime | None:
        """Return when it begins, if there is one reading only."""
        return self.readings[0].start if len(self.readings) == 1 else None

    @property
    def end(self) -> datetime | None:
        """Return when it ends, if there is one reading only."""
        return self.readings[0].end if len(self.readings) == 1 else None


def merge(earlier: Expression, later: Expression) -> Expression:
    """Return what was said in two steps ("Saturday", then "3pm"): the later word counts."""
    if "moment" in earlier or "moment" in later:
        return later
    return {**earlier, **later}


def resolve(expression: Expression, now: datetime) -> Resolution:
    """Return what an expression means for one who says it now, in the zone of `now`."""
    if now.tzinfo is None:
        raise ValueError("now needs a time zone")
    if "moment" in expression:
        return _moment(expression["moment"], now)
    has_day, has_time = "day" in expression, "time" in expression
    found = read_days(expression["day"], now.date()) if has_day else Days([])
    spoken = read_hours(expression["time"]) if has_time else None
    spans = spoken.spans if spoken else [(0, DAY)]
    unclear = found.unclear + (spoken.unclear if spoken else ())
    grain = found.grain if found.grain != "day" or not has_time else _grain(expression["time"])
    about = has_time and _about(expression["time"])
    if not has_day:
        hours = tuple(dict.fromkeys((_clock(start), _clock(end)) for start, end in spans))
        unclear = tuple(reason for reason in unclear if reason not in _BY_HOUR or len(hours) > 1)
        return Resolution(grain, False, has_time, (), hours, (), unclear, about)
    choices, unclear = _ahead(_combine(found.spans, spans, now), unclear, now)
    days = tuple(dict.fromkeys(day for day, _, _ in choices))
    clocks = dict.fromkeys((_clock(start), _clock(end)) for _, (start, end), _ in choices)
    readings = tuple(reading for _, _, reading in choices)
    return Resolution(
        grain, True, has_time, days, tuple(clocks) if has_time else (), readings, unclear, about
    )


_Choice = tuple[Span, tuple[int, int], Reading]


def _combine(days: list[Span], hours: list[tuple[int, int]], now: datetime) -> list[_Choice]:
    return [
        (day, hour, Reading(_at(day[0], hour[0], now), _at(day[1], hour[1], now)))
        for day in days
        for hour in hours
    ]


def _ahead(
    choices: list[_Choice], unclear: tuple[str, ...], now: datetime
) -> tuple[list[_Choice], tuple[str, ...]]:
    """Leave out readings that have passed if others have not, and the questions that are thereby answered."""
    this_minute = now.replace(second=0, microsecond=0)
    ahead = [
        choice for choice in choices if choice[2].end > now or choice[2].start == choice[2].end >= this_minute
    ]
    if choices and not ahead:
        return choices, (*unclear, "in_the_past")
    several_days = len({choice[0] for choice in ahead}) > 1
    several_hours = len({choice[1] for choice in ahead}) > 1
    open_still = tuple(
        reason
        for reason in dict.fromkeys(unclear)
        if not (reason in _BY_DAY and not several_days) and not (reason in _BY_HOUR and not several_hours)
    )
    return ahead, open_still


def _at(day: date, minutes: int, now: datetime) -> datetime:
    return datetime.combine(day, time(), tzinfo=now.tzinfo) + timedelta(minutes=minutes)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _grain(spoken: Expression) -> str:
    if "hour" in spoken:
        return "minute"
    return "part" if set(spoken) == {"part"} else "stretch"


def _about(spoken: Expression) -> bool:
    return bool(spoken.get("about")) or any(
        isinstance(each, dict) and _about(each) for each in spoken.values()
    )


def _moment(moment: Expression, now: datetime) -> Resolution:
    if moment.get("soon"):
        return Resolution("minute", True, True, ((now.date(), now.date()),), (), (), ("how_soon",))
    then = (now + timedelta(minutes=moment["in"] * _UNITS[moment["unit"]])).replace(second=0, microsecond=0)
    then = max(then, now.replace(second=0, microsecond=0))
    day, clock = then.date(), then.time().replace(tzinfo=None)
    return Resolution("minute", True, True, ((day, day),), ((clock, clock),), (Reading(then, then),), ())
