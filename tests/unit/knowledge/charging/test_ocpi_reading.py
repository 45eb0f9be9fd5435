"""What real feeds err in is repaired, dropped or refused by itself."""

import pytest

from knowledge.charging import store
from knowledge.charging.ocpi import rendering
from knowledge.charging.ocpi.reading import Owner, read_connector, read_location
from tests.contract.ocpi.objects import connector, evse, location, without

OWNER = Owner("MY", "ONE", "One", "OneNet")
ALWAYS = [{"weekday": day, "period_begin": "00:00", "period_end": "23:59"} for day in range(1, 8)]
SHOPS = [{"weekday": day, "period_begin": "09:00", "period_end": "21:00"} for day in range(1, 8)]


def read(**change):
    found = read_location(location(**change), OWNER)
    assert found.record is not None, found.refusals
    return found.record


def refusals(**change):
    found = read_location(location(**change), OWNER)
    assert found.record is None
    return found.refusals


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": "[Public] Mall"}, {"name": "Mall", "access": "public"}),
        ({"name": "[restricted]  Condo"}, {"name": "Condo", "access": "restricted"}),
        ({"name": "[VIP] Hotel"}, {"name": "[VIP] Hotel", "access": "public"}),
        ({"name": None}, {"name": "1 Jalan Besar"}),
        ({"name": "[Public] ", "address": None}, {"name": "Ipoh"}),
        ({"name": {"text": "x"}, "address": None, "city": None}, {"name": "L1"}),
        ({"name": "A\x00B\ud800"}, {"name": "A B"}),
        ({"address": None, "postal_code": None}, {"address": None, "postal_code": None}),
        ({"postal_code": 30000}, {"postal_code": "30000"}),
        ({"time_zone": "Asia/Kuala Lumpur"}, {"time_zone": "Asia/Kuala_Lumpur"}),
        ({"time_zone": "GMT+8"}, {"time_zone": None}),
        ({"time_zone": "../etc/passwd"}, {"time_zone": None}),
        ({"country": "tha"}, {"country": "TH"}),
        ({"country": "MY"}, {"country": "MY"}),
        ({"publish": False}, {"publish": False}),
        ({"opening_times": None}, {"round_the_clock": None, "hours": ()}),
        ({"opening_times": {"twentyfourseven": False, "regular_hours": ALWAYS}}, {"round_the_clock": True}),
        ({"opening_times": {"regular_hours": SHOPS}}, {"round_the_clock": False, "hours": tuple(SHOPS)}),
        ({"opening_times": {"regular_hours": [*ALWAYS[:6], SHOPS[6]]}}, {"round_the_clock": False}),
        ({"opening_times": {"regular_hours": [{"weekday": 8}]}}, {"round_the_clock": None, "hours": ()}),
        ({"operator": {"name": "CPO"}}, {"operator": "CPO"}),
        ({"operator": "CPO"}, {"operator": "One"}),
        ({"evses": None}, {"evses": ()}),
        ({"parking_type": "ON_STREET", "x": {"y": 1}}, {"network": "OneNet"}),
    ],
)
def test_location_is_read_as_it_is_meant(change, expected):
    record = read(**change)
    assert {name: getattr(record, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"country": "SGP"}, "country: only sites in MYS and THA are taken, not in 'SGP'"),
        ({"publish": None}, "publish: "),
        ({"coordinates": None}, "coordinates: "),
        ({"coordinates": {"latitude": "101.09", "longitude": "4.59"}}, "coordinates.latitude: "),
        ({"coordinates": {"latitude": "NaN", "longitude": "101"}}, "coordinates.latitude: "),
        ({"last_updated": "soon"}, "last_updated: "),
        ({"party_id": "TWO"}, "belongs to MY*TWO, not to MY*ONE"),
        ({"evses": [evse()] * 2001}, "more than 2000 EVSEs"),
    ],
)
def test_location_that_cannot_be_used_gives_only_its_refusal(change, reason):
    ((name, told),) = refusals(**change)
    assert name == "L1"
    assert told.startswith(reason)


@pytest.mark.parametrize("data", [None, [], "L1", 7, {}])
def test_what_is_no_location_at_all(data):
    found = read_location(data, OWNER)
    assert found.record is None
    assert [name for name, _ in found.refusals] == ["?"]


def test_location_without_usable_evse_is_kept_and_not_shown():
    for evses in ([], [evse(status="PLANNED")], [evse(connectors=[])]):
        assert store.summary(read(evses=evses))["shown"] is False
    assert store.summary(read())["shown"] is True


def test_unknown_status_is_told_as_unknown():
    assert read(evses=[evse(status="SLEEPING")]).evses[0].status == "UNKNOWN"


@pytest.mark.parametrize(
    ("change", "kw"),
    [
        ({}, 60.0),
        ({"max_electric_power": None}, 100.0),
        ({"max_electric_power": 0}, 100.0),
        ({"max_electric_power": 60}, 100.0),  # watts are meant, kilowatts were written
        (
            {"power_type": "AC_3_PHASE", "max_electric_power": None, "max_voltage": 230, "max_amperage": 32},
            22.08,
        ),
        (
            {
                "power_type": "AC_1_PHASE",
                "max_electric_power": None,
                "max_voltage": "230",
                "max_amperage": 32,
            },
            7.36,
        ),
        ({"max_electric_power": None, "max_amperage": None}, None),
        ({"max_electric_power": 10**400, "max_amperage": "many"}, None),
    ],
)
def test_power(change, kw):
    assert read_connector(connector(**change), "L1/E1").record.kw == kw


@pytest.mark.parametrize(
    "change",
    [{"standard": "GB/T (DC)"}, {"standard": None}, {"power_type": "STEAM"}, {"id": ""}, {"id": None}],
)
def test_connector_that_cannot_be_used(change):
    found = read_connector(connector(**change), "L1/E1")
    assert found.record is None
    assert len(found.refusals) == 1


def test_connector_without_a_power_type_goes_by_its_standard():
    assert read_connector(without(connector(), "power_type"), "L1/E1").record.current == "dc"


def test_reading_what_was_rendered_changes_nothing():
    record = read(
        name="[Restricted] Condo", opening_times={"regular_hours": SHOPS}, time_zone="Asia/Kuala Lumpur"
    )
    assert read_location(rendering.location(record, OWNER), OWNER).record == record
