"""The page of one booking, and the page of the times to which it can be moved."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from channels.desk.day import address
from channels.desk.door import Visit
from channels.desk.find import Found
from channels.desk.html import Child, Markup, h, options
from channels.desk.layout import BASE, field, notice, page, table, together
from channels.desk.person import facts, listed, person
from channels.desk.words import (
    ACTORS,
    DONE,
    EVENTS,
    KINDS,
    LANGUAGES,
    REASONS,
    STATES,
    clock,
    day_and_time,
    day_name,
)
from knowledge.bookings.records import BookingRecord, EventRecord
from knowledge.bookings.slots import Slot


def booking_page(
    visit: Visit, found: Found, *, now: datetime, said: str | None = None, problem: str | None = None
) -> Markup:
    """Return the page; `said` is what has just been done, `problem` why something was not."""
    booking = found.booking
    local_day = booking.starts_at.astimezone(found.zone).date()
    return page(
        f"{KINDS[booking.kind]} {booking.reference}",
        notice(problem, bad=True) if problem else None,
        notice(DONE[said]) if said in DONE else None,
        h(
            "p",
            {},
            h("a", {"href": address(booking.outlet_key, local_day)}, f"All of {day_name(local_day)}"),
        ),
        listed(_facts(found)),
        _actions(visit, booking, now),
        h("h2", {}, "What happened"),
        table(
            "History",
            ("When", "Who", "What", "Details"),
            (
                (
                    day_and_time(each.at, found.zone),
                    ACTORS[each.actor],
                    EVENTS[each.event],
                    _details(each, found.zone),
                )
                for each in found.history
            ),
        ),
        user=visit.user,
        forms=visit.forms,
    )


def move_page(
    visit: Visit, found: Found, day: date, times: list[Slot], *, problem: str | None = None
) -> Markup:
    """Return the page of a day's free times for a booking."""
    booking = found.booking
    there = f"{BASE}/bookings/{booking.reference}"

    def go(words: str, ahead: int) -> Markup:
        other = day + timedelta(days=ahead)
        return h("a", {"class": "button quiet", "href": f"{there}/move?day={other.isoformat()}"}, words)

    when = h("input", {"type": "date", "name": "day", "value": day.isoformat(), "required": True})
    choices = (
        h(
            "li",
            {},
            visit.forms.post(
                f"{there}/move",
                clock(each.starts_at, found.zone),
                hidden={"sequence": str(booking.sequence), "starts_at": each.starts_at.isoformat()},
                label=f"Move to {day_and_time(each.starts_at, found.zone)}",
            ),
        )
        for each in times
    )
    return page(
        f"Move {booking.reference}",
        notice(problem, bad=True) if problem else None,
        h("p", {}, f"Now: {day_and_time(booking.starts_at, found.zone)}, {found.outlet.names['en']}"),
        together(
            h("form", {"action": f"{there}/move"}, field("Day", when), h("button", {}, "Show")),
            go("← Previous", -1),
            go("Next →", 1),
        ),
        h("h2", {}, f"Free on {day_name(day)}"),
        h("ul", {"class": "times"}, *choices) if times else h("p", {}, "Nothing is free on this day."),
        h("p", {}, h("a", {"href": there}, "Leave it as it is")),
        user=visit.user,
        forms=visit.forms,
    )


def _facts(found: Found) -> list[tuple[str, Child]]:
    booking = found.booking
    when = f"{day_and_time(booking.starts_at, found.zone)}–{clock(booking.ends_at, found.zone)}"
    pairs: list[tuple[str, Child]] = [
        ("When", when),
        ("Where", f"{found.outlet.names['en']} ({found.resource})"),
        ("State", h("span", {"class": f"tag {booking.state}"}, STATES[booking.state])),
        ("Customer", person(booking.private)),
        ("Language", LANGUAGES.get(booking.language, booking.language)),
    ]
    if found.car:
        pairs.append(("Car", found.car))
    if plate := booking.private.get("plate"):
        pairs.append(("Plate", plate))
    return [*pairs, *facts(booking)]


def _actions(visit: Visit, booking: BookingRecord, now: datetime) -> Child:
    """Return the buttons of what may be done; what may not is refused with its reason all the same."""
    if not booking.holds:
        return None
    there = f"{BASE}/bookings/{booking.reference}"
    hidden = {"sequence": str(booking.sequence)}
    simple = []
    if booking.state == "requested":
        simple.append(("confirm", "Confirm", ""))
    if booking.starts_at <= now:
        simple += [("done", "Done", ""), ("no-show", "Did not come", "quiet")]
    why = h("select", {"name": "reason", "required": True}, *options(list(REASONS.items())))
    return h(
        "section",
        {"aria-label": "Actions"},
        together(
            *(
                visit.forms.post(f"{there}/{action}", words, hidden=hidden, style=style)
                for action, words, style in simple
            ),
            h("a", {"class": "button", "href": f"{there}/move"}, "Move"),
        ),
        h(
            "fieldset",
            {},
            h("legend", {}, "Cancel"),
            visit.forms.post(
                f"{there}/cancel", "Cancel the booking", field("Why", why), hidden=hidden, style="danger"
            ),
        ),
    )


def _details(event: EventRecord, zone: ZoneInfo) -> str:
    details: Mapping[str, Any] = event.details
    parts = []
    if "from" in details:
        parts.append(f"from {day_and_time(datetime.fromisoformat(details['from']), zone)}")
    if "reason" in details:
        parts.append(REASONS.get(details["reason"], str(details["reason"])))
    return "; ".join(parts)
