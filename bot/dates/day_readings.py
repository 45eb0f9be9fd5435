"""What days an expression can mean, seen from a day: every reading, and why it is not one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any, NamedTuple

from bot.dates.phrase import Expression

Span = tuple[date, date]

#: A date without a year whose next occurrence is further away than this has perhaps just passed.
FAR = 270
#: How far a year of two digits may be from this one: 69 is 2026 by the Buddhist count, 26 by the common one.
NEAR_YEARS = 15
_BUDDHIST = 543
_EDGES = {"start": (1, 7), "middle": (11, 20), "end": (-6, 0)}


class Days(NamedTuple):
    """Readings of a day, the reasons why it is unclear, and how long it is."""

    spans: list[Span]
    unclear: tuple[str, ...] = ()
    grain: str = "day"


def read_days(day: Expression, today: date) -> Days:
    """Return what an expression of a day means for one who says it today."""
    try:
        return _read(day, today)
    except (ValueError, OverflowError):  # 31/2, the year 12000
        return Days([], ("no_such_day",))


def _read(day: Expression, today: date) -> Days:
    if "from" in day:
        return _between(day, today)
    if "said" in day:
        return _ambiguous_word(day, today)
    if "weekend" in day:
        return _weekend(day["weekend"], day.get("by", ""), today)
    if "edge" in day:
        return _edge(day, today)
    if "day" in day or "month" in day:
        return _with_weekday(day, _date(day, today), today)
    if "week" in day:
        return _days(_of_week(day["weekday"], day["week"], today), "which_week")
    if "in" in day:
        return _with_weekday(day, _distance(day, today), today)
    return _days(_weekday(day["weekday"], day["which"], day.get("by", ""), today), "which_week")


def _days(found: list[date], reason: str) -> Days:
    different = sorted(set(found))
    return Days([(each, each) for each in different], (reason,) if len(different) > 1 else ())


def _of_week(weekday: int, weeks: int, today: date) -> list[date]:
    """Return a weekday of this week or another; two days where the week's first day matters.

    Calendars of both countries begin with Sunday, offices with Monday: "Sunday next week" is two days.
    """
    monday = today - timedelta(today.weekday())
    sunday = today - timedelta((today.weekday() + 1) % 7)
    readings = [monday + timedelta(7 * weeks + weekday), sunday + timedelta(7 * weeks + (weekday + 1) % 7)]
    ahead = [each for each in readings if each >= today]
    return ahead if ahead and weeks >= 0 else readings


def _weekday(weekday: int, which: str, by: str, today: date) -> list[date]:
    """Return the days that a weekday can be. Custom differs by language, and among its speakers.

    English: "next Saturday" is the nearest one to some and the one after to others, whenever it is said
    (boards.straightdope.com/t/what-do-you-mean-by-next-saturday/324750, ask.metafilter.com/265165): always
    both, but on a Saturday. Malay "Sabtu depan" and Thai "เสาร์หน้า" are set against "Sabtu ni" and "เสาร์นี้"
    as the one of next week; depan and หน้า mean "coming" as well, so both are possible while the coming
    one is of this week. (From usage; no survey was found.) Chinese 下个星期六 never comes here: it is the
    Saturday of next week. "This" and no word mean the nearest; on that day itself, today or in a week.
    """
    ahead = (weekday - today.weekday()) % 7
    nearest, coming = today + timedelta(ahead), today + timedelta(ahead or 7)
    week = timedelta(7)
    if which == "coming":
        return [coming]
    if which == "next" and by in ("ms", "th"):
        return [coming, *_of_week(weekday, 1, today)]
    if which == "next":
        return [coming] if ahead == 0 else [nearest, nearest + week]
    if which == "after_next":
        return [coming + week] if ahead == 0 else [nearest + week, nearest + 2 * week]
    if which == "last":
        return [coming - week if ahead else today - week, *_of_week(weekday, -1, today)]
    return [nearest] if ahead else [today, today + week]


def _weekend(which: str, by: str, today: date) -> Days:
    saturday = today - timedelta(today.weekday()) + timedelta(5)
    week = timedelta(7)
    on_it = today >= saturday
    saturdays = {
        "bare": [saturday, saturday + week] if on_it else [saturday],
        "this": [saturday],
        "coming": [saturday + week] if on_it else [saturday],
        # 下周末 is that of next week, as is "weekend next week"; otherwise as with weekdays.
        "next": [saturday + week] if on_it or by in ("zh", "week") else [saturday, saturday + week],
        "after_next": [saturday + 2 * week],
        "last": [saturday - week],
    }[which]
    spans = [(each, each + timedelta(1)) for each in saturdays]
    return Days(spans, ("which_week",) if len(spans) > 1 else (), "weekend")


def _months_on(today: date, months: int) -> tuple[int, int]:
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def _whole_month(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _distance(day: Expression, today: date) -> Days:
    amount, unit = day["in"], day["unit"]
    if isinstance(amount, float):
        amount = round(amount)
    if unit == "day":
        return Days([(today + timedelta(amount),) * 2])
    if unit == "year":
        if day.get("exact"):
            return Days([(_same_day(today, 12 * amount),) * 2])
        return Days([(date(today.year + amount, 1, 1), date(today.year + amount, 12, 31))], grain="year")
    if unit == "month":
        if day.get("exact"):
            return Days([(_same_day(today, amount),) * 2])
        return Days([_whole_month(*_months_on(today, amount))], grain="month")
    if day.get("exact"):
        return Days([(today + timedelta(7 * amount),) * 2])
    mondays = [today - timedelta(today.weekday()) + timedelta(7 * amount)]
    if today.weekday() == 6:  # on a Sunday, this week ends or has begun
        mondays.append(mondays[0] + timedelta(7))
    spans = [(each, each + timedelta(6)) for each in mondays]
    return Days(spans, ("which_week",) if len(spans) > 1 else (), "week")


def _same_day(today: date, months: int) -> date:
    year, month = _months_on(today, months)
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _years(day: Expression, today: date) -> list[int]:
    """Return the years that the one said can be; Buddhist ones are 543 ahead."""
    year, era = day["year"], day.get("era")
    if year < 100:
        by_era = {"be": [2500 + year - _BUDDHIST], "ce": [2000 + year]}
        readings = by_era.get(str(era), [2000 + year, 2500 + year - _BUDDHIST])
        near = [each for each in readings if abs(each - today.year) <= NEAR_YEARS]
        return near or [*readings, 1900 + year]
    return [year - _BUDDHIST if era == "be" or (era is None and year >= 2400) else year]


def _date(day: Expression, today: date) -> Days:
    if "in" in day:
        year, month = _months_on(today, day["in"])
        return Days([(date(year, month, day["day"]),) * 2])
    if "day" not in day:
        return _month(day, today)
    if "month" not in day:
        return _day_of_month(day["day"], today)
    number, month = day["day"], day["month"]
    unclear: tuple[str, ...] = ()
    if month > 12 and number <= 12:  # 6/13: only the American order makes a date of it
        number, month, unclear = month, number, ("day_or_month",)
    if "year" in day:
        years = _years(day, today)
        spans = [(date(year, month, number),) * 2 for year in years]
        return Days(spans, unclear + (("year",) if len(years) > 1 else ()))
    found = _next_date(number, month, today)
    if (found - today).days > FAR:
        unclear += ("year",)
    return Days([(found, found)], unclear)


def _next_date(number: int, month: int, today: date) -> date:
    date(2024, month, number)  # no year has it: an error
    for year in range(today.year, today.year + 9):
        if number <= monthrange(year, month)[1] and date(year, month, number) >= today:
            return date(year, month, number)
    raise ValueError("no such day")


def _day_of_month(number: int, today: date) -> Days:
    date(2024, 1, number)
    for months in range(4):
        year, month = _months_on(today, months)
        if number <= monthrange(year, month)[1] and date(year, month, number) >= today:
            found = date(year, month, number)
            skipped = months and number > monthrange(today.year, today.month)[1]
            return Days([(found, found)], ("month",) if skipped else ())
    raise ValueError("no such day")


def _month(day: Expression, today: date) -> Days:
    month = day["month"]
    if "year" in day:
        spans = [_whole_month(year, month) for year in _years(day, today)]
        return Days(spans, ("year",) if len(spans) > 1 else (), "month")
    return Days([_whole_month(today.year + (month < today.month), month)], grain="month")


def _edge(day: Expression, today: date) -> Days:
    if "month" in day:
        first, last = _month(day, today).spans[0]
    else:
        first, last = _whole_month(*_months_on(today, day["in"]))
    start, end = _EDGES[day["edge"]]
    if start > 0:
        return Days([(first.replace(day=start), first.replace(day=end))], grain="days")
    return Days([(last + timedelta(start), last)], grain="days")


def _with_weekday(day: Expression, found: Days, today: date) -> Days:
    """Ask when a weekday and a date that are said together do not fit."""
    if "weekday" not in day or found.grain != "day" or not found.spans:
        return found
    fitting = [span for span in found.spans if span[0].weekday() == day["weekday"]]
    if fitting:
        return found._replace(spans=fitting)
    other = [(each, each) for each in _weekday(day["weekday"], "coming", "", today)]
    return found._replace(spans=sorted(found.spans + other), unclear=(*found.unclear, "weekday_differs"))


def _ambiguous_word(day: dict[str, Any], today: date) -> Days:
    if day["said"] == "kelmarin":
        # Kamus Dewan: the day before yesterday, and in speech yesterday.
        return _days([today - timedelta(1), today - timedelta(2)], "which_day")
    weeks = day["in"]
    week = _distance({"in": weeks, "unit": "week"}, today)
    which = {0: "this", 1: "next", 2: "after_next"}.get(weeks, "last")
    sundays = _weekday(6, which, "th", today)
    spans = week.spans + [(each, each) for each in sorted(set(sundays))]
    return Days(spans, ("week_or_sunday", *week.unclear), "week")


def _between(day: Expression, today: date) -> Days:
    first = read_days(day["from"], today)
    if not first.spans:
        return first
    start = first.spans[0][0]
    last = read_days(day["to"], start)
    unclear = tuple(each for each in first.unclear + last.unclear if each != "which_week")
    if not last.spans:
        return Days([], unclear)
    return Days([(start, last.spans[-1][1])], unclear, "days")
