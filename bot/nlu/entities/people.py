"""Names of people where the message says that a name follows."""

import re
from typing import Iterator, Text

from bot.nlu.entities.lexicon import excluded
from bot.nlu.entities.spans import Span

LATIN = r"[a-z][a-z'’.@/-]*"
SAID_LATIN = re.compile(
    rf"(?<![a-z])(?:my\s+(?:full\s+)?name(?:['’]?s|\s+is)?|the\s+name(?:['’]s|\s+is)|name\s*[:：]|nama\s*(?:(?:saya|penuh|sy|i|aku)(?![a-z]))?\s*(?:ialah|adalah|[:：])?"
    rf"|call\s+me(?!\s+(?:back|at|on|later|when|please|pls|tomorrow|now|asap|after|before|in|tonight|today|anytime|if|about|for|to|again))"
    rf"|panggil\s+saya|under\s+the\s+name(?:\s+of)?|atas\s+nama|我(?:名字)?叫|我的名字(?:是|叫)|姓名\s*[:：是]?|ชื่อ\s*[:：]?)\s*({LATIN}(?:\s+{LATIN}){{0,4}})"
)
# Where a name in Latin letters ends: the sentence goes on.
GOES_ON = re.compile(
    r"\s+(?:and|i|my|from|phone|want|would|can|the|is|at|on|for|here|to|so|but|with|dan|nak|saya|sy|dari|nombor|no|tel|umur|di|"
    r"boleh|untuk|contact|hp|krub|krap|ka|kha|booking|test|here|number|email|plate|pls|please|yang)(?![a-z'’])"
)
NO_NAME = excluded("person_name")
SAID_HAN = re.compile(
    r"(?:我(?:名字)?叫|我的名字(?:是|叫)|姓名\s*[:：是]?|名字(?:是|叫)?\s*[:：]?)\s*([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
NO_NAME_HAN = re.compile("^(?:什么|怎么|不|了|人|你|他|她|车)")
SURNAME_HAN = re.compile(r"我(?:是|姓)([\u4e00-\u9fff]{1,2}(?:先生|小姐|太太|女士))")
SAID_THAI = re.compile(
    r"(?:(?:ผม|ดิฉัน|ฉัน|หนู|เรา|พี่|ลูกค้า)\s*ชื่อ|^\s*ชื่อ|ในนาม|จองชื่อ|นัดชื่อ|จองในชื่อ|ชื่อผู้จอง)\s*[:：]?\s*(?:คุณ\s*|นาย\s*|นางสาว\s*|น\.ส\.\s*|นาง\s*)?"
    r"([\u0e01-\u0e4e]{2,15}(?:\s+[\u0e01-\u0e4e]{2,20})?)"
)
THAI_GOES_ON = re.compile(
    r"\s+(?=นะ|ครับ|ค่ะ|คะ|เบอร์|โทร|จะ|ขอ|อยาก|จอง|นัด|ไป|ที่|วัน|เป็น)|(?:ครับ|คับ|ค่ะ|คะ|นะ|จ้า|เบอร์).*$"
)
NO_NAME_THAI = re.compile("^(?:อะไร|ไร|รุ่น|รถ|ไหน|ใคร|บริษัท|ศูนย์|เล่น|เต็ม)")


def person_names(text: Text, flat: Text) -> Iterator[Span]:
    """Yield people's names as they are written; `flat` is the flattened text."""
    for match in SAID_LATIN.finditer(flat):
        stop = GOES_ON.search(flat, match.start(1), match.end(1))
        end = stop.start() if stop else match.end(1)
        name = text[match.start(1) : end].rstrip(" .,-/'’")
        if name and name.split()[0].lower() not in NO_NAME:
            yield Span(match.start(1), match.start(1) + len(name), "person_name", name)
    for match in SAID_HAN.finditer(text):
        if not NO_NAME_HAN.match(match.group(1)):
            yield Span(match.start(1), match.end(1), "person_name", match.group(1))
    for match in SURNAME_HAN.finditer(text):
        yield Span(match.start(1), match.end(1), "person_name", match.group(1))
    for match in SAID_THAI.finditer(text):
        name = THAI_GOES_ON.split(match.group(1))[0]
        if len(name) > 1 and not NO_NAME_THAI.match(name):
            yield Span(match.start(1), match.start(1) + len(name), "person_name", name)
