"""Bookings as files: a table for a spreadsheet, and a calendar."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from channels.booked import car_name
from channels.desk.person import note
from channels.desk.words import KINDS, STATES
from knowledge.bookings import ics
from knowledge.bookings.records import BookingRecord

COLUMNS = (
    "day",
    "start",
    "end",
    "reference",
    "kind",
    "state",
    "resource",
    "model",
    "variant",
    "name",
    "phone",
    "plate",
    "note",
    "language",
)
# A cell that begins so is a formula to spreadsheets, whoever wrote it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else


def table(bookings: Iterable[BookingRecord]) -> str:
    """Return the bookings as CSV."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for each in bookings:
        zone = ZoneInfo(each.time_zone)
        start, end = each.starts_at.astimezone(zone), each.ends_at.astimezone(zone)
        row = (
            f"{start:%Y-%m-%d}",
            f"{start:%H:%M}",
            f"{end:%H:%M}",
            each.reference,
            each.kind,
            each.state,
            each.resource_key,
            each.model or "",
            each.variant or "",
            each.private.get("name", ""),
            each.private.get("phone", ""),
            each.private.get("plate", ""),
            note(each),
            each.language,
        )
        writer.writerow([defused(cell) for cell in row])
    return BOM + sheet.getvalue()


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def calendar(session: Session, bookings: Iterable[BookingRecord], now: datetime) -> bytes:
    """Return the bookings as an iCalendar file for staff."""
    entries = []
    for each in bookings:
        car = car_name(session, each.model, each.variant) if each.model else None
        parts = [KINDS[each.kind], car, each.private.get("name"), each.reference]
        summary = " · ".join(part for part in parts if part)
        facts = [STATES[each.state], each.private.get("phone"), each.private.get("plate"), note(each)]
        entries.append(ics.entry(session, each, summary, "\n".join(fact for fact in facts if fact)))
    return ics.calendar(entries, now=now, alarms=False)
