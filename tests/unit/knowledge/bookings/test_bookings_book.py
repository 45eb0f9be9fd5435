"""Bookings made, loaded and ended."""

from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest
from moments import MONDAY, NOW, TUESDAY, WEDNESDAY, at
from sqlalchemy import select, text

from knowledge import references, vault
from knowledge.bookings import book, records, units
from knowledge.bookings.errors import FullError, UnavailableError
from knowledge.bookings.tables import Booking, BookingAccess, BookingEvent, HeldUnit
from knowledge.geography import Point
from scripts.bench.bookings.network import BANGKOK, add_outlet, add_resource, draft

TEN = at(TUESDAY, 10)
HOME = Point(3.05, 101.58)


def units_of(session, booking_id):
    return sorted(units.of_booking(session, booking_id))


def test_a_booking_takes_its_quarters_and_confirms_itself(session, make):
    booking = make(TEN, details={"licence": True}, variant=None)

    assert references.spellings(booking.reference, ("TD",)) == [booking.reference]
    assert (booking.state, booking.sequence, booking.resource_key) == ("confirmed", 0, "car-1")
    assert (booking.starts_at, booking.ends_at) == (TEN, at(TUESDAY, 11))
    assert (booking.time_zone, booking.local_start.hour) == ("Asia/Kuala_Lumpur", 10)
    assert booking.private == {"name": "Aisyah", "phone": "+60123456789"}
    assert booking.details == {"licence": True}
    assert units_of(session, booking.id) == [
        ("car-1", TEN + timedelta(minutes=minutes)) for minutes in (0, 15, 30, 45)
    ]
    assert [(each.event, each.state, each.actor) for each in records.history(session, booking.id)] == [
        ("requested", "requested", "customer"),
        ("confirmed", "confirmed", "system"),
    ]
    with pytest.raises(FrozenInstanceError):
        booking.state = "done"


def test_what_is_personal_stands_sealed(session, make):
    booking = make(TEN, private={"name": "Aisyah", "phone": "+60123456789", "need": "noise at the back"})

    stored = session.execute(text("SELECT * FROM bookings")).one()._asdict()
    said = " ".join(str(value) for value in stored.values())
    assert not any(word in said for word in ("Aisyah", "60123456789", "noise"))
    assert stored["phone_digest"] == vault.current().digest("+60123456789")
    assert records.record(session, booking.id).private["need"] == "noise at the back"


def test_a_resource_that_staff_confirm_leaves_a_request(session, make):
    add_resource(session, "bay", "kl", kind="service_bay", confirms=False)

    booking = make(TEN, kind="service")

    assert (booking.state, booking.reference[:3]) == ("requested", "SV-")
    assert [each.event for each in records.history(session, booking.id)] == ["requested"]
    confirmed = book.confirm(session, booking.id, now=NOW)
    assert (confirmed.state, confirmed.sequence) == ("confirmed", 1)
    assert book.confirm(session, booking.id, now=NOW) == confirmed


def test_the_same_request_is_the_same_booking(session):
    first = book.book(session, draft("kl", TEN), request_key="r", now=NOW)
    again = book.book(session, draft("kl", at(TUESDAY, 14)), request_key="r", now=NOW + timedelta(days=1))

    assert again == first
    assert len(session.scalars(select(Booking)).all()) == 1


def test_resources_are_taken_one_after_the_other_until_it_is_full(session, make):
    add_resource(session, "car-2", "kl")

    assert [make(TEN).resource_key, make(TEN).resource_key] == ["car-1", "car-2"]
    with pytest.raises(FullError) as failure:
        make(TEN)

    assert failure.value.verdict.why == "full"
    assert [each.starts_at for each in failure.value.verdict.alternatives] == [
        at(TUESDAY, 9),
        at(TUESDAY, 11),
        at(TUESDAY, 12),
    ]
    assert len(session.scalars(select(Booking)).all()) == 2


@pytest.mark.parametrize(
    ("starts_at", "why"),
    [
        (NOW - timedelta(hours=1), "past"),
        (at(MONDAY, 11), "too_soon"),
        (at(TUESDAY, 10, 15), "between_slots"),
    ],
)
def test_what_cannot_be_had_is_refused_with_its_reason_and_leaves_nothing(session, make, starts_at, why):
    with pytest.raises(UnavailableError) as failure:
        make(starts_at)

    assert failure.value.verdict.why == why
    for table in (Booking, BookingEvent, HeldUnit):
        assert session.scalars(select(table)).all() == []


def test_staff_book_at_short_notice(session):
    booking = book.book(session, draft("kl", at(MONDAY, 11)), request_key="r", now=NOW, actor="staff")

    assert records.history(session, booking.id)[0].actor == "staff"


def test_a_time_is_needed(session):
    with pytest.raises(ValueError, match="time"):
        book.book(session, draft("kl", None), request_key="r", now=NOW)


def test_a_home_is_visited_by_the_nearest_team_that_is_free(session, make):
    add_outlet(session, "near", point=Point(3.07, 101.6))
    for key in ("kl", "near"):
        add_resource(session, f"{key}-team", key, kind="survey_team", radius_km=50, confirms=False)
    wish = {"outlet_key": None, "kind": "home_charger", "point": HOME, "private": {"address": "1 Jalan X"}}

    first, second = make(TEN, **wish), make(TEN, **wish)

    assert [(each.outlet_key, each.reference[:3]) for each in (first, second)] == [
        ("near", "HC-"),
        ("kl", "HC-"),
    ]
    assert first.point == HOME
    assert first.private["address"] == "1 Jalan X"
    with pytest.raises(UnavailableError) as failure:
        make(TEN, **{**wish, "point": BANGKOK})
    assert failure.value.verdict.why == "not_offered"


def test_cancelling_frees_the_time_and_is_no_error_twice(session, make):
    booking = make(TEN)

    cancelled = book.cancel(session, booking.id, actor="customer", now=NOW)
    again = book.cancel(session, booking.id, actor="customer", now=NOW + timedelta(hours=1))

    assert (cancelled.state, cancelled.sequence, again) == ("cancelled", 1, cancelled)
    assert units_of(session, booking.id) == []
    assert make(TEN).state == "confirmed"


@pytest.mark.parametrize(("end", "state"), [(book.finish, "done"), (book.miss, "no_show")])
def test_a_booking_that_is_over_holds_nothing(session, make, end, state):
    booking = make(TEN)

    ended = end(session, booking.id, now=TEN + timedelta(minutes=20))

    assert (ended.state, ended.holds) == (state, False)
    assert units_of(session, booking.id) == []
    assert records.history(session, booking.id)[-1].actor == "staff"


def test_loading_by_reference_as_people_type_it(session, make):
    booking = make(TEN)
    typed = booking.reference.lower().replace("-", " ").replace("2", "z").replace("8", "b")

    assert book.by_reference(session, typed) == booking
    assert book.by_reference(session, booking.reference[3:]) == booking
    assert book.by_reference(session, "TD-222222") is None
    assert book.by_reference(session, "what?") is None
    assert book.record(session, 99) is None


def test_a_conversation_sees_its_own_bookings_to_come_and_those_it_opened(session, make):
    late, early = make(at(TUESDAY, 12)), make(TEN)
    gone = make(at(TUESDAY, 14))
    book.cancel(session, gone.id, actor="customer", now=NOW)
    others = make(at(TUESDAY, 15), conversation_id="two")

    def seen(conversation, now=NOW):
        return [each.id for each in book.of_conversation(session, conversation, now)]

    assert seen("one") == [early.id, late.id]
    session.add(BookingAccess(booking_id=others.id, conversation_id="one", granted_at=NOW))
    session.flush()
    assert seen("one") == [early.id, late.id, others.id]
    assert seen("two") == [others.id]
    assert seen("one", now=early.ends_at) == [late.id, others.id]
    assert set(records.conversations_of(session, others.id)) == {"one", "two"}


def test_staff_see_a_day_of_the_outlets_own_clock_in_every_state(session, make):
    add_outlet(session, "night", hours={day: [(0, 1440)] for day in range(7)})
    add_resource(session, "night-car", "night")
    first = make(at(TUESDAY, 0), outlet_key="night")
    last = make(at(TUESDAY, 23), outlet_key="night")
    gone = make(TEN, outlet_key="night")
    book.cancel(session, gone.id, actor="customer", now=NOW)
    make(at(WEDNESDAY, 0), outlet_key="night")
    make(TEN)

    found = [each.id for each in book.of_day(session, "night", TUESDAY)]

    assert found == [first.id, gone.id, last.id]
    assert book.of_day(session, "nowhere", TUESDAY) == []


def test_an_erased_booking_still_loads(session, make):
    booking = make(TEN)
    row = session.get(Booking, booking.id)
    row.private, row.phone_digest = None, None
    session.flush()

    assert records.record(session, booking.id) == replace(booking, private={})
