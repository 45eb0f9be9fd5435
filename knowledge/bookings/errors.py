"""What can be wrong with a change to a booking; the message is for the log, the fields are for the answer."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from knowledge.bookings.slots import Verdict


class BookingError(Exception):
    """Something that cannot be done with a booking."""


class UnknownBookingError(BookingError):
    """There is no such booking, or place in a waiting list."""


class IllegalChangeError(BookingError):
    """An event that a booking's state, the actor or the moment does not allow."""

    def __init__(
        self,
        event: str,
        state: str,
        actor: str,
        why: Literal["state", "actor", "too_early", "too_late"],
    ) -> None:
        super().__init__(f"{event} by {actor} is not allowed of a booking that is {state}: {why}")
        self.event, self.state, self.actor, self.why = event, state, actor, why


class UnavailableError(BookingError):
    """A time that is not to be had; `verdict` says why and what is free instead."""

    def __init__(self, verdict: "Verdict") -> None:
        super().__init__(f"not to be had: {verdict.why}")
        self.verdict = verdict


class FullError(UnavailableError):
    """A time that somebody else has."""


class OfferGoneError(BookingError):
    """An offer of the waiting list that is over, or never was."""


class RateLimitedError(BookingError):
    """Too many codes asked for, or tried; `until` is when to try again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"too many, try again at {until.isoformat()}")
        self.until = until
