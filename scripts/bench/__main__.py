"""`make bench`: measure the assistant beside others and say whether the aims are met."""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from channels.texts import Texts
from scripts import train
from scripts.bench import judges, mixes, report, stock, systems, widget
from scripts.bench.bookings import part as bookings
from scripts.bench.charging import part as charging
from scripts.bench.client import Door
from scripts.bench.figures import aims
from scripts.bench.measure import QUICK, Candidate, Plan, measure, warm_up
from scripts.bench.understanding import part
from scripts.bench.understanding import systems as understood_by
from scripts.console import Problem, guarded, say
from scripts.places import make_folder, variable_folder

OURS, STOCK = "the assistant", "rasa init bot"
WARM_UPS = 2  # TensorFlow traces its graphs at the first messages


def main() -> int:
    """Run the benchmark."""
    options = _options()
    folder = make_folder(variable_folder() / "bench")
    data: dict[str, Any] = {}
    good = True
    with _alone(folder):
        if options.only in (None, "road"):
            data["road"], good = _road(options, folder)
        if options.only in (None, "charging"):
            data["charging"], fine = charging.measure(options.quick, folder)
            good = good and fine
        if options.only in (None, "bookings"):
            data["bookings"], fine = bookings.measure(options.quick, folder, options.histories)
            good = good and fine
        if options.only in (None, "understanding"):
            asked = part.Options(options.quick, options.alone, options.without, options.lines, options.seeds)
            data["understanding"], fine = part.measure(asked, folder)
            good = good and fine
    if options.json:
        options.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0 if good else 1


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Refuse a second benchmark in the same folder: they would spoil each other's figures and models."""
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Problem(
                f"Another benchmark is running in {folder}: wait for its end, or give this one a VAR_DIR of"
                " its own."
            ) from None
        yield


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a moment of each, to see that the benchmark works"
    )
    parser.add_argument(
        "--only", choices=("road", "charging", "bookings", "understanding"), help="one part of the four"
    )
    parser.add_argument("--alone", action="store_true", help="without the systems that it is compared with")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    parser.add_argument(
        "--histories", type=_count, metavar="N", help="of bookings: play so many random histories"
    )
    understanding = parser.add_argument_group("understanding")
    understanding.add_argument(
        "--without",
        action="append",
        default=[],
        choices=tuple(understood_by.OTHERS),
        help="leave a system out (stock, Rasa's default pipeline, takes hours to train)",
    )
    understanding.add_argument(
        "--lines", type=_count, metavar="N", help="learn from about so many of our lines only"
    )
    understanding.add_argument(
        "--seeds", type=_count, default=1, metavar="N", help="train what depends on chance so many times"
    )
    return parser.parse_args()


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text} is to be 1 or more")
    return count


def _road(options: argparse.Namespace, folder: Path) -> tuple[dict[str, Any], bool]:
    """Measure the whole road; return the figures, and whether all turns had a good answer."""
    plan = QUICK if options.quick else Plan()
    began = time.monotonic()
    about = _about(plan)
    bot = None if options.alone else stock.ensure(folder)
    model = train.ensure()
    with contextlib.ExitStack() as running:
        candidates = _start(running, folder, model, bot)
        say("Measuring, one at a time:")
        warm_up(candidates, WARM_UPS)
        measured = measure(candidates, plan)
    sizes = widget.sizes()
    found = aims(measured[0], measured[1] if len(measured) > 1 else None, sizes["gzipped"])
    say(f"\n{_heading(about)}\n\n{report.table(measured, sizes, found)}")
    doubts = report.warnings(measured)
    say("\n".join(["", *doubts, f"The road took {time.monotonic() - began:.0f} s."]))
    data = report.as_json(measured, sizes, found, about)
    return data, not any(system.faults for system in measured)


def _start(running: contextlib.ExitStack, folder: Path, model: Path, bot: Path | None) -> list[Candidate]:
    """Start the systems one after the other, so that neither start slows the other one."""
    say(f"Starting {OURS} …")
    ours = running.enter_context(systems.assistant(folder / "assistant", model))
    judge = judges.no_excuse(Texts.load())
    found = [Candidate(OURS, ours, Door(ours.webhook, mixes.OURS, judge, "customer"), mixes.OURS_LONG)]
    if bot is not None:
        say(f"Starting the {STOCK} …")
        theirs = running.enter_context(systems.stock_bot(bot, folder))
        door = Door(theirs.webhook, mixes.STOCK, judges.anything, "customer")
        found.append(Candidate(STOCK, theirs, door, mixes.STOCK_LONG))
    return found


def _about(plan: Plan) -> dict[str, Any]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "load_before": os.getloadavg()[0],
        "rounds": plan.rounds,
        "seconds": plan.seconds,
        "turns_a_conversation": mixes.TURNS,
    }


def _heading(about: dict[str, Any]) -> str:
    return (
        f"{about['machine']}, load {about['load_before']:.1f} before."
        f" Each load: the {about['rounds']} quietest rounds of {about['seconds']:g} s by turns,"
        f" conversations of {about['turns_a_conversation']} turns."
    )


if __name__ == "__main__":
    sys.exit(guarded(main))
