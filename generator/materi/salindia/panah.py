"""Arrows as connectors that are tied to their boxes: moving a box takes its arrows along.

A connector with one corner or two is written with its corners where Graphviz put them; only a line
with more of them is free, and stays where it is when a box is moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    shape = _connector(slide, corners) or _free(slide, corners)
    shape.line.color.rgb = colour(arrow.warna)
    shape.line.width = emu(arrow.tebal * stage.skala)
    head(shape, _HEADS.get(arrow.kepala, ""))
    dash(shape, arrow.putus)
    if shape._element.tag == qn("p:cxnSp"):
        _tie(shape, boxes.get(arrow.dari), corners[0], start=True)
        _tie(shape, boxes.get(arrow.ke), corners[-1], start=False)
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


def _connector(slide: Any, corners: Sequence[Titik]) -> Any:
    """A connector with no corner, one or two, else nothing."""
    first, last = corners[0], corners[-1]
    if len(corners) == 2:
        return _line(slide, first, last)
    wide, tall = last[0] - first[0], last[1] - first[1]
    level = abs(corners[1][1] - first[1]) < abs(corners[1][0] - first[0])
    if len(corners) > 4 or not wide or not tall:
        return None
    shape = _line(slide, first, last)
    _turn(shape, wide, tall, level)
    geometry = shape._element.spPr.find(qn("a:prstGeom"))
    geometry.set("prst", f"bentConnector{len(corners) - 1}")
    if len(corners) == 4:
        share = (corners[1][0] - first[0]) / wide if level else (corners[1][1] - first[1]) / tall
        values = geometry.find(qn("a:avLst"))
        guide = {"name": "adj1", "fmla": f"val {round(share * _WHOLE)}"}
        values.append(values.makeelement(qn("a:gd"), guide))
    return shape


def _turn(shape: Any, wide: float, tall: float, level: bool) -> None:
    """Turn a connector by a quarter that leaves its first box upright.

    As it is defined, a connector with corners starts to the right and goes down; turned by a
    quarter, it starts down and goes to the left. The frame is turned about its middle.
    """
    if level:
        return
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


def _tie(line: Any, box: Any, point: Titik, *, start: bool) -> None:
    """Tie an end to a box where it meets one of the box's own points for that."""
    if box is None:
        return
    for index, (x, y) in enumerate(_sites(box)):
        if abs(emu(point[0]) - x) < emu(_TIE) and abs(emu(point[1]) - y) < emu(_TIE):
            ties = line._element.nvCxnSpPr.cNvCxnSpPr
            tie = ties.get_or_add_stCxn() if start else ties.get_or_add_endCxn()
            tie.id, tie.idx = box.shape_id, index
            return


def _sites(box: Any) -> Iterator[Titik]:
    """Where connectors can be tied: above, left, below, right, as PowerPoint counts them."""
    middle_x, middle_y = box.left + box.width / 2, box.top + box.height / 2
    yield middle_x, box.top
    yield box.left, middle_y
    yield middle_x, box.top + box.height
    yield box.left + box.width, middle_y
