"""Draws the pictures: a charge by the minute, and a journey with the battery along it.

`draw` takes what an action put into a reply's `picture`:
  {"kind": "charge", "title", "samples": [[minutes, percent, kW] …]}
  {"kind": "journey", "path": [[latitude, longitude] …], "profile": [[km, percent] …], "ends": [name, name],
   "stops": [{"at": [latitude, longitude], "name", "km", "arrive", "leave"} …], "reserve": percent}
Names are in Latin letters, all else are figures, so that one picture serves every language; the words for
those who do not see it are the reply's `alt`.
"""

import math
from collections.abc import Mapping
from typing import Any

from channels.pictures.canvas import ACCENT, FAINT, INK, WARM, WIDTH, XY, Axes, Canvas, step

MAP_TOP, MAP_BOTTOM = 60, 430
MAP_MARGIN = 90


def draw(shown: Mapping[str, Any]) -> bytes:
    """Return a PNG file of what is to be shown."""
    return _charge(shown) if shown["kind"] == "charge" else _journey(shown)


def _charge(shown: Mapping[str, Any]) -> bytes:
    samples = shown["samples"]
    longest, strongest = samples[-1][0], max(kw for _, _, kw in samples)
    canvas = Canvas(560)
    canvas.text((20, 16), shown["title"], size=28)
    axes = Axes(canvas, 110, 470, longest, 100)
    axes.grid(step(longest), 20, "min", "%")
    power = [axes.at(minutes, kw / strongest * 100) for minutes, _, kw in samples]
    canvas.line(power, colour=WARM, width=3)
    charge = [axes.at(minutes, percent) for minutes, percent, _ in samples]
    canvas.line(charge, width=6)
    canvas.dot(charge[0])
    canvas.dot(charge[-1])
    first, last = samples[0], samples[-1]
    canvas.text((charge[0][0] + 14, charge[0][1] + 8), f"{first[1]:.0f} %", colour=ACCENT)
    canvas.text(
        (charge[-1][0], charge[-1][1] - 40), f"{last[1]:.0f} %, {last[0]:.0f} min", colour=ACCENT, anchor="ra"
    )
    canvas.text((power[0][0] + 14, power[0][1] - 34), f"{first[2]:.0f} kW", colour=WARM)
    canvas.text((power[-1][0], power[-1][1] + 10), f"{last[2]:.0f} kW", colour=WARM, anchor="ra")
    return canvas.png()


def _journey(shown: Mapping[str, Any]) -> bytes:
    canvas = Canvas(860)
    canvas.text((20, 14), " > ".join(shown["ends"]), size=28)
    _map(canvas, shown)
    _battery(canvas, shown)
    return canvas.png()


def _map(canvas: Canvas, shown: Mapping[str, Any]) -> None:
    place = _projection([*shown["path"], *(stop["at"] for stop in shown["stops"])])
    canvas.line([place(point) for point in shown["path"]], width=6)
    start, goal = place(shown["path"][0]), place(shown["path"][-1])
    for number, stop in enumerate(shown["stops"], 1):
        at = place(stop["at"])
        canvas.dot(at, colour=WARM, radius=15)
        canvas.text(at, str(number), size=20, colour="#ffffff", anchor="mm")
    for at, name, other in ((start, shown["ends"][0], goal), (goal, shown["ends"][1], start)):
        canvas.dot(at, colour=INK, radius=10)
        below = at[1] >= other[1]
        canvas.text((at[0], at[1] + (16 if below else -16)), name, anchor="ma" if below else "md")


def _projection(points: list[list[float]]) -> Any:
    """Return a function from a position to a place in the map's frame, with east and north alike in scale."""
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    shrink = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * shrink, 1e-4), max(north - south, 1e-4)
    scale = min((WIDTH - 2 * MAP_MARGIN) / wide, (MAP_BOTTOM - MAP_TOP - 70) / high)
    left = (WIDTH - wide * scale) / 2
    top = MAP_TOP + 35 + (MAP_BOTTOM - MAP_TOP - 70 - high * scale) / 2

    def place(point: list[float]) -> XY:
        return left + (point[1] - west) * shrink * scale, top + (north - point[0]) * scale

    return place


def _battery(canvas: Canvas, shown: Mapping[str, Any]) -> None:
    profile = shown["profile"]
    axes = Axes(canvas, 500, 760, profile[-1][0], 100)
    axes.grid(step(profile[-1][0]), 20, "km", "%")
    line = [axes.at(km, percent) for km, percent in profile]
    canvas.area([axes.at(0, 0), *line, axes.at(profile[-1][0], 0)], colour="#d8efe1")
    canvas.line(line, width=5)
    canvas.line(
        [axes.at(0, shown["reserve"]), axes.at(profile[-1][0], shown["reserve"])], colour=WARM, width=2
    )
    for at, percent in ((line[0], profile[0][1]), (line[-1], profile[-1][1])):
        canvas.dot(at)
        canvas.text((at[0] + 4, at[1] - 16), f"{percent:.0f} %", colour=ACCENT, anchor="md")
    for number, stop in enumerate(shown["stops"], 1):
        low, high = axes.at(stop["km"], stop["arrive"]), axes.at(stop["km"], stop["leave"])
        canvas.line([low, high], colour=WARM, width=5)
        canvas.text(
            (high[0], high[1] - 12),
            f"{number}: {stop['arrive']:.0f} > {stop['leave']:.0f} %",
            size=20,
            colour=WARM,
            anchor="md",
        )
    canvas.line([axes.at(0, 0), axes.at(profile[-1][0], 0)], colour=FAINT, width=1)
    for number, stop in enumerate(shown["stops"][:3], 1):
        canvas.text((20, 790 + 22 * (number - 1)), f"{number}  {stop['name']}", size=19)
