"""Finds chargers near a place, near the customer, with what the customer wishes; and goes on from there."""

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.charging import site
from bot.actions.charging import words as phrases
from bot.actions.charging.memory import Memory, wished
from bot.actions.say import Item, button, listed, say, words
from bot.actions.turn import Question, Turn
from knowledge import charging, geography, journeys
from knowledge.charging import Site, Wish
from knowledge.geography import Point

WAY_SHOWN = 8  # a way is longer than a neighbourhood
SHOWN = 4  # a phone shows no more without scrolling
FOUND = 10
AGENT = button("button_agent", "talk_to_agent")
APART_KM = 40.0
COUNTRY_KINDS = ("country", "state")


class FindCharger(AnswerAction):
    """Lists the nearest chargers, nearest first."""

    intent = "find_charger"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Search anew where a place is named, else go on with the last search."""
        before = Memory.of(turn)
        chosen = before.site(question)
        if chosen is not None:
            return site.answer(session, before, chosen)
        memory = _where(session, turn, question, before)
        if memory.road or memory.ends:
            return _on_the_way(session, memory)
        if memory.point is None:
            return Answer([say("utter_charger_where", buttons=[AGENT])], memory.slot())
        found = charging.nearest(session, memory.point, memory.wish, limit=FOUND)
        others = [] if found else _others(session, memory)
        ids = tuple(each.id for each in found or others)
        memory = replace(memory, sites=ids)
        item = _listing(memory, found[:SHOWN]) if found else _none(memory, others)
        return Answer([item], memory.slot())


def _where(session: Session, turn: Turn, question: Question, before: Memory) -> Memory:
    """Return the search with its place: the one named, the position shared, or that of the last search."""
    keys = [*question.values("station"), *question.values("place")]
    places = [found for key in keys if (found := geography.place(session, key))]
    # "shopping mall in Penang, at Gurney": the smallest place is meant.
    places.sort(key=lambda each: each.kind in COUNTRY_KINDS)
    wish = wished(question, Wish() if question.intent == "find_charger" else before.wish)
    if road := question.value("road"):
        return Memory(wish=wish, road=road)
    towns = [each for each in places if each.kind not in COUNTRY_KINDS]
    # Two names close together are a town and its quarter; two far apart are the ends of a way.
    if len(towns) > 1 and geography.distance_km(towns[0].point, towns[1].point) > APART_KM:
        return Memory(wish=wish, ends=(towns[0].key, towns[1].key))
    if places:
        return Memory(places[0].point, places[0].names, wish)
    if turn.location is not None:
        return Memory(Point(*turn.location), None, wished(question, before.wish))
    return replace(before, wish=wished(question, before.wish))


def _on_the_way(session: Session, memory: Memory) -> Answer:
    """List the chargers along a road, or on the way between two places, in the order of the way."""
    if memory.road:
        found = journeys.chargers_along(session, memory.road, memory.wish)
        where = words("along_road", road=memory.road)
    else:
        assert memory.ends is not None
        ends = [geography.place(session, key) for key in memory.ends]
        here, there = (end for end in ends if end is not None)
        found = journeys.chargers_between(session, here.point, there.point, memory.wish)
        where = words("between_places", one=phrases.named(here.names), other=phrases.named(there.names))
    shown = _spread(found)
    memory = replace(memory, sites=tuple(each.id for each in shown))
    if not shown:
        return Answer([say("utter_chargers_none", where=where, buttons=[AGENT])], memory.slot())
    known = any(each.availability is not None for each in shown)
    asked = phrases.wish(memory.wish)
    head = (
        words("way_head", where=where) if asked is None else words("way_head_wish", where=where, wish=asked)
    )
    item = say(
        "utter_chargers",
        head=head,
        lines=listed([_line(each, number) for number, each in enumerate(shown, 1)], style="lines"),
        status=words("way_status_known" if known else "way_status_unknown", count=len(found)),
        source=phrases.sources(shown),
        buttons=_buttons(memory, shown),
    )
    return Answer([{**item, "cards": [site.card(each) for each in shown]}], memory.slot())


def _spread(found: list[Site]) -> list[Site]:
    """Return as many as a phone shows, spread over the whole way."""
    if len(found) <= WAY_SHOWN:
        return found
    step = (len(found) - 1) / (WAY_SHOWN - 1)
    return [found[round(number * step)] for number in range(WAY_SHOWN)]


def _listing(memory: Memory, found: list[Site]) -> Item:
    lines = [_line(each, number) for number, each in enumerate(found, 1)]
    known = any(each.availability is not None for each in found)
    asked = phrases.wish(memory.wish)
    here = _here(memory)
    head = words("chargers_head", where=here)
    if asked is not None:
        head = words("chargers_head_wish", where=here, wish=asked)
    return {
        **say(
            "utter_chargers",
            head=head,
            lines=listed(lines, style="lines"),
            status=words("chargers_status_known" if known else "chargers_status_unknown"),
            source=phrases.sources(found),
            buttons=_buttons(memory, found),
        ),
        "cards": [site.card(each) for each in found],
    }


def _here(memory: Memory) -> Item:
    if memory.names is None:
        return words("near_you")
    return words("near_place", place=phrases.named(memory.names))


def _line(found: Site, number: int) -> Item:
    parts = [phrases.plugs(found.plugs)]
    if found.availability is not None:
        parts.append(phrases.availability(found.availability))
    if (price := phrases.price(found)) is not None:
        parts.append(price)
    if found.access != "public":
        parts.append(words(f"access_{found.access}"))
    operator = found.operator if found.operator and found.operator not in found.name else None
    name = words("site_by", name=found.name, operator=operator) if operator else found.name
    facts = listed([*([found.city] if found.city and found.km is None else []), *parts], style="dots")
    if found.km is None:
        return words("charger_line_way", number=str(number), name=name, facts=facts)
    return words(
        "charger_line", number=str(number), name=name, distance=phrases.distance(found.km), facts=facts
    )


def _buttons(memory: Memory, found: list[Site]) -> list[Item]:
    buttons = _numbers(found)
    if memory.wish.current != "dc" and memory.wish.connector is None:
        buttons.append(button("button_only_dc", "find_charger", {"current": "dc"}))
    return buttons


def _numbers(found: list[Site]) -> list[Item]:
    return [
        button("button_charger_number", "find_charger", {"ordinal": number}, number=str(number))
        for number in range(1, len(found) + 1)
    ]


def _others(session: Session, memory: Memory) -> list[Site]:
    """Return the nearest sites without the wish, where none fits it."""
    assert memory.point is not None
    # Without "free now" first: who asks for that mostly asks where nobody reports it.
    looser = replace(memory.wish, free=False) if memory.wish.free else Wish()
    return charging.nearest(session, memory.point, looser, limit=SHOWN) if memory.wish != looser else []


def _none(memory: Memory, others: list[Site]) -> Item:
    """Say that nothing fits, and what there is without the wish."""
    here = words("by_you") if memory.names is None else words("by_place", place=phrases.named(memory.names))
    if not others:
        return say("utter_chargers_none", where=here, buttons=[AGENT])
    known = any(each.availability is not None for each in others)
    unknown = memory.wish.free and not known
    lines = [_line(each, number) for number, each in enumerate(others, 1)]
    return {
        **say(
            "utter_chargers_free_unknown" if unknown else "utter_chargers_others",
            where=here,
            wish=phrases.wish(memory.wish),
            lines=listed(lines, style="lines"),
            status=words("chargers_status_known" if known else "chargers_status_unknown"),
            source=phrases.sources(others),
            buttons=[*_numbers(others), AGENT],
        ),
        "cards": [site.card(each) for each in others],
    }
