"""The questions: one action for each field of a booking, with quick replies where there are any."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from bot.actions.bookings import offers
from bot.actions.bookings.draft import FIELDS, MAKES, PERSONAL, PREFIX, Draft
from bot.actions.bookings.phrases import STOP, car_name, changeable, moment, named, outlet_name, time_buttons
from bot.actions.bookings.summary import summary
from bot.actions.database import database
from bot.actions.say import Item, button, say
from bot.actions.turn import Turn
from knowledge import geography
from knowledge.bookings import finding, records
from knowledge.geography import Point
from knowledge.privacy import consents

AGENT = button("button_agent", "talk_to_agent")
OUTLETS_SHOWN = 3
NOTICE = "privacy_notice_bookings"
# Where no place is known: the middle of where most people of the market live.
MIDDLE = {"MY": "kuala_lumpur", "TH": "bangkok"}
CHOICES = {
    "need": ("regular", "fault"),
    "stay": ("wait", "drop_off"),
    "dwelling": ("house", "condo"),
    "phase": ("single", "three", "unknown"),
}


class AskField(Action):
    """Asks for the first field that is missing.

    Rasa names the first empty slot of the form, but which fields a booking needs depends on its task.
    """

    def __init__(self, name: str) -> None:
        self._field = name

    def name(self) -> str:
        """Return the name that Rasa derives from the slot's."""
        return f"action_ask_{PREFIX}{self._field}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Ask; before the first personal question comes the notice of what is kept, and why."""
        turn = Turn.of(tracker)
        draft = Draft.of(turn.slots)
        assert draft is not None, "a question of a booking without a booking"
        missing = draft.missing or self._field
        items, asked = await database().read(questions, turn, draft, missing, datetime.now(UTC))
        for item in items:
            dispatcher.utter_message(json_message=item)
        kept = {**asked.slots(), "requested_slot": PREFIX + missing}
        return [SlotSet(name, value) for name, value in kept.items() if turn.slots.get(name) != value]


def questions(
    session: Session, turn: Turn, draft: Draft, name: str, now: datetime
) -> tuple[list[Item], Draft]:
    """Return what is asked, and the draft with what was shown."""
    items: list[Item] = []
    if name in (*PERSONAL, "confirmed") and draft.task in MAKES and not draft.notes.get("notice"):
        items += _notice(session, turn)
        draft = draft.noting(notice=True)
    if name == "time":
        item, draft = _time(session, draft, now)
        return [*items, item], draft
    if name == "need" and draft.notes.get("describing"):
        return [*items, say("utter_need_words", buttons=[STOP])], draft
    ask = ASKED.get(name)
    item = ask(session, turn, draft) if ask else say(f"utter_ask_{PREFIX}{name}", buttons=_choices(name))
    return [*items, item], draft.noting(changing=None)


def _notice(session: Session, turn: Turn) -> list[Item]:
    """Return the notice of what is kept and why, once; other languages that the law asks for as cards."""
    if consents.given(session, turn.conversation_id, consents.BOOKINGS) is not None:
        return []
    market = turn.slots.get("market") or turn.market
    others = [each for each in consents.notice(market, turn.language) if each != turn.language]
    cards = [
        {"title": {"say": "notice_title", "in": each}, "subtitle": {"say": NOTICE, "in": each}}
        for each in others
    ]
    return [{**say(NOTICE), "cards": cards}]


def _choices(name: str) -> list[Item]:
    return [
        button(f"button_{name}_{value}", "inform", {"booking_choice": f"{name}={value}"})
        for value in CHOICES.get(name, ())
    ] or [STOP]


def _car(session: Session, turn: Turn, draft: Draft) -> Item:
    market = turn.slots.get("market") or turn.market
    models = dict.fromkeys(model for model, _ in finding.demo_cars(session, market))
    if not models:
        return say("utter_no_demo_cars", buttons=[AGENT, STOP])
    buttons = [
        button("button_named", "inform", {"model": model}, name=car_name(session, model, None))
        for model in models
    ]
    return say("utter_ask_booking_car", buttons=[*buttons, STOP])


def _outlet(session: Session, turn: Turn, draft: Draft) -> Item:
    market = turn.slots.get("market") or turn.market
    middle = geography.place(session, MIDDLE[market])
    assert middle is not None
    point = draft.point or middle.point
    near = finding.nearest_outlets(
        session, draft.wanted, Point(point.latitude, point.longitude), market, limit=OUTLETS_SHOWN
    )
    buttons = [
        button("button_named", "inform", {"outlet": each.outlet.key}, name=named(each.outlet.names))
        for each in near
    ]
    return say("utter_ask_booking_outlet", buttons=[*buttons, STOP])


def _time(session: Session, draft: Draft, now: datetime) -> tuple[Item, Draft]:
    """Ask for the time with times that are really free; of a full day, a place in the queue."""
    shown = draft.notes.get("offers")
    times = (
        [datetime.fromisoformat(each) for each in shown] if shown else offers.first_free(session, draft, now)
    )
    draft = draft.noting(offers=[each.isoformat() for each in times] or None)
    buttons = time_buttons(session, draft, times)
    zone = str(offers.zone(session, draft))
    if full := draft.notes.get("full"):
        midnight = datetime.fromisoformat(full).replace(tzinfo=offers.zone(session, draft))
        buttons.append(
            button(
                "button_wait_for",
                "inform",
                {"booking_choice": "time=wait"},
                day=moment(midnight, zone, "day"),
            )
        )
    if not times:
        return say("utter_no_times", buttons=[*buttons, AGENT, STOP]), draft
    named_day = draft.notes.get("offered_day")
    draft = draft.noting(offered_day=None)
    if named_day and {each.date().isoformat() for each in times} == {named_day}:
        return say("utter_ask_booking_time_of_day", day=moment(times[0], zone, "day"), buttons=buttons), draft
    if "outlet" in draft.values and draft.kind != "home_charger":
        outlet = outlet_name(session, draft.values["outlet"])
        return say("utter_ask_booking_time_at", outlet=outlet, buttons=buttons), draft
    return say("utter_ask_booking_time", buttons=buttons), draft


def _which(session: Session, turn: Turn, draft: Draft) -> Item:
    own = records.of_conversation(session, turn.conversation_id, datetime.now(UTC))
    buttons = [
        button(
            "button_booking",
            "inform",
            {"booking_reference": each.reference},
            reference=each.reference,
        )
        for each in own
    ]
    return say(f"utter_ask_which_{draft.task}", buttons=[*buttons, STOP])


def _phone(session: Session, turn: Turn, draft: Draft) -> Item:
    response = "utter_ask_access_phone" if draft.notes.get("strange") else "utter_ask_booking_phone"
    return say(response, buttons=[STOP])


def _code(session: Session, turn: Turn, draft: Draft) -> Item:
    again = draft.notes.get("tried")
    return say("utter_ask_booking_code_again" if again else "utter_ask_booking_code", buttons=[STOP])


def _confirmed(session: Session, turn: Turn, draft: Draft) -> Item:
    if draft.notes.get("changing"):
        return say("utter_what_to_change", buttons=changeable(draft))
    return summary(session, draft)


ASKED: dict[str, Callable[[Session, Turn, Draft], Item]] = {
    "car": _car,
    "outlet": _outlet,
    "which": _which,
    "phone": _phone,
    "code": _code,
    "confirmed": _confirmed,
}
QUESTIONS = [AskField(name) for name in FIELDS]
