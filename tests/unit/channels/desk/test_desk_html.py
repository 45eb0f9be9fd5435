"""The desk's HTML: whatever is put into it stays text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.desk.exports import FORMULA, defused
from channels.desk.html import h, options


class Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


# HTML has no carriage return of its own, and no character NUL.
TEXT = st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]))


@given(TEXT, TEXT)
def test_text_stays_text(value, inner):
    read = Reader(h("p", {"title": value}, inner, h("b", {}, inner)))
    assert read.tags == ["p", "b"]
    assert read.attributes == [("title", value)]
    assert read.text == inner + inner


def test_what_is_absent_is_left_out():
    assert h("input", {"name": "a", "value": None, "required": True, "disabled": False}) == (
        '<input name="a" required>'
    )
    assert h("p", None, None, "", 0) == "<p>0</p>"
    assert "".join(options([("a", "A"), ("b", "<B>")], "b")) == (
        '<option value="a">A</option><option value="b" selected>&lt;B&gt;</option>'
    )


@given(st.text())
def test_no_cell_begins_as_a_formula_does(cell):
    assert not defused(cell).lstrip(" ").startswith(FORMULA)


@pytest.mark.parametrize("cell", ["", "Aisyah", "12:30", "a=b", "'quoted"])
def test_other_cells_stay_as_they_are(cell):
    assert defused(cell) == cell
