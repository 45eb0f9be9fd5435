"""What the workers in Python have in common: their command line, their lines and their answers."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: Returns the intent of a text.
Parse = Callable[[str], str]


def run(train: Callable[[list[dict[str, str]], Path, int], None], load: Callable[[Path], Parse]) -> None:
    """Do what the command line asks for."""
    if sys.argv[1] == "train":
        _, _, lines, folder, seed = sys.argv
        with Path(lines).open(encoding="utf-8") as file:
            train([json.loads(line) for line in file], Path(folder), int(seed))
    else:
        _serve(load, Path(sys.argv[2]))


def _serve(load: Callable[[Path], Parse], folder: Path) -> None:
    # What libraries print goes to the log: answers have the standard output to themselves.
    with os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1) as answers:
        os.dup2(2, 1)
        parse = load(folder)
        answers.write(json.dumps({"ready": True}) + "\n")
        for line in sys.stdin:
            text = json.loads(line)["text"]
            began = time.perf_counter()
            intent = parse(text)
            took = time.perf_counter() - began
            answers.write(json.dumps({"intent": intent, "seconds": took}) + "\n")
