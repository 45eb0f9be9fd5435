"""One-time codes: they open the right booking to the right person, and tell nobody else anything."""

import threading
from datetime import timedelta

import pytest
from moments import NOW, TUESDAY, at
from sqlalchemy import select, text

from knowledge.bookings import book, codes, notices, records
from knowledge.bookings.errors import RateLimitedError
from knowledge.bookings.tables import AccessCode, BookingAccess
from knowledge.database import Database
from scripts.bench.bookings.network import draft

PHONE, OTHER_PHONE = "+60123456789", "+60198765432"
TEN = at(TUESDAY, 10)
SOON = NOW + timedelta(minutes=2)


@pytest.fixture
def booking(make):
    return make(TEN)


def told(session, now=NOW):
    """The codes that the booking's own conversation is told."""
    found = [each for each in notices.due(session, now, 10) if each.kind == "code"]
    for each in found:
        notices.said(session, each.id, now)
    return [(each.booking.conversation_id, each.code) for each in found]


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_a_code_opens_the_booking_to_another_conversation(session, booking):
    codes.ask(session, "two", booking.reference.lower().replace("-", " "), PHONE, NOW)
    ((conversation, code),) = told(session)

    assert conversation == "one"
    assert len(code) == 6
    assert book.of_conversation(session, "two", NOW) == []
    assert codes.verify(session, "two", f" {code[:3]} {code[3:]}", SOON) == booking.id
    assert [each.id for each in book.of_conversation(session, "two", NOW)] == [booking.id]
    assert set(records.conversations_of(session, booking.id)) == {"one", "two"}
    assert codes.verify(session, "two", code, SOON) is None  # once


def test_a_code_is_not_kept(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, NOW)
    ((_, code),) = told(session)

    stored = str(session.execute(text("SELECT * FROM booking_codes")).all())
    stored += str(session.execute(text("SELECT kind, secret, status FROM booking_notices")).all())
    assert code not in stored
    assert "sealed:" not in stored  # not even sealed, once it is said


def test_digits_of_another_script_are_digits(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, NOW)
    ((_, code),) = told(session)

    assert codes.verify(session, "two", "".join("๐๑๒๓๔๕๖๗๘๙"[int(each)] for each in code), SOON) == booking.id


def test_wrong_reference_wrong_phone_and_nothing_at_all_look_alike(session, booking):
    def asked(conversation, reference, phone):
        answer = codes.ask(session, conversation, reference, phone, NOW)
        row = session.scalars(select(AccessCode).where(AccessCode.conversation_id == conversation)).one()
        notice = (
            session.execute(text("SELECT * FROM booking_notices ORDER BY id DESC LIMIT 1")).one()._asdict()
        )
        shape = {name: type(value) for name, value in notice.items() if name != "booking_id"}
        return answer, len(row.digest), len(row.target), row.attempts, row.used, row.expires_at, shape

    right = asked("one", booking.reference, PHONE)
    assert asked("two", booking.reference, OTHER_PHONE) == right
    assert asked("three", "TD-222222", PHONE) == right
    assert len(told(session)) == 1
    for conversation in ("two", "three"):
        assert codes.verify(session, conversation, "000000", SOON) is None
    assert codes.verify(session, "one", "what?", SOON) is None


def test_a_guess_never_opens_what_does_not_exist(session, monkeypatch):
    monkeypatch.setattr(codes.secrets, "randbelow", lambda _: 123456)
    codes.ask(session, "two", "TD-222222", PHONE, NOW)

    assert codes.verify(session, "two", "123456", SOON) is None
    assert session.scalars(select(BookingAccess)).all() == []


def test_another_conversations_code_opens_nothing(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, NOW)
    ((_, code),) = told(session)

    assert codes.verify(session, "three", code, SOON) is None
    codes.ask(session, "three", "TD-222222", PHONE, NOW)
    assert codes.verify(session, "three", code, SOON) is None


def test_a_code_lives_ten_minutes(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, NOW)
    ((_, code),) = told(session)

    assert codes.verify(session, "two", code, NOW + timedelta(minutes=10)) is None
    assert codes.verify(session, "two", code, NOW + timedelta(minutes=9, seconds=59)) == booking.id


def test_a_code_that_is_too_old_is_not_sent(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, NOW)

    assert told(session, NOW + timedelta(minutes=10)) == []


def test_a_later_code_takes_the_place_of_an_earlier_one(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, NOW)
    ((_, first),) = told(session)
    codes.ask(session, "two", booking.reference, PHONE, NOW + timedelta(seconds=1))
    ((_, second),) = told(session, SOON)

    assert codes.verify(session, "two", second, SOON) == booking.id
    assert first == second or codes.verify(session, "two", first, SOON) is None


@pytest.mark.parametrize("reference", ["right", "TD-222222"])
def test_five_attempts_and_no_more_whatever_is_asked_for(session, booking, reference):
    codes.ask(session, "two", booking.reference if reference == "right" else reference, PHONE, NOW)
    code = dict(told(session)).get("one", "123456")

    for _ in range(5):
        assert codes.verify(session, "two", wrong(code), SOON) is None
    with pytest.raises(RateLimitedError) as failure:
        codes.verify(session, "two", code, SOON)

    assert failure.value.until == SOON  # another code may be asked for at once
    assert session.scalars(select(BookingAccess)).all() == []


@pytest.mark.parametrize("reference", ["right", "TD-222222"])
def test_three_codes_an_hour_and_no_more_whatever_is_asked_for(session, booking, reference):
    asked = booking.reference if reference == "right" else reference
    for minute in range(3):
        codes.ask(session, "two", asked, PHONE, NOW + timedelta(minutes=minute))

    for other in (asked, "TD-333333"):  # of this conversation
        with pytest.raises(RateLimitedError) as failure:
            codes.ask(session, "two", other, PHONE, NOW + timedelta(minutes=59))
        assert failure.value.until == NOW + timedelta(hours=1)
    with pytest.raises(RateLimitedError):  # and of this booking
        codes.ask(session, "three", asked, PHONE, NOW + timedelta(minutes=59))
    codes.ask(session, "three", asked, OTHER_PHONE, NOW + timedelta(minutes=59))
    codes.ask(session, "two", asked, PHONE, NOW + timedelta(hours=1))


def test_a_booking_that_is_over_or_erased_opens_to_nobody(session, booking):
    codes.ask(session, "two", booking.reference, PHONE, booking.ends_at)

    assert told(session, booking.ends_at) == []


def test_simultaneous_asking_is_counted(database):
    with database.transaction() as session:
        booking = book.book(session, draft("kl", TEN), request_key="r", now=NOW)
    outcomes, start = [], threading.Barrier(8)

    def ask(opened, number):
        conversation = ("two", "three")[number % 2]
        start.wait()
        try:
            with opened.transaction() as session:
                codes.ask(session, conversation, booking.reference, PHONE, NOW)
            outcomes.append("sent")
        except RateLimitedError:
            outcomes.append("limited")

    with Database(database.engine.url) as other:
        threads = [
            threading.Thread(target=ask, args=((database, other)[number // 2 % 2], number))
            for number in range(8)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    assert sorted(outcomes) == ["limited"] * 5 + ["sent"] * 3


def test_simultaneous_attempts_are_counted(database):
    with database.transaction() as session:
        booking = book.book(session, draft("kl", TEN), request_key="r", now=NOW)
        codes.ask(session, "two", booking.reference, PHONE, NOW)
        ((_, code),) = told(session)
    outcomes, start = [], threading.Barrier(8)

    def guess(opened):
        start.wait()
        try:
            with opened.transaction() as session:
                outcomes.append(codes.verify(session, "two", wrong(code), SOON))
        except RateLimitedError:
            outcomes.append("limited")

    with Database(database.engine.url) as other:
        threads = [threading.Thread(target=guess, args=(each,)) for each in (database, other) * 4]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    assert sorted(map(str, outcomes)) == ["None"] * 5 + ["limited"] * 3
