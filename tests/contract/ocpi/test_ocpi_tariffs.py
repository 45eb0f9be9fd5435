"""Tariffs, and what customers hear of them."""

from decimal import Decimal

import pytest

from knowledge.charging import by_ids
from tests.contract.ocpi.conftest import refusals_of
from tests.contract.ocpi.objects import T1, T2, location, tariff


async def prices(ask):
    (site,) = await ask(lambda session: by_ids(session, [1]))
    return [(price.amount, price.currency, price.unit) for price in site.prices]


async def test_tariff_comes_back_and_customers_hear_it(one, ask):
    await one.location("PUT", "L1", location())
    assert (await one.tariff("PUT", "T1", tariff())).codes == (201, 1000)
    assert await prices(ask) == [(Decimal("1.30"), "MYR", "kwh")]
    kept = (await one.tariff("GET", "T1")).data
    assert kept == {
        **tariff(elements=kept["elements"]),
        "last_updated": "2026-11-20T08:00:00.000Z",
    }
    (component,) = kept["elements"][0]["price_components"]
    assert component == {"type": "ENERGY", "price": 1.2, "vat": 8.0}

    free = tariff(elements=[{"price_components": [{"type": "FLAT", "price": 0}]}], last_updated=T2)
    assert (await one.tariff("PUT", "T1", free)).codes == (200, 1000)
    late = await one.tariff("PUT", "T1", tariff(last_updated=T1))
    assert late.codes == (200, 1000)
    assert await prices(ask) == [(Decimal("0.00"), "MYR", "session")]

    assert (await one.tariff("DELETE", "T1")).codes == (200, 1000)
    assert await prices(ask) == []
    assert (await one.tariff("DELETE", "T1")).codes == (404, 2000)
    assert (await one.tariff("GET", "T1")).codes == (404, 2000)


@pytest.mark.parametrize(
    "change", [{"end_date_time": "2027-01-01T00:00:00Z"}, {"start_date_time": "2099-01-01T00:00:00Z"}]
)
async def test_tariff_that_does_not_always_hold_is_not_told_as_if_it_did(one, ask, change):
    await one.location("PUT", "L1", location())
    await one.tariff("PUT", "T1", tariff(**change))
    assert await prices(ask) == []


@pytest.mark.parametrize(
    "change",
    [
        {"elements": []},
        {"elements": None},
        {"currency": "ringgit"},
        {"last_updated": None},
        {"id": "T2"},
        {"party_id": "TWO"},
        {"elements": [{"price_components": [{"type": "ENERGY", "price": -1}]}]},
        {
            "elements": [
                {"price_components": [{"type": "ENERGY", "price": 1}], "restrictions": {"moon": "full"}}
            ]
        },
    ],
)
async def test_tariff_that_cannot_be_used(one, ask, change):
    assert (await one.tariff("PUT", "T1", tariff(**change))).codes == (200, 2001)
    assert (await one.tariff("GET", "T1")).http == 404
    assert list(await ask(refusals_of, "MY*ONE")) == ["tariff:T1"]

    await one.tariff("PUT", "T1", tariff())
    assert await ask(refusals_of, "MY*ONE") == {}
