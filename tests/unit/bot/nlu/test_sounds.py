"""What sounds alike is read alike; what does not stays apart."""

import pytest

from bot.nlu.normalise import skeleton
from bot.nlu.sounds import sound


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("冲电", "充电"),  # chōng, chōng
        ("续杭", "续航"),
        ("首服", "首付"),
        ("市驾", "试驾"),
        ("充電樁", "充电桩"),
        ("ราคาเท่าไหล่", "ราคาเท่าไหร่"),
        ("สาสนา", "ศาสนา"),
        ("เสา", "เสาร์"),
    ],
)
def test_words_written_as_they_sound(written, meant):
    assert sound(written) == sound(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("充电", "试驾"), ("车", "厂"), ("ราคา", "รถ"), ("price", "prise")]
)
def test_words_that_sound_otherwise_stay_apart(one, other):
    assert sound(one) != sound(other)


def test_other_scripts_stay_as_they_are():
    assert sound("smart #1 berapa") == "smart #1 berapa"


def test_gaps_between_chinese_or_thai_words_do_not_count():
    assert skeleton("冲 电") == skeleton("充电")
    assert skeleton("ชาร์ จ") == skeleton("ชาร์จ")
    assert skeleton("how much") == "hw mch"
