"""Thai words: maximal matching in Rust (nlpO3) over PyThaiNLP's dictionary and words of our own.

PyThaiNLP's own newmm gives the same words; it costs 250 MB and 3 s at the start, as it builds three tries of
Python objects, which is why only its dictionary file is used here.
"""

import importlib.util
import tempfile
from pathlib import Path
from typing import List

import nlpo3

DICTIONARY = "smart"
OWN_WORDS = (
    "สมาร์ท",
    "สมาร์ต",
    "เทสไดรฟ์",
    "ชาร์จ",
    "ชาร์ท",
    "วอลล์บ็อกซ์",
    "บราบัส",
    "พรีเมียม",
    "เท่าไหร่",
)


def segment(text: str) -> List[str]:
    """Return the words of a Thai text, in its order and nothing lost.

    Not in the library's safe mode: that repeats and drops letters of some texts of more than 140.
    """
    return nlpo3.segment(text, DICTIONARY)


def _load() -> None:
    """Load the dictionary; the library reads it from a file only.

    Raises RuntimeError if the dictionary file of PyThaiNLP is not where it belongs.
    """
    package = importlib.util.find_spec("pythainlp")
    if package is None or not package.submodule_search_locations:
        raise RuntimeError("PyThaiNLP is not installed, whose Thai dictionary is used: run `make setup`")
    words = (Path(package.submodule_search_locations[0]) / "corpus/words_th.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "words.txt"
        file.write_text("\n".join([*words.split("\n"), *OWN_WORDS]), encoding="utf-8")
        message, loaded = nlpo3.load_dict(str(file), DICTIONARY)
    if not loaded:
        raise RuntimeError(f"The Thai dictionary cannot be read: {message}")


_load()
