"""The benchmark of charging does what it says, on few sites. No time is asserted: only what is measured."""

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from scripts import train
from scripts.bench import judges
from scripts.bench.charging import chats, patches, sender, stores
from scripts.bench.charging.beside import ALONE, CONTROL, PATCHED, Beside, Pace, Round
from scripts.bench.charging.country import EVSES_A_SITE
from scripts.bench.charging.every_way import Compared
from scripts.bench.charging.report import aims
from scripts.bench.charging.sender import Order, Sent
from scripts.bench.charging.sending import operator
from scripts.bench.client import Door
from scripts.bench.figures import Sample
from scripts.places import ROOT

EVSES = 40


# --- the changes


def test_each_evse_has_its_turn():
    for begin in (0, 7, EVSES):
        changed = [patches.change(number, EVSES)[0] for number in range(begin, begin + EVSES)]
        assert sorted(changed) == list(range(EVSES))


def test_what_stands_at_the_end_is_what_the_last_change_said():
    told = {}
    for number in range(3 * EVSES + 5):
        evse, status = patches.change(number, EVSES)
        told[patches.names(evse)] = status
        assert patches.standing(range(number + 1), EVSES) == told
    assert set(told.values()) == set(patches.STATUSES)


# --- the sender and its own server

ORDER = Order(port=0, token="t", evses=EVSES, first=3, rate=200.0, seconds=0.5, connections=3)


class Receiver:
    """A real server that notes what it was sent, and takes what it is told to take."""

    def __init__(self) -> None:
        self.port = 0
        self.refuse: set[int] = set()
        self.bodies: list[tuple[str, dict[str, str]]] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.bodies.append((request.path, await request.json()))
        if len(self.bodies) in self.refuse:
            return web.json_response({"status_code": 2003}, status=404)
        return web.json_response({"status_code": 1000})


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_route("PATCH", "/{rest:.*}", receiver.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.port = runner.addresses[0][1]
    yield receiver
    await runner.cleanup()


async def test_changes_are_sent_in_order_and_counted(receiver):
    receiver.refuse = {4, 6}
    sent = await sender.send(replace(ORDER, port=receiver.port, connections=1))
    assert sent.due == 100
    assert sent.count == len(receiver.bodies)
    assert (sent.taken, sent.other) == (sent.count - 2, {"404": 2})
    evse, status = patches.change(3, EVSES)
    path, body = receiver.bodies[0]
    assert path.endswith("/XX/BEN/{}/{}".format(*patches.names(evse)))
    assert body["status"] == status
    assert 0 < sent.p50 <= sent.p95


async def test_a_server_that_is_gone_is_told():
    with pytest.raises(ConnectionError):
        await sender.send(replace(ORDER, port=9))


def test_the_operators_own_server_takes_everything():
    with operator() as sending:
        for first in (0, 100):
            sending.begin(replace(ORDER, port=sending.mirror_port, first=first))
            sent = sending.end()
            assert 0 < sent.taken == sent.count <= sent.due
        assert sending.cpu() > 0


# --- the chats


async def test_chats_keep_their_pace_however_fast_they_are_answered():
    heard: dict[str, list[str]] = {}

    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        heard.setdefault(body["sender"], []).append(body["message"])
        return web.json_response([{"text": "good" if body["message"] != "4" else ""}])

    app = web.Application()
    app.router.add_post("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    script = tuple(str(number) for number in range(10))
    door = Door(f"http://127.0.0.1:{runner.addresses[0][1]}/", (script,), judges.anything, "someone")
    sample = await chats.paced(door, rate=40, seconds=1.0)
    await runner.cleanup()
    assert list(heard.values()) == [list(script)] * 4
    assert (sample.turns, len(sample.latencies), sample.faults) == (40, 36, {"no answer": 4})


# --- the arithmetic


def sample(*milliseconds: float, faults: int = 0) -> Sample:
    return Sample(
        1.0,
        len(milliseconds),
        tuple(each / 1000 for each in milliseconds),
        {"no answer": faults} if faults else {},
    )


SENT = Sent(due=1000, count=1000, taken=1000, took=1.0, p50=0.002, p95=0.004)
ROUND = Round({ALONE: sample(10), CONTROL: sample(11), PATCHED: sample(13)}, SENT)
STORE = stores.Measured(500, 5.0, 9.0, 5000.0, 20.0, 60.0)
COMPARED = Compared(10, 8, 3, 1.0, 0.0, 0, 0)


def unmet(beside: Beside, compared: Compared = COMPARED) -> list[str]:
    return [aim.what for aim in aims([("SQLite", STORE, beside)], compared) if not aim.met]


def test_all_aims_are_met():
    assert unmet(Beside((Pace(10, (ROUND,)),), 1000, 0, 0.1)) == []


def test_slow_chats_lost_and_late_changes_and_wrong_journeys_miss_their_aims():
    slow = replace(ROUND, samples={**ROUND.samples, PATCHED: sample(14)})
    assert unmet(Beside((Pace(10, (slow,)),), 1000, 0, 0.1)) == [
        "SQLite, 10 turns a second, in the application: p50 to the control's",
        "SQLite, 10 turns a second, in the application: p95 to the control's",
    ]
    late = replace(ROUND, sent=replace(SENT, count=900, taken=900))
    assert unmet(Beside((Pace(10, (late,)),), 900, 3, 0.1)) == [
        "SQLite: status changes lost",
        "SQLite, 10 turns a second, in the application: share of the changes in time",
    ]
    wrong = replace(COMPARED, below_reserve=1)
    assert unmet(Beside((), 0, 0, 0.0), wrong) == ["journeys below the reserve"]
    assert not wrong.sound


def test_a_turn_without_an_answer_is_not_sound():
    fault = replace(ROUND, samples={**ROUND.samples, PATCHED: sample(13, faults=1)})
    assert Beside((Pace(10, (ROUND,)),), 1000, 0, 0.1).sound
    assert not Beside((Pace(10, (fault,)),), 1000, 0, 0.1).sound
    assert not Beside((Pace(10, (ROUND,)),), 1000, 1, 0.1).sound


# --- all of it


def test_a_quick_run_measures_everything(tmp_path: Path):
    figures = tmp_path / "figures.json"
    command = [sys.executable, "-m", "scripts.bench", "--quick", "--only", "charging", "--json", str(figures)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(tmp_path / "var"), "MODEL": str(train.ensure())},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    data = json.loads(figures.read_text(encoding="utf-8"))["charging"]
    first = data["databases"][0]
    assert first["database"] == "SQLite"
    assert first["store"]["sites"] == stores.QUICK.evses // EVSES_A_SITE
    assert 0 < first["store"]["search_p50"] <= first["store"]["search_p95"]
    assert first["store"]["reports"] > 0
    assert (first["beside"]["sent"], first["beside"]["lost"]) == (100, 0)
    (pace,) = first["beside"]["paces"]
    assert pace["apart"]
    assert {kind: len(each["latencies"]) for kind, each in pace["rounds"][0]["samples"].items()} == {
        ALONE: 10,
        CONTROL: 10,
        PATCHED: 10,
    }
    assert data["pull"]["memory"] > 0
    assert data["every_way"]["below_reserve"] == 0
    for told in ("nearest ten with filters", "beside the changes that we take", "tried one by one"):
        assert told in done.stdout
