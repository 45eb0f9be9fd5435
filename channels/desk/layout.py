"""The frame of every page of the desk: plain HTML that works on a phone, without a script."""

from collections.abc import Iterable, Mapping, Sequence

from aiohttp import web

from channels.desk.html import Child, Markup, fields, h

BASE = "/desk"
CSRF = "form"  # the field that carries a session's form token
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    # A browser names no origin in a form that a page with the stricter policy of all other answers sends.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}


class Forms:
    """Makes the forms of one visit, each with its form token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def post(
        self,
        action: str,
        button: str,
        *inputs: Child,
        hidden: Mapping[str, str] | None = None,
        style: str = "",
        label: str | None = None,
    ) -> Markup:
        """Return a form that changes something; `label` is what a screen reader says of its button."""
        return h(
            "form",
            {"method": "post", "action": action},
            *fields({CSRF: self._token, **(hidden or {})}),
            *inputs,
            h("button", {"class": style or None, "aria-label": label}, button),
        )


def page(title: str, *body: Child, user: str | None = None, forms: Forms | None = None) -> Markup:
    """Return a whole page."""
    bar = h(
        "header",
        {},
        h("a", {"href": f"{BASE}/", "class": "home"}, "Desk"),
        user and h("span", {"class": "user"}, user),
        forms.post(f"{BASE}/logout", "Sign out", style="quiet") if user and forms else None,
    )
    return h(
        "html",
        {"lang": "en"},
        h(
            "head",
            {},
            h("meta", {"charset": "utf-8"}),
            h("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            h("title", {}, f"{title} · Desk"),
            h("link", {"rel": "stylesheet", "href": f"{BASE}/style.css"}),
            h("link", {"rel": "icon", "href": "/widget/icon.svg"}),
        ),
        h("body", {}, bar, h("main", {}, h("h1", {}, title), *body)),
    )


def answer(markup: Markup, status: int = 200) -> web.Response:
    """Return the answer that brings a page."""
    return web.Response(
        text="<!doctype html>" + markup, content_type="text/html", charset="utf-8", status=status
    )


def field(label: str, control: Markup) -> Markup:
    """Return a control with its label."""
    return h("label", {}, h("span", {}, label), control)


def notice(text: str, *, bad: bool = False) -> Markup:
    """Return what has just been done, or why not."""
    return h("p", {"class": "notice bad" if bad else "notice", "role": "alert" if bad else "status"}, text)


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    """Return a table; on a narrow screen each row becomes a card, whose cells name their columns."""
    # The roles stay when the style takes the cells out of their table.
    head = (h("th", {"role": "columnheader", "scope": "col"}, each) for each in columns)
    body = (
        h(
            "tr",
            {"role": "row"},
            *(
                h("td", {"role": "cell", "data-label": name}, cell)
                for name, cell in zip(columns, row, strict=True)
            ),
        )
        for row in rows
    )
    return h(
        "table",
        {"role": "table", "aria-label": caption},
        h("thead", {"role": "rowgroup"}, h("tr", {"role": "row"}, *head)),
        h("tbody", {"role": "rowgroup"}, *body),
    )


def together(*parts: Child) -> Markup:
    """Return several elements in a row, wrapped where there is no room."""
    return h("div", {"class": "row"}, *parts)
