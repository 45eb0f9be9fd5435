"""Two cars side by side."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from sqlalchemy.orm import Session

from knowledge.catalogue.queries import attributes as all_attributes
from knowledge.catalogue.queries import lineup, specs
from knowledge.catalogue.records import AttributeInfo, Comparison, ComparisonRow, Side, SpecValue
from knowledge.provenance import Status, joined

Car = tuple[str, str | None]


class UnknownCarError(LookupError):
    """No such model or variant is on record."""


def compare(session: Session, left: Car, right: Car, attributes: Collection[str] | None = None) -> Comparison:
    """Set two cars (model, variant or None) side by side: the headline attributes, or those asked for.

    A model without a variant shows the span of its variants' values; which of two models is better is
    judged variant by variant. An attribute of which neither car has a value is left out.
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
    ours, theirs = (_by_attribute(specs(session, model, variant, keys)) for model, variant in (left, right))
    rows = (
        _row(attribute, ours.get(attribute.key, []), theirs.get(attribute.key, []), left, right)
        for attribute in shown
        if attribute.key in ours or attribute.key in theirs
    )
    return Comparison(names[left], names[right], tuple(rows))


def better(attribute: AttributeInfo, left: SpecValue | None, right: SpecValue | None) -> Side | None:
    """Tell which value is better; None where none is, or where it cannot be told."""
    return _side([_judge(attribute, left, right)])


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
    ends = [end for value in values for end in _ends(value) or ()]
    low, high = min(ends), max(ends)
    return replace(whole, value_min=low, value_max=high, qualifier="exact" if low == high else "range")


def _row(
    attribute: AttributeInfo, ours: list[SpecValue], theirs: list[SpecValue], left: Car, right: Car
) -> ComparisonRow:
    one, other = (span(values) if values else None for values in (ours, theirs))
    if left[1] is None and right[1] is None and left != right:
        pairs = _same_variants(ours, theirs)
    else:
        pairs = [(one, other)]
    return ComparisonRow(
        attribute, one, other, _side([_judge(attribute, mine, yours) for mine, yours in pairs])
    )


def _same_variants(
    ours: list[SpecValue], theirs: list[SpecValue]
) -> list[tuple[SpecValue | None, SpecValue | None]]:
    """Pair the values variant by variant; a model's own value stands for all of its variants.

    A variant of which only one model has a value makes a pair that nothing can be said about.
    """
    left, right = ({value.variant: value for value in values} for values in (ours, theirs))
    variants = (left.keys() | right.keys()) - {None} or {None}
    return [
        (left.get(variant, left.get(None)), right.get(variant, right.get(None)))
        for variant in sorted(variants, key=str)
    ]


def _judge(attribute: AttributeInfo, left: SpecValue | None, right: SpecValue | None) -> int | None:
    """Return 1 where left is better, -1 where right is, 0 where they are alike, None where unknown.

    Of two spans one is better when it is no worse at either end and better at one. An unconfirmed value
    wins and loses nothing.
    """
    if left is None or right is None or attribute.better == "none":
        return None
    if Status.UNCONFIRMED in (left.status, right.status):
        return None
    (low, high), (other_low, other_high) = _ends(left) or (None, None), _ends(right) or (None, None)
    if low is None or high is None or other_low is None or other_high is None:
        return None
    signs = {_sign(low - other_low), _sign(high - other_high)} - {0}
    if len(signs) > 1:
        return None
    sign = signs.pop() if signs else 0
    return -sign if attribute.better == "lower" else sign


def _side(judgements: Iterable[int | None]) -> Side | None:
    """Return the side that no judgement is against and some is for, if all could be made."""
    found = set(judgements)
    if None in found or {1, -1} <= found:
        return None
    return "left" if 1 in found else "right" if -1 in found else None


def _ends(value: SpecValue) -> tuple[Decimal, Decimal] | None:
    if value.value_max is None:
        return None
    return (value.value_min if value.value_min is not None else value.value_max), value.value_max


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)


def _by_attribute(values: list[SpecValue]) -> dict[str, list[SpecValue]]:
    grouped: dict[str, list[SpecValue]] = {}
    for value in values:
        grouped.setdefault(value.attribute, []).append(value)
    return grouped


def _names(session: Session) -> dict[Car, str]:
    names: dict[Car, str] = {}
    for model in lineup(session, ""):
        names[model.key, None] = model.name
        for variant in model.variants:
            names[model.key, variant.key] = variant.name
    return names
