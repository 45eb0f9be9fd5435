"""Plans a journey: asks for what is missing, then says stops, times and what is left in the battery."""

from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue.subject import Car, names, remember, talked_about
from bot.actions.charging.memory import Memory
from bot.actions.database import roads
from bot.actions.journeys.told import AGENT, FIND, LOW, STARTS, impossible, percent, told
from bot.actions.journeys.trip import INTENT, SLOT, Trip, name_of, point_of, slot, trip_of
from bot.actions.say import Item, button, say
from bot.actions.turn import Question, Turn
from knowledge import catalogue, geography, journeys
from knowledge.journeys import Conditions, ImpossibleError


class PlanJourney(AnswerAction):
    """Answers whether a drive needs a stop, and where."""

    intent = INTENT

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Plan, or ask for the first thing that is missing."""
        trip = trip_of(turn, question)
        subjects = talked_about(turn, question)
        memory = {**remember(subjects), SLOT: slot(trip)}
        cars = _variants(session, subjects)
        missing = _missing(session, trip, cars)
        if missing is not None:
            return Answer([missing], memory)
        assert trip.start is not None
        planned = _planned(session, trip, cars[0])
        offer = _search(session, trip) if planned["response"] == LOW else {}
        return Answer([planned], {**memory, **offer})


def _variants(session: Session, subjects: list[Car]) -> list[Car]:
    """Return the variants of the first car under discussion that are on record with what a plan needs."""
    if not subjects:
        return []
    model, variant = subjects[0].model, subjects[0].variant
    if variant is not None:
        return [subjects[0]]
    return [
        Car(model, each.key)
        for found in catalogue.lineup(session, "MY")
        if found.key == model
        for each in found.variants
        if journeys.vehicle(session, model, each.key) is not None
    ]


def _missing(session: Session, trip: Trip, cars: list[Car]) -> Item | None:
    """Return the question for the first thing that is missing, or None."""
    if trip.destination is None:
        return say("utter_journey_where_to", buttons=[AGENT])
    if trip.origin is None:
        return say("utter_journey_where_from", place=name_of(session, trip.destination), buttons=[AGENT])
    known = names(session)
    if len(cars) != 1:
        choices = cars or [
            Car(model.key, variant.key)
            for model in catalogue.lineup(session, "MY")
            if model.state == "on_sale"
            for variant in model.variants
        ]
        return say(
            "utter_journey_which_car",
            buttons=[
                button(
                    "button_car",
                    "plan_journey",
                    {"model": car.model, "variant": car.variant},
                    name=known[car],
                )
                for car in choices
            ],
        )
    if trip.start is None:
        return say(
            "utter_journey_charge",
            buttons=[
                button("button_percent", "plan_journey", {"percent": each}, percent=percent(each))
                for each in STARTS
            ],
        )
    return None


def _search(session: Session, trip: Trip) -> dict[str, Any]:
    """Return the slots of a search for chargers at the start, so that a yes to the offer lists them."""
    assert trip.origin
    found = geography.place(session, trip.origin)
    names_of_it = None if found is None else found.names
    return {**Memory(point_of(session, trip.origin, trip), names_of_it).slot(), "offer": FIND}


def _planned(session: Session, trip: Trip, car: Car) -> Item:
    assert trip.origin
    assert trip.destination
    assert trip.start is not None
    assert car.variant
    vehicle = journeys.vehicle(session, car.model, car.variant, Conditions(rain=trip.rain))
    known = names(session)
    if vehicle is None:
        return say("utter_journey_no_car", name=known.get(car, known[Car(car.model)]), buttons=[AGENT])
    ends = {
        "origin": name_of(session, trip.origin),
        "destination": name_of(session, trip.destination),
    }
    origin, destination = (point_of(session, key, trip) for key in (trip.origin, trip.destination))
    for key in (trip.origin, trip.destination):
        if key in journeys.ISLANDS:
            return say("utter_journey_no_road", place=name_of(session, key), buttons=[AGENT])
    if origin is None or destination is None or origin == destination:
        return say("utter_journey_same", buttons=[AGENT])
    try:
        plan = journeys.plan(
            session, vehicle, origin, destination, trip.start, reserve_percent=trip.reserve, roads=roads()
        )
    except ImpossibleError as error:
        return impossible(error, trip, ends, known[car])
    return told(session, trip, plan, vehicle, ends, known[car])
