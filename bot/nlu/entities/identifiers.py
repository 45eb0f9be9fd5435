"""Phone numbers, number plates, booking references and ratings."""

import re
from typing import Iterator, Text

import phonenumbers

from bot.nlu.entities.lexicon import excluded
from bot.nlu.entities.spans import Span

PHONE_REGIONS = ("MY", "TH")

# Malaysia: up to three letters (never I or O) that begin with a state's or a series' letter, up to four
# digits and perhaps a letter more. In small letters only where the message says that a plate follows, or is
# nothing else.
PLATE_MY = r"[abcdefhjklmnpqrstvwxyz][a-hj-np-z]{0,2}\s?-?\s?[1-9]\d{0,3}(?:\s?[a-hj-np-z])?"
PLATE_MY_WRITTEN = re.compile(
    r"(?<![A-Za-z0-9#])[ABCDFJKLMNPQRSTVW][A-HJ-NP-Z]{1,2}\s?[1-9]\d{0,3}(?:\s?[A-HJ-NP-Z](?![a-z]))?(?![A-Za-z0-9]|[.,]\d)"
)
PLATE_ALONE = re.compile(rf"\s*({PLATE_MY})\s*")
PLATE_SAID = re.compile(
    rf"(?:(?:no\.?\s*|number\s*)?pla(?:te?s?|ts)(?:\s*(?:no|number|num)\b\.?)?|pendaftaran|kereta\s*no\.?|车牌(?:号码?)?)"
    rf"(?:\s*(?:is|ialah|adalah|saya|tu|:|：|是))*\s*({PLATE_MY})(?![a-z0-9])"
)
# "KL 28/11 3pm", "JB 10.30": a town's short form and a day or an hour. "kul 2" is "pukul 2".
TOWN_AND_NUMBER = re.compile(r"(?:kl|jb|pj|kb|kk|kt|kul)\s?\d{1,2}$")
DATE_GOES_ON = re.compile(
    r"[/:.-]\d|\s?(?:am|pm|hb|pagi|petang|ptg|点|月|号|(?:jan|feb|ma[rc]|apr|may|mei|ju[nl]|jul|o[kg]o?s|aug|sep|o[ck]t|nov|d[ei][cs]))\b"
)
NO_PLATE, NO_PLATE_TH = excluded("plate"), excluded("thai_plate")
# Thailand: perhaps a digit, two consonants, up to four digits.
PLATE_TH = re.compile(
    r"(?<![\u0e00-\u0e7f\w])(?:([1-9])\s?([ก-ฮ]{2})\s?-?\s?([1-9]\d{0,3})|([ก-ฮ]{2})\s?-?\s?([1-9]\d{2,3}))(?![\d%]|[.,:]\d)"
    r"(?!\s*(?:กม|กิโล|บาท|คัน|คน|วัน|ปี|นาที|ชม|โล))"
)

BOOKING_SAID = re.compile(
    r"(?:booking|bkg|appointment|reference|ref|temujanji|tempahan|rujukan|预[约订](?:号码?|编号|单号?)?|单号|订单号?|编号|เลข(?:ที่)?(?:การ)?(?:จอง|นัด)"
    r"|รหัส(?:การ)?(?:จอง|นัด)|หมายเลข(?:การ)?(?:จอง|นัด)|หมายเลขอ้างอิง)"
    r"\s*(?:ref(?:erence)?|no\.?|number|num|nombor|id|code|kod)?\s*(?:is|ialah|adalah|saya|:|：|#|是|คือ)*\s*"
    r"((?=[a-z0-9-]*\d{3})[a-z0-9]+(?:-[a-z0-9]+)*)(?![a-z0-9])"
)
# Our own: a kind, and six of the letters and digits that nobody mistakes for each other.
OWN_REFERENCE = re.compile(
    r"(?<![a-z0-9#-])((?:td|sv|hc|ag|cb)(?:\s?-\s?[2-9ac-hj-km-np-rt-y]{6}|\s?-?\s?(?=[a-z]*\d)[0-9a-z]{6}))"
    r"(?![a-z0-9])"
)
BOOKING = re.compile(
    r"(?<![a-z0-9#-])([a-z]{2,4}-?\d{5,10}|(?!20\d\d-20)\d{4}-\d{3,4}(?!\d|-)|[a-z]{2,4}-\d{3,4}-\d{2,}|[a-z]{2,4}-\d{4})(?![a-z0-9-])"
)

RATED = {
    word: value
    for value, words in {
        1: "1 one satu 一 หนึ่ง", 2: "2 two dua 二 两 สอง", 3: "3 three tiga 三 สาม",
        4: "4 four empat 四 สี่", 5: "5 five lima 五 ห้า",
    }.items()
    for word in words.split()
}  # fmt: skip
SCORE = rf"({'|'.join(RATED)})"
RATING = re.compile(
    rf"(?<![a-z\d./]){SCORE}\s*(?:stars?|binta?ng|[⭐★🌟]|颗星|(?<!三)星|分(?![钟之])|ดาว|คะแนน|/\s?5(?!\d)"
    r"|(?:out of|over) (?:5|five)|daripada (?:5|lima))"
    rf"|(?:rating|rate|score|bintang|打|给|评|คะแนน|ให้)\s*:?\s*{SCORE}(?![\d.,%]|\s*(?:คน|คัน|วัน|个|辆|天))"
)
STARS = re.compile(r"[⭐★🌟]\ufe0f?(?:\s?[⭐★🌟]\ufe0f?){0,4}")


def phones(text: Text) -> Iterator[Span]:
    """Yield valid phone numbers of the two markets, or of any country with its code, as E.164."""
    for region in PHONE_REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            yield Span(match.start, match.end, "phone", value)


def plates(text: Text, flat: Text) -> Iterator[Span]:
    """Yield number plates without their gaps, in capitals; `flat` is the flattened text."""
    found = [match.span() for match in PLATE_MY_WRITTEN.finditer(text)]
    found += [match.span(1) for match in PLATE_SAID.finditer(flat)]
    alone = PLATE_ALONE.fullmatch(flat)
    if alone and len(re.sub(r"[^a-z]", "", alone.group(1))) > 1:
        found.append(alone.span(1))
    for start, end in found:
        if TOWN_AND_NUMBER.match(flat[start:end]) or DATE_GOES_ON.match(flat, end):
            continue
        if re.match("[a-z]*", flat[start:end]).group() not in NO_PLATE:
            yield Span(start, end, "plate", re.sub(r"[\s-]", "", flat[start:end]).upper())
    for match in PLATE_TH.finditer(flat):
        if match.group(1) or match.group(4) not in NO_PLATE_TH:
            yield Span(match.start(), match.end(), "plate", re.sub(r"[\s-]", "", match.group()))


def booking_references(flat: Text) -> Iterator[Span]:
    """Yield booking references in capitals: what is called one, and what only a reference looks like."""
    for match in OWN_REFERENCE.finditer(flat):
        code = re.sub(r"[\s-]", "", match.group(1)).upper()
        yield Span(match.start(1), match.end(1), "booking_reference", f"{code[:2]}-{code[2:]}")
    for pattern in (BOOKING_SAID, BOOKING):
        for match in pattern.finditer(flat):
            yield Span(match.start(1), match.end(1), "booking_reference", match.group(1).upper())


def ratings(flat: Text) -> Iterator[Span]:
    """Yield ratings from 1 to 5, in figures, in words or in stars."""
    for match in RATING.finditer(flat):
        yield Span(match.start(), match.end(), "rating", RATED[match.group(1) or match.group(2)])
    for match in STARS.finditer(flat):
        yield Span(match.start(), match.end(), "rating", len(re.findall("[⭐★🌟]", match.group())))
