"""Answers with a booking's calendar file, made from the booking as it stands when it is asked for."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from aiohttp import web
from sqlalchemy.orm import Session

from channels.booked import what
from channels.calendars.links import CalendarError, Calendars
from channels.keys import DATABASE
from channels.language import DEFAULT
from channels.texts import Texts
from knowledge import conversations
from knowledge.bookings import ics, records
from knowledge.bookings.ics import Entry
from knowledge.bookings.tables import HOME_CHARGER

GOOGLE = "https://calendar.google.com/calendar/render"
GOOGLE_TIME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Page:
    """The handlers; who has the address of a booking may have its time and place, and nothing else of it."""

    calendars: Calendars
    texts: Texts

    async def file(self, request: web.Request) -> web.Response:
        """Answer with the file; 404 for any address that we did not make."""
        entry = await self._entry(request)
        name = f"{entry.booking.reference}.ics"
        return web.Response(
            body=ics.calendar([entry], now=datetime.now(UTC)),
            content_type="text/calendar",
            charset="utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    async def google(self, request: web.Request) -> web.Response:
        """Send the browser to Google's own page, which adds the booking where the customer confirms it."""
        entry = await self._entry(request)
        booking = entry.booking
        if not booking.holds:
            raise web.HTTPGone
        times = (each.astimezone(UTC).strftime(GOOGLE_TIME) for each in (booking.starts_at, booking.ends_at))
        query = {
            "action": "TEMPLATE",
            "text": entry.summary,
            "dates": "/".join(times),
            "details": entry.description,
            "location": entry.location,
        }
        raise web.HTTPFound(f"{GOOGLE}?{urlencode({name: each for name, each in query.items() if each})}")

    async def _entry(self, request: web.Request) -> Entry:
        try:
            booking_id = self.calendars.read(request.match_info["token"])
        except CalendarError as error:
            raise web.HTTPNotFound from error
        entry = await request.app[DATABASE].read(self._found, booking_id)
        if entry is None:
            raise web.HTTPNotFound
        return entry

    def _found(self, session: Session, booking_id: int) -> Entry | None:
        booking = records.record(session, booking_id)
        if booking is None:
            return None
        spoken = conversations.language_of(session, booking.conversation_id or "")
        known = (each for each in (spoken, booking.language) if each in self.texts.languages)
        language = next(known, DEFAULT)
        named = what(session, booking.kind, booking.model, booking.variant)
        entry = ics.entry(
            session,
            booking,
            self.texts.say("calendar_summary", language, what=named),
            self.texts.say("calendar_description", language, reference=booking.reference),
        )
        if booking.kind == HOME_CHARGER:
            # Customers know where they live; the file is kept and passed on in many places.
            return replace(entry, location="", point=None)
        return entry
