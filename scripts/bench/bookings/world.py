"""The little world in which random histories of bookings play, and what is known of it without asking."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.bookings.errors import IllegalChangeError, OfferGoneError, UnavailableError
from knowledge.bookings.records import Actor, BookingRecord
from knowledge.bookings.tables import Booking, HeldUnit, Waiting
from knowledge.database import Base, Database
from scripts.bench.bookings import rules
from scripts.bench.bookings.network import add_conversation, add_outlet, add_resource

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)  # 8:00 in Kuala Lumpur
CARS = {"car-1": True, "car-2": False}  # the second one's bookings are confirmed by staff
LEAD, HORIZON = timedelta(hours=1), 2
STARTS = [MONDAY + timedelta(days=day, hours=hour) for day in range(3) for hour in (1, 2, 3)]  # 9, 10, 11
HOUR = timedelta(hours=1)
NINE, ELEVEN = time(1), time(3)  # when the first hour of a day begins, and the last, in UTC
HALF_PAST = MONDAY + timedelta(hours=1, minutes=30)
ODD = [
    HALF_PAST,
    HALF_PAST + timedelta(days=1),
    MONDAY + timedelta(hours=1, minutes=15),
    MONDAY + timedelta(hours=3, minutes=30),
    MONDAY + timedelta(hours=9),
    MONDAY + timedelta(days=3, hours=1),
]
PEOPLE = ("one", "two", "three")
ACTORS = ("customer", "staff")
# All but what is sealed, which takes long to open.
EVERYTHING = [
    select(
        *(column for column in table.__table__.columns if column.name not in ("private", "draft"))
    ).order_by(*table.__table__.primary_key)
    for table in (Booking, HeldUnit, Waiting)
]


@cache
def database() -> Database:
    """Return the database of this process's histories, with an outlet that is open from nine to twelve."""
    opened = Database("sqlite://")
    Base.metadata.create_all(opened.engine)
    with opened.transaction() as session:
        add_outlet(session, "kl", hours={day: [(540, 720)] for day in range(7)})
        for key, confirms in CARS.items():
            add_resource(session, key, "kl", confirms=confirms, lead_minutes=60, horizon_days=HORIZON)
        for person in PEOPLE:
            add_conversation(session, person)
    return opened


class World(RuleBasedStateMachine):
    """One history's world, in a transaction that is rolled back at its end."""

    played: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(database().engine)
        self.session.begin()
        self.now = MONDAY
        self.bookings: dict[str, int] = {}  # by request
        self.sequences: dict[int, int] = {}
        self.line: list[int] = []
        self.count = 0
        self.played["histories"] += 1

    def teardown(self) -> None:
        """Forget the history."""
        self.session.rollback()
        self.session.close()

    def check_invariants(self, settings: Any, *rest: Any) -> None:
        """Look up the rules after each step."""
        super().check_invariants(settings, *rest)
        self.played["steps"] += 1
        self.session.flush()
        rules.check(self.session)
        for key, sequence in self.session.execute(select(Booking.id, Booking.sequence)):
            assert sequence >= self.sequences.get(key, 0), "a sequence that falls"
            self.sequences[key] = sequence

    # What is known without asking.

    def _free(self, when: datetime, actor: Actor, but: int | None = None) -> set[str]:
        """Return the cars that are free at a time, as whoever asks may book it."""
        lead = timedelta() if actor == "staff" else LEAD
        last = self.now + timedelta(hours=8, days=HORIZON)
        early = when <= self.now or when < self.now + lead
        late = actor == "customer" and (when + timedelta(hours=8)).date() > last.date()
        if not NINE <= when.time() <= ELEVEN or when.minute not in (0, 30) or early or late:
            return set()
        hour = (HeldUnit.starts_at >= when, HeldUnit.starts_at < when + HOUR)
        taken = {
            row.resource_key
            for row in self.session.scalars(select(HeldUnit).where(*hour))
            if but is None or row.booking_id != but
        }
        return set(CARS) - taken

    def _first_in_line(self, resource_key: str, when: datetime) -> int | None:
        """Return who is to be offered a time when it is given up now."""
        day = (when + timedelta(hours=8)).date()
        until = min(self.now + timedelta(minutes=30), when - LEAD)
        horizon = (self.now + timedelta(hours=8, days=HORIZON)).date()
        if until < self.now + timedelta(minutes=10) or day > horizon:
            return None
        for key in sorted(self.line):
            row = self._waiting(key)
            declined = row.offer_starts_at == when
            if row.state == "waiting" and row.first_day <= day <= row.last_day and not declined:
                return key
        return None

    def _assert_offered(self, first: int | None) -> None:
        if first is not None:
            assert self._waiting(first).state == "offered", "the first in line was passed over"
            self.played["offer"] += 1

    def _booking(self, which: int, begun: bool = False) -> Booking:
        """Return one of the bookings, of those that have begun if there are any."""
        rows = [self.session.get_one(Booking, key) for key in self.bookings.values()]
        rows = [each for each in rows if begun and self.now >= each.starts_at] or rows
        return rows[which % len(rows)]

    def _somebody(self, which: int) -> Waiting:
        """Return one of those who wait, of those to whom something is offered if there are any."""
        rows = [self._waiting(key) for key in self.line]
        rows = [each for each in rows if each.state == "offered"] or rows
        return rows[which % len(rows)]

    def _waiting(self, key: int) -> Waiting:
        return self.session.get_one(Waiting, key)

    def _try(self, what: str, work: Callable[[], BookingRecord]) -> BookingRecord | None:
        """Do something; where it is refused nothing may have changed."""
        before, done = self._everything(), None
        with contextlib.suppress(UnavailableError, IllegalChangeError, OfferGoneError):
            done = work()
        self.played[what if done else f"{what} refused"] += 1
        assert done is not None or self._everything() == before, f"{what} was refused, and left something"
        return done

    def _everything(self) -> list[Any]:
        self.session.flush()
        return [self.session.execute(query).all() for query in EVERYTHING]
