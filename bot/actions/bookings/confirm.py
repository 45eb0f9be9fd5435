"""The yes to a summary: on it alone anything is booked, moved or cancelled."""

from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.lexicon import says_only, word_for
from bot.actions.say import say


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Take a yes where a summary was shown; a no asks what should be different."""
    if draft.task == "test_drive" and word_for("licence", heard.text):
        # Somebody else drives: the booking is in that person's name.
        return Taken(draft.knowing(name=None), [say("utter_licence_needed")])
    if heard.asked != "confirmed" or draft.missing != "confirmed":
        return None
    if draft.task == "cancel":
        return _cancelling(heard, draft)
    if heard.yes and not says_only("hesitates", heard.text):
        return Taken(draft.knowing(confirmed=True))
    if field := heard.choice("change") or (None if heard.pressed else word_for("change", heard.text)):
        return Taken(_without(draft, field))
    if heard.no:
        return Taken(draft.noting(changing=True))
    return None


def _cancelling(heard: Heard, draft: Draft) -> Taken | None:
    """A "cancel" is a yes to the question whether to cancel; a no leaves the booking as it is."""
    if heard.yes or heard.question.intent in ("cancel_booking", "cancel"):
        return Taken(draft.knowing(confirmed=True))
    if heard.no:
        return Taken(draft.knowing(confirmed=False))
    return None


def _without(draft: Draft, name: str) -> Draft:
    """Return the draft with one field to be asked for anew; where it is decides when it can be."""
    if name not in draft.values:
        return draft
    if name == "outlet":
        return draft.knowing(outlet=None, time=None).noting(offers=None, day=None, near=None)
    if name == "time":
        return draft.knowing(time=None).noting(offers=None, day=None, wait=None)
    return draft.knowing(**{name: None})
