"""What customers say for the values of a booking's fields, in four languages and mixed."""

import pytest

from bot.actions.lexicon import says_only, word_for


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("stay", "I'll wait", "wait"),
        ("stay", "saya tunggu je", "wait"),
        ("stay", "在店里等", "wait"),
        ("stay", "นั่งรอค่ะ", "wait"),
        ("stay", "drop it off in the morning", "drop_off"),
        ("stay", "nak tinggal kereta", "drop_off"),
        ("stay", "车留在店里吧", "drop_off"),
        ("stay", "ฝากรถไว้ได้ไหม", "drop_off"),
        ("dwelling", "landed house", "house"),
        ("dwelling", "kondo", "condo"),
        ("dwelling", "rumah pangsa", "condo"),
        ("dwelling", "rumah teres dua tingkat", "house"),
        ("dwelling", "公寓", "condo"),
        ("dwelling", "独立式洋房", "house"),
        ("dwelling", "คอนโดค่ะ", "condo"),
        ("dwelling", "บ้านเดี่ยว", "house"),
        ("phase", "3-phase", "three"),
        ("phase", "satu fasa", "single"),
        ("phase", "三相电", "three"),
        ("phase", "เฟสเดียว", "single"),
        ("phase", "tak pasti la", "unknown"),
        ("phase", "不清楚", "unknown"),
        ("phase", "ไม่แน่ใจค่ะ", "unknown"),
        ("licence", "xde lesen lagi", "none"),
        ("licence", "我还没考到驾照", "none"),
        ("licence", "ไม่มีใบขับขี่", "none"),
        ("stay", "the waiter was nice", None),
        ("dwelling", "warehouse", None),
    ],
)
def test_a_word_is_understood_in_any_language(field: str, text: str, value: str | None) -> None:
    assert word_for(field, text) == value


@pytest.mark.parametrize(
    "text",
    [
        "boleh, tempah la",
        "ok book it",
        "好的 帮我预约",
        "约吧",
        "โอเค จองเลยค่า",
        "ยืนยันครับ",
        "go ahead please",
    ],
)
def test_a_yes_in_words_of_its_own(text: str) -> None:
    assert says_only("yes", text)


@pytest.mark.parametrize(
    "text",
    [
        "boleh tahu harga",
        "boleh bayar nanti",
        "book it later",
        "不对啦",
        "可以改时间",
        "จองเลยได้ไหมถ้าไม่มีใบขับขี่",
        "ok",
        "",
    ],
)
def test_what_is_more_or_less_than_a_yes(text: str) -> None:
    assert not says_only("yes", text)
