"""A booking in arguments of messages: its car, its time, its place, and why a time is not to be had."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.bookings import offers
from bot.actions.bookings.draft import Draft
from bot.actions.catalogue.subject import Car, names
from bot.actions.charging.words import MAP, distance, named
from bot.actions.say import Item, button, listed, say, words
from knowledge.bookings.records import BookingRecord
from knowledge.bookings.slots import Verdict
from knowledge.outlets import store
from knowledge.outlets.hours import Stretch

__all__ = ["distance", "named"]
CHANGEABLE = {
    "test_drive": ("time", "outlet", "car", "name", "phone"),
    "service": ("time", "outlet", "need", "plate", "name", "phone"),
    "home_charger": ("time", "address", "name", "phone"),
    "change": ("time",),
}
STOP = button("button_stop_booking", "cancel")


def car_name(session: Session, model: str, variant: str | None) -> str:
    """Return the full name of a model or a variant."""
    known = names(session)
    return known.get(Car(model, variant)) or known[Car(model)]


def models_to_drive(session: Session, cars: Iterable[tuple[str, str | None]]) -> list[str]:
    """Return the names of the models among some cars."""
    return [car_name(session, model, None) for model in dict.fromkeys(model for model, _ in cars)]


def moment(at: datetime, zone: str, style: str = "day_time") -> Item:
    """Return a time as an argument: "time", "day" or "day_time"."""
    return {"moment": at.isoformat(), "zone": zone, "style": style}


def wait(length: timedelta) -> Item:
    """Return how long to wait, in whole minutes."""
    return {"measure": max(1, round(length.total_seconds() / 60)), "unit": "min"}


def outlet_name(session: Session, key: str) -> Any:
    """Return an outlet's name as an argument."""
    found = store.outlet(session, key)
    return key if found is None else named(found.names)


def time_buttons(session: Session, draft: Draft, times: Sequence[datetime]) -> list[Item]:
    """Return a quick reply for each time; with the day where they are not all of one day."""
    zone = str(offers.zone(session, draft))
    one_day = len({each.date() for each in times}) == 1 and draft.notes.get("offered_day")
    style = "time" if one_day else "day_time"
    return [
        button("button_named", "inform", {"date_time": each.isoformat()}, name=moment(each, zone, style))
        for each in times
    ]


def changeable(draft: Draft) -> list[Item]:
    """Return a button for each thing that can be said anew, and one that stops."""
    fields = [name for name in CHANGEABLE[draft.task] if name in draft.values]
    return [
        *(button(f"button_change_{name}", "inform", {"booking_choice": f"change={name}"}) for name in fields),
        STOP,
    ]


def why_not(session: Session, draft: Draft, verdict: Verdict, asked: datetime) -> Item:
    """Return why a time is not to be had; what is free instead is offered with the question that follows."""
    zone = str(asked.tzinfo)
    args: dict[str, Any] = {"day": moment(asked, zone, "day")}
    match verdict.why:
        case "closed_day":
            off = verdict.day_off
            if off is not None and off.why == "holiday" and off.names:
                return say("utter_time_holiday", holiday=named(off.names), **args)
        case "outside_hours":
            args["hours"] = listed(_stretch(each, zone) for each in verdict.stretches)
        case "too_soon" if verdict.earliest is not None:
            # The first time that is really free: the notice alone may end at night.
            first = min((each.starts_at for each in verdict.alternatives), default=verdict.earliest)
            args = {"earliest": moment(first, zone)}
        case "too_far" if verdict.last_day is not None:
            args = {"last": {"date": verdict.last_day.isoformat()}}
        case "full" | "between_slots":
            args = {"time": moment(asked, zone)}
        case "no_such_car" | "not_offered":
            model, variant = draft.values.get("car") or (None, None)
            car = car_name(session, model, variant) if model else words(f"kind_{draft.kind}")
            others = [outlet_name(session, key) for key in verdict.outlets[:3]]
            if not others:
                return say("utter_time_nowhere", car=car)
            return say("utter_time_elsewhere", car=car, outlets=listed(others))
    return say(f"utter_time_{verdict.why}", **args)


def _stretch(stretch: Stretch, zone: str) -> Item:
    return words(
        "opening_stretch",
        start=moment(stretch.starts_at, zone, "time"),
        end=moment(stretch.ends_at, zone, "time"),
    )


def map_link(point: Any) -> str:
    """Return an address that opens the way there in the customer's map."""
    return MAP.format(point.latitude, point.longitude)


def what(session: Session, draft: Draft) -> Item:
    """Return what is booked, in a few words: "a test drive of the smart #1"."""
    model, variant = draft.values.get("car") or (None, None)
    if draft.kind == "test_drive" and model:
        return words("what_test_drive", car=car_name(session, model, variant))
    return words(f"what_{draft.kind}")


def what_of(session: Session, record: BookingRecord) -> Item:
    """Return the same of a booking on record."""
    if record.kind == "test_drive" and record.model:
        return words("what_test_drive", car=car_name(session, record.model, record.variant))
    return words(f"what_{record.kind}")
