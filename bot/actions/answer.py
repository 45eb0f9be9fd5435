"""The base of every action that answers: each question of a message gets its answer, in one transaction."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict
from sqlalchemy.orm import Session

from bot.actions.database import database
from bot.actions.lexicon import wished
from bot.actions.say import Item
from bot.actions.turn import Question, Turn

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, and what is remembered."""

    items: list[Item]
    slots: Mapping[str, Any] = field(default_factory=dict)
    follow: str | None = None  # the action that goes on, such as a form


class AnswerAction(Action, ABC):
    """An action named after its intent; `answer` makes one knowledge call and says what it found."""

    intent: str = ""
    writes: ClassVar[bool] = False
    follows_up: ClassVar[bool] = True  # "and the brabus?" repeats it with the new subject
    takes_number: ClassVar[bool] = False  # with a phone number in it, it asks to be rung
    by_intent: ClassVar[dict[str, "AnswerAction"]] = {}

    def __init_subclass__(cls) -> None:
        """Register the action under its intent, so that others can hand a question to it."""
        super().__init_subclass__()
        if cls.intent:
            AnswerAction.by_intent[cls.intent] = cls()

    def name(self) -> str:
        """Return the action's name in the domain."""
        return f"action_{self.intent}"

    @abstractmethod
    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Answer one question."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Answer every question of the message; what one answer remembers, the next one knows."""
        turn = Turn.of(tracker)
        handlers = [self._handler(turn, question) for question in turn.questions]
        transact = database().run if any(handler.writes for handler in handlers) else database().read
        items, slots, follow = await transact(_answer_all, turn, handlers)
        for item in items:
            dispatcher.utter_message(json_message=item)
        events = [SlotSet(name, value) for name, value in slots.items() if turn.slots.get(name) != value]
        return [*events, FollowupAction(follow)] if follow else events

    def _handler(self, turn: Turn, question: Question) -> "AnswerAction":
        if self.takes_number and question.value("phone") and wished(question) is None:
            return AnswerAction.by_intent["request_callback"]
        return self if len(turn.questions) == 1 else AnswerAction.by_intent.get(question.intent, self)


def _answer_all(
    session: Session, turn: Turn, handlers: list[AnswerAction]
) -> tuple[list[Item], dict[str, Any], str | None]:
    items: list[Item] = []
    follow: str | None = None
    slots: dict[str, Any] = {"misunderstood": 0, "offer": None}
    for question, handler in zip(turn.questions, handlers, strict=True):
        answer = handler.answer(session, turn, question)
        items += [item for item in answer.items if item not in items]
        slots |= {"topic": handler.intent} if handler.intent and handler.follows_up else {}
        if country := question.country():
            slots["market"] = country
        slots |= answer.slots
        follow = answer.follow or follow
        turn = turn.remembering(slots)
    return items, slots, follow
