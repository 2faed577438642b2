"""Tables on a slide: native ones, their columns as wide as their words ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.materi.nilai import Poin, Tabel
from generator.materi.salindia.teks import Alinea, Kotak, Lari, bare, height, runs, write
from generator.materi.salindia.ukuran import BIDANG, PUTIH, REDUP, emu

_UKURAN = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
_SELA = 6.0


def add_table(slide: Any, place: Kotak, tabel: Tabel) -> None:
    """A table in the largest letters with which it fits its place."""
    widths = _widths(tabel, place.lebar)
    size = next(
        (one for one in _UKURAN if sum(_heights(tabel, widths, one)) <= place.tinggi), _UKURAN[-1]
    )
    heights = _heights(tabel, widths, size)
    frame = slide.shapes.add_table(
        len(heights), len(widths), emu(place.x), emu(place.y), emu(place.lebar), emu(sum(heights))
    )
    table = frame.table
    # The built-in style paints bands over what is set here.
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = emu(width)
    for number, (row, tall) in enumerate(zip(table.rows, heights, strict=True)):
        row.height = emu(tall)
        for cell, lines in zip(row.cells, _row(tabel, number, size), strict=True):
            _fill(cell, lines, BIDANG if number == 0 else PUTIH)


def _fill(cell: Any, lines: Sequence[Alinea], ground: Any) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = ground
    bare(cell.text_frame)
    cell.margin_left = cell.margin_right = emu(_SELA)
    cell.margin_top = cell.margin_bottom = emu(_SELA / 2)
    write(cell.text_frame, lines, gap=2)


def _row(tabel: Tabel, number: int, size: float) -> list[list[Alinea]]:
    """The cells of a row as paragraphs; row 0 is the heads."""
    if number == 0:
        return [[(0, (Lari(head, size * 0.85, True, REDUP),))] for head in tabel.kepala]
    return [_cell(point, size) for point in tabel.baris[number - 1]]


def _cell(point: Poin, size: float) -> list[Alinea]:
    below = [(0, tuple(runs(one, size * 0.92))) for one in point.anak]
    return [(0, tuple(runs(point, size))), *below]


def _heights(tabel: Tabel, widths: Sequence[float], size: float) -> list[float]:
    return [
        max(
            height(lines, width - 2 * _SELA)
            for lines, width in zip(_row(tabel, number, size), widths, strict=True)
        )
        + _SELA
        for number in range(len(tabel.baris) + 1)
    ]


def _widths(tabel: Tabel, width: float) -> list[float]:
    """By the square root of the longest words of each column, so that none starves."""
    rows = [*tabel.baris, tuple(Poin(head) for head in tabel.kepala)]
    wants = [max(_length(row[index]) for row in rows) ** 0.5 for index in range(len(tabel.kepala))]
    return [width * want / sum(wants) for want in wants]


def _length(point: Poin) -> int:
    names = sum(len(source.sebutan) for source in point.dasar[:2])
    return min(400, len(point.teks) + names + sum(_length(one) for one in point.anak))
