"""All actions, by import: a feature's module registers its own."""

from rasa_sdk import Action

from bot.actions import (
    articles,
    bookings,
    catalogue,
    charging,
    finance,
    handovers,
    journeys,
    outlets,
    privacy,
    soon,
    talk,
)
from bot.actions.answer import AnswerAction

MODULES = (
    articles,
    bookings,
    catalogue,
    charging,
    finance,
    handovers,
    journeys,
    outlets,
    privacy,
    soon,
    talk,
)


def actions() -> list[Action]:
    """Return one of each action that the domain names."""
    return [*AnswerAction.by_intent.values(), *handovers.ACTIONS, *bookings.ACTIONS]
