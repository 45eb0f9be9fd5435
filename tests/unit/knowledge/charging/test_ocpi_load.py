"""An operator's feed from a file, and what is gone from it."""

import json

import pytest
from psycopg.errors import DeadlockDetected
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from knowledge import __main__ as knowledge
from knowledge.charging import store, tables
from knowledge.charging.ocpi import feed
from knowledge.charging.ocpi.roll import roll_of
from tests.contract.ocpi.objects import location


@pytest.fixture
def load(database, database_url, tmp_path, monkeypatch):
    """Load a file with this text, and return the exit code."""
    monkeypatch.setenv("DATABASE_URL", database_url)

    def run(text, *options):
        file = tmp_path / "feed.json"
        file.write_text(text, encoding="utf-8")
        return knowledge.main(["ocpi", "load", "MY*ONE", str(file), *options])

    return run


def sites(database):
    with database.reading() as session:
        return set(session.scalars(select(tables.Location.location_id)))


def test_full_file_is_all_there_is(database, load, capsys):
    assert load(json.dumps([location(id=f"L{n:03}") for n in range(250)])) == 0
    kept = [location(id=f"L{n:03}") for n in range(0, 250, 2)]
    assert load(json.dumps({"status_code": 1000, "data": kept}), "--full") == 0
    assert "0 sites added, 125 changed, 125 removed" in capsys.readouterr().out
    assert sites(database) == {each["id"] for each in kept}


def test_what_is_refused_is_not_gone(database, load):
    load(json.dumps([location(), location(id="L2")]))
    load(json.dumps([location(), location(id="L2", country="SGP")]), "--full")
    assert sites(database) == {"L1", "L2"}


@pytest.mark.parametrize("text", ["[]", '{"data": []}'])
def test_empty_file_removes_nothing(database, load, text):
    load(json.dumps([location()]))
    assert load(text, "--full") == 0
    assert sites(database) == {"L1"}


def test_of_a_file_that_breaks_off_nothing_is_taken(database, load, capsys):
    whole = json.dumps([location(id=f"L{n}") for n in range(200)])
    assert load(whole[:-20], "--full") == 1
    assert "must be JSON" in capsys.readouterr().err
    assert sites(database) == set()


def test_file_that_is_not_text_or_not_there(database, load, tmp_path, capsys):
    (tmp_path / "latin").write_bytes(b'["\xe9"]')
    for name in ("latin", "nowhere"):
        assert knowledge.main(["ocpi", "load", "MY*ONE", str(tmp_path / name)]) == 1
    told = capsys.readouterr().err
    assert "not UTF-8" in told
    assert "cannot be read" in told


def test_what_came_while_a_feed_was_taken_stays(database, operator):
    with database.transaction() as session:
        feed._take_all(session, operator, [location(), location(id="L2")])
    tally = feed.Tally()
    with roll_of(database, operator) as roll:
        feed.take(database, operator, [location()], tally, roll)
        with database.transaction() as session:
            feed._take_all(session, operator, [location(id="L3")])
        feed.remove_missing(database, operator, roll, tally)
    assert (tally.changed, tally.removed) == (1, 1)
    assert sites(database) == {"L1", "L3"}


def test_page_that_the_database_gave_up_is_taken_again_and_counted_once(database, operator, monkeypatch):
    failures = iter([DeadlockDetected()] * 3)
    put = store.put_location

    def fail_at_first(session, key, record):
        new = put(session, key, record)
        if (failure := next(failures, None)) is not None:
            raise OperationalError("UPDATE", {}, failure)
        return new

    monkeypatch.setattr(store, "put_location", fail_at_first)
    feed.take(database, operator, [location(), location(id="L2", country="SGP")], tally := feed.Tally())
    assert (tally.added, tally.refused) == (1, 1)
    assert sites(database) == {"L1"}
