"""Talk about the talk itself: help, languages, a yes or a no, what was not understood."""

from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.lexicon import names_its_booking, wished
from bot.actions.say import Item, button, say
from bot.actions.turn import Question, Turn

LANGUAGES = ("en", "ms", "zh", "th")
BOOKING = "booking_form"
MOST_MEANINGS = 3
ASK_AGENT = button("button_agent", "talk_to_agent")
START = (
    button("button_models", "ask_lineup"),
    button("button_prices", "ask_price"),
    button("button_recommend", "recommend_model"),
    ASK_AGENT,
)
UNSPOKEN = ("inform", "out_of_scope", "nlu_fallback", "affirm", "deny", "cancel", "greet", "goodbye", "thank")
OFFERED_ANYWAY = ("talk_to_agent",)
SUBJECT_KINDS = (
    *("model", "variant", "attribute", "place", "brand", "money", "need", "percent"),
    *("station", "network", "connector", "power", "current", "availability", "ordinal", "weather"),
)
PLACED = ("find_charger", "check_charger", "plan_journey", "find_outlet")  # questions that a position answers
# What, named in a message that says little else, goes on with the question before it.
GOING_ON: dict[str, set[str]] = {
    "find_charger": {"power", "current", "connector", "network", "availability", "ordinal", "station"},
    "check_charger": {"power", "current", "connector", "network", "availability", "ordinal", "station"},
    "ask_charging_time": {"percent", "power", "current", "connector", "model", "variant"},
    "plan_journey": {"percent", "weather", "place", "model", "variant"},
    "find_outlet": {"ordinal", "place", "outlet", "date_time"},
}
MONEY_TOPICS = ("ask_financing", "ask_running_cost")  # an amount belongs to them, not to a budget
# What is named settles a doubt: a fact of the car, where a drive goes, a charger, or a car and little else.
EVIDENCE: tuple[tuple[str, set[str]], ...] = (
    ("ask_spec", {"attribute"}),
    ("recommend_model", {"need"}),
    ("plan_journey", {"destination"}),
    ("check_charger", {"station"}),
    ("find_charger", {"availability"}),
    ("ask_service", {"place"}),
    ("inform", {"model", "variant", "place"}),
)


class Help(AnswerAction):
    """Says what the assistant can do."""

    intent = "ask_help"
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Offer the things that work today."""
        return Answer([say("utter_help", buttons=START)])


class ChangeLanguage(AnswerAction):
    """Goes on in the language that the customer asks for."""

    intent = "change_language"
    follows_up = False

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Confirm in the new language, or offer those that there are."""
        language = next((named for named in question.values("language") if named in LANGUAGES), None)
        here = {"market": turn.slots.get("market")}  # "ภาษาไทย" names a language, not the country
        if language is not None:
            return Answer([{**say("utter_language_changed", buttons=START), "language": language}], here)
        choices = [button(f"language_{code}", "change_language", {"language": code}) for code in LANGUAGES]
        return Answer([say("utter_language_which", buttons=choices)], here)


class Inform(AnswerAction):
    """A bare fragment: the last question again, about what is named now."""

    intent = "inform"
    follows_up = False
    takes_number = True

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Hand the fragment to the question that it belongs to."""
        if wished(question):
            return Answer([], follow=BOOKING)
        if is_position(turn):
            return position(session, turn, question)
        kinds = _kinds(question)
        topic = AnswerAction.by_intent.get(turn.slots.get("topic") or "")
        going_on = kinds & GOING_ON.get(turn.slots.get("topic") or "", set())
        if "way" in kinds:
            topic = AnswerAction.by_intent["plan_journey"]
        elif ("attribute" in kinds and not going_on) or (topic is None and kinds & {"model", "variant"}):
            topic = AnswerAction.by_intent["ask_spec"]
        elif "need" in kinds or ("money" in kinds and turn.slots.get("topic") not in MONEY_TOPICS):
            topic = AnswerAction.by_intent["recommend_model"]
        if topic is None or not (going_on or kinds & set(SUBJECT_KINDS)):
            return not_understood(turn, question)
        answer = topic.answer(session, turn, question)
        return Answer(answer.items, {"topic": topic.intent, **answer.slots})


class Affirm(AnswerAction):
    """A yes: takes up what was offered."""

    intent = "affirm"
    writes = True
    follows_up = False
    takes_number = True

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Do what was offered, or ask what the yes is for."""
        offered = AnswerAction.by_intent.get(turn.slots.get("offer") or "")
        if offered is None:
            return Answer([say("utter_affirm", buttons=START)])
        answer = offered.answer(session, turn, question)
        topic = {"topic": offered.intent} if offered.follows_up else {}
        return Answer(answer.items, {**topic, **answer.slots})


class Deny(AnswerAction):
    """A no: leaves it at that, with a way on."""

    intent = "deny"
    follows_up = False
    takes_number = True

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Accept the no."""
        return Answer([say("utter_deny", buttons=START)])


class Cancel(AnswerAction):
    """Stops what is under way."""

    intent = "cancel"
    follows_up = False
    takes_number = True

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Forget the subject and say that all is stopped; right after a booking, ask whether it is meant."""
        if turn.slots.get("offer") == "check_booking":
            return Answer([], follow=BOOKING)
        return Answer([say("utter_cancel", buttons=START)], {"topic": None, "phone": None})


class Clarify(AnswerAction):
    """Asks back where the meaning is not sure: the likeliest meanings first, then a person."""

    intent = "nlu_fallback"
    follows_up = False

    def name(self) -> str:
        """Return the action's name in the domain, where it stands for what no rule foresees as well."""
        return "action_clarify"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Answer where what is named makes one likely meaning sure; else offer the likeliest meanings."""
        if wished(question) or names_its_booking(question, next(iter(turn.ranking), "")):
            return Answer([], follow=BOOKING)
        if is_position(turn):
            return position(session, turn, question)
        kinds = _kinds(question)
        likeliest = [intent for intent in turn.ranking if intent != self.intent][:MOST_MEANINGS]
        topic = turn.slots.get("topic") or ""
        if kinds & GOING_ON.get(topic, set()):
            likeliest.append(topic)
        for intent, evidence in ((topic, GOING_ON.get(topic, set())), *EVIDENCE):
            if intent in likeliest and kinds & evidence:
                answer = AnswerAction.by_intent[intent].answer(session, turn, question)
                return Answer(answer.items, {"topic": intent, **answer.slots})
        return not_understood(turn, question)


def _kinds(question: Question) -> set[str]:
    """Return what is named: kinds of entities, the destination of a journey, and its way from end to end."""
    kinds = {entity.kind for entity in question.entities}
    if question.place("destination"):
        kinds |= {"destination", "way"} if question.place("origin") else {"destination"}
    return kinds


def is_position(turn: Turn) -> bool:
    """Tell whether the customer shared a position and wrote nothing."""
    return turn.location is not None and not turn.text.strip()


def position(session: Session, turn: Turn, question: Question) -> Answer:
    """Answer a shared position: the last question that a place belongs to, else the chargers near it."""
    topic = turn.slots.get("topic")
    action = AnswerAction.by_intent[topic if topic in PLACED else "find_charger"]
    answer = action.answer(session, turn, question)
    return Answer(answer.items, {"topic": action.intent, **answer.slots})


def not_understood(turn: Turn, question: Question) -> Answer:
    """Return the question back: two or three meanings as buttons, or after a second miss a person."""
    misses = int(turn.slots.get("misunderstood") or 0) + 1
    slots: dict[str, Any] = {"misunderstood": misses}
    meanings = [intent for intent in turn.ranking if intent not in UNSPOKEN + OFFERED_ANYWAY][:MOST_MEANINGS]
    if misses > 1 or not meanings:
        more = [ASK_AGENT, *START[:2]]
        return Answer([say("utter_not_understood", buttons=more)], {**slots, "offer": "talk_to_agent"})
    return Answer(
        [say("utter_clarify", buttons=[*(_meaning(intent, question) for intent in meanings), ASK_AGENT])],
        slots,
    )


def _meaning(intent: str, question: Question) -> Item:
    named = {entity.kind: entity.value for entity in question.entities if isinstance(entity.value, str)}
    return button(f"meaning_{intent}", intent, named)
