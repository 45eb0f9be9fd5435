"""Plays random histories of bookings, on all processors; run as a program it is one of the processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from knowledge import vault
from scripts.bench.bookings.histories import Histories
from scripts.places import ROOT


def play(histories: int, steps: int) -> Counter[str]:
    """Play so many random histories; return how often what happened. Raises where a rule is broken."""
    Histories.played.clear()
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=histories,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Histories.played


def play_in_processes(histories: int, steps: int) -> tuple[Counter[str], str]:
    """Play them on all processors; return how often what happened, and the first broken rule."""
    share = -(-histories // (os.cpu_count() or 1))
    command = [sys.executable, "-m", "scripts.bench.bookings.play", str(share), str(steps)]
    processes = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=str(ROOT))
        for _ in range(os.cpu_count() or 1)
    ]
    played: Counter[str] = Counter()
    broken = ""
    for process in processes:
        said, complaint = process.communicate()
        if process.returncode != 0:
            broken = broken or complaint
        else:
            played.update(json.loads(said))
    return played, broken


if __name__ == "__main__":
    vault.install(vault.Vault([vault.new_key()]))
    print(json.dumps(play(int(sys.argv[1]), int(sys.argv[2]))))
