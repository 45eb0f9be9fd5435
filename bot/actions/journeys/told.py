"""What is said of a journey: a plan with its stops, picture and sources, or why there is none."""

from typing import Any
from urllib.parse import quote

from sqlalchemy.orm import Session

from bot.actions.catalogue import figures
from bot.actions.charging import words as phrases
from bot.actions.journeys.trip import HERE, Trip
from bot.actions.say import Item, button, listed, money, say, words
from knowledge import geography, journeys
from knowledge.geography import Point
from knowledge.journeys import ImpossibleError, Plan, Stop

AGENT = button("button_agent", "talk_to_agent")
MAP = "https://www.google.com/maps/dir/?api=1&origin={}&destination={}"  # Google's Maps URLs, no key
STARTS = (100, 80, 50)  # percent, as quick replies
FIND, LOW = "find_charger", "utter_journey_low"


def told(
    session: Session, trip: Trip, plan: Plan, vehicle: journeys.Vehicle, ends: dict[str, Any], name: str
) -> Item:
    """Return a plan in words, with its picture."""
    facts = {
        **ends,
        "name": name,
        "start": percent(plan.start_percent),
        "km": {"measure": round(plan.km), "unit": "km"},
        "arrive": percent(plan.arrive_percent),
    }
    item = say(
        "utter_journey_stops" if plan.stops else "utter_journey_direct",
        **facts,
        time=phrases.minutes(plan.minutes),
        lines=listed(
            [line for number, stop in enumerate(plan.stops, 1) for line in _stop(number, stop)], "lines"
        ),
        link=_link(plan),
        rain=words("journey_rain" if trip.rain else "journey_dry"),
        source=_source(plan, vehicle),
        buttons=_buttons([each for each in STARTS if each != trip.start][:2]),
    )
    return {
        **item,
        "picture": _picture(session, trip, plan),
        "alt": words("alt_journey", **facts, stops=len(plan.stops)),
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
        arrive=percent(stop.arrive_percent),
        leave=percent(stop.leave_percent),
        time=phrases.minutes(stop.minutes),
        cost=cost,
    )
    if stop.alternative is None:
        return [line, words("journey_no_alternative")]
    return [line, words("journey_alternative", name=stop.alternative.name)]


def impossible(error: ImpossibleError, trip: Trip, ends: dict[str, Any], name: str) -> Item:
    """Return why there is no plan, with the way on."""
    if error.problem == "low":
        return say(
            LOW,
            reserve=percent(trip.reserve),
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
            start=percent(trip.start or 0),
            reserve=percent(trip.reserve),
            reach={"measure": round((error.reach_km or 0) / 10) * 10, "unit": "km"},
            buttons=_buttons([each for each in STARTS if each > (trip.start or 0)]),
        )
    return say("utter_journey_no_way", **ends, buttons=[AGENT])


def _buttons(starts: list[int]) -> list[Item]:
    others = [
        button("button_start_with", "plan_journey", {"percent": each}, percent=percent(each))
        for each in starts
    ]
    return [*others, AGENT]


def _link(plan: Plan) -> str:
    def written(point: Point) -> str:
        return f"{point.latitude:.5f},{point.longitude:.5f}"

    link = MAP.format(written(plan.path[0]), written(plan.path[-1]))
    if plan.stops:
        link += "&waypoints=" + quote("|".join(written(stop.site.point) for stop in plan.stops), safe=",")
    return link


def _source(plan: Plan, vehicle: journeys.Vehicle) -> Item:
    """Return the sources of the car's figures and, where there are stops, of the chargers."""
    car = figures.source(vehicle.provenance)
    if not plan.stops:
        return car
    return listed([car, phrases.sources([stop.site for stop in plan.stops])], "lines")


def percent(value: float) -> Item:
    """Return a share as an argument."""
    return {"measure": round(value), "unit": "percent"}
