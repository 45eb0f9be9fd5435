"""Which models and variants are sold."""

from sqlalchemy.orm import Session

from bot.actions.answer import Answer, AnswerAction
from bot.actions.catalogue.spec import summary
from bot.actions.catalogue.subject import Car, cars, names, remember
from bot.actions.say import button, day, listed, say, words
from bot.actions.turn import Question, Turn
from knowledge import catalogue
from knowledge.catalogue import ModelInfo


class AskLineup(AnswerAction):
    """Lists the models with their variants, as they stand in the customer's market."""

    intent = "ask_lineup"

    def answer(self, session: Session, turn: Turn, question: Question) -> Answer:
        """Say what is on sale, what is not, and what is not on record."""
        market = turn.market_of(question)
        models = catalogue.lineup(session, market)
        subjects = cars(turn, question)
        if subjects and question.value("attribute"):  # "which colours has the #1": sounds like the line-up
            return AnswerAction.by_intent["ask_spec"].answer(session, turn, question)
        if subjects:
            return _about(session, models, subjects, market)
        lines = listed((_line(model) for model in models), style="lines")
        choices = [
            button("button_about", "ask_spec", {"model": model.key}, name=model.name) for model in models
        ]
        prices = button("button_prices", "ask_price")
        return Answer([say(f"utter_lineup_{market.lower()}", models=lines, buttons=[*choices, prices])])


def _about(session: Session, models: list[ModelInfo], subjects: list[Car], market: str) -> Answer:
    """Answer "tell me about the #3": how it stands in the market, and its main figures."""
    asked = [model for model in models if model.key in {car.model for car in subjects}]
    known = names(session)
    items = [
        say(
            f"utter_lineup_one_{market.lower()}",
            models=listed((_line(model) for model in asked), style="lines"),
        )
    ]
    items += [summary(session, known, car) for car in subjects if car in known]
    return Answer(items, remember(subjects))


def _line(model: ModelInfo) -> dict[str, object]:
    variants = listed(variant.name.removeprefix(model.name).strip() for variant in model.variants)
    if model.state == "on_sale" and model.launched:
        when = words(
            f"launched_{model.precision}",
            date={"date": model.launched.isoformat()[:7]}
            if model.precision == "month"
            else day(model.launched),
        )
        return words("lineup_on_sale", name=model.name, variants=variants, when=when)
    return words(f"lineup_{model.state}", name=model.name)
