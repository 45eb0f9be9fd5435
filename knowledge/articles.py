"""Articles: what is on record about topics that customers ask about, in sections per language."""

from sqlalchemy import JSON, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.database import Base


class Section(Base):
    """A section of a topic; the topic's overview answers when no other section fits."""

    __tablename__ = "article_sections"

    topic: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    overview: Mapped[bool]


class SectionText(Base):
    """A section in one language; `{figure_key}` in its body stands for a figure on record."""

    __tablename__ = "article_texts"
    __table_args__ = (
        ForeignKeyConstraint(
            ["topic", "section"], ["article_sections.topic", "article_sections.key"], ondelete="CASCADE"
        ),
    )

    topic: Mapped[str] = mapped_column(String(32), primary_key=True)
    section: Mapped[str] = mapped_column(String(32), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    keywords: Mapped[list[str]] = mapped_column(JSON)
