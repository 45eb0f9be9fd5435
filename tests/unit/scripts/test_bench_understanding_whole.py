"""The comparison with the real pipelines, on a few lines. No time is asserted: only what is measured."""

import shutil
from pathlib import Path

import pytest

from scripts.bench.understanding import lines, part
from scripts.bench.understanding.lines import Dataset, Line

WORDS = {
    "greet": ("hello", "hai", "你好", "สวัสดี"),
    "ask_price": ("price", "harga", "价格", "ราคา"),
    "ask_range": ("range", "jarak", "续航", "ระยะทาง"),
}
LANGUAGES = ("en", "ms", "zh", "th")


def little() -> Dataset:
    """Four languages with three intents, which differ in one word."""
    learnt, asked = [], []
    for intent, words in WORDS.items():
        for lang, word in zip(LANGUAGES, words, strict=True):
            learnt += [Line(f"{word} {ending}", intent, lang) for ending in ("", "smart", "1", "ok", "?")]
            asked.append(Line(f"{word} smart 1", intent, lang))
    return Dataset("smart", tuple(learnt), tuple(asked))


def test_ours_and_the_plain_one_understand_in_four_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(lines, "own", little)
    monkeypatch.setattr(lines, "external", lambda: "there are none")
    data, good = part.measure(part.Options(without=["stock"]), tmp_path)
    said = capsys.readouterr().out
    assert good, said
    (comparison,) = data["comparisons"]
    assert [each["key"] for each in comparison["found"]] == ["ours", "characters"]
    for each in comparison["found"]:
        assert each["scores"]["all"]["of"] == 12
        assert each["scores"]["all"]["right"] == [12]
        assert each["memory"] > 50 * 1024**2
    assert "Malay (3)" in said
    assert "Without nlpjs: there is no node" in said
    assert "external lines: left out, as there are none." in said
