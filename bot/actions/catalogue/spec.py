"""A fact of a car: what is on record, with its source; what is not, said so."""

from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, expanded, names, remember, talked_about
from bot.actions.say import Item, button, listed, say, table, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue
from knowledge.catalogue import SpecValue

AGENT = button("button_agent", "talk_to_agent")
MODELS = ("smart_1", "smart_3", "smart_5")


class AskSpec(AnswerAction):
    """Answers about attributes of one car or of several."""

    intent = "ask_spec"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say one figure in a sentence, several in a table."""
        asked = question.values("attribute") or self._asked_before(turn, question)
        subjects = talked_about(turn, question)
        memory: dict[str, Any] = {**remember(subjects[0] if subjects else None), "attributes": asked or None}
        if not subjects and not asked:
            return Answer([say("utter_which_model", buttons=_model_buttons(session))], memory)
        known = names(session)
        unknown = [car for car in subjects if car not in known]
        if unknown:
            car = unknown[0]
            item = say("utter_no_such_variant", name=known[Car(car.model)], variant=words(f"variant_{car.variant}"))
            return Answer([item], {"model": car.model, "variant": None})
        variant = question.value("variant")
        subjects = subjects or [
            Car(model, variant if Car(model, variant) in known else None) for model in MODELS[:2]
        ]
        if not asked:
            return Answer([_summary(session, known, car) for car in subjects], memory)
        return Answer(_facts(session, known, subjects, asked), memory)

    def _asked_before(self, turn: Turn, question: Question) -> list[str]:
        """Return the attributes under discussion, for "and the brabus?"; none for a question of its own."""
        if turn.slots.get("topic") == self.intent and question.intent == "inform":
            return list(turn.slots.get("attributes") or [])
        return []


def _model_buttons(session: Session) -> list[Item]:
    return [
        button("button_about", "ask_spec", {"model": model.key}, name=model.name)
        for model in catalogue.lineup(session, "")
    ]


def _facts(session: Session, known: dict[Car, str], subjects: list[Car], asked: list[str]) -> list[Item]:
    keys = expanded(asked)
    values = [value for car in subjects for value in catalogue.specs(session, car.model, car.variant, keys)]
    answered = {value.attribute for value in values}
    missing = [key for key in asked if not answered & set(expanded([key]))]
    items: list[Item] = []
    if len(values) == 1:
        items.append(_sentence(known, subjects[0], values[0]))
    elif values:
        items.append(_table(known, subjects, values))
    if missing:
        cars = listed([known[car] for car in subjects])
        attributes = listed([words(f"attribute_{key}") for key in missing])
        items.append(say("utter_spec_unknown", attribute=attributes, name=cars, buttons=[AGENT]))
    return items


def _sentence(known: dict[Car, str], car: Car, value: SpecValue) -> Item:
    return say(
        "utter_spec_one",
        name=known[car],
        attribute=words(f"attribute_{value.attribute}"),
        value=figures.spec_value(value),
        basis=words(f"spec_basis_{value.basis.lower()}"),
        source=figures.source(value.provenance),
        buttons=[
            button("button_price_of", "ask_price", _entities(car), name=known[car]),
            button("button_about", "ask_spec", {"model": car.model}, name=known[Car(car.model)]),
        ],
    )


def _entities(car: Car) -> dict[str, str]:
    return {"model": car.model} | ({"variant": car.variant} if car.variant else {})


def _table(known: dict[Car, str], subjects: list[Car], values: list[SpecValue]) -> Item:
    """Return one row an attribute and one column a car; the variants of a model stand apart where they differ."""
    columns: list[Car] = []
    for car in subjects:
        variants = [Car(v.model, v.variant) for v in values if v.model == car.model and v.variant]
        columns += [car] if car.variant or not variants else list(dict.fromkeys(variants))
    cells: dict[tuple[str, Car], SpecValue] = {}
    for value in values:
        for car in columns:
            if car.model == value.model and value.variant in (None, car.variant):
                if value.variant or (value.attribute, car) not in cells:
                    cells[value.attribute, car] = value
    attributes = list(dict.fromkeys(value.attribute for value in values))
    if len(columns) > len(attributes):  # a phone is narrow: many cars go down, not across
        heads = [words("column_car"), *(words(f"attribute_{key}") for key in attributes)]
        rows = [
            [known[car], *(figures.marked(cells.get((key, car))) for key in attributes)] for car in columns
        ]
    else:
        heads = [words("column_fact"), *(known[car] for car in columns)]
        rows = [
            [words(f"attribute_{key}"), *(figures.marked(cells.get((key, car))) for car in columns)]
            for key in attributes
        ]
    caption = listed(list(dict.fromkeys(known[car] for car in subjects)))
    return say(
        "utter_spec_table",
        name=caption,
        legend=figures.legend(value.provenance for value in values),
        table=table(caption, heads, rows),
        buttons=[button("button_compare", "compare_models"), AGENT],
    )


def _summary(session: Session, known: dict[Car, str], car: Car) -> Item:
    headline = [attribute.key for attribute in catalogue.attributes(session) if attribute.headline]
    values = catalogue.specs(session, car.model, car.variant, headline)
    item = _table(known, [car], values)
    item["buttons"] = [button("button_price_of", "ask_price", _entities(car), name=known[car]), AGENT]
    return item
