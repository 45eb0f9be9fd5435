"""Privacy: what is kept, a copy of it, erasing it, and no messages that were not asked for."""

from bot.actions.privacy import ask

__all__ = ["ask"]
