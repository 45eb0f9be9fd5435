"""How much a page with the widget fetches."""

from __future__ import annotations

from channels.texts import Texts
from channels.web.assets import make_asset, read_files, render_texts


def sizes() -> dict[str, int]:
    """Return the bytes of the scripts, the style and the longest language's words, raw and gzipped."""
    files = read_files() | render_texts(Texts.load())
    assets = {name: make_asset(name, body) for name, body in files.items()}
    words = max(
        (asset for name, asset in assets.items() if name.startswith("texts/")),
        key=lambda each: len(each.zipped),
    )
    parts = [asset for name, asset in assets.items() if name.endswith(".js") or name == "widget.css"]
    return {
        "raw": sum(len(part.body) for part in [*parts, words]),
        "gzipped": sum(len(part.zipped) for part in [*parts, words]),
    }
