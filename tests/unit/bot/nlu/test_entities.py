"""Entities as customers write them in four languages."""

from itertools import pairwise

import pytest

from bot.nlu.entities import LexiconEntityExtractor

EXTRACTOR = LexiconEntityExtractor()


def found(text, kind):
    return [entity["value"] for entity in EXTRACTOR.entities(text) if entity["entity"] == kind]


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("how much is the #3 premium", ["smart_3"]),
        ("smart1 range?", ["smart_1"]),
        ("smart #5 bila sampai", ["smart_5"]),
        ("hashtag one brabus", ["smart_1"]),
        ("精灵1号续航多少", ["smart_1"]),
        ("精灵一号", ["smart_1"]),
        ("三号 premium 卖多少", ["smart_3"]),
        ("精灵#3", ["smart_3"]),
        ("สมาร์ท 1 ราคาเท่าไหร่", ["smart_1"]),
        ("สมาร์ทวัน", ["smart_1"]),
        ("แฮชแท็กสาม", ["smart_3"]),
        ("＃１", ["smart_1"]),
        ("brabus three", ["smart_3"]),
        ("premium 1 price", ["smart_1"]),
        ("pro 5 years", []),
        ("nombor tiga tu", ["smart_3"]),
        ("the 3 range", ["smart_3"]),
        ("#1 or #3", ["smart_1", "smart_3"]),
        ("the one in penang", []),
        ("the 3 of us", []),
        ("smart 15", []),
        ("model 3 vs #3", ["smart_3"]),
        ("10% to 80%", []),
        ("3号楼", []),
    ],
)
def test_models(text, models):
    assert found(text, "model") == models


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("the brabus", ["brabus"]),
        ("BARBUS", ["brabus"]),
        ("premuim", ["premium"]),
        ("smart #1 Pro", ["pro"]),
        ("smart #5 Pro+", ["pro_plus"]),
        ("pro plus price", ["pro_plus"]),
        ("โปรพลัส", ["pro_plus"]),
        ("pro-net", []),
        ("promotion", []),
        ("probably", []),
        ("proton", []),
        ("บราบัส", ["brabus"]),
        ("รุ่นโปร", ["pro"]),
        ("มีโปรไหม", []),
        ("#1 โปรโมชั่น", []),
    ],
)
def test_variants(text, variants):
    assert found(text, "variant") == variants


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("0-100?", "acceleration"),
        ("jarak berapa", "range_wltp"),
        ("续航", "range_wltp"),
        ("วิ่งได้กี่โล", "range_wltp"),
        ("boot space", "boot"),
        ("后备箱多大", "boot"),
        ("กี่ที่นั่ง", "seats"),
        ("what colours", "colours"),
    ],
)
def test_attributes(text, attribute):
    assert attribute in found(text, "attribute")


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("10%-80%", [10, 80]),
        ("from 20 to 80 percent", [20, 80]),
        ("charge to eighty percent", [80]),
        ("twenty-five pct left", [25]),
        ("bateri tinggal dua puluh lima peratus", [25]),
        ("dua belas peratus", [12]),
        ("แบตเหลือยี่สิบเปอร์เซ็นต์", [20]),
        ("三十趴", [30]),
        ("20 soc", [20]),
        ("soc 45 now", [45]),
        ("from half to full, charging", [50]),
        ("bateri tinggal separuh", [50]),
        ("แบตเหลือครึ่งเดียว", [50]),
        ("电量剩一半", [50]),
        ("剩两成电", [20]),
        ("charge to 80 or 100", [80, 100]),
        ("平时充到80还是100好", [80, 100]),
        ("after 80 charging slows down", [80]),
        ("ชาร์จ 80 ขึ้นไปช้ามาก", [80]),
        ("lepas 80 cas jadi slow, smpai 100 lama lagi", [80, 100]),
        ("30% to 100", [30, 100]),
        ("charge now, only 12 left", [12]),
        ("only 12 seats left", []),
        ("interest 3.2", [3.2]),
        ("2.88 p.a.", [2.88]),
        ("dp 10", [10]),
        ("dp 10k", []),
        ("首付两成", [20]),
        ("half an hour", []),
        ("10-80%", [10, 80]),
        ("百分之八十 80巴仙", [80, 80]),
        ("2.5 %", [2.5]),
        ("from 25 to 85 on dc", [25, 85]),
        ("15 ke 90 berapa lama", [15, 90]),
        ("充电 30到80", [30, 80]),
        ("ร้อยละ 20 ถึงร้อยละ 90", [20, 90]),
        ("from 25 to 85%", [25, 85]),
        ("can i charge to 100 everyday", [100]),
        ("0-100 km/h", []),
        ("10 to 15 minutes", []),
        ("12-14 hours", []),
        ("9 to 5 days", []),
        ("012-345 6789", []),
    ],
)
def test_percents(text, percents):
    assert found(text, "percent") == percents


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("budget RM200k", 200000, "MYR"),
        ("RM150,000 kadar rata", 150000, "MYR"),
        ("20万令吉", 200000, "MYR"),
        ("งบ 1.2 ล้านบาท", 1200000, "THB"),
        ("งบ 220,000 ริงกิต", 220000, "MYR"),
        ("200k", 200000, "MYR"),
    ],
)
def test_money(text, amount, currency):
    assert found(text, "money") == [{"amount": amount, "currency": currency}]


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("012 777 8899", "+60127778899"),
        ("call me at +60 12-345 6789 please", "+60123456789"),
        ("081 234 5678", "+66812345678"),
        ("+65 6123 4567", "+6561234567"),
    ],
)
def test_phones(text, phone):
    assert found(text, "phone") == [phone]


@pytest.mark.parametrize("text", ["12345", "RM219,000", "99999999999999"])
def test_what_is_no_phone(text):
    assert found(text, "phone") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("boleh cakap melayu?", "ms"),
        ("中文", "zh"),
        ("ขอภาษาไทยได้ไหม", "th"),
        ("english please", "en"),
        ("ภาษาอังกฤษ", "en"),
    ],
)
def test_languages(text, language):
    assert found(text, "language") == [language]


def test_other_makers_cars_are_brands_and_no_models():
    assert found("model y or the #1", "brand") == ["Tesla Model Y"]
    assert found("BYD Atto 3 vs smart #1", "brand") == ["BYD Atto 3"]


def test_every_span_is_inside_the_text_and_spans_of_a_kind_do_not_overlap():
    text = "smart #3 premium 10-80% RM219,000 012 777 8899 ภาษาไทย 续航 brabus #1"
    entities = EXTRACTOR.entities(text)
    for kind in {entity["entity"] for entity in entities}:
        spans = sorted((e["start"], e["end"]) for e in entities if e["entity"] == kind)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("charge 0 to 100 how long", [0, 100]),
        ("0-100 in how many seconds", []),
        ("二十到八十要多久", [20, 80]),
        ("从十五到一百", [15, 100]),
        ("三十到四十分钟", []),
        ("充到八成", [80]),
        ("还有七成电", [70]),
        ("แบต 60 ถึงหัวหินไหม", [60]),
        ("ชาร์จเต็มร้อยทุกวัน", [100]),
        ("battery 66 kWh", []),
        ("battery 8 years warranty", []),
        ("bateri tinggal 15 sempat ke", [15]),
    ],
)
def test_levels_without_a_sign(text, levels):
    assert found(text, "percent") == levels
