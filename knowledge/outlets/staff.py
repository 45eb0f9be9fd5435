"""`python -m knowledge outlets …`: what staff look at and change."""

import argparse
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from knowledge.bookings.tables import HOLDING, Booking
from knowledge.database import Database
from knowledge.outlets import store, tables, weekly
from knowledge.outlets.store import OutletError

MINUTE = "%Y-%m-%dT%H:%M"


def add_parsers(verbs: Any) -> None:
    """Add the commands; each sets `run(database, arguments)`."""
    listing = verbs.add_parser("list", help="the outlets there are")
    listing.add_argument("--all", action="store_true", help="those that are no longer active, too")
    listing.set_defaults(run=_list)

    showing = verbs.add_parser("show", help="one outlet with its hours, resources and closures")
    showing.add_argument("key")
    showing.set_defaults(run=_show)

    for verb, help_ in (("close", "close an outlet for some days"), ("open", "open it, on holidays too")):
        days = verbs.add_parser(verb, help=help_)
        days.add_argument("key")
        days.add_argument("first", type=_day, help="such as 2026-12-24")
        days.add_argument("last", type=_day, nargs="?", help="the same day unless given")
        days.add_argument("--reason")
        days.set_defaults(run=_days)

    for verb, help_ in (
        ("close-resource", "take a car, bay or team out of use for a time"),
        ("open-resource", "take it into use again"),
    ):
        times = verbs.add_parser(verb, help=help_)
        times.add_argument("key", help="as `show` writes it, such as pj/bay_1")
        times.add_argument("start", type=_moment, help="the outlet's time, such as 2026-12-24T09:00")
        times.add_argument("end", type=_moment)
        times.add_argument("--reason")
        times.set_defaults(run=_times)


def _list(database: Database, arguments: argparse.Namespace) -> str:
    row, holiday = tables.Outlet, tables.PublicHoliday
    with database.reading() as session:
        query = select(row).order_by(row.market, row.state, row.key)
        outlets = session.scalars(query if arguments.all else query.where(row.active)).all()
        by_outlet = select(tables.Resource.outlet_key, func.count()).where(tables.Resource.active)
        counts = dict(session.execute(by_outlet.group_by(tables.Resource.outlet_key)).all())
        lines = [
            f"{each.key}  {each.market} {each.state}  {each.kind}  {each.names['en']}  "
            f"{counts.get(each.key, 0)} resources"
            f"{'' if each.active else '  not active'}{'  sample' if each.sample else ''}"
            for each in outlets
        ]
        until = session.execute(
            select(holiday.market, func.max(holiday.day)).group_by(holiday.market).order_by(holiday.market)
        ).all()
    known = ", ".join(f"{market} until {day}" for market, day in until) or "none"
    return "\n".join([*lines, f"{len(lines)} outlets; public holidays on record: {known}"])


def _show(database: Database, arguments: argparse.Namespace) -> str:
    with database.reading() as session:
        found = store.outlet(session, arguments.key)
        if found is None:
            raise OutletError(
                f"there is no outlet {arguments.key!r}: `python -m knowledge outlets list` shows them"
            )
        zone = ZoneInfo(found.time_zone)
        today = datetime.now(zone).date()
        lines = [
            f"{found.key}: {found.names['en']}{'' if found.active else ' (not active)'}",
            f"{found.address}; {found.phone or 'no phone'}; {', '.join(found.services)}",
            f"{weekly.written(store.weekly_hours(session, found.key))} ({found.time_zone})",
        ]
        day, closure = tables.OutletDay, tables.ResourceClosure
        for each in session.scalars(
            select(day).where(day.outlet_key == found.key, day.last_day >= today).order_by(day.first_day)
        ):
            word = "open" if each.open else "closed"
            lines.append(f"{word} {each.first_day} to {each.last_day}{_because(each.reason)}")
        for thing in store.resources(session, found.key):
            lines.append(f"{thing.key}  {thing.kind}  {thing.name}  {thing.slot_minutes} minutes")
            for shut in session.scalars(
                select(closure)
                .where(closure.resource_key == thing.key, closure.ends_at > datetime.now(UTC))
                .order_by(closure.starts_at)
            ):
                start, end = (f"{at.astimezone(zone):{MINUTE}}" for at in (shut.starts_at, shut.ends_at))
                lines.append(f"  closed {start} to {end}{_because(shut.reason)}")
    return "\n".join(lines)


def _days(database: Database, arguments: argparse.Namespace) -> str:
    first, last = arguments.first, arguments.last or arguments.first
    with database.transaction() as session:
        change = store.close_days if arguments.verb == "close" else store.open_days
        change(session, arguments.key, first, last, arguments.reason)
        if arguments.verb == "open":
            return f"{arguments.key} is open from {first} to {last}, at its weekly hours"
        zone = ZoneInfo(session.get_one(tables.Outlet, arguments.key).time_zone)
        start, end = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
        hit = coming(
            session, Booking.outlet_key == arguments.key, Booking.starts_at < end, Booking.ends_at > start
        )
    return f"{arguments.key} is closed from {first} to {last}{_hit(hit)}"


def _times(database: Database, arguments: argparse.Namespace) -> str:
    with database.transaction() as session:
        zone = _zone_of_resource(session, arguments.key)
        start, end = (each.replace(tzinfo=zone).astimezone(UTC) for each in (arguments.start, arguments.end))
        if arguments.verb == "open-resource":
            store.open_resource(session, arguments.key, start, end)
            return (
                f"{arguments.key} can be booked from {arguments.start:{MINUTE}} to {arguments.end:{MINUTE}}"
            )
        store.close_resource(session, arguments.key, start, end, arguments.reason)
        hit = coming(
            session, Booking.resource_key == arguments.key, Booking.starts_at < end, Booking.ends_at > start
        )
    return f"{arguments.key} is closed from {arguments.start:{MINUTE}} to {arguments.end:{MINUTE}}{_hit(hit)}"


def _zone_of_resource(session: Session, key: str) -> ZoneInfo:
    resource = session.get(tables.Resource, key)
    if resource is None:
        raise OutletError(f"there is no resource {key!r}: `python -m knowledge outlets show` lists them")
    return ZoneInfo(session.get_one(tables.Outlet, resource.outlet_key).time_zone)


def coming(session: Session, *conditions: ColumnElement[bool]) -> int:
    """Return how many bookings there are still to come."""
    holding = Booking.state.in_(HOLDING), Booking.ends_at > datetime.now(UTC)
    return session.scalar(select(func.count()).select_from(Booking).where(*holding, *conditions)) or 0


def _hit(bookings: int) -> str:
    return f"; {bookings} bookings lie in that time: move them at the desk" if bookings else ""


def _because(reason: str | None) -> str:
    return f" ({reason})" if reason else ""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it like 2026-12-24") from None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no time; write the outlet's own, like 2026-12-24T09:00"
        )
    return moment
