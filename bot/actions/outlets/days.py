"""Which days a customer means who asks when an outlet is open."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.dates import resolve

MOST_DAYS = 7


def days_meant(when: Any, now: datetime) -> list[date]:
    """Return the days from today on that an expression means, in order; `now` is in the outlet's zone."""
    if not when:
        return []
    meant = resolve(when, now)
    if not meant.has_day:
        return [now.date()] if meant.has_time else []
    found = {
        first + timedelta(days=ahead)
        for first, last in meant.days
        for ahead in range(min((last - first).days, MOST_DAYS) + 1)
    }
    return sorted(each for each in found if each >= now.date())[:MOST_DAYS]
