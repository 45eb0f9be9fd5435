"""The rules that no history of bookings may break, looked up in the database after each step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.bookings import units
from knowledge.bookings.tables import HOLDING, Booking, BookingEvent, HeldUnit, Notice, Waiting

# Written out once more, by itself: from which state an event may lead to which.
PATHS = {
    ("", "requested"): {"requested"},
    ("requested", "confirmed"): {"confirmed"},
    ("confirmed", "reminded"): {"reminded"},
    **{(state, "moved"): {"requested", "confirmed"} for state in ("requested", "confirmed", "reminded")},
    **{(state, "cancelled"): {"cancelled"} for state in ("requested", "confirmed", "reminded")},
    **{(state, "done"): {"done"} for state in ("requested", "confirmed", "reminded")},
    **{(state, "no_show"): {"no_show"} for state in ("requested", "confirmed", "reminded")},
}


BOOKING = (
    Booking.id,
    Booking.reference,
    Booking.state,
    Booking.resource_key,
    Booking.starts_at,
    Booking.ends_at,
    Booking.sequence,
)
WAITING = (Waiting.id, Waiting.state, Waiting.offer_resource, Waiting.offer_starts_at)


def check(session: Session) -> None:
    """Fail where a rule is broken."""
    # By columns: opening what is sealed would take longer than all the rest.
    bookings = session.execute(select(*BOOKING)).all()
    waiting = session.execute(select(*WAITING)).all()
    times(session, bookings, waiting)
    audit(session, bookings)
    reminders(session, {each.id: each for each in bookings})
    references = [each.reference for each in bookings]
    assert len(references) == len(set(references)), "a reference twice"


def times(session: Session, bookings: Sequence[Any], waiting: Sequence[Any]) -> None:
    """Whoever is to have a time holds exactly its quarters, and nobody else holds anything."""
    held = defaultdict(set)
    for row in session.execute(select(HeldUnit.__table__)):
        owner = ("booking", row.booking_id) if row.booking_id is not None else ("offer", row.offer_id)
        assert (row.booking_id is None) != (row.offer_id is None), "a quarter of two owners, or of none"
        held[owner].add((row.resource_key, row.starts_at))
    due = {
        ("booking", each.id): {
            (each.resource_key, unit) for unit in units.between(each.starts_at, each.ends_at)
        }
        for each in bookings
        if each.state in HOLDING
    }
    offered = {("offer", each.id): each for each in waiting if each.state == "offered"}
    for owner, each in offered.items():
        assert {key for key, _ in held[owner]} == {each.offer_resource}, "an offer of another resource"
        assert min(moment for _, moment in held[owner]) == each.offer_starts_at, "an offer of another time"
        due[owner] = held[owner]
    assert dict(held) == due, "quarters that do not fit the bookings"


def audit(session: Session, bookings: Sequence[Any]) -> None:
    """The events of each booking lead from nothing to its state, by allowed steps, and count its changes."""
    events = defaultdict(list)
    for row in session.execute(select(BookingEvent.__table__).order_by(BookingEvent.id)):
        events[row.booking_id].append(row)
    assert set(events) == {each.id for each in bookings}, "a booking without a history"
    for booking in bookings:
        state, changes = "", 0
        for index, event in enumerate(events[booking.id]):
            assert event.state in PATHS.get((state, event.event), ()), f"{event.event} when {state}"
            changes += event.event in ("moved", "cancelled") or (event.event == "confirmed" and index > 1)
            changes += event.event == "confirmed" and index == 1 and event.actor != "system"
            state = event.state
        assert state == booking.state, "a state that the history does not tell"
        assert changes == booking.sequence, "a sequence that does not count the changes"


def reminders(session: Session, bookings: Mapping[int | None, Any]) -> None:
    """What is still to be reminded of is to happen, at that time."""
    query = select(Notice.booking_id, Notice.starts_at)
    kinds = Notice.kind.in_(("day_before", "hours_before"))
    for booking_id, starts_at in session.execute(query.where(Notice.status == "due", kinds)):
        booking = bookings[booking_id]
        assert booking.state in ("confirmed", "reminded"), f"a reminder of what is {booking.state}"
        assert booking.starts_at == starts_at, "a reminder of another time"
