"""Names as people have them, and what is no name."""

import pytest

from bot.actions.bookings.names import announced, bare, is_name, surely_a_name


@pytest.mark.parametrize(
    "name",
    [
        "Tan Mei Ling", "Muhammad Faiz bin Ahmad", "Nur 'Ain", "Siti Nurhaliza binti Tarudin", "K. Subramaniam",
        "S. Kvitha a/l Raj", "陈美玲", "欧阳娜娜", "สมชาย ใจดี", "น้ำฝน", "O'Brien", "Jean-Luc Ng", "Ng", "Schwarz",
        "Dato' Seri Lim", "Wan Nur @ Wani",
    ],
)  # fmt: skip
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a",
        "1234",
        "asdf",
        "qwerty",
        "xxxxxx",
        "test",
        "😀😀",
        "A" * 61,
        "bcdfgh",
        "12 Jalan SS2",
        "?",
        "but I don't have a licence",
        "我没有驾照",
        "berapa harga dia",
        "ลองขับได้ไหม",
    ],
)
def test_no_names(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("it's Tan Mei Ling", "Tan Mei Ling"),
        ("nama saya Aminah ya", "Aminah"),
        ("我叫陈美玲。", "陈美玲"),
        ("ชื่อ สมชาย ครับ", "สมชาย"),
        ("Tan Mei Ling", "Tan Mei Ling"),
        ("Saya", ""),
    ],
)
def test_what_is_around_a_name_is_left_out(said: str, name: str) -> None:
    assert bare(said) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Sat 2pm, name is Marcus Lee, phone 012-555 0122", "Marcus Lee"),
        ("I am Priya Nair, 012-555 0111", "Priya Nair"),
        ("nama saya Ahmad Faiz bin Rosli, esok", "Ahmad Faiz bin Rosli"),
        ("I am interested in the #3", None),
    ],
)
def test_a_name_among_other_things(said: str, name: str | None) -> None:
    assert announced(said) == name


@pytest.mark.parametrize("text", ["วิชัย มั่นคง", "ชื่อ สมชาย ใจดี ครับ", "何明天", "April Chua", "Tan Boon Keat"])
def test_a_name_is_one_whatever_its_words_mean(text: str) -> None:
    assert surely_a_name(text)


@pytest.mark.parametrize("text", ["ราคา เท่าไหร่", "สีแดง มีไหม", "ทดลองขับรถวันไหน", "how much", "明天可以吗"])
def test_a_question_is_no_name(text: str) -> None:
    assert not surely_a_name(text)
