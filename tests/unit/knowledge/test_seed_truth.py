"""The record says what the sources said: each figure that customers hear, written out once more by hand."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from knowledge import catalogue
from knowledge.articles import SectionText, placeholders
from knowledge.catalogue import tables
from knowledge.figures import FigureRow, figure
from knowledge.provenance import Status

PRICES = {
    ("smart_1", "pro"): (189_000, "unconfirmed"),
    ("smart_1", "premium"): (219_000, "confirmed"),
    ("smart_1", "brabus"): (249_000, "unconfirmed"),
    ("smart_3", "pro"): (175_000, "reported"),
    ("smart_3", "premium"): (215_000, "reported"),
    ("smart_3", "brabus"): (255_000, "reported"),
}

VALUES = {
    ("smart_1", "premium"): {
        "range_wltp": 440,
        "range_real": 335,
        "power": 200,
        "power_ps": 272,
        "torque": 343,
        "acceleration": "6.7",
        "top_speed": 180,
        "drive": "rwd",
        "battery_gross": 66,
        "battery_usable": 62,
        "battery_chemistry": "nmc",
        "consumption_wltp": "16.7",
        "consumption_real": "18.5",
        "ac_power": 22,
        "dc_power": 150,
        "dc_time": (None, 30),
        "ac_time": (None, 3),
        "length": 4270,
        "width": 1822,
        "height": 1636,
        "wheelbase": 2750,
        "drag": "0.29",
        "boot": (273, 411),
        "boot_folded": (None, 986),
        "frunk": 15,
        "kerb_mass": 1820,
        "safety_rating": 5,
        "safety_adult": 96,
        "safety_child": 89,
        "airbags": 7,
        "screen_centre": "12.8",
        "screen_cluster": "9.2",
        "hud": 10,
        "speakers": 13,
        "speaker_brand": "beats",
        "wheels": 19,
        "carplay": "wireless",
    },
    ("smart_1", "brabus"): {
        "range_wltp": 400,
        "power": 315,
        "power_ps": 428,
        "torque": 543,
        "acceleration": "3.9",
        "drive": "awd",
        "consumption_wltp": "17.9",
        "length": 4300,
    },
    ("smart_3", "pro"): {
        "range_wltp": 325,
        "power": 200,
        "acceleration": "5.8",
        "battery_gross": 49,
        "battery_usable": 47,
        "battery_chemistry": "lfp",
        "ac_power": "7.4",
        "dc_power": 130,
    },
    ("smart_3", "premium"): {
        "range_wltp": 455,
        "range_real": 355,
        "power": 200,
        "torque": 343,
        "acceleration": "5.8",
        "drive": "rwd",
        "ac_power": 22,
        "dc_power": 150,
        "length": 4400,
        "height": 1556,
        "wheelbase": 2785,
        "drag": "0.27",
        "boot": 370,
        "safety_rating": 5,
    },
    ("smart_3", "brabus"): {
        "range_wltp": 415,
        "power": 315,
        "power_ps": 428,
        "torque": 543,
        "acceleration": "3.7",
        "drive": "awd",
    },
    ("smart_5", "pro"): {
        "range_wltp": 465,
        "battery_gross": 76,
        "battery_usable": "74.4",
        "battery_chemistry": "lfp",
        "dc_power": 150,
        "length": 4705,
        "width": 1920,
        "height": 1705,
        "wheelbase": 2900,
        "towing": 1600,
        "safety_adult": 88,
        "safety_child": 93,
    },
    ("smart_5", "brabus"): {"power": 475, "power_ps": 646, "torque": 710, "acceleration": "3.8"},
}

FIGURES = {
    "joint_venture_month": "2022-01",
    "joint_venture_share": 50,
    "distributor_agreement_date": "2022-08-18",
    "proton_geely_share": "49.9",
    "deliveries_year": "2023",
    "deliveries": 70_000,
    "delivery_markets": 22,
    "europe_markets": 10,
    "europe_months": 10,
    "series_a_amount": 150_000_000,
    "valuation": 5_000_000_000,
    "duty_return_date": "2026-01-01",
    "carbon_certificate_date": "2023-12-12",
    "green_ncap_stars": 5,
    "green_ncap_score": 95,
    "green_ncap_date": "2024-02-22",
    "carbon_neutral_year": "2045",
    "ota_updates": 5,
    "ota_fifth_date": "2023-09-28",
    "ota_days": 323,
    "ota_new": 14,
    "ota_improved": 20,
    "pilot_assist_date": "2023-10",
    "pilot_assist_next_year": "2024",
    "app_station_share": 70,
    "battery_no_fire_minutes": 60,
    "battery_norm_minutes": 10,
}

# Nothing was found on these, so that no figure may stand on the record.
NOT_ON_RECORD = [
    ("smart_1", "pro", "range_wltp"),
    ("smart_1", "pro", "power"),
    ("smart_1", "pro", "torque"),
    ("smart_1", "pro", "acceleration"),
    ("smart_1", "pro", "battery_gross"),
    ("smart_3", "premium", "kerb_mass"),
    ("smart_1", "premium", "towing"),
    ("smart_3", "premium", "towing"),
]


def test_prices(session):
    found = {
        (price.model, price.variant): (price.amount, price.status)
        for price in catalogue.prices(session, "MY")
    }

    assert found == PRICES


@pytest.mark.parametrize(("car", "expected"), VALUES.items(), ids=lambda each: "-".join(each))
def test_values(session, car, expected):
    found = {value.attribute: value for value in catalogue.specs(session, *car)}

    for attribute, wanted in expected.items():
        value = found[attribute]
        if isinstance(wanted, tuple):
            assert (value.value_min, value.value_max) == wanted, attribute
        elif value.text_key is not None:
            assert value.text_key == wanted, attribute
        else:
            assert value.value_min == value.value_max == Decimal(wanted), attribute


@pytest.mark.parametrize(("key", "expected"), FIGURES.items())
def test_figures(session, key, expected):
    found = figure(session, key)

    if isinstance(found.value, date):
        assert found.iso == expected
    else:
        assert found.value == Decimal(expected)


@pytest.mark.parametrize(("model", "variant", "attribute"), NOT_ON_RECORD)
def test_what_was_not_found_is_not_on_record(session, model, variant, attribute):
    assert catalogue.specs(session, model, variant, [attribute]) == []


def test_where_sources_disagree_the_record_is_unconfirmed(session):
    disputed = [("smart_1", "pro", "ac_power"), ("smart_5", "pro", "power"), ("smart_5", "brabus", "dc_time")]

    for model, variant, attribute in disputed:
        [value] = catalogue.specs(session, model, variant, [attribute])
        assert value.status is Status.UNCONFIRMED
        assert value.qualifier == "range"  # both figures


def test_figures_that_are_in_both_records_agree(session):
    [battery] = catalogue.specs(session, "smart_3", "premium", ["battery_gross"])
    [small] = catalogue.specs(session, "smart_3", "pro", ["battery_gross"])
    twins = {
        "battery_large": battery,
        "battery_small": small,
        **{
            key: catalogue.specs(session, "smart_1", "premium", [attribute])[0]
            for key, attribute in {
                "screen_centre_size": "screen_centre",
                "screen_cluster_size": "screen_cluster",
                "hud_size": "hud",
            }.items()
        },
    }

    for key, value in twins.items():
        assert (figure(session, key).value, figure(session, key).unit) == (value.number, value.unit)


def test_every_fact_has_a_source_and_none_is_from_the_future(session):
    for table in (tables.AttributeValue, tables.Price, tables.Launch, tables.MarketNote, FigureRow):
        for row in session.scalars(select(table)):
            assert row.source
            assert date(2017, 1, 1) <= row.as_of <= date(2026, 11, 20)


def test_no_figure_lies_unused(session):
    used = {key for body in session.scalars(select(SectionText.body)) for key in placeholders(body)}
    used |= {key for key in session.scalars(select(tables.MarketNote.figure)) if key}

    assert set(session.scalars(select(FigureRow.key))) == used
