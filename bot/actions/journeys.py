"""Plans a journey: asks for what is missing, then says stops, times and what is left in the battery."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import quote

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, names, remember, talked_about
from bot.actions.charging import words as phrases
from bot.actions.charging.memory import Memory
from bot.actions.database import roads
from bot.actions.say import Item, button, listed, money, say, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue, geography, journeys
from knowledge.geography import Point
from knowledge.journeys import Conditions, ImpossibleError, Plan, Stop

SLOT = "journey"
AGENT = button("button_agent", "talk_to_agent")
MAP = "https://www.google.com/maps/dir/?api=1&origin={}&destination={}"  # Google's Maps URLs, no key
STARTS = (100, 80, 50)  # percent, as quick replies
HERE = "here"
FIND, LOW = "find_charger", "utter_journey_low"


@dataclass(frozen=True, slots=True)
class Trip:
    """What is known of a journey; places are keys of the gazetteer, or `here` for the shared position."""

    origin: str | None = None
    destination: str | None = None
    here: tuple[float, float] | None = None
    start: float | None = None
    reserve: float = journeys.RESERVE
    rain: bool = False


class PlanJourney(AnswerAction):
    """Answers whether a drive needs a stop, and where."""

    intent = "plan_journey"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Plan, or ask for the first thing that is missing."""
        trip = _trip(turn, question)
        subjects = talked_about(turn, question)
        memory = {**remember(subjects), SLOT: _slot(trip)}
        cars = _variants(session, subjects)
        missing = _missing(session, trip, cars)
        if missing is not None:
            return Answer([missing], memory)
        assert trip.start is not None
        planned = _planned(session, trip, cars[0])
        offer = _search(session, trip) if planned["response"] == LOW else {}
        return Answer([planned], {**memory, **offer})


def _slot(trip: Trip) -> dict[str, Any]:
    """Return what is remembered; a customer's own position to a kilometre only."""
    here = None if trip.here is None else [round(degrees, 2) for degrees in trip.here]
    return {**asdict(trip), "here": here}


def _trip(turn: Turn, question: Question) -> Trip:
    """Return the journey with what the question adds; a new journey begins where both ends are named."""
    kept: Mapping[str, Any] = turn.slots.get(SLOT) or {}
    trip = Trip(**kept) if kept else Trip()
    trip = replace(trip, here=(trip.here[0], trip.here[1]) if trip.here else None)
    origin, destination = question.place("origin"), question.place("destination")
    loose = [
        each.value for each in question.entities if each.kind in ("place", "station") and each.role is None
    ]
    loose = [key for key in loose if key not in (origin, destination)]
    asked = question.intent == PlanJourney.intent
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
        return say("utter_journey_where_from", place=_name(session, trip.destination, trip), buttons=[AGENT])
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
                button("button_percent", "plan_journey", {"percent": each}, percent=_percent(each))
                for each in STARTS
            ],
        )
    return None


def _search(session: Session, trip: Trip) -> dict[str, Any]:
    """Return the slots of a search for chargers at the start, so that a yes to the offer lists them."""
    assert trip.origin
    found = geography.place(session, trip.origin)
    names_of_it = None if found is None else found.names
    return {**Memory(_point(session, trip.origin, trip), names_of_it).slot(), "offer": FIND}


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
        "origin": _name(session, trip.origin, trip),
        "destination": _name(session, trip.destination, trip),
    }
    origin, destination = (_point(session, key, trip) for key in (trip.origin, trip.destination))
    for key in (trip.origin, trip.destination):
        if key in journeys.ISLANDS:
            return say("utter_journey_no_road", place=_name(session, key, trip), buttons=[AGENT])
    if origin is None or destination is None or origin == destination:
        return say("utter_journey_same", buttons=[AGENT])
    try:
        plan = journeys.plan(
            session, vehicle, origin, destination, trip.start, reserve_percent=trip.reserve, roads=roads()
        )
    except ImpossibleError as error:
        return _impossible(error, trip, ends, known[car])
    told = {
        **ends,
        "name": known[car],
        "start": _percent(plan.start_percent),
        "km": {"measure": round(plan.km), "unit": "km"},
        "arrive": _percent(plan.arrive_percent),
    }
    item = say(
        "utter_journey_stops" if plan.stops else "utter_journey_direct",
        **told,
        time=phrases.minutes(plan.minutes),
        lines=listed(
            [line for number, stop in enumerate(plan.stops, 1) for line in _stop(number, stop)], "lines"
        ),
        link=_link(origin, destination, plan),
        rain=words("journey_rain" if trip.rain else "journey_dry"),
        source=_source(plan, vehicle),
        buttons=_buttons([each for each in STARTS if each != trip.start][:2]),
    )
    return {
        **item,
        "picture": _picture(session, trip, plan),
        "alt": words("alt_journey", **told, stops=len(plan.stops)),
    }


def _picture(session: Session, trip: Trip, plan: Plan) -> Item:
    """Return what the picture of a journey shows: the way, the stops, the battery along it."""

    def name(key: str | None) -> str:
        found = geography.place(session, key) if key and key != HERE else None
        return found.names["en"] if found else "GPS"

    return {
        "kind": "journey",
        "path": [[round(point.latitude, 3), round(point.longitude, 3)] for point in plan.path],
        "profile": _bends(plan.profile),
        "ends": [name(trip.origin), name(trip.destination)],
        "stops": [
            {
                "at": [round(stop.site.point.latitude, 3), round(stop.site.point.longitude, 3)],
                "name": stop.site.name,
                "km": round(stop.km),
                "arrive": round(stop.arrive_percent),
                "leave": round(stop.leave_percent),
            }
            for stop in plan.stops
        ],
        "reserve": round(plan.reserve_percent),
    }


def _bends(profile: tuple[tuple[float, float], ...]) -> list[list[float]]:
    """Return the profile without the points in between of a charge, which goes straight up."""
    return [
        list(point)
        for index, point in enumerate(profile)
        if not (0 < index < len(profile) - 1 and profile[index - 1][0] == point[0] == profile[index + 1][0])
    ]


def _stop(number: int, stop: Stop) -> list[Item]:
    operator = stop.site.operator if stop.site.operator and stop.site.operator not in stop.site.name else None
    name = words("site_by", name=stop.site.name, operator=operator) if operator else stop.site.name
    cost = words("journey_cost_unknown")
    if stop.cost is not None:
        low, high, currency = stop.cost
        amounts = [money(each.quantize(each.__class__("1")), currency) for each in (low, high)]
        amount = amounts[0] if low == high else words("money_range", low=amounts[0], high=amounts[1])
        cost = words("journey_cost", amount=amount)
    power = phrases.power(stop.kw) if stop.site.dc_kw else words("power_unknown")
    line = words(
        "journey_stop",
        number=str(number),
        name=name,
        km={"measure": round(stop.km), "unit": "km"},
        power=power,
        arrive=_percent(stop.arrive_percent),
        leave=_percent(stop.leave_percent),
        time=phrases.minutes(stop.minutes),
        cost=cost,
    )
    if stop.alternative is None:
        return [line, words("journey_no_alternative")]
    return [line, words("journey_alternative", name=stop.alternative.name)]


def _impossible(error: ImpossibleError, trip: Trip, ends: dict[str, Item], name: str) -> Item:
    if error.problem == "low":
        return say(
            LOW,
            reserve=_percent(trip.reserve),
            place=ends["origin"],
            buttons=[button("button_find_charger", FIND), AGENT],
        )
    if error.problem in ("no_road_origin", "no_road_destination"):
        end = ends["origin" if error.problem == "no_road_origin" else "destination"]
        return say("utter_journey_no_road", place=end, buttons=[AGENT])
    if error.problem == "no_charger":
        return say(
            "utter_journey_no_charger",
            **ends,
            name=name,
            start=_percent(trip.start or 0),
            reserve=_percent(trip.reserve),
            reach={"measure": round((error.reach_km or 0) / 10) * 10, "unit": "km"},
            buttons=_buttons([each for each in STARTS if each > (trip.start or 0)]),
        )
    return say("utter_journey_no_way", **ends, buttons=[AGENT])


def _buttons(starts: list[int]) -> list[Item]:
    others = [
        button("button_start_with", "plan_journey", {"percent": each}, percent=_percent(each))
        for each in starts
    ]
    return [*others, AGENT]


def _name(session: Session, key: str, trip: Trip) -> Any:
    if key == HERE:
        return words("your_position")
    found = geography.place(session, key)
    return key if found is None else phrases.named(found.names)


def _point(session: Session, key: str, trip: Trip) -> Point | None:
    if key == HERE:
        return Point(*trip.here) if trip.here else None
    found = geography.place(session, key)
    return None if found is None else found.point


def _link(origin: Point, destination: Point, plan: Plan) -> str:
    def written(point: Point) -> str:
        return f"{point.latitude:.5f},{point.longitude:.5f}"

    link = MAP.format(written(origin), written(destination))
    if plan.stops:
        link += "&waypoints=" + quote("|".join(written(stop.site.point) for stop in plan.stops), safe=",")
    return link


def _source(plan: Plan, vehicle: journeys.Vehicle) -> Item:
    """Return the sources of the car's figures and, where there are stops, of the chargers."""
    car = figures.source(vehicle.provenance)
    if not plan.stops:
        return car
    return listed([car, phrases.sources([stop.site for stop in plan.stops])], "lines")


def _percent(value: float) -> Item:
    return {"measure": round(value), "unit": "percent"}
