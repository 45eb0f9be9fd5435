"""Levels of charge and rates: with a sign, in words, or from one to another."""

import re
from typing import Iterator, Optional, Text

from bot.nlu.entities.shares import shares
from bot.nlu.entities.spans import Span, figure
from bot.numerals import han

PERCENT = re.compile(
    r"(\d{1,3}(?:\.\d+)?)(?=\s*(?:[-–~→]|to|ke|sampai|hingga|到|至|ถึง)\s*\d{1,3}\s*%)"  # "10-80%"
    r"|(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent|percnt|pcnt|prcnt|pct|persen|peratus|巴仙|趴"
    r"|เปอร์เซ็นต์|เปอร์เซ็น|เปอร์เซนต์|เปอเซ็น|เปอ)"
    r"|百分之(\d{1,3})|ร้อยละ\s*(\d{1,3})"
)
# From one level to another without a sign: "20-80", "10 ke 90", "จาก 30 ถึง 70"; not "10 to 15 minutes".
LEVELS = re.compile(
    r"(?<![\d.,/#])(0|[1-9]\d?)\s*(?:-|–|~|→|>|to|ke|sampai|smpai|smpi|hingga|until|till|到|至|[充冲][到至]|ไป(?:ถึง)?|ถึง)"
    r"\s*(?:ร้อยละ\s*)?([1-9]\d|100)(?![\d.,/:%]|\s*(?:am|pm|min|hour|hr|day|week|month|year|k\b|pax|people|jam|hari|"
    r"bulan|tahun|minit|pagi|petang|分|点|号|天|年|月|人|万|公里|โมง|นาที|ชั่วโมง|วัน|ปี|เดือน|คน|บาท|ล้าน|แสน|กิโล))"
)
# "0 to 100" is an acceleration too: it counts as levels beside one of these only.
CHARGED = re.compile(r"charg|(?<![a-z])(?:di)?cas|batt|bateri|ชาร์|ชาจ|ชาด|แบต|充|冲|电")
CHARGING = ("ask_charging_time", "ask_charging_cost", "ask_charging_howto", "ask_battery", "plan_journey")
# A bare number beside the battery: "แบต 60", "battery 15 left"; not "battery 66 kWh", "battery 8 years".
BATTERY = re.compile(
    r"(?:แบต(?:เตอรี่)?(?:\s*เหลือ)?|(?<![a-z])batt?(?:ery|eri)?(?:\s+(?:at|is|tinggal|left|baki))?|bateri(?:\s+tinggal)?"
    r"|电量|剩)\s*([1-9]\d?)(?![\d.,/:%成]|\s*(?:kwh|kw|k\b|v\b|year|yr|tahun|month|bulan|km|year|分|年|月|公里|度|块|万|"
    r"ปี|เดือน|กิโล|นาที|ชม|ชั่วโมง|บาท|ล้าน|แสน|หมื่น|พัน|ลูก|ก้อน))"
)
# Where a charge begins: "charge from 30 takes how long", "ไต่จาก 30 ไปถึงไหน".
START = re.compile(
    r"(?:จาก|(?<![a-z])(?:from|dari)|从)\s*([1-9]\d?)(?![\d.,/:%成]|\s*(?:kw|km|year|tahun|jam|hour|min|minit|day|hari|am|pm|"
    r"month|bulan|公里|年|月|日|号|点|分|万|千|ปี|เดือน|กิโล|กม|นาที|ชม|ชั่วโมง|วัน|โมง|บาท|คัน))"
)
# Where it ends: "can I charge to 100 every day".
UNTIL = re.compile(
    r"(?:(?<![a-z])(?:to|till|until|sampai|sampe|smpai|smpi|smp|hingga)|到|至|ถึง)\s*([5-9]0|100)(?![\d.,/:%]|\s*(?:kw|km|year|tahun|jam|hour|min|"
    r"day|hari|am|pm|month|bulan|公里|年|月|日|号|点|分|万|千|ปี|เดือน|กิโล|กม|นาที|ชม|ชั่วโมง|วัน|โมง|บาท|คัน))"
)
FULL = re.compile(r"เต็ม\s*(?:ร้อย|100)")
TENTHS = re.compile(
    r"(?:到|至|充|冲|剩|只有|还有)\s*([一二两三四五六七八九])成|([一二三四五六七八九])成(?=的?电|够)"
)
HAN_NUMBER = "[一二三四五六七八九]?十[一二三四五六七八九]?"
HAN_LEVELS = re.compile(
    rf"({HAN_NUMBER})\s*[充冲]?[到至]\s*({HAN_NUMBER}|一?百)"
    "(?![一二三四五六七八九]|\\s*[分点号天年月人万千块岁公]|多?公里)"
)
HAN_SHARE = re.compile(rf"百分之({HAN_NUMBER}|一百|[一二三四五六七八九])")


def percents(flat: Text, intent: Optional[Text] = None) -> Iterator[Span]:
    """Yield the shares in flattened text, each from 0 to 100; the intent tells of a charge, too."""
    charged = intent in CHARGING or bool(CHARGED.search(flat))
    for match in PERCENT.finditer(flat):
        yield Span(match.start(), match.end(), "percent", figure(next(filter(None, match.groups()))))
    for match in LEVELS.finditer(flat):
        low, high = int(match.group(1)), int(match.group(2))
        if low < high and (low or charged):
            yield Span(match.start(1), match.end(1), "percent", low)
            yield Span(match.start(2), match.end(2), "percent", high)
    for match in BATTERY.finditer(flat):
        yield Span(match.start(1), match.end(1), "percent", int(match.group(1)))
    if charged:
        for match in (*START.finditer(flat), *UNTIL.finditer(flat)):
            yield Span(match.start(1), match.end(1), "percent", int(match.group(1)))
    for match in FULL.finditer(flat):
        yield Span(match.start(), match.end(), "percent", 100)
    yield from shares(flat, charged=charged)
    for match in TENTHS.finditer(flat):
        group = 1 if match.group(1) else 2
        yield Span(match.start(group), match.end(group) + 1, "percent", han(match.group(group)) * 10)
    for match in HAN_LEVELS.finditer(flat):
        for group in (1, 2):
            yield Span(match.start(group), match.end(group), "percent", han(match.group(group)))
    for match in HAN_SHARE.finditer(flat):
        yield Span(match.start(), match.end(), "percent", han(match.group(1)))
