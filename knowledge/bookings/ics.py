"""Bookings as iCalendar files (RFC 5545), for customers' own calendars and for staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event
from sqlalchemy.orm import Session

from knowledge.bookings.records import BookingRecord
from knowledge.bookings.tables import HOME_CHARGER
from knowledge.geography import Point
from knowledge.outlets.tables import Outlet

PRODUCT = "-//smart assistant//bookings//EN"
DOMAIN = "bookings.smart-assistant"  # makes our references unique among all calendars' events
ALARM = timedelta(hours=-2)
STATUS = {"requested": "TENTATIVE", "cancelled": "CANCELLED"}  # all others are CONFIRMED


@dataclass(frozen=True, slots=True)
class Entry:
    """A booking with the words that stand in a calendar, in whatever language."""

    booking: BookingRecord
    summary: str
    location: str
    point: Point | None
    description: str = ""


def entry(session: Session, booking: BookingRecord, summary: str, description: str = "") -> Entry:
    """Return a booking's entry, at its outlet or at the customer's home."""
    if booking.kind == HOME_CHARGER:
        return Entry(booking, summary, booking.private.get("address", ""), booking.point, description)
    outlet = session.get_one(Outlet, booking.outlet_key)
    name = outlet.names.get(booking.language, outlet.names["en"])
    point = Point(outlet.latitude, outlet.longitude)
    return Entry(booking, summary, f"{name}, {outlet.address}", point, description)


def calendar(entries: Iterable[Entry], *, now: datetime, alarms: bool = True) -> bytes:
    """Return the file of one booking or of many; staff's have no alarms.

    A later file of the same booking takes the place of an earlier one by its UID and SEQUENCE.
    """
    file = Calendar()
    file.add("PRODID", PRODUCT)
    file.add("VERSION", "2.0")
    file.add("CALSCALE", "GREGORIAN")
    file.add("METHOD", "PUBLISH")
    for each in entries:
        file.add_component(_event(each, now, alarms))
    text: bytes = file.to_ical()
    return text


def _event(entry: Entry, now: datetime, alarms: bool) -> Event:
    booking = entry.booking
    event = Event()
    event.add("UID", f"{booking.reference}@{DOMAIN}")
    event.add("SEQUENCE", booking.sequence)
    event.add("DTSTAMP", now)
    event.add("CREATED", booking.created_at)
    event.add("LAST-MODIFIED", booking.updated_at)
    event.add("DTSTART", booking.starts_at)  # in UTC, which every calendar shows in its own zone
    event.add("DTEND", booking.ends_at)
    event.add("SUMMARY", entry.summary)
    event.add("STATUS", STATUS.get(booking.state, "CONFIRMED"))
    if entry.location:
        event.add("LOCATION", entry.location)
    if entry.description:
        event.add("DESCRIPTION", entry.description)
    if entry.point is not None:
        event.add("GEO", (entry.point.latitude, entry.point.longitude))
    if alarms and booking.state != "cancelled":
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", entry.summary)
        alarm.add("TRIGGER", ALARM)
        event.add_component(alarm)
    return event
