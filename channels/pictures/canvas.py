"""A small chart on a phone's screen: axes, lines, marks and words in one typeface."""

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

from PIL import Image, ImageDraw, ImageFont

WIDTH = 720
INK, FAINT, ACCENT, WARM, PAPER = "#1b1f23", "#c8cdd3", "#0b7a3b", "#c2410c", "#ffffff"
MARGIN = 64

XY = tuple[float, float]


@cache
def font(size: int) -> Any:
    """Return Pillow's own typeface; it has Latin letters and figures, which is all that we draw."""
    return ImageFont.load_default(size)


class Canvas:
    """A sheet to draw on."""

    def __init__(self, height: int) -> None:
        self._image = Image.new("RGB", (WIDTH, height), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(self, at: XY, words: str, *, size: int = 22, colour: str = INK, anchor: str = "la") -> None:
        """Write words, cut where they would leave the sheet, without what the typeface has no letters for."""
        words = "".join(each for each in words if each.isascii() or each in "…é").strip()
        while len(words) > 4 and self._draw.textlength(words, font(size)) > WIDTH - 2 * 16:
            words = words[:-2].rstrip() + "…"
        length = self._draw.textlength(words, font(size))
        x = at[0]
        if anchor[0] == "m":
            x = min(max(x, 12 + length / 2), WIDTH - 12 - length / 2)
        elif anchor[0] == "l":
            x = min(x, WIDTH - 12 - length)
        self._draw.text((x, at[1]), words, font=font(size), fill=colour, anchor=anchor)

    def line(self, points: Sequence[XY], *, colour: str = ACCENT, width: int = 5) -> None:
        """Draw a line through points."""
        self._draw.line(list(points), fill=colour, width=width, joint="curve")

    def area(self, points: Sequence[XY], *, colour: str) -> None:
        """Fill the area that points enclose."""
        self._draw.polygon(list(points), fill=colour)

    def dot(self, at: XY, *, colour: str = ACCENT, radius: int = 9) -> None:
        """Draw a mark."""
        x, y = at
        self._draw.ellipse(
            (x - radius, y - radius, x + radius, y + radius), fill=colour, outline=PAPER, width=2
        )

    def png(self) -> bytes:
        """Return the sheet as a PNG file."""
        buffer = io.BytesIO()
        self._image.quantize(64).save(buffer, "PNG", optimize=True)
        return buffer.getvalue()


class Axes:
    """A frame that turns figures into places on the sheet."""

    def __init__(self, canvas: Canvas, top: float, bottom: float, x_max: float, y_max: float) -> None:
        self._canvas, self._top, self._bottom = canvas, top, bottom
        self._x_max, self._y_max = max(x_max, 1e-6), max(y_max, 1e-6)

    def at(self, x: float, y: float) -> XY:
        """Return where a pair of figures stands."""
        across = MARGIN + (WIDTH - MARGIN - 28) * x / self._x_max
        return across, self._bottom - (self._bottom - self._top) * y / self._y_max

    def grid(self, x_step: float, y_step: float, x_unit: str, y_unit: str) -> None:
        """Draw the lines of the grid with their figures."""
        y = 0.0
        while y <= self._y_max + 1e-6:
            self._canvas.line([self.at(0, y), self.at(self._x_max, y)], colour=FAINT, width=1)
            self._canvas.text((MARGIN - 10, self.at(0, y)[1]), f"{y:.0f}", size=20, anchor="rm")
            y += y_step
        x = 0.0
        while x <= self._x_max + 1e-6:
            self._canvas.text((self.at(x, 0)[0], self._bottom + 10), f"{x:.0f}", size=20, anchor="ma")
            x += x_step
        self._canvas.text((MARGIN - 10, self._top - 14), y_unit, size=20, anchor="rd")
        self._canvas.text((WIDTH - 28, self._bottom + 36), x_unit, size=20, anchor="ra")


def step(most: float, marks: int = 6) -> float:
    """Return a round distance between marks, so that there are about so many up to the most."""
    for size in (1, 2, 5, 10, 15, 20, 30, 50, 60, 100, 120, 200, 500):
        if most / size <= marks:
            return size
    return 1000
