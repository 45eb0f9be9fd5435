"""Two cars side by side, from what is on record of each."""

from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, cars, expanded, names, remember
from bot.actions.say import Item, button, listed, say, table, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue
from knowledge.catalogue import Comparison, SpecValue

AGENT = button("button_agent", "talk_to_agent")
COMMON_VARIANT = "premium"  # the variant that both models have in every market on record
BESTS = 3  # differences that are named in words, besides the table


class CompareModels(AnswerAction):
    """Compares two models or variants; another maker's car is not on record."""

    intent = "compare_models"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Show a table that a phone can hold, and say in words where each is ahead."""
        known = names(session)
        brands = question.values("brand")
        pair = _pair(turn, question)
        memory = remember(pair)
        if brands:
            named = cars(turn, question) or pair
            own = [
                button("button_about", "ask_spec", {"model": model}, name=known[Car(model)])
                for model in dict.fromkeys(car.model for car in named)
            ]
            item = say("utter_compare_brand", brand=listed(brands), buttons=[*own, AGENT])
            return Answer([item], remember(named))
        if len(pair) < 2:
            return Answer([say("utter_compare_which", buttons=_suggestions(pair, known))], memory)
        absent = [car for car in pair if car not in known]
        if absent:
            car = absent[0]
            item = say(
                "utter_no_such_variant", name=known[Car(car.model)], variant=words(f"variant_{car.variant}")
            )
            return Answer([item], {**remember([Car(car.model)]), "offer": "ask_lineup"})
        asked = expanded(question.values("attribute")) or None
        result = catalogue.compare(
            session, (pair[0].model, pair[0].variant), (pair[1].model, pair[1].variant), asked
        )
        if not result.rows:
            return Answer(
                [say("utter_compare_unknown", left=result.left, right=result.right, buttons=[AGENT])], memory
            )
        return Answer([_table(result, pair)], memory)


def _pair(turn: Turn, question: Question) -> list[Car]:
    """Return the cars to compare: those named, filled up with the one that the talk was about."""
    named = cars(turn, question)
    variants = question.values("variant")
    if not named and len(variants) > 1:  # "premium vs brabus" of no model in particular
        named = [Car("smart_1", variant) for variant in variants]
    before = [Car(model, variant) for model, variant in turn.slots.get("cars") or []]
    if not named and len(before) > 1:  # "compare the two"
        named = before
    elif len(named) == 1 and before and before[0] != named[0]:
        named.insert(0, before[0])
    if len(named) > 1 and named[0].model != named[1].model:
        # "the #1 premium with the #3": the same variant of both, else the one that both have
        shared = named[0].variant or named[1].variant or COMMON_VARIANT
        if "smart_5" not in (named[0].model, named[1].model):
            named = [Car(car.model, car.variant or shared) for car in named[:2]]
    return named[:2]


def _suggestions(pair: list[Car], known: dict[Car, str]) -> list[Item]:
    model = pair[0].model if pair and pair[0].model != "smart_5" else "smart_1"
    other = "smart_3" if model == "smart_1" else "smart_1"
    couples = [
        (Car(model, "premium"), Car(model, "brabus")),
        (Car(model, "premium"), Car(other, "premium")),
        (Car(model, "pro"), Car(model, "premium")),
    ]
    return [
        button("button_versus", "compare_models", _both(left, right), left=known[left], right=known[right])
        for left, right in couples
        if left in known and right in known
    ]


def _both(left: Car, right: Car) -> dict[str, list[str]]:
    """Return a couple as entities, what they share once: `cars` reads it as it reads a sentence."""
    models = dict.fromkeys((left.model, right.model))
    variants = dict.fromkeys(car.variant for car in (left, right) if car.variant)
    return {"model": list(models), "variant": list(variants)}


def _cell(value: SpecValue | None, car: Car) -> Any:
    """Return a value; where a whole model is compared and only one variant's is on record, it says so."""
    shown = figures.marked(value)
    if value is None or value.variant is None or car.variant is not None:
        return shown
    return words("only_variant", value=shown, variant=words(f"variant_{value.variant}"))


def _table(result: Comparison, pair: list[Car]) -> Item:
    rows = [
        (words(f"attribute_{row.attribute.key}"), _cell(row.left, pair[0]), _cell(row.right, pair[1]))
        for row in result.rows
    ]
    provenances = [value.provenance for row in result.rows for value in (row.left, row.right) if value]
    ahead = {
        side: listed(
            [words(f"attribute_{row.attribute.key}") for row in result.rows if row.better == side][:BESTS]
        )
        for side in ("left", "right")
    }
    has = {side: any(row.better == side for row in result.rows) for side in ("left", "right")}
    verdict = "both" if all(has.values()) else "left" if has["left"] else "right" if has["right"] else "none"
    return say(
        "utter_compare",
        left=result.left,
        right=result.right,
        verdict=words(
            f"verdict_{verdict}",
            left=result.left,
            right=result.right,
            left_best=ahead["left"],
            right_best=ahead["right"],
        ),
        legend=figures.legend(provenances),
        note=figures.basis_note(value for row in result.rows for value in (row.left, row.right)),
        table=table(
            words("caption_compare", left=result.left, right=result.right),
            (words("column_fact"), result.left, result.right),
            rows,
        ),
        buttons=[button("button_prices", "ask_price"), AGENT],
    )
