"""One table of shapes, colours and dash patterns; `bagan.css` repeats the colours by class.

Colours here are the fallback that stands in the SVG itself: dark ink on a pale ground, contrast at
least 7:1. Nothing is told by colour alone: each kind also has its shape, border or dash pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.graph import Kotak
from generator.model import Asal

#: Pixels in a point: Graphviz works in points, everything else in pixels.
SCALE = 4 / 3
#: Points; 9 pt is 12 px.
TITLE_SIZE = 10
DETAIL_SIZE = 9
HEAD_SIZE = 10.5
INK = "#102027"
FONT = "Arial"


@dataclass(frozen=True)
class BoxStyle:
    """How a kind of box is drawn; ``border`` is a width in points."""

    shape: str
    style: str
    fill: str
    line: str
    border: float = 1.1
    margin: str = "0.13,0.08"


@dataclass(frozen=True)
class LineStyle:
    """How a relation is drawn; ``dash`` is a Graphviz edge style."""

    dash: str
    colour: str
    width: float
    arrow: str = "normal"


_ROUND = "rounded,filled"

BOXES = {
    # structures, by `bentuk`
    "jabatan": BoxStyle("box", "filled", "#e7f0fa", "#31546f", 1.3),
    "kelompok": BoxStyle("box", _ROUND, "#fff6dc", "#7a5b12"),
    "tim": BoxStyle("box", "rounded,filled,dashed", "#e6f4ea", "#2c6140", 1.3),
    "luar": BoxStyle("box", "filled,dashed", "#f1f1f4", "#565b6b"),
    # flows, by `jenis`
    "tindakan": BoxStyle("box", _ROUND, "#ffffff", "#37474f"),
    "keputusan": BoxStyle("hexagon", "filled", "#fff6dc", "#7a5b12", 1.1, "0.02,0.05"),
    "selesai": BoxStyle("box", _ROUND, "#dff2e3", "#1f5a32", 2.2, "0.2,0.08"),
    "tidak_diatur": BoxStyle("box", "filled,dashed", "#eeeeee", "#616161", 1.1, "0.09,0.06"),
    "tidak_terbaca": BoxStyle("box", "filled,dashed", "#eeeeee", "#616161", 1.1, "0.09,0.06"),
}
START_BORDER = 2.2
START_FILL = "#e7f0fa"

#: Dash patterns in the SVG, in pixels, by Graphviz style.
DASHES = {"solid": "", "dashed": "6.5,4", "dotted": "1.6,4.8"}
#: Kinds of box that stand for what is missing: all their words are small.
GAPS = ("tidak_diatur", "tidak_terbaca")

LINES = {
    "lalu": LineStyle("solid", "#37474f", 1.1),
    "kedudukan": LineStyle("solid", "#31546f", 1.4),
    "penilaian": LineStyle("solid", "#9a3412", 2.0, "diamond"),
    "penugasan": LineStyle("dashed", "#6a1b9a", 1.4),
    "penetapan_kinerja": LineStyle("dashed", "#00606b", 1.4, "vee"),
    "koordinasi": LineStyle("dotted", "#455a64", 1.6),
    "kolaborasi": LineStyle("dotted", "#2c6140", 1.8),
}
#: A relation added to the vocabulary later is drawn plainly, with its name on the line.
OTHER_LINE = LineStyle("dashed", "#37474f", 1.2)
OTHER_BOX = BOXES["tindakan"]

LANES = ("#eaf0f6", "#f6f8fa")
LANE_LINE = "#cfd8dc"
STAGE = "#e9e6f2"
STAGE_LINE = "#bdb6d6"


@dataclass(frozen=True)
class BadgeStyle:
    """How a role is drawn: ink on a ground."""

    fill: str
    line: str


BADGES = {
    "penilai": BadgeStyle("#cfe8d5", "#124019"),
    "pimpinan_unit": BadgeStyle("#d3e0f5", "#0c2f6b"),
}
OTHER_BADGE = BadgeStyle("#e4e0ee", "#3a2c66")


def box_style(kind: str, form: str) -> BoxStyle:
    """The style of a box: by its kind in a flow, by its form in a structure."""
    return BOXES.get(kind) or BOXES.get(form) or OTHER_BOX


def form(look: BoxStyle) -> Literal["kotak", "bulat", "segi-enam"]:
    """The shape of a box in words."""
    if look.shape == "hexagon":
        return "segi-enam"
    return "bulat" if "rounded" in look.style else "kotak"


def border_dash(kotak: Kotak) -> str:
    """The dash pattern of a border: what is reconstructed is dashed, and some kinds always are."""
    look = box_style(kotak.jenis, kotak.bentuk)
    dashed = "dashed" in look.style or kotak.asal is Asal.REKONSTRUKSI
    return DASHES["dashed"] if dashed else ""


def line_style(relation: str) -> LineStyle:
    """The style of a relation of the vocabulary, or of ``lalu`` in a flow."""
    return LINES.get(relation, OTHER_LINE)


def badge_style(role: str) -> BadgeStyle:
    """The style of a role's badge."""
    return BADGES.get(role, OTHER_BADGE)
