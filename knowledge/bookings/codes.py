"""One-time codes: a booking opened to another conversation by its reference, its phone and a code.

Whoever asks learns nothing: whether there is such a booking or not, the same rows are written. Only the
booking's own conversation is told the code.
"""

import hmac
import secrets
import unicodedata
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from knowledge import references, vault
from knowledge.bookings import notices
from knowledge.bookings.errors import RateLimitedError
from knowledge.bookings.notices import CODE_LIFE
from knowledge.bookings.records import PREFIXES
from knowledge.bookings.tables import AccessCode, Booking, BookingAccess

DIGITS = 6
MOST_ATTEMPTS = 5
MOST_CODES, WITHIN = 3, timedelta(hours=1)  # of a conversation, and of a booking


def ask(session: Session, conversation_id: str, reference: str, phone: str, now: datetime) -> None:
    """Have a code sent to the conversation of the booking with this reference and phone (E.164), if any.

    A later code takes the place of an earlier one. Raises RateLimitedError.
    """
    keys = vault.current()
    meant = references.spellings(reference, PREFIXES.values())
    booking_id, canonical = None, meant[0] if meant else ""
    # Asked for together, so that a wrong phone takes the same way as a wrong reference.
    found = session.execute(
        select(Booking.id, Booking.reference, Booking.conversation_id).where(
            Booking.reference.in_(meant), Booking.phone_digest == keys.digest(phone), Booking.ends_at > now
        )
    ).all()
    if len(found) == 1 and found[0].conversation_id is not None:
        booking_id, canonical = found[0].id, found[0].reference
    target = keys.digest(f"{canonical} {phone}")
    _queue(session, conversation_id, target)
    for limited in (AccessCode.conversation_id == conversation_id, AccessCode.target == target):
        until = _full_until(session, limited, now)
        if until is not None:
            raise RateLimitedError(until)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    session.add(
        AccessCode(
            booking_id=booking_id,
            conversation_id=conversation_id,
            target=target,
            digest=_digest(conversation_id, code),
            expires_at=now + CODE_LIFE,
            created_at=now,
        )
    )
    # A notice in either case, of which only a real one is ever delivered.
    notices.put(
        session,
        notices.CODE,
        now,
        now,
        booking_id=booking_id,
        secret=code,
        status="due" if booking_id is not None else "dropped",
    )


def verify(session: Session, conversation_id: str, code: str, now: datetime) -> int | None:
    """Return the id of the booking that a code opens to a conversation, or None.

    Wrong attempts are counted, so the caller's transaction is to be committed either way. Raises
    RateLimitedError when there were too many.
    """
    row = session.scalar(
        select(AccessCode)
        .where(AccessCode.conversation_id == conversation_id)
        .order_by(AccessCode.created_at.desc(), AccessCode.id.desc())
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    typed = _digest(conversation_id, _digits(code))
    right = hmac.compare_digest(typed, row.digest if row is not None else _digest(conversation_id, ""))
    if row is None or row.used or now >= row.expires_at:
        return None
    if row.attempts >= MOST_ATTEMPTS:
        own = AccessCode.conversation_id == conversation_id
        raise RateLimitedError(_full_until(session, own, now) or now)
    row.attempts += 1
    session.flush()
    if not right or row.booking_id is None:
        return None
    row.used = True
    if session.get(BookingAccess, (row.booking_id, conversation_id)) is None:
        session.add(BookingAccess(booking_id=row.booking_id, conversation_id=conversation_id, granted_at=now))
    session.flush()
    return row.booking_id


def _queue(session: Session, *names: str) -> None:
    """Let who asks for the same thing at the same moment count one after the other.

    SQLite has one writer at a time anyway.
    """
    if session.connection().dialect.name == "postgresql":
        for name in sorted(names):  # in one order: nobody waits in a ring
            session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))


def _full_until(session: Session, which: ColumnElement[bool], now: datetime) -> datetime | None:
    """Return when the next code may be asked for, or None where it may be now."""
    asked = session.scalars(
        select(AccessCode.created_at)
        .where(which, AccessCode.created_at > now - WITHIN)
        .order_by(AccessCode.created_at.desc())
        .limit(MOST_CODES)
    ).all()
    return asked[-1] + WITHIN if len(asked) == MOST_CODES else None


def _digest(conversation_id: str, code: str) -> str:
    return vault.current().digest(f"{conversation_id} {code}")


def _digits(typed: str) -> str:
    """Return the digits of what a person typed, whatever their script."""
    found = (unicodedata.digit(each, None) for each in typed)
    return "".join(str(each) for each in found if each is not None)
