"""What charging costs: at a site by its tariff, elsewhere by what is on record of networks and homes."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.charging import tables
from knowledge.charging.records import HomePrice, PriceOnRecord, SitePrice

UNITS: dict[str, Literal["kwh", "hour", "session"]] = {
    "ENERGY": "kwh",
    "TIME": "hour",
    "FLAT": "session",
}  # OCPI's TariffDimensionType


def site_prices(
    session: Session, rows: Iterable[tables.Location], plugs: Mapping[int, Sequence[Any]]
) -> dict[int, tuple[SitePrice, ...]]:
    """Return the prices of sites whose tariffs are on record, by the id of the site."""
    named = {
        (row.party, tariff) for row in rows for plug in plugs[row.id] for tariff in plug.tariff_ids or ()
    }
    if not named:
        return {}
    known = {
        (tariff.party, tariff.tariff_id): tariff
        for tariff in session.scalars(
            select(tables.Tariff).where(
                tables.Tariff.party.in_({party for party, _ in named}),
                tables.Tariff.tariff_id.in_({tariff for _, tariff in named}),
            )
        )
    }
    found = {}
    for row in rows:
        prices = [
            price
            for plug in plugs[row.id]
            for each in plug.tariff_ids or ()
            if (row.party, each) in known
            for price in tariff_prices(known[row.party, each])
        ]
        if prices:
            found[row.id] = tuple(dict.fromkeys(prices))
    return found


def tariff_prices(tariff: tables.Tariff) -> list[SitePrice]:
    """Return the prices of a tariff by dimension; none where they depend on restrictions.

    OCPI 2.2.1: the first element that matches gives the price of a dimension, prices are without tax, and
    a VAT in percent may be named beside them.
    """
    prices: dict[str, SitePrice] = {}
    for element in tariff.elements:
        if element.get("restrictions"):
            return []
        for component in element["price_components"]:
            unit = UNITS.get(component["type"])
            if unit is None or unit in prices:
                continue
            amount = Decimal(str(component["price"]))
            if component.get("vat") is not None:
                amount *= 1 + Decimal(str(component["vat"])) / 100
            prices[unit] = SitePrice(amount.quantize(Decimal("0.01")), tariff.currency, unit)
    return list(prices.values())


def public_prices(session: Session, country: str) -> list[PriceOnRecord]:
    """Return what is on record of public charging in a country: its range first, then each network's."""
    rows = session.scalars(
        select(tables.NetworkPrice)
        .where(tables.NetworkPrice.country == country)
        .order_by(tables.NetworkPrice.id)
    ).all()
    return [
        PriceOnRecord(
            row.network, row.current, row.kw, row.period, row.low, row.high, row.currency, row.provenance
        )
        for row in sorted(rows, key=lambda row: (row.network is not None, row.id))
    ]


def home_prices(session: Session, country: str) -> list[HomePrice]:
    """Return what a kWh costs at home in a country, the usual plan first."""
    rows = session.scalars(
        select(tables.HomeTariff).where(tables.HomeTariff.country == country).order_by(tables.HomeTariff.id)
    )
    return [
        HomePrice(
            row.plan,
            row.period,
            row.low,
            row.high,
            row.currency,
            row.above_kwh,
            row.valid_from,
            row.provenance,
        )
        for row in rows
    ]
