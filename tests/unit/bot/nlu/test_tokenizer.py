"""Tokens of four scripts, alone and mixed in one sentence."""

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.tokenizer import MixedScriptTokenizer

TOKENIZER = MixedScriptTokenizer(MixedScriptTokenizer.get_default_config())


def tokens(text):
    return [token.text for token in TOKENIZER.tokenize(Message({TEXT: text}), TEXT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How much is the #1?", ["how", "much", "is", "the", "#1", "?"]),
        ("充电 RM 多少钱", ["充电", "rm", "多少", "钱"]),
        ("精灵1号续航多少", ["精灵", "1", "号", "续航", "多少"]),
        ("ราคาเท่าไหร่คะ", ["ราคา", "เท่าไหร่", "คะ"]),
        ("berapa price 三号 ah", ["berapa", "price", "三号", "ah"]),
        ("ＳＭＡＲＴ ＃３", ["smart", "#3"]),
        ("sooooo niceeee", ["soo", "nicee"]),
        ("0-100 in 3.9s", ["0-100", "in", "3.9s"]),
    ],
)
def test_tokens_of_each_script(text, expected):
    assert tokens(text) == expected


def test_no_chinese_word_is_lost_beside_others():
    assert "".join(tokens("充电RM多少钱smart")) == "充电rm多少钱smart"


def test_tokens_stand_where_they_were_written():
    text = "สมาร์ท #3 ราคา 多少钱"
    for token in TOKENIZER.tokenize(Message({TEXT: text}), TEXT):
        assert text[token.start :].lower().startswith(token.text)


@pytest.mark.parametrize("text", ["   ", "​", "\n\t"])
def test_a_text_without_words_yields_one_token(text):
    assert len(tokens(text)) == 1


def test_emoji_and_marks_are_tokens():
    assert tokens("👍!") == ["👍", "!"]
