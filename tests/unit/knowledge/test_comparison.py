from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import catalogue
from knowledge.catalogue.comparison import better, span
from knowledge.catalogue.records import AttributeInfo, SpecValue
from knowledge.provenance import Provenance, Status

HIGHER = AttributeInfo("range_wltp", "km", "range", "higher", True)
LOWER = AttributeInfo("acceleration", "s", "performance", "lower", True)
NEITHER = AttributeInfo("length", "mm", "size", "none", True)


def value(low, high=None, status=Status.CONFIRMED, **more) -> SpecValue:
    high = low if high is None else high
    fields = {
        "model": "smart_1",
        "variant": "premium",
        "attribute": "range_wltp",
        "unit": "km",
        "value_min": None if low is None else Decimal(low),
        "value_max": None if high is None else Decimal(high),
        "qualifier": "exact",
        "text_key": None,
        "basis": "EU",
        "note": None,
        "provenance": Provenance("s", None, date(2026, 1, 1), status),
    }
    return SpecValue(**{**fields, **more})


def rows(comparison):
    return {row.attribute.key: row for row in comparison.rows}


def test_premium_and_brabus_of_one_model(session):
    result = catalogue.compare(session, ("smart_3", "premium"), ("smart_3", "brabus"))

    assert (result.left, result.right) == ("smart #3 Premium", "smart #3 BRABUS")
    found = rows(result)
    assert (found["range_wltp"].left.number, found["range_wltp"].right.number) == (455, 415)
    assert found["range_wltp"].better == "left"
    assert found["acceleration"].better == "right"
    assert found["dc_power"].better is None
    assert found["drive"].better is None


def test_two_models_are_judged_variant_by_variant(session):
    found = rows(catalogue.compare(session, ("smart_1", None), ("smart_3", None)))

    # The Premium goes 440 against 455 km and the BRABUS 400 against 415; but the Pro of the #1 is not on
    # record, so that nothing can be said of the models as a whole.
    assert found["range_wltp"].better is None
    assert (found["range_wltp"].left.value_min, found["range_wltp"].left.value_max) == (400, 440)
    assert found["range_wltp"].left.qualifier == "range"
    # The #3 alone has a Pro on record here, so that no side wins.
    assert found["battery_gross"].better is None
    assert found["drive"].left.text_key == "awd_or_rwd"
    assert found["boot"].better is None


def test_only_what_was_asked_for(session):
    result = catalogue.compare(
        session, ("smart_1", "premium"), ("smart_3", "premium"), ["top_speed", "frunk"]
    )

    assert list(rows(result)) == ["top_speed", "frunk"]
    assert rows(result)["frunk"].right is None
    assert rows(result)["frunk"].better is None


def test_a_car_that_is_not_on_record(session):
    with pytest.raises(catalogue.UnknownCarError, match="smart_5 premium"):
        catalogue.compare(session, ("smart_1", None), ("smart_5", "premium"))
    with pytest.raises(catalogue.UnknownCarError, match="zeekr_x"):
        catalogue.compare(session, ("zeekr_x", None), ("smart_1", None))


@pytest.mark.parametrize(
    ("attribute", "left", "right", "expected"),
    [
        (HIGHER, value(455), value(440), "left"),
        (HIGHER, value(440), value(455), "right"),
        (LOWER, value("3.7"), value("3.9"), "left"),
        (HIGHER, value(440), value(440), None),
        (NEITHER, value(4270), value(4400), None),
        (HIGHER, value(440), None, None),
        (HIGHER, value(400, 440), value(325, 455), None),
        (HIGHER, value(400, 440), value(400, 430), "left"),
        (HIGHER, value(455, status=Status.UNCONFIRMED), value(440), None),
        (HIGHER, value(None, text_key="awd"), value(440), None),
    ],
)
def test_which_is_better(attribute, left, right, expected):
    assert better(attribute, left, right) == expected


def test_the_span_of_one_value_is_itself():
    assert span([value(440)]) == value(440)


def test_a_span_is_as_weak_as_its_weakest_value():
    whole = span([value(440), value(400, status=Status.REPORTED, basis="MY")])

    assert (whole.value_min, whole.value_max, whole.status, whole.basis) == (
        400,
        440,
        Status.REPORTED,
        "mixed",
    )


NUMBERS = st.decimals(min_value=1, max_value=10_000, places=1)


@given(st.sampled_from([HIGHER, LOWER, NEITHER]), NUMBERS, NUMBERS)
def test_the_other_way_round_the_other_side_wins(attribute, one, other):
    swapped = {"left": "right", "right": "left", None: None}

    assert better(attribute, value(one), value(other)) == swapped[better(attribute, value(other), value(one))]


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_a_span_covers_every_value(numbers):
    whole = span([value(number) for number in numbers])

    assert (whole.value_min, whole.value_max) == (min(numbers), max(numbers))
    assert whole.status is Status.CONFIRMED
