"""Trained models, kept by what they were made from: the slowest one takes hours."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.bench.understanding.lines import Dataset, write_jsonl
from scripts.bench.understanding.systems import System
from scripts.child import Log
from scripts.console import Problem, say
from scripts.places import ROOT, make_folder

LEASH = ROOT / "scripts" / "leash.py"
RECORD = "trained.json"
#: A system's models that are kept: two sets of lines, three seeds, and the same for the last lines.
KEPT = 12
_EPOCHS = re.compile(rb"Epochs:\s+(\d+)%")


@dataclass(frozen=True)
class Trained:
    """A model, and what it took to train it."""

    folder: Path
    seconds: float
    cpu: float  # seconds of processor time
    at: str
    kept: bool  # from an earlier run


def ensure(system: System, dataset: Dataset, seed: int, cache: Path) -> Trained:
    """Return the system's model of these lines, training it if there is none."""
    models = make_folder(cache / "models")
    folder = models / f"{system.key}-{system.fingerprint(dataset.training, seed)}"
    kept = (folder / RECORD).exists()
    if not kept:
        _train(system, dataset, seed, folder, Log(cache / f"train-{system.key}.log"))
        _forget_old(models, system.key, folder)
    os.utime(folder)
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return Trained(folder, record["seconds"], record["cpu"], record["at"], kept)


def _train(system: System, dataset: Dataset, seed: int, folder: Path, log: Log) -> None:
    """Train in a folder of its own and move it into place at the very end."""
    unfinished = folder.with_name(f"{system.key}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    if system.pipeline is not None:
        (unfinished / "pipeline.yml").write_text(system.pipeline_with(seed), encoding="utf-8")
    lines = unfinished / "training.jsonl"
    write_jsonl(dataset.training, lines)
    expected = system.expected_seconds(len(dataset.training))
    with_seed = f", seed {seed}" if system.random else ""
    say(
        f"  Training {system.name} on {len(dataset.training)} lines{with_seed}; with two processors to itself"
        f" about {clock(expected)} …"
    )
    log.rotate()
    command = [sys.executable, "-I", "-S", str(LEASH), str(os.getpid()), *system.command]
    before, began = _children_cpu(), time.monotonic()
    with subprocess.Popen(
        [*command, "train", str(lines), str(unfinished), str(seed)],
        cwd=unfinished,
        env=dict(system.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            _show_progress(process, log.path, began)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    seconds, cpu = time.monotonic() - began, _children_cpu() - before
    if process.returncode != 0:
        said = "\n".join(f"  {line[-300:]}" for line in log.last_lines(8))
        raise Problem(f"{system.name} could not be trained. The end of {log.path}:\n{said}")
    lines.unlink()
    record = {"seconds": seconds, "cpu": cpu, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    (unfinished / RECORD).write_text(json.dumps(record), encoding="utf-8")
    unfinished.replace(folder)
    say(f"    done in {clock(seconds)}, {clock(cpu)} of processor time.")


def _show_progress(process: subprocess.Popen[bytes], log: Path, began: float) -> None:
    """Copy what the program says into the log; tell how far it is and when it will be done."""
    assert process.stdout is not None
    told = 0
    with log.open("wb") as output:
        # Progress bars are redrawn with carriage returns, so lines alone would come too late.
        while chunk := os.read(process.stdout.fileno(), 65536):
            output.write(chunk)
            output.flush()
            done = int((_EPOCHS.findall(chunk) or [0])[-1])
            if done >= told + 10:
                told = done - done % 10
                passed = time.monotonic() - began
                say(f"    {clock(passed)}  {done} %, {clock(passed / done * (100 - done))} to go")


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds, or as hours and minutes."""
    if round(seconds) < 3600:
        return "{}:{:02d} min".format(*divmod(round(seconds), 60))
    return "{}:{:02d} h".format(*divmod(round(seconds / 60), 60))


def _children_cpu() -> float:
    """Return the processor time of all programs that we have waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _forget_old(models: Path, key: str, newest: Path) -> None:
    others = [folder for folder in models.glob(f"{key}-*") if folder != newest]
    others.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in others[KEPT - 1 :]:
        shutil.rmtree(folder)
