"""Where a customer looks for outlets: places that are named, and the towns that are offered."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.actions.answer import Answer
from bot.actions.outlets import told
from bot.actions.outlets.memory import Memory
from bot.actions.say import Item, button, say, words
from bot.actions.turn import Question
from knowledge import geography, outlets
from knowledge.geography import Place
from knowledge.outlets import Outlet

MOST_TOWNS = 9
LARGE = ("country", "state")


def places(session: Session, question: Question) -> list[Place]:
    """Return the places that are named, the smallest first."""
    # The branch in Glenmarie is named by its place, too.
    keys = [*question.values("outlet"), *question.values("station"), *question.values("place")]
    found = [place for key in dict.fromkeys(map(str, keys)) if (place := geography.place(session, key))]
    return sorted(found, key=lambda each: (each.kind in LARGE, each.kind == "country"))


def fitting(session: Session, market: str, memory: Memory) -> list[Outlet]:
    """Return the outlets of a market that have what is looked for."""
    found = outlets.in_market(session, market)
    return [each for each in found if memory.service is None or memory.service in each.services]


def ask(session: Session, found: Sequence[Outlet], memory: Memory, market: str, *, counted: bool) -> Answer:
    """Ask for the town, with those where there is something; `counted`: say how many there are, too."""
    buttons = [*_towns(session, found), told.AGENT]
    if counted:
        item = told.many(found, what(memory), country(market), buttons)
    else:
        item = say("utter_outlet_where", what=what(memory), buttons=buttons)
    return Answer([item], memory.slot())


def nothing(memory: Memory, market: str) -> Answer:
    """Say that there is nothing on record."""
    item = say("utter_outlets_none", what=what(memory), country=country(market), buttons=[told.AGENT])
    return Answer([item], memory.slot())


def what(memory: Memory) -> Item:
    """Return what is looked for as an argument."""
    return words(f"outlets_{memory.service or 'any'}")


def country(market: str) -> Item:
    """Return a market's country as an argument."""
    return words(f"country_{market.lower()}")


def _towns(session: Session, found: Sequence[Outlet]) -> list[Item]:
    """Return the towns of outlets as buttons: what offers most first, one of each state before the others."""
    ordered = sorted(found, key=lambda each: (-len(each.services), each.names["en"]))
    first = {each.state: each for each in reversed(ordered)}
    ordered.sort(key=lambda each: first[each.state] is not each)
    near = [geography.nearest_place(session, each.point, ("town",)) for each in ordered]
    towns = {town.key: town for town in near if town is not None}
    return [
        button("button_place", "find_outlet", {"place": town.key}, place={"names": town.names})
        for town in list(towns.values())[:MOST_TOWNS]
    ]
