import os
import shutil
import sys
from pathlib import Path

import pytest

from scripts.bench.understanding import models, systems
from scripts.bench.understanding.figures import ALL, Comparison
from scripts.bench.understanding.lines import Dataset, Line
from scripts.bench.understanding.measure import compare
from scripts.bench.understanding.systems import System

LITTLE = Path(__file__).with_name("little_system.py")
TRAINING = (Line("hello", "greet", "en"), Line("ราคา", "ask_price", "th"))
TESTS = tuple(
    Line(text, intent, lang)
    for text, intent, lang in [("hello", "greet", "en"), ("hey", "seed 2", "en"), ("ราคา", "ask_price", "th")]
    * 20
)
DATASET = Dataset("smart", TRAINING, TESTS)


def system(key: str, made_from: str = "", random: bool = False) -> System:
    command = (sys.executable, "-I", str(LITTLE))
    return System(key, key.upper(), command, dict(os.environ), made_from, random=random)


def run(dataset: Dataset, cache: Path, *found: System, seeds: int = 1) -> Comparison:
    return compare(dataset, found, {}, seeds, cache)


def test_all_systems_parse_everything(tmp_path: Path) -> None:
    comparison = run(DATASET, tmp_path, system("ours"), system("other"))
    assert [each.key for each in comparison.found] == ["ours", "other"]
    for each in comparison.found:
        assert {code: (score.right, score.of) for code, score in each.scores.items()} == {
            "en": ((20,), 40),
            "th": ((20,), 20),
            ALL: ((40,), 60),
        }
        assert 0 < each.p50 <= each.p95 < 1
        assert each.memory > 1024**2
        assert each.training > 0
    assert not comparison.failed


def test_further_seeds_are_trained_and_parse_as_well(tmp_path: Path) -> None:
    comparison = run(DATASET, tmp_path, system("ours"), system("stock", random=True), seeds=3)
    ours, stock = comparison.found
    assert ours.scores[ALL].right == (40,)
    assert stock.scores[ALL].right == (40, 60, 40)  # the second seed happens to know "hey"
    assert len(list((tmp_path / "models").glob("stock-*"))) == 3


def test_a_system_that_cannot_be_trained_does_not_end_the_others(tmp_path: Path) -> None:
    dataset = Dataset("smart", (*TRAINING, Line("untrainable", "greet", "en")), TESTS)
    comparison = run(dataset, tmp_path, system("ours"))
    assert comparison.found == ()
    assert "OURS could not be trained" in comparison.failed["OURS"]
    assert "this cannot be learnt" in comparison.failed["OURS"]
    assert not list((tmp_path / "models").glob("ours-*"))


def test_a_system_that_ends_while_it_parses_is_named(tmp_path: Path) -> None:
    dataset = Dataset("smart", TRAINING, (*TESTS, Line("deadly", "greet", "en")))
    comparison = run(dataset, tmp_path, system("ours"))
    assert comparison.found == ()
    assert "OURS ended while it parsed" in comparison.failed["OURS"]
    assert "dead" in comparison.failed["OURS"]


def test_a_model_is_kept_until_something_that_it_is_made_from_changes(tmp_path: Path) -> None:
    first = models.ensure(system("ours"), DATASET, 1, tmp_path)
    again = models.ensure(system("ours"), DATASET, 2, tmp_path)  # its seed decides nothing
    assert again.folder == first.folder
    others = [
        models.ensure(system("ours", "another pipeline"), DATASET, 1, tmp_path),
        models.ensure(system("ours", random=True), DATASET, 2, tmp_path),
        models.ensure(system("ours"), Dataset("smart", TRAINING[:1], TESTS), 1, tmp_path),
    ]
    assert len({first.folder, *(other.folder for other in others)}) == 4
    assert again.seconds == first.seconds


def test_old_models_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "KEPT", 2)
    for number in range(4):
        newest = models.ensure(system("ours", str(number)), DATASET, 1, tmp_path)
    models.ensure(system("other"), DATASET, 1, tmp_path)
    kept = {folder.name for folder in (tmp_path / "models").iterdir()}
    assert len(kept) == 3
    assert newest.folder.name in kept


def test_progress_tells_when_it_will_be_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    models.ensure(system("ours"), DATASET, 1, tmp_path)
    said = capsys.readouterr().out
    assert "Training OURS on 2 lines" in said
    assert "50 %, 0:00 min to go" in said


def test_rasas_default_is_the_one_that_rasa_init_gets_and_takes_a_seed(tmp_path: Path) -> None:
    found = systems.stock(tmp_path).pipeline_with(7)
    names = ["WhitespaceTokenizer", "CountVectorsFeaturizer", "char_wb", "max_ngram: 4", "DIETClassifier"]
    assert [name for name in names if name not in found] == []
    assert found.count("random_seed: 7") == 1
    assert "epochs: 100" in found
    assert "bot.nlu" not in found
    assert "random_seed" not in systems.ours(tmp_path).pipeline_with(7)


def test_without_node_there_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    found, absent = systems.available(tmp_path, without=["stock"])
    assert [each.key for each in found] == ["ours", "characters"]
    assert "install Node.js" in absent["nlpjs"]
    assert [each.key for each in systems.available(tmp_path, alone=True)[0]] == ["ours"]


def test_a_registry_that_is_not_reached_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'npm error network is unreachable' >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(npm))
    reason = systems.nlpjs(tmp_path)
    assert "network is unreachable" in str(reason)
    assert not list(tmp_path.glob("nlpjs-*"))
