"""Reads a drawing of Graphviz: from its SVG to numbers, in pixels.

Everything is found by the ids and titles that `dot` gave it; Graphviz's own markup ends here. The
pieces of an arrow become one line, its ends are moved to the edges of its boxes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from xml.etree import ElementTree as ET

from generator.bagan import attributes, branches, label, lanes, path, style
from generator.bagan.dot import name, piece_id
from generator.bagan.path import Frame, Place
from generator.bagan.plan import Node, Plan, Run
from generator.bagan.style import SCALE
from generator.bagan.tata import Baris, Bidang, Kata, KotakTata, PanahTata, Tata
from generator.bagan.text import restore
from generator.bagan.track import Spot
from generator.graph import Bagan, Kotak

#: Pixels: badges are wider than Graphviz makes them, and come not nearer to the border than this.
BADGE_ROOM = 5.0
BADGE_EDGE = 4.0
_SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")
_NUMBERS = re.compile(r"-?[\d.]+")


@dataclass(frozen=True)
class _Drawing:
    """The groups of Graphviz's SVG by id and by title, and the shift of its origin, in points."""

    by_id: Mapping[str, ET.Element]
    by_title: Mapping[str, ET.Element]
    shift: Place

    def place(self, x: float, y: float) -> Place:
        """In pixels, to a tenth."""
        return round((x + self.shift[0]) * SCALE, 1), round((y + self.shift[1]) * SCALE, 1)

    def places(self, text: str) -> list[Place]:
        """All points of a ``d`` or ``points``."""
        numbers = [float(number) for number in _NUMBERS.findall(text)]
        return [self.place(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]

    def frame(self, text: str) -> Frame:
        """What lies around all points of a ``d`` or ``points``."""
        numbers = [float(number) for number in _NUMBERS.findall(text)]
        xs, ys = numbers[::2], numbers[1::2]
        return (*self.place(min(xs), min(ys)), *self.place(max(xs), max(ys)))


def measure(bagan: Bagan, chart: Plan, raw: str) -> Tata:
    """The numbers of a chart; raises LookupError or ParseError where something is missing."""
    root = ET.fromstring(raw)
    drawing = _read(root)
    width, height = (float(root.get(side, "").removesuffix("pt")) for side in ("width", "height"))
    boxes = {
        node.box: _frame(drawing, drawing.by_title[name(spot)])
        for spot, node in chart.nodes.items()
        if node.box
    }
    groups = {node.box: drawing.by_title[name(s)] for s, node in chart.nodes.items() if node.box}
    drawn = {pair: _ends(drawing, drawing.by_id[piece_id(*pair)]) for pair in _pairs(chart)}
    lajur = tuple(_lanes(bagan, drawing, groups))
    tahap = tuple(_stages(bagan, drawing, groups))
    arrows = (_arrow(bagan, drawing, run, drawn, boxes) for run in chart.runs)
    return Tata(
        lebar=math.ceil(width * SCALE),
        tinggi=math.ceil(height * SCALE),
        lajur=lajur,
        tahap=tahap,
        batas=tuple(_rules(tahap, lajur)),
        panah=tuple(branches.beyond_borders(arrow, lajur) for arrow in arrows),
        kotak=tuple(_box(drawing, one, boxes[one.id], groups[one.id]) for one in bagan.kotak),
        kata=tuple(
            word
            for spot, node in chart.nodes.items()
            if node.words
            for word in _words(drawing, node, drawing.by_title[name(spot)])
        ),
    )


def _read(root: ET.Element) -> _Drawing:
    groups = list(root.iter(f"{_SVG}g"))
    found = _MOVE.search(groups[0].get("transform", ""))
    return _Drawing(
        {group.get("id", ""): group for group in groups},
        {group.findtext(f"{_SVG}title", ""): group for group in groups},
        (float(found[1]), float(found[2])) if found else (0.0, 0.0),
    )


def _lanes(bagan: Bagan, drawing: _Drawing, groups: Mapping[str, ET.Element]) -> Iterator[Bidang]:
    """Lanes; their titles stand in the middle, even where an open end stands beside the steps."""
    for number, lajur in enumerate(bagan.lajur):
        ground = _ground(drawing, f"lajur-{lajur.id}")
        lines = _lines(drawing, groups[lanes.head(lajur.id)], _middle(ground))
        look = style.LANES[number % 2], style.LANE_LINE
        kind = f"lajur lajur-{number % 2}"
        yield Bidang(lajur.id, kind, *_rectangle(ground), *look, tuple(lines))


def _stages(bagan: Bagan, drawing: _Drawing, groups: Mapping[str, ET.Element]) -> Iterator[Bidang]:
    for tahap in bagan.tahap:
        ground = _ground(drawing, f"tahap-{tahap.id}")
        lines = tuple(_lines(drawing, groups[lanes.band(tahap.id)], _middle(ground)))
        yield Bidang(tahap.id, "tahap", *_rectangle(ground), style.STAGE, style.STAGE_LINE, lines)


def _ground(drawing: _Drawing, which: str) -> Frame:
    return _frame(drawing, drawing.by_title[f"cluster_{which}"])


def _middle(frame: Frame) -> float:
    return round((frame[0] + frame[2]) / 2, 1)


def _rectangle(frame: Frame) -> tuple[float, float, float, float]:
    """Left, top, width, height."""
    left, top, right, bottom = frame
    return left, top, round(right - left, 1), round(bottom - top, 1)


def _rules(tahap: Sequence[Bidang], lajur: Sequence[Bidang]) -> Iterator[tuple[Place, Place]]:
    """Between two stages, from the edge of their strip to that of the last lane."""
    right = max((lane.x + lane.lebar for lane in lajur), default=0.0)
    for one, two in pairwise(tahap):
        y = round((one.y + one.tinggi + two.y) / 2, 1)
        yield (one.x, y), (round(right, 1), y)


def _pairs(chart: Plan) -> set[tuple[Spot, Spot]]:
    return {
        (one, two) if one < two else (two, one)
        for run in chart.runs
        for one, two in pairwise(run.spots)
    }


def _ends(drawing: _Drawing, group: ET.Element) -> tuple[Place, Place]:
    """Where a piece begins and ends, the tip of its arrow head included."""
    line = group.find(f".//{_SVG}path")
    points = drawing.places("" if line is None else line.get("d", ""))
    start, end = points[0], points[-1]
    for polygon in group.iter(f"{_SVG}polygon"):
        corners = drawing.places(polygon.get("points", ""))
        ahead, behind = (max(corners, key=lambda c: math.dist(c, one)) for one in (end, start))
        if min(math.dist(c, end) for c in corners) < min(math.dist(c, start) for c in corners):
            end = ahead
        else:
            start = behind
    return start, end


def _frame(drawing: _Drawing, group: ET.Element) -> Frame:
    """The edges of a box: those of the first thing that is drawn in it."""
    return _edges(drawing, _shapes(group)[0])


def _shapes(group: ET.Element) -> list[ET.Element]:
    return [one for one in group.iter() if one.get("points") or one.get("d")]


def _edges(drawing: _Drawing, shape: ET.Element) -> Frame:
    return drawing.frame(shape.get("points") or shape.get("d") or "")


def _lines(
    drawing: _Drawing, group: ET.Element, middle: float | None = None, kotak: Kotak | None = None
) -> Iterator[Baris]:
    """The lines of text in a group, set around its middle if that is known; those of a box."""
    for text in group.iter(f"{_SVG}text"):
        words = restore(text.text or "")
        if not words.strip():
            continue
        x, y = drawing.place(float(text.get("x", "0")), float(text.get("y", "0")))
        size, colour = round(float(text.get("font-size", "0")) * SCALE, 2), text.get("fill", "")
        yield Baris(
            isi=words,
            x=x if middle is None else middle,
            y=y,
            ukuran=size,
            tebal=text.get("font-weight") == "bold",
            warna=colour,
            kelas=_part(size, colour, kotak) if kotak else "",
            jangkar="start" if middle is None else "middle",
        )


def _arrow(
    bagan: Bagan,
    drawing: _Drawing,
    run: Run,
    drawn: path.Drawn,
    boxes: Mapping[str, Frame],
) -> PanahTata:
    panah = run.panah
    look = style.line_style(panah.relasi)
    parts = path.reaching(path.stretches(run, drawn), boxes[panah.dari], boxes[panah.ke])
    first = drawing.by_id[piece_id(*run.spots[:2])]
    return PanahTata(
        id=panah.id,
        dari=panah.dari,
        ke=panah.ke,
        relasi=panah.relasi,
        garis=tuple(
            tuple((round(x, 1), round(y, 1)) for x, y in line) for line in path.polylines(parts)
        ),
        warna=look.colour,
        tebal=round(look.width * SCALE, 2),
        putus=style.DASHES[look.dash],
        kepala=look.arrow if panah.berarah else "",
        baris=tuple(_lines(drawing, first)) if panah.label and bagan.lajur else (),
    )


def _box(drawing: _Drawing, kotak: Kotak, frame: Frame, group: ET.Element) -> KotakTata:
    look = style.box_style(kotak.jenis, kotak.bentuk)
    badges = tuple(_badges(drawing, kotak, frame, group))
    return KotakTata(
        id=kotak.id,
        kelas=" ".join(attributes.box_classes(kotak)),
        bentuk=style.form(look),
        **dict(zip(("x", "y", "lebar", "tinggi"), _rectangle(frame), strict=True)),
        isi=style.START_FILL if kotak.awal else look.fill,
        tepi=look.line,
        tebal=round((style.START_BORDER if kotak.awal else look.border) * SCALE, 2),
        putus=style.border_dash(kotak),
        baris=tuple(_lines(drawing, group, _middle(frame), kotak)),
        lencana=badges,
        lancip=_point(drawing, group) if look.shape == "hexagon" else 0.0,
    )


def _point(drawing: _Drawing, group: ET.Element) -> float:
    """How long the points of a hexagon are: from its tip to its nearest upper corner."""
    polygon = next(group.iter(f"{_SVG}polygon"))
    xs = sorted({x for x, _ in drawing.places(polygon.get("points", ""))})
    return round(xs[1] - xs[0], 1)


def _badges(drawing: _Drawing, kotak: Kotak, frame: Frame, group: ET.Element) -> Iterator[Bidang]:
    """The grounds of roles, by their colour; a little wider than the words on them."""
    grounds = _shapes(group)[1:]
    for lencana in kotak.lencana:
        look = style.badge_style(lencana.peran)
        ground = next(one for one in grounds if one.get("fill") == look.fill)
        grounds.remove(ground)
        left, top, right, bottom = _edges(drawing, ground)
        left = max(left - BADGE_ROOM, frame[0] + BADGE_EDGE)
        right = min(right + BADGE_ROOM, frame[2] - BADGE_EDGE)
        kind = f"lencana lencana-{lencana.peran}".replace("_", "-")
        edges = _rectangle((left, top, right, bottom))
        yield Bidang(lencana.peran, kind, *edges, look.fill, look.line)


def _part(size: float, colour: str, kotak: Kotak) -> str:
    """What a line of a box is: words of a role, the title, or a smaller line."""
    for lencana in kotak.lencana:
        if colour == style.badge_style(lencana.peran).line:
            return f"peran peran-{lencana.peran}".replace("_", "-")
    small = size < style.TITLE_SIZE * SCALE - 0.1
    return "rincian" if small and kotak.jenis not in style.GAPS else "judul"


def _words(drawing: _Drawing, node: Node, group: ET.Element) -> Iterator[Kata]:
    """The words of each relation of a node, which stand one below the other."""
    lines: Iterable[Baris] = list(_lines(drawing, group, _middle(_frame(drawing, group))))
    for relation, text in node.words:
        count = len(label.word_lines(text))
        own, lines = tuple(lines)[:count], tuple(lines)[count:]
        colour = style.line_style(relation).colour
        yield Kata(relation, tuple(replace(line, warna=colour) for line in own))
