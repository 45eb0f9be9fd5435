"""The waiting list: freed times are held for who came first, and for nobody else."""

from datetime import timedelta

import pytest
from moments import MONDAY, NOW, TUESDAY, WEDNESDAY, at
from sqlalchemy import select, text

from knowledge.bookings import book, notices, records, slots, waiting
from knowledge.bookings.errors import FullError, OfferGoneError, UnknownBookingError
from knowledge.bookings.tables import Booking, HeldUnit
from knowledge.geography import Point
from knowledge.outlets.tables import Resource
from scripts.bench.bookings.network import add_resource, draft

TEN = at(TUESDAY, 10)
SOON = NOW + timedelta(minutes=5)


@pytest.fixture
def join(session):
    count = iter(range(100))

    def join(conversation="two", first_day=TUESDAY, last_day=TUESDAY, **more):
        wish = draft("kl", None, conversation_id=conversation, **more)
        return waiting.join(session, wish, first_day, last_day, request_key=f"w{next(count)}", now=NOW).id

    return join


def look(session, waiting_id, conversation="two"):
    return next((x for x in waiting.of_conversation(session, conversation) if x.id == waiting_id), None)


def test_joining_gives_a_place_in_line(session, join):
    first, second = join("two"), join("three")

    assert [waiting.position(session, each) for each in (first, second)] == [1, 2]
    assert join("two") == first  # the same wish keeps its place
    record = look(session, first)
    assert (record.state, record.first_day, record.last_day, record.language) == (
        "waiting",
        TUESDAY,
        TUESDAY,
        "en",
    )
    assert record.draft == draft("kl", None, conversation_id="two")
    assert "60123456789" not in str(session.execute(text("SELECT * FROM booking_waiting")).all())


def test_the_same_request_joins_once_and_needs_somebody_somewhere(session):
    wish = draft("kl", None, conversation_id="two")
    ids = {waiting.join(session, wish, day, day, request_key="w", now=NOW).id for day in (TUESDAY, WEDNESDAY)}

    assert len(ids) == 1
    with pytest.raises(ValueError, match="waits"):
        waiting.join(session, draft(None, None), TUESDAY, TUESDAY, request_key="x", now=NOW)


def test_only_those_who_may_want_the_same_stand_before_one(session, join):
    add_resource(session, "car-3", "kl", model="smart_3")
    join("one", model="smart_3")
    join("one", first_day=WEDNESDAY, last_day=WEDNESDAY)
    any_car = join("one", model=None)

    assert waiting.position(session, join("two")) == 2
    assert waiting.position(session, any_car) == 2
    assert waiting.position(session, 99) is None


def test_a_cancelled_time_is_held_for_the_first_and_for_nobody_else(session, make, join):
    booking = make(TEN)
    first, second = join("two"), join("three")

    book.cancel(session, booking.id, actor="customer", now=SOON)

    record = look(session, first)
    assert (record.state, record.offer_starts_at) == ("offered", TEN)
    assert record.offer_until == SOON + timedelta(minutes=30)
    assert waiting.position(session, second) == 2
    with pytest.raises(FullError):
        make(TEN)
    assert slots.check(session, draft("kl", TEN).wanted, TEN, SOON).why == "full"
    (notice,) = notices.due(session, SOON, 10)
    assert (notice.kind, notice.booking, notice.waiting) == ("offer", None, record)


def test_saying_yes_makes_the_booking_and_saying_it_twice_makes_one(session, make, join):
    booking = make(TEN)
    first = join("two", private={"name": "Mei", "phone": "+60198765432"}, details={"licence": True})
    book.cancel(session, booking.id, actor="customer", now=SOON)

    made = waiting.accept(session, first, request_key="yes", now=SOON)

    assert (made.starts_at, made.ends_at, made.state) == (TEN, at(TUESDAY, 11), "confirmed")
    assert (made.conversation_id, made.private["name"], made.details) == ("two", "Mei", {"licence": True})
    assert [each.event for each in records.history(session, made.id)] == ["requested", "confirmed"]
    assert {(each.booking_id, each.offer_id) for each in session.scalars(select(HeldUnit))} == {
        (made.id, None)
    }
    assert waiting.accept(session, first, request_key="yes", now=SOON) == made
    assert waiting.accept(session, first, request_key="yes again", now=SOON) == made
    assert look(session, first) is None
    assert notices.due(session, SOON, 10) == []  # the offer need not be said any more
    assert len(session.scalars(select(Booking).where(Booking.state == "confirmed")).all()) == 1


def test_a_resource_that_staff_confirm_makes_a_request(session, make, join):
    add_resource(session, "bay", "kl", kind="service_bay", confirms=False)
    booking = make(TEN, kind="service")
    first = join("two", kind="service")
    book.cancel(session, booking.id, actor="staff", now=SOON)

    assert waiting.accept(session, first, request_key="yes", now=SOON).state == "requested"


def test_moving_away_offers_the_time_as_well(session, make, join):
    booking = make(TEN)
    first = join("two")

    book.move(session, booking.id, at(TUESDAY, 14), actor="customer", now=SOON)

    assert look(session, first).offer_starts_at == TEN


def test_who_does_not_answer_loses_the_offer_to_the_next(session, make, join):
    booking = make(TEN)
    first, second = join("two"), join("three")
    book.cancel(session, booking.id, actor="customer", now=SOON)
    over = SOON + timedelta(minutes=30)

    assert waiting.expire(session, over - timedelta(seconds=1)) == 0
    with pytest.raises(OfferGoneError):  # even before the expiry is noted
        waiting.accept(session, first, request_key="late", now=over)
    assert waiting.expire(session, over) == 1
    assert waiting.expire(session, over) == 0

    assert look(session, first) is None
    assert look(session, second, "three").offer_starts_at == TEN
    assert waiting.expire(session, over + timedelta(minutes=30)) == 1
    assert session.scalars(select(HeldUnit)).all() == []
    assert make(TEN, now=over).starts_at == TEN


def test_declining_stays_in_line_for_another_time(session, make, join):
    ten, two = make(TEN), make(at(TUESDAY, 14))
    first, second = join("two"), join("three")
    book.cancel(session, ten.id, actor="customer", now=SOON)

    assert waiting.decline(session, first, now=SOON).state == "waiting"
    assert look(session, second, "three").offer_starts_at == TEN
    waiting.leave(session, second, now=SOON)
    assert session.scalars(select(HeldUnit.offer_id).where(HeldUnit.offer_id.is_not(None))).all() == []
    book.cancel(session, two.id, actor="customer", now=SOON)

    assert look(session, first).offer_starts_at == at(TUESDAY, 14)


def test_leaving_gives_up_place_and_offer(session, make, join):
    booking = make(TEN)
    first, second, third = join("one"), join("two"), join("three")
    assert waiting.leave(session, second, now=NOW).state == "left"
    book.cancel(session, booking.id, actor="customer", now=SOON)

    waiting.leave(session, first, now=SOON)

    assert look(session, third, "three").offer_starts_at == TEN
    assert waiting.leave(session, first, now=SOON).state == "left"
    assert waiting.position(session, first) is None
    with pytest.raises(OfferGoneError):
        waiting.accept(session, first, request_key="yes", now=SOON)
    with pytest.raises(OfferGoneError):
        waiting.accept(session, second, request_key="yes", now=SOON)
    with pytest.raises(UnknownBookingError):
        waiting.decline(session, 99, now=SOON)


def test_those_who_want_something_else_are_passed_over(session, make, join):
    booking = make(TEN)
    add_resource(session, "car-3", "kl", model="smart_3")
    other = join("one", model="smart_3"), join("one", first_day=WEDNESDAY, last_day=WEDNESDAY)
    wanting = join("two", first_day=MONDAY, last_day=WEDNESDAY)

    book.cancel(session, booking.id, actor="customer", now=SOON)

    assert look(session, wanting).state == "offered"
    assert {look(session, each, "one").state for each in other} == {"waiting"}


def test_a_home_out_of_a_teams_reach_is_passed_over(session, make, join):
    add_resource(session, "team", "kl", kind="survey_team", radius_km=30)
    booking = make(TEN, kind="home_charger", point=Point(3.1, 101.6))
    far = join("one", kind="home_charger", point=Point(4.6, 101.1))
    near = join("two", kind="home_charger", point=Point(3.2, 101.6))

    book.cancel(session, booking.id, actor="customer", now=SOON)

    assert look(session, far, "one").state == "waiting"
    assert waiting.accept(session, near, request_key="yes", now=SOON).point == Point(3.2, 101.6)


def test_the_offer_of_a_time_that_is_soon_ends_before_its_notice_does(session, make, join):
    booking = make(at(MONDAY, 13))  # which can be booked until 11:00
    first = join("two", first_day=MONDAY)

    book.cancel(session, booking.id, actor="customer", now=at(MONDAY, 10, 45))

    assert look(session, first).offer_until == at(MONDAY, 11)


@pytest.mark.parametrize("now", [at(MONDAY, 10, 55), at(MONDAY, 11, 30), at(MONDAY, 12, 59)])
def test_what_is_too_soon_to_be_answered_is_offered_to_nobody(session, make, join, now):
    booking = make(at(MONDAY, 13))
    first = join("two", first_day=MONDAY)

    book.cancel(session, booking.id, actor="customer", now=now)

    assert look(session, first).state == "waiting"
    assert session.scalars(select(HeldUnit)).all() == []


def test_what_lies_on_no_grid_any_more_is_offered_to_nobody(session, make, join):
    booking = make(TEN)
    first = join("two")
    session.get(Resource, "car-1").slot_minutes = 90
    session.flush()

    book.cancel(session, booking.id, actor="customer", now=SOON)

    assert look(session, first).state == "waiting"


def test_of_a_time_that_has_become_two_the_first_is_offered(session, make, join):
    booking = make(TEN)
    first = join("two")
    session.get(Resource, "car-1").slot_minutes = 30
    session.flush()

    book.cancel(session, booking.id, actor="customer", now=SOON)
    made = waiting.accept(session, first, request_key="yes", now=SOON)

    assert (made.starts_at, made.ends_at) == (TEN, at(TUESDAY, 10, 30))
    assert make(at(TUESDAY, 10, 30)).ends_at == at(TUESDAY, 11)


def test_an_offer_that_is_over_is_not_said(session, make, join):
    booking = make(TEN)
    join("two")
    book.cancel(session, booking.id, actor="customer", now=SOON)

    assert notices.due(session, SOON + timedelta(minutes=30), 10) == []
