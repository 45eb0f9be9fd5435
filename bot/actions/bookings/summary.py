"""What is to be booked, all in one message, before the yes."""

from collections.abc import Iterator
from typing import Any

import phonenumbers
from sqlalchemy.orm import Session

from bot.actions.bookings import offers
from bot.actions.bookings.draft import Draft
from bot.actions.bookings.phrases import STOP, moment, named, outlet_name, what
from bot.actions.say import Item, button, listed, say, words
from knowledge.bookings import fits, records
from knowledge.outlets import store

YES = button("button_book_yes", "affirm", {"booking_choice": "confirmed=yes"})
CHANGE = button("button_book_change", "deny", {"booking_choice": "confirmed=no"})


def summary(session: Session, draft: Draft) -> Item:
    """Return the summary with its buttons."""
    if draft.task == "cancel":
        return _cancelling(session, draft)
    if draft.task == "change":
        return _moving(session, draft)
    response = "utter_confirm_wait" if draft.notes.get("wait") else f"utter_confirm_{draft.task}"
    lines = listed(_lines(session, draft), style="lines")
    return say(response, lines=lines, buttons=[YES, CHANGE, STOP])


def _lines(session: Session, draft: Draft) -> Iterator[Item]:
    values = draft.values
    yield words("line_what", what=what(session, draft))
    assert draft.time is not None
    zone = str(offers.zone(session, draft))
    yield words("line_when", time=moment(draft.time, zone, "day" if draft.notes.get("wait") else "day_time"))
    outlet = store.outlet(session, values["outlet"]) if "outlet" in values else None
    if outlet is not None and draft.kind != "home_charger":
        yield words("line_where", outlet=named(outlet.names), address=outlet.address)
    if "address" in values:
        yield words("line_address", address=values["address"]["text"])
    if need := values.get("need"):
        yield words("line_need", need=need.get("text") or words(f"need_{need['kind']}"))
        if "odometer" in need:
            yield words("line_odometer", km={"measure": need["odometer"], "unit": "km"})
    for name in ("stay", "dwelling", "phase"):
        if name in values:
            yield words(f"line_{name}", value=words(f"{name}_{values[name]}"))
    if "plate" in values:
        yield words("line_plate", plate=values["plate"])
    yield words("line_name", name=values["name"], phone=readable(values["phone"]))
    if draft.kind == "home_charger" and outlet is None:
        near = fits.fitting(session, draft.wanted)
        outlet = store.outlet(session, near[0].outlet_key) if near else None  # whose team comes
    if outlet is not None and outlet.sample:
        yield words("line_sample")


def _moving(session: Session, draft: Draft) -> Item:
    record = records.record(session, draft.values["which"])
    assert record is not None
    assert draft.time is not None
    args: dict[str, Any] = {
        "reference": record.reference,
        "old": moment(record.starts_at, record.time_zone),
        "new": moment(draft.time, str(offers.zone(session, draft))),
    }
    moved = draft.values["outlet"] != record.outlet_key
    if moved:
        args["outlet"] = outlet_name(session, draft.values["outlet"])
    return say(
        "utter_confirm_move_outlet" if moved else "utter_confirm_move", buttons=[YES, CHANGE, STOP], **args
    )


def _cancelling(session: Session, draft: Draft) -> Item:
    record = records.record(session, draft.values["which"])
    assert record is not None
    return say(
        "utter_confirm_cancel",
        reference=record.reference,
        what=what(session, draft),
        time=moment(record.starts_at, record.time_zone),
        buttons=[
            button("button_cancel_yes", "affirm", {"booking_choice": "confirmed=yes"}),
            button("button_cancel_no", "deny", {"booking_choice": "confirmed=no"}),
        ],
    )


def readable(phone: str) -> str:
    """Return an E.164 number as people write it."""
    return phonenumbers.format_number(phonenumbers.parse(phone), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
