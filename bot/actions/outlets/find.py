"""Finds showrooms and service centres by place, position, name and service; goes on from there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.outlets import told, where
from bot.actions.outlets.memory import Memory
from bot.actions.outlets.wish import Wish, wish
from bot.actions.say import Item, say, words
from bot.actions.turn import COUNTRIES, Question, Turn
from knowledge import geography, outlets
from knowledge.geography import Place, Point
from knowledge.outlets import Near, Outlet

SHOWN = 3  # each takes three lines, and a phone shows no more without scrolling
FEW = 4  # so many are listed at once, without asking for the town
ANY_NUMBER = 1000
NEAR_KM = 40.0  # further away is not "in or near"
IN_TOWN_KM = 12.0
HOTLINE, PHONE, HOURS, ADDRESS, LIST = "hotline", "phone", "hours", "address", "list"


class FindOutlet(AnswerAction):
    """Lists the nearest outlets, nearest first, or tells about one of them."""

    intent = "find_outlet"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Search anew where a place or an outlet is named, else go on with what was shown."""
        before, now = Memory.of(turn), datetime.now(UTC)
        said = "" if question.text.startswith("/") else question.text  # a button's words are its payload
        wanted, when = wish(said), question.value("date_time")
        if wanted.asked == HOTLINE:
            return Answer([say("utter_outlet_hotline", buttons=[told.AGENT])])
        if (chosen := _chosen(session, question, before)) is not None:
            return _about(session, [chosen], wanted.asked, replace(before, focus=chosen.key, when=when), now)
        places = where.places(session, question)
        if places or turn.location is not None:
            search = _search(turn, before, wanted, when, places)
            return _found(session, turn, question, search, now)
        if named := _named(session, said, turn.market_of(question)):
            focus = named[0].key if len(named) == 1 else None
            memory = Memory(keys=tuple(each.key for each in named), focus=focus, when=when)
            return _about(session, named, wanted.asked, memory, now)
        shown = _shown(session, before)
        if shown and (wanted.asked in (PHONE, HOURS, ADDRESS) or when):
            return _about(session, shown, wanted.asked, replace(before, when=when), now)
        anew = Memory(service=wanted.service, asked=wanted.asked, when=when)
        if (before.place or before.point) and wanted.asked != LIST:
            return _found(session, turn, question, replace(anew, place=before.place, point=before.point), now)
        return _all(session, turn.market_of(question), anew, now, counted=wanted.asked == LIST)


def _search(turn: Turn, before: Memory, wanted: Wish, when: Any, places: Sequence[Place]) -> Memory:
    """Return the search for what is named; what was asked while the town was not yet named still stands."""
    waiting = Memory() if before.keys else before
    return Memory(
        place=places[0].key if places else None,
        point=None if places else turn.location,
        service=wanted.service or waiting.service,
        asked=wanted.asked or waiting.asked,
        when=when or waiting.when,
    )


def _found(session: Session, turn: Turn, question: Question, search: Memory, now: datetime) -> Answer:
    """Answer a search: the outlets of a state, or the nearest to a town or position."""
    place = geography.place(session, search.place) if search.place else None
    if place is not None and place.key in COUNTRIES:
        return _all(session, place.country, replace(search, place=None), now, counted=True)
    abroad = place is not None and place.country in COUNTRIES.values()
    market = place.country if place is not None and abroad else turn.market_of(question)
    point = place.point if place is not None else Point(*search.point or (0.0, 0.0))
    found, inside = _nearest(session, place, point, search.service, market)
    if not found:
        return where.nothing(search, market)
    here = [each for each in found if inside or each.distance_km <= NEAR_KM]
    memory = replace(search, keys=tuple(each.outlet.key for each in found), asked=None, when=None)
    head = _head(place, search, inside=inside, near=bool(here))
    if here and (search.asked in (PHONE, HOURS, ADDRESS) or search.when):
        asks_of_all = inside or (search.asked not in (PHONE, ADDRESS) and not question.values("outlet"))
        about = [each.outlet for each in here[: FEW if asks_of_all else 1]]
        focus = about[0].key if len(about) == 1 else None
        memory = replace(memory, focus=focus, when=search.when)
        in_town = inside or here[len(about) - 1].distance_km <= IN_TOWN_KM
        return _about(session, about, search.asked, memory, now, head=None if in_town else head)
    shown = found if len(found) <= FEW else found[:SHOWN]
    item = told.listing(session, head, shown, now, distances=not inside, of=len(found))
    return Answer([item], memory.slot())


def _nearest(
    session: Session, place: Place | None, point: Point, service: str | None, market: str
) -> tuple[list[Near], bool]:
    """Return the outlets of a state, and that they are inside; else the nearest ones."""
    if place is not None and place.kind == "state":
        states = outlets.states_of(place.key)
        found = outlets.nearest(
            session, point, service=service, market=market, states=states, limit=ANY_NUMBER
        )
        if found:
            return found, True
    found = outlets.nearest(session, point, service=service, market=market, limit=SHOWN)
    # Who can go 2 km is not told of 180 km.
    return [each for each in found if each.distance_km <= max(2 * found[0].distance_km, NEAR_KM)], False


def _head(place: Place | None, search: Memory, *, inside: bool, near: bool) -> Item:
    what = where.what(search)
    if place is None:
        return words("outlets_head_you" if near else "outlets_head_far_you", what=what)
    named = {"names": dict(place.names)}
    if inside:
        return words("outlets_head_in", what=what, place=named)
    return words("outlets_head_near" if near else "outlets_head_far", what=what, place=named)


def _about(
    session: Session,
    found: Sequence[Outlet],
    asked: str | None,
    memory: Memory,
    now: datetime,
    head: Item | None = None,
) -> Answer:
    """Tell what is asked of some outlets; the head says where they are: perhaps not where was meant."""
    above = [] if head is None else [head]
    if asked == PHONE:
        item = told.phones(found, above)
    elif asked == HOURS or memory.when:
        item = told.hours(session, found, memory.when, now, above)
    elif len(found) == 1:
        item = told.whole(session, found[0], now, above)
    else:
        item = _listed(session, head or words("outlets_head_these"), found, now)
    return Answer([item], replace(memory, asked=None, when=None).slot())


def _all(session: Session, market: str, memory: Memory, now: datetime, *, counted: bool) -> Answer:
    """List all outlets of a market where they are few, else ask for the town."""
    found = where.fitting(session, market, memory)
    if not found:
        return where.nothing(memory, market)
    if len(found) > FEW:
        return where.ask(session, found, memory, market, counted=counted)
    kept = replace(memory, keys=tuple(each.key for each in found))
    if memory.asked in (PHONE, HOURS) or memory.when:
        return _about(session, found, memory.asked, kept, now)
    head = words("outlets_head_country", what=where.what(memory), country=where.country(market))
    return Answer([_listed(session, head, found, now)], replace(kept, asked=None).slot())


def _listed(session: Session, head: Item, found: Sequence[Outlet], now: datetime) -> Item:
    near = [Near(each, 0.0) for each in found]
    return told.listing(session, head, near, now, distances=False, of=len(found))


def _chosen(session: Session, question: Question, before: Memory) -> Outlet | None:
    """Return the outlet that a button or "the second one" means."""
    keys = [str(key) for key in question.values("outlet")]
    number = question.value("ordinal")
    if number and number <= len(before.keys):
        keys.insert(0, before.keys[number - 1])
    return next((found for key in keys if (found := _active(session, key))), None)


def _named(session: Session, said: str, market: str) -> list[Outlet]:
    """Return the outlets that are named in the customer's words."""
    keys = outlets.named_in(session, said, market)[:SHOWN] if said else []
    return [found for key in keys if (found := _active(session, key))]


def _shown(session: Session, before: Memory) -> list[Outlet]:
    keys = [before.focus] if before.focus else before.keys[:SHOWN]
    return [found for key in keys if (found := _active(session, key))]


def _active(session: Session, key: str) -> Outlet | None:
    found = outlets.outlet(session, key)
    return found if found is not None and found.active else None
