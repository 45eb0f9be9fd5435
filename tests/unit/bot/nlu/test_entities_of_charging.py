"""What a charger must have, and which of those shown is meant: found in questions about charging only."""

import pytest

from bot.nlu.entities.extractor import LexiconEntityExtractor

EXTRACTOR = LexiconEntityExtractor()


def found(text: str, kind: str, intent: str = "find_charger") -> list:
    return [each["value"] for each in EXTRACTOR.entities(text, intent) if each["entity"] == kind]


@pytest.mark.parametrize(
    ("text", "powers"),
    [
        ("at least 50kw near ipoh", [50]),
        ("yang 7.4 kW", [7.4]),
        ("180千瓦的桩", [180]),
        ("ตู้ 120 กิโลวัตต์", [120]),
        ("a 66 kWh battery", []),
        ("66千瓦时", []),
    ],
)
def test_power(text, powers):
    assert found(text, "power") == powers


@pytest.mark.parametrize(
    ("text", "currents"),
    [
        ("any fast charger", ["dc"]),
        ("charger laju kat melaka", ["dc"]),
        ("附近的快充", ["dc"]),
        ("ชาร์จเร็ว แถวบางนา", ["dc"]),
        ("slow charger is fine", ["ac"]),
        ("慢充也可以", ["ac"]),
    ],
)
def test_current(text, currents):
    assert found(text, "current") == currents


def test_an_air_conditioner_is_no_charger():
    assert found("the ac is not cold", "current", "report_breakdown") == []
    assert found("how fast is the #1", "current", "ask_spec") == []


@pytest.mark.parametrize(
    "text", ["which one is free now", "yang kosong ada tak", "有空位吗", "ตอนนี้ว่างไหม", "is it available"]
)
def test_availability(text):
    assert found(text, "availability", "check_charger") == ["free"]


def test_between_is_not_free():
    assert found("ที่ชาร์จระหว่างลำปางกับเชียงใหม่", "availability") == []
    assert found("ที่ชาร์จระหว่างทางที่ว่างอยู่", "availability") == ["free"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the second one", 2),
        ("number 3", 3),
        ("the 1st", 1),
        ("yang kedua", 2),
        ("第二个", 2),
        ("第3家", 3),
        ("อันแรก", 1),
        ("อันที่ 2", 2),
        ("ที่สาม", 3),
    ],
)
def test_ordinal(text, number):
    assert found(text, "ordinal", "inform")[:1] == [number]


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("kl to penang with a full battery", [100]),
        ("dari KL ke JB bateri penuh", [100]),
        ("满电从吉隆坡到槟城", [100]),
        ("แบตเต็มจากกรุงเทพไปหัวหิน", [100]),
        ("kl to penang", []),
    ],
)
def test_a_full_battery(text, percents):
    assert found(text, "percent", "plan_journey") == percents


@pytest.mark.parametrize("text", ["what if it rains heavily, raining", "kalau hujan", "下雨呢", "ถ้าฝนตกล่ะ"])
def test_rain(text):
    assert found(text, "weather", "plan_journey")[:1] == ["rain"]


@pytest.mark.parametrize(
    ("text", "roads"),
    [
        ("chargers along plus highway", ["PLUS"]),
        ("pengecas sepanjang lebuhraya pantai timur", ["East Coast Expressway"]),
        ("南北大道上有快充吗", ["PLUS"]),
        ("ที่ชาร์จบนถนนเพชรเกษม", ["Phetkasem"]),
        ("any charger on the E8", ["E8"]),
    ],
)
def test_road(text, roads):
    assert found(text, "road") == roads
