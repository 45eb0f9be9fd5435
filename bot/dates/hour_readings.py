"""What hours an expression can mean: every reading, in minutes from the day's midnight."""

from __future__ import annotations

from typing import NamedTuple

from bot.dates.phrase import Expression

DAY = 24 * 60
HALF = DAY // 2

#: From when to when a part of the day lasts, about; prayers move by some minutes with place and season.
PARTS = {
    **{"dawn": (300, 420), "morning": (360, 720), "late_morning": (570, 690), "forenoon": (480, 720)},
    **{"noon": (720, 840), "afternoon": (720, 1140), "evening": (1020, 1260), "night": (1140, 1440)},
    **{"midnight": (1440, 1440), "subuh": (330, 420), "zohor": (780, 990), "asar": (990, 1140)},
    **{"maghrib": (1140, 1230), "isyak": (1230, 1380), "after_subuh": (375, 480), "after_zohor": (810, 990)},
    **{"after_asar": (1005, 1140), "after_maghrib": (1170, 1230), "after_isyak": (1245, 1380)},
}
#: The hours of twelve that lie before noon, after noon and after midnight when they are said with a part.
_MORNING = {"dawn", "morning", "late_morning", "forenoon", "subuh", "after_subuh"}
_AFTERNOON = {
    **dict.fromkeys(("noon", "zohor"), (10, 11, 12, 1, 2, 3, 4)),
    **dict.fromkeys(("afternoon", "after_zohor"), (12, 1, 2, 3, 4, 5, 6, 7)),
    **dict.fromkeys(
        ("evening", "asar", "after_asar", "maghrib", "after_maghrib"), (4, 5, 6, 7, 8, 9, 10, 11)
    ),
    **dict.fromkeys(("night", "isyak", "after_isyak"), (6, 7, 8, 9, 10, 11)),
    "midnight": (),
}
_AFTER_MIDNIGHT = {"night", "isyak", "after_isyak", "midnight", "evening"}


class Hours(NamedTuple):
    """Readings of an hour, from and to (the same for a moment), and the reasons why it is unclear."""

    spans: list[tuple[int, int]]
    unclear: tuple[str, ...] = ()


def read_hours(time: Expression) -> Hours:
    """Return what an expression of a time means."""
    if "hour" in time:
        moments, unclear = _hour(time)
        return Hours([(each, each) for each in moments], unclear)
    if "from" in time:
        return _between(time)
    if "after" in time or "before" in time:
        return _bound(time)
    span = PARTS[time["part"]]
    if time["part"] == "midnight":
        return Hours([(0, 0), span], ("which_night",))
    return Hours([span])


def _hour(time: Expression) -> tuple[list[int], tuple[str, ...]]:
    hour, minute, half = time["hour"], time["minute"], time.get("half")
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (half in ("am", "pm") and hour == 0):
        return [], ("no_such_time",)
    if half == "old_count":  # สามโมงเช้า is nine
        return [(hour + 6) * 60 + minute], ()
    if half == "day" or hour > 12 or hour == 0:
        return [hour * 60 + minute], ()
    morning = hour % 12 * 60 + minute
    if half == "pm":
        return [morning + HALF], ()
    if half == "am":
        return ([morning], ()) if hour < 12 else ([morning, morning + DAY], ("which_night",))
    return _with_part(hour, morning, time.get("part"))


def _with_part(hour: int, morning: int, part: str | None) -> tuple[list[int], tuple[str, ...]]:
    """Return the readings of an hour of twelve, some of them excluded by the part of the day."""
    if part in _MORNING and hour < 12:
        return [morning], ()
    if part is not None and hour in _AFTERNOON.get(part, ()):
        return [morning if 9 < hour < 12 and part in ("noon", "zohor") else morning + HALF], ()
    if part in _AFTER_MIDNIGHT and (hour < 6 or hour == 12):
        # "Saturday night at one" is on Sunday by the calendar.
        return [morning, morning + DAY], ("which_night",)
    return [morning, morning + HALF], ("am_pm",)


def _between(time: Expression) -> Hours:
    """Return the readings of a stretch: what is known of one end tells about the other."""
    first, first_unclear = _hour(time["from"])
    last, _ = _hour(time["to"])
    if not first or not last:
        return Hours([], ("no_such_time",))
    ends = last + [each + DAY for each in last]
    spans = [(start, min(end for end in ends if end > start)) for start in first]
    if len(last) == 1 < len(first):
        shortest = min(spans, key=lambda span: span[1] - span[0])
        return Hours([shortest])
    return Hours(spans, tuple(dict.fromkeys(first_unclear)) if len(spans) > 1 else ())


def _bound(time: Expression) -> Hours:
    side = "after" if "after" in time else "before"
    edge = time[side]
    if "hour" not in edge:
        start, end = PARTS[edge["part"]]
        return Hours([(end, max(DAY, end))] if side == "after" else [(0, start)])
    moments, unclear = _hour(edge)
    part_start, part_end = PARTS.get(edge.get("part", ""), (0, DAY))
    if side == "after":
        ends = [part_end if part_end > each else DAY if each < DAY else 2 * DAY for each in moments]
        return Hours(list(zip(moments, ends, strict=True)), unclear)
    return Hours([(part_start if part_start < each else 0, each) for each in moments], unclear)
