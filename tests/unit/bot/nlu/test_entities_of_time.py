"""Days, hours and lengths of time as entities, beside what they could be mistaken for."""

import json

import pytest

from bot.nlu.entities import LexiconEntityExtractor

EXTRACTOR = LexiconEntityExtractor()


def found(text, kind):
    return [entity["value"] for entity in EXTRACTOR.entities(text) if entity["entity"] == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "book esok pukul 3 petang",
            {"day": {"in": 1, "unit": "day"}, "time": {"hour": 3, "minute": 0, "part": "afternoon"}},
        ),
        ("下个星期六", {"day": {"weekday": 5, "week": 1}}),
        ("วันที่ 5 ธ.ค.", {"day": {"day": 5, "month": 12}}),
    ],
)
def test_a_day_and_its_hour_are_one_entity(text, value):
    assert found(text, "date_time") == [value]
    assert json.loads(json.dumps(value)) == value


def test_a_length_of_time_is_no_date():
    assert found("cas 30 minit", "duration") == [{"amount": 30, "unit": "minute"}]
    assert found("cas 30 minit", "date_time") == []


def test_a_number_of_a_date_is_no_car_and_no_share():
    text = "12月3号 or tomorrow 10 to 12"
    assert found(text, "model") == []
    assert found(text, "percent") == []
    assert len(found(text, "date_time")) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("012 777 8899", "phone"),
        ("charge 10-80%", "percent"),
        ("RM219,000", "money"),
        ("smart #3", "model"),
        ("三号多少钱", "model"),
    ],
)
def test_what_else_has_numbers_is_no_date(text, kind):
    assert found(text, kind)
    assert found(text, "date_time") == []


def test_a_car_a_phone_and_an_hour_in_one_message():
    text = "test drive smart #3 esok pukul 3 petang, call 012 777 8899"
    assert found(text, "model") == ["smart_3"]
    assert found(text, "phone") == ["+60127778899"]
    assert len(found(text, "date_time")) == 1
