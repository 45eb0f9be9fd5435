"""Bookings: test drives, service appointments, home charger surveys."""

from knowledge.bookings import tables

__all__ = ["tables"]
