"""What else is to be known: what the service is for, wait or leave the car, house or condo, the phase."""

import re

from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.odometer import odometer
from bot.actions.lexicon import word_for

LONGEST_NEED = 300
SHORTEST_NEED = 4
ANY_HOME = re.compile(r"(?i)\b(?:house|rumah)\b|屋子|บ้าน(?!เดี่ยว|แฝด)")
CHOSEN_WORDS = ("stay", "dwelling", "phase")


def read_need(heard: Heard, draft: Draft) -> Taken | None:
    """Take what the service is for: the regular one, or what is wrong, in the customer's own words."""
    if "need" not in draft.needs:
        return None
    chosen = heard.choice("need")
    if chosen == "regular":
        return Taken(draft.knowing(need={"kind": chosen}))
    if chosen is not None:
        return Taken(draft.noting(describing=True))
    reading = odometer(heard.text)
    kind = word_for("need", heard.text)
    known = draft.values.get("need")
    if heard.asked != "need":
        if known is not None or (reading is None and kind is None):
            return None
        return Taken(draft.knowing(need={"kind": kind or "regular", **_with(reading)}))
    told_else = heard.question.value("plate") or heard.question.value("phone")
    if heard.pressed or heard.yes or heard.no or told_else or "?" in heard.text:
        return None
    if len(heard.text) < SHORTEST_NEED and kind is None:
        return None
    told = {} if kind else {"text": heard.text[:LONGEST_NEED]}
    return Taken(draft.knowing(need={"kind": kind or "repair", **told, **_with(reading)}))


def read_words(heard: Heard, draft: Draft) -> Taken | None:
    """Take the fields whose values are words: how to stay, what kind of home, which phase."""
    found = {}
    for name in CHOSEN_WORDS:
        if name not in draft.needs:
            continue
        # "I don't know" answers a question about the phase, and no other.
        value = heard.choice(name) or (None if heard.pressed else word_for(name, heard.text))
        if value is None or (value == "unknown" and heard.asked != name):
            continue
        if name != heard.asked and (heard.asked in ("name", "need") or not _told(name, heard)):
            continue
        if draft.values.get(name) != value:
            found[name] = value
    return Taken(draft.knowing(**found)) if found else None


def _told(name: str, heard: Heard) -> bool:
    """Tell whether a word says what it seems to: "come and see my house" says nothing of the kind of home."""
    return name != "dwelling" or word_for(name, ANY_HOME.sub(" ", heard.text)) is not None


def _with(reading: int | None) -> dict[str, int]:
    return {} if reading is None else {"odometer": reading}
