"""Reminders, offers and changes by staff: said once, when they are due, whoever else looks for them too."""

from channels.notices.service import BELL, Notices

__all__ = ["BELL", "Notices"]
