"""What is known of a journey, from the question and from what was said before."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.charging import words as phrases
from bot.actions.say import words
from bot.actions.turn import Question, Turn
from knowledge import geography, journeys
from knowledge.geography import Point

INTENT, SLOT = "plan_journey", "journey"
HERE = "here"


@dataclass(frozen=True, slots=True)
class Trip:
    """What is known of a journey; places are keys of the gazetteer, or `here` for the shared position."""

    origin: str | None = None
    destination: str | None = None
    here: tuple[float, float] | None = None
    start: float | None = None
    reserve: float = journeys.RESERVE
    rain: bool = False


def slot(trip: Trip) -> dict[str, Any]:
    """Return what is remembered; a customer's own position to a kilometre only."""
    here = None if trip.here is None else [round(degrees, 2) for degrees in trip.here]
    return {**asdict(trip), "here": here}


def trip_of(turn: Turn, question: Question) -> Trip:
    """Return the journey with what the question adds; a new journey begins where both ends are named."""
    kept: Mapping[str, Any] = turn.slots.get(SLOT) or {}
    trip = Trip(**kept) if kept else Trip()
    trip = replace(trip, here=(trip.here[0], trip.here[1]) if trip.here else None)
    origin, destination = question.place("origin"), question.place("destination")
    loose = [
        each.value for each in question.entities if each.kind in ("place", "station") and each.role is None
    ]
    loose = [key for key in loose if key not in (origin, destination)]
    asked = question.intent == INTENT
    if asked and (destination or (origin and loose)):
        trip = replace(trip, origin=None, destination=None)
    if turn.location is not None:
        trip = replace(trip, origin=HERE, here=turn.location)
    trip = replace(trip, origin=origin or trip.origin, destination=destination or trip.destination)
    for key in loose:  # the destination is asked for first
        if trip.destination is not None and trip.origin is None:
            trip = replace(trip, origin=key)
        else:
            trip = replace(trip, destination=key)
    percents = [float(each) for each in question.values("percent") if 0 <= each <= 100]
    if percents:
        trip = replace(trip, start=max(percents[:2]))
    if len(percents) > 1:
        trip = replace(trip, reserve=min(percents[:2]))
    if question.value("weather") == "rain":
        trip = replace(trip, rain=True)
    return trip


def name_of(session: Session, key: str) -> Any:
    """Return the name of an end of a journey as an argument."""
    if key == HERE:
        return words("your_position")
    found = geography.place(session, key)
    return key if found is None else phrases.named(found.names)


def point_of(session: Session, key: str, trip: Trip) -> Point | None:
    """Return where an end of a journey is, or None."""
    if key == HERE:
        return Point(*trip.here) if trip.here else None
    found = geography.place(session, key)
    return None if found is None else found.point
