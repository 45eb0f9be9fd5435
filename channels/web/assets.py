"""The widget's files, read, versioned and compressed once when the application starts."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from fluent.runtime import FluentResource
from fluent.syntax.ast import Message

from channels.texts import LANGUAGES, MESSAGES
from channels.web.state import Words

FOLDER = Path(__file__).parent / "assets"
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
PREFIX = "widget_"
FALLBACK = "en"
COUNT = "{count}"  # the browser fills it in


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it goes over the wire."""

    body: bytes
    zipped: bytes
    kind: str
    tag: str


def make_asset(name: str, body: bytes) -> Asset:
    """Compress and tag a file."""
    return Asset(
        body, gzip.compress(body, 9, mtime=0), TYPES[Path(name).suffix], hashlib.sha256(body).hexdigest()[:16]
    )


def read_files(folder: Path = FOLDER) -> dict[str, bytes]:
    """Return every file of the widget."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def render_texts(words: Words) -> dict[str, bytes]:
    """Return the widget's words in each live language, as `texts/<language>.json`."""
    resource = FluentResource((MESSAGES / FALLBACK / "widget.ftl").read_text(encoding="utf-8"))
    ids = [entry.id.name for entry in resource.body if isinstance(entry, Message)]
    rows = {row["code"]: row for row in yaml.safe_load(LANGUAGES.read_text(encoding="utf-8"))}
    names = {language: rows[language]["native"] for language in words.languages}
    return {
        f"texts/{language}.json": json.dumps(
            {
                "language": language,
                "locale": rows[language]["locale"].replace("_", "-"),
                "languages": names,
                "words": {
                    each.removeprefix(PREFIX): words.say(each, language, count=COUNT)
                    for each in ids
                    if not each.startswith(f"{PREFIX}error_")  # these the server says itself
                },
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        for language in words.languages
    }


class Assets:
    """Every file that the widget is made of, by name, and the version that they are together."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        digest = hashlib.sha256()
        for name in sorted(files):
            digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
        self.version = digest.hexdigest()[:12]
        loader = files["widget.js"].replace(b"@VERSION@", self.version.encode())
        self._assets = {name: make_asset(name, body) for name, body in {**files, "widget.js": loader}.items()}

    def get(self, name: str) -> Asset | None:
        """Return a file, if there is one of that name."""
        return self._assets.get(name)

    def size(self) -> int:
        """Return the bytes that a page with the widget fetches, compressed, with the longest words."""
        texts = [len(each.zipped) for name, each in self._assets.items() if name.startswith("texts/")]
        return sum(len(each.zipped) for name, each in self._assets.items() if _in_widget(name)) + max(texts)


def _in_widget(name: str) -> bool:
    return name.endswith(".js") or name == "widget.css"
