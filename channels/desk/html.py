"""HTML built from elements: text is always escaped, so nothing that a customer wrote becomes markup."""

from collections.abc import Iterable, Mapping
from html import escape

VOID = {"input", "link", "meta", "br", "hr"}

Attributes = Mapping[str, str | int | bool | None]


class Markup(str):
    """Text that is markup already: only `h` makes it."""

    __slots__ = ()


Child = str | int | None


def h(tag: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """Return an element; attributes that are None or False, and children that are None, are left out."""
    opened = tag + "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in (attributes or {}).items()
        if value is not None and value is not False
    )
    if tag in VOID:
        return Markup(f"<{opened}>")
    inner = "".join(_inner(child) for child in children if child is not None)
    return Markup(f"<{opened}>{inner}</{tag}>")


def options(choices: Iterable[tuple[str, str]], chosen: str | None = None) -> list[Markup]:
    """Return the options of a list: values and what is shown for them."""
    return [h("option", {"value": value, "selected": value == chosen}, shown) for value, shown in choices]


def fields(values: Mapping[str, str]) -> list[Markup]:
    """Return the hidden fields of a form."""
    return [h("input", {"type": "hidden", "name": name, "value": value}) for name, value in values.items()]


def _inner(child: str | int) -> str:
    return child if isinstance(child, Markup) else escape(str(child))
