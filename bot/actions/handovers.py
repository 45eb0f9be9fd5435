"""Handing over to a person: now in this chat, or by phone."""

from typing import Any

import phonenumbers
from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.say import button, say
from bot.actions.turn import Question, Turn
from knowledge import conversations, handovers

CALLBACK = button("button_callback", "request_callback")
STOP = button("button_cancel", "cancel")
REASON_WITHIN = 10  # messages back from the one that asks
REGIONS = ("MY", "TH")


def _store(
    session: Session, turn: Turn, question: Question, kind: str, phone: str | None
) -> handovers.Handover:
    topic = turn.slots.get("topic")
    return handovers.request(
        session,
        kind=kind,
        conversation_id=turn.conversation_id,
        request_key=f"{kind}-{turn.message_id}",
        reason=_reason(session, turn, question) or topic or kind,
        topic=topic,
        language=turn.language,
        market=turn.market_of(question),
        phone=phone,
    )


def _reason(session: Session, turn: Turn, question: Question) -> str:
    """Return why the customer asks, in the customer's own words: a bare number or a button is no reason."""
    number = int(turn.message_id) if turn.message_id.isdecimal() else 0
    asking = conversations.message_of(session, number)
    # What the customer has written since, without waiting for this answer, is no reason for it.
    newest = None if asking is None else asking + 1
    written = conversations.before(session, turn.conversation_id, newest, limit=REASON_WITHIN)
    texts = [each.text for each in written if each.direction == "in"]
    return next((text for text in [question.text, *reversed(texts)] if _says_something(text)), "")


def _says_something(text: str) -> bool:
    return not text.startswith("/") and sum(character.isalpha() for character in text) > 1


class TalkToAgent(AnswerAction):
    """Puts the conversation before a person."""

    intent = "talk_to_agent"
    writes = True
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Store the request, and say honestly when a person answers."""
        stored = _store(session, turn, question, "agent", None)
        return Answer([say("utter_agent", reference=stored.reference, buttons=[CALLBACK])])


class RequestCallback(AnswerAction):
    """Stores the request to be phoned, once the number is known."""

    intent = "request_callback"
    writes = True
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Store the request with its number, and repeat both."""
        # Asked for by the form, or left unasked: "081-234-5678", "wrong number, it is 013-445 6677".
        phone = turn.slots.get("phone") or next(reversed(question.values("phone")), None)
        if not phone:
            raise ValueError("a callback needs a phone number: the form asks for it first")
        stored = _store(session, turn, question, "callback", phone)
        return Answer(
            [say("utter_callback", phone=readable(phone), reference=stored.reference)], {"phone": None}
        )


class ValidateCallbackForm(FormValidationAction):
    """Checks the number at once."""

    def name(self) -> str:
        """Return the name that Rasa derives from the form's."""
        return "validate_callback_form"

    def validate_phone(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """Keep a number that can be rung in Malaysia, Thailand or, with its code, anywhere.

        Of several the last one counts: "012… sorry, 013…".
        """
        last = value[-1] if isinstance(value, list) else value
        return {"phone": callable_number(str(last))}


class CallbackPhoneHelp(Action):
    """Says what a number looks like, when something else came."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_callback_phone_help"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Ask again, with examples and a way out."""
        dispatcher.utter_message(json_message=say("utter_phone_invalid", buttons=[STOP]))
        return []


def callable_number(text: str) -> str | None:
    """Return a phone number in E.164, or None where it is not a valid one."""
    for region in REGIONS:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def readable(phone: str) -> str:
    """Return an E.164 number as people write it."""
    number = phonenumbers.parse(phone)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


ACTIONS = [ValidateCallbackForm(), CallbackPhoneHelp()]
