"""Recognises a wish to book that is little else than its details, which hide it from the classifier.

"Test drive the #3 in Ipoh, Sat 2pm, Daniel, 016-555 0199" looks like a list of facts, and because of the
number like a wish to be rung.
"""

from typing import Any, Dict, Text

from bot.nlu.doubt import ASK_BELOW

#: Intents that a list of details is taken for.
TAKEN_FOR = {"inform", "request_callback"}
PERSON = {"person_name", "phone", "plate"}
PLACE_OR_TIME = {"date_time", "place"}
SURE = 0.9


def with_wish(parsed: Dict[Text, Any]) -> Dict[Text, Any]:
    """Return a parse whose intent is the booking that it names with details of a person and a place or time.

    What is surely another question stays that question.
    """
    name, confidence = parsed["intent"]["name"], parsed["intent"]["confidence"]
    named = {entity["entity"] for entity in parsed["entities"]}
    kind = next((each["value"] for each in parsed["entities"] if each["entity"] == "booking_kind"), None)
    unsure = name in TAKEN_FOR or confidence < ASK_BELOW
    if kind is None or not unsure or "questions" in parsed or not (named & PERSON and named & PLACE_OR_TIME):
        return parsed
    return {**parsed, "intent": {"name": f"book_{kind}", "confidence": SURE}}
