"""What the desk calls things, and why something cannot be done, each in a sentence."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from knowledge.bookings.errors import IllegalChangeError
from knowledge.bookings.records import BookingRecord
from knowledge.bookings.slots import Verdict

KINDS = {
    "test_drive": "Test drive",
    "service": "Service",
    "home_charger": "Home charger survey",
}
RESOURCES = {"demo_car": "Demo car", "service_bay": "Service bay", "survey_team": "Survey team"}
STATES = {
    "requested": "To be confirmed",
    "confirmed": "Confirmed",
    "reminded": "Confirmed, reminded",
    "done": "Done",
    "no_show": "Did not come",
    "cancelled": "Cancelled",
}
EVENTS = {
    "requested": "Booked",
    "confirmed": "Confirmed",
    "moved": "Moved",
    "reminded": "Reminded",
    "done": "Done",
    "no_show": "Did not come",
    "cancelled": "Cancelled",
}
LANGUAGES = {"en": "English", "ms": "Malay", "zh": "Chinese", "th": "Thai"}
ACTORS = {"customer": "Customer", "staff": "Staff", "system": "Assistant"}
REASONS = {
    "outlet_closed": "We are closed then",
    "car_unavailable": "The car is not available",
    "team_unavailable": "The team is not available",
    "customer_asked": "The customer asked us to",
    "other": "Another reason",
}
DONE = {
    "confirmed": "Confirmed. The customer is told.",
    "done": "Marked as done.",
    "no-show": "Marked as not come.",
    "cancelled": "Cancelled. The customer is told.",
    "moved": "Moved. The customer is told.",
    "closed": "Closed for this day. Bookings stay as they are: move or cancel them.",
    "opened": "Open on this day.",
}
STALE = "This booking has changed meanwhile. Look at it again before you change it."
_DID = {
    "confirmed": "confirmed",
    "moved": "moved",
    "cancelled": "cancelled",
    "done": "marked as done",
    "no_show": "marked as not come",
}
_CLOSED = {
    "weekly": "The outlet is not open on that weekday.",
    "holiday": "That day is a public holiday.",
    "closure": "The outlet is closed on that day.",
}


def day_name(day: date) -> str:
    """Return a day, such as "Sat 21 Nov 2026"."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """Return a time of day on the clock of a zone."""
    return f"{moment.astimezone(zone):%H:%M}"


def day_and_time(moment: datetime, zone: ZoneInfo) -> str:
    """Return a day with its time on the clock of a zone."""
    return f"{day_name(moment.astimezone(zone).date())}, {clock(moment, zone)}"


def why_not(error: IllegalChangeError, booking: BookingRecord) -> str:
    """Return why a change is not allowed."""
    did, state = _DID[error.event], STATES[booking.state].lower()
    if error.why == "too_early":
        starts = day_and_time(booking.starts_at, ZoneInfo(booking.time_zone))
        return f"It can be {did} only once it has begun: {starts}."
    return f"A booking in the state “{state}” cannot be {did}."


def why_no_time(verdict: Verdict, zone: ZoneInfo) -> str:
    """Return why a time is not to be had."""
    match verdict.why:
        case "past":
            return "That time is over."
        case "closed_day" if verdict.day_off is not None:
            return _CLOSED[verdict.day_off.why]
        case "closed_day" | "outside_hours":
            return "The outlet is not open at that time."
        case "full" | "full_day":
            return "Somebody else has that time."
        case "no_such_car":
            return "The outlet has no such car."
        case "not_offered":
            return "The outlet does not offer this."
        case _:
            return "No booking can begin at that time."
