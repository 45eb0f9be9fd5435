"""The moments at which the tests of bookings play."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)  # Monday, 10:00 in Kuala Lumpur
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
ZONE = ZoneInfo("Asia/Kuala_Lumpur")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of Kuala Lumpur's clock, in UTC."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def clock(moment: datetime) -> str:
    """A moment on Kuala Lumpur's clock."""
    return moment.astimezone(ZONE).strftime("%H:%M")
