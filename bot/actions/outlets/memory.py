"""What is remembered of a search for outlets, so that "the second one" and "on Sunday?" are understood."""

from dataclasses import asdict, dataclass
from typing import Any

from bot.actions.turn import Turn

SLOT = "outlets"


@dataclass(frozen=True, slots=True)
class Memory:
    """The last search: where, for what, which were shown, and which of them was looked at."""

    place: str | None = None  # key of the gazetteer
    point: tuple[float, float] | None = None  # the customer's own position, to a kilometre
    service: str | None = None
    keys: tuple[str, ...] = ()
    focus: str | None = None
    asked: str | None = None  # what waits for the town to be named
    when: Any = None  # a day that was asked about, as it was said

    @classmethod
    def of(cls, turn: Turn) -> "Memory":
        """Read the slot."""
        kept = turn.slots.get(SLOT)
        if not kept:
            return cls()
        point = kept.get("point")
        return cls(**{**kept, "keys": tuple(kept["keys"]), "point": tuple(point) if point else None})

    def slot(self) -> dict[str, Any]:
        """Return the slot to be remembered."""
        point = [round(each, 2) for each in self.point] if self.point else None
        return {SLOT: {**asdict(self), "keys": list(self.keys), "point": point}}
