"""Arrows as connectors that are tied to their boxes: moving a box takes its arrows along.

A connector with one corner or two has them where Graphviz put them. A line with more corners, or
one with corners that does not meet a box in a point for connectors, is free: it stays where it is
when a box is moved. So is one that would run through a box or beside its words where a program,
as LibreOffice does, puts the middle of every connector halfway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn

from generator.bagan.tata import PanahTata, Titik
from generator.materi.salindia.panggung import Panggung, dash, head, plain
from generator.materi.salindia.ukuran import colour, emu

_HEADS = {"normal": "triangle", "vee": "arrow", "diamond": "diamond"}
#: Pixels of the chart: points nearer to a line than this are on it.
_NEAR = 0.6
#: Pixels of the slide: an end nearer to a box's own point for connectors than this is tied to it.
_TIE = 2.0
_QUARTER = "5400000"
_WHOLE = 100_000


def add_arrow(slide: Any, stage: Panggung, arrow: PanahTata, boxes: Mapping[str, Any]) -> Any:
    """An arrow as one shape; where words stand in it, it passes below them."""
    corners = [stage.at(point) for point in _straightened(arrow.garis)]
    start = _site(boxes.get(arrow.dari), corners[0])
    end = _site(boxes.get(arrow.ke), corners[-1])
    # LibreOffice finds the way of a connector with corners from the sides that it is tied to.
    bends = start is not None and end is not None and _bends(corners)
    if bends and len(corners) == 4:
        others = [box for ident, box in boxes.items() if ident not in (arrow.dari, arrow.ke)]
        bends = _holds_halfway(corners, others, has_words=bool(arrow.baris))
    shape = _bent(slide, corners) if bends else None
    if shape is None:
        shape = (
            _line(slide, corners[0], corners[-1]) if len(corners) == 2 else _free(slide, corners)
        )
    shape.line.color.rgb = colour(arrow.warna)
    shape.line.width = emu(arrow.tebal * stage.skala)
    head(shape, _HEADS.get(arrow.kepala, ""))
    dash(shape, arrow.putus)
    if shape._element.tag == qn("p:cxnSp"):
        ties = shape._element.nvCxnSpPr.cNvCxnSpPr
        if start is not None:
            _tie(ties.get_or_add_stCxn(), boxes[arrow.dari], start)
        if end is not None:
            _tie(ties.get_or_add_endCxn(), boxes[arrow.ke], end)
    return shape


def add_rule(slide: Any, stage: Panggung, ends: tuple[Titik, Titik], web: str) -> Any:
    """A plain line of the ground, tied to nothing."""
    shape = _line(slide, stage.at(ends[0]), stage.at(ends[1]))
    shape.line.color.rgb = colour(web)
    shape.line.width = emu(1.0)
    return shape


def add_sample(slide: Any, first: Titik, last: Titik, look: PanahTata) -> Any:
    """A short line in the look of an arrow, between two points of the slide."""
    shape = _line(slide, first, last)
    shape.line.color.rgb = colour(look.warna)
    shape.line.width = emu(look.tebal)
    head(shape, _HEADS.get(look.kepala, ""))
    dash(shape, look.putus)
    return shape


def _straightened(pieces: Sequence[Sequence[Titik]]) -> list[Titik]:
    """All points of an arrow without those that lie between their neighbours in a line."""
    points = [point for piece in pieces for point in piece]
    kept = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        level = abs(before[1] - here[1]) < _NEAR and abs(here[1] - after[1]) < _NEAR
        upright = abs(before[0] - here[0]) < _NEAR and abs(here[0] - after[0]) < _NEAR
        if not level and not upright:
            kept.append(here)
    return [*kept, points[-1]]


def _bends(corners: Sequence[Titik]) -> bool:
    """Whether a way has one corner or two, and never goes farther than its end and back."""
    if len(corners) not in (3, 4):
        return False
    across, along = (sorted(ends) for ends in zip(corners[0], corners[-1], strict=True))
    inside = all(_between(x, across) and _between(y, along) for x, y in corners)
    return inside and across[0] < across[1] and along[0] < along[1]


def _holds_halfway(corners: Sequence[Titik], others: Iterable[Any], *, has_words: bool) -> bool:
    """Whether a way with two corners may have its middle halfway between its ends."""
    first, second, _, last = corners
    level = abs(second[1] - first[1]) < abs(second[0] - first[0])
    side = 0 if level else 1
    middle = (first[side] + last[side]) / 2
    if abs(second[side] - middle) < _TIE:
        return True
    moved = [(middle, end[1]) if level else (end[0], middle) for end in (first, last)]
    way = [first, *moved, last]
    crossed = any(_crosses(a, b, box) for a, b in pairwise(way) for box in others)
    return not crossed and not has_words


def _crosses(first: Titik, last: Titik, box: Any) -> bool:
    """Whether a level or upright line runs through a box."""
    (left, right), (top, low) = (sorted(map(emu, ends)) for ends in zip(first, last, strict=True))
    beside = right < box.left or left > box.left + box.width
    return not beside and not (low < box.top or top > box.top + box.height)


def _between(place: float, ends: Sequence[float]) -> bool:
    return ends[0] - _NEAR <= place <= ends[1] + _NEAR


def _distance(corners: Sequence[Titik]) -> Titik:
    return corners[-1][0] - corners[0][0], corners[-1][1] - corners[0][1]


def _bent(slide: Any, corners: Sequence[Titik]) -> Any:
    """A connector with one corner or two."""
    wide, tall = _distance(corners)
    (x, y), (next_x, next_y) = corners[:2]
    level = abs(next_y - y) < abs(next_x - x)
    shape = _line(slide, corners[0], corners[-1])
    if not level:
        _turn(shape, wide, tall)
    geometry = shape._element.spPr.find(qn("a:prstGeom"))
    geometry.set("prst", f"bentConnector{len(corners) - 1}")
    if len(corners) == 4:
        share = (next_x - x) / wide if level else (next_y - y) / tall
        values = geometry.get_or_add_avLst()
        guide = {"name": "adj1", "fmla": f"val {round(share * _WHOLE)}"}
        values.append(values.makeelement(qn("a:gd"), guide))
    return shape


def _turn(shape: Any, wide: float, tall: float) -> None:
    """Turn a connector by a quarter that leaves its first box upright.

    As it is defined, a connector with corners starts to the right and goes down; turned by a
    quarter, it starts down and goes to the left. The frame is turned about its middle.
    """
    frame = shape._element.spPr.find(qn("a:xfrm"))
    middle_x, middle_y = shape.left + shape.width / 2, shape.top + shape.height / 2
    across, along = shape.height, shape.width
    frame.set("rot", _QUARTER)
    for side, is_flipped in (("flipH", tall < 0), ("flipV", wide > 0)):
        frame.attrib.pop(side, None)
        if is_flipped:
            frame.set(side, "1")
    offset, extent = frame.find(qn("a:off")), frame.find(qn("a:ext"))
    offset.set("x", str(round(middle_x - across / 2)))
    offset.set("y", str(round(middle_y - along / 2)))
    extent.set("cx", str(across))
    extent.set("cy", str(along))


def _line(slide: Any, first: Titik, last: Titik) -> Any:
    shape = slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, emu(first[0]), emu(first[1]), emu(last[0]), emu(last[1])
    )
    plain(shape)
    return shape


def _free(slide: Any, corners: Sequence[Titik]) -> Any:
    builder = slide.shapes.build_freeform(emu(corners[0][0]), emu(corners[0][1]), scale=1.0)
    builder.add_line_segments([(emu(x), emu(y)) for x, y in corners[1:]], close=False)
    shape = builder.convert_to_shape()
    plain(shape)
    shape.fill.background()
    return shape


def _tie(tie: Any, box: Any, index: int) -> None:
    tie.id, tie.idx = box.shape_id, index


def _site(box: Any, point: Titik) -> int | None:
    """Which of a box's own points for connectors a point of the slide meets, if any."""
    if box is None:
        return None
    for index, (x, y) in enumerate(_sites(box)):
        if abs(emu(point[0]) - x) < emu(_TIE) and abs(emu(point[1]) - y) < emu(_TIE):
            return index
    return None


def _sites(box: Any) -> Iterator[Titik]:
    """Where connectors can be tied: above, left, below, right, as PowerPoint counts them."""
    middle_x, middle_y = box.left + box.width / 2, box.top + box.height / 2
    yield middle_x, box.top
    yield box.left, middle_y
    yield middle_x, box.top + box.height
    yield box.left + box.width, middle_y
