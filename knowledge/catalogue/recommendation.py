"""Which car suits a customer, by rules that can be read and explained.

Only variants on sale in the customer's market are considered. Each need weighs a few attributes (`RULES`);
on each, a candidate scores from 0 (the worst of the candidates) to 1 (the best), times the weight. A range
of values counts with its upper end. What is not on record, or unconfirmed, scores nothing. Without any
stated need, range and price count. Between equal scores a reliable price goes first, then the lower one.

A budget leaves out what is dearer and what has no price on record, unless that leaves nothing: then the
cheapest come first, with the caution `over_budget`. The other cautions are `no_price`, `price_unconfirmed`,
and `other_currency` where price and budget cannot be compared. A variant with nothing to say for it is not
recommended.
"""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from knowledge.catalogue.queries import attributes as all_attributes
from knowledge.catalogue.queries import lineup, prices, specs
from knowledge.catalogue.records import Needs, PriceInfo, Reason, Recommendation, SpecValue
from knowledge.provenance import Status

PRICE = "price"
# A reason is worth saying when the car is at least half way from the worst to the best candidate.
WORTH_SAYING = 0.5


@dataclass(frozen=True, slots=True)
class Rule:
    """An attribute that a need looks at, its weight, and the message key of the reason."""

    attribute: str
    weight: float
    reason: str


RULES: dict[str, tuple[Rule, ...]] = {
    "family": (Rule("wheelbase", 1, "roomy"), Rule("boot", 1, "boot"), Rule("safety_rating", 0.5, "safety")),
    "long_distance": (Rule("range_wltp", 2, "range"), Rule("dc_power", 1, "fast_charging")),
    "city": (Rule("length", 1, "compact"), Rule(PRICE, 1, "price")),
    "performance": (Rule("acceleration", 2, "acceleration"), Rule("power", 1, "power")),
    "boot": (Rule("boot", 2, "boot"),),
}
NO_NEED = (Rule("range_wltp", 1, "range"), Rule(PRICE, 1, "price"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A variant on sale, with what is on record about it."""

    model: str
    variant: str
    name: str
    price: PriceInfo | None
    values: dict[str, SpecValue]

    def number(self, attribute: str) -> Decimal | None:
        """Return what a rule counts with, if it can be relied on."""
        fact = self.fact(attribute)
        if fact is None or fact.status is Status.UNCONFIRMED:
            return None
        return fact.amount if isinstance(fact, PriceInfo) else fact.number

    def fact(self, attribute: str) -> SpecValue | PriceInfo | None:
        """Return the value that a reason names."""
        return self.price if attribute == PRICE else self.values.get(attribute)


def recommend(session: Session, needs: Needs, limit: int = 3) -> list[Recommendation]:
    """Return the variants that fit best, best first; none where nothing is known to be on sale."""
    rules = _rules(needs)
    candidates = _candidates(session, needs, [rule.attribute for rule in rules])
    lower = {item.key for item in all_attributes(session) if item.better == "lower"} | {PRICE, "length"}
    scored = []
    for candidate in candidates:
        score, reasons = _score(candidate, candidates, rules, lower)
        cautions = _cautions(candidate, needs)
        scored.append(
            Recommendation(
                model=candidate.model,
                variant=candidate.variant,
                name=candidate.name,
                score=score,
                price=candidate.price,
                reasons=reasons + _within_budget(candidate, needs, cautions),
                cautions=cautions,
            )
        )
    scored.sort(key=lambda item: (-item.score, *_price_order(item)))
    if needs.budget is not None:
        affordable = [item for item in scored if not {"over_budget", "no_price"} & set(item.cautions)]
        if not affordable:
            return sorted(scored, key=_price_order)[:limit]
        scored = affordable
    return [item for item in scored if item.reasons][:limit]


def _price_order(item: Recommendation) -> tuple[bool, Decimal]:
    if item.price is None:
        return True, Decimal("Infinity")
    return item.price.status is Status.UNCONFIRMED, item.price.amount


def _candidates(session: Session, needs: Needs, attributes: list[str]) -> list[Candidate]:
    known = {(price.model, price.variant): price for price in prices(session, needs.market)}
    return [
        Candidate(
            model=model.key,
            variant=variant.key,
            name=variant.name,
            price=known.get((model.key, variant.key)),
            values={value.attribute: value for value in specs(session, model.key, variant.key, attributes)},
        )
        for model in lineup(session, needs.market)
        if model.state == "on_sale"
        for variant in model.variants
    ]


def _rules(needs: Needs) -> list[Rule]:
    stated = [rule for need, rules in RULES.items() if getattr(needs, need) for rule in rules]
    merged: dict[str, Rule] = {}
    for rule in stated or NO_NEED:
        known = merged.get(rule.attribute)
        merged[rule.attribute] = Rule(
            rule.attribute,
            rule.weight + (known.weight if known else 0),
            known.reason if known else rule.reason,
        )
    return list(merged.values())


def _score(
    candidate: Candidate, candidates: list[Candidate], rules: list[Rule], lower: set[str]
) -> tuple[float, tuple[Reason, ...]]:
    score, reasons = 0.0, []
    for rule in sorted(rules, key=lambda rule: -rule.weight):
        number, fact = candidate.number(rule.attribute), candidate.fact(rule.attribute)
        if number is None or fact is None:
            continue
        numbers = [other for each in candidates if (other := each.number(rule.attribute)) is not None]
        worst, best = (
            (max(numbers), min(numbers)) if rule.attribute in lower else (min(numbers), max(numbers))
        )
        share = 1.0 if best == worst else float((number - worst) / (best - worst))
        score += rule.weight * share
        if share >= WORTH_SAYING:
            reasons.append(Reason(rule.reason, rule.attribute, fact, best=number == best != worst))
    return score, tuple(reasons)


def _within_budget(candidate: Candidate, needs: Needs, cautions: tuple[str, ...]) -> tuple[Reason, ...]:
    if needs.budget is None or cautions or candidate.price is None:
        return ()
    return (Reason("within_budget", PRICE, candidate.price, best=False),)


def _cautions(candidate: Candidate, needs: Needs) -> tuple[str, ...]:
    if candidate.price is None:
        return ("no_price",)
    cautions = []
    if candidate.price.status is Status.UNCONFIRMED:
        cautions.append("price_unconfirmed")
    if needs.budget is not None:
        if candidate.price.currency != needs.currency:
            cautions.append("other_currency")
        elif candidate.price.amount > needs.budget:
            cautions.append("over_budget")
    return tuple(cautions)
