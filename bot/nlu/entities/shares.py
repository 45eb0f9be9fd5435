"""Shares said without a plain sign: in words, by a name beside them, as a half, or as what is left."""

import re
from typing import Iterator, Text

from bot.nlu.entities.spans import Span, figure
from bot.numerals import HAN, LATIN, THAI, THAI_DIGIT, han, latin, thai

# "eighty percent", "dua puluh peratus", "三十趴", "ยี่สิบเปอร์เซ็นต์"
IN_WORDS = re.compile(
    rf"(?<![a-z])({LATIN})\s*(?:percent|per cent|percnt|pct|persen|peratus)(?![a-z])"
    rf"|({HAN}+)(?:巴仙|趴|个百分点|percent)"
    rf"|((?=\S*?{THAI_DIGIT})?{THAI}+)\s*(?:เปอร์เซ็น|เปอร์เซน|เปอเซ็น|เปอร์)"
)
# "20 soc", "SOC 45"; "dp 10", "ดาวน์ 20"; "rate 2.5", "2.88 p.a."
NAMED = re.compile(
    r"(?<![\d.,])(\d{1,2})\s*(?:soc|p\.?a\.?)(?![a-z])|(?<![a-z])soc\s*(\d{1,3})(?![\d.])"
    r"|(?<![a-z])(?:dp|down ?payment|downpayment|bayar muka|duit muka|ดาวน์)\s*([1-9]0)"
    r"(?![\d.,%]|\s*(?:k|ribu|rb|พัน|หมื่น|แสน|000))"
    r"|(?<![a-z])(?:rate|interest|kadar|faedah|ดอกเบี้ย|ดอก|利息|利率)\s*(?:rate\s*)?(\d\.\d{1,2})(?![\d%])"
    r"|(?<![\d.,])(\d\.\d{1,2})\s*p\.?a\.?(?![a-z])"
)
# "with 70 left", "tinggal 15", "เหลือ 18": without a unit, so only beside the battery or a charge.
LEFT = re.compile(
    r"(?<![\d.,/])([1-9]\d?)\s*(?:left|lagi|je|only)(?![a-z])"
    r"|(?:(?<![a-z])(?:tinggal|left|baki|only|got)|เหลือ|剩下?|只剩)\s*([1-9]\d?)"
    r"(?![\d.,/:%成]|\s*(?:k|km|kwh|min|minit|hour|hr|jam|hari|day|week|month|bulan|tahun|year|pax|people|orang|unit|"
    r"ringgit|rm|公里|分|天|年|月|个|块|万|กม|กิโล|นาที|ชม|ชั่วโมง|วัน|ปี|เดือน|คน|บาท|คัน|ที่))"
)
# "30% to 100": what follows a share is one, too.
ONWARD = re.compile(
    r"\d\s*(?:%|percent|peratus|persen|เปอร์เซ็นต์|巴仙)\s*"
    r"(?:-|–|~|→|->|>|to|ke|sampai|hingga|until|till|到|至|[充冲]到|ถึง|ไป)\s*([1-9]\d|100)(?![\d.,/:%])"
)
UNIT = (
    r"(?![\d.,/:%成]|\s*(?:k|km|kwh|kw|min|minit|hour|hr|jam|day|hari|bulan|month|tahun|year|公里|分|天|年|月|"
    r"กม|กิโล|นาที|ชม|วัน|ปี))"
)
# "80 or 100", "80还是100"; "after 80 it slows", "lepas 80", "80 ขึ้นไป 100": beside a charge only.
EITHER = re.compile(rf"(?<![\d.,/#])([1-9]\d)\s*好?\s*(?:or|atau|ke|还是|或|หรือ)\s*([1-9]\d|100){UNIT}")
BEYOND = re.compile(
    rf"(?:(?<![a-z])(?:after|past|above|over|beyond|lepas|lps|selepas|atas)|超过|过了?|หลัง|เกิน|พอถึง)\s*([1-9]\d){UNIT}"
    rf"|(?<![\d.,/#])([1-9]\d)\s*(?:ขึ้นไป|以后|之后|以上)(?:\s*(?:ถึง|到)?\s*(100))?"
)
HALF = re.compile(
    r"(?<![a-z])(?:half (?:a )?(?:battery|charge|tank|full)|half[- ]?way charged"
    r"|(?:bateri|batt?ery|cas|charge|from|dari|tinggal)\s+(?:at\s+)?(?:half|separuh|setengah))"
    r"|一半(?:的?电)|电量?(?:剩|还有|只有)?一半|剩一半|半格电|(?:แบต\S{0,8}?|เหลือ|ชาร์จ)\s*ครึ่ง"
)
DOWN = re.compile(r"(?:首付|头期|头款|首期)\s*([一二两三四五])成|([七八九])成(?:贷款|loan)")


def shares(flat: Text, *, charged: bool) -> Iterator[Span]:
    """Yield the shares, each as a number from 0 to 100; what is left counts only where charging is meant."""
    for match in IN_WORDS.finditer(flat):
        latin_words, chinese, siamese = match.groups()
        value = latin(latin_words) if latin_words else han(chinese) if chinese else thai(siamese)
        yield Span(match.start(), match.end(), "percent", value)
    bare = (LEFT, EITHER, BEYOND) if charged else ()
    for match in (each for pattern in (NAMED, ONWARD, *bare) for each in pattern.finditer(flat)):
        for group, written in enumerate(match.groups(), 1):
            if written:
                yield Span(match.start(group), match.end(group), "percent", figure(written))
    for match in HALF.finditer(flat):
        yield Span(match.start(), match.end(), "percent", 50)
    for match in DOWN.finditer(flat):
        group = match.lastindex or 1
        yield Span(match.start(group), match.end(group) + 1, "percent", han(match.group(group)) * 10)
