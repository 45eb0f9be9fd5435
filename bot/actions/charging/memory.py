"""What is remembered of a search for chargers, so that "only DC" and "the second one" are understood."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.actions.turn import Question, Turn
from knowledge.charging import Wish
from knowledge.geography import Point

SLOT = "charging"
NO_NETWORK = ("Petronas", "PLUGSHARE", "Setel", "Noodoe")  # named, but no operator of chargers by itself


@dataclass(frozen=True, slots=True)
class Memory:
    """The last search: around which point, by which names, with which wish, and what was found."""

    point: Point | None = None
    names: Mapping[str, str] | None = None  # of the place, by language; None for the customer's position
    wish: Wish = field(default_factory=Wish)
    sites: tuple[int, ...] = ()
    road: str | None = None  # along which, in place of a point
    ends: tuple[str, str] | None = None  # keys of the places between which, in place of a point

    @classmethod
    def of(cls, turn: Turn) -> "Memory":
        """Read the slot."""
        kept = turn.slots.get(SLOT)
        if not kept:
            return cls()
        return cls(
            point=Point(*kept["point"]) if kept.get("point") else None,
            names=kept.get("names"),
            wish=Wish(**kept["wish"]),
            sites=tuple(kept["sites"]),
            road=kept.get("road"),
            ends=(kept["ends"][0], kept["ends"][1]) if kept.get("ends") else None,
        )

    def slot(self) -> dict[str, Any]:
        """Return the slot to be remembered."""
        # A customer's own position is kept to a kilometre, which is enough for "only DC".
        digits = 2 if self.names is None else 5
        point = (
            [round(self.point.latitude, digits), round(self.point.longitude, digits)] if self.point else None
        )
        return {
            SLOT: {
                "point": point,
                "names": dict(self.names) if self.names else None,
                "wish": asdict(self.wish),
                "sites": list(self.sites),
                "road": self.road,
                "ends": list(self.ends) if self.ends else None,
            }
        }

    def site(self, question: Question) -> int | None:
        """Return the site that "the second one" means, or None."""
        number = question.value("ordinal")
        return self.sites[number - 1] if number and number <= len(self.sites) else None


def wished(question: Question, before: Wish) -> Wish:
    """Return what a charger must have: what the question names, added to what was wished before.

    A new kind of plug, current or network takes the place of the old one; DC puts an AC plug out of force.
    """
    wish = before
    network = next((each for each in question.values("network") if each not in NO_NETWORK), None)
    if (connector := question.value("connector")) is not None:
        wish = replace(wish, connector=connector, current=None)
    elif (current := question.value("current")) is not None:
        wish = replace(wish, current=current, connector=None)
    if (power := question.value("power")) is not None:
        wish = replace(wish, min_kw=float(power))
    if network is not None:
        wish = replace(wish, network=network)
    if question.value("availability") == "free":
        wish = replace(wish, free=True)
    return wish
