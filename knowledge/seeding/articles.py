"""Seed files of the articles: figures, sections, and their texts per language."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from knowledge.articles import Section, SectionText, normal, placeholders
from knowledge.database import Base
from knowledge.figures import FigureRow
from knowledge.seeding.catalogue import Unit
from knowledge.seeding.reader import FactRow, Place, Reader, Row, precision

FIGURES: tuple[type[Base], ...] = (FigureRow,)
TABLES: tuple[type[Base], ...] = (Section, SectionText)
# The digits that a body may have in itself: in the models' names, and in what everyone calls the small
# battery. All others are figures.
NAMES = re.compile(r"#[135]\b|\b12 ?V\b", re.ASCII)


class FigureSeed(FactRow):
    """A figure: a number, a text or a date."""

    key: str
    number: Decimal | None = None
    text: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    unit: Unit | Literal["USD", "MYR", "THB"] | None = None

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        if sum(each is not None for each in (self.number, self.text, self.date)) != 1:
            raise ValueError("a figure has one of `number`, `text` and `date`")
        if self.unit is not None and self.number is None:
            raise ValueError("`unit` goes with `number` only")
        return self


class IndexSeed(Row):
    """The languages, and the sections of each topic."""

    languages: tuple[str, ...] = Field(min_length=1)
    topics: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]


class TextSeed(Row):
    """A section in one language."""

    title: str = Field(min_length=1)
    keywords: tuple[str, ...] = Field(min_length=1)
    body: str = Field(min_length=1)


def figure_rows(reader: Reader) -> list[Base]:
    """Return the figures, and let the reader know their keys."""
    found: list[Base] = []
    seen: dict[Any, Place] = {}
    for place, row in reader.rows("figures.yml", FigureSeed):
        if not reader.unique(place, row.key, seen):
            continue
        found.append(
            FigureRow(
                key=row.key,
                number=row.number,
                text=row.text,
                day=reader.day(place, "date", row.date) if row.date else None,
                unit=precision(row.date) if row.date else row.unit,
                **reader.provenance(place, row),
            )
        )
    reader.figures = set(seen)
    return found


def rows(reader: Reader) -> list[Base]:
    """Return sections and texts, noting what is missing or differs between the languages."""
    index = reader.document("articles.yml", IndexSeed)
    if index is None:
        return []
    place = Place("articles.yml", 1)
    for name, listed in {"languages": index.languages, **index.topics}.items():
        if len(set(listed)) < len(listed):
            reader.problem(place, f"{name} names something twice", "keep each name once")
            return []
    found: list[Base] = []
    for topic, keys in index.topics.items():
        found.extend(Section(topic=topic, key=key, position=position) for position, key in enumerate(keys))
        texts = {language: _texts(reader, language, topic, keys) for language in index.languages}
        _same_places(reader, texts)
        _own_keywords(reader, texts)
        found.extend(
            SectionText(
                topic=topic,
                section=key,
                language=language,
                title=text.title,
                body=" ".join(text.body.split()),
                keywords=list(text.keywords),
            )
            for language, sections in texts.items()
            for key, (_, text) in sections.items()
        )
    return found


Texts = dict[str, tuple[Place, TextSeed]]


def _texts(reader: Reader, language: str, topic: str, keys: tuple[str, ...]) -> Texts:
    name = f"articles/{language}/{topic}.yml"
    if not (reader.folder / name).exists():
        reader.problem(
            Place(name, 1),
            f"no {topic} in language {language!r}",
            "add the file, with the sections of articles.yml",
        )
        return {}
    texts: Texts = {}
    entries = reader.mapping(name)
    if name in reader.unread:
        return texts
    for place, key, raw in entries:
        if not reader.known(place, "section", key, set(keys), "articles.yml"):
            continue
        text = reader.row(place, raw, TextSeed)
        if text is None:
            continue
        _check_body(reader, place, text.body)
        texts[key] = place, text
    for key in keys:
        if key not in texts and not any(problem.place.label == key for problem in reader.problems):
            reader.problem(
                Place(name, 1, key), "the section is missing", "write its title, keywords and body"
            )
    return texts


def _check_body(reader: Reader, place: Place, body: str) -> None:
    try:
        names = placeholders(body)
    except ValueError as error:
        reader.problem(place, f"`body` has a brace out of place ({error})", "write figures as {key}")
        return
    for name in sorted(names):
        reader.known(place, "figure", name, reader.figures, "figures.yml")
    bare = re.sub(r"\{[^}]*\}", "", NAMES.sub("", body))
    if found := re.search(r"\S*\d\S*", bare):
        reader.problem(
            place, f"`body` states {found.group()!r} itself", "add a figure and write {key} in its place"
        )


def _same_places(reader: Reader, texts: dict[str, Texts]) -> None:
    first = next(iter(texts))
    for sections in texts.values():
        for key, (place, text) in sections.items():
            if key not in texts[first]:
                continue
            expected, named = (_places(texts[first][key][1]), _places(text))
            if expected is None or named is None or expected == named:
                continue
            missing, more = sorted(expected - named), sorted(named - expected)
            reader.problem(
                place,
                f"other figures than in {first!r} (missing: {', '.join(missing) or 'none'}; "
                f"not there: {', '.join(more) or 'none'})",
                "use the same {key}s in every language",
            )


def _own_keywords(reader: Reader, texts: dict[str, Texts]) -> None:
    # Questions mix languages, so a keyword points to one section whatever the language.
    owner: dict[str, tuple[str, Place]] = {}
    for sections in texts.values():
        for key, (place, text) in sections.items():
            for keyword in text.keywords:
                other, where = owner.setdefault(normal(keyword), (key, place))
                if other != key:
                    what = f"keyword {keyword!r} is also in {where.file} ({other})"
                    reader.problem(place, what, "keep it in one of them")


def _places(text: TextSeed) -> set[str] | None:
    try:
        return set(placeholders(text.body))
    except ValueError:
        return None
