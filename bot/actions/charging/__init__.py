"""Answers about charging: where, whether it is free, how long, how much."""

from bot.actions.charging import check, cost, find, time

__all__ = ["check", "cost", "find", "time"]
