"""The state machine: what is allowed in which state, by whom, when; and the audit of it."""

from datetime import timedelta
from itertools import product

import pytest
from moments import NOW, TUESDAY, at
from sqlalchemy import update

from knowledge.bookings import book, records, rows, states
from knowledge.bookings.errors import IllegalChangeError, UnknownBookingError
from knowledge.bookings.tables import HOLDING, STATES, Booking

START = at(TUESDAY, 10)
BEFORE, AFTER = START - timedelta(minutes=1), START
ACTORS = ("customer", "staff", "system")
ALLOWED = {
    ("confirmed", "requested", "staff"): "confirmed",
    ("confirmed", "requested", "system"): "confirmed",
    ("reminded", "confirmed", "system"): "reminded",
    **{("moved", state, actor): "confirmed" for state in HOLDING for actor in ("customer", "staff")},
    **{("cancelled", state, actor): "cancelled" for state in HOLDING for actor in ACTORS},
    **{("done", state, "staff"): "done" for state in HOLDING},
    **{("no_show", state, "staff"): "no_show" for state in HOLDING},
}


@pytest.fixture
def booking(session, make):
    return rows.lock(session, make(START).id)


@pytest.mark.parametrize(("event", "state", "actor"), list(product(states.RULES, STATES, ACTORS)))
def test_every_event_in_every_state_by_everybody(session, booking, event, state, actor):
    booking.state = state
    now = AFTER if event in ("done", "no_show") else BEFORE
    before = records.history(session, booking.id)
    sequence = booking.sequence

    def change():
        return states.change(
            session, booking, event, actor=actor, now=now, leads_to="confirmed" if event == "moved" else None
        )

    leads_to = ALLOWED.get((event, state, actor))
    if leads_to is not None:
        assert change()
        assert booking.state == leads_to
        added = records.history(session, booking.id)[len(before) :]
        assert [(each.event, each.state, each.actor, each.at) for each in added] == [
            (event, leads_to, actor, now)
        ]
        assert booking.sequence == sequence + (event in ("confirmed", "moved", "cancelled"))
        return
    done_already = event == state and actor in states.RULES[event].actors
    if done_already:
        assert not change()
    else:
        with pytest.raises(IllegalChangeError, match=f"{event} by {actor} .* {state}"):
            change()
    assert booking.state == state
    assert records.history(session, booking.id) == before
    assert booking.sequence == sequence


@pytest.mark.parametrize("event", ["moved", "cancelled"])
def test_a_customer_changes_nothing_that_has_begun(session, booking, event):
    with pytest.raises(IllegalChangeError) as failure:
        states.allow(booking, event, actor="customer", now=AFTER)

    assert failure.value.why == "too_late"
    assert states.allow(booking, event, actor="staff", now=AFTER)


@pytest.mark.parametrize("event", ["done", "no_show"])
def test_nothing_ends_before_it_begins(session, booking, event):
    with pytest.raises(IllegalChangeError) as failure:
        states.allow(booking, event, actor="staff", now=BEFORE)

    assert failure.value.why == "too_early"


def test_errors_tell_what_was_wrong_for_the_answer(session, booking):
    with pytest.raises(IllegalChangeError) as failure:
        states.allow(booking, "confirmed", actor="customer", now=NOW)

    assert vars(failure.value) == {
        "event": "confirmed",
        "state": "confirmed",
        "actor": "customer",
        "why": "actor",
    }


def test_a_booking_that_does_not_exist_is_named(session):
    with pytest.raises(UnknownBookingError, match="no booking 77"):
        book.cancel(session, 77, actor="staff", now=NOW)


def test_a_state_that_is_none_is_refused_by_the_database(session, booking):
    with pytest.raises(Exception, match="ck_bookings_state"):
        session.execute(update(Booking).values(state="gone"))
    session.rollback()
