"""Bookings in the making, on the sample outlets: what is heard, what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from bot.actions.bookings.ask import questions
from bot.actions.bookings.draft import Draft, emptied
from bot.actions.bookings.form import take
from bot.actions.bookings.submit import told
from bot.actions.turn import Entity, Question, Turn
from bot.dates import find
from channels.texts import Texts
from knowledge.bookings import book
from knowledge.bookings.drafts import Draft as Booked
from knowledge.conversations import Conversation

KL = ZoneInfo("Asia/Kuala_Lumpur")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday morning, 10 o'clock in Malaysia
FRIDAY = date(2026, 11, 27)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=KL)


@dataclass
class Customer:
    """A conversation with the form alone."""

    session: Session
    texts: Texts
    conversation: str = "customer"
    language: str = "en"
    now: datetime = NOW
    slots: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.add(
            Conversation(
                id=self.conversation, channel="web", sender=self.conversation, created_at=NOW, updated_at=NOW
            )
        )
        self.session.flush()

    def say(self, text: str, intent: str = "inform", **named: Any) -> str:
        """Return what the assistant says to a message; times are found in its words."""
        entities = [Entity(kind, value) for kind, value in named.items()]
        if "date_time" not in named:
            entities += [
                Entity("date_time", each.expression, each.start, None, each.end) for each in find(text)
            ]
        turn = Turn(
            self.conversation, "1", text, self.language, "MY", (Question(intent, text, tuple(entities)),),
            (), dict(self.slots),
        )  # fmt: skip
        taken = take(self.session, turn, self.now)
        if taken is None:
            return "(no answer)"
        self.slots |= taken.draft.slots()
        items = list(taken.items)
        if taken.draft.missing:
            asked, draft = questions(self.session, turn, taken.draft, taken.draft.missing, self.now)
            items, self.slots = items + asked, self.slots | draft.slots()
        else:
            items += told(self.session, turn, taken.draft, self.now)
            self.slots |= emptied()
        replies = [self.texts.render(item, self.language) for item in items]
        return "\n".join("\n".join([each.text, *(b.title for b in each.buttons)]) for each in replies)

    def press(self, choice: str) -> str:
        return self.say("", booking_choice=choice)

    @property
    def draft(self) -> Draft | None:
        return Draft.of(self.slots)


@pytest.fixture(name="customer")
def new_customer(session: Session, texts: Texts) -> Customer:
    return Customer(session, texts)


@pytest.fixture(name="fill")
def filling(session: Session) -> Iterator[Any]:
    """Books all cars or bays of an outlet from one hour to another."""

    def fill(kind: str, outlet: str, day: date, first: int, last: int, model: str | None = None) -> None:
        number = 0
        for hour in range(first, last):
            while True:
                number += 1
                draft = Booked(
                    kind=kind, market="MY", language="en", conversation_id=None, outlet_key=outlet,
                    starts_at=at(day, hour), model=model, private={"name": "x", "phone": "+60125550100"},
                )  # fmt: skip
                try:
                    book.book(session, draft, request_key=f"fill-{day}-{number}", now=NOW - timedelta(days=1))
                except book.UnavailableError:
                    break

    return fill
