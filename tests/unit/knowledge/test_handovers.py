"""Requests for a person: once each, with what the person needs to know."""

from datetime import UTC, datetime

import pytest

from knowledge import conversations, handovers, references
from knowledge.conversations import Conversation, StoredMessage
from knowledge.database import Database
from knowledge.migrations import migrate

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
def database(database_url):
    migrate(database_url)
    with Database(database_url) as opened:
        yield opened


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        for talk in ("one", "two"):
            opened.add(Conversation(id=talk, channel="web", sender=talk, created_at=NOW, updated_at=NOW))
        opened.flush()
        yield opened


def say(session, author, text, talk="one"):
    direction = "in" if author == "customer" else "out"
    session.add(
        StoredMessage(
            conversation_id=talk, direction=direction, author=author, text=text, content={}, created_at=NOW
        )
    )
    session.flush()


def ask(session, key, kind="agent", talk="one", **more):
    known = {"reason": "wants a person", "topic": None, "language": "th", "market": "TH"}
    return handovers.request(session, kind=kind, conversation_id=talk, request_key=key, **{**known, **more})


def test_request_carries_what_was_said(session):
    say(session, "customer", "ขอคุยกับคน")
    say(session, "assistant", "ได้ค่ะ")
    say(session, "customer", "not mine", talk="two")
    handover = ask(session, "1", topic="ask_price")

    assert [(line["author"], line["text"]) for line in handover.transcript] == [
        ("customer", "ขอคุยกับคน"),
        ("assistant", "ได้ค่ะ"),
    ]
    assert handover.transcript[0]["at"] == "2026-11-20T00:00:00+00:00"
    assert (handover.status, handover.topic, handover.language) == ("waiting", "ask_price", "th")
    assert handover.reference.startswith("AG-")


def test_same_request_is_the_same_handover(session):
    first = ask(session, "1", kind="callback", phone="+66812345678", name="Nok", preferred_time="เช้า")
    again = ask(session, "1", kind="callback", phone="+66899999999")

    assert again is first
    assert (again.phone, again.name, again.preferred_time) == ("+66812345678", "Nok", "เช้า")
    assert again.reference.startswith("CB-")


def test_customer_who_waits_already_keeps_the_place(session):
    first = ask(session, "1")
    say(session, "customer", "hello?")
    again = ask(session, "2")

    assert again is first
    assert [line["text"] for line in again.transcript] == ["hello?"]
    assert len(handovers.waiting(session)) == 1


def test_closed_request_does_not_stand_in_for_a_new_one(session):
    first = ask(session, "1")
    first.status = "closed"
    session.flush()
    second = ask(session, "2")

    assert second is not first
    assert handovers.waiting(session) == [second]


def test_customer_who_waits_for_a_call_may_correct_the_number(session):
    first = ask(session, "1", kind="callback", phone="+60123456789", name="Nok", preferred_time="pagi")
    again = ask(session, "2", kind="callback", phone="+60198765432")
    later = ask(session, "3", kind="callback", preferred_time="petang")

    assert first is again is later
    assert (first.phone, first.name, first.preferred_time) == ("+60198765432", "Nok", "petang")


def test_each_customer_and_each_kind_is_its_own(session):
    asked = [
        ask(session, "1"),
        ask(session, "2", talk="two"),
        ask(session, "3", kind="callback", phone="+60123456789"),
        ask(session, "4", kind="callback", phone="+60123456789", talk="two"),
    ]

    assert handovers.waiting(session) == asked
    assert len({each.reference for each in asked}) == 4


def test_references_have_no_letters_that_look_alike(session):
    for number in range(50):
        handover = ask(session, str(number), kind="callback")
        handover.status = "closed"
        code = handover.reference.removeprefix("CB-")
        assert len(code) == 6
        assert set(code) <= set(references.ALPHABET)
    for alike in ("O0", "I1L", "B8", "S5", "Z2"):
        assert len(set(alike) & set(references.ALPHABET)) <= 1


def test_long_talk_is_cut_to_its_end(session):
    for number in range(60):
        say(session, "customer", f"{number}")
    handover = ask(session, "1")

    assert [line["text"] for line in handover.transcript] == [f"{number}" for number in range(10, 60)]


def test_history_is_read_in_pages(session):
    for number in range(10):
        say(session, "customer", f"{number}")
    last = conversations.before(session, "one", limit=3)
    earlier = conversations.before(session, "one", last[0].id, limit=3)
    later = conversations.after(session, "one", earlier[-1].id, limit=2)

    assert [row.text for row in last] == ["7", "8", "9"]
    assert [row.text for row in earlier] == ["4", "5", "6"]
    assert [row.text for row in later] == ["7", "8"]
    assert conversations.before(session, "nobody") == []


def test_language_and_owner_are_kept(session):
    assert conversations.language_of(session, "one") is None
    conversations.choose_language(session, "one", "zh")
    conversations.give_to(session, "one", conversations.AGENT)
    talk = session.get(Conversation, "one", populate_existing=True)

    assert conversations.language_of(session, "one") == "zh"
    assert (talk.language_chosen, talk.owner) == (True, "agent")
