"""Pulling a feed from a real server on this machine: paged, bounded to its host, object by object."""

import base64
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from knowledge import __main__ as knowledge
from knowledge.charging import tables
from knowledge.charging.ocpi import feed, parties
from knowledge.charging.ocpi.peer import PeerError
from knowledge.charging.ocpi.pull import pull
from knowledge.charging.store import read_location
from tests.contract.ocpi.objects import connector, evse, location, tariff

TOKEN = "their token"


@pytest.fixture
def database_url(sqlite_url) -> str:
    return sqlite_url


@pytest.fixture
def known(database, server):
    """The database, with the operator's address entered."""
    with database.transaction() as session:
        parties.add(session, "MY", "ONE", name="One", network="OneNet", versions_url=f"{server.url}/versions")
    return database


def sites(database):
    with database.reading() as session:
        return set(session.scalars(select(tables.Location.location_id)))


def test_pages_are_taken_one_after_the_other(known, server):
    server.answer("/tariffs", [tariff()])
    server.answer(
        "/locations", [location()], Link=f'<{server.url}/page2?offset=1>; rel="next"', X_Total_Count="3"
    )
    server.answer("/page2?offset=1", [location(id="L2"), location(id="L3", country="SGP")])
    broken = location(id="L4", evses=[evse(connectors=[connector(), connector(id="2", standard="?")])])
    server.answer("/locations", [location(), broken], Link=f'<{server.url}/page2?offset=1>; rel="next"')
    tally = pull(known, "my*one", TOKEN)

    assert (tally.added, tally.changed, tally.tariffs, tally.refused, tally.parts) == (3, 0, 1, 1, 1)
    assert sites(known) == {"L1", "L2", "L4"}
    with known.reading() as session:
        assert [name for name, _, _ in parties.refusals(session, "MY*ONE")] == ["L3", "L4/E1/2"]
    sent = {header for _, header in server.asked}
    assert sent == {"Token " + base64.b64encode(TOKEN.encode()).decode()}
    assert "limit=100" in server.asked[3][0]


def test_next_pull_asks_for_what_has_changed_and_a_full_one_for_all(known, server):
    server.answer("/locations", [location(), location(id="L2")])
    pull(known, "MY*ONE", TOKEN)
    with known.reading() as session:
        at = parties.find(session, "MY*ONE").pulled_at
    server.answer("/locations", [location()])
    tally = pull(known, "MY*ONE", TOKEN)
    since = (at - timedelta(minutes=5)).strftime("date_from=%Y-%m-%dT%H%%3A%M%%3A%SZ")
    assert since in server.asked[-1][0]
    assert (tally.changed, tally.removed) == (1, 0)

    tally = pull(known, "MY*ONE", TOKEN, full=True)
    assert "date_from" not in server.asked[-1][0]
    assert (tally.changed, tally.removed) == (1, 1)
    assert sites(known) == {"L1"}


def test_feed_that_is_shorter_than_it_says_removes_nothing(known, server):
    server.answer("/locations", [location(), location(id="L2")])
    pull(known, "MY*ONE", TOKEN)
    for page in ([], [location()]):
        server.answer("/locations", page, X_Total_Count="2")
        assert pull(known, "MY*ONE", TOKEN, full=True).removed == 0
    assert sites(known) == {"L1", "L2"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            {"/locations": (200, {"Link": '<http://localhost:9/x>; rel="next"'}, [])},
            "not on the operator's host",
        ),
        (
            {"/locations": (200, {"Link": '<https://evil.example/x>; rel="next"'}, [])},
            "not on the operator's host",
        ),
        ({"/locations": (200, {"Link": '<file:///etc/passwd>; rel="next"'}, [])}, "an address must be"),
        ({"/locations": (200, {"Link": '</locations?offset=0&limit=100>; rel="next"'}, [])}, "have no end"),
        ({"/locations": (302, {"Location": "/elsewhere"}, [])}, "redirect"),
        ({"/locations": (500, {}, [])}, "HTTP status 500"),
        ({"/locations": (200, {}, b"<html>")}, "not JSON"),
        (
            {"/locations": (200, {}, {"data": [], "status_code": 2001, "status_message": "no"})},
            "OCPI status 2001: no",
        ),
        ({"/locations": (200, {}, {"data": {}, "status_code": 1000})}, "holds no list"),
        ({"/versions": (200, {}, {"data": [], "status_code": 1000})}, "does not speak OCPI 2.2.1"),
        (
            {
                "/versions": (
                    200,
                    {},
                    {"data": [{"version": "2.2.1", "url": "http://localhost:9/"}], "status_code": 1000},
                )
            },
            "not on the operator's host",
        ),
        ({"/221": (200, {}, {"data": {"endpoints": [None]}, "status_code": 1000})}, "has no Locations"),
    ],
)
def test_server_that_errs_is_told_and_the_next_pull_begins_where_this_did(known, server, answers, told):
    for path, (status, headers, body) in answers.items():
        wrapped = {"data": body, "status_code": 1000} if body == [] else body
        server.answers[path] = (status, headers, wrapped)
    with pytest.raises(PeerError, match=told.replace(".", r"\.")):
        pull(known, "MY*ONE", TOKEN)
    with known.reading() as session:
        assert parties.find(session, "MY*ONE").pulled_at is None


def test_server_that_is_not_there(known, server):
    server.close()
    with pytest.raises(PeerError):
        pull(known, "MY*ONE", TOKEN)


def test_operator_without_versions_is_asked_at_its_own_host_only(known, server):
    server.answer("/old/locations", [location()])
    assert pull(known, "MY*ONE", TOKEN, locations_url=f"{server.url}/old/locations").added == 1
    with pytest.raises(PeerError, match="not on the operator's host"):
        pull(known, "MY*ONE", TOKEN, locations_url="https://evil.example/locations")


def test_pull_does_not_undo_a_newer_push(known, server, operator):
    with known.transaction() as session:
        newer = location(evses=[evse(status="CHARGING", last_updated="2026-11-20T12:00:00Z")])
        feed._take_all(session, operator, [newer])
    server.answer("/locations", [location(name="Renamed")])
    pull(known, "MY*ONE", TOKEN)

    with known.reading() as session:
        record = read_location(session, "MY*ONE", "L1")
    assert (record.name, record.evses[0].status) == ("Renamed", "CHARGING")


def test_commands(known, server, sqlite_url, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    server.answer("/locations", [location(), location(id="L2", country="SGP")])
    assert knowledge.main(["ocpi", "pull", "MY*ONE"]) == 1
    assert "OCPI_TOKEN_MY_ONE is not set" in capsys.readouterr().err
    monkeypatch.setenv("OCPI_TOKEN_MY_ONE", TOKEN)
    assert knowledge.main(["ocpi", "pull", "MY*ONE", "--full"]) == 0
    assert "1 sites added, 0 changed, 0 removed; 0 tariffs; refused: 1 objects" in capsys.readouterr().out
    assert knowledge.main(["ocpi", "list"]) == 0
    assert (
        "MY*ONE One (network OneNet): open; 1 sites, 1 shown; 0 tariffs; 1 refusals"
        in capsys.readouterr().out
    )
    assert knowledge.main(["ocpi", "refusals", "MY*ONE"]) == 0
    assert "L2: country: only sites in MYS and THA" in capsys.readouterr().out
    assert knowledge.main(["ocpi", "remove", "MY*ONE"]) == 0
    assert knowledge.main(["ocpi", "remove", "MY*ONE"]) == 1
    assert knowledge.main(["ocpi", "add", "MYS", "ONE", "--name", "One"]) == 1
    assert (
        knowledge.main(["ocpi", "add", "MY", "ONE", "--name", "One", "--versions-url", "http://one.example"])
        == 1
    )
    assert "must be https" in capsys.readouterr().err
    with known.reading() as session:
        assert session.scalar(select(func.count()).select_from(tables.Evse)) == 0
