"""What is said once all is done: the booking with its reference, its calendar file, and the way there."""

from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.bookings.draft import Draft, emptied
from bot.actions.bookings.phrases import map_link, moment, named, outlet_name, what_of
from bot.actions.database import database
from bot.actions.say import Item, button, listed, say, words
from bot.actions.turn import Question, Turn
from knowledge.bookings import records, waiting
from knowledge.bookings.records import BookingRecord
from knowledge.outlets import store

BOOKED = {"confirmed": "utter_booked", "reminded": "utter_booked", "requested": "utter_requested"}
BOOK = (
    button("meaning_book_test_drive", "book_test_drive"),
    button("meaning_book_service", "book_service"),
)


class CheckBooking(AnswerAction):
    """Looks the conversation's bookings up where a yes asks for it; the form does where the customer does."""

    intent = "check_booking"
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Show them all."""
        own = records.of_conversation(session, turn.conversation_id, datetime.now(UTC))
        return Answer(listing(session, own))


class SubmitBooking(Action):
    """Says what was done, and forgets the draft."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_submit_booking"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        """Answer from what is on record now."""
        turn = Turn.of(tracker)
        draft = Draft.of(turn.slots)
        items = await database().read(told, turn, draft, datetime.now(UTC)) if draft else []
        for item in items:
            dispatcher.utter_message(json_message=item)
        # A second yes looks the booking up; it never books again.
        after = {**emptied(), "offer": "check_booking", "topic": None, "misunderstood": 0}
        return [SlotSet(name, value) for name, value in after.items()]


def told(session: Session, turn: Turn, draft: Draft, now: datetime) -> list[Item]:
    """Return what is said of a draft that is done."""
    if draft.task == "cancel" and draft.values.get("confirmed") is False:
        return [say("utter_booking_kept")]
    if response := draft.notes.get("told"):
        return [say(response)]
    if draft.notes.get("over"):
        return [say("utter_booking_over")]
    if place := draft.notes.get("waiting"):
        day = draft.notes["wait"]
        position = waiting.position(session, place)
        outlet = outlet_name(session, draft.values.get("outlet") or draft.notes["full_at"])
        return [say("utter_waiting", outlet=outlet, day={"date": day}, position=position)]
    if draft.task == "check" and not draft.values.get("which"):
        return listing(session, records.of_conversation(session, turn.conversation_id, now))
    record = records.record(session, draft.notes.get("made") or draft.values["which"])
    assert record is not None
    if draft.task == "cancel":
        return [
            say(
                "utter_booking_cancelled",
                reference=record.reference,
                what=what_of(session, record),
                buttons=BOOK,
            )
        ]
    if draft.notes.get("accepted"):
        return [_shown(session, record, BOOKED[record.state])]
    response = {"change": "utter_booking_moved", "check": "utter_booking"}.get(draft.task) or BOOKED[
        record.state
    ]
    return [_shown(session, record, response)]


def listing(session: Session, own: list[BookingRecord]) -> list[Item]:
    """Return a conversation's bookings, each with its buttons."""
    return [say("utter_bookings", count=len(own)), *(_shown(session, each, "utter_booking") for each in own)]


def _shown(session: Session, record: BookingRecord, response: str) -> Item:
    """Return a booking with all that a customer needs on the day."""
    lines: list[Item] = [words("line_when", time=moment(record.starts_at, record.time_zone))]
    outlet = store.outlet(session, record.outlet_key)
    assert outlet is not None
    if record.kind == "home_charger":
        lines.append(words("line_address", address=record.private.get("address", "")))
    else:
        lines.append(words("line_where", outlet=named(outlet.names), address=outlet.address))
        lines.append(words("line_map", link=map_link(outlet.point)))
    if record.kind == "test_drive":
        lines.append(words("line_bring_licence"))
    if outlet.sample:
        lines.append(words("line_sample"))
    item = say(
        response,
        reference=record.reference,
        what=what_of(session, record),
        state=words(f"state_{record.state}"),
        lines=listed(lines, style="lines"),
        buttons=_buttons(record),
    )
    return {**item, "calendar": record.id} if record.holds else item


def _buttons(record: BookingRecord) -> list[Any]:
    if not record.holds:
        return []
    named_one = {"booking_reference": record.reference}
    return [
        button("button_change", "change_booking", named_one),
        button("button_cancel_booking", "cancel_booking", named_one),
    ]
