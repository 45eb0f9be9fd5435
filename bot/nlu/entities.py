"""Reads entities by lexicon and pattern: models, variants, attributes, figures, phones and more.

Values are canonical (`smart_3`, `brabus`, `range_wltp`, `zh`, 80, `+60127778899`).
"""

import re
from pathlib import Path
from typing import Any, Dict, Iterator, List, Text, Tuple

import phonenumbers
import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.dates import find_all
from bot.nlu.normalise import flatten

LEXICON = Path(__file__).parent / "lexicon"
LEXICA = {
    "attribute": "attributes.yml",
    "place": "places.yml",
    "language": "languages.yml",
    "connector": "connectors.yml",
    "brand": "brands.yml",
    "need": "needs.yml",
}

NUMERALS = {
    "1": r"1|one|wan|satu|一|壹|วัน|หนึ่ง|๑",
    "3": r"3|three|tiga|三|叁|ทรี|สาม|๓",
    "5": r"5|five|lima|五|伍|ไฟว์|ไฟฟ์|ห้า|๕",
}
EDGE, END = r"(?<![a-z0-9])", r"(?![a-z0-9]|[.,]\d)"
# How people write a model: a sign or the brand before the numeral, or a counting word beside it.
MODEL_FORMS = (
    r"(?:smart|精灵|สมาร์ท|สมาร์ต|สมาท)\s*(?:(?:hashtag|#|no\.?|nombor|แฮชแท็ก|แฮชแท็ค|เบอร์|号)\s*)?(?:{n})(?:{e}|号)",
    r"#\s*(?:{n}){e}",
    r"(?:hashtag|hash tag|hesteg|หมายเลข|แฮชแท็ก|แฮชแท็ค|เบอร์|รุ่น|ตัว|nombor|nmbr|no\.?|model|number)"
    r"\s*#?\s*(?:{n}){e}",
    r"(?<![a-z])(?:brabus|premium|pro|บราบัส|พรีเมียม)\s+(?:{n}){e}(?!\s*(?:%|year|tahun|年|ปี))",
    r"(?:{n})\s*号(?!线|楼|店|码)",
    r"(?<![a-z0-9])the\s+(?:{d}|{w}){e}(?!\s+(?:of|day|days|people|person|pax|year|years|month|months|hour|hours|min))",
)
VARIANTS = {
    "premium": r"(?<![a-z])(?:premium|premiun|premuim|prem)(?![a-z])|พรีเมียม|พรีเมี่ยม|尊享版?|高级版",
    "brabus": r"(?<![a-z])(?:brabus|barbus|brabas|brabuss|brabbus)(?![a-z])|บราบัส|บาราบัส|บราบุส|巴博斯|博速",
    "pro_plus": r"(?<![a-z])pro\s*(?:\+|plus(?![a-z]))|โปรพลัส|โปร\s*\+|专业版\s*\+|pro\s*加",
    "pro": r"(?<![a-z])pro(?![a-z]|\s*-?\s*net|\s*\+|\s*plus)"
    r"|(?<=รุ่น)\s?โปร|(?<=ตัว)\s?โปร|(?<=[135])\s*โปร(?!โม|พลัส|\s*\+)"
    r"|โปร(?=\s*(?:กับ|หรือ|และ|ไป|vs)\s*(?:พรีเมี|บราบ))|专业版(?!\s*\+)",
}
PERCENT = re.compile(
    r"(\d{1,3}(?:\.\d+)?)(?=\s*[-–~]\s*\d{1,3}\s*%)"  # the first of "10-80%"
    r"|(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent|peratus|巴仙|เปอร์เซ็นต์|เปอร์เซ็น|เปอ)|百分之(\d{1,3})"
)
# From one level to another without a sign: "20-80", "10 ke 90", "จาก 30 ถึง 70"; not "10 to 15 minutes".
LEVELS = re.compile(
    r"(?<![\d.,/#])(0|[1-9]\d?)\s*(?:-|–|~|→|to|ke|sampai|smpai|smpi|hingga|until|till|到|至|ถึง)"
    r"\s*(?:ร้อยละ\s*)?([1-9]\d|100)(?![\d.,/:%]|\s*(?:am|pm|min|hour|hr|day|week|month|year|k\b|pax|people|jam|hari|"
    r"bulan|tahun|minit|pagi|petang|分|点|号|天|年|月|人|万|โมง|นาที|ชั่วโมง|วัน|ปี|เดือน|คน|บาท|ล้าน|แสน))"
)
# "0 to 100" is an acceleration too: it counts as levels beside one of these only.
CHARGED = re.compile(r"charg|(?<![a-z])(?:di)?cas|batt|bateri|ชาร์|ชาจ|แบต|充|冲|电")
SHARE = re.compile(r"ร้อยละ\s*(\d{1,3})")
# A bare number beside the battery: "แบต 60", "battery 15 left"; not "battery 66 kWh", "battery 8 years".
BATTERY = re.compile(
    r"(?:แบต(?:เตอรี่)?(?:\s*เหลือ)?|(?<![a-z])batt?(?:ery|eri)?(?:\s+(?:at|is|tinggal|left|baki))?|bateri(?:\s+tinggal)?"
    r"|电量|剩)\s*([1-9]\d?)(?![\d.,/:%成]|\s*(?:kwh|kw|k\b|v\b|year|yr|tahun|month|bulan|km|year|分|年|月|公里|度|块|万|"
    r"ปี|เดือน|กิโล|นาที|ชม|ชั่วโมง|บาท|ล้าน|แสน|หมื่น|พัน|ลูก|ก้อน))"
)
FULL = re.compile(r"เต็ม\s*(?:ร้อย|100)")
HAN_DIGITS = "一二三四五六七八九"
TENTHS = re.compile(rf"(?:到|至|充|冲|剩|只有|还有)\s*([{HAN_DIGITS}])成|([{HAN_DIGITS}])成(?=的?电|够)")
HAN_NUMBER = rf"[{HAN_DIGITS}]?十[{HAN_DIGITS}]?"
HAN_LEVELS = re.compile(
    rf"({HAN_NUMBER})\s*[到至]\s*({HAN_NUMBER}|一?百)(?![{HAN_DIGITS}]|\s*[分点号天年月人万千块岁公]|多?公里)"
)
MONEY = re.compile(
    r"(?:rm|myr|฿|thb)\s?(\d[\d,]*(?:\.\d+)?)\s?((?:k|mil|juta|million)(?![a-z])|万|แสน|ล้าน)?"
    r"|(\d[\d,]*(?:\.\d+)?)\s?(k(?![a-z])|万|แสน|ล้าน)?\s?(?:ringgit|ริงกิต|令吉|马币|บาท|baht|rm\b|块|k\b(?!\w))"
)
THOUSANDS = {"k": 1e3, "万": 1e4, "แสน": 1e5, "ล้าน": 1e6, "mil": 1e6, "juta": 1e6, "million": 1e6}
PHONE_REGIONS = ("MY", "TH")
LATIN = re.compile(r"[a-z0-9]")


def _phrase(phrase: Text) -> Text:
    pattern = re.escape(phrase)
    before = r"(?<![a-z0-9])" if LATIN.match(phrase) else ""
    after = r"(?![a-z0-9])" if LATIN.match(phrase[-1]) else ""
    return before + pattern + after


class Lexicon:
    """Phrases of one kind of entity; finds them in flattened text, longest first."""

    def __init__(self, path: Path) -> None:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        self._values = {str(phrase).lower(): value for value, phrases in values.items() for phrase in phrases}
        longest_first = sorted(self._values, key=len, reverse=True)
        self._pattern = re.compile("|".join(_phrase(phrase) for phrase in longest_first))

    def find(self, text: Text) -> Iterator[Tuple[int, int, Any]]:
        """Yield (start, end, value) of every phrase in the text."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._values[match.group()]


def _model_patterns() -> Dict[Text, Any]:
    words = {"1": "(?!)", "3": "three", "5": "five"}  # "the one" is no model
    return {
        f"smart_{digit}": re.compile(
            "|".join(form.format(n=n, e=END, d=digit, w=words[digit]) for form in MODEL_FORMS)
        )
        for digit, n in NUMERALS.items()
    }


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LexiconEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities that lexicon and patterns find to each message."""

    VERSION = 4  # part of the configuration's fingerprint: raise it when the entities change

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the configuration's defaults."""
        return {"version": LexiconEntityExtractor.VERSION}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LexiconEntityExtractor":
        """Create the component (Rasa calls this)."""
        return cls()

    def __init__(self) -> None:
        self._lexica = {entity: Lexicon(LEXICON / name) for entity, name in LEXICA.items()}
        self._models = _model_patterns()
        self._variants = {value: re.compile(pattern) for value, pattern in VARIANTS.items()}

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the training data as it is: nothing learns from these entities."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add entities to each message that has a text."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                entities = message.get(ENTITIES, []) + self.entities(text)
                message.set(ENTITIES, self.add_extractor_name(entities), add_to_output=True)
        return messages

    def entities(self, text: Text) -> List[Dict[Text, Any]]:
        """Return the entities of a text in its order, without overlaps among those of one kind."""
        flat = flatten(text)
        found = [
            (start, end, "model", value)
            for value, p in self._models.items()
            for start, end in _spans(p, flat)
        ]
        found += [(s, e, "variant", value) for value, p in self._variants.items() for s, e in _spans(p, flat)]
        for entity, lexicon in self._lexica.items():
            found += [(start, end, entity, value) for start, end, value in lexicon.find(flat)]
        found += list(_percents(flat))
        found += [(m.start(), m.end(), "money", _money(m)) for m in MONEY.finditer(flat)]
        found += list(_phones(text))
        found = _with_dates(found, text)
        return [
            {"start": start, "end": end, "entity": entity, "value": value, "confidence_entity": 1.0}
            for start, end, entity, value in _without_overlap(found)
        ]


def _spans(pattern: Any, text: Text) -> Iterator[Tuple[int, int]]:
    return ((match.start(), match.end()) for match in pattern.finditer(text))


def _with_dates(found: List[Tuple[int, int, Text, Any]], text: Text) -> List[Tuple[int, int, Text, Any]]:
    """Add days, hours and lengths of time where no phone, brand, share or price is; 3号 may be a day's."""
    dates, lengths = find_all(text)
    spans = [(start, end) for start, end, _ in dates]
    found = [
        each for each in found if not (each[2] in ("model", "percent") and _only_in_a_date(each, spans, text))
    ]
    taken = [each for each in found if each[2] in ("phone", "brand", "percent", "money")]
    timed = [(*each[:2], "date_time", each[2]) for each in dates]
    timed += [(*each[:2], "duration", each[2]) for each in lengths]
    return found + [
        each for each in timed if all(each[1] <= other[0] or each[0] >= other[1] for other in taken)
    ]


def _only_in_a_date(entity: Tuple[int, int, Text, Any], dates: List[Tuple[int, int]], text: Text) -> bool:
    """Tell whether a bare number, of a car (3号) or of a share ("10 to 12"), is a date's."""
    start, end = entity[:2]
    bare = text[end - 1] == "号" if entity[2] == "model" else text[start:end].isdigit()
    return bare and any(first <= start and end <= last for first, last in dates)


def _without_overlap(found: List[Tuple[int, int, Text, Any]]) -> List[Tuple[int, int, Text, Any]]:
    """Keep the longest of the spans of one kind that overlap; a phone or a brand also beats other kinds."""
    kept: List[Tuple[int, int, Text, Any]] = []
    for span in sorted(
        found, key=lambda each: (each[2] not in ("phone", "brand"), each[0] - each[1], each[0])
    ):
        rivals = (each for each in kept if each[2] in (span[2], "phone", "brand"))
        if all(span[1] <= each[0] or span[0] >= each[1] for each in rivals):
            kept.append(span)
    return sorted(kept, key=lambda each: (each[0], each[1]))


def _figure(text: Text) -> Any:
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


def _percents(flat: Text) -> Iterator[Tuple[int, int, Text, Any]]:
    """Yield levels of charge and rates, with a sign, in words, or as a span from one level to another."""
    for pattern in (PERCENT, SHARE):
        for match in pattern.finditer(flat):
            yield (
                match.start(),
                match.end(),
                "percent",
                _figure(next(group for group in match.groups() if group)),
            )
    for match in LEVELS.finditer(flat):
        low, high = int(match.group(1)), int(match.group(2))
        if low < high and (low or CHARGED.search(flat)):
            yield match.start(1), match.end(1), "percent", low
            yield match.start(2), match.end(2), "percent", high
    for match in BATTERY.finditer(flat):
        yield match.start(1), match.end(1), "percent", int(match.group(1))
    for match in FULL.finditer(flat):
        yield match.start(), match.end(), "percent", 100
    for match in TENTHS.finditer(flat):
        group = 1 if match.group(1) else 2
        yield match.start(group), match.end(group) + 1, "percent", _han(match.group(group)) * 10
    for match in HAN_LEVELS.finditer(flat):
        for group in (1, 2):
            yield match.start(group), match.end(group), "percent", _han(match.group(group))


def _han(numeral: Text) -> int:
    """Return a Chinese numeral from 1 to 100."""
    if numeral.endswith("百"):
        return 100
    tens, ten, ones = numeral.rpartition("十")
    value = (HAN_DIGITS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return value + (HAN_DIGITS.index(ones) + 1 if ones else 0)


def _money(match: Any) -> Dict[Text, Any]:
    digits, factor = (match.group(1), match.group(2)) if match.group(1) else (match.group(3), match.group(4))
    thousands = factor or ("k" if match.group().endswith("k") else "")
    amount = int(_figure(digits) * THOUSANDS.get(thousands, 1))
    baht = any(sign in match.group() for sign in ("บาท", "baht", "฿", "thb"))
    return {"amount": amount, "currency": "THB" if baht else "MYR"}


def _phones(text: Text) -> Iterator[Tuple[int, int, Text, Any]]:
    """Yield valid phone numbers of the two markets, or of any country when written with its code."""
    for region in PHONE_REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            yield match.start, match.end, "phone", value
