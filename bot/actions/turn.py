"""What an action knows of the turn that it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk import Tracker

COUNTRIES = {"malaysia": "MY", "thailand": "TH"}


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that the customer named, in its canonical form."""

    kind: str
    value: Any
    start: int = 0
    role: str | None = None  # of a place: origin or destination of a journey
    end: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that the customer means."""

    intent: str
    text: str
    entities: tuple[Entity, ...] = ()

    def values(self, kind: str) -> list[Any]:
        """Return the different values of a kind of entity, in the order in which they were named."""
        values: list[Any] = []
        for entity in self.entities:
            if entity.kind == kind and entity.value not in values:
                values.append(entity.value)
        return values

    def value(self, kind: str) -> Any:
        """Return the first value of a kind of entity, or None."""
        return next((entity.value for entity in self.entities if entity.kind == kind), None)

    def place(self, role: str) -> Any:
        """Return the first place with a role in a journey, or None."""
        return next(
            (each.value for each in self.entities if each.kind == "place" and each.role == role), None
        )

    def country(self) -> str | None:
        """Return the market whose country is named, or None; a town alone does not tell it."""
        return next((COUNTRIES[place] for place in self.values("place") if place in COUNTRIES), None)


@dataclass(frozen=True, slots=True)
class Turn:
    """A message with what is remembered of the conversation."""

    conversation_id: str
    message_id: str
    text: str
    language: str
    market: str
    questions: tuple[Question, ...]
    ranking: tuple[str, ...] = ()
    slots: Mapping[str, Any] = field(default_factory=dict)
    location: tuple[float, float] | None = None  # latitude and longitude that came with the message

    @classmethod
    def of(cls, tracker: Tracker) -> "Turn":
        """Read the turn from what Rasa sends to an action."""
        latest = tracker.latest_message
        metadata = latest.get("metadata") or {}
        intent = (latest.get("intent") or {}).get("name") or ""
        parts = latest.get("questions") or [
            {"intent": intent, "text": latest.get("text") or "", "entities": latest.get("entities") or []}
        ]
        return cls(
            conversation_id=tracker.sender_id,
            message_id=str(latest.get("message_id") or metadata.get("message_id") or ""),
            text=latest.get("text") or "",
            language=metadata.get("language") or "en",
            market=metadata.get("market") or "MY",
            questions=tuple(_question(part) for part in parts),
            ranking=tuple(ranked["name"] for ranked in latest.get("intent_ranking") or []),
            slots=dict(tracker.slots),
            location=_location(metadata.get("location")),
        )

    def remembering(self, slots: Mapping[str, Any]) -> "Turn":
        """Return the turn as it stands after an answer has changed what is remembered."""
        return replace(self, slots={**self.slots, **slots})

    def market_of(self, question: Question) -> str:
        """Return the market of a question: the country named now, named before, or the customer's."""
        return question.country() or self.slots.get("market") or self.market


def _location(shared: Mapping[str, float] | None) -> tuple[float, float] | None:
    return (shared["latitude"], shared["longitude"]) if shared else None


def _question(part: Mapping[str, Any]) -> Question:
    entities = [
        Entity(e["entity"], e["value"], e.get("start") or 0, e.get("role"), e.get("end") or 0)
        for e in part.get("entities") or []
    ]
    return Question(part["intent"], part["text"], tuple(sorted(entities, key=lambda entity: entity.start)))
