"""Readings of an odometer, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.bookings.odometer import odometer


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("18,500 km done", 18_500),
        ("due for 20000km service", 20_000),
        ("15k km", 15_000),
        ("dah 15 ribu km", 15_000),
        ("跑了一万八公里", 18_000),
        ("两万三千公里", 23_000),
        ("一万八千五百公里", 18_500),
        ("1万8公里", 18_000),
        ("1.8万km", 18_000),
        ("二万零五百公里", 20_500),
        ("สองหมื่นกิโล", 20_000),
        ("วิ่งมา 2 หมื่นกม.", 20_000),
        ("แปดพันห้าร้อยกิโล", 8_500),
        ("the range is poor", None),
        ("22kW charger", None),
        ("", None),
    ],
)
def test_readings(text, km):
    assert odometer(text) == km


@given(st.integers(1_000, 299_999))
def test_every_figure_comes_back(km):
    assert {odometer(f"{km} km"), odometer(f"{km:,}km"), odometer(f"里程 {km:,}公里")} == {km}


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    found = odometer(text)
    assert found is None or found >= 0
