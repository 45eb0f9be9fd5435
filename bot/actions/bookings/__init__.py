"""Booking a test drive, a service or a home charger survey; looking a booking up, moving, cancelling it."""

from bot.actions.bookings.ask import QUESTIONS
from bot.actions.bookings.form import ValidateBookingForm
from bot.actions.bookings.help import BookingHelp, StopBooking
from bot.actions.bookings.submit import CheckBooking, SubmitBooking

ACTIONS = [ValidateBookingForm(), *QUESTIONS, BookingHelp(), SubmitBooking()]

__all__ = ["ACTIONS", "CheckBooking", "StopBooking"]
