"""What counts as an answer: a fast failure is not to look good."""

from __future__ import annotations

from collections.abc import Sequence

from channels.texts import Texts
from scripts.bench.client import Judge

#: What the assistant says when it cannot answer. All but the last two are faults of the machinery; those two
#: mean that a message of our mix was not understood, and so did not cost what an answer costs.
EXCUSES = ("utter_fault", "utter_slow", "utter_empty", "utter_clarify", "utter_not_understood")


def anything(said: Sequence[str]) -> str | None:
    """Accept any answer: the stock bot answers nothing at all when something is wrong."""
    return None if any(said) else "no answer"


def no_excuse(texts: Texts) -> Judge:
    """Accept an answer, but for those by which the assistant says that it has none."""
    excuses = {texts.say(name, language): name for name in EXCUSES for language in texts.languages}

    def judge(said: Sequence[str]) -> str | None:
        if not any(said):
            return "no answer"
        return next((excuses[text] for text in said if text in excuses), None)

    return judge
