"""What a message says of a time, on the outlet's clock: moments, days or hours, and what is unclear in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.dates import Resolution, merge, resolve

NOT_A_TIME = ("no_such_day", "no_such_time", "month", "year")


@dataclass(frozen=True, slots=True)
class When:
    """Moments that may be meant, or stretches of days (each with its hours), or nothing but a fault."""

    moments: tuple[datetime, ...] = ()
    spans: tuple[tuple[date, date], ...] = ()  # days, both included; several: one of them is meant
    hours: tuple[tuple[time, time], ...] = ()  # of the day that may be meant; a moment where both are equal
    soon: bool = False
    fault: str | None = None  # past or nonsense

    def covers(self, moment: datetime) -> bool:
        """Tell whether a moment is one of those that may be meant."""
        if self.moments:
            return moment in self.moments
        if self.spans and not any(first <= moment.date() <= last for first, last in self.spans):
            return False
        return bool(self.spans or self.hours) and within(moment, self.hours)


def when(values: Sequence[Any], kept_day: date | None, now: datetime, zone: ZoneInfo) -> When | None:
    """Return what the time expressions of a message mean, the last one counting; None where there is none.

    An hour alone belongs to the day that is being talked about.
    """
    if not values:
        return None
    last = values[-1]
    if isinstance(last, str):
        return _written(last, zone)
    for earlier in values[:-1]:
        if isinstance(earlier, dict) and "day" in earlier and "day" not in last and "moment" not in last:
            last = merge(earlier, last)
    found = resolve(last, now.astimezone(zone))
    if "how_soon" in found.unclear:
        return When(soon=True)
    if "in_the_past" in found.unclear:
        return When(fault="past")
    if any(reason in NOT_A_TIME for reason in found.unclear) and not found.readings:
        return When(fault="nonsense")
    if not found.has_day:
        days = () if kept_day is None else (kept_day,)
        return _at(days, found.hours, zone) or When(
            spans=tuple((each, each) for each in days), hours=found.hours
        )
    moments = _moments(found)
    if moments:
        return When(moments=moments)
    return When(spans=found.days, hours=found.hours if found.has_time else ())


def any_of(values: Sequence[Any], kept_day: date | None, now: datetime, zone: ZoneInfo) -> When | None:
    """Return what several time expressions mean each of which would do: "Saturday or Sunday at two"."""
    last = values[-1] if values else None
    if isinstance(last, dict) and "time" in last:
        hour = {"time": last["time"]}
        values = [merge(each, hour) if "day" in each and "time" not in each else each for each in values]
    found = [when(values[: number + 1], kept_day, now, zone) for number in range(len(values))]
    meant = [each for each in found if each is not None and not each.fault]
    if meant and all(each.moments for each in meant):
        return When(moments=tuple(dict.fromkeys(moment for each in meant for moment in each.moments)))
    if meant and all(each.spans and not each.hours for each in meant):
        return When(spans=tuple(dict.fromkeys(span for each in meant for span in each.spans)))
    return found[-1] if found else None


def _written(text: str, zone: ZoneInfo) -> When:
    """Read what a button carries: a moment or a day in ISO 8601."""
    if "T" in text:
        return When(moments=(datetime.fromisoformat(text).astimezone(zone),))
    day = date.fromisoformat(text)
    return When(spans=((day, day),))


def _at(days: Iterable[date], hours: Sequence[tuple[time, time]], zone: ZoneInfo) -> When | None:
    if not all(start == end for start, end in hours):
        return None
    moments = [datetime.combine(day, start, zone) for day in days for start, _ in hours]
    return When(moments=tuple(moments)) if moments else None


def _moments(found: Resolution) -> tuple[datetime, ...]:
    exact = all(reading.start == reading.end for reading in found.readings)
    return tuple(reading.start for reading in found.readings) if found.readings and exact else ()


def within(moment: datetime, hours: Sequence[tuple[time, time]]) -> bool:
    """Tell whether a moment lies in one of some stretches of the clock; without any it does."""
    clock = moment.timetz().replace(tzinfo=None)
    return not hours or any(_covers(start, end, clock) for start, end in hours)


def _covers(start: time, end: time, clock: time) -> bool:
    if start == end:
        return clock == start
    if end == time(0):
        return clock >= start
    return start <= clock < end if start < end else clock >= start or clock < end


def days_of(spans: Sequence[tuple[date, date]]) -> list[date]:
    """Return the single days of stretches, in order."""
    return [
        first + timedelta(days=number) for first, last in spans for number in range((last - first).days + 1)
    ]
