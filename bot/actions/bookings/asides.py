"""Questions about an appointment while it is made: how long, at what cost, what to bring, with whom."""

import re

from bot.actions.bookings.draft import MAKES, Draft
from bot.actions.bookings.heard import ANSWERS, Heard, Taken
from bot.actions.lexicon import word_for
from bot.actions.say import say, words
from knowledge.bookings import fits

ASKING = re.compile(r"[?？吗呢]|ไหม|มั้ย|ไหน|(?i:\b(?:ke|tak)\W*$)")
OPEN = ("need", "address", "name")  # fields that are answered in words of all kinds


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Answer a question about the booking in the making from what is on record; None where it is none."""
    asked = None if heard.pressed else word_for("asks", heard.text)
    if asked is None or draft.task not in (*MAKES, "change"):
        return None
    about = heard.question.value("booking_kind")
    # "How long does it take" is of the appointment; with a car or a level in it, a question of its own.
    bare = asked != "cost" and not heard.question.entities
    if heard.question.intent not in ANSWERS and about != draft.kind and not bare:
        return None
    if heard.asked in OPEN and not ASKING.search(heard.text):
        return None
    if heard.question.value("date_time") or heard.question.value("phone"):
        return None
    if asked == "length":
        return _length(heard, draft)
    if asked == "bring":
        return Taken(
            draft, [say("utter_bring_licence" if draft.kind == "test_drive" else "utter_bring_nothing")]
        )
    return Taken(draft, [say(f"utter_booking_{asked}", kind=words(f"kind_{draft.kind}"))])


def _length(heard: Heard, draft: Draft) -> Taken:
    """Tell how much time is set aside, where it is the same for all that fits."""
    lengths = {each.slot_minutes for each in fits.fitting(heard.session, draft.wanted)}
    if len(lengths) != 1:
        return Taken(draft, [say("utter_booking_length_unknown")])
    [minutes] = lengths
    return Taken(draft, [say("utter_booking_length", length={"measure": minutes, "unit": "min"})])
