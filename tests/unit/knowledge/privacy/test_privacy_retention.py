"""What has had its time is erased, to the day, in batches; what has not stays."""

from dataclasses import astuple, fields
from datetime import timedelta

import pytest
from sqlalchemy import select

from knowledge import jobs
from knowledge.bookings.tables import AccessCode, Booking, BookingAccess, Waiting
from knowledge.conversations import Conversation, InboxRow, OutboxRow, StoredMessage
from knowledge.database import Database
from knowledge.handovers import Handover
from knowledge.migrations import migrate
from knowledge.privacy import retention
from knowledge.privacy.retention import BOOKING, CODE, HANDOVER, PERIODS, TALK, WAITING, Counts
from knowledge.privacy.tables import Consent
from tests.unit.knowledge.privacy import customers
from tests.unit.knowledge.privacy.customers import DAY, NAME, NOW

SECOND = timedelta(seconds=1)


@pytest.fixture
def empty(database_url):
    """An outlet, and nobody yet."""
    migrate(database_url)
    with Database(database_url) as database:
        with database.transaction() as session:
            customers.outlet(session)
        yield database


def erased(database, now=NOW):
    return {
        name: count for name, count in zip(NAMES, astuple(retention.run(database, now)), strict=True) if count
    }


NAMES = [each.name for each in fields(Counts)]


def test_nothing_young_is_erased(database):
    assert erased(database) == {}


def test_a_conversation_goes_with_all_that_was_said_a_year_after_its_last_message(empty):
    with empty.transaction() as session:
        customers.talk(session, "old", "long ago", at=NOW - TALK.length - SECOND)
        customers.talk(session, "young", "not so long ago", at=NOW - TALK.length + SECOND)
        came_back = customers.talk(session, "back", "long ago", at=NOW - 2 * TALK.length)
        session.add(
            StoredMessage(
                conversation_id=came_back.id,
                direction="out",
                author="assistant",
                text="a reminder",
                content={},
                created_at=NOW - DAY,
            )
        )
        customers.booking(session, "TD-OLD", "old", NOW - 100 * DAY)
        session.add(
            Consent(conversation_id="old", purpose="bookings", wording="w", language="en", given_at=NOW)
        )

    assert erased(empty) == {"conversations": 1}
    with empty.reading() as session:
        left = {"young", "back"}
        assert set(session.scalars(select(Conversation.id))) == left
        for table in (StoredMessage, InboxRow, OutboxRow):
            assert set(session.scalars(select(table.conversation_id))) == left
        # What was booked and agreed to stays, without telling whose it was.
        assert session.scalars(select(Booking.conversation_id)).all() == [None]
        assert session.scalars(select(Consent.conversation_id)).all() == [None]


def test_a_booking_loses_what_is_private_half_a_year_after_its_end(empty):
    with empty.transaction() as session:
        customers.talk(session, "one", "hello")
        old = customers.booking(session, "TD-OLD", "one", NOW - BOOKING.length - timedelta(hours=2))
        young = customers.booking(session, "TD-YOUNG", "one", NOW - BOOKING.length)
        session.add(BookingAccess(booking_id=old.id, conversation_id="one", granted_at=NOW))
        session.add(BookingAccess(booking_id=young.id, conversation_id="one", granted_at=NOW))

    assert erased(empty) == {"bookings": 1}
    with empty.reading() as session:
        old, young = session.scalars(select(Booking).order_by(Booking.id)).all()
        assert (old.private, old.phone_digest, old.details) == (None, None, {"licence": True})
        assert (young.private["name"], young.phone_digest) == (NAME, "d" * 64)
        assert session.scalars(select(BookingAccess.booking_id)).all() == [young.id]


def test_handovers_codes_and_the_waiting_list_have_their_time(empty):
    with empty.transaction() as session:
        customers.talk(session, "one", "hello")
        for reference, at in (("OLD", -SECOND), ("YOUNG", SECOND)):
            customers.handover(session, reference, "one", NOW - HANDOVER.length + at)
            customers.code(session, "one", None, NOW - CODE.length + at)
        last_day = (NOW - WAITING.length).date()
        customers.waiting(session, "old", "one", last_day - DAY)
        customers.waiting(session, "young", "one", last_day)

    assert erased(empty) == {"handovers": 1, "codes": 1, "waiting": 1}
    with empty.reading() as session:
        assert session.scalars(select(Handover.reference)).all() == ["YOUNG"]
        assert session.scalars(select(AccessCode.created_at)).all() == [NOW - CODE.length + SECOND]
        assert session.scalars(select(Waiting.request_key)).all() == ["young"]


def test_much_of_it_goes_in_batches(empty, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 3)
    with empty.transaction() as session:
        for number in range(8):
            customers.talk(session, f"{number}", "long ago", at=NOW - TALK.length - DAY)
    with empty.reading() as session:
        assert len(retention.due(session, NOW, limit=3).conversations) == 3
        assert retention.due(session, NOW, limit=None).counts == Counts(conversations=8)
    assert erased(empty) == {"conversations": 8}


def test_who_comes_back_between_the_look_and_the_erasing_stays(empty):
    with empty.transaction() as session:
        customers.talk(session, "one", "long ago", at=NOW - TALK.length - DAY)
    with empty.reading() as session:
        found = retention.due(session, NOW)
    with empty.transaction() as session:
        message = session.scalars(select(StoredMessage).order_by(StoredMessage.id.desc())).first()
        message.created_at = NOW
    with empty.transaction() as session:
        assert not retention.erase(session, found, NOW)
    assert len(found.conversations) == 1


def test_every_period_has_its_reason():
    assert len(PERIODS) == len(NAMES)
    assert all(each.reason and each.since and each.length >= DAY for each in PERIODS.values())
    assert (TALK.months, BOOKING.months, HANDOVER.months, WAITING.months) == (12, 6, 12, 1)


def test_looking_goes_through_no_conversation(sqlite_url):
    """Rows of conversations are long; the look reads their keys in an index and one message of each."""
    migrate(sqlite_url)
    with Database(sqlite_url) as database, database.engine.connect() as connection:
        look = select(Conversation.id).where(retention.silent(NOW))
        statement = look.compile(connection, compile_kwargs={"literal_binds": True})
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
    assert "SCAN conversations USING COVERING INDEX sqlite_autoindex_conversations_1" in steps
    assert "SEARCH messages USING INDEX ix_messages_conversation_id_id (conversation_id=?)" in steps


def test_one_process_at_a_time_takes_a_job(empty):
    hour = timedelta(hours=1)
    with empty.transaction() as session:
        assert jobs.is_due(session, "erase", NOW)
        assert jobs.take(session, "erase", NOW, hour)
        assert not jobs.is_due(session, "erase", NOW)
        assert not jobs.take(session, "erase", NOW + hour - SECOND, hour)
        assert jobs.take(session, "another", NOW, hour)
        assert jobs.is_due(session, "erase", NOW + hour)
        assert jobs.take(session, "erase", NOW + hour, hour)
