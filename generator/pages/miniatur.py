"""A chart in small, to be looked at rather than read: boxes and lines without words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
#: Classes that give a box or a line its colour; what has the same ones is drawn as one path.
_LOOKS = re.compile(r"^(?:kotak|panah|lajur|tahap|awal|(?:bentuk|jenis|relasi|lajur)-.+)$")


def miniature(svg: str) -> str:
    """The drawing of a chart as a small SVG of its own, hidden from readers by ear.

    It has no ids, no words and no links; whole numbers and few paths keep it at a few KB.
    """
    root = ET.fromstring(svg)
    paths: dict[str, list[str]] = {}
    for group in root.iter():
        if group.tag in (f"{_SVG}g", f"{_SVG}a"):
            for part, outline in _outlines(group):
                paths.setdefault(f"{_looks(group)}|{part}", []).append(outline)
    drawn = "".join(_path(key, outlines) for key, outlines in paths.items())
    return (
        f'<svg class="bagan bagan-contoh pk-mini" viewBox="{root.get("viewBox", "0 0 1 1")}" '
        f'aria-hidden="true" focusable="false">{drawn}</svg>'
    )


def _looks(group: ET.Element) -> str:
    return " ".join(name for name in group.get("class", "").split() if _LOOKS.match(name))


def _outlines(group: ET.Element) -> Iterator[tuple[str, str]]:
    """The ground of a lane, the frame of a box, or the line of an arrow."""
    kinds = set(group.get("class", "").split())
    if kinds & {"lajur", "kotak"}:
        shape = next((s for s in group if s.tag in (f"{_SVG}rect", f"{_SVG}polygon")), None)
        if shape is not None:
            yield "bidang" if "kotak" in kinds else "alas", _frame(shape)
    elif "panah" in kinds:
        for shape in group:
            if shape.get("class") == "garis":
                yield "garis", _rounded(shape.get("d", ""))


def _frame(shape: ET.Element) -> str:
    """The outline of a box; round corners are not seen at this size."""
    if shape.tag == f"{_SVG}polygon":
        numbers = [round(float(n)) for n in _NUMBER.findall(shape.get("points", ""))]
        return _closed(dict.fromkeys(zip(numbers[::2], numbers[1::2], strict=False)))
    x, y, width, height = (round(float(shape.get(k, "0"))) for k in ("x", "y", "width", "height"))
    return f"M{x} {y}h{width}v{height}h{-width}Z"


def _closed(corners: Iterable[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"


def _rounded(data: str) -> str:
    return _NUMBER.sub(lambda match: str(round(float(match[0]))), data)


def _path(key: str, outlines: Iterable[str]) -> str:
    looks, _, part = key.rpartition("|")
    return f'<g class="{looks}"><path class="{part}" d="{"".join(outlines)}"/></g>'
