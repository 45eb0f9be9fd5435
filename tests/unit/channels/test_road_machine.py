"""Inbox and outbox under everything that may happen to them, in any order that Hypothesis can think of.

Each process is a set of claims; a crash forgets them, and time passes. Whatever happens, a message is dealt
with once, its answer is delivered once, and both keep the order in which the customer wrote.
"""

import shutil
import tempfile
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from channels import inbox, outbox, turns
from channels.inbox import Claim, Turn
from channels.message import Message, Reply
from channels.turns import Ending, LostClaimError
from knowledge.conversations import InboxRow, OutboxRow, StoredMessage
from knowledge.database import Database
from knowledge.migrations import migrate

LEASE = timedelta(seconds=10)
SENDERS = st.sampled_from(["ann", "bob", "cho"])
PROCESSES = st.sampled_from(["one", "two"])


class Road(RuleBasedStateMachine):
    template: Path | None = None

    @initialize()
    def open(self) -> None:
        if Road.template is None:
            Road.template = Path(tempfile.mkdtemp()) / "template.db"
            migrate(f"sqlite:///{Road.template}")
        self.folder = tempfile.mkdtemp()
        shutil.copy(Road.template, f"{self.folder}/smart.db")
        self.database = Database(f"sqlite:///{self.folder}/smart.db")
        self.now = datetime(2026, 1, 1, tzinfo=UTC)
        self.held: dict[str, list[Turn]] = defaultdict(list)  # what each process believes that it holds
        self.received: dict[str, list[str]] = defaultdict(list)
        self.ended: dict[str, list[str]] = defaultdict(list)
        self.delivered: dict[str, list[str]] = defaultdict(list)
        self.ids: dict[str, str] = {}
        self.leases: dict[int, tuple[str, datetime]] = {}  # what the claims say, seen from above

    def claim(self, process: str) -> Claim:
        return Claim(process, self.now + LEASE)

    def hold(self, process: str, found: list[Turn]) -> None:
        for turn in found:
            # What is handed out is the oldest that is open, and nobody else's.
            sender = turn.message.sender
            assert turn.message.event_id == self.received[sender][len(self.ended[sender])]
            _, until = self.leases.get(turn.inbox_id, ("", self.now - LEASE))
            assert until < self.now
            self.leases[turn.inbox_id] = (process, self.now + LEASE)
            self.held[process].append(turn)

    @rule(sender=SENDERS, process=PROCESSES, claiming=st.booleans())
    def receive(self, sender: str, process: str, claiming: bool) -> None:
        event_id = f"{sender}-{len(self.received[sender])}"
        message = Message("rest", sender, event_id, event_id)
        with self.database.transaction() as session:
            receipt = inbox.receive(session, message, self.now, self.claim(process) if claiming else None)
        assert receipt.new
        self.ids[sender] = receipt.conversation_id
        self.received[sender].append(event_id)
        if receipt.turn:
            self.hold(process, [receipt.turn])

    @precondition(lambda self: any(self.received.values()))
    @rule(data=st.data(), process=PROCESSES)
    def receive_again(self, data: st.DataObject, process: str) -> None:
        known = [(sender, event) for sender, events in self.received.items() for event in events]
        sender, event_id = data.draw(st.sampled_from(known))
        message = Message("rest", sender, event_id, "sent again")
        with self.database.transaction() as session:
            receipt = inbox.receive(session, message, self.now, self.claim(process))
        assert not receipt.new
        assert receipt.turn is None
        assert receipt.done == (event_id in self.ended[sender])

    @rule(process=PROCESSES, limit=st.integers(1, 3))
    def look(self, process: str, limit: int) -> None:
        with self.database.transaction() as session:
            self.hold(process, inbox.claim_ready(session, self.claim(process), self.now, limit))

    @precondition(lambda self: any(self.held.values()))
    @rule(data=st.data(), waited_for=st.booleans(), going_on=st.booleans(), words=st.integers(0, 2))
    def finish(self, data: st.DataObject, waited_for: bool, going_on: bool, words: int) -> None:
        process, turn = self.draw_turn(data)
        event_id, sender = turn.message.event_id, turn.message.sender
        replies = tuple((Reply(f"{event_id} {number}"), "en") for number in range(words))
        ending = Ending(replies, "en", False, None, [event_id], {})
        try:
            with self.database.transaction() as session:
                finished = turns.finish(
                    session,
                    turn,
                    ending,
                    self.now,
                    process,
                    delivered=waited_for,
                    claim=self.claim(process) if going_on else None,
                )
        except LostClaimError:
            # Somebody else holds it, or has ended it.
            assert event_id in self.ended[sender] or self.holder(turn.inbox_id) != process
            return
        assert event_id not in self.ended[sender]
        self.ended[sender].append(event_id)
        if waited_for:
            self.delivered[sender] += [each.reply.text for each in finished.before + finished.said]
        if finished.next:
            self.hold(process, [finished.next])

    @precondition(lambda self: any(self.held.values()))
    @rule(data=st.data(), seconds=st.integers(0, 20))
    def try_later(self, data: st.DataObject, seconds: int) -> None:
        process, turn = self.draw_turn(data)
        with self.database.transaction() as session:
            inbox.try_later(session, turn.inbox_id, process, self.now + timedelta(seconds=seconds))
        if self.leases[turn.inbox_id][0] == process:
            del self.leases[turn.inbox_id]

    @precondition(lambda self: any(self.held.values()))
    @rule(process=PROCESSES)
    def renew(self, process: str) -> None:
        with self.database.transaction() as session:
            inbox.renew(session, [turn.inbox_id for turn in self.held[process]], self.claim(process))
        for turn in self.held[process]:
            if self.leases.get(turn.inbox_id, ("",))[0] == process:
                self.leases[turn.inbox_id] = (process, self.now + LEASE)

    @rule(process=PROCESSES)
    def crash(self, process: str) -> None:
        self.held[process].clear()

    @rule(process=PROCESSES)
    def stop(self, process: str) -> None:
        self.held[process].clear()
        with self.database.transaction() as session:
            inbox.release(session, [process])
        self.leases = {key: lease for key, lease in self.leases.items() if lease[0] != process}

    @rule(seconds=st.integers(1, 15))
    def pass_time(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.ids)
    @rule(data=st.data())
    def collect(self, data: st.DataObject) -> None:
        sender = data.draw(st.sampled_from(sorted(self.ids)))
        with self.database.transaction() as session:
            said = outbox.collect(session.connection(), self.ids[sender], self.now, 1)
        self.delivered[sender] += [each.reply.text for each in said]

    @invariant()
    def order_is_kept(self) -> None:
        for sender, ended in getattr(self, "ended", {}).items():
            assert ended == self.received[sender][: len(ended)]

    def draw_turn(self, data: st.DataObject) -> tuple[str, Turn]:
        pairs = [(process, turn) for process, turns_ in sorted(self.held.items()) for turn in turns_]
        process, turn = data.draw(st.sampled_from(pairs))
        self.held[process].remove(turn)
        return process, turn

    def holder(self, inbox_id: int) -> str | None:
        with self.database.reading() as session:
            return session.scalar(select(InboxRow.claimed_by).where(InboxRow.id == inbox_id))

    def teardown(self) -> None:
        if not hasattr(self, "database"):
            return
        # In the end one process remains, and time enough.
        self.held.clear()
        for _ in range(sum(map(len, self.received.values())) + 1):
            self.now += timedelta(seconds=30)
            with self.database.transaction() as session:
                for turn in inbox.claim_ready(session, self.claim("last"), self.now, 10):
                    sender, event_id = turn.message.sender, turn.message.event_id
                    ending = Ending(((Reply(f"{event_id} 0"), "en"),), "en", False, None, None, {})
                    turns.finish(session, turn, ending, self.now, "last", delivered=False, claim=None)
                    self.ended[sender].append(event_id)
        for sender, conversation_id in self.ids.items():
            with self.database.transaction() as session:
                said = outbox.collect(session.connection(), conversation_id, self.now, 1)
            self.delivered[sender] += [each.reply.text for each in said]
        with self.database.reading() as session:
            assert set(session.scalars(select(InboxRow.status))) <= {"done"}
            assert set(session.scalars(select(OutboxRow.status))) <= {"sent"}
            for sender, conversation_id in self.ids.items():
                assert self.ended[sender] == self.received[sender]
                query = select(StoredMessage).where(StoredMessage.conversation_id == conversation_id)
                rows = list(session.scalars(query.order_by(StoredMessage.id)))
                assert [row.text for row in rows if row.direction == "in"] == self.received[sender]
                assert [row.text for row in rows if row.direction == "out"] == self.delivered[sender]
        self.database.close()
        shutil.rmtree(self.folder)


TestRoad = Road.TestCase
TestRoad.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
