import os
from pathlib import Path

import pytest

from scripts import train
from scripts.console import Problem


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in (
        "config.yml",
        "domain.yml",
        "bot/domain/talk.yml",
        "bot/data/nlu/en/talk.yml",
        "bot/nlu/reader.py",
        "bot/languages.yml",
        "bot/uv.lock",
        "bot/messages/en/talk.ftl",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["config.yml", "domain.yml", "bot/data/nlu/en/talk.yml", "bot/nlu/reader.py", "bot/uv.lock"]
)
def test_a_changed_source_asks_for_a_new_model(clone: Path, name: str) -> None:
    before = train.fingerprint(clone)
    (clone / name).write_text("changed")
    assert train.fingerprint(clone) != before


def test_a_new_a_renamed_and_a_removed_file_ask_for_a_new_model(clone: Path) -> None:
    seen = {train.fingerprint(clone)}
    file = clone / "bot/data/nlu/th/talk.yml"
    file.parent.mkdir()
    file.write_text("new")
    seen.add(train.fingerprint(clone))
    renamed = file.rename(file.with_name("other.yml"))
    seen.add(train.fingerprint(clone))
    assert len(seen) == 3
    renamed.unlink()
    assert train.fingerprint(clone) in seen


def test_texts_and_leftovers_ask_for_nothing(clone: Path) -> None:
    before = train.fingerprint(clone)
    (clone / "bot/messages/en/talk.ftl").write_text("changed")
    (clone / "bot/nlu/__pycache__").mkdir()
    (clone / "bot/nlu/__pycache__/reader.cpython-310.pyc").write_bytes(b"x")
    (clone / "bot/data/nlu/en/talk.yml~").write_text("an editor's copy")
    assert train.fingerprint(clone) == before


def test_where_bytes_move_between_files_the_fingerprint_differs(clone: Path) -> None:
    (clone / "config.yml").write_text("ab")
    (clone / "domain.yml").write_text("c")
    before = train.fingerprint(clone)
    (clone / "config.yml").write_text("a")
    (clone / "domain.yml").write_text("bc")
    assert train.fingerprint(clone) != before


def test_the_cache_of_components_goes_when_their_code_changes_and_stays_otherwise(clone: Path) -> None:
    assert train.clear_stale_cache(clone)
    cached = clone / ".rasa" / "cache" / "component"
    cached.parent.mkdir()
    cached.write_text("trained")
    (clone / "bot/data/nlu/en/talk.yml").write_text("more sentences")
    assert not train.clear_stale_cache(clone)
    assert cached.exists()
    (clone / "bot/nlu/reader.py").write_text("other code")
    assert train.clear_stale_cache(clone)
    assert not cached.exists()


def test_only_the_last_models_are_kept(tmp_path: Path) -> None:
    models = [tmp_path / f"smart-{number}.tar.gz" for number in range(5)]
    for number, model in enumerate(models):
        model.write_bytes(b"model")
        os.utime(model, (number, number))
    mine = tmp_path / "mine.tar.gz"
    mine.write_bytes(b"model")
    train._forget_old(models[4])
    assert sorted(tmp_path.iterdir()) == sorted([mine, *models[2:]])


def test_a_model_that_is_named_is_taken_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tmp_path / "mine.tar.gz"
    monkeypatch.setenv("MODEL", str(model))
    with pytest.raises(Problem, match="is no file"):
        train.ensure()
    model.write_bytes(b"model")
    assert train.ensure() == model


def test_a_model_that_fits_is_not_trained_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MODEL", raising=False)
    model = train.model_for(train.fingerprint(), tmp_path)
    model.write_bytes(b"model")
    assert train.ensure(tmp_path) == model
