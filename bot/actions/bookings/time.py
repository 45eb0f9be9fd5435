"""When it is to be: a time that is really free, or what is free instead and why."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.actions.bookings import offers
from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.phrases import why_not
from bot.actions.bookings.when import When, when, within
from bot.actions.lexicon import word_for
from bot.actions.say import say
from knowledge.bookings import finding, slots

MOST_SPAN = timedelta(days=31)


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Take the time that the message names; it is kept for later where the outlet is not known yet."""
    if "time" not in draft.needs:
        return None
    if heard.asked in ("address", "plate", "reference", "code") and not heard.pressed:
        return None  # 99/12 is a house
    values = heard.question.values("date_time")
    ordinal = heard.question.value("ordinal")
    shown = draft.notes.get("offers") or []
    if ordinal and heard.asked == "time" and 0 < int(ordinal) <= len(shown):
        values = [shown[int(ordinal) - 1]]  # "the second one"
    if not values and heard.asked == "time" and shown and word_for("time", heard.text):
        values = [shown[0]]  # "the earliest", "any time"
    if not values:
        return _waits(heard, draft)
    if not draft.can_be_timed:
        return Taken(draft.noting(said=values, said_at=heard.now.isoformat()))
    return settle(heard, draft, values, heard.now)


def settle(heard: Heard, draft: Draft, values: Sequence[object], said_at: datetime) -> Taken:
    """Return the draft with the time that was said, or with what is free near it."""
    draft = draft.noting(said=None, said_at=None, wait=None)
    zone = offers.zone(heard.session, draft)
    kept = draft.notes.get("day")
    meant = when(values, date.fromisoformat(kept) if kept else None, said_at, zone)
    assert meant is not None
    if meant.fault:
        return Taken(draft.knowing(time=None), [say(f"utter_time_{meant.fault}")])
    if meant.moments:
        return _moments(heard, draft, meant)
    return _days(heard, draft, meant)


def recheck(heard: Heard, draft: Draft) -> Taken | None:
    """Look again at a time that was free before something else changed; None where it still is."""
    if draft.time is None or not draft.can_be_timed or draft.notes.get("wait"):
        return None
    verdict = slots.check(
        heard.session, draft.wanted, draft.time, heard.now, booking_id=draft.values.get("which")
    )
    return None if verdict.ok else _refused(heard, draft, draft.time, verdict)


def _moments(heard: Heard, draft: Draft, meant: When) -> Taken:
    """Take the one moment that is meant; of "9 o'clock" the one at which the outlet is open."""
    verdicts = {
        moment: slots.check(
            heard.session, draft.wanted, moment, heard.now, booking_id=draft.values.get("which")
        )
        for moment in meant.moments
    }
    possible = [moment for moment, verdict in verdicts.items() if verdict.ok]
    if len(possible) == 1:
        moment = possible[0]
        return Taken(
            draft.knowing(time=moment.isoformat()).noting(day=moment.date().isoformat(), offers=None)
        )
    if possible:  # "tomorrow at 9" said late on Friday night: both are open; the customer says which
        return Taken(draft.knowing(time=None).noting(offers=[each.isoformat() for each in possible]))
    # Of readings that are all impossible, the one that is nearest to being possible explains itself best.
    moment = min(meant.moments, key=lambda each: verdicts[each].why in ("past", "outside_hours"))
    return _refused(heard, draft, moment, verdicts[moment])


def _refused(heard: Heard, draft: Draft, moment: datetime, verdict: slots.Verdict) -> Taken:
    zone = offers.zone(heard.session, draft)
    day = moment.astimezone(zone).date()
    near = [each.starts_at.astimezone(zone).isoformat() for each in verdict.alternatives]
    draft = draft.knowing(time=None).noting(
        offers=near or None, day=day.isoformat(), full=_full(draft, verdict, day), full_at=verdict.outlet_key
    )
    return Taken(draft, [why_not(heard.session, draft, verdict, moment.astimezone(zone))])


def _full(draft: Draft, verdict: slots.Verdict, day: date) -> str | None:
    """Return the day for which the customer may join the waiting list; who moves a booking has a time."""
    return day.isoformat() if verdict.why in ("full", "full_day") and draft.task != "change" else None


def _days(heard: Heard, draft: Draft, meant: When) -> Taken:
    """Offer what is free on the days, and at the hours, that were named."""
    zone = offers.zone(heard.session, draft)
    today = heard.now.astimezone(zone).date()
    spans = meant.spans or ((today, today + MOST_SPAN),)
    one_of = len(spans) > 1 and all(first == last for first, last in spans)
    first, last = spans[0][0], min(spans[-1][1], spans[0][0] + MOST_SPAN)
    found = [
        each
        for each in slots.free(
            heard.session, draft.wanted, first, last, heard.now, booking_id=draft.values.get("which")
        )
        if within(each.starts_at.astimezone(zone), meant.hours)
        and (not one_of or (each.starts_at.astimezone(zone).date(),) * 2 in spans)
    ]
    before = draft.time
    if before is not None and first == last and not meant.hours and found:
        # "Rather Wednesday": the hour stays where it is free then, too.
        clock = before.astimezone(zone).timetz().replace(tzinfo=None)
        same = datetime.combine(first, clock, zone)
        verdict = slots.check(
            heard.session, draft.wanted, same, heard.now, booking_id=draft.values.get("which")
        )
        if verdict.ok:
            return Taken(draft.knowing(time=same.isoformat()).noting(day=first.isoformat(), offers=None))
    single = first.isoformat() if first == last else None
    draft = draft.knowing(time=None).noting(day=single, full=None)
    if found:
        shown = offers.spread(found, zone)
        return Taken(draft.noting(offers=[each.isoformat() for each in shown], offered_day=single))
    if verdict_free := _free_then(heard, draft, first):
        # Open, and something is free that day, but not at the hours that were named.
        return Taken(
            draft.noting(offers=[each.isoformat() for each in verdict_free], offered_day=first.isoformat()),
            [
                say(
                    "utter_time_not_then",
                    day={"moment": verdict_free[0].isoformat(), "zone": str(zone), "style": "day"},
                )
            ],
        )
    noon = datetime.combine(first, datetime.min.time(), zone) + timedelta(hours=12)
    verdict = finding.check_day(heard.session, draft.wanted, first, heard.now)
    return _refused(heard, draft, noon, verdict)


def _free_then(heard: Heard, draft: Draft, day: date) -> list[datetime]:
    found = slots.free(heard.session, draft.wanted, day, day, heard.now, booking_id=draft.values.get("which"))
    return offers.spread(found, offers.zone(heard.session, draft))


def _waits(heard: Heard, draft: Draft) -> Taken | None:
    """Take the wish to wait for a place on a day that is full."""
    day = draft.notes.get("full")
    if heard.choice("time") != "wait" or not day:
        return None
    midnight = datetime.combine(
        date.fromisoformat(day), datetime.min.time(), offers.zone(heard.session, draft)
    )
    return Taken(draft.knowing(time=midnight.isoformat()).noting(wait=day, offers=None, full=None))
