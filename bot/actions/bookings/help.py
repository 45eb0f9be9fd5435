"""While a booking is made: what is not understood, and a stop."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.bookings.draft import Draft, emptied
from bot.actions.say import say
from bot.actions.turn import Question, Turn


class BookingHelp(Action):
    """Says that the message was no answer; the question comes again after it."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_booking_help"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Say so, and how to stop."""
        dispatcher.utter_message(json_message=say("utter_booking_help"))
        return []


class StopBooking(AnswerAction):
    """Forgets the booking that was being made; what is booked already stays."""

    intent = "stop_booking"
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say that nothing was booked, or changed."""
        draft = Draft.of(turn.slots)
        task = draft.task if draft else "check"
        response = {
            "change": "utter_change_stopped",
            "cancel": "utter_change_stopped",
            "check": "utter_lookup_stopped",
        }.get(task, "utter_booking_stopped")
        return Answer([say(response)], {**emptied(), "topic": None})
