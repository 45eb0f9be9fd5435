"""Rasa, the action server and the application are killed in the middle of turns: nothing is lost or doubled.

Each conversation that lived through it is held against the same conversation held in peace.
"""

import asyncio
import os
import re
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import aiohttp
import psutil
import pytest
import pytest_asyncio

from knowledge.database import Database
from scripts import train
from tests.e2e.crash import records
from tests.e2e.crash.customers import PATIENCE, Browser, Caller, Impatience, UnansweredError
from tests.e2e.crash.killer import Kill, Killer
from tests.e2e.crash.records import Record, alike, handovers, standing
from tests.e2e.crash.talks import TALKS, Talk
from tests.stack import Stack

SENT_WITHIN = 5.0  # seconds that the last confirmations of browsers may take to be stored

Customer = Caller | Browser


@dataclass
class Aftermath:
    """What there is once all processes run again and every customer has been answered."""

    seed: str
    calm: dict[Talk, Caller]
    callers: list[Caller] = field(default_factory=list)
    browsers: list[Browser] = field(default_factory=list)
    pages: list[Browser] = field(default_factory=list)  # new ones of the same customers, opened at the end
    unanswered: list[str] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)

    @property
    def customers(self) -> list[Customer]:
        """Return everyone who talked while processes died."""
        return [*self.callers, *self.browsers]

    def of(self, customer: Customer) -> Record:
        """Return what is stored of a customer."""
        return self.records[customer.sender]

    def about(self, customer: Customer) -> str:
        """Name a conversation in a failure."""
        name = f"{customer.channel} {customer.talk.language} {self.of(customer).conversation.id}"
        return f"{name} (CRASH_SEED={self.seed})"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    train.ensure()
    with Stack(tmp_path_factory.mktemp("crashing")) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def aftermath(stack: Stack, http: aiohttp.ClientSession) -> Aftermath:
    seed = os.environ.get("CRASH_SEED") or secrets.token_hex(4)
    print(f"CRASH_SEED={seed} repeats the choices of this run")
    with Database(stack.database_url) as database:
        calm = [Caller(http, stack.url, talk, Impatience(seed, waits=(PATIENCE,))) for talk in TALKS]
        await asyncio.gather(*(caller.converse() for caller in calm))
        result = Aftermath(seed, {caller.talk: caller for caller in calm})
        killer = Killer(stack, database, seed)
        over = asyncio.Event()

        async def keep_talking(browser: bool, talk: Talk, number: int) -> None:
            customers = 0
            while not over.is_set():
                moods = Impatience(f"{seed} {browser} {number} {customers}")
                customers += 1
                customer: Customer
                if browser:
                    brings = tuple(len(answer) for answer in result.calm[talk].answers)
                    customer = Browser(http, stack.url, talk, moods, brings)
                    result.browsers.append(customer)
                else:
                    customer = Caller(http, stack.url, talk, moods)
                    result.callers.append(customer)
                try:
                    await customer.converse()
                except UnansweredError as error:
                    result.unanswered.append(str(error))
                    return

        async with asyncio.TaskGroup() as group:
            for number, talk in enumerate(TALKS):
                for browser in (False, True):
                    group.create_task(keep_talking(browser, talk, number))
            await killer.run()
            over.set()
        await killer.all_ready()
        result.kills = killer.kills
        print(f"{len(result.callers)} callers, {len(result.browsers)} browsers, {result.kills}")
        result.pages = await asyncio.gather(*(browser.come_back() for browser in result.browsers))
        deadline = time.monotonic() + SENT_WITHIN
        while time.monotonic() < deadline:
            result.records = await database.read(records.read)
            if all(row.status == "sent" for each in result.records.values() for row in each.outbox):
                break
            await asyncio.sleep(0.1)
    return result


async def test_processes_died_in_the_middle_of_turns(aftermath: Aftermath, stack: Stack) -> None:
    for name in Stack.SERVICES:
        assert sum(kill.turns for kill in aftermath.kills if name in kill.services) > 0, aftermath.kills
    log = (stack.folder / "log" / "app.log").read_text(encoding="utf-8")
    assert re.search(r"took over \d+ messages of a process that died", log)
    assert re.search(r"rasa: (ServerDisconnected|ClientOS|ClientConnectionReset)Error: ", log)


async def test_the_undisturbed_talks_are_what_they_are_meant_to_be(aftermath: Aftermath) -> None:
    for talk, caller in aftermath.calm.items():
        assert len(caller.answers) == len(talk.steps)
        kinds = Counter(handover.kind for handover in aftermath.of(caller).handovers)
        assert (kinds["agent"], kinds["callback"]) == (talk.agents, talk.callbacks), talk.steps
    english = aftermath.calm[TALKS[0]].answers
    assert "smart #3 BRABUS" in english[2][0]["text"]
    assert "smart #3 BRABUS" in english[3][0]["text"]  # "what about the range" names no car


async def test_nobody_waits_in_vain(aftermath: Aftermath) -> None:
    assert aftermath.unanswered == [], f"CRASH_SEED={aftermath.seed}"


async def test_every_message_is_dealt_with_once(aftermath: Aftermath) -> None:
    everyone = [*aftermath.calm.values(), *aftermath.customers]
    assert aftermath.records.keys() == {customer.sender for customer in everyone}
    assert len(aftermath.records) == len(everyone)
    for customer in aftermath.customers:
        record = aftermath.of(customer)
        assert [row.event_id for row in record.inbox] == customer.events, aftermath.about(customer)
        assert {row.status for row in record.inbox} == {"done"}, aftermath.about(customer)
        incoming = [message for message in record.messages if message.direction == "in"]
        assert [message.event_id for message in incoming] == customer.events, aftermath.about(customer)


async def test_every_reply_is_stored_and_sent_once_and_in_order(aftermath: Aftermath) -> None:
    for customer in aftermath.customers:
        record, calm = aftermath.of(customer), aftermath.calm[customer.talk]
        for event, calm_event in zip(customer.events, calm.events, strict=True):
            assert [alike(reply.content) for reply in record.replies_to(event)] == [
                alike(reply.content) for reply in aftermath.of(calm).replies_to(calm_event)
            ], aftermath.about(customer)
        said = [str(reply.event_id) for reply in record.replies]
        assert said == sorted(said, key=customer.events.index), aftermath.about(customer)
        assert [row.message_id for row in record.outbox] == [reply.id for reply in record.replies]
        rows = {row.event_id: row.id for row in record.inbox}
        assert [row.inbox_id for row in record.outbox] == [rows[event] for event in said]
        assert {row.status for row in record.outbox} == {"sent"}, aftermath.about(customer)


async def test_callers_got_every_reply_once(aftermath: Aftermath) -> None:
    for caller in aftermath.callers:
        calm = aftermath.calm[caller.talk].answers
        for number, (answer, expected) in enumerate(zip(caller.answers, calm, strict=True)):
            assert _anyone(answer) == _anyone(expected), f"{aftermath.about(caller)} message {number}"


async def test_asking_again_gives_the_same_answer(aftermath: Aftermath) -> None:
    async def ask_again(caller: Caller) -> None:
        for number, answer in enumerate(caller.answers):
            assert await caller.ask(number) == answer, f"{aftermath.about(caller)} message {number}"

    async with asyncio.TaskGroup() as group:
        for caller in aftermath.callers:
            group.create_task(ask_again(caller))


async def test_browsers_show_every_message_once_and_in_order(aftermath: Aftermath) -> None:
    for browser in aftermath.browsers:
        calm = [reply for answer in aftermath.calm[browser.talk].answers for reply in answer]
        assert len(browser.replies) == len(calm), aftermath.about(browser)
        ids = [message["id"] for message in browser.shown]
        assert all(one < other for one, other in pairwise(ids)), aftermath.about(browser)
        assert ids == [message.id for message in aftermath.of(browser).messages], aftermath.about(browser)
        for message, reply in zip(browser.replies, aftermath.of(browser).replies, strict=True):
            assert {"text": message["text"], **message["reply"]} == reply.content, aftermath.about(browser)


async def test_a_new_page_shows_the_same(aftermath: Aftermath) -> None:
    for browser, page in zip(aftermath.browsers, aftermath.pages, strict=True):
        assert page.shown == browser.shown, aftermath.about(browser)


async def test_a_customer_is_handed_over_once(aftermath: Aftermath) -> None:
    references = Counter[str]()
    for customer in aftermath.customers:
        record, calm = aftermath.of(customer), aftermath.calm[customer.talk]
        # A browser does not wait for answers: what it said next is in the transcript too.
        whole = customer.channel == "rest"
        expected = handovers(aftermath.of(calm), calm.events, whole)
        assert handovers(record, customer.events, whole) == expected, aftermath.about(customer)
        told = {found[0] for reply in record.replies for found in records.REFERENCE.finditer(reply.text)}
        assert told == {handover.reference for handover in record.handovers}, aftermath.about(customer)
        references.update(handover.reference for handover in record.handovers)
    assert set(references.values()) == {1}


async def test_the_dialogue_stands_as_if_nothing_had_happened(aftermath: Aftermath) -> None:
    for customer in aftermath.customers:
        calm = aftermath.of(aftermath.calm[customer.talk])
        assert standing(aftermath.of(customer)) == standing(calm), aftermath.about(customer)


async def test_no_process_is_left_over(aftermath: Aftermath, stack: Stack) -> None:
    ours = {
        process.pid
        for process in psutil.process_iter()
        if _environment(process).get("VAR_DIR") == str(stack.folder)
    }
    kept = {stack.pid(name) for name in Stack.SERVICES}
    family = psutil.Process(stack.supervisor_pid).children()  # the services and their guard
    assert ours == {stack.supervisor_pid, *(process.pid for process in family)}
    assert kept < ours
    assert len(family) == len(kept) + 1


def _environment(process: psutil.Process) -> dict[str, Any]:
    try:
        return process.environ()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return {}


def _anyone(answer: list[dict[str, Any]]) -> Any:
    return alike([{key: value for key, value in reply.items() if key != "recipient_id"} for reply in answer])
