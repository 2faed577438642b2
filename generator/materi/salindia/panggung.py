"""Where a chart stands on a slide, and the shapes that charts are made of."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

from generator.bagan.tata import Tata, Titik
from generator.materi.salindia.teks import Kotak
from generator.materi.salindia.ukuran import colour, emu

#: No chart is enlarged beyond this: a small one should not shout.
TERBESAR = 1.7
_NONE = ("", "none", "transparent")


class Panggung:
    """A place on a slide in which a chart stands: its own pixels become those of the slide."""

    def __init__(self, place: Kotak, tata: Tata) -> None:
        self.skala = scale(place, tata)
        self._x = place.x + (place.lebar - tata.lebar * self.skala) / 2
        self._y = place.y + (place.tinggi - tata.tinggi * self.skala) / 2

    def at(self, point: Titik) -> Titik:
        """A point of the chart on the slide."""
        return self._x + point[0] * self.skala, self._y + point[1] * self.skala

    def place(self, x: float, y: float, width: float, height: float) -> Kotak:
        """A rectangle of the chart on the slide."""
        left, top = self.at((x, y))
        return Kotak(left, top, width * self.skala, height * self.skala)


def scale(place: Kotak, tata: Tata) -> float:
    """How much a chart is enlarged in a place."""
    return min(place.lebar / tata.lebar, place.tinggi / tata.tinggi, TERBESAR)


def add_shape(shapes: Any, kind: Any, place: Kotak, fill: str, line: str, width: float) -> Any:
    """A shape with its fill and its border, without the theme's look."""
    shape = shapes.add_shape(kind, emu(place.x), emu(place.y), emu(place.lebar), emu(place.tinggi))
    plain(shape)
    if fill in _NONE:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
    if line in _NONE:
        shape.line.fill.background()
    else:
        shape.line.color.rgb = colour(line)
        shape.line.width = emu(width)
    return shape


def plain(shape: Any) -> None:
    """Take the theme's look from a shape: its shadow is seen even where it is switched off."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def name(shape: Any, words: str, described: str = "") -> None:
    """What a shape is called in the list of objects, and what is said to who cannot see it."""
    shape.name = words
    if described:
        shape._element._nvXxPr.cNvPr.set("descr", described)


def dash(shape: Any, pattern: str) -> None:
    """Draw the line of a shape in dashes, or in dots; the pattern is as in SVG."""
    if not pattern:
        return
    line = shape.line._get_or_add_ln()
    dotted = pattern.startswith("1")
    element = line.makeelement(qn("a:prstDash"), {"val": "sysDot" if dotted else "dash"})
    # In the order of the schema: fill, dashes, then heads.
    tail = line.find(qn("a:tailEnd"))
    if tail is None:
        line.append(element)
    else:
        tail.addprevious(element)


def head(shape: Any, kind: str) -> None:
    """The head at the end of a line."""
    if kind:
        line = shape.line._get_or_add_ln()
        line.append(line.makeelement(qn("a:tailEnd"), {"type": kind, "w": "med", "len": "med"}))
