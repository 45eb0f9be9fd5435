"""What is said of outlets: several of them in short, one of them whole, or the one thing that was asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.charging.words import distance
from bot.actions.handovers import readable
from bot.actions.outlets import phrases
from bot.actions.outlets.days import days_meant
from bot.actions.say import Item, button, day, listed, say, words
from knowledge import outlets
from knowledge.outlets import Near, Outlet

MAP = "https://www.google.com/maps/dir/?api=1&destination={},{}"  # Google's Maps URLs, no key
AGENT = button("button_agent", "talk_to_agent")
LOOK_AHEAD = 40  # days of which holidays and closures are told
MOST_DAYS_OFF = 3
BOOKED = ("test_drive", "service", "home_charger")


def listing(
    session: Session, head: Item, found: Sequence[Near], now: datetime, *, distances: bool, of: int
) -> Item:
    """Return outlets in their order, each with what one needs to go there; `of` how many there are."""
    shown = [each.outlet for each in found]
    openings = outlets.openings(session, [each.key for each in shown], now)
    lines: list[Any] = [head]
    cards = []
    for number, each in enumerate(found, 1):
        outlet = each.outlet
        open_now = phrases.status(outlet, openings[outlet.key], now)
        args: dict[str, Any] = {"number": str(number), "name": named(outlet), "status": open_now}
        facts: list[Any] = [open_now]
        if distances:
            km = distance(each.distance_km)
            facts.insert(0, km)
            lines.append(words("outlet_line_near", **args, distance=km))
        else:
            lines.append(words("outlet_line", **args))
        kind = words(f"outlet_kind_{outlet.kind}")
        lines.append(listed([kind, outlet.address, _phone(outlet)], style="dots"))
        lines.append(words("outlet_map", link=_map(outlet)))
        cards.append(_card(outlet, facts))
    if of > len(found):
        lines.append(words("outlets_more", count=of))
    return {**_say(lines, shown, _numbers(shown)), "cards": cards}


def whole(session: Session, outlet: Outlet, now: datetime, above: Sequence[Item]) -> Item:
    """Return all that is on record of an outlet."""
    opening = outlets.opening(session, outlet.key, now)
    lines: list[Any] = [
        *above,
        named(outlet),
        words("outlet_is", kind=words(f"outlet_kind_{outlet.kind}")),
        *_week(session, outlet, opening, now),
        words("outlet_address", address=outlet.address),
        words("outlet_phone", phone=readable(outlet.phone)) if outlet.phone else words("outlet_no_phone"),
        words("outlet_services", services=listed(words(f"service_{each}") for each in outlet.services)),
        words("outlet_languages", languages=listed(words(f"spoken_{each}") for each in outlet.languages)),
        words("outlet_map_line", link=_map(outlet)),
    ]
    if not outlet.sample:
        lines.append(words("outlet_source", source=outlet.source, date=day(outlet.as_of)))
    item = _say(lines, [outlet], bookings(outlet))
    return {**item, "cards": [_card(outlet, [phrases.status(outlet, opening, now)])]}


def phones(found: Sequence[Outlet], above: Sequence[Item]) -> Item:
    """Return the phone numbers of outlets; where one is missing, a person can help."""
    numbers = [words("outlet_phone_of", name=name, phone=_phone(each)) for each, name in _named(found)]
    missing = any(each.phone is None for each in found)
    return _say([*above, *numbers], found, [*_ways_on(found), *([AGENT] if missing else [])])


def hours(session: Session, found: Sequence[Outlet], when: Any, now: datetime, above: Sequence[Item]) -> Item:
    """Return the opening hours of outlets: on the days that are meant, else those of the week."""
    lines: list[Any] = list(above)
    openings = outlets.openings(session, [each.key for each in found], now)
    for outlet, name in _named(found):
        lines.append(name)
        days = days_meant(when, outlets.at_clock(now, outlet.time_zone))
        if days:
            calendar = outlets.Calendar(session, [outlet.key], days[0], days[-1])
            lines += [words("outlet_on", day=phrases.day_hours(calendar, outlet, each)) for each in days]
        else:
            lines += _week(session, outlet, openings[outlet.key], now)
    return _say(lines, found, _ways_on(found))


def bookings(outlet: Outlet) -> list[Item]:
    """Return the buttons that book at an outlet what it offers."""
    return [
        button(f"button_outlet_{service}", f"book_{service}", {"outlet": outlet.key})
        for service in BOOKED
        if service in outlet.services
    ]


def many(found: Sequence[Outlet], what: Item, country: Item, buttons: Sequence[Item]) -> Item:
    """Say how many outlets there are, and ask for the town."""
    lines = [words("outlets_many", count=len(found), what=what, country=country), words("outlets_ask")]
    return _say(lines, found, buttons)


def named(outlet: Outlet) -> Item:
    """Return an outlet's name as an argument."""
    return {"names": dict(outlet.names)}


def _named(found: Sequence[Outlet]) -> list[tuple[Outlet, Item]]:
    """Return outlets with their names, numbered where there are several."""
    if len(found) == 1:
        return [(found[0], named(found[0]))]
    return [
        (each, words("outlet_numbered", number=str(number), name=named(each)))
        for number, each in enumerate(found, 1)
    ]


def _week(session: Session, outlet: Outlet, opening: outlets.Opening, now: datetime) -> list[Any]:
    week = outlets.weekly_hours(session, outlet.key)
    today = outlets.at_clock(now, outlet.time_zone).date()
    calendar = outlets.Calendar(session, [outlet.key], today, today + timedelta(days=LOOK_AHEAD))
    closed = phrases.days_off(calendar, outlet, week, today, LOOK_AHEAD)[:MOST_DAYS_OFF]
    return [
        words("outlet_now", status=phrases.status(outlet, opening, now)),
        words("outlet_hours", hours=phrases.week(week)),
        *([words("outlet_closed_days", days=listed(closed, style="dots"))] if closed else []),
    ]


def _say(lines: Sequence[Any], found: Sequence[Outlet], buttons: Sequence[Item]) -> Item:
    """Return lines as a reply, with the note that samples are samples, once."""
    samples = {each.market for each in found if each.sample}
    note = [words("outlet_sample_th" if samples == {"TH"} else "outlet_sample")] if samples else []
    return say("utter_outlets", lines=listed([*lines, *note], style="lines"), buttons=buttons)


def _ways_on(found: Sequence[Outlet]) -> list[Item]:
    return _numbers(found) if len(found) > 1 else bookings(found[0])


def _numbers(found: Sequence[Outlet]) -> list[Item]:
    return [
        button("button_outlet_number", "find_outlet", {"outlet": each.key}, number=str(number))
        for number, each in enumerate(found, 1)
    ]


def _card(outlet: Outlet, facts: list[Any]) -> Item:
    return {
        "title": named(outlet),
        "subtitle": listed(
            [
                words(f"outlet_kind_{outlet.kind}"),
                *facts,
                outlet.address,
                *([readable(outlet.phone)] if outlet.phone else []),
            ],
            style="dots",
        ),
        "link": _map(outlet),
        "buttons": bookings(outlet),
    }


def _phone(outlet: Outlet) -> Any:
    return readable(outlet.phone) if outlet.phone else words("outlet_phone_unknown")


def _map(outlet: Outlet) -> str:
    return MAP.format(round(outlet.point.latitude, 5), round(outlet.point.longitude, 5))
