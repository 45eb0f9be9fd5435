"""One charging site: all that is on record, whether it is free, and the way there."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer
from bot.actions.charging import words as phrases
from bot.actions.charging.memory import Memory
from bot.actions.say import Item, button, listed, say, words
from knowledge import charging
from knowledge.charging import Site

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def answer(session: Session, memory: Memory, key: int) -> Answer:
    """Say what is on record of a site that was shown before."""
    found = charging.by_ids(session, [key], near=memory.point, wish=memory.wish)
    if not found:
        gone = say("utter_charger_gone", buttons=[button("button_agent", "talk_to_agent")])
        return Answer([gone], {"offer": "find_charger"})
    return Answer([whole(found[0])], replace(memory, sites=(*_first(memory, key),)).slot())


def _first(memory: Memory, key: int) -> list[int]:
    """Keep the order that the customer saw, so that "the third" still means the third."""
    return list(memory.sites) if key in memory.sites else [key, *memory.sites]


def whole(found: Site) -> Item:
    """Return everything about one site."""
    facts: list[Any] = [
        words("site_plugs", plugs=phrases.plugs(found.plugs)),
        words("site_status", status=phrases.availability(found.availability)),
    ]
    if found.address or found.city:
        facts.append(words("site_address", address=", ".join(filter(None, (found.address, found.city)))))
    if found.round_the_clock:
        facts.append(words("site_always_open"))
    if (price := phrases.price(found)) is not None:
        facts.append(words("site_price", price=price))
    else:
        facts.append(words("site_no_price"))
    if found.access != "public":
        facts.append(words(f"site_access_{found.access}"))
    facts.append(words("site_map", link=phrases.map_link(found)))
    operator = found.operator if found.operator and found.operator not in found.name else None
    return {
        **say(
            "utter_charger",
            name=words("site_by", name=found.name, operator=operator) if operator else found.name,
            facts=listed(facts, style="lines"),
            source=phrases.sources([found]),
            buttons=[button("button_charging_time", "ask_charging_time", power_of(found))],
        ),
        "cards": [card(found)],
    }


def power_of(found: Site) -> dict[str, Any]:
    """Return the entities that ask for the charging time at a site's strongest plug."""
    strongest = found.plugs[0]
    entities: dict[str, Any] = {"current": strongest.current}
    return {**entities, "power": strongest.kw} if strongest.kw else entities


def card(found: Site) -> Item:
    """Return a site as a card with the way there."""
    subtitle: list[Any] = [phrases.plugs(found.plugs)]
    if found.availability is not None:
        subtitle.append(phrases.availability(found.availability))
    if found.km is not None:
        subtitle.insert(0, phrases.distance(found.km))
    return {
        "title": found.name,
        "subtitle": listed(subtitle, style="dots"),
        "link": phrases.map_link(found),
    }
