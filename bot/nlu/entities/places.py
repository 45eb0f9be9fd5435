"""Towns, sites and charging networks, with the direction of a journey."""

import re
from typing import Any, Dict, Iterator, List, Optional, Text

import yaml

from bot.nlu.entities.lexicon import FOLDER, Lexicon, Misspelt, excluded
from bot.nlu.entities.spans import Span

CHARGER = "check_charger"
DIRECTED = ("plan_journey", "inform", "nlu_fallback")  # a journey, or a fragment that may go on with one
FROM = re.compile(r"(?:(?<![a-z])(?:from|fr|frm|dari|dr|daripada)|从|從|由|จาก)\s*$")
TO = re.compile(
    r"(?:(?<![a-z])(?:to|2|ke|pergi|p|gi|pi|nak|balik|reach|until|sampai|hingga)|到|去|至|回|往|ไป|ถึง|กลับ|ขึ้น|ลง|->|→|>|-|–)\s*$"
)
# A place beside one of these names an outlet: "Glenmarie branch", "สาขาพระราม 3", "cawangan Ipoh".
BRANCH_BEFORE = re.compile(r"(?:(?<![a-z])(?:cawangan|branch|outlet)|สาขา|ศูนย์|โชว์รูม)\s*$")
BRANCH_BEHIND = re.compile(
    r"\s*(?:(?:branch|outlet|showroom|service cent(?:re|er))(?![a-z])|的?(?:分行|分店|展厅|店(?!里)|陈列室))"
)
# Only behind one of these is a word taken for a town that was misspelt.
AT = re.compile(
    r"(?<![a-z])(?:in|at|near|nearby|around|to|from|area|di|ke|dari|dr|kat|kt|dkt|dekat|area|sekitar|of|via)\s+$"
)
COMMON = excluded("misspelt")
# Two letters that mean much else ("kt" is "kat", "kk" is "ok ok"): towns only where the message says so.
SHORT_TOWNS = {"kk": "kota_kinabalu", "kt": "kuala_terengganu"}
SHORT_TOWN = re.compile(
    r"(?:(?<![a-z])(?:in|at|near|around|from|to|di|ke|dari|kat|dkt|dekat)\s+|[在去到从住]\s?)(kk|kt)"
    r"(?=\s*(?:$|[^a-z\s])|\s+(?:on|at|pada|esok|sabtu|ahad|isnin|selasa|rabu|khamis|jumaat|sat|sun|mon|tue|wed|thu"
    r"|fri|saturday|sunday|monday|tuesday|wednesday|thursday|friday|tmr|tomorrow|next|this|to|ke|sampai|boleh|please|pls)"
    r"(?![a-z]))"
)


def _values(name: Text) -> Dict[Text, List[Text]]:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _words(values: Dict[Text, List[Text]]) -> Dict[Text, Text]:
    return {
        str(phrase): value for value, phrases in values.items() for phrase in phrases if len(str(phrase)) > 5
    }


class Gazetteer:
    """What has a name on the map of both markets."""

    def __init__(self) -> None:
        towns, networks = _values("places.yml"), _values("networks.yml")
        self._towns, self._sites = Lexicon(towns), Lexicon.read(FOLDER / "sites.yml")
        self._networks = Lexicon(networks)
        self._misspelt_towns = Misspelt(_words(towns), COMMON)
        self._misspelt_networks = Misspelt(_words(networks), COMMON)

    def find(self, flat: Text, intent: Optional[Text]) -> Iterator[Span]:
        """Yield places, stations, outlets and networks; the intent tells a site's kind and its direction."""
        yield from (Span(*each[:2], "network", each[2]) for each in self._networks.find(flat))
        yield from (Span(*each[:2], "network", each[2]) for each in self._misspelt_networks.find(flat))
        sites = [Span(*each[:2], "station", each[2]) for each in self._sites.find(flat)]
        towns = [Span(*each[:2], "place", each[2]) for each in self._named_towns(flat)]
        towns = [town for town in towns if not any(town.overlaps(site) for site in sites)]
        if intent == CHARGER:
            yield from sites
            yield from towns
        else:
            places = sorted(towns + [site._replace(entity="place") for site in sites])
            yield from _directed(places, flat) if intent in DIRECTED else places
            yield from (place._replace(entity="outlet") for place in places if _is_branch(place, flat))

    def _named_towns(self, flat: Text) -> Iterator[Any]:
        yield from self._towns.find(flat)
        for start, end, value in self._misspelt_towns.find(flat):
            if AT.search(flat, 0, start):
                yield start, end, value
        for match in SHORT_TOWN.finditer(flat):
            yield (*match.span(1), SHORT_TOWNS[match.group(1)])


def _directed(places: List[Span], flat: Text) -> Iterator[Span]:
    """Yield a journey's places as origin and destination, by the word before each or else by their order."""
    roles = [_role(place, flat) for place in places]
    if len(places) == 2 and None in roles:
        known = roles[0] or (None if roles[1] is None else _other(roles[1])) or "origin"
        roles = [known, _other(known)]
    for place, role in zip(places, roles, strict=True):
        yield place._replace(role=role)


def _is_branch(place: Span, flat: Text) -> bool:
    return bool(BRANCH_BEFORE.search(flat, 0, place.start) or BRANCH_BEHIND.match(flat, place.end))


def _role(place: Span, flat: Text) -> Optional[Text]:
    if FROM.search(flat, 0, place.start):
        return "origin"
    return "destination" if TO.search(flat, 0, place.start) else None


def _other(role: Text) -> Text:
    return "destination" if role == "origin" else "origin"
