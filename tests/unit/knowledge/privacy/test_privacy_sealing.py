"""Personal data at rest: sealed in the database, what is older still read, sealed anew with a new key."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, select

from knowledge import handovers, vault
from knowledge.__main__ import main
from knowledge.bookings.tables import Booking
from knowledge.conversations import Conversation, StoredMessage
from knowledge.database import Database
from knowledge.handovers import Handover
from knowledge.migrations import downgrade, migrate
from knowledge.privacy import sealing
from knowledge.privacy.export import export
from knowledge.vault import Vault, VaultError, new_key
from tests.unit.knowledge.privacy import customers
from tests.unit.knowledge.privacy.customers import NAME, NOW, PHONE, PLATE, raw, texts

PERSONAL = (NAME, PHONE, PLATE, "after six", "hello")

BEFORE = """
INSERT INTO conversations
  (id, channel, sender, owner, language_chosen, state, choices, created_at, updated_at)
VALUES
  ('one', 'web', 's', 'assistant', '0', '[{"event": "user", "text": "\\u0e0a\\u0e32\\u0e23\\u0e4c\\u0e08"}]',
   '{"recent": {}, "last": []}', '2020-11-01 00:00:00', '2020-11-01 00:00:00'),
  ('two', 'web', 't', 'assistant', '0', NULL, '{}', '2020-11-01 00:00:00', '2020-11-01 00:00:00');
INSERT INTO messages (id, conversation_id, direction, author, text, content, created_at) VALUES
  (7, 'one', 'in', 'customer', 'สวัสดี "quoted" 100%', '{"text": "x", "n": 1.5}', '2020-11-01 00:00:00'),
  (9, 'one', 'out', 'assistant', 'hello', '{"text": "hello"}', '2020-11-01 00:00:00');
INSERT INTO handovers
  (reference, kind, conversation_id, request_key, reason, language, market, transcript, phone, name, status,
   created_at)
VALUES
  ('CB-1', 'callback', 'one', 'k', 'ring me', 'th', 'TH', '[{"author": "customer", "text": "hi"}]',
   '+66812345678', 'Nok', 'waiting', '2020-11-01 00:00:00');
"""


def run(url: str, statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in filter(str.strip, statements.split(";\n")):
            connection.exec_driver_sql(statement.replace("%", "%%") if "postgres" in url else statement)
    engine.dispose()


@pytest.fixture
def old_and_new() -> Iterator[list[str]]:
    """An old and a new key; the vault of the other tests comes back afterwards."""
    kept = vault.current()
    yield [new_key(), new_key()]
    vault.install(kept)


def test_nothing_personal_can_be_read_in_the_database(database, database_url):
    found = texts(database_url)
    assert {table: each for table, all_ in found.items() for each in PERSONAL if each in all_} == {}
    assert all(table in found for table in ("messages", "conversations", "handovers", "bookings"))


def test_nothing_personal_stands_in_the_file_or_its_log(sqlite_url):
    migrate(sqlite_url)
    with Database(sqlite_url) as database:
        with database.transaction() as session:
            customers.everything(session)
        found = raw(sqlite_url)
    assert b"browser-one" in found  # what is not sealed would be seen
    assert [each for each in PERSONAL if each.encode() in found] == []


@pytest.fixture
def old_url(database_url: str) -> str:
    """A database with rows of the time before anything was sealed, brought up to date."""
    migrate(database_url, "0008_bookings")
    run(database_url, BEFORE)
    migrate(database_url)
    return database_url


def test_what_was_written_before_is_read(old_url):
    with Database(old_url) as database, database.transaction() as session:
        one, two = session.get(Conversation, "one"), session.get(Conversation, "two")
        assert (one.state, one.choices) == (
            [{"event": "user", "text": "ชาร์จ"}],
            {"recent": {}, "last": []},
        )
        assert (two.state, two.choices) == (None, {})
        messages = session.scalars(select(StoredMessage).order_by(StoredMessage.id)).all()
        assert [(each.text, each.content) for each in messages] == [
            ('สวัสดี "quoted" 100%', {"text": "x", "n": 1.5}),
            ("hello", {"text": "hello"}),
        ]
        [waiting] = handovers.waiting(session)
        assert (waiting.reason, waiting.phone, waiting.name, waiting.preferred_time) == (
            "ring me",
            "+66812345678",
            "Nok",
            None,
        )
        assert waiting.transcript == [{"author": "customer", "text": "hi"}]


def test_ids_go_on_from_the_last_one_ever_given(sqlite_url):
    migrate(sqlite_url, "0008_bookings")
    run(sqlite_url, BEFORE + "DELETE FROM messages WHERE id = 9;\n")
    migrate(sqlite_url)
    with Database(sqlite_url) as database, database.transaction() as session:
        one = session.get(Conversation, "one")
        message = StoredMessage(
            conversation_id="one",
            direction="in",
            author="customer",
            text="x",
            content={},
            created_at=one.created_at,
        )
        session.add(message)
        session.flush()
        assert message.id == 10


def test_all_of_it_can_be_taken_back(old_url):
    with Database(old_url) as database:
        sealing.reseal(database)
    sealed = texts(old_url)["messages"]
    downgrade(old_url, "0008_bookings")
    opened = texts(old_url)

    assert "hello" not in sealed
    assert all(each in opened["messages"] for each in ("สวัสดี", "hello"))
    assert all(each in opened["handovers"] for each in ("ring me", "+66812345678", "Nok", "waiting"))
    migrate(old_url)
    with Database(old_url) as database, database.reading() as session:
        assert session.get(Conversation, "one").state == [{"event": "user", "text": "ชาร์จ"}]


def test_what_is_plain_is_sealed_once(old_url):
    with Database(old_url) as database:
        first, second = sealing.reseal(database, batch=1), sealing.reseal(database)
        assert (first.values, first.anew) == (second.values, first.values)
        assert (first.values, second.anew) == (11, 0)
        with database.reading() as session:
            sealing.check(session)
            assert session.get(StoredMessage, 9).text == "hello"
            assert session.scalars(select(Handover.name)).one() == "Nok"
    found = texts(old_url)
    assert [each for each in ("hello", "Nok", "ring me", "+668", "quoted") if each in str(found)] == []


def test_what_stood_in_the_file_is_gone_from_it(sqlite_url):
    migrate(sqlite_url, "0008_bookings")
    run(sqlite_url, BEFORE)
    migrate(sqlite_url)
    assert b"+66812345678" in raw(sqlite_url)
    with Database(sqlite_url) as database:
        sealing.reseal(database)
        assert b"+66812345678" not in raw(sqlite_url)


def test_a_new_key_takes_over_and_the_old_one_can_go(database_url, old_and_new):
    old, new = old_and_new
    vault.install(Vault([old]))
    migrate(database_url)
    with Database(database_url) as database:
        with database.transaction() as session:
            customers.everything(session)
        before = texts(database_url)["bookings"]

        vault.install(Vault([new]))
        with database.reading() as session, pytest.raises(VaultError):
            sealing.check(session)
        with pytest.raises(VaultError):
            sealing.reseal(database)
        assert texts(database_url)["bookings"] == before

        vault.install(Vault([new, old]))
        done = sealing.reseal(database)
        assert done.anew == done.values > 20
        vault.install(Vault([new]))
        sealing.reseal(database)
        with database.reading() as session:
            sealing.check(session)
            rows = session.scalars(select(Booking)).all()
            assert {(row.private["phone"], row.phone_digest) for row in rows} == {
                (PHONE, Vault([new]).digest(PHONE))
            }
            assert export(session, "one", NOW)["requests_for_a_person"][0]["name"] == NAME


@pytest.mark.parametrize("command", ["reseal", "retention", "retention --dry-run"])
def test_the_command_line_does_it(sqlite_url, monkeypatch, capsys, tmp_path, old_and_new, command):
    migrate(sqlite_url, "0008_bookings")
    run(sqlite_url, BEFORE)
    migrate(sqlite_url)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    assert main(["privacy", *command.split()]) == 0
    assert (
        capsys.readouterr().out.strip()
        == {
            "reseal": "11 values, 11 of them sealed anew",
            "retention": "erased: conversations 2, bookings 0, handovers 1, codes 0, waiting 0",
            "retention --dry-run": "to be erased: conversations 2, bookings 0, handovers 1, codes 0, waiting 0",
        }[command]
    )
