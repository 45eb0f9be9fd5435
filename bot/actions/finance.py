"""What owning a car costs; so far the Malaysian road tax, the rest is on the way."""

from decimal import Decimal

from sqlalchemy.orm import Session

from bot.actions.answer import Answer
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, names, remember, talked_about
from bot.actions.say import Item, day, money, say, table, words
from bot.actions.soon import WAYS_ON, Soon
from bot.actions.turn import Question, Turn
from knowledge import catalogue, finance
from knowledge.catalogue import SpecValue
from knowledge.finance import RoadTax

ROAD_TAX = "road_tax"


class AskRunningCost(Soon):
    """Answers what a year's road tax is; says of other running costs that they are on the way."""

    intent = "ask_running_cost"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Work the tax out from each car's power and the table in force."""
        again = question.intent == "inform" and ROAD_TAX in (turn.slots.get("attributes") or [])
        asked = again or ROAD_TAX in question.values("attribute")
        if not asked or turn.market_of(question) != "MY":
            return super().answer(session, turn, question)
        subjects = talked_about(turn, question)
        known = names(session)
        found = _taxes(session, [car for car in subjects if car in known] or _sold(session))
        if not found:
            return super().answer(session, turn, question)
        item = _one(known, *found[0]) if len(found) == 1 else _all(known, found)
        return Answer([item], {**remember(subjects), "topic": self.intent, "attributes": [ROAD_TAX]})


def _sold(session: Session) -> list[Car]:
    return [Car(model.key) for model in catalogue.lineup(session, "MY") if model.state == "on_sale"]


def _taxes(session: Session, cars: list[Car]) -> list[tuple[Car, SpecValue, RoadTax]]:
    """Return the tax of each variant whose power is on record."""
    found = []
    for car in cars:
        for value in catalogue.specs(session, car.model, car.variant, ["power"]):
            tax = finance.road_tax(session, value.number or Decimal(0)) if value.number else None
            if tax is not None:
                found.append((Car(value.model, value.variant or car.variant), value, tax))
    return found


def _one(known: dict[Car, str], car: Car, power: SpecValue, tax: RoadTax) -> Item:
    return say(
        "utter_road_tax",
        name=known[car],
        power=figures.spec_value(power),
        amount=money(tax.amount, tax.currency),
        date=day(tax.valid_from),
        source=figures.source(tax.provenance, power.provenance),
        buttons=WAYS_ON[:1],
    )


def _all(known: dict[Car, str], found: list[tuple[Car, SpecValue, RoadTax]]) -> Item:
    rows = [(known[car], figures.marked(power), money(tax.amount, tax.currency)) for car, power, tax in found]
    provenances = [fact.provenance for _, power, tax in found for fact in (power, tax)]
    return say(
        "utter_road_tax_table",
        date=day(found[0][2].valid_from),
        legend=figures.legend(provenances),
        table=table(
            words("caption_road_tax"),
            (words("column_car"), words("attribute_power"), words("column_a_year")),
            rows,
        ),
        buttons=WAYS_ON[:1],
    )
