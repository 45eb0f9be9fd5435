"""How a language is recognised, on short messages as customers write them."""

import json
import time
from pathlib import Path

import pytest

from channels.language import Languages

MEASURED = Path(__file__).parents[4] / "shared" / "eval" / "utterances_dev.jsonl"


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages.load()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nak booking", "ms"),
        ("berapa harga smart #1 ah", "ms"),
        ("boleh test drive tak", "ms"),
        ("Adakah waranti meliputi bateri selama lapan tahun?", "ms"),
        ("how much is it", "en"),
        ("What is the range of the smart #3 Premium?", "en"),
        ("Please call me tomorrow morning about the delivery.", "en"),
        ("smart #1 多少钱", "zh"),
        ("充电 RM 多少", "zh"),
        ("สมาร์ท #3 ราคาเท่าไร", "th"),
        ("smart #3 ขายในไทยกี่บาทครับ", "th"),
    ],
)
def test_message_without_a_past(languages, text, language):
    assert languages.detect(text, None) == language


@pytest.mark.parametrize("text", ["", "#1", "ok", "123", "👍", "Damansara", "Nurul Aina", "BQR 5521", "?!"])
@pytest.mark.parametrize("last", ["en", "ms", "zh", "th"])
def test_message_that_does_not_tell_stays_in_the_last_language(languages, text, last):
    assert languages.detect(text, last) == last


@pytest.mark.parametrize("text", ["yes", "ok thanks", "no 12, jln kiara 5", "the second one", "tomorrow 3pm"])
@pytest.mark.parametrize("last", ["zh", "th", "ms"])
def test_english_that_is_thrown_into_any_chat_does_not_change_the_language(languages, text, last):
    assert languages.detect(text, last) == last


@pytest.mark.parametrize("text", ["boleh", "ok esok", "terima kasih", "ya", "tak"])
def test_malay_that_is_thrown_into_any_chat_does_not_change_the_language(languages, text):
    assert languages.detect(text, "en") == "en"


@pytest.mark.parametrize("last", ["zh", "th", "ms"])
def test_clear_message_changes_the_language(languages, last):
    assert languages.detect("how much is the car and what is the range", last) == "en"


def test_first_word_that_tells_nothing_is_english(languages):
    assert languages.detect("#3", None) == "en"
    assert languages.detect("#3", "fr") == "en"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("zh-CN", "zh"), ("TH_th", "th"), (" ms ", "ms"), ("fr", None), ("", None)],
)
def test_language_tags(languages, tag, code):
    assert languages.tag(tag) == code


def test_script_with_several_languages_needs_english_alive(tmp_path):
    path = tmp_path / "languages.yml"
    path.write_text("- {code: ms, script: latin, words: saya, status: live}\n")
    with pytest.raises(ValueError, match="'en' must be live"):
        Languages.load(path)


def test_draft_is_not_spoken(tmp_path):
    path = tmp_path / "languages.yml"
    path.write_text(
        "- {code: en, script: latin, words: the, status: live}\n"
        "- {code: th, script: thai, words: '', status: draft}\n"
    )
    languages = Languages.load(path)
    assert languages.codes == ("en",)
    assert languages.detect("ราคาเท่าไร", None) == "en"


def test_short_text_costs_less_than_a_millisecond(languages):
    texts = ["nak booking", "how much is the premium", "多少钱", "ราคาเท่าไร"] * 25
    best = min(_seconds(languages, texts) for _ in range(5))
    assert best / len(texts) < 0.001


def _seconds(languages: Languages, texts: list[str]) -> float:
    begun = time.perf_counter()
    for text in texts:
        languages.detect(text, "en")
    return time.perf_counter() - begun


def test_measured_messages(languages):
    if not MEASURED.exists():
        pytest.skip(f"the measured messages are not here: {MEASURED}")
    rows = [json.loads(line) for line in MEASURED.read_text(encoding="utf-8").splitlines()]
    first = sum(languages.detect(row["text"], None) == row["lang"] for row in rows)
    later = sum(languages.detect(row["text"], row["lang"]) == row["lang"] for row in rows)

    assert first / len(rows) >= 0.93
    assert later / len(rows) >= 0.96
