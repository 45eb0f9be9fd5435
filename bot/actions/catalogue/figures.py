"""Figures of the catalogue as arguments of messages, with what must be said about where they come from."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.say import Item, day, listed, money, words
from knowledge import catalogue
from knowledge.catalogue import PriceInfo, SpecValue
from knowledge.figures import figure
from knowledge.provenance import Provenance, Status, joined

MARKS = {Status.CONFIRMED: "", Status.REPORTED: "*", Status.UNCONFIRMED: "†"}
SOURCES_SHOWN = 3  # the record has them all; a phone has no room
TITLES_SHOWN = 2  # of those that agree on one fact
UNKNOWN = words("not_on_record")


def spec_value(value: SpecValue | None) -> Any:
    """Return a value with its unit, as an argument."""
    if value is None:
        return UNKNOWN
    if value.text_key is not None:
        return words(f"value_{value.text_key}")
    low, high = value.value_min, value.value_max
    argument: Item = {"measure": _plain(high if low is None else low), "unit": value.unit}
    if value.qualifier == "range" and low != high:
        argument["max"] = _plain(high)
    elif value.qualifier in ("under", "up_to", "about"):
        argument["measure"] = _plain(high)
        argument["qualifier"] = value.qualifier
    return argument


def marked(value: SpecValue | None) -> Any:
    """Return a value for a table, marked where it is not confirmed."""
    if value is None or not MARKS[value.status]:
        return spec_value(value)
    return words("marked", value=spec_value(value), mark=MARKS[value.status])


def price(info: PriceInfo) -> Item:
    """Return an amount of money for a table, marked where it is not confirmed."""
    amount = money(info.amount, info.currency)
    return words("marked", value=amount, mark=MARKS[info.status]) if MARKS[info.status] else amount


def source(*provenances: Provenance) -> Item:
    """Return the line that names a statement's sources, each with its date, and their standing."""
    titles = 1 if len({fact.source for fact in provenances}) > 1 else TITLES_SHOWN
    dated = list(dict.fromkeys((_titles(fact)[:titles], fact.as_of) for fact in provenances))
    standing = joined(list(provenances)).status
    several = standing is Status.REPORTED and len(dated) > 1
    return words(
        "source_partly" if several else f"source_{standing.value}",
        sources=listed(
            words("source_dated", source=", ".join(named), date=day(as_of))
            for named, as_of in dated[:SOURCES_SHOWN]
        ),
    )


def _titles(fact: Provenance) -> tuple[str, ...]:
    return tuple(dict.fromkeys(title.strip() for title in fact.source.split(";")))


def basis_note(values: Iterable[SpecValue | None]) -> Item:
    """Return what must be said where figures of other markets stand for a car sold here."""
    european = any(value is not None and value.basis == "EU" for value in values)
    return words("note_eu" if european else "note_none")


def legend(provenances: Iterable[Provenance]) -> Item:
    """Return the line under a table that explains its marks and says from when its figures are."""
    all_of_them = list(provenances)
    worst = {provenance.status for provenance in all_of_them}
    marks = "both" if {Status.REPORTED, Status.UNCONFIRMED} <= worst else ""
    marks = marks or (
        "unconfirmed" if Status.UNCONFIRMED in worst else "reported" if Status.REPORTED in worst else "none"
    )
    dates = [provenance.as_of for provenance in all_of_them]
    if min(dates) == max(dates):
        return words("legend_day", marks=words(f"legend_{marks}"), date=day(max(dates)))
    return words("legend", marks=words(f"legend_{marks}"), oldest=day(min(dates)), newest=day(max(dates)))


def _plain(number: Decimal | None) -> float | int | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def duty_note(session: Session) -> Item:
    """Return what is said with every Malaysian price on record: import duty is back, and since when."""
    note = catalogue.market_note(session, "MY", "prices")
    if note is None or note.figure is None:
        raise LookupError("knowledge/seed/markets.yml: Malaysia has no note on prices with its figure")
    return words("duty_note", date={"date": figure(session, note.figure).iso})
