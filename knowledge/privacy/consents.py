"""What customers agreed to, in which words, and what they took back."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from knowledge.privacy.tables import Consent

BOOKINGS, MESSAGES = PURPOSES = ("bookings", "messages")

# The version of each purpose's notice: `privacy_notice_<purpose>` of bot/messages. Who changes its words, in
# any language, gives it a new version here; a test holds the words against the digest.
WORDING = {BOOKINGS: "bookings-1", MESSAGES: "messages-1"}
DIGESTS = {
    BOOKINGS: "07f747e21ea50f9049c9808c0483c2f64ed7f8f53f75822877237e884e8f79bb",
    MESSAGES: "83133f972136c70113fa7c522dff76a3531d36c60d453ef6953a7820f4d976a0",
}

# Languages in which a market's law wants the notice. Malaysia's Personal Data Protection Act 2010 has it "in
# the national and English languages" (section 7(3)), Thailand's of 2019 wants it intelligible (section 19).
NOTICE_LANGUAGES = {"MY": ("ms", "en"), "TH": ("th",)}


def notice(market: str, language: str) -> list[str]:
    """Return the languages in which a notice is shown, the customer's own first."""
    others = NOTICE_LANGUAGES.get(market, ("en",))
    return [language, *(each for each in others if each != language)]


def given(session: Session, conversation_id: str, purpose: str) -> Consent | None:
    """Return the consent that holds, or None; its `wording` tells which notice it was given to."""
    return session.scalar(
        select(Consent)
        .where(
            Consent.conversation_id == conversation_id,
            Consent.purpose == purpose,
            Consent.withdrawn_at.is_(None),
        )
        .order_by(Consent.id.desc())
        .limit(1)
    )


def give(
    session: Session, conversation_id: str, purpose: str, wording: str, language: str, now: datetime
) -> int:
    """Note the consent and return its id; given again to the same words, it is the same consent."""
    known = given(session, conversation_id, purpose)
    if known is not None and (known.wording, known.language) == (wording, language):
        return known.id
    consent = Consent(
        conversation_id=conversation_id, purpose=purpose, wording=wording, language=language, given_at=now
    )
    session.add(consent)
    session.flush()
    return consent.id


def withdraw(session: Session, conversation_id: str, purpose: str, now: datetime) -> int:
    """Note that a consent is taken back; return how many held."""
    taken_back = session.scalars(
        update(Consent)
        .where(
            Consent.conversation_id == conversation_id,
            Consent.purpose == purpose,
            Consent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now)
        .returning(Consent.id)
    )
    return len(taken_back.all())


def may_message(session: Session, conversation_id: str) -> bool:
    """Tell whether the assistant may write first: a reminder, an offer, a change.

    It may until the customer says stop, as the notice of bookings says, and again after the customer's start.
    """
    latest = session.scalar(
        select(Consent)
        .where(Consent.conversation_id == conversation_id, Consent.purpose == MESSAGES)
        .order_by(Consent.id.desc())
        .limit(1)
    )
    return latest is None or latest.withdrawn_at is None


def stop_messages(session: Session, conversation_id: str, language: str, now: datetime) -> None:
    """Note that the customer wants no message that was not asked for."""
    withdraw(session, conversation_id, MESSAGES, now)
    if may_message(session, conversation_id):
        # Nothing was ever agreed to that could be taken back: the no itself is noted.
        session.add(
            Consent(
                conversation_id=conversation_id,
                purpose=MESSAGES,
                wording=WORDING[MESSAGES],
                language=language,
                given_at=now,
                withdrawn_at=now,
            )
        )
        session.flush()


def start_messages(session: Session, conversation_id: str, language: str, now: datetime) -> None:
    """Note that the customer wants reminders again."""
    give(session, conversation_id, MESSAGES, WORDING[MESSAGES], language, now)
