import ast
import sys
from pathlib import Path

import pytest

from scripts import bootstrap, pythons
from scripts.console import Problem
from scripts.places import ROOT

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bootstrap.Environment:
    """A project without packages, so that making its environment needs no network."""
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("TEST_PYTHON", sys.executable)
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").write_text(
        f'[project]\nname = "empty"\nversion = "1"\nrequires-python = ">={PYTHON}"\n'
        "[tool.uv]\npackage = false\n"
    )
    (project / "uv.lock").write_text(
        f'version = 1\nrevision = 3\nrequires-python = ">={PYTHON}"\n\n'
        '[[package]]\nname = "empty"\nversion = "1"\nsource = { virtual = "." }\n'
    )
    wanted = pythons.Wanted("a test", (PYTHON,), "TEST_PYTHON")
    return bootstrap.Environment(project, tmp_path / "environment", wanted, 0.001)


def test_an_environment_is_made_once_and_then_left_alone(
    environment: bootstrap.Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.state(environment) == (False, False)
    bootstrap.ensure(environment, with_tests=False)
    assert bootstrap.state(environment) == (True, False)
    assert pythons.version_of(environment.python) == PYTHON
    capsys.readouterr()
    bootstrap.ensure(environment, with_tests=False)
    assert capsys.readouterr().out == ""


def test_tests_tools_are_added_and_stay(environment: bootstrap.Environment) -> None:
    bootstrap.ensure(environment, with_tests=False)
    bootstrap.ensure(environment, with_tests=True)
    assert bootstrap.state(environment) == (True, True)
    with (environment.project / "uv.lock").open("a") as lock:
        lock.write("# changed\n")
    assert bootstrap.state(environment) == (False, True)
    bootstrap.ensure(environment, with_tests=False)
    assert bootstrap.state(environment) == (True, True)


def test_a_broken_environment_is_made_again(environment: bootstrap.Environment) -> None:
    bootstrap.ensure(environment, with_tests=False)
    environment.python.unlink()
    assert bootstrap.state(environment) == (False, False)
    bootstrap.ensure(environment, with_tests=False)
    assert bootstrap.state(environment) == (True, False)


def test_a_lock_file_that_does_not_fit_is_one_sentence(environment: bootstrap.Environment) -> None:
    text = (environment.project / "pyproject.toml").read_text()
    (environment.project / "pyproject.toml").write_text(text.replace('"1"', '"2"'))
    with pytest.raises(Problem, match=r"does not fit its pyproject\.toml"):
        bootstrap.ensure(environment, with_tests=False)
    assert bootstrap.state(environment) == (False, False)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("error: No space left on device (os error 28)", "The disk is full"),
        ("error: Failed to fetch: `https://pypi.org/`", "check the network"),
        ("The lockfile at `uv.lock` needs to be updated", "run `uv lock`"),
        ("error: something new", "the reason is above"),
    ],
)
def test_what_uv_says_becomes_a_sentence(
    environment: bootstrap.Environment, said: str, sentence: str, tmp_path: Path
) -> None:
    assert sentence in bootstrap._explain([said], environment, tmp_path / "setup.log")


def test_what_runs_before_any_environment_is_written_for_python_3_8() -> None:
    for file in (ROOT / "scripts").glob("*.py"):
        ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 8))
