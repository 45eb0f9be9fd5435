"""What a word sounds like, for words that are written as they are heard: 冲电 for 充电, ชาด for ชาร์จ.

Chinese characters that sound alike to people of the south (no tones, zh as z, -ng as -n) share a sign,
traditional ones too; so do Thai consonants that sound alike at a syllable's start, and r and l.
"""

import os
import re
from typing import Dict

# Characters are read one by one: the dictionary of phrases would take 40 MB for nothing.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")

from pypinyin import lazy_pinyin

FIRST_HAN, LAST_HAN = 0x4E00, 0x9FA5
FIRST_SIGN = 0xE000  # Unicode's private use area: no customer types it
SILENT = re.compile("[ก-ฮ][ิุ]?์")  # a Thai consonant with the sign that it is not spoken
THAI_ALIKE = {
    "ส": "ศษซ", "น": "ณ", "ย": "ญ", "ท": "ฐถธฑฒ", "พ": "ภผ", "ฟ": "ฝ", "ล": "ฬร", "ช": "ฉฌ", "ห": "ฮ",
    "ค": "ขฆ", "ต": "ฏ", "ด": "ฎ", "ไ": "ใ",
}  # fmt: skip


def _southern(syllable: str) -> str:
    return re.sub("ng$", "n", re.sub("^([zcs])h", r"\1", syllable))


def _signs() -> Dict[int, int]:
    characters = range(FIRST_HAN, LAST_HAN + 1)
    spoken = {code: _southern(lazy_pinyin(chr(code))[0]) for code in characters}
    sign_of = {syllable: FIRST_SIGN + number for number, syllable in enumerate(sorted(set(spoken.values())))}
    signs = {code: sign_of[syllable] for code, syllable in spoken.items()}
    return {**signs, **{ord(each): ord(sound) for sound, alike in THAI_ALIKE.items() for each in alike}}


_SIGNS = _signs()


def sound(word: str) -> str:
    """Return a word with one sign for all that sounds alike; other scripts stay as they are."""
    return SILENT.sub("", word).translate(_SIGNS)
