"""Erasing: nothing of the customer is left anywhere, nothing of others is touched."""

import json

from sqlalchemy import select

from knowledge import vault
from knowledge.bookings.tables import AccessCode, Booking, BookingEvent, HeldUnit, Notice, Waiting
from knowledge.conversations import Conversation, InboxRow, OutboxRow, StoredMessage
from knowledge.handovers import Handover
from knowledge.privacy import consents
from knowledge.privacy.erase import Erased, erase
from knowledge.privacy.export import export
from knowledge.privacy.kept import Kept, kept
from tests.unit.knowledge.privacy.customers import NAME, NOW, PHONE, PLATE, texts


def opened(url: str) -> str:
    """Return all that stands in the database, with everything sealed opened."""
    words = "\n".join(texts(url).values()).split("'")
    return "\n".join(vault.current().open(word) for word in words)


def test_before_it_her_name_is_in_the_database_for_who_has_the_keys(database, database_url):
    found = opened(database_url)
    assert all(each in found for each in (NAME, PHONE, PLATE))


def test_nothing_of_her_is_left_in_any_table(database, database_url):
    with database.transaction() as session:
        session.delete(session.scalars(select(Booking).where(Booking.reference == "TD-OTHERS")).one())
        assert erase(session, "one", NOW) == Erased(
            messages=4, bookings=3, cancelled=2, handovers=1, waiting=1
        )
    found = opened(database_url)
    assert [each for each in (NAME, PHONE, PLATE, "Noted") if each in found] == [
        "Noted"
    ]  # said to the other one


def test_bookings_to_come_are_cancelled_and_the_rest_stays_without_her(session):
    erase(session, "one", NOW)
    rows = {each.reference: each for each in session.scalars(select(Booking))}

    assert {key: row.state for key, row in rows.items()} == {
        "TD-COMING": "cancelled",
        "TD-PAST": "done",
        "TD-OPENED": "cancelled",
        "TD-OTHERS": "confirmed",
    }
    hers = [row for key, row in rows.items() if key != "TD-OTHERS"]
    assert {(row.private, row.phone_digest, row.conversation_id) for row in hers} == {(None, None, None)}
    assert rows["TD-OTHERS"].private["name"] == NAME
    held = {unit.booking_id for unit in session.scalars(select(HeldUnit))}
    assert rows["TD-COMING"].id not in held
    assert rows["TD-OTHERS"].id in held
    due = {each.booking_id for each in session.scalars(select(Notice).where(Notice.status == "due"))}
    assert due == {rows["TD-OTHERS"].id}
    assert len(session.scalars(select(BookingEvent)).all()) == 6  # what happened stays on record


def test_others_keep_what_is_theirs(session):
    before = export(session, "two", NOW)
    erase(session, "one", NOW)
    assert export(session, "two", NOW) == before


def test_her_conversation_is_empty_and_her_consents_are_taken_back(session):
    erase(session, "one", NOW)
    conversation = session.get(Conversation, "one", populate_existing=True)

    assert (conversation.state, conversation.choices) == (None, {})
    assert consents.given(session, "one", consents.BOOKINGS) is None
    for table in (StoredMessage, InboxRow, OutboxRow, Handover, Waiting, AccessCode):
        assert session.scalars(select(table).where(table.conversation_id == "one")).all() == []
    assert kept(session, "one", NOW) == Kept(0, None, 0, 0, 0, 0, (), True)


def test_what_came_in_meanwhile_is_still_to_be_answered(session):
    rows = session.scalars(
        select(InboxRow).where(InboxRow.conversation_id == "one").order_by(InboxRow.id)
    ).all()
    asking, later = rows
    later.status = "new"
    session.flush()
    erase(session, "one", NOW, answering=asking.id)

    left = session.scalars(
        select(InboxRow).where(InboxRow.conversation_id == "one").order_by(InboxRow.id)
    ).all()
    assert [row.id for row in left] == [asking.id, later.id]
    messages = session.scalars(select(StoredMessage).where(StoredMessage.conversation_id == "one")).all()
    assert [each.id for each in messages] == [later.message_id]


def test_erasing_twice_finds_nothing_more(session):
    erase(session, "one", NOW)
    assert erase(session, "one", NOW) == Erased(0, 0, 0, 0, 0)


def test_what_is_kept_is_counted(session):
    found = kept(session, "one", NOW)
    assert found == Kept(
        messages=4,
        since=NOW,
        bookings=3,
        upcoming=2,
        handovers=1,
        waiting=1,
        consents=(("bookings", NOW),),
        may_message=True,
    )


def test_the_export_has_everything_and_only_hers(session):
    found = export(session, "one", NOW)
    written = json.dumps(found, ensure_ascii=False)

    assert all(
        each in written for each in (NAME, PHONE, PLATE, "smart Petaling Jaya", "CB-ONE", "bookings-0")
    )
    assert [each["reference"] for each in found["bookings"]] == ["TD-COMING", "TD-PAST", "TD-OPENED"]
    assert [each["text"] for each in found["messages"]][:2] == [
        f"My name is {NAME}",
        f"Noted: My name is {NAME}",
    ]
    assert found["waiting_list"][0]["draft"]["private"]["name"] == NAME
    assert "TD-OTHERS" not in written
    assert export(session, "nobody", NOW) is None
