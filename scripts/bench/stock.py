"""The bot to compare with: what `rasa init` makes, trained once and kept, run as Rasa runs it by default."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
from pathlib import Path

from scripts.child import Log, Service
from scripts.console import Problem, say
from scripts.places import RASA_PYTHON, ROOT, make_folder
from scripts.services import rasa_environment

#: What `rasa init` does depends on Rasa and its libraries alone.
_MADE_FROM = ROOT / "bot" / "uv.lock"


def folder(cache: Path) -> Path:
    """Return where the bot of the present Rasa is kept."""
    return cache / f"stock-{hashlib.sha256(_MADE_FROM.read_bytes()).hexdigest()[:16]}"


def ensure(cache: Path) -> Path:
    """Return the bot's folder, creating and training it if there is none."""
    bot = folder(cache)
    if bot.exists():
        return bot
    unfinished = make_folder(cache) / "stock.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    say("Creating and training the stock bot with `rasa init`, this once …")
    log = Log(cache / "stock-init.log")
    log.rotate()
    with (
        log.path.open("wb") as output,
        subprocess.Popen(
            [str(RASA_PYTHON), "-m", "rasa", "init", "--no-prompt", "--init-dir", str(unfinished)],
            cwd=unfinished,
            env=rasa_environment(cache),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process,
    ):
        try:
            code = process.wait()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if code != 0 or not any((unfinished / "models").glob("*.tar.gz")):
        lines = "\n".join(f"  {line}" for line in log.last_lines())
        raise Problem(f"`rasa init` failed. The end of {log.path}:\n{lines}")
    unfinished.replace(bot)
    return bot


def service(bot: Path, port: int, cache: Path) -> Service:
    """Describe the bot as a process: `rasa run` in its folder, with the REST channel that it comes with."""
    command = (str(RASA_PYTHON), "-m", "rasa", "run", "-i", "127.0.0.1", "-p", str(port))
    environment = rasa_environment(cache)
    return Service(
        "stock", "The stock bot", command, bot, port, "/webhooks/rest/", environment, patience=180.0
    )
