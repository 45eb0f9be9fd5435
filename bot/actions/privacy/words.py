"""What is kept, as lines of a message."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.say import Item, day, listed, words
from knowledge.privacy.kept import Kept

ZONES = {"MY": ZoneInfo("Asia/Kuala_Lumpur"), "TH": ZoneInfo("Asia/Bangkok")}


def lines(kept: Kept, market: str) -> Item:
    """Return what is kept, one kind a line, with counts and dates."""
    found = _counted(kept, market)
    found += [
        words(f"privacy_kept_consent_{purpose}", date=_day(at, market)) for purpose, at in kept.consents
    ]
    if not kept.may_message:
        found.append(words("privacy_kept_stop"))
    return listed(found, "lines")


def going(kept: Kept, market: str) -> Item:
    """Return what would be erased, one kind a line, and what would be cancelled."""
    found = _counted(kept, market)
    if kept.upcoming:
        found.append(words("privacy_going_upcoming", count=kept.upcoming))
    return listed(found, "lines")


def _counted(kept: Kept, market: str) -> list[Item]:
    found = []
    if kept.since is not None:
        found.append(words("privacy_kept_messages", count=kept.messages, since=_day(kept.since, market)))
    for kind, count in (
        ("bookings", kept.bookings),
        ("handovers", kept.handovers),
        ("waiting", kept.waiting),
    ):
        if count:
            found.append(words(f"privacy_kept_{kind}", count=count))
    return found


def _day(moment: datetime, market: str) -> Item:
    """Return the day that it was where the customer is."""
    return day(moment.astimezone(ZONES[market]).date())
