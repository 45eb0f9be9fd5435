"""Writing sites, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from knowledge.charging import store, tables
from knowledge.charging.ocpi import parties, writing
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.geography import Point
from tests.contract.ocpi.objects import location

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
PLUG = ConnectorRecord("1", "IEC_62196_T2_COMBO", "DC", "CABLE", 60.0, ("T1",), AT)
EVSE = EvseRecord("E1", (PLUG,), "MY*ONE*E1", "AVAILABLE", AT, "B1", "2")
SITE = LocationRecord(
    "L1", "Mall", "MY", Point(3.1, 101.6), (EVSE,), source="test", network="OneNet", last_updated=AT
)
KEY = "MY*ONE"


def refused(session):
    return {name: reason for name, reason, _ in parties.refusals(session, KEY)}


def test_site_is_read_as_it_was_written(database):
    second = replace(
        EVSE, uid="E2", connectors=(replace(PLUG, connector_id="2", kw=None),), status="CHARGING"
    )
    with database.transaction() as session:
        assert store.put_location(session, KEY, SITE) is True
        assert store.read_location(session, KEY, "L1") == SITE
        assert store.put_location(session, KEY, replace(SITE, evses=(EVSE, second))) is False
        assert store.read_location(session, KEY, "L1").evses == (EVSE, second)
        store.put_location(session, KEY, replace(SITE, evses=(second,)))
        assert store.read_location(session, KEY, "L1").evses == (second,)
        assert store.read_location(session, "other", "L1") is None


def test_status_keeps_the_newest_report(database):
    with database.transaction() as session:
        store.put_location(session, KEY, SITE)
        later = AT + timedelta(minutes=1)
        assert store.set_status(session, KEY, "L1", "E1", "CHARGING", later) is True
        assert store.set_status(session, KEY, "L1", "E1", "BLOCKED", AT) is True
        assert store.set_status(session, KEY, "L1", "E2", "BLOCKED", AT) is False
        assert store.set_status(session, "other", "L1", "E1", "BLOCKED", AT) is False
        record = store.read_location(session, KEY, "L1")
    assert (record.evses[0].status, record.evses[0].status_at, record.last_updated) == (
        "CHARGING",
        later,
        later,
    )


def test_removed_evse_takes_its_site_out_of_sight_and_back(database):
    shown = select(tables.Location.shown, tables.Location.evses, tables.Location.ccs2_kw)
    with database.transaction() as session:
        store.put_location(session, KEY, SITE)
        store.set_status(session, KEY, "L1", "E1", "REMOVED", AT)
        assert session.execute(shown).one() == (False, 0, None)
        store.set_status(session, KEY, "L1", "E1", "AVAILABLE", AT)
        assert session.execute(shown).one() == (True, 1, 60.0)


def test_refusals_are_kept_once_and_forgotten_with_the_object(database, monkeypatch):
    monkeypatch.setattr("knowledge.charging.store.refusals.MOST_REFUSALS", 4)
    with database.transaction() as session:
        store.refuse(
            session, KEY, [("L1", "a"), ("L1/E1", "b"), ("L1x/E1", "c"), ("L_/E", "d"), ("L9", "too many")]
        )
        store.refuse(session, KEY, [("L1", "new reason")])
        assert refused(session) == {"L1": "new reason", "L1/E1": "b", "L1x/E1": "c", "L_/E": "d"}
        store.accept(session, KEY, ["L1", "L_"])
        assert refused(session) == {"L1x/E1": "c"}


def test_removing_a_party_leaves_nothing_of_it(database):
    with database.transaction() as session:
        store.put_location(session, KEY, SITE)
        store.refuse(session, KEY, [("L2", "x")])
        store.remove_party(session, KEY)
        for table in (tables.Party, tables.Location, tables.Evse, tables.Connector, tables.Refusal):
            assert session.scalar(select(func.count()).select_from(table)) == 0


@pytest.mark.parametrize("rounds", [3])
def test_whole_sites_and_statuses_at_once_wait_for_each_other_in_one_order(database, operator, rounds):
    with database.transaction() as session:
        writing.put_location(session, operator, "L1", location())

    def put(n: int) -> None:
        at = f"2026-11-20T09:00:{n:02}Z"
        with database.transaction() as session:
            writing.put_location(session, operator, "L1", location(name=f"N{n}", last_updated=at))

    def patch(n: int) -> None:
        with database.transaction() as session:
            change = {"status": "CHARGING", "last_updated": f"2026-11-20T10:00:{n:02}Z"}
            writing.patch_evse(session, operator, "L1", "E1", change)

    with ThreadPoolExecutor(8) as pool:
        for _ in range(rounds):
            work = [pool.submit(way, n) for n in range(20) for way in (put, patch)]
            for each in work:
                each.result()
    with database.reading() as session:
        record = store.read_location(session, KEY, "L1")
    assert (record.evses[0].status, record.evses[0].status_at.second) == ("CHARGING", 19)
    assert len(record.evses) == len(record.evses[0].connectors) == 1
