from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import catalogue
from knowledge.finance import road_tax
from knowledge.provenance import Status

# kW and RM: the minister's own examples (130 and 220 kW), the cars', and both ends of every band
TABLE = {
    1: 20,
    50: 20,
    51: 30,
    60: 30,
    61: 40,
    100: 70,
    101: 80,
    130: 120,
    200: 260,
    210: 280,
    220: 305,
    310: 575,
    315: 615,
    410: 1065,
    411: 1140,
    475: 1740,
    510: 2040,
    511: 2160,
    531: 2560,
}


@pytest.mark.parametrize(("power", "amount"), TABLE.items())
def test_road_tax(session, power, amount):
    tax = road_tax(session, Decimal(power))

    assert tax is not None
    assert (tax.amount, tax.currency, tax.valid_from) == (amount, "MYR", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("model", "variant", "amount"),
    [
        ("smart_1", "premium", 260),
        ("smart_1", "brabus", 615),
        ("smart_3", "premium", 260),
        ("smart_3", "brabus", 615),
    ],
)
def test_road_tax_of_our_cars(session, model, variant, amount):
    [power] = catalogue.specs(session, model, variant, ["power"])

    tax = road_tax(session, power.number)

    assert tax is not None
    assert tax.amount == amount


def test_bands_on_a_single_source_are_reported_only(session):
    assert road_tax(session, Decimal(310)).status is Status.CONFIRMED
    assert road_tax(session, Decimal(311)).status is Status.REPORTED


def test_there_was_none_before_2026(session):
    assert road_tax(session, Decimal(200), on=date(2025, 12, 31)) is None


def test_a_car_without_power(session):
    with pytest.raises(ValueError, match="above zero"):
        road_tax(session, Decimal(0))


@given(
    st.decimals(min_value="0.1", max_value=2000, places=1), st.decimals(min_value=0, max_value=50, places=1)
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_more_power_never_costs_less(session, power, more):
    assert road_tax(session, power).amount <= road_tax(session, power + more).amount
