"""However long the history grows, a turn looks at its own rows only: no statement of it scans a table."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Connection

from channels import inbox, outbox
from channels.inbox import Claim
from channels.web import history
from tests.unit.channels.road import YES_NO, Road, answer, echo

GROWING = ("inbox", "outbox", "messages", "conversations")


class Statements:
    """Notes every statement that a database runs."""

    def __init__(self, road: Road) -> None:
        self.seen: dict[str, object] = {}
        self._engine = road.database.engine
        event.listen(self._engine, "before_cursor_execute", self._note)

    def _note(
        self, connection: Connection, cursor: object, statement: str, values: object, *rest: object
    ) -> None:
        if re.match(r"(SELECT|UPDATE|DELETE|INSERT)", statement):
            self.seen[statement] = values

    def plans(self) -> dict[str, list[str]]:
        """Return how SQLite goes about each statement."""
        event.remove(self._engine, "before_cursor_execute", self._note)
        with self._engine.connect() as connection:
            driver = connection.connection.cursor()
            found = {}
            for statement, values in self.seen.items():
                driver.execute(f"EXPLAIN QUERY PLAN {statement}", values)
                found[statement] = [row[3] for row in driver.fetchall()]
            return found


def scans(plans: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return the steps that go through a whole table; going through a partial index is no such step."""
    table = re.compile(rf"SCAN ({'|'.join(GROWING)}|earlier)\b(?!.*ix_(inbox|outbox)_open)")
    steps = ((step, statement) for statement, steps in plans.items() for step in steps)
    # Without WHERE: these tests' own look at everything.
    return [(step, statement) for step, statement in steps if table.search(step) and "WHERE" in statement]


@pytest.fixture
def statements(road: Road) -> Statements:
    return Statements(road)


async def test_turns_scan_no_table(road, rasa, statements):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = await road.say("book")
    await road.say(said.reply.buttons[0].payload)
    for number in range(5):
        await road.gateway.receive(road.message(f"{number}"))
    await road.done(7)
    message = road.message("again")
    await road.send(message)
    receipt = await road.gateway.receive(message)
    assert receipt.done
    plans = statements.plans()

    assert len(plans) > 10
    assert scans(plans) == []


async def test_looking_for_work_and_delivering_scan_no_table(road, rasa, statements):
    now = datetime.now(UTC)
    await road.gateway.receive(road.message("hello"))
    await road.done(1)
    talk = await road.conversation()
    database, claim = road.database, Claim("me", now)
    await database.read(inbox.is_anything_ready, now)
    await database.run(inbox.claim_ready, claim, now, 5)
    await database.run(inbox.renew, [1], claim)
    await database.run(inbox.try_later, 1, "me", now)
    await database.run(inbox.release, ["me"])
    await database.read(inbox.holders)
    await database.read(inbox.depth)
    await database.read(inbox.is_done, 1)
    await database.run(outbox.claim_ready, "rest", claim, now, 5)
    await database.run(outbox.sent, 1, "me", "p", now)
    await database.run(outbox.try_later, 1, "me", now, "e")
    await database.run(outbox.release, "me")
    await database.run(outbox.mark_seen, talk.id, 5, now)
    await database.read(outbox.depth)
    await database.run(outbox.answer_of, talk.id, 1, now)
    await database.run(outbox.put_back, talk.id, 1, now)
    await database.read(history.news, talk.id, 1)
    await database.read(history.earlier, talk.id, 5)
    plans = statements.plans()

    assert len(plans) > 15
    assert scans(plans) == []


def test_a_scan_would_be_seen(sqlite):
    with sqlite.engine.connect() as connection:
        rows = connection.execute(text("EXPLAIN QUERY PLAN SELECT id FROM inbox WHERE claimed_by = 'x'"))
        assert scans({"WHERE": [row[3] for row in rows]})
