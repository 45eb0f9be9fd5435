"""A charging site in arguments of messages: plugs, distance, whether it is free, hours, price, source."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from bot.actions.say import Item, day, listed, money, words
from knowledge.charging import Availability, PlugGroup, Site, SitePrice, Wish

MAP = "https://www.google.com/maps/dir/?api=1&destination={:.5f},{:.5f}"  # Google's Maps URLs, no key
FREE_OF_CHARGE = "free"
HOUR = 60
DAY_MINUTES = 24 * HOUR


def named(names: Any) -> Item:
    """Return a name that differs by language as an argument."""
    return {"names": dict(names)}


def distance(km: float) -> Item:
    """Return a distance: metres below one km, one decimal below ten."""
    if km < 1:
        return {"measure": max(50, round(km * 1000 / 50) * 50), "unit": "m"}
    return {"measure": round(km, 1) if km < 10 else round(km), "unit": "km"}


def minutes(length: float) -> Item:
    """Return a length of time: minutes up to an hour and a half, then hours and minutes."""
    whole = round(length)
    if whole <= 90:
        return {"measure": whole, "unit": "min"}
    if whole % HOUR == 0:
        return {"measure": whole // HOUR, "unit": "h"}
    return words("hours_minutes", hours=whole // HOUR, minutes=whole % HOUR)


def age(length: timedelta) -> Item:
    """Return how long ago something was: seconds, minutes or hours."""
    seconds = int(length.total_seconds())
    if seconds < 60:
        return words("age_seconds", value=max(seconds, 1))
    if seconds < 60 * 60:
        return words("age_minutes", value=seconds // 60)
    return words("age_hours", value=seconds // 3600)


def plug(group: PlugGroup) -> Item:
    """Return so many plugs of a kind and power."""
    kind = words(f"plug_{group.kind}" if group.kind != "other" else f"plug_other_{group.current}")
    if not group.kw:
        return words("plugs_no_power", count=group.evses, kind=kind)
    return words("plugs", count=group.evses, kind=kind, power=power(group.kw))


def power(kw: float) -> Item:
    """Return a power in kW."""
    return {"measure": int(kw) if float(kw).is_integer() else round(kw, 1), "unit": "kW"}


def plugs(groups: Sequence[PlugGroup]) -> Item:
    """Return a site's plugs, DC first, as one list."""
    return listed(plug(group) for group in groups)


def availability(known: Availability | None) -> Item:
    """Return whether a site is free: "now" from a young report only, an older one with its age."""
    if known is None:
        return words("status_unknown")
    if not known.live:
        return words("status_old", free=known.free, total=known.total, age=age(known.age))
    if known.broken == known.total:
        return words("status_broken", age=age(known.age))
    return words("status_live", free=known.free, total=known.total, age=age(known.age))


def price(site: Site) -> Item | None:
    """Return what a site charges: by its operator's tariff, or as published on a day; or None."""
    if site.prices:
        return listed(_price(each) for each in site.prices)
    if site.price_text == FREE_OF_CHARGE and site.checked_on:
        return words("price_free", date=day(site.checked_on))
    if site.price_text and site.checked_on:
        return words("price_published", price=site.price_text, date=day(site.checked_on))
    return None


def _price(known: SitePrice) -> Item:
    return words(f"price_per_{known.unit}", amount=money(known.amount, known.currency))


def wish(asked: Wish) -> Item | None:
    """Return a wish as a list of what was asked for, or None for any charger."""
    parts: list[Any] = []
    if asked.current:
        parts.append(words(f"current_{asked.current}"))
    if asked.connector:
        parts.append(words(f"plug_{asked.connector}"))
    if asked.min_kw:
        parts.append(words("power_from", power=power(asked.min_kw)))
    if asked.network:
        parts.append(asked.network)
    if asked.free:
        parts.append(words("free_now"))
    return listed(parts) if parts else None


def sources(sites: Iterable[Site]) -> Item:
    """Return the line that says where the sites are from and when they were last checked."""
    found = list(sites)
    titles = list(dict.fromkeys(site.source for site in found))
    dates = [site.checked_on for site in found if site.checked_on is not None]
    if not dates:
        return words("sites_source", sources=listed(titles))
    if min(dates) == max(dates):
        return words("sites_source_day", sources=listed(titles), date=day(min(dates)))
    return words("sites_source_dates", sources=listed(titles), oldest=day(min(dates)), newest=day(max(dates)))


def map_link(site: Site) -> str:
    """Return an address that opens the way there in the customer's map."""
    return MAP.format(site.point.latitude, site.point.longitude)
