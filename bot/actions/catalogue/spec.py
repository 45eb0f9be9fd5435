"""A fact of a car: what is on record, with its source; what is not, said so."""

from typing import Any

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue import figures
from bot.actions.catalogue.subject import Car, expanded, names, remember, specific, talked_about
from bot.actions.say import Item, button, listed, say, table, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue
from knowledge.catalogue import SpecValue

AGENT = button("button_agent", "talk_to_agent")
ROAD_TAX = "road_tax"  # asked like a fact of the car, but no attribute of the catalogue
FEW = 3  # so many facts of one car read better as lines than as a table
MODELS = ("smart_1", "smart_3", "smart_5")


class AskSpec(AnswerAction):
    """Answers about attributes of one car or of several."""

    intent = "ask_spec"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say one figure in a sentence, several in a table."""
        if ROAD_TAX in question.values("attribute"):
            return AnswerAction.by_intent["ask_running_cost"].answer(session, turn, question)
        asked = specific(question.values("attribute")) or self._asked_before(turn, question)
        subjects = talked_about(turn, question)
        memory: dict[str, Any] = {**remember(subjects), "attributes": asked or None}
        if not subjects and not asked:
            return Answer([say("utter_which_model", buttons=_model_buttons(session))], memory)
        known = names(session)
        unknown = [car for car in subjects if car not in known]
        if unknown:
            car = unknown[0]
            item = say(
                "utter_no_such_variant", name=known[Car(car.model)], variant=words(f"variant_{car.variant}")
            )
            return Answer([item], {**remember([Car(car.model)]), "offer": "ask_lineup"})
        variant = question.value("variant")
        subjects = subjects or [
            Car(model, variant if Car(model, variant) in known else None) for model in MODELS[:2]
        ]
        if not asked:
            return Answer([summary(session, known, car) for car in subjects], memory)
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
    elif (
        len(subjects) == 1
        and 1 < len(values) <= FEW
        and len({value.attribute for value in values}) == len(values)
    ):
        items.append(_lines(known, subjects[0], values))
    elif values:
        items.append(_table(known, subjects, values))
    if missing:
        cars = listed([known[car] for car in subjects])
        attributes = listed([words(f"attribute_{key}") for key in missing])
        items.append(say("utter_spec_unknown", attribute=attributes, name=cars, buttons=[AGENT]))
    return items


def _sentence(known: dict[Car, str], asked: Car, value: SpecValue) -> Item:
    car = Car(value.model, value.variant or asked.variant)  # a variant's figure is not the whole model's
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


def _lines(known: dict[Car, str], car: Car, values: list[SpecValue]) -> Item:
    facts = [
        words("spec_line", attribute=words(f"attribute_{value.attribute}"), value=figures.marked(value))
        for value in values
    ]
    return say(
        "utter_spec_lines",
        name=known[car],
        facts=listed(facts, style="lines"),
        legend=figures.legend(value.provenance for value in values),
        note=figures.basis_note(values),
        buttons=[button("button_price_of", "ask_price", _entities(car), name=known[car]), AGENT],
    )


def _entities(car: Car) -> dict[str, str]:
    return {"model": car.model} | ({"variant": car.variant} if car.variant else {})


def _table(known: dict[Car, str], subjects: list[Car], values: list[SpecValue]) -> Item:
    """Return a table of attributes and cars; the variants of a model stand apart where they differ."""
    columns = [column for car in subjects for column in _columns(known, car, values)]
    cells: dict[tuple[str, Car], SpecValue] = {}
    for value in values:
        for car in columns:
            fits = car.model == value.model and value.variant in (None, car.variant)
            if fits and (value.variant or (value.attribute, car) not in cells):
                cells[value.attribute, car] = value
    attributes = list(dict.fromkeys(value.attribute for value in values))
    if len(columns) > len(attributes):  # a phone is narrow: many cars go down, not across
        heads: list[Any] = [words("column_car"), *(words(f"attribute_{key}") for key in attributes)]
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
        note=figures.basis_note(values),
        table=table(caption, heads, rows),
        buttons=[button("button_compare", "compare_models"), AGENT],
    )


def _columns(known: dict[Car, str], car: Car, values: list[SpecValue]) -> list[Car]:
    """Return a model's variants where each has values of its own, else the model and those that differ."""
    if car.variant:
        return [car]
    differing = dict.fromkeys(
        Car(each.model, each.variant) for each in values if each.model == car.model and each.variant
    )
    if not differing:
        return [car]
    every = [other for other in known if other.model == car.model and other.variant]
    common = any(each.model == car.model and each.variant is None for each in values)
    return [car, *differing] if common and len(differing) < len(every) else every


def summary(session: Session, known: dict[Car, str], car: Car) -> Item:
    """Return the main figures of a car in a table."""
    headline = [attribute.key for attribute in catalogue.attributes(session) if attribute.headline]
    values = catalogue.specs(session, car.model, car.variant, headline)
    item = _table(known, [car], values)
    item["buttons"] = [button("button_price_of", "ask_price", _entities(car), name=known[car]), AGENT]
    return item
