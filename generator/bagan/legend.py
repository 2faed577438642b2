"""What the shapes and lines of a chart mean, with a small drawn sample of each.

A page shows it beside the chart; for a structure every relation is also a switch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.bagan import style
from generator.bagan.path import Stretch, data, head
from generator.graph import Bagan, Kotak

_SHAPES = {
    "tindakan": "Langkah",
    "keputusan": "Keputusan",
    "selesai": "Akhir alur",
    "tidak_diatur": "Tidak diatur dalam naskah",
}
_FORMS = {
    "jabatan": "Jabatan",
    "kelompok": "Kelompok pegawai",
    "tim": "Tim kerja",
    "luar": "Di luar unit organisasi",
}


@dataclass(frozen=True)
class ButirLegenda:
    """One entry: ``kunci`` is the relation, form or role; ``contoh`` an inline SVG, 40 by 16 px."""

    macam: Literal["kotak", "relasi", "lencana"]
    kunci: str
    nama: str
    contoh: str


def legenda(bagan: Bagan) -> tuple[ButirLegenda, ...]:
    """The entries for what this chart really shows, boxes first, then lines, then roles."""
    boxes = {_kind(kotak): kotak for kotak in reversed(bagan.kotak)}
    entries = [
        ButirLegenda("kotak", kind, name, _box(boxes[kind]))
        for kind, name in {**_SHAPES, **_FORMS}.items()
        if kind in boxes
    ]
    if bagan.jenis != "mekanisme":
        arrows = {panah.relasi: panah for panah in reversed(bagan.panah)}
        order = dict.fromkeys(panah.relasi for panah in bagan.panah)
        entries += [
            ButirLegenda("relasi", kind, arrows[kind].nama, _line(kind, arrows[kind].berarah))
            for kind in order
        ]
    roles = {one.peran: one.nama for kotak in bagan.kotak for one in kotak.lencana}
    entries += [ButirLegenda("lencana", role, name, _badge(role)) for role, name in roles.items()]
    return tuple(entries)


def _kind(kotak: Kotak) -> str:
    return kotak.jenis if kotak.jenis in _SHAPES else kotak.bentuk


def _box(kotak: Kotak) -> str:
    look = style.box_style(kotak.jenis, kotak.bentuk)
    values = f'fill="{look.fill}" stroke="{look.line}" stroke-width="{look.border}"'
    if "dashed" in look.style:
        values += ' stroke-dasharray="4,2"'
    if look.shape == "hexagon":
        shape = f'<polygon class="bidang" points="2,8 9,2 31,2 38,8 31,14 9,14" {values}/>'
    else:
        corner = 5 if "rounded" in look.style else 0
        shape = f'<rect class="bidang" x="2" y="2" width="36" height="12" rx="{corner}" {values}/>'
    jenis = kotak.jenis.replace("_", "-")
    return _sample(f'<g class="kotak bentuk-{kotak.bentuk} jenis-{jenis}">{shape}</g>')


def _line(relation: str, directed: bool) -> str:
    look = style.line_style(relation)
    part, points = Stretch(False, (1.0, 8.0), (39.0, 8.0)), ""
    if directed:
        points, part = head(part, look.arrow)
    dash = f' stroke-dasharray="{style.DASHES[look.dash]}"' if style.DASHES[look.dash] else ""
    drawn = (
        f'<path class="garis" d="{data([part])}" fill="none" stroke="{look.colour}" '
        f'stroke-width="{look.width}"{dash}/>'
    )
    if points:
        drawn += f'<polygon class="kepala" points="{points}" fill="{look.colour}"/>'
    return _sample(f'<g class="panah relasi-{relation.replace("_", "-")}">{drawn}</g>')


def _badge(role: str) -> str:
    look, name = style.badge_style(role), role.replace("_", "-")
    return _sample(
        f'<rect class="lencana lencana-{name}" x="2" y="3" width="36" height="10" rx="4" '
        f'fill="{look.fill}"/>'
    )


def _sample(drawn: str) -> str:
    """A sample says nothing that its name beside it does not: hidden from screen readers."""
    return (
        '<svg class="bagan contoh" aria-hidden="true" focusable="false" width="40" height="16" '
        f'viewBox="0 0 40 16">{drawn}</svg>'
    )
