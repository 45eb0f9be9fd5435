"""Questions about an appointment while it is made: how long, at what cost, what to bring, with whom."""

import re

from bot.actions.bookings.draft import MAKES, Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.lexicon import without, word_for
from bot.actions.say import say, words
from knowledge.bookings import fits

ASKS = re.compile(r"[?？吗呢]|ไหม|มั้ย|ไหน|(?i:\b(?:ke|tak)\W*$)")
# So many letters beside the words of the question are of no other subject: "does it take", "那", "คะ".
LATIN, THAI, HAN = re.compile("[a-z]"), re.compile("[\u0e01-\u0e4e]"), re.compile("[\u4e00-\u9fff]")
MOST_BESIDE = {LATIN: 12, THAI: 6, HAN: 2}
PRICE = "ask_price"
OPEN = ("need", "address", "name")  # fields that are answered in words of all kinds


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Answer a question about the booking in the making from what is on record; None where it is none."""
    asked = None if heard.pressed else word_for("asks", heard.text)
    if asked is None or draft.task not in (*MAKES, "change"):
        return None
    named = {each.kind: each.value for each in heard.question.entities}
    if named and named != {"booking_kind": draft.kind}:
        return None  # "how long does the #1 take" is a question of its own
    if not named and (heard.question.intent == PRICE or not _is_all(heard.text, asked)):
        return None  # "how much is it again" is of the car
    if heard.asked in OPEN and not ASKS.search(heard.text):
        return None
    if asked == "length":
        return _length(heard, draft)
    if asked == "bring":
        return Taken(
            draft, [say("utter_bring_licence" if draft.kind == "test_drive" else "utter_bring_nothing")]
        )
    return Taken(draft, [say(f"utter_booking_{asked}", kind=words(f"kind_{draft.kind}"))])


def _is_all(text: str, asked: str) -> bool:
    """Tell whether a message asks this and nothing else."""
    beside = without(text, "asks", asked)
    return all(len(letters.findall(beside)) <= most for letters, most in MOST_BESIDE.items())


def _length(heard: Heard, draft: Draft) -> Taken:
    """Tell how much time is set aside, where it is the same for all that fits."""
    lengths = {each.slot_minutes for each in fits.fitting(heard.session, draft.wanted)}
    if len(lengths) != 1:
        return Taken(draft, [say("utter_booking_length_unknown")])
    [minutes] = lengths
    return Taken(draft, [say("utter_booking_length", length={"measure": minutes, "unit": "min"})])
