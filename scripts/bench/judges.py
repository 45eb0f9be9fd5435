"""What counts as an answer: a fast failure is not to look good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from channels.texts import Texts
from scripts.bench.client import Judge

#: What the assistant says when it cannot answer: the first two when something is broken, the others when a
#: message of our mix is none that it can answer from its records, and so does not cost what an answer costs.
EXCUSES = ("utter_fault", "utter_slow", "utter_empty", "utter_clarify", "utter_not_understood", "utter_soon")
#: Stands for an argument of a text, whatever it is.
_ANY = "\N{OBJECT REPLACEMENT CHARACTER}"


def anything(said: Sequence[str]) -> str | None:
    """Accept any answer: the stock bot answers nothing at all when something is wrong."""
    return None if any(said) else "no answer"


def no_excuse(texts: Texts) -> Judge:
    """Accept an answer, but for those by which the assistant says that it has none."""
    excuses = {name: re.compile("|".join(_patterns(texts, name))) for name in EXCUSES}

    def judge(said: Sequence[str]) -> str | None:
        if not any(said):
            return "no answer"
        return next((name for name, text in excuses.items() for each in said if text.fullmatch(each)), None)

    return judge


def _patterns(texts: Texts, name: str) -> Iterator[str]:
    for language in texts.languages:
        text = texts.say(name, language, feature=_ANY)
        yield ".+".join(re.escape(part) for part in text.split(_ANY))
