"""A customer of whom every kind of thing is kept, and a look for her name in the whole database."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import Session

from knowledge.bookings.drafts import Draft, to_json
from knowledge.bookings.tables import (
    AccessCode,
    Booking,
    BookingAccess,
    BookingEvent,
    HeldUnit,
    Notice,
    Waiting,
)
from knowledge.conversations import Conversation, InboxRow, OutboxRow, StoredMessage
from knowledge.handovers import Handover
from knowledge.outlets.tables import Outlet, Resource
from knowledge.privacy import consents

NOW = datetime(2026, 11, 20, 4, tzinfo=UTC)
DAY = timedelta(days=1)
NAME, PHONE, PLATE = "Aminah Binti Yusof", "+60123456789", "WXY 1234"
PRIVATE = {"name": NAME, "phone": PHONE, "plate": PLATE}


def outlet(session: Session) -> None:
    """Add an outlet with a car to drive."""
    session.add(
        Outlet(
            key="pj",
            names={"en": "smart Petaling Jaya"},
            market="MY",
            state="selangor",
            kind="both",
            address="1 Jalan Satu",
            latitude=3.1,
            longitude=101.6,
            time_zone="Asia/Kuala_Lumpur",
            languages=["en"],
            services=["test_drive"],
            sample=True,
            source="test",
            as_of=date(2026, 11, 1),
        )
    )
    session.flush()
    session.add(
        Resource(
            key="pj-car",
            outlet_key="pj",
            kind="demo_car",
            name="car",
            model="smart_1",
            slot_minutes=60,
            lead_minutes=60,
        )
    )
    session.flush()


def talk(session: Session, talk_id: str, *said: str, at: datetime = NOW) -> Conversation:
    """Add a conversation in which each message was answered; its state and buttons repeat what was said."""
    conversation = Conversation(
        id=talk_id,
        channel="web",
        sender=f"browser-{talk_id}",
        state=[{"event": "user", "text": each} for each in said],
        choices={"recent": {f"b-{each}": [f'/inform{{"person_name": "{each}"}}', each] for each in said}},
        created_at=at,
        updated_at=at,
    )
    session.add(conversation)
    session.flush()
    for number, each in enumerate(said):
        event = f"{talk_id}-{number}"
        asked = StoredMessage(
            conversation_id=talk_id,
            direction="in",
            author="customer",
            text=each,
            content={"channel": "web", "sender": "s", "event_id": event, "text": each},
            event_id=event,
            created_at=at,
        )
        answered = StoredMessage(
            conversation_id=talk_id,
            direction="out",
            author="assistant",
            text=f"Noted: {each}",
            content={"text": f"Noted: {each}"},
            language="en",
            event_id=event,
            created_at=at,
        )
        session.add_all([asked, answered])
        session.flush()
        row = InboxRow(
            channel="web",
            event_id=event,
            conversation_id=talk_id,
            message_id=asked.id,
            received_at=at,
            status="done",
            next_attempt_at=at,
        )
        session.add(row)
        session.flush()
        session.add(
            OutboxRow(
                message_id=answered.id,
                conversation_id=talk_id,
                inbox_id=row.id,
                channel="web",
                status="sent",
                next_attempt_at=at,
                created_at=at,
            )
        )
    session.flush()
    return conversation


def booking(session: Session, reference: str, talk_id: str | None, starts: datetime, **more: str) -> Booking:
    """Add a booking that holds its time, with a reminder that is due a day before."""
    row = Booking(
        reference=reference,
        request_key=reference,
        kind="test_drive",
        state=more.get("state", "confirmed"),
        conversation_id=talk_id,
        outlet_key="pj",
        resource_key="pj-car",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        market="MY",
        language="en",
        details={"licence": True},
        private=dict(PRIVATE),
        phone_digest="d" * 64,
        created_at=NOW,
        updated_at=NOW,
    )
    session.add(row)
    session.flush()
    session.add_all(
        [
            HeldUnit(resource_key="pj-car", starts_at=starts, booking_id=row.id),
            BookingEvent(
                booking_id=row.id, at=NOW, actor="customer", event="requested", state="requested", details={}
            ),
            Notice(kind="day_before", booking_id=row.id, starts_at=starts, due_at=starts - DAY),
        ]
    )
    session.flush()
    return row


def handover(session: Session, reference: str, talk_id: str, at: datetime = NOW) -> Handover:
    """Add a request to be rung."""
    row = Handover(
        reference=reference,
        kind="callback",
        conversation_id=talk_id,
        request_key=reference,
        reason=f"ring {NAME}",
        language="en",
        market="MY",
        transcript=[{"author": "customer", "text": f"I am {NAME}"}],
        phone=PHONE,
        name=NAME,
        preferred_time="after six",
        created_at=at,
    )
    session.add(row)
    session.flush()
    return row


def waiting(session: Session, key: str, talk_id: str, last_day: date) -> Waiting:
    """Add somebody who waits for a slot."""
    row = Waiting(
        request_key=key,
        kind="test_drive",
        conversation_id=talk_id,
        outlet_key="pj",
        first_day=last_day,
        last_day=last_day,
        language="en",
        draft=to_json(Draft("test_drive", "MY", "en", talk_id, "pj", private=PRIVATE)),
        created_at=NOW,
    )
    session.add(row)
    session.flush()
    return row


def code(session: Session, talk_id: str, booking_id: int | None, at: datetime = NOW) -> AccessCode:
    """Add a one-time code."""
    row = AccessCode(
        booking_id=booking_id,
        conversation_id=talk_id,
        target="t" * 64,
        digest="c" * 64,
        expires_at=at + DAY,
        created_at=at,
    )
    session.add(row)
    session.flush()
    return row


def everything(session: Session) -> None:
    """Add a customer, `one`, with all that can be kept of her, and another customer, `two`."""
    outlet(session)
    talk(session, "one", f"My name is {NAME}", f"My number is {PHONE}")
    talk(session, "two", "hello")
    booking(session, "TD-COMING", "one", NOW + 3 * DAY)
    booking(session, "TD-PAST", "one", NOW - 30 * DAY, state="done")
    opened = booking(session, "TD-OPENED", None, NOW + 5 * DAY)
    session.add(BookingAccess(booking_id=opened.id, conversation_id="one", granted_at=NOW))
    booking(session, "TD-OTHERS", "two", NOW + 4 * DAY)
    handover(session, "CB-ONE", "one")
    waiting(session, "w-one", "one", (NOW + 9 * DAY).date())
    code(session, "one", opened.id)
    consents.give(session, "one", consents.BOOKINGS, "bookings-0", "ms", NOW)
    session.flush()


def texts(url: str) -> dict[str, str]:
    """Return all that stands in each table, as it stands there."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {
            table: "\n".join(str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}")))
            for table in inspect(engine).get_table_names()
        }
    engine.dispose()
    return found


def raw(url: str) -> bytes:
    """Return the bytes of a SQLite database with all that is written beside it."""
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))
