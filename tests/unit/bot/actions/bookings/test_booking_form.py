"""The form on the real knowledge base: full days, the waiting list, somebody faster, codes for other chats."""

from sqlalchemy import select

from bot.actions.bookings.form import take
from bot.actions.turn import Entity, Question, Turn
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


def _booked(customer: Customer, when: str = "Friday 11am") -> None:
    _to_the_summary(customer, when)
    customer.say("yes", "affirm")


def test_a_booking_is_moved_by_an_hour(customer, session):
    _booked(customer)
    said = customer.say("an hour later please", "change_booking", duration={"amount": 1, "unit": "hour"})
    assert "Shall I move" in said
    customer.say("half an hour earlier", duration={"amount": 30, "unit": "minute"})
    customer.say("yes", "affirm")
    [made] = records.of_conversation(session, "customer", NOW)
    assert made.starts_at == at(FRIDAY, 11, 30)


def test_later_says_nothing_of_the_time_where_something_else_is_asked_for(customer):
    customer.say("regular service", "book_service", outlet="sample_petaling_jaya")
    customer.say("Friday 11am")
    assert "number plate" in customer.say("I'll leave it and pick it up later")
    assert customer.draft.time == at(FRIDAY, 11)


def test_the_time_that_it_has_is_not_offered_again(customer):
    _booked(customer, "tomorrow 12 noon")
    said = customer.say("move it", "change_booking")
    assert ("Tue 24 Nov, 12 noon" in said, "Tue 24 Nov" in said) == (False, True)
    assert "when it is already" in customer.say("tomorrow 12 noon")
    assert customer.draft.time is None


def test_earlier_without_an_amount_offers_what_is_free_before(customer):
    _booked(customer)
    said = customer.say("can I come earlier", "change_booking")
    assert ("10 am" in said, "11 am" in said, "2 pm" in said) == (True, False, False)


def test_a_day_that_does_not_suit_is_not_offered(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    said = customer.say("not tomorrow", "deny")
    assert "All right, not then." in said
    assert "24 Nov" not in said
    assert "25 Nov" in said


def test_of_two_days_that_would_do_both_are_offered(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    said = customer.say("Wednesday 10am or Friday 2pm")
    assert "Wed 25 Nov" in said
    assert "Fri 27 Nov" in said
    customer.say("Wednesday or Friday at 3pm")
    assert customer.draft.time is None


def test_who_moves_a_booking_is_told_what_stays(customer):
    _booked(customer)
    assert "Only the time and the place" in customer.say(
        "change it to the #3", "change_booking", model="smart_3"
    )


def test_questions_about_the_appointment_are_answered_and_it_goes_on(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    for text, answer in (
        ("how long is the test drive?", "set aside"),
        ("what should i bring?", "driving licence"),
        ("is it free?", "no price for this on record"),
        ("can i bring my wife?", "no rule on record"),
    ):
        named = {"booking_kind": "test_drive"} if "test drive" in text else {}
        said = customer.say(text, "book_test_drive", **named)
        assert answer in said
        assert "When would you like to come" in said


def test_a_question_about_the_appointment_is_told_from_an_answer_and_from_other_questions(customer):
    customer.say("test drive", "book_test_drive", model="smart_1", outlet="sample_ipoh")
    customer.say("Friday 11am")
    assert "set aside" in customer.say("ใช้เวลานานไหมคะ", "ask_service_cost")
    assert "no price for this on record" in customer.say("要钱吗", "inform")
    assert customer.say("how long to charge the #1?", "ask_charging_time", model="smart_1") == "(no answer)"
    assert customer.say("how much is it again?", "ask_price") == "(no answer)"
    customer.say("Long Wei Jie")
    assert customer.draft.values["name"] == "Long Wei Jie"


def test_a_plate_whose_figures_mean_goodbye_is_a_plate(customer):
    customer.say("service", "book_service", outlet="sample_petaling_jaya")
    customer.say("regular service")
    customer.say("Friday 11am")
    customer.say("wait")
    customer.say("JQR 88", "goodbye", plate="JQR88")
    assert customer.draft.values["plate"] == "JQR88"


def test_a_wrong_code_does_not_repeat_the_whole_request(customer, session, texts):
    _booked(customer)
    other = Customer(session, texts, "other")
    [made] = records.of_conversation(session, "customer", NOW)
    other.say(f"cancel {made.reference}", "cancel_booking", booking_reference=made.reference)
    assert "If reference and number belong together" in other.say("012-555 0142", phone="+60125550142")
    said = other.say("000000")
    assert "isn't right" in said
    assert "If reference and number" not in said


def test_a_thai_plate_keeps_its_province(customer):
    text = "1กข 1234 กรุงเทพ"
    customer.say("service", "book_service", outlet="sample_bangkok_sukhumvit")
    where = [Entity("plate", "1กข1234", 0, None, 8), Entity("place", "bangkok", 9, None, len(text))]
    turn = Turn(
        "customer", "1", text, "th", "TH", (Question("inform", text, tuple(where)),), (), customer.slots
    )
    taken = take(session=customer.session, turn=turn, now=NOW)
    assert taken.draft.values["plate"] == "1กข1234 กรุงเทพ"
    assert taken.draft.values["outlet"] == "sample_bangkok_sukhumvit"
