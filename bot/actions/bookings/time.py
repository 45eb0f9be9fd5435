"""When it is to be: a time that is really free, or what is free instead and why."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.actions.bookings import offers, said
from bot.actions.bookings.draft import Draft
from bot.actions.bookings.heard import Heard, Taken
from bot.actions.bookings.phrases import why_not
from bot.actions.bookings.when import When, any_of, when, within
from bot.actions.lexicon import word_for
from bot.actions.say import say
from knowledge.bookings import finding, slots

MOST_SPAN = timedelta(days=31)
AROUND = timedelta(days=7)  # in which another time is looked for


def read(heard: Heard, draft: Draft) -> Taken | None:
    """Take the time that the message names; it is kept for later where the outlet is not known yet."""
    if "time" not in draft.needs:
        return None
    if heard.asked in ("address", "plate", "reference", "code") and not heard.pressed:
        return None  # 99/12 is a house
    # "I'll pick it up later" says nothing of the time, where something else is asked for.
    about_time = heard.asked in ("time", "confirmed", None) or heard.question.intent == "change_booking"
    if about_time and (moved := said.shift(heard.question)) and (known := _known(heard, draft)):
        return _shifted(heard, draft, known, moved)
    told = said.times(heard.question)
    values = list(told.wished)
    ordinal = heard.question.value("ordinal")
    shown = draft.notes.get("offers") or []
    if ordinal and heard.asked == "time" and 0 < int(ordinal) <= len(shown):
        values = [shown[int(ordinal) - 1]]  # "the second one"
    if not values and heard.asked == "time" and shown and word_for("time", heard.text):
        values = [shown[0]]  # "the earliest", "any time"
    if not values and told.ruled_out and draft.can_be_timed:
        return _otherwise(heard, draft, told.ruled_out)
    if not values:
        return _waits(heard, draft)
    if not draft.can_be_timed:
        return Taken(draft.noting(said=values, said_at=heard.now.isoformat(), either=told.either or None))
    return settle(heard, draft, values, heard.now, either=told.either)


def settle(
    heard: Heard, draft: Draft, values: Sequence[object], said_at: datetime, *, either: bool = False
) -> Taken:
    """Return the draft with the time that was said, or with what is free near it.

    Where either of several would do, what is free of them is offered; else the last one counts.
    """
    draft = draft.noting(said=None, said_at=None, either=None, wait=None)
    zone = offers.zone(heard.session, draft)
    meant = (any_of if either else when)(values, _kept_day(draft), said_at, zone)
    assert meant is not None
    if meant.fault:
        return Taken(draft.knowing(time=None), [say(f"utter_time_{meant.fault}")])
    if meant.moments:
        return _moments(heard, draft, meant)
    return _days(heard, draft, meant)


def _kept_day(draft: Draft) -> date | None:
    kept = draft.notes.get("day")
    return date.fromisoformat(kept) if kept else None


def _known(heard: Heard, draft: Draft) -> datetime | None:
    """Return the time that is talked about: the one chosen, or that of the booking to be moved."""
    own = offers.booked(heard.session, draft)
    return draft.time or (own.local_start if own else None)


def _shifted(heard: Heard, draft: Draft, known: datetime, moved: said.Shift) -> Taken:
    """Take a time so much earlier or later; without an amount, offer what is free before or after it."""
    if moved.by is not None:
        moment = known - moved.by if moved.earlier else known + moved.by
        return settle(heard, draft, [moment.isoformat()], heard.now)
    zone = offers.zone(heard.session, draft)
    day = known.astimezone(zone).date()
    first, last = (day - AROUND, day) if moved.earlier else (day, day + AROUND)
    found = [
        each
        for each in offers.free(heard.session, draft, first, last, heard.now)
        if (each.starts_at < known if moved.earlier else each.starts_at > known)
    ]
    nearest = [each for each in found if each.starts_at.astimezone(zone).date() == day] or found
    if not nearest:
        return Taken(draft, [say("utter_time_none_earlier" if moved.earlier else "utter_time_none_later")])
    shown = offers.spread(nearest, zone)
    return Taken(draft.knowing(time=None).noting(offers=[each.isoformat() for each in shown], full=None))


def _otherwise(heard: Heard, draft: Draft, ruled_out: Sequence[object]) -> Taken:
    """Offer other times than those that do not suit."""
    zone = offers.zone(heard.session, draft)
    meant = any_of(ruled_out, _kept_day(draft), heard.now, zone)
    assert meant is not None
    today = heard.now.astimezone(zone).date()
    free = [
        each
        for each in offers.free(
            heard.session, draft, today, today + timedelta(days=offers.LOOK_DAYS), heard.now
        )
        if not meant.covers(each.starts_at.astimezone(zone))
    ]
    shown = offers.spread(free, zone)
    draft = draft.knowing(time=None).noting(offers=[each.isoformat() for each in shown] or None)
    return Taken(draft.noting(day=None, full=None), [say("utter_time_ruled_out")])


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
    own = offers.booked(heard.session, draft)
    if own is not None and (own.outlet_key, [own.starts_at]) == (draft.values.get("outlet"), possible):
        return Taken(draft.knowing(time=None).noting(offers=None), [say("utter_time_same")])
    if len(possible) == 1:
        moment = possible[0]
        return Taken(
            draft.knowing(time=moment.isoformat()).noting(day=moment.date().isoformat(), offers=None)
        )
    if possible:  # "tomorrow at 9" said late on Friday night: both are open; the customer says which
        return Taken(draft.knowing(time=None).noting(offers=[each.isoformat() for each in sorted(possible)]))
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
        for each in offers.free(heard.session, draft, first, last, heard.now)
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
    return offers.spread(
        offers.free(heard.session, draft, day, day, heard.now), offers.zone(heard.session, draft)
    )


def _waits(heard: Heard, draft: Draft) -> Taken | None:
    """Take the wish to wait for a place on a day that is full."""
    day = draft.notes.get("full")
    if heard.choice("time") != "wait" or not day:
        return None
    midnight = datetime.combine(
        date.fromisoformat(day), datetime.min.time(), offers.zone(heard.session, draft)
    )
    return Taken(draft.knowing(time=midnight.isoformat()).noting(wait=day, offers=None, full=None))
