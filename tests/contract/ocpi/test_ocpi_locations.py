"""Locations, EVSEs and connectors, pushed whole and in changes, in order and out of it."""

import asyncio

import pytest

from knowledge.charging import by_ids, tables
from knowledge.charging.store import read_location
from tests.contract.ocpi.conftest import refusals_of
from tests.contract.ocpi.objects import T0, T1, T2, connector, evse, location, without

on_both = pytest.mark.parametrize("url", ["sqlite", "postgres"], indirect=True)


def party(session, location_id="L1", key="MY*ONE"):
    return read_location(session, key, location_id)


@on_both
async def test_location_comes_back_as_it_was_put(one):
    assert (await one.location("PUT", "L1", location())).codes == (201, 1000)
    assert (await one.location("PUT", "L1", location())).codes == (200, 1000)
    kept = (await one.location("GET", "L1")).data

    # The volts and amperes went into the power, and times are written with milliseconds.
    plug = {**without(connector(), "max_voltage", "max_amperage"), "last_updated": "2026-11-20T08:00:00.000Z"}
    assert kept["evses"][0]["connectors"] == [plug]
    assert without(kept, "evses", "last_updated", "coordinates") == {
        **without(location(), "evses", "last_updated", "coordinates"),
        "operator": {"name": "One"},
    }
    assert {name: float(value) for name, value in kept["coordinates"].items()} == {
        "latitude": 4.5975,
        "longitude": 101.0901,
    }
    assert (await one.location("GET", "L1/E1")).data == kept["evses"][0]
    assert (await one.location("GET", "L1/E1/1")).data == plug
    for other in ("L2", "L1/E2", "L1/E1/2", "L1/1/1"):
        assert (await one.location("GET", other)).codes == (404, 2003)


async def test_what_was_put_is_found_by_customers(one, ask):
    await one.location("PUT", "L1", location())
    (site,) = await ask(lambda session: by_ids(session, [1]))

    assert (site.name, site.network, site.is_live, site.dc_kw) == ("Mall", "OneNet", True, 60.0)


async def test_unpublished_is_kept_and_never_shown(one, ask):
    await one.location("PUT", "L1", location(publish=False))
    assert await ask(lambda session: by_ids(session, [1])) == []
    assert (await one.location("GET", "L1")).data["publish"] is False

    await one.location("PATCH", "L1", {"publish": True, "last_updated": T1})
    assert len(await ask(lambda session: by_ids(session, [1]))) == 1


# --- status


async def test_status_change_is_lifted(one, ask):
    await one.location("PUT", "L1", location())
    change = {"status": "CHARGING", "last_updated": T1}
    assert (await one.location("PATCH", "L1/E1", change)).codes == (200, 1000)
    kept = (await one.location("GET", "L1")).data

    assert kept["evses"][0]["status"] == "CHARGING"
    assert kept["last_updated"] == kept["evses"][0]["last_updated"] == "2026-11-20T09:00:00.000Z"


@on_both
async def test_late_status_changes_nothing(one):
    await one.location("PUT", "L1", location())
    for status, at in (("CHARGING", T2), ("BLOCKED", T1)):
        assert (await one.location("PATCH", "L1/E1", {"status": status, "last_updated": at})).http == 200
    assert (await one.location("GET", "L1/E1")).data["status"] == "CHARGING"

    # Neither does it within a whole object that was on its way meanwhile.
    await one.location("PUT", "L1", location(name="Old", last_updated=T1))
    await one.location("PUT", "L1/E1", evse(last_updated=T1))
    kept = (await one.location("GET", "L1")).data
    assert (kept["name"], kept["evses"][0]["status"]) == ("Mall", "CHARGING")


async def test_newer_location_with_an_older_status(one):
    await one.location("PUT", "L1", location())
    await one.location("PATCH", "L1/E1", {"status": "CHARGING", "last_updated": T1})
    await one.location("PUT", "L1", location(name="New", last_updated=T2))
    kept = (await one.location("GET", "L1")).data

    assert (kept["name"], kept["evses"][0]["status"]) == ("New", "CHARGING")


async def test_clock_ahead_does_not_make_a_report_young_for_ever(one, ask):
    await one.location("PUT", "L1", location())
    for status in ("CHARGING", "AVAILABLE"):
        change = {"status": status, "last_updated": "2031-01-01T00:00:00Z"}
        assert (await one.location("PATCH", "L1/E1", change)).http == 200
    (evse_row,) = (await ask(party)).evses

    assert evse_row.status == "AVAILABLE"
    assert evse_row.status_at.year < 2031


@on_both
async def test_removed_and_back(one, ask):
    await one.location("PUT", "L1", location())
    await one.location("PATCH", "L1/E1", {"status": "REMOVED", "last_updated": T1})
    assert await ask(lambda session: by_ids(session, [1])) == []
    assert (await one.location("GET", "L1")).data["evses"][0]["status"] == "REMOVED"

    await one.location("PUT", "L1/E2", evse(uid="E2", last_updated=T1))
    (site,) = await ask(lambda session: by_ids(session, [1]))
    assert site.evses == 1
    await one.location("PATCH", "L1/E1", {"status": "AVAILABLE", "last_updated": T2})
    (site,) = await ask(lambda session: by_ids(session, [1]))
    assert site.evses == 2


async def test_removed_evse_needs_no_connector(one):
    answer = await one.location("PUT", "L1", location(evses=[evse(status="REMOVED", connectors=[])]))
    assert answer.body["status_message"] == "Success"


@pytest.mark.parametrize(
    ("parts", "change"),
    [
        ("L1", {"name": "x"}),
        ("L1/E1", {"status": "AVAILABLE"}),
        ("L1/E1", {"status": "AVAILABLE", "last_updated": "yesterday"}),
        ("L1/E1", {"status": "AVAILABLE", "last_updated": 1}),
        ("L1/E1", {"status": "AVAILABLE", "last_updated": "0001-01-01T00:00:00+14:00"}),
        ("L1/E1", {"status": "OPEN", "last_updated": T1}),
        ("L1/E1", {"status": None, "last_updated": T1}),
        ("L1/E1", {"connectors": [], "last_updated": T1}),
        ("L1/E1", {"uid": "E2", "last_updated": T1}),
        ("L1/E1/1", {"standard": "GB/T (DC)", "last_updated": T1}),
        ("L1/E1/1", {"max_amperage": 10}),
        ("L1", {"id": "L2", "last_updated": T1}),
        ("L1", {"party_id": "TWO", "last_updated": T1}),
        ("L1", {"coordinates": {"latitude": "101.09", "longitude": "4.59"}, "last_updated": T1}),
        ("L1", []),
        ("L1/E1", "AVAILABLE"),
    ],
)
async def test_change_that_cannot_be_used(one, parts, change):
    await one.location("PUT", "L1", location())
    before = (await one.location("GET", "L1")).data
    answer = await one.location("PATCH", parts, change)

    assert answer.codes == (200, 2001)
    assert (await one.location("GET", "L1")).data == before


async def test_change_of_what_is_not_on_record(one):
    change = {"status": "AVAILABLE", "floor_level": "1", "last_updated": T1}
    for parts in ("L1", "L1/E1", "L1/E1/1"):
        assert (await one.location("PATCH", parts, change)).codes == (404, 2003)
    assert (await one.location("PUT", "L1/E1", evse())).codes == (404, 2003)
    await one.location("PUT", "L1", location())
    assert (await one.location("PATCH", "L1/E2", {"status": "BLOCKED", "last_updated": T1})).http == 404
    assert (await one.location("PATCH", "L1/E2", {"last_updated": T1})).http == 404
    assert (await one.location("PUT", "L1/E2/1", connector())).codes == (404, 2003)


# --- other changes


async def test_change_of_a_location_leaves_its_evses(one, ask):
    await one.location("PUT", "L1", location(name="[Restricted] Mall"))
    before = await ask(party)
    await one.location("PATCH", "L1", {"city": "Taiping", "postal_code": None, "last_updated": T1})
    after = await ask(party)

    assert after.evses == before.evses
    assert (after.city, after.access, after.name) == ("Taiping", "restricted", "Mall")


async def test_change_of_an_evse_leaves_its_status_time(one, ask):
    await one.location("PUT", "L1", location())
    await one.location("PATCH", "L1/E1", {"physical_reference": "B2", "last_updated": T1})
    await one.location("PATCH", "L1/E1", {"capabilities": [], "last_updated": T2})
    record = await ask(party)

    assert (record.evses[0].physical_reference, record.evses[0].connectors[0].connector_id) == ("B2", "1")
    assert record.evses[0].status_at.hour == 8
    assert record.last_updated.hour == 10


async def test_connector_is_put_and_changed(one):
    await one.location("PUT", "L1", location())
    second = connector(id="2", standard="CHADEMO", max_electric_power=50000)
    assert (await one.location("PUT", "L1/E1/2", second)).codes == (201, 1000)
    change = {"max_voltage": 400, "max_amperage": 100, "last_updated": T1}
    assert (await one.location("PATCH", "L1/E1/1", change)).codes == (200, 1000)
    late = {"max_electric_power": 99000, "last_updated": T0}
    assert (await one.location("PATCH", "L1/E1/1", late)).codes == (200, 1000)
    kept = (await one.location("GET", "L1")).data

    power = {plug["id"]: plug["max_electric_power"] for plug in kept["evses"][0]["connectors"]}
    assert power == {"1": 40000, "2": 50000}
    assert kept["last_updated"] == "2026-11-20T09:00:00.000Z"


# --- what cannot be used


@on_both
async def test_broken_parts_are_refused_by_themselves_and_the_rest_is_taken(one, ask):
    broken = location(
        evses=[
            evse(connectors=[connector(), connector(id="2", standard="GB/T (DC)")]),
            evse(uid="E2", connectors=[connector(standard="GB/T (DC)")]),
            evse(uid="E1"),
            "what",
        ]
    )
    answer = await one.location("PUT", "L1", broken)

    assert answer.codes == (201, 1000)
    assert "'GB/T (DC)' is not a ConnectorType" in answer.body["status_message"]
    refused = await ask(refusals_of, "MY*ONE")
    assert set(refused) == {"L1/E1", "L1/E1/2", "L1/E2", "L1/E2/1", "L1/?"}
    assert [each["uid"] for each in (await one.location("GET", "L1")).data["evses"]] == ["E1"]

    await one.location("PUT", "L1", location(last_updated=T1))
    assert await ask(refusals_of, "MY*ONE") == {}


async def test_location_that_cannot_be_used_leaves_only_its_refusal(one, ask):
    answer = await one.location("PUT", "L1", location(country="SGP"))
    assert answer.codes == (200, 2001)
    assert (await one.location("GET", "L1")).http == 404
    assert list(await ask(refusals_of, "MY*ONE")) == ["L1"]


# --- one operator and another


async def test_another_operators_objects_cannot_be_read_or_changed(one, two):
    await one.location("PUT", "L1", location())
    two.at = "MY/ONE"
    change = {"status": "BLOCKED", "last_updated": T2}
    assert (await two.location("GET", "L1")).codes == (404, 2003)
    assert (await two.location("PUT", "L1", location(name="Mine", last_updated=T2))).codes == (404, 2003)
    assert (await two.location("PATCH", "L1/E1", change)).codes == (404, 2003)
    assert (await two.tariff("GET", "T1")).http == 404

    # Nor by the body of an object under its own name.
    two.at = "TH/TWO"
    assert (await two.location("PUT", "L1", location())).codes == (200, 2001)
    assert (await two.location("PATCH", "L1/E1", change)).codes == (404, 2003)
    own = location(country_code="TH", party_id="TWO", name="Mine", last_updated=T2)
    assert (await two.location("PUT", "L1", own)).codes == (201, 1000)
    assert (await one.location("GET", "L1")).data["name"] == "Mall"


@on_both
async def test_two_operators_at_once_share_a_commit_and_nothing_else(one, two, ask):
    own = {"country_code": "TH", "party_id": "TWO"}
    sending = [one.location("PUT", f"L{n}", location(id=f"L{n}")) for n in range(20)]
    sending += [two.location("PUT", f"L{n}", location(id=f"L{n}", **own)) for n in range(20)]
    sending += [one.location("PUT", f"X{n}", location(id="other")) for n in range(20)]
    codes = [answer.codes for answer in await asyncio.gather(*sending)]

    assert codes == [(201, 1000)] * 40 + [(200, 2001)] * 20
    assert await ask(lambda session: session.query(tables.Location).count()) == 40
    assert len(await ask(refusals_of, "MY*ONE")) == 20


@on_both
async def test_one_new_location_put_many_times_at_once(one):
    sending = [one.location("PUT", "L1", location(name=f"N{n}")) for n in range(12)]
    assert {answer.body["status_code"] for answer in await asyncio.gather(*sending)} == {1000}
    assert len((await one.location("GET", "L1")).data["evses"]) == 1


@on_both
async def test_patches_at_once_leave_the_newest(one):
    await one.location("PUT", "L1", location())
    changes = [
        {
            "status": "AVAILABLE" if n == 59 else "CHARGING",
            "last_updated": f"2026-11-20T09:00:{n:02}Z",
        }
        for n in range(60)
    ]
    await asyncio.gather(*(one.location("PATCH", "L1/E1", change) for change in reversed(changes)))

    assert (await one.location("GET", "L1/E1")).data["status"] == "AVAILABLE"
