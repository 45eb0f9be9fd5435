"""The page of an outlet's day: its bookings, who waits, and what is closed."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from channels.desk.door import Visit
from channels.desk.find import Day
from channels.desk.html import Child, Markup, h, options
from channels.desk.layout import BASE, field, notice, page, table, together
from channels.desk.person import note, person
from channels.desk.words import DONE, KINDS, RESOURCES, STATES, clock, day_name
from knowledge.bookings.drafts import WaitingRecord
from knowledge.bookings.records import BookingRecord

ONE = timedelta(days=1)
COLUMNS = ("Time", "Reference", "What", "Customer", "Plate", "State", "Note", "Actions")


def address(outlet_key: str, day: date, **more: str) -> str:
    """Return the address of the page."""
    return f"{BASE}/?" + urlencode({"outlet": outlet_key, "day": day.isoformat(), **more})


def day_page(
    visit: Visit,
    shown: Day,
    *,
    today: date,
    begun: frozenset[int],
    said: str | None = None,
    problem: str | None = None,
) -> Markup:
    """Return the page; `begun` are bookings that have begun, `said` is what was done, `problem` why not."""
    title = f"{day_name(shown.day)} · {shown.outlet.names['en']}"
    coming = sum(each.holds for each in shown.bookings)
    return page(
        title,
        notice(problem, bad=True) if problem else None,
        notice(DONE[said]) if said in DONE else None,
        _choose(shown, today),
        _hours(shown, coming),
        h("h2", {}, f"Bookings ({coming} to come)" if shown.bookings else "Bookings"),
        _bookings(visit, shown, begun),
        h("h2", {}, "Waiting list"),
        _waiting(shown),
        h("h2", {}, "Cars, bays and teams"),
        _resources(visit, shown),
        h("h2", {}, "The whole outlet"),
        _opening(visit, shown),
        h("h2", {}, "Export"),
        _exports(shown),
        user=visit.user,
        forms=visit.forms,
    )


def empty_page(visit: Visit) -> Markup:
    """Return what is shown as long as there is no outlet."""
    how = h("p", {}, "There is no outlet yet. ", h("code", {}, "python -m knowledge outlets --help"))
    return page("Desk", how, user=visit.user, forms=visit.forms)


def _choose(shown: Day, today: date) -> Markup:
    names = [(each.key, f"{each.names['en']} ({each.market})") for each in shown.outlets]
    where = h("select", {"name": "outlet"}, *options(names, shown.outlet.key))
    when = h("input", {"type": "date", "name": "day", "value": shown.day.isoformat(), "required": True})
    which = h("input", {"name": "reference", "required": True, "autocomplete": "off", "placeholder": "TD-…"})

    def go(words: str, day: date) -> Markup:
        return h("a", {"class": "button quiet", "href": address(shown.outlet.key, day)}, words)

    return h(
        "nav",
        {"aria-label": "Outlet and day"},
        together(
            h(
                "form",
                {"action": f"{BASE}/"},
                field("Outlet", where),
                field("Day", when),
                h("button", {}, "Show"),
            ),
            go("← Previous", shown.day - ONE),
            go("Today", today),
            go("Next →", shown.day + ONE),
        ),
        h(
            "form",
            {"action": f"{BASE}/find"},
            field("Find a booking", which),
            h("button", {"class": "quiet"}, "Find"),
        ),
    )


def _hours(shown: Day, coming: int) -> Markup:
    if shown.off is None:
        hours = ", ".join(_stretch(shown, each.starts_at, each.ends_at) for each in shown.stretches)
        return h("p", {}, f"Open {hours}.")
    holiday = f": {shown.off.names['en']}" if shown.off.names else ""
    text = {
        "weekly": "Not open on this weekday.",
        "holiday": f"Closed: public holiday{holiday}.",
        "closure": f"Closed by staff{f': {shown.reason}' if shown.reason else ''}.",
    }[shown.off.why]
    still = "1 booking is" if coming == 1 else f"{coming} bookings are"
    left = notice(f"{still} still on this closed day: move or cancel what cannot stay.", bad=True)
    return h("div", {}, h("p", {}, h("strong", {}, text)), left if coming else None)


def _opening(visit: Visit, shown: Day) -> Markup:
    """Return what closes the outlet for the day, or opens it again."""
    hidden = {"outlet": shown.outlet.key, "day": shown.day.isoformat()}
    if shown.off is None:
        why = h("input", {"name": "reason", "maxlength": 200, "autocomplete": "off"})
        return visit.forms.post(
            f"{BASE}/close",
            "Close this day",
            field("Reason (for staff)", why),
            hidden=hidden,
            style="danger",
        )
    if shown.off.why == "weekly":
        return h("p", {"class": "quiet"}, "It has no opening hours on this weekday.")
    return visit.forms.post(f"{BASE}/open", "Open on this day", hidden=hidden, style="quiet")


def _stretch(shown: Day, starts_at: datetime, ends_at: datetime) -> str:
    """Return a time within the day; midnight at its end is 24:00."""
    midnight, next_midnight = shown.midnights
    if starts_at <= midnight and ends_at >= next_midnight:
        return "all day"
    end = "24:00" if ends_at >= next_midnight else clock(ends_at, shown.zone)
    return f"{clock(max(starts_at, midnight), shown.zone)}–{end}"


def _bookings(visit: Visit, shown: Day, begun: frozenset[int]) -> Markup:
    if not shown.bookings:
        return h("p", {"class": "quiet"}, "None on this day.")
    return table(
        "Bookings", COLUMNS, (_booking(visit, shown, each, each.id in begun) for each in shown.bookings)
    )


def _booking(visit: Visit, shown: Day, booking: BookingRecord, begun: bool) -> tuple[Child, ...]:
    there = f"{BASE}/bookings/{booking.reference}"
    car = shown.cars.get(booking.id)
    actions = []
    if booking.state == "requested":
        actions.append(("confirm", "Confirm", ""))
    if booking.holds and begun:
        actions += [("done", "Done", "quiet"), ("no-show", "Did not come", "quiet")]
    hidden = {"sequence": str(booking.sequence), "back": address(shown.outlet.key, shown.day)}
    return (
        f"{clock(booking.starts_at, shown.zone)}–{clock(booking.ends_at, shown.zone)}",
        h("a", {"href": there}, booking.reference),
        f"{KINDS[booking.kind]}{f', {car}' if car else ''}",
        person(booking.private),
        booking.private.get("plate", ""),
        h("span", {"class": f"tag {booking.state}"}, STATES[booking.state]),
        note(booking),
        together(
            *(
                visit.forms.post(
                    f"{there}/{action}",
                    words,
                    hidden=hidden,
                    style=style,
                    label=f"{words}: {booking.reference}",
                )
                for action, words, style in actions
            ),
            h(
                "a",
                {"class": "button quiet", "href": there, "aria-label": f"Change {booking.reference}"},
                "Change",
            ),
        )
        if booking.holds
        else None,
    )


def _waiting(shown: Day) -> Markup:
    if not shown.waiting:
        return h("p", {"class": "quiet"}, "Nobody waits for a time on this day.")
    return table(
        "Waiting list",
        ("Place", "What", "Days", "Customer", "State"),
        (_waits(shown, number, each) for number, each in enumerate(shown.waiting, 1)),
    )


def _waits(shown: Day, number: int, waits: WaitingRecord) -> tuple[Child, ...]:
    days = day_name(waits.first_day)
    if waits.last_day != waits.first_day:
        days += f" to {day_name(waits.last_day)}"
    state = "waits"
    if waits.offer_starts_at and waits.offer_until and waits.state == "offered":
        state = (
            f"{clock(waits.offer_starts_at, shown.zone)} is held until {clock(waits.offer_until, shown.zone)}"
        )
    return str(number), KINDS[waits.kind], days, person(waits.draft.private), state


def _resources(visit: Visit, shown: Day) -> Markup:
    rows = []
    for each in shown.resources:
        closed = shown.closed.get(each.key, [])
        hidden = {"outlet": shown.outlet.key, "day": shown.day.isoformat(), "resource": each.key}
        times = "; ".join(
            _stretch(shown, one.starts_at, one.ends_at) + (f" ({one.reason})" if one.reason else "")
            for one in closed
        )
        action = "open" if closed else "close"
        button = "Open on this day" if closed else "Close this day"
        form = visit.forms.post(
            f"{BASE}/{action}", button, hidden=hidden, style="quiet", label=f"{button}: {each.name}"
        )
        rows.append((each.name, RESOURCES[each.kind], f"Closed: {times}" if closed else "In use", form))
    if not rows:
        return h("p", {"class": "quiet"}, "None here.")
    return table("Cars, bays and teams", ("Name", "Kind", "State", "Actions"), rows)


def _exports(shown: Day) -> Markup:
    def link(words: str, kind: str, days: int) -> Markup:
        query = {"outlet": shown.outlet.key, "day": shown.day.isoformat(), "days": str(days)}
        return h("a", {"href": f"{BASE}/bookings.{kind}?{urlencode(query)}"}, words)

    return together(
        link("This day as a table (CSV)", "csv", 1),
        link("Next 14 days as a table (CSV)", "csv", 14),
        link("This day for a calendar", "ics", 1),
        link("Next 14 days for a calendar", "ics", 14),
    )
