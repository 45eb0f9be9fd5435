import os
import sys
from pathlib import Path

import pytest

from scripts import pythons, uv
from scripts.console import Problem

HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
WANTED = pythons.Wanted("a test", (HERE,), "TEST_PYTHON")


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def working(path: Path) -> Path:
    return program(path, f'exec "{sys.executable}" "$@"')


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """A machine with nothing on PATH and an empty home."""
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}


def test_a_python_on_path_is_found_by_running_it(tmp_path: Path, bare: dict[str, str]) -> None:
    python = working(tmp_path / "bin" / "python3")
    assert pythons.find(WANTED, bare) == python


def test_a_shim_that_does_not_run_is_passed_over_for_the_real_one_in_pyenvs_folder(
    tmp_path: Path, bare: dict[str, str]
) -> None:
    shim = program(tmp_path / "bin" / f"python{HERE}", "echo 'pyenv: command not found' >&2; exit 127")
    real = working(tmp_path / ".pyenv" / "versions" / f"{HERE}.9" / "bin" / f"python{HERE}")
    assert pythons.version_of(shim) is None
    assert pythons.find(WANTED, bare) == real


def test_pyenvs_folder_may_be_elsewhere(tmp_path: Path, bare: dict[str, str]) -> None:
    real = working(tmp_path / "elsewhere" / "versions" / f"{HERE}.1" / "bin" / "python3")
    assert pythons.find(WANTED, {**bare, "PYENV_ROOT": str(tmp_path / "elsewhere")}) == real


def test_the_name_says_nothing_about_the_version(tmp_path: Path, bare: dict[str, str]) -> None:
    program(tmp_path / "bin" / "python3", "echo 3.6 True")
    found = pythons.find(WANTED, bare)
    assert found is None or found.parent != tmp_path / "bin"


def test_a_python_without_its_libraries_is_not_taken(tmp_path: Path) -> None:
    python = program(tmp_path / "python3", "echo \"No module named '_ssl'\" >&2; exit 1")
    assert pythons.version_of(python) is None


def test_a_file_that_is_no_program_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "python3"
    file.write_bytes(b"\x00\x01")
    file.chmod(0o755)
    assert pythons.version_of(file) is None
    assert pythons.version_of(tmp_path / "missing") is None


def test_earlier_versions_of_the_range_come_first(tmp_path: Path, bare: dict[str, str]) -> None:
    wanted = pythons.Wanted("a test", ("7.1", "7.2"), "TEST_PYTHON")
    program(tmp_path / "bin" / "python3", "echo 7.2 True")
    first = program(tmp_path / ".pyenv" / "versions" / "7.1.4" / "bin" / "python", "echo 7.1 True")
    assert pythons.find(wanted, bare) == first


def test_the_variable_decides(tmp_path: Path, bare: dict[str, str]) -> None:
    named = working(tmp_path / "mine")
    working(tmp_path / "bin" / "python3")
    assert pythons.find(WANTED, {**bare, "TEST_PYTHON": str(named)}) == named


def test_a_variable_that_names_no_python_is_said_so(tmp_path: Path, bare: dict[str, str]) -> None:
    with pytest.raises(Problem, match=r"TEST_PYTHON=/nowhere is no working Python"):
        uv.provide(tmp_path / "uv", WANTED, {**bare, "TEST_PYTHON": "/nowhere"})


def test_a_missing_python_is_asked_of_uv_and_then_of_the_person(tmp_path: Path, bare: dict[str, str]) -> None:
    calls = tmp_path / "calls"
    fake = program(tmp_path / "uv", f'echo "$@" >> "{calls}"; exit 2')
    wanted = pythons.Wanted("rasa", ("9.9",), "TEST_PYTHON")
    with pytest.raises(Problem, match=r"Rasa needs Python 9\.9.*TEST_PYTHON=/path/to/python"):
        uv.provide(fake, wanted, bare)
    assert "python install 9.9" in calls.read_text()


def test_a_python_that_only_uv_knows_is_taken(tmp_path: Path, bare: dict[str, str]) -> None:
    hidden = program(tmp_path / "hidden", "echo 9.9 True")
    fake = program(tmp_path / "uv", f'echo "{hidden}"')
    assert uv.provide(fake, pythons.Wanted("a test", ("9.9",), "TEST_PYTHON"), bare) == hidden


def test_a_uv_that_does_not_run_or_is_too_old_is_passed_over(
    tmp_path: Path, bare: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    program(tmp_path / "bin" / "uv", "exit 127")
    program(tmp_path / ".local" / "bin" / "uv", "echo uv 0.2.1")
    good = program(tmp_path / ".cargo" / "bin" / "uv", "echo 'uv 0.13.8 (x86_64)'")
    assert uv.bring(bare) == good


def test_without_uv_and_without_a_way_to_install_it_one_sentence_says_what_to_do(
    tmp_path: Path, bare: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    poor = program(tmp_path / "poor", "echo 'Error: No module named ensurepip'; exit 1")
    monkeypatch.setattr(sys, "executable", str(poor))
    monkeypatch.setattr(uv, "find", lambda *_: None)
    with pytest.raises(Problem, match="python3-venv"):
        uv.bring(bare)


def test_tools_do_not_see_other_pythons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", "/other")
    monkeypatch.setenv("PYTHONHOME", "/other")
    assert "/other" not in uv.tool_environment().values()
    assert uv.tool_environment()["PATH"] == os.environ["PATH"]
