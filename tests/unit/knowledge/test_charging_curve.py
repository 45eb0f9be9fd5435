"""How long a charge takes, held against the makers' and the survey's own figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import charging


@pytest.fixture
def premium(session):
    return charging.battery(session, "smart_3", "premium")


# Scaled 10 to 80 % of 62 kWh by charger, in minutes, as worked out beside the survey of facts.
@pytest.mark.parametrize(("kw", "minutes"), [(180, 30), (120, 30), (90, 32), (60, 44), (50, 52), (40, 65)])
def test_dc_by_charger(premium, kw, minutes):
    assert premium.minutes(10, 80, kw) == pytest.approx(minutes, abs=1)


@pytest.mark.parametrize(("kw", "hours"), [(22, 2.2), (11, 4.4), (7.4, 6.5), (3.5, 13.8)])
def test_ac_by_charger(premium, kw, hours):
    assert premium.minutes(10, 80, kw, "ac") / 60 == pytest.approx(hours, abs=0.06)


def test_ac_is_limited_by_the_car(session):
    pro = charging.battery(session, "smart_3", "pro")
    assert pro.minutes(10, 80, 22, "ac") == pro.minutes(10, 80, 7.4, "ac")


@pytest.mark.parametrize(("kw", "minutes"), [(130, 18), (60, 33), (50, 40)])
def test_the_small_battery(session, kw, minutes):
    assert charging.battery(session, "smart_3", "pro").minutes(10, 80, kw) == pytest.approx(minutes, abs=1)


def test_a_stronger_charger_than_the_car_takes_is_said(premium):
    time = charging.charging_time(premium, 10, 80, 120, "dc")
    assert time.minutes == 30
    assert time.limited_to_kw == pytest.approx(100.5)
    assert time.kwh == pytest.approx(43.4)
    assert charging.charging_time(premium, 10, 80, 60, "dc").limited_to_kw is None


def test_a_car_without_its_ac_power_has_no_ac_time(session):
    car = charging.battery(session, "smart_5", "pro_plus")
    assert charging.charging_time(car, 10, 80, None, "ac") is None
    assert charging.charging_time(car, 10, 80, 60, "dc").minutes == pytest.approx(66, abs=1)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100), st.floats(3, 400))
def test_a_charge_in_two_parts_takes_as_long_as_in_one(premium_curve, one, two, three, kw):
    low, middle, high = sorted((one, two, three))
    whole = premium_curve.minutes(low, high, kw)
    assert premium_curve.minutes(low, middle, kw) + premium_curve.minutes(middle, high, kw) == pytest.approx(
        whole, rel=0.01, abs=0.1
    )


@pytest.fixture(scope="module")
def premium_curve(seeded):
    with seeded.reading() as session:
        return charging.battery(session, "smart_3", "premium")


def test_samples_begin_and_end_where_the_charge_does(premium):
    samples = charging.samples(premium, 60, 12, 78)
    assert [percent for _, percent, _ in samples][:2] == [12, 15]
    assert samples[0][0] == 0
    assert samples[-1][1] == 78
    assert all(kw <= 60 for _, _, kw in samples)
