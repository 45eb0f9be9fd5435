"""The small parts of the road: messages as JSON, limits, the hub, process names."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from channels.hub import QUEUE_LIMIT, Hub, Update
from channels.limits import Limiter
from channels.message import Button, Card, Location, Message, Reply, Table
from channels.process import is_dead, process_name

names = st.text(max_size=8)
buttons = st.lists(st.builds(Button, names, names), max_size=2).map(tuple)
rows = st.lists(st.lists(names, max_size=2).map(tuple), max_size=2).map(tuple)
tables = st.builds(Table, st.lists(names, max_size=2).map(tuple), rows, names)
cards = st.builds(Card, names, names, st.none() | names, names, st.none() | names, buttons)
replies = st.builds(
    Reply,
    names,
    buttons,
    st.none() | names,
    names,
    st.none() | tables,
    st.lists(cards, max_size=2).map(tuple),
)
places = st.builds(Location, st.floats(-90, 90), st.floats(-180, 180))
messages = st.builds(
    Message, names, names, names, names, st.none() | names, st.none() | places, st.none() | names
)


@given(replies)
def test_reply_survives_json(reply):
    assert Reply.from_json(reply.to_json()) == reply


@given(messages)
def test_message_survives_json(message):
    assert Message.from_json(message.to_json()) == message


def test_table_as_text():
    table = Table(("", "Premium"), (("Range", "440 km"), ("Power", "200 kW")), "smart #1")
    assert table.as_text() == "smart #1\n | Premium\nRange | 440 km\nPower | 200 kW"
    assert Table((), (("a", "b"),)).as_text() == "a | b"


def test_limit_refills_and_says_how_long_that_takes():
    now = [0.0]
    limiter = Limiter(2.0, 3, clock=lambda: now[0])
    assert [limiter.take("ann") for _ in range(4)] == [0, 0, 0, 0.5]
    assert limiter.take("bob") == 0
    now[0] = 0.5
    assert limiter.take("ann") == 0
    assert limiter.take("ann") == 0.5
    now[0] = 100.0
    assert [limiter.take("ann") for _ in range(4)][:3] == [0, 0, 0]


def test_limits_keep_a_bounded_number_of_keys():
    limiter = Limiter(1.0, 1, keys=2, clock=lambda: 0.0)
    for key in ("one", "two", "three"):
        limiter.take(key)
    assert len(limiter._buckets) == 2
    assert limiter.take("two") > 0
    assert limiter.take("one") == 0  # forgotten, so it begins anew


async def test_listener_that_falls_behind_is_told():
    hub = Hub()
    with hub.subscribe("talk") as subscription:
        for number in range(QUEUE_LIMIT + 1):
            hub.publish(Update("web", "talk", (), str(number)))
        assert subscription.lost
        assert (await subscription.get()).event_id == str(QUEUE_LIMIT)
    assert hub.conversations == ()


async def test_waiter_that_is_being_answered_does_not_leave():
    hub = Hub()
    with hub.expect("rest", "1") as waiter:
        taken = hub.take("rest", "1")
        waiting = asyncio.create_task(waiter.wait(0))
        await asyncio.sleep(0.02)
        assert not waiting.done()
        for each in taken:
            each.answer((), [], datetime.now(UTC))
        assert await waiting == ()


async def test_waiter_whose_answer_was_not_stored_may_leave():
    hub = Hub()
    with hub.expect("rest", "1") as waiter:
        for each in hub.take("rest", "1"):
            each.release()
        assert await waiter.wait(0) is None
        assert not waiter.over
    assert hub.take("rest", "1") == ()


async def test_nobody_waits_in_a_process_that_stops():
    hub = Hub()
    with hub.expect("rest", "1") as waiter:
        hub.close()
        assert await waiter.wait(5) is None
    with hub.expect("rest", "2") as waiter:
        assert await waiter.wait(5) is None
        assert waiter.over


def test_own_name_is_alive_and_a_dead_process_is_not():
    name = process_name()
    machine, _, _ = name.rsplit(":", 2)
    child = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )

    assert not is_dead(name)
    assert is_dead(f"{machine}:{int(child.stdout)}:0123")
    assert not is_dead(f"{machine}:1:0123")
    assert not is_dead("another-machine:1:0123")


def test_same_process_number_after_a_restart_is_another_process():
    machine, pid, _ = process_name().rsplit(":", 2)
    assert is_dead(f"{machine}:{pid}:0123")


def test_names_differ():
    assert process_name() != process_name()
