"""Thai words: nothing is lost, whatever is typed."""

import random

import pytest

from bot.nlu import thai

LETTERS = [chr(code) for code in range(0x0E00, 0x0E80)]
SYLLABLES = ["กา", "ที่", "ๆ", "์", "่", "เ", "แ", "า", "ฯ", "๙", "ชาร์จ"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("อยากเทสไดรฟ์สมาร์ทวันเสาร์", ["อยาก", "เทสไดรฟ์", "สมาร์ท", "วัน", "เสาร์"]),
        ("ชาร์จเท่าไหร่", ["ชาร์จ", "เท่าไหร่"]),
    ],
)
def test_words_of_the_dictionary_and_of_our_own(text, words):
    assert thai.segment(text) == words


@pytest.mark.parametrize("length", [1, 3, 20, 139, 140, 141, 400])
def test_no_letter_is_lost_or_repeated(length):
    chance = random.Random(length)
    for _ in range(200):
        text = "".join(chance.choice(LETTERS if chance.random() < 0.5 else SYLLABLES) for _ in range(length))
        assert "".join(thai.segment(text)) == text
