"""The states of a booking: which event is allowed in which state, by whom and when, each noted for audit.

requested → confirmed → reminded → done / no_show
requested, confirmed, reminded → cancelled
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from knowledge.bookings.errors import IllegalChangeError
from knowledge.bookings.records import Actor
from knowledge.bookings.tables import HOLDING, Booking, BookingEvent

REQUESTED, CONFIRMED, MOVED, REMINDED = "requested", "confirmed", "moved", "reminded"
DONE, NO_SHOW, CANCELLED = "done", "no_show", "cancelled"


@dataclass(frozen=True, slots=True)
class Rule:
    """In which states an event is allowed, by whom, and which state it leads to (None: the event says)."""

    states: tuple[str, ...]
    actors: tuple[Actor, ...]
    leads_to: str | None
    after_start: bool | None = None  # True: only once it has begun; False: a customer only before
    change: bool = False  # of what stands in the customer's calendar


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        CONFIRMED: Rule((REQUESTED,), ("staff", "system"), CONFIRMED, change=True),
        REMINDED: Rule((CONFIRMED,), ("system",), REMINDED),
        MOVED: Rule(HOLDING, ("customer", "staff"), None, after_start=False, change=True),
        CANCELLED: Rule(HOLDING, ("customer", "staff", "system"), CANCELLED, after_start=False, change=True),
        DONE: Rule(HOLDING, ("staff",), DONE, after_start=True),
        NO_SHOW: Rule(HOLDING, ("staff",), NO_SHOW, after_start=True),
    }
)


def begin(session: Session, booking: Booking, *, actor: Actor, confirms: bool, now: datetime) -> None:
    """Note that a booking was made, and that its resource confirms it at once where it does."""
    booking.state = REQUESTED
    _note(session, booking, REQUESTED, actor, now, {})
    if confirms:
        booking.state = CONFIRMED
        _note(session, booking, CONFIRMED, "system", now, {})


def allow(booking: Booking, event: str, *, actor: Actor, now: datetime) -> bool:
    """Refuse an event that is not allowed; return False where it has happened already.

    So that a confirmation that is repeated after a crash changes nothing, and is no error.
    """
    rule = RULES[event]
    if actor not in rule.actors:
        raise IllegalChangeError(event, booking.state, actor, "actor")
    if booking.state == rule.leads_to:
        return False
    if booking.state not in rule.states:
        raise IllegalChangeError(event, booking.state, actor, "state")
    begun = now >= booking.starts_at
    if rule.after_start is True and not begun:
        raise IllegalChangeError(event, booking.state, actor, "too_early")
    if rule.after_start is False and begun and actor == "customer":
        raise IllegalChangeError(event, booking.state, actor, "too_late")
    return True


def change(
    session: Session,
    booking: Booking,
    event: str,
    *,
    actor: Actor,
    now: datetime,
    leads_to: str | None = None,
    details: Mapping[str, Any] | None = None,
) -> bool:
    """Let an event happen to a booking that this transaction has locked; return False if it had before."""
    if not allow(booking, event, actor=actor, now=now):
        return False
    rule = RULES[event]
    state = rule.leads_to or leads_to
    assert state is not None, f"{event} needs a state to lead to"
    booking.state = state
    booking.sequence += rule.change
    booking.updated_at = now
    _note(session, booking, event, actor, now, details or {})
    return True


def _note(
    session: Session,
    booking: Booking,
    event: str,
    actor: Actor,
    now: datetime,
    details: Mapping[str, Any],
) -> None:
    session.add(
        BookingEvent(
            booking_id=booking.id,
            at=now,
            actor=actor,
            event=event,
            state=booking.state,
            details=dict(details),
        )
    )
