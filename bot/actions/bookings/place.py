"""Where it is to be: the outlet of a test drive or a service, the home that a charger is for."""

from dataclasses import dataclass

from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.person import province
from bot.actions.bookings.phrases import distance, named
from bot.actions.say import Item, say, words
from bot.actions.turn import Entity, Question
from knowledge import geography
from knowledge.bookings import finding
from knowledge.geography import Point
from knowledge.outlets import search, store

MARKETS = ("MY", "TH")
NEAR_KM = 60.0  # an outlet that is nearer is simply taken; of one farther off the customer decides
SHORTEST_ADDRESS = 8
OFFERED = 3


def read_outlet(heard: Heard, draft: Draft) -> Taken | None:
    """Take the outlet that the message names, or the one nearest to the place that it names."""
    if draft.kind == "home_charger" or draft.task not in ("test_drive", "service", "change"):
        return None
    # A plate names its province, and a name may be a town's.
    if heard.asked in ("plate", "phone", "code", "reference") and not heard.question.value("outlet"):
        return None
    place, market = _place(heard), heard.turn.market_of(heard.question)
    if place is not None and place.country in MARKETS:
        market = place.country
    keys = [key for key in heard.question.values("outlet") if store.outlet(heard.session, str(key))]
    if not keys and not heard.pressed:
        keys = search.named_in(heard.session, heard.text, market)
    if len(keys) == 1 and (place is None or heard.question.value("outlet")):
        return None if draft.values.get("outlet") == keys[0] else Taken(draft.knowing(outlet=keys[0]))
    if place is None:
        return None
    point, where = place.point, place.name
    near = finding.nearest_outlets(heard.session, draft.wanted, point, market, limit=OFFERED)
    draft = draft.noting(
        near={"latitude": round(point.latitude, 2), "longitude": round(point.longitude, 2)}, outlets=None
    )
    if not near:
        return Taken(draft, [say("utter_no_outlet", place=where)])
    if near[0].distance_km <= NEAR_KM:
        item = say("utter_outlet_taken", outlet=named(near[0].outlet.names), address=near[0].outlet.address)
        return Taken(draft.knowing(outlet=near[0].outlet.key), [item])
    item = say(
        "utter_outlet_far",
        place=where,
        outlet=named(near[0].outlet.names),
        distance=distance(near[0].distance_km),
    )
    return Taken(draft.noting(outlets=[each.outlet.key for each in near]), [item])


def read_address(heard: Heard, draft: Draft) -> Taken | None:
    """Take the home's address: its words as they are, and the point of the town that they name."""
    if draft.task != "home_charger":
        return None
    place = _place(heard)
    known = draft.values.get("address")
    if heard.asked != "address":
        if place is None or known is not None:
            return None
        point = place.point  # "a survey at my house in Ipoh" tells the town, and the address is asked for
        return Taken(
            draft.noting(near={"latitude": point.latitude, "longitude": point.longitude, "town": ""})
        )
    known_point = place.point if place else draft.point  # of the town that was named before
    if known_point is None:
        return Taken(draft, [say("utter_address_where")])
    point = known_point
    text = heard.text
    if place is None and draft.notes.get("near", {}).get("town"):
        text = f"{text}, {draft.notes['near']['town']}"  # said a message before the street
    if len(text) < SHORTEST_ADDRESS or not any(character.isdigit() for character in text):
        # A town alone, or a shared position: the team still needs the street.
        note = {"latitude": point.latitude, "longitude": point.longitude, "town": heard.text}
        return Taken(draft.noting(near=note), [say("utter_address_street")])
    address = {"text": text, "latitude": point.latitude, "longitude": point.longitude}
    asked_for = draft.knowing(address=address)
    if not finding.reachable(heard.session, asked_for.wanted):
        return Taken(draft.noting(near=None), [say("utter_no_survey_team")])
    return Taken(asked_for)


@dataclass(frozen=True, slots=True)
class _Where:
    point: Point
    name: Item
    country: str | None = None


def _named(question: Question) -> list[Entity]:
    """Return the places that are named, but for the province of a number plate."""
    plates = [each for each in question.entities if each.kind == "plate"]
    on_plates = {province(question, each) for each in plates}
    return [
        each
        for kind in ("place", "station")
        for each in question.entities
        if each.kind == kind and (not plates or question.text[each.start : each.end] not in on_plates)
    ]


def _place(heard: Heard) -> _Where | None:
    """Return the smallest place that a message names, or the position shared."""
    keys = [str(each.value) for each in _named(heard.question)]
    found = [place for key in keys if (place := geography.place(heard.session, key)) is not None]
    found.sort(key=lambda each: each.kind in ("country", "state"))
    if found and found[0].kind != "country":
        return _Where(found[0].point, named(found[0].names), found[0].country)
    if heard.turn.location is not None:
        return _Where(Point(*heard.turn.location), words("your_position"))
    return None
