"""Answers about outlets."""

from bot.actions.outlets import find

__all__ = ["find"]
