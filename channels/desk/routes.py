"""The handlers of the desk."""

import logging
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web
from sqlalchemy.orm import Session

from channels.desk import exports, find
from channels.desk.booking import booking_page, move_page
from channels.desk.changes import SAID, Change, RefusedError, change, set_open
from channels.desk.day import address, day_page, empty_page
from channels.desk.door import Visit, local, read_form
from channels.desk.layout import BASE, HEADERS, answer, notice, page
from channels.hub import Hub
from channels.notices import BELL
from knowledge.database import Database

log = logging.getLogger(__name__)

STYLE = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
LONGEST_EXPORT = 31  # days


class Desk:
    """The pages, and what their forms do."""

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database, self._hub = database, hub

    async def style(self, request: web.Request) -> web.Response:
        """Answer with the style sheet, which tells nothing."""
        return web.Response(text=STYLE, content_type="text/css", headers={"Cache-Control": "no-cache"})

    async def day(self, request: web.Request, visit: Visit) -> web.Response:
        """Show an outlet's day."""
        return await self._day(request, visit)

    async def find(self, request: web.Request, visit: Visit) -> web.Response:
        """Go to a booking by its reference, however it was typed."""
        typed = request.query.get("reference", "")
        found = await self._database.read(find.booking_of, typed)
        if found is None:
            return _missing(visit, "There is no booking with that reference.")
        raise web.HTTPSeeOther(f"{BASE}/bookings/{found.booking.reference}", headers=HEADERS)

    async def booking(self, request: web.Request, visit: Visit) -> web.Response:
        """Show a booking."""
        return await self._booking(request, visit)

    async def moving(self, request: web.Request, visit: Visit) -> web.Response:
        """Show the times to which a booking can be moved."""
        return await self._moving(request, visit)

    async def change(self, request: web.Request, visit: Visit) -> web.Response:
        """Change a booking."""
        form = await read_form(request)
        action, reference = request.match_info["action"], request.match_info["reference"]
        chosen = (form.get(each, "") for each in ("sequence", "reason", "starts_at"))
        asked = Change(action, reference, *chosen)
        try:
            booking = await self._database.run(change, asked, datetime.now(UTC))
        except RefusedError as refusal:
            if action == "move":
                return await self._moving(request, visit, str(refusal))
            return await self._booking(request, visit, str(refusal))
        if booking is None:
            return _missing(visit, "There is no such booking.")
        log.info("desk: %s: booking=%d %s", visit.user, booking.id, action)
        self._hub.bell(BELL).set()
        back = local(form.get("back") or f"{BASE}/bookings/{booking.reference}")
        raise web.HTTPSeeOther(f"{back}{'&' if '?' in back else '?'}done={SAID[action]}", headers=HEADERS)

    async def open(self, request: web.Request, visit: Visit) -> web.Response:
        """Open an outlet or a resource for a day."""
        return await self._set_open(request, visit, is_open=True)

    async def close(self, request: web.Request, visit: Visit) -> web.Response:
        """Close an outlet or a resource for a day."""
        return await self._set_open(request, visit, is_open=False)

    async def export(self, request: web.Request, visit: Visit) -> web.Response:
        """Answer with the bookings of some days as a file."""
        kind = request.match_info["kind"]
        days = request.query.get("days", "1")
        count = min(int(days), LONGEST_EXPORT) if days.isascii() and days.isdigit() else 1
        made = await self._database.read(_export, request.query.get("outlet"), _day(request), count, kind)
        if made is None:
            return _missing(visit, "There is no outlet yet.")
        name, body = made
        log.info("desk: %s: export kind=%s days=%d", visit.user, kind, count)
        return web.Response(
            body=body,
            content_type="text/csv" if kind == "csv" else "text/calendar",
            charset="utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    async def _set_open(self, request: web.Request, visit: Visit, *, is_open: bool) -> web.Response:
        form = await read_form(request)
        outlet, day, resource, reason = (
            form.get(each, "") for each in ("outlet", "day", "resource", "reason")
        )
        try:
            that_day = _as_day(day)
            if that_day is None:
                raise RefusedError("Choose a day.")
            await self._database.run(set_open, outlet, that_day, resource, reason, is_open=is_open)
        except RefusedError as refusal:
            return await self._day(request, visit, str(refusal), outlet, day)
        log.info("desk: %s: outlet=%s day=%s open=%s", visit.user, outlet, that_day, is_open)
        there = address(outlet, that_day, done="opened" if is_open else "closed")
        raise web.HTTPSeeOther(there, headers=HEADERS)

    async def _day(
        self,
        request: web.Request,
        visit: Visit,
        problem: str | None = None,
        outlet: str | None = None,
        day: str | None = None,
    ) -> web.Response:
        now = datetime.now(UTC)
        key = outlet or request.query.get("outlet")
        shown = await self._database.read(find.day_of, key, _as_day(day) or _day(request), now)
        if shown is None:
            return answer(empty_page(visit))
        body = day_page(
            visit,
            shown,
            today=now.astimezone(ZoneInfo(shown.outlet.time_zone)).date(),
            begun=frozenset(each.id for each in shown.bookings if each.starts_at <= now),
            said=request.query.get("done"),
            problem=problem,
        )
        return answer(body, 409 if problem else 200)

    async def _booking(self, request: web.Request, visit: Visit, problem: str | None = None) -> web.Response:
        found = await self._database.read(find.booking_of, request.match_info["reference"])
        if found is None:
            return _missing(visit, "There is no such booking.")
        said = request.query.get("done")
        body = booking_page(visit, found, now=datetime.now(UTC), said=said, problem=problem)
        return answer(body, 409 if problem else 200)

    async def _moving(self, request: web.Request, visit: Visit, problem: str | None = None) -> web.Response:
        found = await self._database.read(find.booking_of, request.match_info["reference"])
        if found is None:
            return _missing(visit, "There is no such booking.")
        booking, now = found.booking, datetime.now(UTC)
        earliest = max(booking.starts_at, now).astimezone(ZoneInfo(booking.time_zone)).date()
        day = _day(request) or earliest
        times = await self._database.read(find.free_times, booking, day, now)
        return answer(move_page(visit, found, day, times, problem=problem), 409 if problem else 200)


def _export(
    session: Session, key: str | None, asked: date | None, count: int, kind: str
) -> tuple[str, bytes] | None:
    now = datetime.now(UTC)
    shown = find.day_of(session, key, asked, now)
    if shown is None:
        return None
    bookings = find.days_of(session, shown.outlet.key, shown.day, count)
    name = f"bookings-{shown.outlet.key}-{shown.day.isoformat()}.{kind}"
    if kind == "ics":
        return name, exports.calendar(session, bookings, now)
    return name, exports.table(bookings).encode()


def _missing(visit: Visit, text: str) -> web.Response:
    body = page("Not found", notice(text, bad=True), user=visit.user, forms=visit.forms)
    return answer(body, 404)


def _day(request: web.Request) -> date | None:
    return _as_day(request.query.get("day"))


def _as_day(text: str | None) -> date | None:
    """Return a day between 2000 and 2100 that was written as such, None for anything else."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if 2000 <= day.year < 2100 else None
