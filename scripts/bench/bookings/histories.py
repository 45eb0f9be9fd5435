"""Random histories of bookings: whatever people, staff and time do in whatever order, no rule is broken.

A state machine for Hypothesis. Beside the rules that are looked up after each step, it knows by itself
which times are free and who is first in line, and compares what it is told.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from sqlalchemy import select

from knowledge.bookings import book, notices, waiting
from knowledge.bookings.records import Actor
from knowledge.bookings.tables import Booking, Waiting
from scripts.bench.bookings.network import draft
from scripts.bench.bookings.world import ACTORS, CARS, HOUR, MONDAY, ODD, PEOPLE, STARTS, World

any_of = st.integers(0, 11)


class Histories(World):
    """What people, staff and time do."""

    @initialize(
        wanted=st.lists(st.sampled_from(STARTS), max_size=12),
        waits=st.lists(st.sampled_from(PEOPLE), max_size=3),
    )
    def begin(self, wanted: list[datetime], waits: list[str]) -> None:
        """There are bookings already, and people who wait."""
        for when in wanted:
            self.book(when, "one", "customer")
        for person in waits:
            self.join(person, 2)

    @rule(when=st.sampled_from(STARTS + ODD), person=st.sampled_from(PEOPLE), actor=st.sampled_from(ACTORS))
    def book(self, when: datetime, person: str, actor: Actor) -> None:
        """Somebody wants a time."""
        self._book(f"request {self.count}", when, person, actor)
        self.count += 1

    @precondition(lambda self: self.bookings)
    @rule(which=any_of, when=st.sampled_from(STARTS))
    def repeat(self, which: int, when: datetime) -> None:
        """A request comes again, perhaps with another time: it is the same booking."""
        request = list(self.bookings)[which % len(self.bookings)]
        self._book(request, when, "one", "customer")

    def _book(self, request: str, when: datetime, person: str, actor: Actor) -> None:
        wish = draft("kl", when, conversation_id=person)
        known = self.bookings.get(request)
        free = self._free(when, actor)
        made = self._try(
            "book", lambda: book.book(self.session, wish, request_key=request, now=self.now, actor=actor)
        )
        if known is not None:
            assert made is not None, "a booking that was made is refused"
            assert made.id == known, "another booking of the same request"
            return
        assert (made is not None) == bool(free), "told free what is not, or not free what is"
        if made is not None:
            assert (made.starts_at, made.resource_key in free) == (when, True), "another time than wanted"
            assert made.state == ("confirmed" if CARS[made.resource_key] else "requested")
            self.bookings[request] = made.id

    @precondition(lambda self: self.bookings)
    @rule(which=any_of, when=st.sampled_from(STARTS + ODD), actor=st.sampled_from(ACTORS))
    def move(self, which: int, when: datetime, actor: Actor) -> None:
        """A booking is moved."""
        row = self._booking(which)
        key, old, car, reference = row.id, row.starts_at, row.resource_key, row.reference
        free = self._free(when, actor, but=key) if when != old else {row.resource_key}
        first = self._first_in_line(row.resource_key, old)
        allowed = row.state in ("requested", "confirmed", "reminded") and (actor == "staff" or self.now < old)
        moved = self._try("move", lambda: book.move(self.session, key, when, actor=actor, now=self.now))
        assert (moved is not None) == (allowed and bool(free)), "moved against the rules, or refused"
        if moved is not None:
            assert (moved.starts_at, moved.reference) == (when, reference)
            if moved.resource_key != car or abs(when - old) >= HOUR:  # the old time is free as a whole
                self._assert_offered(first)

    @precondition(lambda self: self.bookings)
    @rule(which=any_of, actor=st.sampled_from(("customer", "staff", "system")))
    def cancel(self, which: int, actor: Actor) -> None:
        """A booking is cancelled."""
        row = self._booking(which)
        key, held = row.id, row.state in ("requested", "confirmed", "reminded")
        first = self._first_in_line(row.resource_key, row.starts_at)
        allowed = row.state == "cancelled" or (held and (actor != "customer" or self.now < row.starts_at))
        done = self._try("cancel", lambda: book.cancel(self.session, key, actor=actor, now=self.now))
        assert (done is not None) == allowed, "cancelled against the rules, or refused"
        if done is not None and held:
            self._assert_offered(first)

    @precondition(lambda self: self.bookings)
    @rule(which=any_of, how=st.sampled_from(("confirm", "finish", "miss")))
    def attend(self, which: int, how: str) -> None:
        """Staff confirm a booking, or note how it ended."""
        row = self._booking(which, begun=how != "confirm")
        key, state, begun = row.id, row.state, self.now >= row.starts_at
        ended = {"confirm": "confirmed", "finish": "done", "miss": "no_show"}[how]
        held = state in ("requested", "confirmed", "reminded")
        allowed = state == ended or (state == "requested" if how == "confirm" else held and begun)
        done = self._try(how, lambda: getattr(book, how)(self.session, key, now=self.now))
        assert (done is not None) == allowed, f"{how} against the rules, or refused"
        assert done is None or done.state == ended

    @rule(person=st.sampled_from(PEOPLE), days=st.integers(0, 2))
    def join(self, person: str, days: int) -> None:
        """Somebody waits for one of the next days."""
        first = MONDAY.date()
        wish = draft("kl", None, conversation_id=person)
        last = first + timedelta(days=days)
        record = waiting.join(self.session, wish, first, last, request_key=f"wait {self.count}", now=self.now)
        self.count += 1
        if record.id not in self.line:
            self.line.append(record.id)
        assert waiting.position(self.session, record.id) is not None

    @precondition(lambda self: self.line)
    @rule(which=any_of, how=st.sampled_from(("decline", "leave")))
    def give_way(self, which: int, how: str) -> None:
        """Somebody who waits does not want what is offered, or anything any more."""
        key = self._somebody(which).id
        getattr(waiting, how)(self.session, key, now=self.now)
        self.played[how] += 1

    @precondition(lambda self: self.line)
    @rule(which=any_of)
    def accept(self, which: int) -> None:
        """Somebody who waits says yes, in time or not, perhaps twice."""
        row = self._somebody(which)
        key = row.id
        offered = row.state == "offered" and row.offer_until is not None and row.offer_until > self.now
        taken, starts_at, resource = row.state == "taken", row.offer_starts_at, row.offer_resource
        request = f"yes {self.count}"
        self.count += 1
        made = self._try(
            "accept", lambda: waiting.accept(self.session, key, request_key=request, now=self.now)
        )
        assert made is not None or not offered, "an offer is refused"
        assert made is None or offered or taken, "something is taken that was not offered"
        if made is not None and offered:
            assert (made.starts_at, made.resource_key) == (starts_at, resource), "another time than offered"
            self.bookings[request] = made.id

    @precondition(lambda self: self.line)
    @rule()
    def expire(self) -> None:
        """The time of offers is over."""
        over = self.session.scalars(
            select(Waiting.id).where(Waiting.state == "offered", Waiting.offer_until <= self.now)
        ).all()
        assert waiting.expire(self.session, self.now) == len(over)
        assert all(self._waiting(each).state == "expired" for each in over)
        self.played["expire"] += len(over)

    @rule(limit=st.integers(1, 3))
    def say(self, limit: int) -> None:
        """What is due is said."""
        found = notices.due(self.session, self.now, limit)
        assert len(found) <= limit
        for each in found:
            assert each.due_at <= self.now, "said before it is due"
            assert notices.said(self.session, each.id, self.now), "said twice"
            if each.kind == "day_before":
                assert each.booking is not None
                assert self.session.get_one(Booking, each.booking.id).state == "reminded"
            self.played[f"say {each.kind}"] += 1

    @rule(minutes=st.sampled_from((5, 20, 31, 60, 180, 1200)))
    def wait(self, minutes: int) -> None:
        """Time passes."""
        self.now += timedelta(minutes=minutes)
