"""Help with the choice, by rules over the attributes that say why."""

from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, remember
from bot.actions.say import Item, button, listed, say, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue
from knowledge.catalogue import Needs, Reason, Recommendation
from knowledge.provenance import Provenance

AGENT = button("button_agent", "talk_to_agent")
SHOWN = 2
NEEDS = ("family", "long_distance", "city", "performance", "boot")


class RecommendModel(AnswerAction):
    """Recommends variants on sale for the needs that the customer named."""

    intent = "recommend_model"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Name the best fits with the figures that speak for them; ask for needs where none is known."""
        needs, remembered = _needs(turn, question)
        found = catalogue.recommend(session, needs, limit=SHOWN)
        if not found:
            more = [button("button_models", "ask_lineup"), button("button_compare", "compare_models"), AGENT]
            return Answer([say("utter_recommend_none", buttons=more)], remembered)
        lines = listed((_line(each) for each in found), style="lines")
        best = found[0]
        stated = any(getattr(needs, need) for need in NEEDS) or needs.budget is not None
        ask_more = [button(f"need_{need}", "recommend_model", {"need": need}) for need in NEEDS]
        return Answer(
            [
                say(
                    "utter_recommend" if stated else "utter_recommend_first",
                    cars=lines,
                    legend=figures.legend(_provenances(found)),
                    duty=figures.duty_note(session),
                    buttons=[
                        button("button_about", "ask_spec", _entities(best), name=best.name),
                        *(
                            [button("button_versus_best", "compare_models")]
                            if len(found) > 1 and stated
                            else []
                        ),
                        *([] if stated else ask_more),
                    ],
                )
            ],
            {**remembered, **remember([Car(each.model, each.variant) for each in found])},
        )


def _entities(found: Recommendation) -> dict[str, str]:
    return {"model": found.model, "variant": found.variant}


def _needs(turn: Turn, question: Question) -> tuple[Needs, dict[str, Any]]:
    """Return the needs named now and before, and the slots that keep them."""
    named = set(question.values("need")) | set(turn.slots.get("needs") or [])
    amounts = [amount for amount in question.values("money") if isinstance(amount, dict)]
    kept = turn.slots.get("budget")
    budget = amounts[0] if amounts else kept if isinstance(kept, dict) else None
    needs = Needs(
        market=turn.market_of(question),
        budget=Decimal(str(budget["amount"])) if budget else None,
        currency=budget["currency"] if budget else "MYR",
        **{need: need in named for need in NEEDS},
    )
    return needs, {"needs": sorted(named) or None, "budget": budget}


def _line(found: Recommendation) -> Item:
    reasons = (
        listed([_reason(reason) for reason in found.reasons]) if found.reasons else words("reason_balanced")
    )
    amount = figures.price(found.price) if found.price else words("not_on_record")
    cautions = listed([words(f"caution_{caution}") for caution in found.cautions])
    line = "recommend_line_caution" if found.cautions else "recommend_line"
    return words(line, name=found.name, reasons=reasons, price=amount, cautions=cautions)


def _provenances(found: list[Recommendation]) -> list[Provenance]:
    prices = [each.price.provenance for each in found if each.price]
    return prices + [reason.value.provenance for each in found for reason in each.reasons]


def _reason(reason: Reason) -> Item:
    value = reason.value
    figure = figures.price(value) if isinstance(value, catalogue.PriceInfo) else figures.marked(value)
    return words(f"reason_{reason.key}", value=figure)
