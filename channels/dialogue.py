"""One turn of a conversation: language, button, Rasa, words."""

import logging
import re
from collections.abc import Sequence
from typing import Any

from channels import choices
from channels.choices import Choice
from channels.inbox import Turn
from channels.language import DEFAULT, Languages
from channels.message import Reply
from channels.metrics import Metrics
from channels.rasa import Rasa
from channels.replies import Replies
from channels.turns import Ending

logger = logging.getLogger(__name__)

TEXT_LIMIT = 1000  # characters that Rasa is asked about; a longer message is kept all the same
TOO_LONG, EMPTY, FAULT, SLOW, OLD_BUTTON = OWN_SENTENCES = (
    "utter_too_long",
    "utter_empty",
    "utter_fault",
    "utter_slow",
    "utter_old_button",
)
THAILAND, MALAYSIA = "TH", "MY"
FORGED = re.compile(r"^\s*/+\s*(\w+)\s*\{.*", re.DOTALL)  # '/inform{"phone": …}'


class Dialogue:
    """Works out what is said in a turn, and where the conversation stands after it; stores nothing."""

    def __init__(self, rasa: Rasa, replies: Replies, languages: Languages, metrics: Metrics) -> None:
        texts = replies.texts
        missing = [
            f"bot/messages/{language}: {sentence}"
            for language in languages.codes
            for sentence in OWN_SENTENCES
            if not texts.has(sentence, language)
        ]
        if missing:
            raise ValueError("the message catalogue lacks " + ", ".join(missing))
        self._rasa, self._languages, self._metrics = rasa, languages, metrics
        self._replies, self._texts = replies, texts

    async def turn(self, turn: Turn) -> tuple[Ending, str | None]:
        """Return how the turn ends and the intent that was understood; raises a RasaError."""
        choice = choices.pressed(turn.standing.choices, turn.message)
        language = self._language(turn, choice)
        market = turn.standing.market or (THAILAND if language == "th" else None)
        text = choice.title if choice else plain(turn.message.text)
        if len(text) > TEXT_LIMIT:
            return self._own(turn, TOO_LONG, language, length=len(text), limit=TEXT_LIMIT), None
        if not text and turn.message.location is None:
            return self._own(turn, EMPTY, language), None
        if choice is None and choices.TOKEN.fullmatch(text):
            return self._own(turn, OLD_BUTTON, language), None
        with self._metrics.seconds.labels("rasa").time():
            answer = await self._rasa.turn(_body(turn, text, choice, language, market or MALAYSIA))
        with self._metrics.seconds.labels("render").time():
            try:
                replies, language, chosen = self._render(turn, answer.replies, language)
            except Exception:
                # A gap in the catalogue or in an action's arguments: trying again would find the same.
                logger.exception("cannot put a reply into words: event=%d", turn.inbox_id)
                return self.fault(turn), answer.intent
        # What erases a customer's data leaves no state and no earlier button behind either.
        erases = any(item.get("erase") for item in answer.replies)
        buttons = {} if erases else turn.standing.choices
        offered, shown = choices.offer(buttons, [reply for reply, _ in replies])
        ending = Ending(
            replies=tuple((reply, each[1]) for reply, each in zip(shown, replies, strict=True)),
            language=language,
            chosen=chosen or turn.message.language is not None,
            market=market,
            state=None if erases else answer.state,
            choices=offered,
            erases=erases,
        )
        return ending, answer.intent

    def fault(self, turn: Turn) -> Ending:
        """Return the ending of a turn that could not be answered: say so, and leave all as it was."""
        choice = choices.pressed(turn.standing.choices, turn.message)
        return self._own(turn, FAULT, self._language(turn, choice), failed=True)

    def say_slow(self, language: str | None) -> Reply:
        """Return what is said when the answer takes longer than a channel can wait."""
        return Reply(self._texts.say(SLOW, language if language in self._languages.codes else "en"))

    def _language(self, turn: Turn, choice: Choice | None) -> str:
        standing, message = turn.standing, turn.message
        if message.language in self._languages.codes:
            return message.language
        if standing.language_chosen and standing.language in self._languages.codes:
            return standing.language
        if choice is not None or choices.TOKEN.fullmatch(message.text.strip()):
            # A button says nothing of the language, and its token has letters that would mislead.
            return standing.language if standing.language in self._languages.codes else DEFAULT
        return self._languages.detect(message.text, standing.language or message.hint)

    def _own(self, turn: Turn, sentence: str, language: str, *, failed: bool = False, **args: int) -> Ending:
        return Ending(
            replies=((Reply(self._texts.say(sentence, language, **args)), language),),
            language=language,
            chosen=turn.message.language is not None,
            market=turn.standing.market,
            state=turn.standing.state,
            choices=turn.standing.choices,
            failed=failed,
        )

    def _render(
        self, turn: Turn, items: Sequence[dict[str, Any]], language: str
    ) -> tuple[list[tuple[Reply, str]], str, bool]:
        replies, chosen = [], False
        for item in items:
            asked = item.get("language")
            if asked in self._languages.codes:
                language, chosen = asked, True
            replies.append((self._replies.render(item, language, turn.standing.id), language))
        return replies, language, chosen


def plain(text: str) -> str:
    """Return a text that nobody takes for an intent: without the slashes that begin one, and its entities."""
    return re.sub(r"^[\s/]+", "", FORGED.sub(r"\1", text)).rstrip()


def _body(turn: Turn, text: str, choice: Choice | None, language: str, market: str) -> dict[str, Any]:
    message, standing = turn.message, turn.standing
    return {
        "sender": standing.id,
        "message": text,
        "choice": choice.payload if choice else None,
        "message_id": str(turn.inbox_id),
        "metadata": {
            "language": language,
            "language_chosen": standing.language_chosen or message.language is not None,
            "market": market,
            "channel": message.channel,
            "location": message.location.to_json() if message.location else None,
        },
        "state": standing.state,
    }
