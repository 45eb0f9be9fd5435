"""Everything at once from several threads: no deadlock, no error of the database, no rule broken."""

import random
import threading
from collections import Counter
from datetime import timedelta

from moments import NOW, TUESDAY, WEDNESDAY, at
from sqlalchemy import select

from knowledge.bookings import book, codes, notices, waiting
from knowledge.bookings.errors import BookingError
from knowledge.bookings.tables import Booking, Waiting
from knowledge.database import Database
from scripts.bench.bookings import rules
from scripts.bench.bookings.network import add_outlet, add_resource, draft

STARTS = [at(day, hour) for day in (TUESDAY, WEDNESDAY) for hour in (9, 10, 11)]
OUTLETS, PEOPLE = ("kl", "klang"), ("one", "two", "three")
THREADS, STEPS = 6, 30
WHAT = (*("book", "move", "cancel") * 2, "join", "accept", "decline", "expire", "say", "ask")


class Person:
    """Somebody, or a member of staff, who does something at random in a transaction of its own."""

    def __init__(self, database, seed):
        self.database, self.dice, self.name = database, random.Random(seed), f"p{seed}"
        self.done, self.faults = Counter(), []

    def run(self, start):
        start.wait()
        for number in range(STEPS):
            what = self.dice.choice(WHAT)
            now = NOW + timedelta(minutes=self.dice.choice((0, 5, 40)))
            try:
                with self.database.transaction() as session:
                    getattr(self, what)(session, now, f"{self.name} {number}")
                self.done[what] += 1
            except BookingError:
                self.done[f"{what} refused"] += 1
            except Exception as error:
                self.faults.append(error)

    def one_of(self, session, column):
        ids = session.scalars(select(column).order_by(column)).all()
        return self.dice.choice(ids) if ids else -1

    def book(self, session, now, key):
        wish = draft(
            self.dice.choice(OUTLETS), self.dice.choice(STARTS), conversation_id=self.dice.choice(PEOPLE)
        )
        book.book(session, wish, request_key=key, now=now)

    def move(self, session, now, key):
        booking, there = self.one_of(session, Booking.id), self.dice.choice(OUTLETS)
        actor = self.dice.choice(("customer", "staff"))
        book.move(session, booking, self.dice.choice(STARTS), there, actor=actor, now=now)

    def cancel(self, session, now, key):
        book.cancel(session, self.one_of(session, Booking.id), actor="staff", now=now)

    def join(self, session, now, key):
        wish = draft(self.dice.choice(OUTLETS), None, conversation_id=self.dice.choice(PEOPLE))
        waiting.join(session, wish, TUESDAY, WEDNESDAY, request_key=key, now=now)

    def accept(self, session, now, key):
        waiting.accept(session, self.one_of(session, Waiting.id), request_key=key, now=now)

    def decline(self, session, now, key):
        waiting.decline(session, self.one_of(session, Waiting.id), now=now)

    def expire(self, session, now, key):
        waiting.expire(session, now)

    def say(self, session, now, key):
        for each in notices.due(session, self.dice.choice((now, at(TUESDAY, 10))), 3):
            assert notices.said(session, each.id, now)

    def ask(self, session, now, key):
        reference = self.one_of(session, Booking.reference)
        codes.ask(session, self.dice.choice(PEOPLE), str(reference), "+60123456789", now)


def test_everything_at_once(database):
    with database.transaction() as session:
        add_outlet(session, "klang")
        for key in OUTLETS:
            add_resource(session, f"{key}-a", key)
            add_resource(session, f"{key}-b", key, confirms=False)
    start = threading.Barrier(THREADS)

    with Database(database.engine.url) as other:
        people = [Person((database, other)[seed % 2], seed) for seed in range(THREADS)]
        threads = [threading.Thread(target=each.run, args=(start,)) for each in people]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    done = sum((each.done for each in people), Counter())
    assert [fault for each in people for fault in each.faults] == []
    assert done["book"] > 5
    assert done["move"] + done["cancel"] > 5
    with database.transaction() as session:
        rules.check(session)
