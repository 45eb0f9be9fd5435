"""What is kept of the customer, and what the customer wants done with it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.privacy import requests
from bot.actions.privacy.words import going, lines
from bot.actions.say import Item, button, say, words
from bot.actions.turn import Question, Turn
from knowledge import conversations
from knowledge.privacy import consents
from knowledge.privacy.kept import kept
from knowledge.privacy.retention import BOOKING, TALK

REQUEST = "privacy_request"  # entity of the buttons
ASKED = "erasure_asked"  # slot: the message that was answered with the question whether to erase
YES_WITHIN = timedelta(hours=1)


class AskPrivacy(AnswerAction):
    """Says what is kept; exports it, erases it, stops and starts messages."""

    intent = "ask_privacy"
    writes = True
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Do what a button or the text asks for, else say what is kept."""
        now = datetime.now(UTC)
        if question.intent == "affirm":  # to what was offered
            return _erased(session, turn, now) if _was_asked(session, turn, now) else _ask(session, turn, now)
        match question.value(REQUEST) or requests.read(question.text):
            case requests.EXPORT:
                return Answer([say("utter_privacy_export") | {"export": turn.conversation_id}])
            case requests.ERASE:
                return _ask(session, turn, now)
            case requests.ERASE_CONFIRMED:
                return _erased(session, turn, now)
            case requests.KEEP:
                return Answer([say("utter_privacy_unchanged", buttons=[_button(requests.EXPORT)])])
            case requests.STOP:
                consents.stop_messages(session, turn.conversation_id, turn.language, now)
                return Answer([say("utter_privacy_stopped", buttons=[_button(requests.START)])])
            case requests.START:
                consents.start_messages(session, turn.conversation_id, turn.language, now)
                notice = words("privacy_notice_messages")
                return Answer([say("utter_privacy_started", notice=notice, buttons=[_button(requests.STOP)])])
        return _overview(session, turn, now)


def _overview(session: Session, turn: Turn, now: datetime) -> Answer:
    found = kept(session, turn.conversation_id, now)
    buttons = [
        _button(requests.EXPORT),
        _button(requests.ERASE),
        _button(requests.STOP if found.may_message else requests.START),
        button("button_agent", "talk_to_agent"),
    ]
    return Answer(
        [
            say(
                "utter_privacy",
                kept=lines(found, turn.market),
                talk=TALK.months,
                booking=BOOKING.months,
                buttons=buttons,
            )
        ]
    )


def _ask(session: Session, turn: Turn, now: datetime) -> Answer:
    """Say plainly what would go, and ask."""
    found = kept(session, turn.conversation_id, now)
    buttons = [
        button("button_privacy_erase_confirmed", "ask_privacy", {REQUEST: requests.ERASE_CONFIRMED}),
        button("button_privacy_keep", "ask_privacy", {REQUEST: requests.KEEP}),
    ]
    item = say("utter_privacy_erase", kept=going(found, turn.market), buttons=buttons)
    return Answer([item], {"offer": AskPrivacy.intent, ASKED: turn.message_id})


def _was_asked(session: Session, turn: Turn, now: datetime) -> bool:
    """Tell whether the question whether to erase is the last thing that was said, and not long ago."""
    asked = str(turn.slots.get(ASKED) or "")
    return asked.isdecimal() and conversations.answered_last(
        session, turn.conversation_id, int(asked), now - YES_WITHIN
    )


def _erased(session: Session, turn: Turn, now: datetime) -> Answer:
    """Have all erased by the end of this turn, together with this reply, or not at all."""
    cancelled = kept(session, turn.conversation_id, now).upcoming
    return Answer([say("utter_privacy_erased", cancelled=cancelled) | {"erase": True}])


def _button(request: str) -> Item:
    return button(f"button_privacy_{request}", "ask_privacy", {REQUEST: request})
