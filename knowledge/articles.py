"""Articles: what is on record about topics that customers ask about, in sections per language."""

import re
import string
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import JSON, ForeignKeyConstraint, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.database import Base
from knowledge.figures import Figure, figures
from knowledge.provenance import WEAKEST_FIRST, Status

# A section of this name speaks of the topic as a whole, and so gives way to any section that is more exact.
OVERVIEW = "overview"
# The language that answers where a text is not written in the customer's.
FALLBACK = "en"
# A Latin keyword up to this length must be a whole word ("app", not "happen"); a longer one may have an
# ending ("battery", "update" in "updates").
WHOLE_WORD = 4


class Section(Base):
    """A section of a topic; the first one answers when a question fits none."""

    __tablename__ = "article_sections"

    topic: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]


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


@dataclass(frozen=True, slots=True)
class SectionInfo:
    """A section in one language; `body` holds `{key}` for each of its `figures`."""

    topic: str
    key: str
    language: str
    title: str
    body: str
    figures: dict[str, Figure]
    first: bool

    @property
    def status(self) -> Status:
        """Return how far the section can be relied on: as far as its weakest figure."""
        statuses = [figure.status for figure in self.figures.values()]
        return min(statuses, key=WEAKEST_FIRST.index, default=Status.CONFIRMED)


class UnknownTopicError(LookupError):
    """There is no article on this topic."""


def topics(session: Session) -> list[str]:
    """Return the topics that there are articles on."""
    return list(session.scalars(select(Section.topic).distinct().order_by(Section.topic)))


def find(session: Session, topic: str, language: str, question: str, limit: int = 2) -> list[SectionInfo]:
    """Return the sections of a topic that a question is about, the likeliest first.

    A section is what the question is about as far as its keywords, in any language, stand in the question:
    customers mix languages. A keyword inside a longer one that also stands there does not count. Where
    nothing stands there, the topic's first section answers.
    """
    sections = session.scalars(select(Section).where(Section.topic == topic).order_by(Section.position)).all()
    if not sections:
        raise UnknownTopicError(f"no article on {topic!r}")
    texts: dict[str, dict[str, SectionText]] = defaultdict(dict)
    for text in session.scalars(select(SectionText).where(SectionText.topic == topic)):
        texts[text.section][text.language] = text
    keywords = {
        section.key: {word for text in texts[section.key].values() for word in text.keywords}
        for section in sections
    }
    scores = score(question, keywords)
    if len(scores) > 1:
        scores.pop(OVERVIEW, None)
    order = [section.key for section in sections]
    best = sorted(scores, key=lambda key: (-scores[key], order.index(key)))[:limit]
    return [_info(session, texts[key], language, key == order[0]) for key in best or order[:1]]


def score(question: str, keywords: dict[str, set[str]]) -> dict[str, int]:
    """Return how many letters of the question each section's keywords cover, for those that cover any."""
    text = normal(question)
    spans = sorted(
        (
            (start, start + len(keyword), key)
            for key, words in keywords.items()
            for keyword in {normal(word) for word in words}
            for start in _positions(text, keyword)
        ),
        key=lambda span: (span[0] - span[1], span[0], span[2]),
    )
    taken: list[tuple[int, int]] = []
    scores: dict[str, int] = defaultdict(int)
    for start, end, key in spans:
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            scores[key] += end - start
    return dict(scores)


def normal(text: str) -> str:
    """Return the text as it is compared: one form of every letter, no difference of case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def placeholders(body: str) -> tuple[str, ...]:
    """Return the figure keys that a body names, each once, in the order in which it names them.

    The order shows: in the sources below an answer. It is the same in every process that answers.
    """
    names = (name for _, name, _, _ in string.Formatter().parse(body) if name is not None)
    return tuple(dict.fromkeys(names))


def _positions(text: str, keyword: str) -> Iterator[int]:
    if keyword not in text:  # most are not, and there are more keywords than compiled patterns are kept
        return
    before = r"(?<![a-z0-9])" if re.match(r"[a-z0-9]", keyword) else ""
    whole = len(keyword) <= WHOLE_WORD and re.search(r"[a-z0-9]$", keyword)
    after = r"(?![a-z0-9])" if whole else ""
    for match in re.finditer(before + re.escape(keyword) + after, text):
        yield match.start()


def _info(session: Session, texts: dict[str, SectionText], language: str, first: bool) -> SectionInfo:
    text = texts.get(language) or texts[FALLBACK]
    return SectionInfo(
        topic=text.topic,
        key=text.section,
        language=text.language,
        title=text.title,
        body=text.body,
        figures=figures(session, placeholders(text.body)),
        first=first,
    )
