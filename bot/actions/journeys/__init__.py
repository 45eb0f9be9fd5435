"""Answers about journeys."""

from bot.actions.journeys import plan

__all__ = ["plan"]
