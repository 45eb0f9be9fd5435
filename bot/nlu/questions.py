"""Finds the several questions of one message, so that each of them gets its answer."""

import re
from typing import Any, Awaitable, Callable, Dict, List, Text

from rasa.core.channels.channel import UserMessage

from bot.nlu.normalise import plain

SURE = 0.7  # confidence at which a part of a message counts as a question of its own
MOST_PARTS = 4
CAR = ("model", "variant")
JOURNEY = "plan_journey"
FRAGMENT = ("inform", "nlu_fallback")
COMPARED = {"compare_models", "ask_lineup", "ask_spec"}
LONGEST_LEVEL = 30  # characters; a longer part asks about the battery instead of telling its level
SHORTEST_MESSAGE = 12  # characters; a shorter one holds no two questions

BREAK = re.compile(
    r"[?？!！。;；\n]+\s*|[,，、]\s*|\.\s+"
    r"|\s+(?:and|plus|also|dan|serta|lepas tu|pastu|juga)\s+"
    r"|(?:另外|还有|以及|而且|顺便问)|\s*(?:แล้วก็|และก็|และ|อีกอย่าง)\s*|\s+แล้ว(?=\S)",
    re.IGNORECASE,
)

WORD = re.compile(r"\w")  # marks alone are no question

Parse = Callable[[UserMessage], Awaitable[Dict[Text, Any]]]


async def questions_of(text: Text, parse: Parse) -> Dict[Text, Any]:
    """Return Rasa's parse of a message, with `questions` added where it asks several things.

    Each question is {"intent","entities","text"}. The message's own intent becomes that of the first.
    """
    whole = await parse(UserMessage(text))
    # A part is a message to Rasa like any other: it must not look like an intent either.
    parts = [part for part in (plain(part).strip() for part in BREAK.split(text)) if WORD.search(part)]
    if len(text) < SHORTEST_MESSAGE or not 1 < len(parts) <= MOST_PARTS:
        return whole
    questions: List[Dict[Text, Any]] = []
    for part in parts:
        parsed = await parse(UserMessage(part))
        name, confidence = parsed["intent"]["name"], parsed["intent"]["confidence"]
        question = {"intent": name, "confidence": confidence, "entities": parsed["entities"], "text": part}
        if confidence >= SURE and asks(name):
            if questions and continues(questions[-1], question):
                _join(questions[-1], question)
            elif questions and name == JOURNEY and of_journey(questions[-1]):
                _join(question, questions.pop())
                questions.append(question)
            else:
                questions.append(question)
        elif questions:  # "… of the #1 and the #3": what is no question belongs to the one before it
            _join(questions[-1], question)
    if len({subject(question) for question in questions}) < 2:
        if questions and whole["intent"]["name"] in FRAGMENT:  # "the price of the #1 and of the #3"
            whole["intent"] = {"name": questions[0]["intent"], "confidence": questions[0]["confidence"]}
        return whole
    if compares(whole) and {question["intent"] for question in questions} <= COMPARED:
        return whole  # "what sets the premium and the brabus apart" is one question
    whole["questions"] = questions
    whole["intent"] = {"name": questions[0]["intent"], "confidence": questions[0]["confidence"]}
    return whole


def asks(intent: Text) -> bool:
    """Tell whether an intent is a question that can be answered beside others."""
    return intent.startswith(
        ("ask_", "find_", "check_charger", "compare_", "recommend_", "plan_")
    ) and intent not in (
        "ask_help",
        "ask_identity",
    )


def compares(whole: Dict[Text, Any]) -> bool:
    """Tell whether a message surely compares two cars that it names."""
    named = sum(entity["entity"] in CAR for entity in whole["entities"])
    sure = whole["intent"]["confidence"] >= SURE
    return sure and whole["intent"]["name"] == "compare_models" and named > 1


def continues(question: Dict[Text, Any], after: Dict[Text, Any]) -> bool:
    """Tell whether a part goes on with the question before it: the same intent, and no other car named."""
    if question["intent"] == JOURNEY and of_journey(after):
        return True
    names_car = [any(entity["entity"] in CAR for entity in each["entities"]) for each in (question, after)]
    return question["intent"] == after["intent"] and not all(names_car)


def of_journey(part: Dict[Text, Any]) -> bool:
    """Tell whether a part beside a journey belongs to it: "where do I charge", "the battery is at 80%"."""
    kinds = {entity["entity"] for entity in part["entities"]}
    if part["intent"] == "find_charger":
        return not kinds & {"place", "station"}
    return part["intent"] == "ask_battery" and "percent" in kinds and len(part["text"]) <= LONGEST_LEVEL


def _join(question: Dict[Text, Any], part: Dict[Text, Any]) -> None:
    offset = len(question["text"]) + 1
    question["entities"] = question["entities"] + [
        {**each, "start": each.get("start", 0) + offset, "end": each.get("end", 0) + offset}
        for each in part["entities"]
    ]
    question["text"] += " " + part["text"]


def subject(question: Dict[Text, Any]) -> Any:
    """Return what tells one question from another: its intent and the values that it names."""
    return question["intent"], tuple(sorted(str(entity["value"]) for entity in question["entities"]))
