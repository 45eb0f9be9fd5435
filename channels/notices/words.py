"""What is said in each notice: ids of messages with arguments, as actions say them."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from channels.booked import moment, route, what
from knowledge.bookings import notices, records
from knowledge.bookings.drafts import WaitingRecord
from knowledge.bookings.notices import NoticeRecord
from knowledge.bookings.records import BookingRecord
from knowledge.bookings.tables import HOME_CHARGER, TEST_DRIVE
from knowledge.outlets import store

Item = dict[str, Any]

# Why staff cancel: what the customer is told, in whatever language.
REASONS = ("outlet_closed", "car_unavailable", "team_unavailable", "customer_asked")


def items(session: Session, notice: NoticeRecord, now: datetime) -> list[Item]:
    """Return what is said in a notice."""
    if notice.waiting is not None:
        return [_offer(session, notice.waiting)]
    assert notice.booking is not None, "a notice is of a booking or of one who waits"
    if notice.kind == notices.CODE:
        return [_code(notice, notice.booking)]
    return [BOOKING[notice.kind](session, notice.booking, now)]


def _reminder(response: str) -> Callable[[Session, BookingRecord, datetime], Item]:
    def remind(session: Session, booking: BookingRecord, now: datetime) -> Item:
        return _with_place(session, booking, _about(session, response, booking, when=_when(booking, now)))

    return remind


def _changed(response: str) -> Callable[[Session, BookingRecord, datetime], Item]:
    def tell(session: Session, booking: BookingRecord, now: datetime) -> Item:
        when = moment(booking.starts_at, booking.time_zone)
        item = _with_place(session, booking, _about(session, response, booking, when=when))
        return {**item, "calendar": booking.id}

    return tell


def _cancelled(session: Session, booking: BookingRecord, now: datetime) -> Item:
    reason = records.history(session, booking.id)[-1].details.get("reason")
    why = f"notice_because_{reason}" if reason in REASONS else "notice_because_unknown"
    item = _about(
        session,
        "notice_cancelled",
        booking,
        when=moment(booking.starts_at, booking.time_zone),
        because={"say": why},
    )
    return {**item, "buttons": [_button("notice_button_again", f"book_{booking.kind}")]}


BOOKING: Mapping[str, Callable[[Session, BookingRecord, datetime], Item]] = MappingProxyType(
    {
        notices.DAY_BEFORE: _reminder("notice_day_before"),
        notices.HOURS_BEFORE: _reminder("notice_hours_before"),
        notices.MOVED: _changed("notice_moved"),
        notices.CONFIRMED: _changed("notice_confirmed"),
        notices.CANCELLED: _cancelled,
    }
)


def _about(session: Session, response: str, booking: BookingRecord, **args: Any) -> Item:
    named = what(session, booking.kind, booking.model, booking.variant)
    return {"response": response, "args": {"what": named, "reference": booking.reference, **args}}


def _with_place(session: Session, booking: BookingRecord, item: Item) -> Item:
    """Add where it takes place, what to bring, the way there, and the buttons to change one's mind."""
    lines: list[Item] = []
    links = []
    outlet = store.outlet(session, booking.outlet_key)
    assert outlet is not None, "a booking holds its outlet"
    if booking.kind == HOME_CHARGER:
        lines.append({"say": "notice_line_home"})
    else:
        place = {"outlet": {"names": dict(outlet.names)}, "address": outlet.address}
        lines.append({"say": "notice_line_place", "args": place})
        links.append(route(outlet.point))
    if booking.kind == TEST_DRIVE:
        lines.append({"say": "notice_line_licence"})
    if booking.state == "requested":
        lines.append({"say": "notice_line_requested"})
    reference = {"booking_reference": booking.reference}
    return {
        **item,
        "args": {**item["args"], "lines": {"list": lines, "style": "lines"}},
        "links": links,
        "buttons": [
            _button("notice_button_change", "change_booking", reference),
            _button("notice_button_cancel", "cancel_booking", reference),
        ],
    }


def _when(booking: BookingRecord, now: datetime) -> Item:
    """Return the time, called today or tomorrow where it is: a reminder may come late."""
    zone = ZoneInfo(booking.time_zone)
    days = (booking.local_start.date() - now.astimezone(zone).date()).days
    when = moment(booking.starts_at, booking.time_zone)
    name = {0: "notice_when_today", 1: "notice_when_tomorrow"}.get(days)
    return {"say": name, "args": {"when": when}} if name else when


def _code(notice: NoticeRecord, booking: BookingRecord) -> Item:
    until = moment(notice.due_at + notices.CODE_LIFE, booking.time_zone, "time")
    return {
        "response": "notice_code",
        "args": {"code": notice.code, "reference": booking.reference, "until": until},
    }


def _offer(session: Session, waiting: WaitingRecord) -> Item:
    outlet = store.outlet(session, waiting.outlet_key)
    assert outlet is not None, "a waiting list is an outlet's"
    assert waiting.offer_starts_at is not None
    assert waiting.offer_until is not None
    offer = {"booking_offer": str(waiting.id)}
    args = {
        "what": what(session, waiting.kind, waiting.draft.model, waiting.draft.variant),
        "when": moment(waiting.offer_starts_at, outlet.time_zone),
        "until": moment(waiting.offer_until, outlet.time_zone, "time"),
    }
    if waiting.kind != HOME_CHARGER:
        args["outlet"] = {"names": dict(outlet.names)}
    return {
        "response": "notice_offer_home" if waiting.kind == HOME_CHARGER else "notice_offer",
        "args": args,
        "buttons": [
            _button("notice_button_accept", "check_booking", {**offer, "decision": "accept"}),
            _button("notice_button_decline", "check_booking", {**offer, "decision": "decline"}),
        ],
    }


def _button(text: str, intent: str, entities: Mapping[str, str] | None = None) -> Item:
    return {"text": text, "payload": f"/{intent}" + (json.dumps(dict(entities)) if entities else "")}
