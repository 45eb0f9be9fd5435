"""What sealing costs: `python -m scripts.bench.sealing`, a value and a turn, beside the same unsealed."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from channels import inbox, turns
from channels.inbox import Claim
from channels.message import Button, Message, Reply
from channels.turns import Ending
from knowledge import vault
from knowledge.database import Database
from knowledge.migrations import migrate
from knowledge.vault import Vault, new_key

ROUNDS, BATCH, TURNS, RUNS = 40, 50, 400, 5
SAID = "Berapa harga smart #3 Premium dan boleh saya datang pandu uji hari Sabtu ni pukul 3 petang?"
ANSWER = Reply(SAID * 4, tuple(Button(f"Button number {number}", f"b-{number:012x}") for number in range(4)))


class Unsealed(Vault):
    """A vault that leaves all as it is."""

    def seal(self, text: str) -> str:
        """Return the text."""
        return text


def main() -> int:
    """Measure and print."""
    sealed, plain = Vault([new_key()]), Unsealed([new_key()])
    for name, characters in (("a message", 80), ("buttons of a talk", 1500), ("a dialogue state", 4000)):
        text = "x" * characters
        stored = sealed.seal(text)
        print(
            f"{name} ({characters} characters): sealed in {_micros(lambda: sealed.seal(text)):.0f} µs,"  # noqa: B023
            f" opened in {_micros(lambda: sealed.open(stored)):.0f} µs, {len(stored)} characters stored"  # noqa: B023
        )
    runs = [
        (_turn(plain), _turn(sealed)) for _ in range(RUNS)
    ]  # in turn: what else the machine does hits both
    without, with_ = (min(each) for each in zip(*runs, strict=True))
    print(f"a turn in the database: {without:.2f} ms unsealed, {with_:.2f} ms sealed")
    return 0


def _micros(work: Callable[[], object]) -> float:
    """Return the median time of a piece of work in microseconds, by batches."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(BATCH):
            work()
        times.append((time.perf_counter() - begun) / BATCH)
    return statistics.median(times) * 1e6


def _turn(with_vault: Vault) -> float:
    """Return the median time in milliseconds of taking a message in and ending its turn, all in one commit.

    The disk's time would hide what is measured.
    """
    vault.install(with_vault)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'smart.db'}"
        migrate(url)
        with Database(url) as database, database.transaction() as session:
            now = datetime.now(UTC)
            claim = Claim("bench", now + timedelta(hours=1))
            state = [{"event": "slot", "name": f"slot_{number}", "value": "x" * 60} for number in range(40)]
            choices = {"recent": {f"b-{n:012x}": ["/ask_price", "Price"] for n in range(40)}, "last": []}
            times = []
            for number in range(TURNS):
                message = Message("rest", "ann", f"e-{number}", SAID)
                begun = time.perf_counter()
                receipt = inbox.receive(session, message, now, claim)
                assert receipt.turn is not None
                ending = Ending(((ANSWER, "ms"),), "ms", False, "MY", state, choices)
                turns.finish(session, receipt.turn, ending, now, "bench", delivered=True, claim=claim)
                times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1e3


if __name__ == "__main__":
    raise SystemExit(main())
