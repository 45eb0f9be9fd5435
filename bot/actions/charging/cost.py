"""What charging costs: at home and in public, for a charge and for 100 km, with sources and dates."""

from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, names, remember, talked_about
from bot.actions.charging.memory import NO_NETWORK
from bot.actions.say import Item, button, day, listed, money, say, table, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue, charging
from knowledge.charging import HomePrice, PriceOnRecord

AGENT = button("button_agent", "talk_to_agent")
FIND = button("button_find_charger", "find_charger")
FULL = 100
MARKETS = ("MY", "TH")


class AskChargingCost(AnswerAction):
    """Answers with prices on record, and what they come to for the customer's car."""

    intent = "ask_charging_cost"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say a network's price where one is named, else home and public together."""
        market = turn.market_of(question)
        subjects = talked_about(turn, question)
        memory = remember(subjects)
        public = charging.public_prices(session, market)
        networks = [each for each in question.values("network") if each not in NO_NETWORK]
        if networks:
            # A network may be the other country's: its price is then in that currency.
            known = [
                *public,
                *(
                    each
                    for other in MARKETS
                    if other != market
                    for each in charging.public_prices(session, other)
                ),
            ]
            priced = [price for price in known if price.network == networks[0]]
            return Answer([_network(networks[0], priced) if priced else _unpriced(networks[0])], memory)
        home = charging.home_prices(session, market)
        if not home:
            return Answer([say("utter_charging_cost_unknown", buttons=[AGENT])], memory)
        return Answer([_whole(session, market, home, public, subjects, _share(question))], memory)


def _share(question: Question) -> tuple[int, int]:
    percents = [int(each) for each in question.values("percent") if 0 <= each <= FULL]
    return (min(percents[:2]), max(percents[:2])) if len(percents) > 1 else (0, FULL)


def _network(network: str, prices: list[PriceOnRecord]) -> Item:
    lines = [
        words("network_price_line", what=_what(price), price=_range(price.low, price.high, price.currency))
        for price in prices
    ]
    return say(
        "utter_network_price",
        network=network,
        lines=listed(lines, style="lines"),
        source=figures.source(*(price.provenance for price in prices)),
        buttons=[button("button_find_network", "find_charger", {"network": network}, network=network)],
    )


def _unpriced(network: str) -> Item:
    return say(
        "utter_network_price_unknown",
        network=network,
        buttons=[button("button_find_network", "find_charger", {"network": network}, network=network), AGENT],
    )


def _what(price: PriceOnRecord) -> Item:
    parts: list[Any] = []
    if price.current:
        parts.append(words(f"current_{price.current}"))
    if price.kw:
        parts.append({"measure": price.kw, "unit": "kW"})
    if price.period != "any":
        parts.append(words(f"period_{price.period}"))
    return listed(parts, "dots") if parts else words("price_any")


def _range(low: Decimal, high: Decimal, currency: str) -> Item:
    if low == high:
        return words("price_per_kwh", amount=money(low, currency))
    return words("price_range_per_kwh", low=money(low, currency), high=money(high, currency))


def _whole(
    session: Session,
    market: str,
    home: list[HomePrice],
    public: list[PriceOnRecord],
    subjects: list[Car],
    share: tuple[int, int],
) -> Item:
    usual = home[0]
    lines = [
        words(
            "home_price_line",
            plan=words(f"home_{_plan(price)}"),
            price=_range(price.low, price.high, price.currency),
        )
        for price in home
        if price.above_kwh == 0
    ]
    wide = next((price for price in public if price.network is None), None)
    shown = [wide] if wide else public
    lines.append(
        words(
            "public_price_line",
            price=_range(min(p.low for p in shown), max(p.high for p in shown), shown[0].currency),
        )
        if shown
        else words("public_price_unknown")
    )
    spread = (min(p.low for p in shown), max(p.high for p in shown)) if shown else None
    rows = _rows(session, subjects, share, usual, spread)
    return say(
        f"utter_charging_cost_{market.lower()}",
        lines=listed(lines, style="lines"),
        date=day(usual.valid_from or usual.provenance.as_of),
        source=figures.source(usual.provenance, *(price.provenance for price in shown[:1])),
        low={"measure": share[0], "unit": "percent"},
        high={"measure": share[1], "unit": "percent"},
        table=table(
            words("caption_charging_cost"),
            (words("column_car"), words("column_home"), words("column_home_100km"), words("column_public")),
            rows,
        ),
        buttons=[FIND, AGENT],
    )


def _plan(price: HomePrice) -> str:
    return price.plan if price.period == "any" else f"{price.plan}_{price.period}"


def _rows(
    session: Session,
    subjects: list[Car],
    share: tuple[int, int],
    home: HomePrice,
    public: tuple[Decimal, Decimal] | None,
) -> list[tuple[Any, ...]]:
    """Return a row a variant: the charge at home, 100 km at home, the charge in public."""
    rows: list[tuple[Any, ...]] = []
    known = names(session)
    for model in catalogue.lineup(session, "MY"):
        for variant in model.variants:
            meant = any(each.model == model.key and each.variant in (None, variant.key) for each in subjects)
            if not (meant or (not subjects and model.state == "on_sale")):
                continue
            facts = {
                value.attribute: value
                for value in catalogue.specs(
                    session, model.key, variant.key, ["battery_usable", "consumption_real"]
                )
            }
            usable, used = facts.get("battery_usable"), facts.get("consumption_real")
            if usable is None or usable.number is None:
                continue
            energy = usable.number * (share[1] - share[0]) / FULL
            wall = energy / charging.AC_EFFICIENCY
            per_100 = used.number / charging.AC_EFFICIENCY if used is not None and used.number else None
            rows.append(
                (
                    known[Car(model.key, variant.key)],
                    _cost(wall, home.low, home.high, home.currency),
                    words("not_on_record")
                    if per_100 is None
                    else _cost(per_100, home.low, home.high, home.currency),
                    words("not_on_record") if public is None else _cost(energy, *public, home.currency),
                )
            )
    return rows


def _cost(kwh: Decimal, low: Decimal, high: Decimal, currency: str) -> Item:
    """Return what so many kWh cost, to the ringgit or baht above ten."""

    def amount(price: Decimal) -> Item:
        cost = kwh * price
        return money(cost.quantize(Decimal("1") if cost >= 10 else Decimal("0.01")), currency)

    return amount(low) if low == high else words("money_range", low=amount(low), high=amount(high))
