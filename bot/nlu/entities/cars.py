"""Models and variants as customers write them: by sign, by numeral or by word."""

import re
from typing import Iterator, Text

from bot.nlu.entities.lexicon import Misspelt
from bot.nlu.entities.spans import Span, matches

NUMERALS = {
    "1": r"1|one|wan|satu|saboh|一|壹|วัน|หนึ่ง|๑",
    "3": r"3|three|tiga|tigo|三|叁|ทรี|สาม|๓",
    "5": r"5|five|lima|五|伍|ไฟว์|ไฟฟ์|ห้า|๕",
}
END = r"(?![a-z0-9]|[.,]\d)"
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
# "the one" is no model.
WORDS = {"1": "(?!)", "3": "three", "5": "five"}
MODELS = {
    f"smart_{digit}": re.compile(
        "|".join(form.format(n=numerals, e=END, d=digit, w=WORDS[digit]) for form in MODEL_FORMS)
    )
    for digit, numerals in NUMERALS.items()
}
VARIANTS = {
    value: re.compile(pattern)
    for value, pattern in {
        "premium": r"(?<![a-z])(?:premium|prem)(?![a-z])|พรีเมียม|พรีเมี่ยม|พรีเมี้ยม|尊享版?|高级版",
        "brabus": r"(?<![a-z])brabus(?![a-z])|บราบัส|บาราบัส|บราบุส|巴博斯|博速",
        "pro_plus": r"(?<![a-z])pro\s*(?:\+|plus(?![a-z]))|โปรพลัส|โปร\s*\+|专业版\s*\+|pro\s*加",
        "pro": r"(?<![a-z])pro(?![a-z]|\s*-?\s*net|\s*\+|\s*plus)"
        r"|(?<=รุ่น)\s?โปร|(?<=ตัว)\s?โปร|(?<=[135])\s*โปร(?!โม|พลัส|\s*\+)"
        r"|โปร(?=\s*(?:กับ|หรือ|และ|ไป|vs)\s*(?:พรีเมี|บราบ))|专业版(?!\s*\+)",
    }.items()
}
MISSPELT = Misspelt(
    {"premium": "premium", "brabus": "brabus", "barbus": "brabus"}, frozenset(("premier", "premiums"))
)


def models(flat: Text) -> Iterator[Span]:
    """Yield the models (`smart_1`, `smart_3`, `smart_5`) in flattened text."""
    for value, pattern in MODELS.items():
        for start, end in matches(pattern, flat):
            yield Span(start, end, "model", value)


def variants(flat: Text) -> Iterator[Span]:
    """Yield the variants (`pro`, `pro_plus`, `premium`, `brabus`) in flattened text."""
    for value, pattern in VARIANTS.items():
        for start, end in matches(pattern, flat):
            yield Span(start, end, "variant", value)
    for start, end, value in MISSPELT.find(flat):
        yield Span(start, end, "variant", value)
