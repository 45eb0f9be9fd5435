import json
from pathlib import Path

import pytest

from scripts.bench.understanding import lines
from scripts.bench.understanding.lines import Dataset, Line

TRAINING = """
version: "3.1"
nlu:
  - intent: greet
    examples: |
      - hello
      - hi - there
  - synonym: smart_3
    examples: |
      - number three
  - intent: ask_price
    examples: |
      - how much is the [#3](model)
      - price of [#1]{"entity": "model"} [please]

"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    training, validation = tmp_path / "nlu", tmp_path / "validation"
    (training / "en").mkdir(parents=True)
    (training / "en" / "talk.yml").write_text(TRAINING, encoding="utf-8")
    validation.mkdir()
    return training, validation


def write(file: Path, *rows: dict[str, object]) -> None:
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows) + "\n", encoding="utf-8")


def test_training_lines_come_with_intent_and_language_and_without_marks(folders: tuple[Path, Path]) -> None:
    write(folders[1] / "en.jsonl", {"text": "hey", "intent": "greet", "lang": "en"})
    dataset = lines.own(*folders)
    assert isinstance(dataset, Dataset)
    assert dataset.training == (
        Line("hello", "greet", "en"),
        Line("hi - there", "greet", "en"),
        Line("how much is the #3", "ask_price", "en"),
        Line("price of #1 [please]", "ask_price", "en"),
    )
    assert dataset.languages == ["en"]


def test_what_was_learnt_is_not_asked(folders: tuple[Path, Path]) -> None:
    write(
        folders[1] / "en.jsonl",
        {"text": "hello", "intent": "greet", "lang": "en", "entities": {}, "tags": ["x"]},
        {"text": "hey", "intent": "greet", "lang": "en", "entities": {}, "tags": []},
    )
    dataset = lines.own(*folders)
    assert isinstance(dataset, Dataset)
    assert dataset.tests == (Line("hey", "greet", "en"),)


def test_without_validation_lines_there_is_a_reason(folders: tuple[Path, Path]) -> None:
    assert "has no <language>.jsonl yet" in str(lines.own(*folders))


def test_without_the_external_lines_there_is_a_reason(tmp_path: Path) -> None:
    assert "has no quad16np_" in str(lines.external(tmp_path))


def test_external_intents_get_names_that_rasa_takes(tmp_path: Path) -> None:
    write(tmp_path / "quad16np_train.jsonl", {"text": "rain?", "intent": "weather/find", "lang": "en"})
    write(tmp_path / "quad16np_test_unseen.jsonl", {"text": "wet?", "intent": "weather/find", "lang": "en"})
    dataset = lines.external(tmp_path)
    assert isinstance(dataset, Dataset)
    assert {line.intent for line in dataset.training + dataset.tests} == {"weather_find"}


def test_a_sample_has_every_intent_of_every_language_and_is_the_same_again() -> None:
    whole = [Line(f"{number}", "often", lang) for number in range(100) for lang in ("en", "th")]
    whole += [Line("only one", "rare", "ms")]
    chosen = lines.sample(whole, 20)
    assert chosen == lines.sample(whole, 20)
    assert [sum(line.lang == lang for line in chosen) for lang in ("en", "th", "ms")] == [10, 10, 1]
    assert lines.sample(whole, 500) == whole
    assert Dataset("x", tuple(whole), tuple(whole)).sampled(20, 500).tests == tuple(whole)


def test_lines_survive_being_written(tmp_path: Path) -> None:
    written = [Line("ราคา\u2028เท่าไหร่", "ask_price", "th"), Line("多少钱", "ask_price", "zh")]
    lines.write_jsonl(written, tmp_path / "lines.jsonl")
    rows = (tmp_path / "lines.jsonl").read_text(encoding="utf-8").split("\n")
    assert [Line(**json.loads(row)) for row in rows if row] == written
