"""Tables of privacy: what a customer agreed to, in which words."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.conversations import Serial
from knowledge.database import Base, UtcDateTime


class Consent(Base):
    """A customer's yes to a notice; a later withdrawal is noted, not deleted."""

    __tablename__ = "consents"
    __table_args__ = (Index(None, "conversation_id", "purpose"),)

    id: Mapped[int] = mapped_column(Serial, primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    purpose: Mapped[str] = mapped_column(String(24))  # bookings, messages
    wording: Mapped[str] = mapped_column(String(24))  # version of the notice that was shown
    language: Mapped[str] = mapped_column(String(8))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
