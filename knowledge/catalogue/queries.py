"""Reading the catalogue."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import cast

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from knowledge.catalogue import tables
from knowledge.catalogue.records import (
    AttributeInfo,
    MarketNoteInfo,
    ModelInfo,
    PriceInfo,
    Qualifier,
    SpecValue,
    State,
    VariantInfo,
)


def lineup(session: Session, market: str) -> list[ModelInfo]:
    """Return every model with its variants and how it stands in the market."""
    launches = {
        row.model: row for row in session.scalars(select(tables.Launch).where(tables.Launch.market == market))
    }
    variants = defaultdict(list)
    for row in session.scalars(select(tables.Variant).order_by(tables.Variant.position)):
        variants[row.model].append(VariantInfo(row.key, row.name))
    models = session.scalars(select(tables.Model).order_by(tables.Model.position))
    return [_model(model, tuple(variants[model.key]), launches.get(model.key)) for model in models]


def prices(
    session: Session,
    market: str,
    model: str | None = None,
    variant: str | None = None,
    on: date | None = None,
) -> list[PriceInfo]:
    """Return the latest price of each variant that was valid on a day (today by default)."""
    day = on or datetime.now(UTC).date()
    query = (
        select(tables.Price, tables.Variant)
        .join(
            tables.Variant,
            (tables.Variant.model == tables.Price.model) & (tables.Variant.key == tables.Price.variant),
        )
        .join(tables.Model, tables.Model.key == tables.Price.model)
        .where(tables.Price.market == market)
        .where(or_(tables.Price.valid_from.is_(None), tables.Price.valid_from <= day))
        .order_by(tables.Model.position, tables.Variant.position)
    )
    if model is not None:
        query = query.where(tables.Price.model == model)
    if variant is not None:
        query = query.where(tables.Price.variant == variant)
    latest: dict[tuple[str, str], PriceInfo] = {}
    for price, row in session.execute(query):
        known = latest.get((price.model, price.variant))
        if known is None or (price.valid_from or date.min) > (known.valid_from or date.min):
            latest[price.model, price.variant] = _price(price, row.name)
    return list(latest.values())


def specs(
    session: Session, model: str, variant: str | None = None, attributes: Collection[str] | None = None
) -> list[SpecValue]:
    """Return what is on record for a model, in the catalogue's order of attributes.

    With a variant: its own values, and the model's where it has none. Without: the model's values and
    those of each variant. What is not on record is not in the list.
    """
    query = (
        select(tables.AttributeValue, tables.Attribute.unit)
        .join(tables.Attribute, tables.Attribute.key == tables.AttributeValue.attribute)
        .outerjoin(
            tables.Variant,
            (tables.Variant.model == tables.AttributeValue.model)
            & (tables.Variant.key == tables.AttributeValue.variant),
        )
        .where(tables.AttributeValue.model == model)
        .order_by(
            tables.Attribute.position, tables.AttributeValue.variant.is_not(None), tables.Variant.position
        )
    )
    if attributes is not None:
        query = query.where(tables.AttributeValue.attribute.in_(attributes))
    if variant is None:
        return [_spec(row, unit) for row, unit in session.execute(query)]
    query = query.where(
        or_(tables.AttributeValue.variant.is_(None), tables.AttributeValue.variant == variant)
    )
    # The model's value comes first, so that the variant's own replaces it.
    return list({row.attribute: _spec(row, unit) for row, unit in session.execute(query)}.values())


def attributes(session: Session) -> list[AttributeInfo]:
    """Return every attribute, in the catalogue's order."""
    rows = session.scalars(select(tables.Attribute).order_by(tables.Attribute.position))
    return [_attribute(row) for row in rows]


def market_note(session: Session, market: str, subject: str) -> MarketNoteInfo | None:
    """Return what has to be said about a subject in a market, if anything."""
    row = session.get(tables.MarketNote, (market, subject))
    return None if row is None else MarketNoteInfo(row.subject, row.note, row.figure, row.provenance)


def _model(model: tables.Model, variants: tuple[VariantInfo, ...], launch: tables.Launch | None) -> ModelInfo:
    if launch is None:
        return ModelInfo(model.key, model.name, model.body, variants, "unknown", None, None, None, None)
    return ModelInfo(
        key=model.key,
        name=model.name,
        body=model.body,
        variants=variants,
        state=cast(State, launch.state),
        launched=launch.launched,
        precision=launch.precision,  # type: ignore[arg-type]  # held by a check in the database
        note=launch.note,
        provenance=launch.provenance,
    )


def _price(row: tables.Price, name: str) -> PriceInfo:
    return PriceInfo(
        market=row.market,
        model=row.model,
        variant=row.variant,
        name=name,
        amount=row.amount,
        currency=row.currency,
        basis=row.basis,
        valid_from=row.valid_from,
        note=row.note,
        provenance=row.provenance,
    )


def _spec(row: tables.AttributeValue, unit: str | None) -> SpecValue:
    return SpecValue(
        model=row.model,
        variant=row.variant,
        attribute=row.attribute,
        unit=unit,
        value_min=row.value_min,
        value_max=row.value_max,
        qualifier=cast(Qualifier, row.qualifier),
        text_key=row.text_key,
        basis=row.basis,
        note=row.note,
        provenance=row.provenance,
    )


def _attribute(row: tables.Attribute) -> AttributeInfo:
    return AttributeInfo(
        key=row.key,
        unit=row.unit,
        family=row.family,
        better=row.better,  # type: ignore[arg-type]  # held by a check in the database
        headline=row.headline,
    )
