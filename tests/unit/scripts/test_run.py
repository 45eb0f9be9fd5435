"""`scripts.run` itself, up to the point where it would start Rasa."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.child import Log
from scripts.places import ROOT
from tests.stack import free_port


def run(folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts.run", "--no-setup", *options],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("variable", ["PORT", "RASA_PORT", "ACTIONS_PORT"])
def test_a_taken_port_ends_it_with_one_sentence(tmp_path: Path, variable: str) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        free = {name: str(free_port()) for name in ("PORT", "RASA_PORT", "ACTIONS_PORT")}
        done = run(tmp_path, **{**free, variable: str(port)})
    assert done.returncode == 1
    assert done.stderr.strip().startswith(f"Port {port} is taken by another program")
    assert f"`{variable}={port + 10} make run`" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_port_that_is_none_ends_it_with_one_sentence(tmp_path: Path) -> None:
    done = run(tmp_path, PORT="http")
    assert (done.returncode, done.stderr) == (1, "\nPORT is to be a port from 1 to 65535, not 'http'.\n")


def test_a_folder_that_cannot_be_written_ends_it_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run(tmp_path / "file" / "var")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_log_that_has_grown_large_is_emptied_under_its_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.child._LARGEST_LOG", 100)
    log = Log(tmp_path / "x.log")
    with log.path.open("ab", buffering=0) as writer:
        writer.write(b"first\n" * 50)
        log.trim()
        writer.write(b"second\n")
    assert log.last_lines() == ["second"]
    assert (tmp_path / "x.log.1").read_text() == "first\n" * 50


def test_the_last_lines_of_a_log() -> None:
    assert Log(ROOT / "no-such.log").last_lines() == []
