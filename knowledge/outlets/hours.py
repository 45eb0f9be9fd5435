"""When outlets are open: weekly hours less public holidays and closures, in the outlet's own time zone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from knowledge.outlets.tables import OpeningHours, Outlet, OutletDay, PublicHoliday
from knowledge.provenance import Status

LOOK_AHEAD_DAYS = 21  # for the next opening: longer than any festival


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which an outlet is open without a break; both ends in UTC."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why an outlet is closed all day: weekly, by a holiday (with its names), or by a closure of its own."""

    why: Literal["weekly", "holiday", "closure"]
    names: Mapping[str, str] | None = None
    sure: bool = True  # the day of some holidays is announced only shortly before


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether an outlet is open at a moment, until when, and when it opens next (UTC)."""

    open: bool
    until: datetime | None  # None where it is open without end
    opens_at: datetime | None  # the next opening: behind the break or closing where it is open
    day_off: DayOff | None  # of the moment's day


class Calendar:
    """The opening hours of some outlets over some days, read in four queries however many they are."""

    def __init__(self, session: Session, keys: Iterable[str], first_day: date, last_day: date) -> None:
        """Read the hours of the outlets from the first to the last day, both included, in their own time."""
        wanted = list(keys)
        self._first, self._last = first_day, last_day
        self._outlets = {
            each.key: each for each in session.scalars(select(Outlet).where(Outlet.key.in_(wanted)))
        }
        self._hours: dict[tuple[str, int], list[OpeningHours]] = defaultdict(list)
        for row in session.scalars(
            select(OpeningHours).where(OpeningHours.outlet_key.in_(wanted)).order_by(OpeningHours.opens)
        ):
            self._hours[row.outlet_key, row.weekday].append(row)
        markets = {each.market for each in self._outlets.values()}
        states = {each.state for each in self._outlets.values()}
        self._holidays: dict[tuple[str, str, date], PublicHoliday] = {
            (each.market, each.state, each.day): each
            for each in session.scalars(
                select(PublicHoliday).where(
                    PublicHoliday.market.in_(markets),
                    or_(PublicHoliday.state == "", PublicHoliday.state.in_(states)),
                    PublicHoliday.day.between(first_day, last_day),
                )
            )
        }
        self._days: dict[str, list[OutletDay]] = defaultdict(list)
        for day_row in session.scalars(
            select(OutletDay).where(
                OutletDay.outlet_key.in_(wanted),
                OutletDay.last_day >= first_day,
                OutletDay.first_day <= last_day,
            )
        ):
            self._days[day_row.outlet_key].append(day_row)

    def zone(self, key: str) -> ZoneInfo:
        """Return the outlet's time zone."""
        return ZoneInfo(self._outlets[key].time_zone)

    def day_off(self, key: str, day: date) -> DayOff | None:
        """Return why the outlet is closed all day, or None where it opens."""
        if not self._first <= day <= self._last:
            raise ValueError(f"{day} was not read: the calendar goes from {self._first} to {self._last}")
        own = [each for each in self._days[key] if each.first_day <= day <= each.last_day]
        if any(not each.open for each in own):
            return DayOff("closure")
        outlet = self._outlets[key]
        holiday = self._holidays.get((outlet.market, "", day)) or self._holidays.get(
            (outlet.market, outlet.state, day)
        )
        if holiday is not None and not own:
            return DayOff("holiday", holiday.names, holiday.status != Status.UNCONFIRMED)
        return None if self._hours.get((key, day.weekday())) else DayOff("weekly")

    def stretches(self, key: str, day: date) -> list[Stretch]:
        """Return when the outlet is open on a day, in order; nothing where it is closed."""
        if self.day_off(key, day) is not None:
            return []
        zone = self.zone(key)
        return [
            Stretch(_moment(day, row.opens, zone), _moment(day, row.closes, zone))
            for row in self._hours[key, day.weekday()]
        ]


def opening(session: Session, key: str, now: datetime) -> Opening:
    """Return whether an outlet is open now, and what comes next."""
    return openings(session, [key], now)[key]


def openings(session: Session, keys: Iterable[str], now: datetime) -> dict[str, Opening]:
    """Return the same for several outlets, in as many queries as for one."""
    wanted = list(keys)
    # A day more on either side: the outlets' own days differ from UTC's.
    first = now.date() - timedelta(days=1)
    calendar = Calendar(session, wanted, first, first + timedelta(days=LOOK_AHEAD_DAYS + 2))
    return {key: _opening(calendar, key, now) for key in wanted}


def at_clock(moment: datetime, zone: str) -> datetime:
    """Return a moment by the clock of a time zone."""
    return moment.astimezone(ZoneInfo(zone))


def _opening(calendar: Calendar, key: str, now: datetime) -> Opening:
    today = now.astimezone(calendar.zone(key)).date()
    off = calendar.day_off(key, today)
    last = today + timedelta(days=LOOK_AHEAD_DAYS - 1)
    coming = [each for each in _unbroken(calendar, key, today, last) if each.ends_at > now]
    if not coming:
        return Opening(False, None, None, off)
    if coming[0].starts_at > now:
        return Opening(False, None, coming[0].starts_at, off)
    until = coming[0].ends_at
    if until == _moment(last, 1440, calendar.zone(key)):
        return Opening(True, None, None, off)
    return Opening(True, until, coming[1].starts_at if len(coming) > 1 else None, off)


def _unbroken(calendar: Calendar, key: str, first: date, last: date) -> Iterator[Stretch]:
    """Yield the stretches of some days; what goes on beyond midnight is one."""
    before: Stretch | None = None
    for ahead in range((last - first).days + 1):
        for each in calendar.stretches(key, first + timedelta(days=ahead)):
            if before is not None and each.starts_at <= before.ends_at:
                before = Stretch(before.starts_at, max(before.ends_at, each.ends_at))
                continue
            if before is not None:
                yield before
            before = each
    if before is not None:
        yield before


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return a time of the wall clock in UTC; 1440 is the midnight that ends the day."""
    days, minute = divmod(minutes, 1440)
    wall = datetime.combine(day + timedelta(days=days), time(minute // 60, minute % 60), zone)
    return wall.astimezone(UTC)
