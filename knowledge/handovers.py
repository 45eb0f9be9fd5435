"""Handovers: customers who asked for a person, now or by phone, with all that the person needs to know."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge import conversations, references
from knowledge.conversations import Serial
from knowledge.database import Base, UtcDateTime
from knowledge.vault import Sealed, SealedJSON

PREFIXES = {"agent": "AG", "callback": "CB"}
TRANSCRIPT_LIMIT = 50  # messages; the whole talk stays in `messages`


class Handover(Base):
    """One request for a person."""

    __tablename__ = "handovers"
    __table_args__ = (
        UniqueConstraint("reference"),
        UniqueConstraint("request_key"),
        CheckConstraint("kind IN ('agent', 'callback')", name="kind"),
        CheckConstraint("status IN ('waiting', 'taken', 'closed')", name="status"),
        Index(None, "status", "id"),
        Index(None, "conversation_id"),
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    reference: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    request_key: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Sealed)  # in the customer's own words
    topic: Mapped[str | None] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    market: Mapped[str] = mapped_column(String(2))
    transcript: Mapped[Any] = mapped_column(SealedJSON)
    phone: Mapped[str | None] = mapped_column(Sealed)
    name: Mapped[str | None] = mapped_column(Sealed)
    preferred_time: Mapped[str | None] = mapped_column(Sealed)
    status: Mapped[str] = mapped_column(String(16), default="waiting")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


def request(
    session: Session,
    *,
    kind: str,
    conversation_id: str,
    request_key: str,
    reason: str,
    topic: str | None,
    language: str,
    market: str,
    phone: str | None = None,
    name: str | None = None,
    preferred_time: str | None = None,
) -> Handover:
    """Ask for a person; the same `request_key` gives the same handover, never a second one.

    A customer who already waits for an agent or a call keeps that place; what was said since is added to
    it, and another number, name or time takes the place of the earlier one.
    """
    known = session.scalar(select(Handover).where(Handover.request_key == request_key))
    if known is not None:
        return known
    transcript = [
        {"author": each.author, "text": each.text, "at": each.created_at.isoformat()}
        for each in conversations.before(session, conversation_id, limit=TRANSCRIPT_LIMIT)
    ]
    waiting_already = session.scalar(
        select(Handover)
        .where(
            Handover.conversation_id == conversation_id,
            Handover.kind == kind,
            Handover.status == "waiting",
        )
        .with_for_update()
    )
    if waiting_already is not None:
        waiting_already.transcript = transcript
        waiting_already.phone = phone or waiting_already.phone
        waiting_already.name = name or waiting_already.name
        waiting_already.preferred_time = preferred_time or waiting_already.preferred_time
        session.flush()
        return waiting_already
    handover = Handover(
        reference=references.new(PREFIXES[kind]),
        kind=kind,
        conversation_id=conversation_id,
        request_key=request_key,
        reason=reason,
        topic=topic,
        language=language,
        market=market,
        transcript=transcript,
        phone=phone,
        name=name,
        preferred_time=preferred_time,
        status="waiting",
        created_at=datetime.now(UTC),
    )
    session.add(handover)
    session.flush()
    return handover


def waiting(session: Session) -> list[Handover]:
    """Return the requests that nobody has taken yet, oldest first."""
    return list(session.scalars(select(Handover).where(Handover.status == "waiting").order_by(Handover.id)))
