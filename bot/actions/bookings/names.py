"""Names of people: what is one, and what people say around it."""

import re

from bot.actions.lexicon import word_for

LONGEST_NAME = 60
# What is left of "it's …", "nama saya …" where no entity was found.
LEAD = re.compile(
    r"^\s*(?:(?:(?:it'?s|i'?m|i am|this is|my name'?s?(?: is)?|name is|under|just|put|letak|guna|nama|saya|sy"
    r"|isteri|suami|abang|adik|kakak|mak|ayah|anak|kawan|wife'?s?|husband'?s?)(?![^\s:：,])"
    r"|我叫|叫我|我是|我姓|就写|就|写|名字是?|ชื่อ|ผมชื่อ|ดิฉันชื่อ|ในนาม)[\s:：,，]*)+",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:\s*(?:ครับ|คับ|ค่ะ|คะ|นะคะ|นะครับ|จ้า|谢谢|就好|就可以了?|可以了|吧|咯|啦)|\s+(?:please|pls|ya|lah?|je|ye|thanks?))*[\s.!,，。]*$",
    re.IGNORECASE,
)
HAN = re.compile("[\u4e00-\u9fff]")
THAI = re.compile("[\u0e01-\u0e4e]")
THAI_WORD = re.compile("[\u0e01-\u0e4e]{2,20}")
LETTER = re.compile(r"[^\W\d_]")
NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0e30-\u0e4e\s.'’@/,()-])*")
# No word of Malay, English or a romanised name runs over so many consonants, or repeats a letter so often.
MASHED = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{3,}", re.IGNORECASE)
VOWELLESS = re.compile(r"[bcdfgjklpqrtvwxz]{4,}", re.IGNORECASE)
KEYBOARD = re.compile(r"asdf|qwer|zxcv|hjkl|^(?:test|testing|abc|xyz|na|nil|none|name|nama)$", re.IGNORECASE)
# A name in capitals after words that announce one, where a message holds other things as well.
ANNOUNCED = re.compile(
    r"\b(?:[Nn]ame(?:'s| is)?|[Nn]ama(?: saya| sy)?|I am|I'm|i am|i'm|[Ss]aya|[Tt]his is)[\s:]+"
    r"((?:[A-Z][\w'’.@-]*)(?:\s+(?:[A-Z][\w'’.@/-]*|bin|binti|a/l|a/p|al|ap))*)"
)
ANNOUNCED_HAN = re.compile("我是([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")
ANNOUNCED_THAI = re.compile(r"ชื่อ\s*([\u0e01-\u0e4e]{2,20}(?:\s(?!เบอร์|โทร|นะ|ครับ|ค่ะ)[\u0e01-\u0e4e]{2,20})?)")
MOST_HAN = 6
SURNAMES = frozenset(
    "陈林黄张李王吴刘蔡杨许郑谢郭洪曾周叶赖徐苏庄江吕何罗高萧潘朱简钟彭詹胡施沈余卢梁赵颜柯翁魏孙戴范方宋邓杜"
    "傅侯曹薛丁马蒋唐卓蓝冯姚石董纪欧程连古汪姜田康邹白涂尤巫韩龚严袁黎金阮陆倪夏童邵温符韦甘符丘邱颜龙秦骆"
)
JOINING = ("bin", "binti", "a/l", "a/p", "al", "ap", "de", "van", "anak")


def bare(text: str) -> str:
    """Return a name without what people say around it: "nama saya … ya", "就写…吧"."""
    name = TAIL.sub("", LEAD.sub("", text)).strip()
    # "我姓陈，陈文杰": the family name, then all of it.
    return re.split("[，,]", name)[-1].strip() if HAN.search(name) else name


def surely_a_name(text: str) -> bool:
    """Tell whether a text is a name whatever else its words mean: 何明天, April Chua."""
    name = bare(text)
    if not is_name(name):
        return False
    if HAN.search(name):
        return len(name) in (2, 3, 4) and name[0] in SURNAMES
    words = name.split()
    if THAI.search(name):  # a first name and a family name; Thai sentences have no gaps between words
        return len(words) == 2 and all(THAI_WORD.fullmatch(word) for word in words)
    return len(words) > 1 and all(word[:1].isupper() for word in words if word not in JOINING)


def is_name(name: str) -> bool:
    """Tell whether a text can be a person's name: letters of some script, no figures, nothing mashed."""
    letters = LETTER.findall(name)
    if not len(letters) >= 2 or len(name) > LONGEST_NAME or not NAME.fullmatch(name):
        return False
    if word_for("sentence", name):
        return False
    if len(HAN.findall(name)) > MOST_HAN:
        return False
    latin = [word for word in re.findall(r"[A-Za-z]+", name) if len(word) > 1]
    return not any(
        MASHED.search(word) or KEYBOARD.search(word) or VOWELLESS.fullmatch(word) for word in latin
    )


def announced(text: str) -> str | None:
    """Return a name in capitals that a message announces among other things."""
    for pattern in (ANNOUNCED, ANNOUNCED_HAN, ANNOUNCED_THAI):
        found = pattern.search(text)
        if (
            found
            and is_name(found.group(1))
            and (pattern is not ANNOUNCED_HAN or surely_a_name(found.group(1)))
        ):
            return found.group(1).rstrip(" .")
    return None
