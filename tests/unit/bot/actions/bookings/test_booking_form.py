"""The form on the real knowledge base: full days, the waiting list, somebody faster, codes for other chats."""

from sqlalchemy import select

from knowledge.bookings import book, records, waiting
from knowledge.bookings.tables import Booking, Notice
from tests.unit.bot.actions.bookings.conftest import FRIDAY, KL, NOW, Customer, at

ME = {"name": "Tan Mei Ling", "phone": "+60125550142"}


def _to_the_summary(customer: Customer, when: str = "Friday 11am") -> str:
    customer.say("test drive", "book_test_drive", model="smart_1", variant="premium", outlet="sample_ipoh")
    customer.say(when)
    customer.say("Tan Mei Ling")
    return customer.say("012-555 0142", phone="+60125550142")


def test_a_booking_is_made_on_yes_alone(customer, session):
    assert "Shall I book it?" in _to_the_summary(customer)
    assert session.scalars(select(Booking)).all() == []
    assert "Booked! Your reference is TD-" in customer.say("yes", "affirm")
    [made] = records.of_conversation(session, "customer", NOW)
    assert (made.starts_at, made.private) == (at(FRIDAY, 11), ME)
    assert made.consent_id is not None


def test_the_name_and_the_phone_are_not_readable_in_the_database(customer, session):
    _to_the_summary(customer)
    customer.say("yes", "affirm")
    [row] = session.execute(Booking.__table__.select()).all()
    raw = session.connection().exec_driver_sql("SELECT * FROM bookings").one()
    assert row.private == ME
    assert not any("Mei Ling" in str(value) or "125550142" in str(value) for value in raw)


def test_of_two_readings_the_one_at_which_the_outlet_is_open_is_meant(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    customer.say("Friday at 3")
    assert customer.draft.time == at(FRIDAY, 15)


def test_a_half_hour_is_taken(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    customer.say("Friday 10.30am")
    assert customer.draft.time == at(FRIDAY, 10, 30)


def test_a_time_that_was_said_first_is_looked_at_once_the_place_is_known(customer):
    assert "Where would suit you" in customer.say("Friday 11am", "book_test_drive", model="smart_1")
    customer.say("", outlet="sample_ipoh")
    assert customer.draft.time == at(FRIDAY, 11)


def test_a_time_is_looked_at_again_where_the_place_changes(customer):
    customer.say("Friday 9pm", "book_test_drive", model="smart_1", outlet="sample_kuala_lumpur")
    assert customer.draft.time == at(FRIDAY, 21)
    assert "open" in customer.say("rather in Ipoh", place="ipoh")
    assert customer.draft.time is None


def test_a_taken_time_names_others_and_a_full_day_the_waiting_list(customer, fill):
    fill("test_drive", "sample_ipoh", FRIDAY, 11, 12, "smart_3")
    customer.say("test drive", "book_test_drive", model="smart_3", outlet="sample_ipoh")
    assert "11 am is already taken" in customer.say("Friday 11am")
    fill("test_drive", "sample_ipoh", FRIDAY, 8, 20, "smart_3")
    full = customer.say("Friday")
    assert "Everything is taken on Fri 27 Nov" in full
    assert "Waiting list" in full


def test_who_waits_is_in_line_and_takes_what_is_offered(customer, fill, session, texts):
    fill("test_drive", "sample_ipoh", FRIDAY, 8, 20, "smart_3")
    customer.say("test drive", "book_test_drive", model="smart_3", outlet="sample_ipoh")
    customer.say("Friday")
    customer.press("time=wait")
    customer.say("Tan Mei Ling")
    assert "waiting list" in customer.say("012-555 0142", phone="+60125550142")
    assert "number 1 in line" in customer.say("yes", "affirm")
    [place] = waiting.of_conversation(session, "customer")
    taken = session.scalars(select(Booking).order_by(Booking.id)).first()
    book.cancel(session, taken.id, actor="customer", now=NOW)
    booked = customer.say("", "check_booking", booking_offer=str(place.id), decision="accept")
    assert "Booked! Your reference is TD-" in booked
    assert "run out" in Customer(session, texts, "another").say(
        "", "check_booking", booking_offer=str(place.id + 1), decision="accept"
    )


def test_who_is_a_moment_late_is_told_and_asked_again(customer, fill):
    _to_the_summary(customer)
    fill("test_drive", "sample_ipoh", FRIDAY, 11, 12, "smart_1")
    late = customer.say("yes", "affirm")
    assert "somebody was just a moment faster" in late
    assert "When would you like to come" in late
    assert customer.draft.values["name"] == "Tan Mei Ling"


def test_the_same_yes_again_is_the_same_booking(customer, session):
    _to_the_summary(customer)
    before = dict(customer.slots)
    first = customer.say("yes", "affirm")
    customer.slots = before  # the answer was lost, and the turn is done again from where it stood
    assert customer.say("yes", "affirm") == first
    assert len(session.scalars(select(Booking)).all()) == 1


def test_another_chat_sees_a_booking_with_its_code_alone(customer, session, texts):
    _to_the_summary(customer)
    customer.say("yes", "affirm")
    [made] = records.of_conversation(session, "customer", NOW)
    other = Customer(session, texts, "other")
    assert "Which phone number" in other.say("", "check_booking", booking_reference=made.reference)
    asked = other.say("012-555 0142", phone="+60125550142")
    wrong = Customer(session, texts, "wrong")
    wrong.say("", "check_booking", booking_reference=made.reference)
    assert wrong.say("012-555 0143", phone="+60125550143") == asked
    assert "isn't right" in other.say("000 000")
    code = session.scalars(
        select(Notice.secret).where(Notice.kind == "code", Notice.booking_id == made.id)
    ).one()
    assert made.reference in other.say(code)
    assert "isn't right" in wrong.say(code)
    assert [each.id for each in records.of_conversation(session, "other", NOW)] == [made.id]


def test_an_answer_that_is_none_is_left_to_others(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    assert customer.say("how much is it?", "ask_price", model="smart_3") == "(no answer)"
    assert customer.draft.values["car"] == ["smart_1", None]


def test_relative_days_are_of_the_outlets_clock(customer):
    customer.now = at(FRIDAY, 0, 30)  # still Thursday in UTC
    customer.say("tomorrow 11am", "book_test_drive", model="smart_1", outlet="sample_kuala_lumpur")
    assert customer.draft.time.astimezone(KL).date().isoformat() == "2026-11-28"
