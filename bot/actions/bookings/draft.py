"""A booking in the making: what is to be done, what is known, what is still to be asked."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from knowledge.bookings.fits import Wanted
from knowledge.geography import Point

PREFIX = "booking_"
#: What each task needs, in the order in which it is asked for. A booking is confirmed with all of it.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "test_drive": ("car", "outlet", "time", "name", "phone", "confirmed"),
    "service": ("need", "outlet", "time", "stay", "plate", "name", "phone", "confirmed"),
    "home_charger": ("address", "dwelling", "phase", "time", "name", "phone", "confirmed"),
    "check": ("which",),
    "change": ("which", "time", "confirmed"),
    "cancel": ("which", "confirmed"),
}
#: Who books away from the conversation of the booking shows whose it is first.
ACCESS = ("reference", "phone", "code")
FIELDS = (*dict.fromkeys(name for needs in NEEDS.values() for name in needs), "reference", "code")
PERSONAL = ("address", "plate", "name", "phone")
MAKES = ("test_drive", "service", "home_charger")
TASKS: Mapping[str, str] = {
    "book_test_drive": "test_drive",
    "book_service": "service",
    "book_home_charger": "home_charger",
    "check_booking": "check",
    "change_booking": "change",
    "cancel_booking": "cancel",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far. `notes` hold what guides the questions and is no part of the booking.

    Values: car [model, variant or None] · outlet key · time ISO moment · need {"kind","text"} · plate, name
    text · stay, dwelling, phase a word of the lexicon · phone E.164 · address
    {"text","latitude","longitude"} · which the booking's id · confirmed True.
    """

    task: str
    key: str = field(default_factory=lambda: secrets.token_hex(12))
    values: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, slots: Mapping[str, Any]) -> Self | None:
        """Read the slots; None where no booking is in the making."""
        kept = slots.get("booking")
        if not kept:
            return None
        values = {name: slots[PREFIX + name] for name in FIELDS if slots.get(PREFIX + name) is not None}
        return cls(kept["task"], kept["key"], values, kept["notes"])

    def slots(self) -> dict[str, Any]:
        """Return the slots that keep it."""
        kept = {"task": self.task, "key": self.key, "notes": dict(self.notes)}
        return {"booking": kept, **{PREFIX + name: self.values.get(name) for name in FIELDS}}

    def knowing(self, **values: Any) -> Self:
        """Return it with values added, or taken out where they are None."""
        kept = {name: value for name, value in {**self.values, **values}.items() if value is not None}
        return replace(self, values=kept)

    def noting(self, **notes: Any) -> Self:
        """Return it with notes added, or taken out where they are None."""
        kept = {name: note for name, note in {**self.notes, **notes}.items() if note is not None}
        return replace(self, notes=kept)

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields that this booking needs, in their order."""
        if self.notes.get("strange"):  # no booking of this conversation: whose it is comes first
            return (*ACCESS, *NEEDS[self.task])
        return NEEDS[self.task]

    @property
    def missing(self) -> str | None:
        """The first field that is still to be asked for; None where all is there, or all is said."""
        if self.notes.get("told"):
            return None
        return next((name for name in self.needs if name not in self.values), None)

    @property
    def kind(self) -> str:
        """The kind of booking, also of one that is to be changed."""
        return str(self.notes.get("kind") or self.task)

    @property
    def time(self) -> datetime | None:
        """When it is to be."""
        return datetime.fromisoformat(self.values["time"]) if "time" in self.values else None

    @property
    def point(self) -> Point | None:
        """Where the home is, or around where an outlet is looked for."""
        at = self.values.get("address") or self.notes.get("near")
        return Point(at["latitude"], at["longitude"]) if at and at.get("latitude") is not None else None

    @property
    def wanted(self) -> Wanted:
        """What is looked for in the timetable."""
        model, variant = self.values.get("car") or (None, None)
        if self.kind == "home_charger":
            return Wanted(self.kind, self.values.get("outlet"), self.point)
        return Wanted(self.kind, self.values.get("outlet"), None, model, variant)

    @property
    def can_be_timed(self) -> bool:
        """Tell whether all is known that its free times depend on."""
        if self.kind == "home_charger":
            return self.point is not None or "outlet" in self.values
        return "outlet" in self.values and (self.kind != "test_drive" or "car" in self.values)


def emptied() -> dict[str, Any]:
    """Return the slots of no booking."""
    return {"booking": None, **{PREFIX + name: None for name in FIELDS}}
