"""When an outlet is open, in arguments of messages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.actions.say import Item, listed, moment, words
from knowledge.outlets import Calendar, DayOff, Opening, Outlet, Stretch, Week, at_clock

DAYS = 7
SOME_DAY = date(2026, 1, 1)  # of a clock time that belongs to no day


def status(outlet: Outlet, opening: Opening, now: datetime) -> Item:
    """Return whether an outlet is open now and what comes next: "open now until 6 pm"."""
    if opening.open:
        return _open(outlet, opening)
    return words("outlet_status", now=_closed(opening.day_off), next=_next(outlet, opening.opens_at, now))


def _open(outlet: Outlet, opening: Opening) -> Item:
    if opening.until is None:
        return words("outlet_open_always")
    until, again = opening.until, opening.opens_at
    zone = outlet.time_zone
    if again is not None and at_clock(again, zone).date() == at_clock(until, zone).date():
        return words(
            "outlet_open_again", until=moment(until, zone, "time"), again=moment(again, zone, "time")
        )
    return words("outlet_open_until", until=moment(until, zone, "time"))


def _closed(off: DayOff | None) -> Item:
    if off is None:
        return words("outlet_closed_now")
    if off.names is not None:
        return words("outlet_closed_holiday", holiday={"names": dict(off.names)})
    return words("outlet_closed_today")


def _next(outlet: Outlet, opens_at: datetime | None, now: datetime) -> Item:
    if opens_at is None:
        return words("outlet_opens_unknown")
    zone = outlet.time_zone
    ahead = (at_clock(opens_at, zone).date() - at_clock(now, zone).date()).days
    if ahead < 2:
        name = "outlet_opens_tomorrow" if ahead else "outlet_opens_today"
        return words(name, time=moment(opens_at, zone, "time"))
    return words("outlet_opens_on", when=moment(opens_at, zone, "day_time"))


def week(hours: Week) -> Item:
    """Return the hours of a week, days with the same hours together: "Mon–Fri 9 am–6 pm · Sun closed"."""
    parts = []
    for first, last in _runs(hours):
        parts.append(
            words("outlet_hours_of", days=_days(first, last), hours=_clock_hours(hours.get(first, ())))
        )
    return listed(parts, style="dots")


def _days(first: int, last: int) -> Item:
    if last - first == DAYS - 1:
        return words("every_day")
    day = words(f"weekday_{first}")
    return day if first == last else words("weekdays", first=day, last=words(f"weekday_{last}"))


def _runs(hours: Week) -> Iterator[tuple[int, int]]:
    first = 0
    for day in range(1, DAYS + 1):
        if day == DAYS or hours.get(day, ()) != hours.get(first, ()):
            yield first, day - 1
            first = day


def _clock_hours(stretches: tuple[tuple[int, int], ...]) -> Item:
    if not stretches:
        return words("outlet_hours_closed")
    midnight = datetime.combine(SOME_DAY, time(), UTC)
    return listed(
        _range(Stretch(midnight + timedelta(minutes=opens), midnight + timedelta(minutes=closes)), "UTC")
        for opens, closes in stretches
    )


def day_hours(calendar: Calendar, outlet: Outlet, day: date) -> Item:
    """Return when an outlet is open on a day, with the holiday where that closes it."""
    return words("outlet_day", day=_day(outlet, day), hours=_hours_on(calendar, outlet, day))


def _day(outlet: Outlet, day: date) -> Item:
    return moment(datetime.combine(day, time(12), ZoneInfo(outlet.time_zone)), outlet.time_zone, "day")


def _hours_on(calendar: Calendar, outlet: Outlet, day: date) -> Item:
    off = calendar.day_off(outlet.key, day)
    if off is None:
        return listed(_range(each, outlet.time_zone) for each in calendar.stretches(outlet.key, day))
    if off.names is None:
        return words("outlet_hours_closed")
    return words(
        "outlet_hours_holiday" if off.sure else "outlet_hours_holiday_unsure",
        holiday={"names": dict(off.names)},
    )


def days_off(calendar: Calendar, outlet: Outlet, hours: Week, first: date, days: int) -> list[Any]:
    """Return the coming days on which an outlet stays closed that opens on that weekday."""
    found = []
    for ahead in range(days):
        day = first + timedelta(days=ahead)
        off = calendar.day_off(outlet.key, day)
        if off is not None and day.weekday() in hours:
            holiday = {"holiday": {"names": dict(off.names)}} if off.names else {}
            kind = ("_holiday" if off.sure else "_holiday_unsure") if off.names else ""
            found.append(words(f"outlet_off{kind}", day=_day(outlet, day), **holiday))
    return found


def _range(stretch: Stretch, zone: str) -> Item:
    return words(
        "outlet_range",
        opens=moment(stretch.starts_at, zone, "time"),
        closes=moment(stretch.ends_at, zone, "time"),
    )
