"""The systems that understand: what each is made from, and the program that trains it and parses with it."""

from __future__ import annotations

import hashlib
import math
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.bench.understanding.lines import Line
from scripts.console import say
from scripts.places import RASA_PYTHON, ROOT, make_folder
from scripts.services import clean_environment, rasa_environment
from scripts.train import CODE, fingerprint

HERE = Path(__file__).parent
NLPJS = HERE / "nlpjs"
RASA_LOCK = ROOT / "bot" / "uv.lock"
RASA_DEFAULT = "site-packages/rasa/engine/recipes/config_files/default_config.yml"
INSTALL_SECONDS = 600.0


@dataclass(frozen=True)
class System:
    """One system, and how to run it."""

    key: str
    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    #: All that decides what comes out of the lines, but for the seed.
    made_from: str
    #: Rasa's configuration, with a seed where the pipeline has one.
    pipeline: Mapping[str, Any] | None = None
    #: Whether another seed gives another model.
    random: bool = False
    #: Seconds of training for a thousand lines on two processors, roughly, to tell a person beforehand.
    seconds_a_thousand: float = 1.0
    growth: float = 1.0  # the power of the lines' number that these seconds grow with

    def fingerprint(self, lines: Sequence[Line], seed: int) -> str:
        """Return a hash of everything that a model is made from."""
        digest = hashlib.sha256(f"{self.made_from}\n{seed if self.random else 0}\n".encode())
        for line in lines:
            digest.update(f"{line!r}\n".encode())
        return digest.hexdigest()[:16]

    def expected_seconds(self, lines: int) -> float:
        """Return how long the training may take."""
        return self.seconds_a_thousand * math.pow(lines / 1000, self.growth)

    def pipeline_with(self, seed: int) -> str:
        """Return the file for Rasa."""
        assert self.pipeline is not None
        steps = [
            {**step, "random_seed": seed} if self.random and step["name"] == "DIETClassifier" else step
            for step in self.pipeline["pipeline"]
        ]
        return yaml.safe_dump({**self.pipeline, "pipeline": steps}, sort_keys=False)


def available(
    cache: Path, alone: bool = False, without: Sequence[str] = ()
) -> tuple[list[System], dict[str, str]]:
    """Return the systems that can be compared here, and of the others the reason why not, by name."""
    systems, absent = [ours(cache)], dict[str, str]()
    for key, describe in OTHERS.items():
        if alone or key in without:
            continue
        found = describe(cache)
        if isinstance(found, System):
            systems.append(found)
        else:
            absent[key] = found
    return systems, absent


def ours(cache: Path) -> System:
    """Describe the assistant's own pipeline."""
    pipeline = _pipeline_of(ROOT / "config.yml")
    return System(
        "ours",
        "the assistant",
        _python("with_rasa"),
        rasa_environment(cache),
        made_from=f"{pipeline} {fingerprint(ROOT, CODE)}",
        pipeline=pipeline,
        seconds_a_thousand=4.0,
    )


def stock(cache: Path) -> System:
    """Describe the pipeline that Rasa takes where a bot has none of its own, as that of `rasa init`."""
    (file,) = (RASA_PYTHON.parent.parent / "lib").glob(f"python3*/{RASA_DEFAULT}")
    pipeline = _pipeline_of(file)
    return System(
        "stock",
        "Rasa's default",
        _python("with_rasa"),
        rasa_environment(cache),
        made_from=f"{pipeline} {_hash(RASA_LOCK)}",
        pipeline=pipeline,
        random=True,
        seconds_a_thousand=340.0,
        growth=1.31,  # more lines have more features, which are weights at each step
    )


def characters(cache: Path) -> System:
    """Describe the plain linear model."""
    worker = HERE / "workers" / "with_sklearn.py"
    return System(
        "characters",
        "characters + SVM",
        _python("with_sklearn"),
        rasa_environment(cache),
        made_from=f"{_hash(worker)} {_hash(RASA_LOCK)}",
    )


def nlpjs(cache: Path) -> System | str:
    """Describe nlp.js, installed into the benchmark's own folder; or say why it cannot be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "there is no node with npm: install Node.js to compare with it"
    made_from = f"{_hash(NLPJS / 'package-lock.json')} {_hash(NLPJS / 'worker.js')}"
    folder = cache / f"nlpjs-{_hash(NLPJS / 'package-lock.json')}"
    if not folder.exists():
        reason = _install(npm, folder)
        if reason is not None:
            return reason
    environment = {**clean_environment(), "NODE_PATH": str(folder / "node_modules")}
    command = (node, str(NLPJS / "worker.js"))
    return System("nlpjs", "nlp.js", command, environment, made_from, seconds_a_thousand=5.0)


def _install(npm: str, folder: Path) -> str | None:
    say("Installing nlp.js for the comparison, this once …")
    unfinished = make_folder(folder.parent) / "nlpjs.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(NLPJS / name, unfinished / name)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    try:
        done = subprocess.run(
            [npm, "ci", *options],
            cwd=unfinished,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"npm had not installed it after {INSTALL_SECONDS:.0f} s: see whether its registry is reached"
    if done.returncode != 0:
        said = next((line for line in done.stderr.splitlines() if "error" in line.lower()), "no word")
        return f"npm could not install it ({said.strip()}): see whether its registry is reached"
    unfinished.replace(folder)
    return None


def _python(worker: str) -> tuple[str, ...]:
    return (str(RASA_PYTHON), "-m", f"scripts.bench.understanding.workers.{worker}")


def _pipeline_of(config: Path) -> dict[str, Any]:
    found = yaml.safe_load(config.read_text(encoding="utf-8"))
    return {key: found[key] for key in ("recipe", "assistant_id", "language", "pipeline")}


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


#: What the assistant is compared with.
OTHERS: dict[str, Callable[[Path], System | str]] = {
    "stock": stock,
    "nlpjs": nlpjs,
    "characters": characters,
}
