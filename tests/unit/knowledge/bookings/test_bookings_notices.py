"""What is said of its own accord: planned with each change, said once, never in the night or too late."""

import threading
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from moments import MONDAY, NOW, TUESDAY, WEDNESDAY, at, clock
from sqlalchemy import select

from knowledge.bookings import book, notices, records
from knowledge.bookings.tables import Notice
from knowledge.database import Database
from scripts.bench.bookings.network import add_resource, draft

TEN = at(WEDNESDAY, 10)


def planned(session, status="due"):
    rows = session.scalars(select(Notice).where(Notice.status == status).order_by(Notice.due_at, Notice.id))
    return [(each.kind, each.due_at) for each in rows]


def say_all(session, now, limit=10):
    found = notices.due(session, now, limit)
    assert all(notices.said(session, each.id, now) for each in found)
    return [(each.kind, each.booking.id) for each in found]


@pytest.mark.parametrize(
    ("starts", "day_before"),
    [((10, 0), (10, 0)), ((7, 30), (9, 0)), ((23, 15), (20, 0)), ((9, 0), (9, 0)), ((20, 0), (20, 0))],
)
def test_the_day_before_is_at_the_same_hour_but_not_in_the_night(starts, day_before):
    for name in ("Asia/Kuala_Lumpur", "Asia/Bangkok"):
        zone = ZoneInfo(name)
        start = datetime(2026, 11, 25, *starts, tzinfo=zone)

        found = notices.reminder_times(start, zone)

        assert found["day_before"] == datetime(2026, 11, 24, *day_before, tzinfo=zone)
        assert found["hours_before"] == start - timedelta(hours=2)


def test_a_booking_plans_its_two_reminders(session, make):
    make(TEN)

    assert planned(session) == [("day_before", at(TUESDAY, 10)), ("hours_before", at(WEDNESDAY, 8))]


def test_what_is_already_past_is_not_planned(session, make):
    make(at(TUESDAY, 9))  # of which the day before was an hour ago
    assert planned(session) == [("hours_before", at(TUESDAY, 7))]
    make(at(MONDAY, 12), conversation_id="two")  # in exactly two hours
    assert len(planned(session)) == 1


def test_a_request_has_reminders_once_it_is_confirmed(session, make):
    add_resource(session, "bay", "kl", kind="service_bay", confirms=False)
    booking = make(TEN, kind="service")
    assert planned(session) == []

    book.confirm(session, booking.id, now=NOW)

    assert [kind for kind, _ in planned(session)] == ["confirmed", "day_before", "hours_before"]


def test_a_move_plans_anew_and_back_again(session, make):
    booking = make(TEN)
    there = at(WEDNESDAY, 15)

    book.move(session, booking.id, there, actor="customer", now=NOW)
    assert planned(session) == [("day_before", at(TUESDAY, 15)), ("hours_before", at(WEDNESDAY, 13))]
    book.move(session, booking.id, TEN, actor="customer", now=NOW)

    assert planned(session) == [("day_before", at(TUESDAY, 10)), ("hours_before", at(WEDNESDAY, 8))]
    assert len(planned(session, "dropped")) == 2


def test_only_changes_by_staff_are_told_and_only_the_last(session, make):
    booking = make(TEN)
    book.move(session, booking.id, at(WEDNESDAY, 11), actor="customer", now=NOW)
    assert [kind for kind, _ in planned(session)] == ["day_before", "hours_before"]
    book.move(session, booking.id, at(WEDNESDAY, 12), actor="staff", now=NOW)
    book.move(session, booking.id, at(WEDNESDAY, 13), actor="staff", now=NOW)
    assert planned(session)[0] == ("moved", NOW)
    assert [kind for kind, _ in planned(session)] == ["moved", "day_before", "hours_before"]

    book.cancel(session, booking.id, actor="staff", now=NOW)

    assert planned(session) == [("cancelled", NOW)]


def test_a_cancelled_booking_says_nothing_more(session, make):
    booking = make(TEN)

    book.cancel(session, booking.id, actor="customer", now=NOW)

    assert planned(session) == []
    assert say_all(session, at(TUESDAY, 10)) == []


def test_reminders_are_said_when_due_once_and_the_first_makes_it_reminded(session, make):
    booking = make(TEN)

    assert say_all(session, at(TUESDAY, 9, 59)) == []
    assert say_all(session, at(TUESDAY, 10)) == [("day_before", booking.id)]
    assert records.record(session, booking.id).state == "reminded"
    assert records.history(session, booking.id)[-1].actor == "system"
    assert say_all(session, at(TUESDAY, 10, 1)) == []
    assert say_all(session, at(WEDNESDAY, 8)) == [("hours_before", booking.id)]
    assert say_all(session, at(WEDNESDAY, 9)) == []


def test_a_notice_is_said_or_dropped_once(session, make):
    make(TEN)
    (notice,) = notices.due(session, at(TUESDAY, 10), 10)

    assert notices.dropped(session, notice.id)
    assert not notices.said(session, notice.id, at(TUESDAY, 10))
    assert not notices.dropped(session, notice.id)
    assert records.record(session, notice.booking.id).state == "confirmed"


def test_moving_a_reminded_booking_has_it_reminded_again(session, make):
    booking = make(TEN)
    say_all(session, at(TUESDAY, 10))
    there = at(date(2026, 11, 26), 10)

    moved = book.move(session, booking.id, there, actor="customer", now=at(TUESDAY, 11))

    assert moved.state == "confirmed"
    assert say_all(session, at(WEDNESDAY, 10)) == [("day_before", booking.id)]


def test_after_an_outage_no_reminder_comes_too_late(session, make):
    booking = make(TEN)

    assert say_all(session, at(WEDNESDAY, 8, 30)) == [("hours_before", booking.id)]
    assert [kind for kind, _ in planned(session, "dropped")] == ["day_before"]
    make(at(WEDNESDAY, 15))
    assert say_all(session, at(WEDNESDAY, 16)) == []


def test_after_an_outage_the_night_stays_quiet(session, make):
    booking = make(at(WEDNESDAY, 17))

    assert say_all(session, at(TUESDAY, 23)) == []
    assert planned(session)[0] == ("day_before", at(WEDNESDAY, 9))
    assert say_all(session, at(WEDNESDAY, 9)) == [("day_before", booking.id)]


def test_early_in_the_morning_it_waits_for_the_same_day(session, make):
    make(at(WEDNESDAY, 17))
    session.scalars(select(Notice)).first().due_at = at(WEDNESDAY, 3)
    session.flush()

    assert notices.due(session, at(WEDNESDAY, 4), 10) == []
    assert [clock(due_at) for kind, due_at in planned(session) if kind == "day_before"] == ["09:00"]


def test_no_more_than_asked_for_and_the_longest_due_first(session, make):
    add_resource(session, "car-2", "kl")
    first, second, third = make(TEN), make(TEN), make(at(WEDNESDAY, 9))

    assert say_all(session, at(TUESDAY, 12), limit=2) == [("day_before", third.id), ("day_before", first.id)]
    assert say_all(session, at(TUESDAY, 12), limit=2) == [("day_before", second.id)]


def test_a_crash_between_message_and_mark_says_it_again(database):
    with database.transaction() as session:
        book.book(session, draft("kl", TEN), request_key="r", now=NOW)

    def deliver():
        with database.transaction() as session:
            assert say_all(session, at(TUESDAY, 10))
            raise RuntimeError("the message is not stored")

    with pytest.raises(RuntimeError, match="not stored"):
        deliver()
    with database.transaction() as session:
        assert len(say_all(session, at(TUESDAY, 10))) == 1


def test_several_deliverers_say_each_once(database):
    moments = [at(WEDNESDAY, hour) for hour in range(9, 18)]
    with database.transaction() as session:
        for moment in moments:
            book.book(session, draft("kl", moment), request_key=str(moment), now=NOW)
    said, start = [], threading.Barrier(4)

    def deliver(opened: Database):
        start.wait()
        for _ in moments:
            with opened.transaction() as session:
                said.extend(say_all(session, at(TUESDAY, 18), limit=2))

    with Database(database.engine.url) as other:
        threads = [threading.Thread(target=deliver, args=(each,)) for each in (database, other) * 2]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    assert len(said) == len(set(said)) == len(moments)
    with database.reading() as session:
        states = {each.state for each in book.of_day(session, "kl", WEDNESDAY)}
    assert states == {"reminded"}
