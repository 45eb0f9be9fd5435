"""All actions, by import: a feature's module registers its own."""

from rasa_sdk import Action

from bot.actions import articles, catalogue, finance, handovers, soon, talk
from bot.actions.answer import AnswerAction

MODULES = (articles, catalogue, finance, handovers, soon, talk)


def actions() -> list[Action]:
    """Return one of each action that the domain names."""
    return [*AnswerAction.by_intent.values(), *handovers.ACTIONS]
