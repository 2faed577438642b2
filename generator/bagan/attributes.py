"""Attributes of DOT for every part of a chart: style, classes, ids, links, tooltips."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.bagan import label, lanes, style
from generator.bagan.plan import Node, Run
from generator.bagan.track import Spot
from generator.graph import Bagan, Kotak, Sumber

Attributes = Mapping[str, object]


@dataclass(frozen=True)
class Markup:
    """An HTML-like label, made by `label` from escaped parts."""

    text: str


#: Inches between two ranks; a row and the channel below it are two.
RANKSEP = 0.14
#: Inches of free ground around a line that runs upright between columns; points of the words of a
#: branch that stand before and behind that ground.
GUTTER = 0.14
WORDS_OUTSIDE = 12.0
#: Points that a line of words on an arrow takes.
LINE_HEIGHT = 11

NODE: Attributes = {
    "fontname": style.FONT,
    "fontsize": style.TITLE_SIZE,
    "fontcolor": style.INK,
    "shape": "point",
    "width": 0.01,
    "height": 0.01,
    "style": "invis",
    "label": "",
}
EDGE: Attributes = {
    "fontname": style.FONT,
    "fontsize": style.DETAIL_SIZE,
    "fontcolor": style.INK,
    "arrowsize": 0.7,
    "dir": "none",
}
CHAIN: Attributes = {"style": "invis"}
ORDER: Attributes = {"style": "invis"}
RULE: Attributes = {"class": "batas-tahap", "color": style.STAGE_LINE, "style": "dashed"}


def graph(bagan: Bagan) -> Attributes:
    """The whole drawing; rows of a flow stand closer than the levels of a structure."""
    flow = bagan.jenis == "mekanisme"
    return {
        "id": f"gambar-{bagan.jenis}-{bagan.id}",
        "class": f"bagan bagan-{bagan.jenis}",
        "fontname": style.FONT,
        "newrank": "true",
        "rankdir": "TB",
        "splines": "line",
        "outputorder": "edgesfirst" if not flow else "breadthfirst",
        "nodesep": 0.1 if flow else 0.2,
        "ranksep": RANKSEP if flow else 0.17,
        "bgcolor": "transparent",
    }


def ground(bagan: Bagan, which: str) -> Attributes:
    """The ground of a lane or a stage."""
    if which.startswith("tahap-"):
        fill, line, kind = style.STAGE, style.STAGE_LINE, "tahap"
    else:
        number = [f"lajur-{lajur.id}" for lajur in bagan.lajur].index(which)
        fill, line, kind = style.LANES[number % 2], style.LANE_LINE, f"lajur lajur-{number % 2}"
    return {
        "id": f"{which}-{bagan.id}",
        "class": kind,
        "style": "filled",
        "fillcolor": fill,
        "color": line,
        "margin": 8,
        "label": "",
    }


def node(bagan: Bagan, spot: Spot, what: Node) -> Attributes:
    """A box, a title, words on a line, room for words, or an invisible point."""
    group: Attributes = {"group": "x{}_{}".format(*spot[0]).replace("-", "m")}
    if what.words:
        return {**group, **_WORDS, "label": Markup(label.words(what.words))}
    if what.room is not None:
        return {**group, "shape": "box", "width": round(_width(what.room) / 72, 3)}
    if what.gutter is not None:
        width = max(GUTTER, (_width(what.gutter) - WORDS_OUTSIDE) / 72 if what.gutter else 0.0)
        return {**group, "shape": "box", "width": round(width, 3)}
    if what.box is None:
        return group
    boxes = {kotak.id: kotak for kotak in bagan.kotak}
    if what.box in boxes:
        return {**group, **_box(bagan, boxes[what.box])}
    return {**group, **_title(bagan, what.box)}


def _title(bagan: Bagan, box: str) -> Attributes:
    """The title of a lane or of a stage."""
    height = max((len(label.head_lines(lajur.judul)) for lajur in bagan.lajur), default=1)
    lane_titles = {lanes.head(lajur.id): lajur.judul for lajur in bagan.lajur}
    if box in lane_titles:
        text = label.head(lane_titles[box], height)
        return {**_TITLE, "class": "judul-lajur", "label": Markup(text)}
    stage_titles = {lanes.band(tahap.id): tahap.judul for tahap in bagan.tahap}
    text = label.stage(stage_titles[box])
    return {**_TITLE, "width": _STRIP_WIDTH, "class": "judul-tahap", "label": Markup(text)}


_WORDS: Attributes = {
    "shape": "box",
    "style": "solid",
    "penwidth": 0,
    "margin": "0.05,0.01",
    "fontsize": style.DETAIL_SIZE,
    "class": "kata",
}
_TITLE: Attributes = {"shape": "box", "style": "solid", "penwidth": 0, "margin": "0,0.03"}
_STRIP_WIDTH = 0.9


def _box(bagan: Bagan, kotak: Kotak) -> Attributes:
    look = style.box_style(kotak.jenis, kotak.bentuk)
    start = kotak.awal
    return {
        "id": kotak.id,
        "class": " ".join(box_classes(kotak)),
        "label": Markup(label.box(bagan, kotak)),
        "shape": look.shape,
        "style": look.style,
        "fillcolor": style.START_FILL if start else look.fill,
        "color": look.line,
        "penwidth": style.START_BORDER if start else look.border,
        "margin": look.margin,
        **_cited(kotak.dasar),
    }


def box_classes(kotak: Kotak) -> tuple[str, ...]:
    """Classes of a box, for style sheet and script."""
    found = ["kotak", f"bentuk-{kotak.bentuk}", f"jenis-{kotak.jenis}".replace("_", "-")]
    found += ["awal"] if kotak.awal else []
    found += [f"beda-{kotak.beda}"] if kotak.beda else []
    return (*found, f"asal-{kotak.asal}")


def _cited(dasar: tuple[Sumber, ...]) -> Attributes:
    """The link to the clause and its words; nothing where a part cites nothing."""
    if not dasar:
        return {}
    return {"URL": dasar[0].alamat, "tooltip": f"{dasar[0].sebutan}: “{dasar[0].kutipan}”"}


def piece(bagan: Bagan, uses: Sequence[tuple[Run, int]]) -> Attributes:
    """One piece of line and the arrows that use it, each as (arrow, number of the piece in it).

    The first piece of an arrow may carry its words, the last its head. Companions lie on top of
    each other here; `svg` draws them side by side.
    """
    first, number = uses[0]
    look = style.line_style(first.panah.relasi)
    found: dict[str, object] = {
        "class": f"panah relasi-{first.panah.relasi}".replace("_", "-"),
        "style": look.dash,
        "color": look.colour,
        "penwidth": look.width,
    }
    heads = [run for run, at in uses if at == len(run.spots) - 2 and run.panah.berarah]
    if heads:
        one, two = heads[0].spots[-2:]
        end = ("forward", "arrowhead") if one < two else ("back", "arrowtail")
        found |= {"dir": end[0], end[1]: style.line_style(heads[0].panah.relasi).arrow}
    if number == 0 and first.panah.label and bagan.jenis == "mekanisme":
        found |= _beside(first)
    return found


def _beside(run: Run) -> Attributes:
    """Words beside the first piece, on the side to which the line does not turn."""
    one, two = run.spots[:2]
    text = run.panah.label or ""
    end = "tail" if one < two else "head"
    lines = label.branch_lines(text)
    width, height = _width(text), LINE_HEIGHT * len(lines) / 2
    if one[0] == two[0]:
        turn = next((1 if s[0] > one[0] else -1 for s in run.spots if s[0] != one[0]), -1)
        across, along = width / 2 + 1, height + 3
        angle = math.degrees(math.atan2(across, along)) * (turn < 0 or -1)
    else:
        down = next((s[1] > one[1] for s in run.spots if s[1] != one[1]), True)
        leftward = two < one
        across, along = height + 1, width / 2 + 3
        angle = math.degrees(math.atan2(across, along)) * (-1 if down == leftward else 1)
    room = {"minlen": _ranks(len(lines))} if one[0] == two[0] else {}
    return {
        **room,
        f"{end}label": Markup(label.branch(text)),
        "labelangle": round(angle, 1),
        "labeldistance": round(math.hypot(across, along) / 10, 2),
    }


def _ranks(lines: int) -> int:
    """How many ranks an arrow must fall before its first turn, so that its words find room."""
    return max(1, math.ceil((lines * LINE_HEIGHT + 8) / (RANKSEP * 72)) - 1)


def _width(text: str) -> float:
    """About how wide words on a line are, in points: half the size of the font a character."""
    return max(len(line) for line in label.branch_lines(text) or ("",)) * 4.6 + 8
