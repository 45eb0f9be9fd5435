"""Two cars side by side."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy.orm import Session

from knowledge.catalogue.queries import attributes as all_attributes
from knowledge.catalogue.queries import lineup, specs
from knowledge.catalogue.records import AttributeInfo, Comparison, ComparisonRow, Side, SpecValue
from knowledge.provenance import joined

Car = tuple[str, str | None]


class UnknownCarError(LookupError):
    """No such model or variant is on record."""


def compare(session: Session, left: Car, right: Car, attributes: Collection[str] | None = None) -> Comparison:
    """Set two cars (model, variant or None) side by side: the headline attributes, or those asked for.

    A model without a variant shows the span of its variants' values. An attribute of which neither car
    has a value is left out.
    """
    names = _names(session)
    for car in (left, right):
        if car not in names:
            raise UnknownCarError(f"not on record: {car[0]} {car[1] or ''}".rstrip())
    shown = [
        attribute
        for attribute in all_attributes(session)
        if (attribute.headline if attributes is None else attribute.key in attributes)
    ]
    keys = [attribute.key for attribute in shown]
    values = [_by_attribute(specs(session, model, variant, keys)) for model, variant in (left, right)]
    rows = (
        ComparisonRow(attribute, one, other, better(attribute, one, other))
        for attribute in shown
        for one, other in [(values[0].get(attribute.key), values[1].get(attribute.key))]
        if one or other
    )
    return Comparison(names[left], names[right], tuple(rows))


def better(attribute: AttributeInfo, left: SpecValue | None, right: SpecValue | None) -> Side | None:
    """Tell which value is better: no worse at either end of its span and better at one.

    An unconfirmed value wins and loses nothing.
    """
    if left is None or right is None or attribute.better == "none":
        return None
    if "unconfirmed" in (left.status, right.status) or left.number is None or right.number is None:
        return None
    ends = [
        (left.value_min if left.value_min is not None else left.number)
        - (right.value_min if right.value_min is not None else right.number),
        left.number - right.number,
    ]
    if attribute.better == "lower":
        ends = [-end for end in ends]
    if all(end >= 0 for end in ends) and any(ends):
        return "left"
    if all(end <= 0 for end in ends) and any(ends):
        return "right"
    return None


def span(values: list[SpecValue]) -> SpecValue:
    """Return one value that covers those of a model's variants."""
    first = values[0]
    if len(values) == 1:
        return first
    provenance = joined([value.provenance for value in values])
    basis = first.basis if len({value.basis for value in values}) == 1 else "mixed"
    whole = replace(first, variant=None, provenance=provenance, basis=basis, note=None)
    if first.text_key is not None:
        keys = sorted({value.text_key for value in values if value.text_key})
        return replace(whole, text_key="_or_".join(keys))
    if len({(value.value_min, value.value_max, value.qualifier) for value in values}) == 1:
        return whole
    highs = [value.value_max for value in values if value.value_max is not None]
    lows = [
        value.value_min if value.value_min is not None else value.value_max
        for value in values
        if value.value_max is not None
    ]
    low, high = min(low for low in lows if low is not None), max(highs)
    return replace(whole, value_min=low, value_max=high, qualifier="exact" if low == high else "range")


def _by_attribute(values: list[SpecValue]) -> dict[str, SpecValue]:
    grouped: dict[str, list[SpecValue]] = {}
    for value in values:
        grouped.setdefault(value.attribute, []).append(value)
    return {key: span(group) for key, group in grouped.items()}


def _names(session: Session) -> dict[Car, str]:
    names: dict[Car, str] = {}
    for model in lineup(session, ""):
        names[model.key, None] = model.name
        for variant in model.variants:
            names[model.key, variant.key] = variant.name
    return names
