"""The free times that are shown as quick replies."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.actions.bookings.draft import Draft
from knowledge.bookings import fits, records, slots
from knowledge.bookings.records import BookingRecord
from knowledge.bookings.slots import Slot
from knowledge.outlets import store

SHOWN = 6
LOOK_DAYS = 14


def zone(session: Session, draft: Draft) -> ZoneInfo:
    """Return the zone in which the booking's times are meant: its outlet's, or that of the nearest team's."""
    key = draft.values.get("outlet")
    if key is None:
        near = fits.fitting(session, draft.wanted)
        return near[0].zone if near else ZoneInfo("Asia/Kuala_Lumpur")
    outlet = store.outlet(session, key)
    return ZoneInfo(outlet.time_zone if outlet else "Asia/Kuala_Lumpur")


def booked(session: Session, draft: Draft) -> BookingRecord | None:
    """Return the booking that is to be moved, or None."""
    if draft.task != "change" or not draft.values.get("which"):
        return None
    return records.record(session, draft.values["which"])


def free(session: Session, draft: Draft, first: date, last: date, now: datetime) -> list[Slot]:
    """Return the free times of some days; of a booking that is to be moved, all but its own."""
    own = booked(session, draft)
    found = slots.free(session, draft.wanted, first, last, now, booking_id=draft.values.get("which"))
    if own is None or own.outlet_key != draft.values.get("outlet"):
        return found
    return [each for each in found if each.starts_at != own.starts_at]


def first_free(session: Session, draft: Draft, now: datetime) -> list[datetime]:
    """Return the first free times, over several days, on the outlet's clock."""
    local = zone(session, draft)
    today = now.astimezone(local).date()
    return spread(free(session, draft, today, today + timedelta(days=LOOK_DAYS), now), local)


def spread(found: Sequence[Slot], local: ZoneInfo) -> list[datetime]:
    """Return some of the times: spread over the days, and over the hours of each."""
    moments = list(dict.fromkeys(each.starts_at.astimezone(local) for each in found))
    days = [list(group) for _, group in groupby(moments, key=lambda each: each.date())]
    if not days:
        return []
    a_day = SHOWN if len(days) == 1 else max(1, SHOWN // min(len(days), 3))
    shown = [each for day in days[: SHOWN // a_day] for each in _evenly(day, a_day)]
    return shown[:SHOWN]


def _evenly(moments: list[datetime], count: int) -> list[datetime]:
    if len(moments) <= count:
        return moments
    # Not the first and the last hour of a day, which suit few.
    return [moments[int((number + 0.5) * len(moments) / count)] for number in range(count)]
