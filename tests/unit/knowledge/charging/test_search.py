"""Finding sites, on SQLite and on PostgreSQL, as customers wish them."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.charging import Wish, along, by_name, named_in, nearest, store
from knowledge.charging.store import ConnectorRecord, EvseRecord, LocationRecord
from knowledge.charging.tables import DIRECTORY, Party
from knowledge.geography import Point, distance_km

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
KL = Point(3.139, 101.687)
KEY = "MY*ONE"
STANDARDS = {"ccs2": "IEC_62196_T2_COMBO", "type2": "IEC_62196_T2", "chademo": "CHADEMO"}


def evse(uid, kind="ccs2", kw=60.0, status="AVAILABLE", age=timedelta(seconds=40)):
    return EvseRecord(
        uid, (ConnectorRecord("1", STANDARDS[kind], kw=kw),), status=status, status_at=NOW - age
    )


def site(name, north_km=0.0, *evses, **change):
    point = Point(KL.latitude + north_km / 111.2, KL.longitude)
    values = {"network": "OneNet", "source": "test", **change}
    return LocationRecord(name, name, "MY", point, evses or (evse("E1"),), **values)


@pytest.fixture
def put(database):
    def write(*records, key=KEY):
        with database.transaction() as session:
            for record in records:
                store.put_location(session, key, record)

    return write


@pytest.fixture
def find(database):
    def names(wish=None, **options):
        with database.reading() as session:
            return [each.name for each in nearest(session, KL, wish or Wish(), now=NOW, **options)]

    return names


def test_nearest_first_within_reach(put, find):
    put(site("far", 80), site("b", 5), site("a", 1), site("c", 30), site("hidden", 0, publish=False))
    assert find() == ["a", "b", "c"]
    assert find(within_km=200) == ["a", "b", "c", "far"]
    assert find(limit=2) == ["a", "b"]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(connector="ccs2"), ["fast", "slow", "busy", "old"]),
        (Wish(connector="chademo"), ["mixed"]),
        (Wish(current="ac"), ["mixed"]),
        (Wish(min_kw=100), ["fast"]),
        (Wish(connector="type2", min_kw=50), []),
        (Wish(network="Other"), ["slow"]),
        (Wish(free=True), ["fast", "slow", "mixed"]),
        (Wish(connector="type2", free=True), []),
    ],
)
def test_wishes(put, find, wish, expected):
    put(
        site("fast", 1, evse("1", kw=180.0)),
        site("slow", 2, evse("1", kw=30.0), network="Other"),
        site("mixed", 3, evse("1", "chademo", 50.0), evse("2", "type2", 11.0, "CHARGING")),
        site("busy", 4, evse("1", status="CHARGING")),
        site("old", 5, evse("1", age=timedelta(hours=2))),
    )
    assert find(wish) == expected


def test_availability_is_told_with_its_age(put, database):
    put(
        site(
            "a",
            1,
            evse("1"),
            evse("2", status="CHARGING"),
            evse("3", status="REMOVED"),
            evse("4", "type2", 22.0),
        )
    )
    with database.reading() as session:
        (found,) = nearest(session, KL, Wish(connector="ccs2"), now=NOW)
    assert (found.availability.free, found.availability.total) == (1, 2)
    assert (found.availability.live, found.availability.age) == (True, timedelta(seconds=40))


def test_directorys_double_of_a_live_site_is_left_out(put, find, database):
    with database.transaction() as session:
        session.add(Party(key="directory", kind=DIRECTORY, name="Directory"))
    put(site("live", 1))
    put(
        site("double", 1.05), site("other network", 1.02, network="Other"), site("next", 1.5), key="directory"
    )
    assert find() == ["live", "other network", "next"]


def test_along_a_road_and_by_name(put, database):
    put(site("Sunway Pyramid", 10), site("Gurney Plaza", 20), site("Off the road", 20, publish=True))
    moved = replace(site("Off the road"), point=Point(KL.latitude + 0.1, KL.longitude + 0.2))
    put(moved)
    path = [KL, Point(KL.latitude + 0.3, KL.longitude)]
    with database.reading() as session:
        assert {each.name for each in along(session, path, now=NOW)} == {"Sunway Pyramid", "Gurney Plaza"}
        assert [each.name for each in by_name(session, "sunway piramid")] == ["Sunway Pyramid"]
        assert by_name(session, "zzzz") == []


def test_nearest_is_what_looking_at_all_would_find(put, find):
    chance = random.Random(4)
    records = []
    for n in range(150):
        place = Point(KL.latitude + chance.uniform(-0.6, 0.6), KL.longitude + chance.uniform(-0.6, 0.6))
        records.append(replace(site(f"{n}"), point=place))
    put(*records)
    expected = sorted(records, key=lambda each: distance_km(KL, each.point))
    assert find(limit=10) == [each.name for each in expected[:10]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is the charger at KSL City Hotel, Johor Bharu free now?", ["KSL City Hotel, Johor Bharu"]),
        ("mydin meru ada kosong tak", ["MYDIN Meru"]),
        ("is the charger free", []),
        ("hotel", []),
    ],
)
def test_a_site_is_found_by_its_name_within_a_sentence(seeded, text, names):
    with seeded.reading() as session:
        assert [site.name for site in named_in(session, text)] == names
