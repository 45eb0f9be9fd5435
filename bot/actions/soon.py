"""Questions whose feature is still being built: said plainly, with a person as the way on."""

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.say import button, say, words
from bot.actions.turn import COUNTRIES, Question, Turn

WAYS_ON = (button("button_agent", "talk_to_agent"), button("button_callback", "request_callback"))

INTENTS = (
    "ask_financing",
    "ask_promotion",
    "ask_delivery",
    "ask_trade_in",
    "ask_buying_process",
)


class Soon(AnswerAction):
    """Says that this is on the way, and offers a person."""

    def __init__(self, intent: str = "") -> None:
        self.intent = intent or type(self).intent

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Name what is on the way."""
        return Answer(
            [say("utter_soon", feature=words(f"meaning_{self.intent}"), buttons=WAYS_ON)],
            {"offer": "talk_to_agent"},
        )


AnswerAction.by_intent.update({intent: Soon(intent) for intent in INTENTS})


class AskService(Soon):
    """Finds the service centres of a town or state that is named; the rest of this is on the way."""

    intent = "ask_service"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Look for a service centre where the customer is, or name what is on the way."""
        if all(place in COUNTRIES for place in question.values("place")):
            return super().answer(session, turn, question)
        answer = AnswerAction.by_intent["find_outlet"].answer(session, turn, question)
        return Answer(answer.items, {"topic": "find_outlet", **answer.slots})


class Breakdown(Soon):
    """Puts safety first and a person next; the rest of this feature is on the way."""

    intent = "report_breakdown"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say what keeps people safe, and offer a person at once."""
        return Answer([say("utter_breakdown", buttons=WAYS_ON)], {"offer": "talk_to_agent"})


class Complain(Soon):
    """Takes a complaint seriously: an apology without excuses, and a person."""

    intent = "complain"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Apologise and offer a person who can act."""
        return Answer([say("utter_complain", buttons=WAYS_ON)], {"offer": "talk_to_agent"})


class Feedback(Soon):
    """Thanks for a comment; ratings are kept once that feature is built."""

    intent = "give_feedback"
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Thank the customer."""
        return Answer([say("utter_feedback", buttons=WAYS_ON[:1])], {"offer": "talk_to_agent"})
