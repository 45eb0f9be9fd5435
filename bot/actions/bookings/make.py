"""Does what was confirmed: books, moves, cancels, joins the waiting list; once, however often it is told."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bot.actions.bookings import offers
from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.phrases import why_not
from bot.actions.say import say
from knowledge.bookings import book, waiting
from knowledge.bookings.drafts import Draft as Booked
from knowledge.bookings.errors import IllegalChangeError, UnavailableError
from knowledge.privacy import consents

DETAILS = ("stay", "dwelling", "phase")


def make(heard: Heard, draft: Draft) -> Taken:
    """Do it; where somebody was faster, ask for another time with what is free."""
    try:
        return Taken(MAKERS[draft.task](heard, draft))
    except UnavailableError as error:
        assert draft.time is not None
        zone = offers.zone(heard.session, draft)
        near = [each.starts_at.astimezone(zone).isoformat() for each in error.verdict.alternatives]
        item = why_not(heard.session, draft, error.verdict, draft.time.astimezone(zone))
        again = draft.knowing(confirmed=None, time=None).noting(offers=near or None)
        return Taken(again, [say("utter_just_taken") if error.verdict.why == "full" else item])
    except IllegalChangeError:
        return Taken(draft.noting(over=True))


def _book(heard: Heard, draft: Draft) -> Draft:
    made = book.book(heard.session, _as_booked(heard, draft), request_key=draft.key, now=heard.now)
    return draft.noting(made=made.id)


def _queue(heard: Heard, draft: Draft) -> Draft:
    day = date.fromisoformat(draft.notes["wait"])
    place = waiting.join(
        heard.session,
        _as_booked(heard, draft),
        day,
        day,
        request_key=draft.key,
        now=heard.now,
    )
    return draft.noting(waiting=place.id)


def _make(heard: Heard, draft: Draft) -> Draft:
    return _queue(heard, draft) if draft.notes.get("wait") else _book(heard, draft)


def _move(heard: Heard, draft: Draft) -> Draft:
    assert draft.time is not None
    moved = book.move(
        heard.session,
        draft.values["which"],
        draft.time,
        draft.values["outlet"],
        actor="customer",
        now=heard.now,
    )
    return draft.noting(made=moved.id)


def _cancel(heard: Heard, draft: Draft) -> Draft:
    cancelled = book.cancel(heard.session, draft.values["which"], actor="customer", now=heard.now)
    return draft.noting(made=cancelled.id)


def _as_booked(heard: Heard, draft: Draft) -> Booked:
    """Return the booking to be made, with the consent that the yes to the notice gives."""
    values, turn = draft.values, heard.turn
    model, variant = values.get("car") or (None, None)
    consent = consents.give(
        heard.session,
        turn.conversation_id,
        "bookings",
        consents.WORDING["bookings"],
        turn.language,
        heard.now,
    )
    return Booked(
        kind=draft.kind,
        market=turn.slots.get("market") or turn.market,
        language=turn.language,
        conversation_id=turn.conversation_id,
        outlet_key=values.get("outlet") or (draft.notes.get("full_at") if draft.notes.get("wait") else None),
        starts_at=None if draft.notes.get("wait") else _time(draft),
        model=model,
        variant=variant,
        point=draft.point if draft.kind == "home_charger" else None,
        consent_id=consent,
        details=_details(draft),
        private=_private(draft),
    )


def _time(draft: Draft) -> datetime:
    assert draft.time is not None
    return draft.time


def _details(draft: Draft) -> dict[str, Any]:
    details = {name: draft.values[name] for name in DETAILS if name in draft.values}
    need = draft.values.get("need") or {}
    details |= {name: need[name] for name in ("kind", "odometer") if name in need}
    if draft.kind == "test_drive":
        details["licence"] = True  # the summary says that the yes confirms it
    return details


def _private(draft: Draft) -> dict[str, str]:
    private = {name: draft.values[name] for name in ("name", "phone", "plate") if name in draft.values}
    if "address" in draft.values:
        private["address"] = draft.values["address"]["text"]
    if text := (draft.values.get("need") or {}).get("text"):
        private["need"] = text
    return private


MAKERS: dict[str, Callable[[Heard, Draft], Draft]] = {
    "test_drive": _make,
    "service": _make,
    "home_charger": _make,
    "change": _move,
    "cancel": _cancel,
}
