"""Bookings moved: the new time first, then the old one given up, all at once."""

from datetime import timedelta

import pytest
from moments import NOW, SUNDAY, TUESDAY, WEDNESDAY, at

from knowledge.bookings import book, records, units
from knowledge.bookings.errors import FullError, IllegalChangeError, UnavailableError
from knowledge.geography import Point
from knowledge.outlets.tables import Resource
from scripts.bench.bookings.network import add_outlet, add_resource

TEN, TWO = at(TUESDAY, 10), at(TUESDAY, 14)


def held(session, booking_id):
    return sorted((key, moment) for key, moment in units.of_booking(session, booking_id))


def quarters(key, starts_at, count=4):
    return [(key, starts_at + timedelta(minutes=15 * number)) for number in range(count)]


def test_a_move_takes_the_new_time_and_frees_the_old(session, make):
    booking = make(TEN)

    moved = book.move(session, booking.id, TWO, actor="customer", now=NOW)

    assert (moved.reference, moved.id, moved.sequence) == (booking.reference, booking.id, 1)
    assert (moved.starts_at, moved.ends_at, moved.state) == (TWO, at(TUESDAY, 15), "confirmed")
    assert held(session, booking.id) == quarters("car-1", TWO)
    assert records.record(session, booking.id) == moved
    assert make(TEN).starts_at == TEN
    last = records.history(session, booking.id)[-1]
    assert (last.event, last.actor) == ("moved", "customer")
    assert last.details == {"from": TEN.isoformat(), "from_outlet": "kl"}


def test_moving_to_where_it_is_changes_nothing(session, make):
    booking = make(TEN)

    assert book.move(session, booking.id, TEN, actor="customer", now=NOW) == booking
    assert book.move(session, booking.id, TEN, "kl", actor="customer", now=NOW) == booking


def test_a_time_that_others_have_leaves_the_booking_where_it_is(session, make):
    booking, other = make(TEN), make(TWO)

    with pytest.raises(FullError):
        book.move(session, booking.id, TWO, actor="customer", now=NOW)
    with pytest.raises(UnavailableError):
        book.move(session, booking.id, at(SUNDAY, 10), actor="customer", now=NOW)

    assert records.record(session, booking.id) == booking
    assert held(session, booking.id) == quarters("car-1", TEN)
    assert held(session, other.id) == quarters("car-1", TWO)


def test_a_move_may_overlap_the_bookings_own_time(session, make):
    booking = make(TEN)
    session.get(Resource, "car-1").slot_minutes = 45
    session.flush()

    moved = book.move(session, booking.id, at(TUESDAY, 10, 30), actor="customer", now=NOW)

    assert moved.ends_at == at(TUESDAY, 11, 15)
    assert held(session, booking.id) == quarters("car-1", at(TUESDAY, 10, 30), 3)


def test_the_same_resource_is_kept_where_it_is_free(session, make):
    add_resource(session, "car-0", "kl")
    make(TEN)
    booking = make(TEN)
    assert booking.resource_key == "car-1"

    assert book.move(session, booking.id, TWO, actor="customer", now=NOW).resource_key == "car-1"


def test_a_move_to_another_outlet_needs_the_car_there(session, make):
    booking = make(TEN)
    add_outlet(session, "klang", point=Point(3.04, 101.45))
    with pytest.raises(UnavailableError) as failure:
        book.move(session, booking.id, TEN, "klang", actor="customer", now=NOW)
    assert failure.value.verdict.why == "not_offered"
    add_resource(session, "klang-car", "klang")

    moved = book.move(session, booking.id, TEN, "klang", actor="customer", now=NOW)

    assert (moved.outlet_key, moved.starts_at) == ("klang", TEN)
    assert held(session, booking.id) == quarters("klang-car", TEN)


def test_a_survey_moves_only_where_a_team_reaches_the_home(session, make):
    add_resource(session, "team", "kl", kind="survey_team", radius_km=30)
    add_outlet(session, "penang", point=Point(5.4, 100.3))
    add_resource(session, "penang-team", "penang", kind="survey_team", radius_km=30)
    booking = make(TEN, kind="home_charger", point=Point(3.05, 101.58))

    assert book.move(session, booking.id, TWO, actor="customer", now=NOW).starts_at == TWO
    with pytest.raises(UnavailableError):
        book.move(session, booking.id, TWO, "penang", actor="customer", now=NOW)


@pytest.mark.parametrize(
    ("actor", "first", "after"),
    [
        ("customer", "confirmed", "requested"),  # staff have not agreed to the new time
        ("staff", "confirmed", "confirmed"),
        ("staff", "requested", "requested"),
    ],
)
def test_a_time_that_staff_must_confirm_is_confirmed_anew(session, make, actor, first, after):
    add_resource(session, "bay", "kl", kind="service_bay", confirms=False)
    booking = make(TEN, kind="service")
    if first == "confirmed":
        book.confirm(session, booking.id, now=NOW)

    assert book.move(session, booking.id, TWO, actor=actor, now=NOW).state == after


def test_staff_move_at_short_notice_and_customers_do_not(session, make):
    booking = make(TEN)
    now = TWO - timedelta(minutes=30)
    with pytest.raises(IllegalChangeError):
        book.move(session, booking.id, TWO, actor="customer", now=now)

    assert book.move(session, booking.id, TWO, actor="staff", now=now).starts_at == TWO


def test_what_is_cancelled_or_over_is_not_moved(session, make):
    booking = make(TEN)
    book.cancel(session, booking.id, actor="customer", now=NOW)

    with pytest.raises(IllegalChangeError):
        book.move(session, booking.id, at(WEDNESDAY, 10), actor="staff", now=NOW)
