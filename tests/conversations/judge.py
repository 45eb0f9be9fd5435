"""What must hold for every reply, and in which language it is."""

import re
from typing import Any

# Without the sign of the baht, which stands in every language.
LETTERS = {"th": re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e5b]"), "zh": re.compile(r"[\u4e00-\u9fff]")}
ENOUGH = {"th": 8, "zh": 3}
ENGLISH = (
    "a about am and are as ask at back before can car cars charge do else for from have here how i in is it "
    "know me no not of on one only or our people please record shall so source sources than that the them "
    "there these this to up us was we what which who with would you your"
)
MALAY = (
    "ada adalah akan anda angka apa atas atau bagi bahawa belum boleh bukan daripada dalam dan dari dengan di "
    "diimport hari harga ialah ini itu jadi jarak kami ke kereta lagi mahu mana mengikut mesej nombor oleh "
    "pada rekod sahaja satu saya secara selepas setakat sila staf sudah sumber tentang terima tiada tidak "
    "untuk yang"
)
WORDS = {"en": frozenset(ENGLISH.split()), "ms": frozenset(MALAY.split())}
UNFINISHED = (
    (re.compile(r"utter_|button_|meaning_|attribute_|\{ ?\$?\w*|\bNone\b|\bnull\b|\bundefined\b"), "a gap"),
    (re.compile(r"[ \t]{2,}|\s[,;!?。，；！？](?!\S)| \.(?:\s|$)"), "a stray space"),
    (re.compile(r"([,;。，；、])\1|,\."), "a mark twice"),
    (re.compile(r"\[\d|<(?:p|b|br|script)\b", re.IGNORECASE), "markup"),
)
COLUMNS = 4  # more do not fit on a phone
MOST_BUTTONS = 10
TITLE_LENGTH = 42


def language_of(text: str) -> str | None:
    """Return the language of a text: by its script, else by its everyday words; None where nothing tells."""
    for language, letters in LETTERS.items():
        if len(letters.findall(text)) >= ENOUGH[language]:
            return language
    words = re.findall(r"[a-z]+", text.lower())
    counts = {language: sum(word in known for word in words) for language, known in WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > sum(counts.values()) - counts[best] else None


def faults(reply: dict[str, Any]) -> list[str]:
    """Return what no reply may have, whatever was asked."""
    text, buttons = reply.get("text", ""), reply.get("buttons", [])
    table = reply.get("custom", {}).get("table")
    found = [f"{name} in {text!r}" for pattern, name in UNFINISHED if pattern.search(text)]
    if not text.strip():
        found.append("an empty text")
    titles = [button["title"] for button in buttons]
    if len(set(titles)) < len(titles) or len(titles) > MOST_BUTTONS:
        found.append(f"buttons that nobody can tell apart or count: {titles}")
    found += [f"a long button: {title!r}" for title in titles if not 0 < len(title) <= TITLE_LENGTH]
    found += [
        f"a button that tells its meaning: {each}" for each in buttons if each["payload"].startswith("/")
    ]
    if table is not None:
        widths = {len(row) for row in (table["columns"], *table["rows"])}
        if len(widths) > 1 or not 2 <= min(widths) <= max(widths) <= COLUMNS:
            found.append(f"a table that a phone cannot show: {table['columns']}")
        if any(not cell.strip() for row in table["rows"] for cell in row):
            found.append(f"an empty cell: {table['rows']}")
    return found
