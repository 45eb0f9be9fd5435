"""What a charger must have: power, AC or DC, free now; and which of those shown is meant."""

import re
from typing import Iterator, Optional, Text

from bot.nlu.entities.lexicon import FOLDER, Lexicon
from bot.nlu.entities.spans import Span, figure, matches
from bot.numerals import han

FINDING = ("find_charger", "check_charger", "inform", "nlu_fallback")
ABOUT = (*FINDING, "ask_charging_time", "ask_charging_cost", "ask_home_charger", "plan_journey")
POWER = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d)?)\s*(?:kw(?![a-z])(?!\s*h)|k\.w\.?|kilowatts?|千瓦(?!时)|กิโลวัตต์|กิโลวัตต?(?!ชั่วโมง))"
)
# "the second one", "no. 3", "yang kedua", "第二个", "อันที่ 2"
FULL = re.compile(
    r"(?<![a-z])(?:full(?:y)? (?:battery|batt|charged?|tank)|bateri penuh|cas penuh|full bateri"
    r"|to full|until full|till full|(?:sampai|hingga|ke) penuh)(?![a-z])"
    r"|满电|满格|满的电|充满|แบตเต็ม|ไฟเต็ม|ชาร์จเต็ม"
)
ROAD = re.compile(r"(?<![a-z0-9])(?:e|ft)\d{1,3}(?![a-z0-9])")  # "E1", "FT8"
ORDINAL = re.compile(
    r"(?<![a-z])(?:number|no\.?|nombor|option|yang ke-?)\s*([1-9])(?!\d)"
    r"|(?<![\d])([1-9])(?:st|nd|rd|th)(?![a-z])"
    r"|第\s*([1-9一二三四五六七八九])\s*(?:个|間|间|家|站|支)?|(?:อัน|ที่|แห่ง|จุด|สถานี|เบอร์|ข้อ)\s*(?:ที่\s*)?([1-9])(?!\d)"
)


class ChargingWords:
    """Words about chargers that mean something else elsewhere: found in questions about charging only."""

    def __init__(self) -> None:
        self._currents = Lexicon.read(FOLDER / "currents.yml")
        self._roads = Lexicon.read(FOLDER / "roads.yml")
        self._availability = Lexicon.read(FOLDER / "availability.yml")
        self._weather = Lexicon.read(FOLDER / "weather.yml")
        self._ordinals = Lexicon.read(FOLDER / "ordinals.yml")

    def find(self, flat: Text, intent: Optional[Text]) -> Iterator[Span]:
        """Yield power in kW, current, availability, road, weather and which of those shown is meant."""
        for match in POWER.finditer(flat):
            yield Span(match.start(), match.end(), "power", figure(match.group(1)))
        if intent is None or intent in ABOUT:
            yield from (Span(*each[:2], "current", each[2]) for each in self._currents.find(flat))
        if intent is None or intent in FINDING:
            yield from (Span(*each[:2], "road", each[2]) for each in self._roads.find(flat))
            for match in ROAD.finditer(flat):
                yield Span(match.start(), match.end(), "road", match.group().upper())
            free = (Span(*each[:2], "availability", each[2]) for each in self._availability.find(flat))
            # The Thai for "between" ends like the one for "free".
            yield from (each for each in free if not flat.endswith("ระห", 0, each.start))
        yield from (Span(*each[:2], "weather", each[2]) for each in self._weather.find(flat))
        if intent in ("plan_journey", "ask_charging_time", "ask_charging_cost", "inform"):
            yield from (Span(*each, "percent", 100) for each in matches(FULL, flat))
        if intent in (*FINDING, "plan_journey", "find_outlet"):
            yield from (Span(*each[:2], "ordinal", int(each[2])) for each in self._ordinals.find(flat))
            for match in ORDINAL.finditer(flat):
                written = next(filter(None, match.groups()))
                number = int(written) if written.isascii() else han(written)
                yield Span(match.start(), match.end(), "ordinal", number)
