"""Which language a customer writes: the script proves it, or words and letters together make it likely.

Malay and English share a script, and customers mix them, so a statistical guess alone is wrong on short
messages ("nak booking"): everyday words count first, and the guess adds what the length of the text is worth.
"""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import yaml
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

LANGUAGES = Path(__file__).parent.parent / "bot" / "languages.yml"
DEFAULT = "en"
SCRIPTS = {
    "han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "thai": re.compile(r"[\u0e00-\u0e7f]"),
}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LOOKED_AT = 1000  # characters: more tells nothing new

# Measured on 312 real English and Malay messages: right in 90 % of first messages, in 94 % of later ones.
GUESS_WEIGHT = 0.7  # the guess's log-odds, against one everyday word
GUESS_TRUSTED = 25  # letters from which the guess has its full weight
GUESS_BOUND = 0.1  # the guess is never surer than this
MARGIN = 0.4  # the lead that decides


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A line of `bot/languages.yml`, as far as it concerns us."""

    code: str
    script: str
    words: frozenset[str]
    borrowed: frozenset[str]  # words that do not end the language of a conversation by themselves


class Languages:
    """The live languages, and how each is recognised."""

    def __init__(self, rows: list[LanguageRow]) -> None:
        self._by_script = {row.script: row.code for row in rows if row.script in SCRIPTS}
        self._words = {row.code: row.words for row in rows if row.script not in SCRIPTS}
        self._borrowed = frozenset[str]().union(*(row.borrowed for row in rows))
        self._detector = _detector(tuple(self._words))
        self.codes = tuple(row.code for row in rows)

    @classmethod
    def load(cls, path: Path = LANGUAGES) -> Self:
        """Read the live languages and warm the detector up."""
        rows = [
            LanguageRow(
                row["code"],
                row["script"],
                frozenset(str(row["words"]).split()),
                frozenset(str(row.get("borrowed", "")).split()),
            )
            for row in yaml.safe_load(path.read_text(encoding="utf-8"))
            if row["status"] == "live"
        ]
        if DEFAULT not in [row.code for row in rows]:
            raise ValueError(f"{path}: {DEFAULT!r} must be live, as it is what we fall back to")
        languages = cls(rows)
        languages.detect("good morning selamat pagi", None)
        return languages

    def detect(self, text: str, last: str | None) -> str:
        """Return the language of a text; where it does not tell, the language of the last turn."""
        text = text[:LOOKED_AT]
        proved = self._by_letters(text)
        if proved is not None:
            return proved
        likely = self._by_words(text, cautious=last is not None)
        if likely is not None:
            return likely
        return last if last in self.codes else DEFAULT

    def tag(self, asked: str) -> str | None:
        """Return our code for a language tag such as `zh-CN`, if it is one of our languages."""
        code = re.split(r"[-_]", asked.strip().lower(), maxsplit=1)[0]
        return code if code in self.codes else None

    def _by_letters(self, text: str) -> str | None:
        counts = {code: len(SCRIPTS[script].findall(text)) for script, code in self._by_script.items()}
        best = max(counts, key=lambda code: counts[code], default=None)
        return best if best is not None and counts[best] else None

    def _by_words(self, text: str, *, cautious: bool) -> str | None:
        words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
        letters = sum(map(len, words))
        if not letters:
            return None
        # "a" and "x" are parts of names, plates and codes as well: "a/p", "W 8 A".
        whole = [word for word in words if word not in ("a", "x")]
        known = {code: sum(word in own for word in whole) for code, own in self._words.items()}
        if cautious and not any(
            word in own - self._borrowed for word in whole for own in self._words.values()
        ):
            return None  # "ok thanks", a name or an address: whoever changes the language says more
        scores = {code: count + self._guess(text, code, letters) for code, count in known.items()}
        best, *others = sorted(scores, key=lambda code: scores[code], reverse=True)
        return best if all(scores[best] - scores[other] >= MARGIN for other in others) else None

    def _guess(self, text: str, code: str, letters: int) -> float:
        if self._detector is None:
            return 0.0
        language = Language.from_iso_code_639_1(getattr(IsoCode639_1, code.upper()))
        share = self._detector.compute_language_confidence(text, language)
        bounded = min(max(share, GUESS_BOUND), 1 - GUESS_BOUND)
        return GUESS_WEIGHT * min(1.0, letters / GUESS_TRUSTED) * math.log(bounded)


def _detector(codes: tuple[str, ...]) -> LanguageDetector | None:
    if len(codes) < 2:
        return None
    return LanguageDetectorBuilder.from_iso_codes_639_1(
        *(getattr(IsoCode639_1, code.upper()) for code in codes)
    ).build()
