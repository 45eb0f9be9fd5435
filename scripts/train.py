"""Train the model when none fits the present training data; its file name says what it was made from."""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from scripts.bootstrap import one_at_a_time
from scripts.child import Log
from scripts.console import Problem, guarded, say
from scripts.places import MODELS, RASA_PYTHON, ROOT, make_folder, need_space, variable_folder
from scripts.services import rasa_environment

#: All that a model is made from. Texts, actions and endpoints are not among it.
SOURCES = (
    "config.yml",
    "domain.yml",
    "bot/domain",
    "bot/data",
    "bot/nlu",
    "bot/languages.yml",
    "bot/uv.lock",
)
#: The part that is code: Rasa's cache of trained components does not notice when it changes.
CODE = ("bot/nlu", "bot/languages.yml", "bot/uv.lock")
_KEPT_MODELS = 3
_LEFT_OUT = ("__pycache__", ".pyc", "~", ".swp", ".tmp")

_STARTING = re.compile(r"Starting to train component '([^']+)'")
_RESTORED = re.compile(r"Restored component '([^']+)' from cache")
_EPOCHS = re.compile(r"Epochs:\s+(\d+)%")


def fingerprint(root: Path = ROOT, sources: Iterable[str] = SOURCES) -> str:
    """Return a hash of the names and contents of all files that these sources hold."""
    digest = hashlib.sha256()
    for source in sources:
        top = root / source
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for file in files:
            if file.is_file() and not any(part.endswith(_LEFT_OUT) for part in file.parts):
                content = file.read_bytes()
                digest.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
                digest.update(content)
    return digest.hexdigest()[:16]


def model_for(wanted: str, models: Path = MODELS) -> Path:
    """Return where the model of a fingerprint is kept."""
    return models / f"smart-{wanted}.tar.gz"


def clear_stale_cache(root: Path = ROOT) -> bool:
    """Remove Rasa's cache of trained components if our components' code has changed since it was filled."""
    marker = root / ".rasa" / "made-with"
    code = fingerprint(root, CODE)
    if marker.exists() and marker.read_text(encoding="utf-8") == code:
        return False
    shutil.rmtree(str(marker.parent), ignore_errors=True)
    marker.parent.mkdir()
    marker.write_text(code, encoding="utf-8")
    return True


def ensure(models: Path = MODELS) -> Path:
    """Return a model that fits the present training data, training one if there is none."""
    asked = os.environ.get("MODEL")
    if asked:
        if not Path(asked).is_file():
            raise Problem(f"MODEL={asked} is no file: name a model, or unset it to have one trained.")
        return Path(asked).resolve()
    model = model_for(fingerprint(), models)
    if model.exists():
        return model
    with one_at_a_time("training"):
        model = model_for(fingerprint(), models)
        if not model.exists():
            _train(model)
            _forget_old(model)
    return model


def _train(model: Path) -> None:
    """Train in a folder of its own and move the model into place at the very end."""
    models = make_folder(model.parent)
    need_space(models, 1.0, "training")
    clear_stale_cache()
    unfinished = models / ".unfinished"
    shutil.rmtree(str(unfinished), ignore_errors=True)
    unfinished.mkdir()
    var = variable_folder()
    log = Log(make_folder(var / "log") / "train.log")
    log.rotate()
    say("Training the model, as none fits the present training data; this takes a few minutes …")
    began = time.monotonic()
    command = [
        *(str(RASA_PYTHON), "-I", "-S", str(ROOT / "scripts" / "leash.py"), str(os.getpid())),
        *(
            str(RASA_PYTHON),
            "-m",
            "rasa",
            "train",
            "--out",
            str(unfinished),
            "--fixed-model-name",
            "model",
        ),
    ]
    with subprocess.Popen(
        command,
        cwd=str(ROOT),
        env=rasa_environment(var),
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
    code = process.returncode
    trained = unfinished / "model.tar.gz"
    if code != 0 or not trained.exists():
        lines = "\n".join(f"  {line}" for line in log.last_lines())
        raise Problem(f"Training failed. The end of {log.path}:\n{lines}")
    trained.replace(model)
    shutil.rmtree(str(unfinished))
    say(f"Trained {model.name} in {time.monotonic() - began:.0f} s.")


def _show_progress(process: subprocess.Popen[bytes], log: Path, began: float) -> None:
    """Copy what Rasa says into the log, and tell the person which component is being trained."""
    assert process.stdout is not None
    component = ""
    told = 0
    with log.open("wb") as output:
        # Progress bars are redrawn with carriage returns, so lines alone would come too late.
        for chunk in iter(lambda: os.read(process.stdout.fileno(), 65536) if process.stdout else b"", b""):
            output.write(chunk)
            output.flush()
            text = chunk.decode("utf-8", "replace")
            for name in _RESTORED.findall(text):
                say(f"  {_clock(began)}  {name}: as before")
            for name in _STARTING.findall(text):
                component, told = name, 0
                say(f"  {_clock(began)}  {name}")
            done = int((_EPOCHS.findall(text) or [0])[-1])
            if done >= told + 20:
                told = done - done % 20
                say(f"  {_clock(began)}  {component}: {told} %")


def _clock(began: float) -> str:
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    return f"{minutes}:{seconds:02d}"


def _forget_old(model: Path) -> None:
    """Keep the last few models only."""
    others = [other for other in model.parent.glob("smart-*.tar.gz") if other != model]
    others.sort(key=lambda other: other.stat().st_mtime, reverse=True)
    for other in others[_KEPT_MODELS - 1 :]:
        other.unlink()


def main() -> int:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.train", description=__doc__)
    parser.add_argument(
        "--fingerprint", action="store_true", help="only print what the model is to be made from"
    )
    if parser.parse_args().fingerprint:
        say(fingerprint())
        return 0
    say(f"The model {ensure().relative_to(ROOT)} fits the present training data.")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
