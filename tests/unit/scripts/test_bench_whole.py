"""The benchmark itself, shortened, on the real assistant. No time is asserted: only what is measured."""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import train
from scripts.bench import stock
from scripts.bench.systems import free_ports
from scripts.places import ROOT


def test_a_quick_run_measures_everything_of_the_assistant(tmp_path: Path) -> None:
    model = train.ensure()
    figures = tmp_path / "figures.json"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "scripts.bench",
            "--quick",
            "--only",
            "road",
            "--alone",
            "--json",
            str(figures),
        ],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(tmp_path / "var"), "MODEL": str(model)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    data = json.loads(figures.read_text(encoding="utf-8"))["road"]
    (assistant,) = data["systems"]
    assert [load["conversations"] for load in assistant["loads"]] == [1, 4]
    assert all(load["turns"] > 0 and load["rate"] > 0 for load in assistant["loads"])
    assert set(assistant["memory"]) == {"supervisor", "rasa", "actions", "app"}
    assert set(assistant["loads"][0]["cpu"]) == {"supervisor", "rasa", "actions", "app", "client"}
    assert assistant["faults"] == {}
    assert assistant["growth"] > 0
    assert assistant["cold_start"] > 0
    assert "turns without a good answer" in done.stdout


def test_a_second_benchmark_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    with (tmp_path / "bench" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(
            [sys.executable, "-m", "scripts.bench", "--quick"],
            cwd=ROOT,
            env={**os.environ, "VAR_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "Another benchmark is running" in done.stderr


def test_a_stock_bot_that_is_kept_is_not_made_again(tmp_path: Path) -> None:
    kept = stock.folder(tmp_path)
    kept.mkdir()
    assert stock.ensure(tmp_path) == kept


def test_another_rasa_asks_for_another_stock_bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stock.folder(tmp_path)
    lock = tmp_path / "uv.lock"
    lock.write_text("another Rasa")
    monkeypatch.setattr(stock, "_MADE_FROM", lock)
    assert stock.folder(tmp_path) != before


def test_ports_are_different_and_free() -> None:
    ports = free_ports(5)
    assert len(set(ports)) == 5
