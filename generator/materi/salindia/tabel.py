"""Tables on a slide: native ones, their columns as wide as their words ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.materi.nilai import Tabel
from generator.materi.salindia.teks import Kotak, bare, write
from generator.materi.salindia.ukuran import BIDANG, PUTIH, colour, emu
from generator.materi.susun import (
    SELA_SEL,
    UKURAN_TABEL,
    Alinea,
    cell,
    head,
    row_heights,
    widths,
)


def add_table(slide: Any, place: Kotak, tabel: Tabel, words: str) -> None:
    """A table in the largest letters with which it fits its place; ``words`` say what it is."""
    columns = widths(tabel, place.lebar)
    size = next(
        (one for one in UKURAN_TABEL if sum(row_heights(tabel, columns, one)) <= place.tinggi),
        UKURAN_TABEL[-1],
    )
    heights = row_heights(tabel, columns, size)
    frame = slide.shapes.add_table(
        len(heights), len(columns), emu(place.x), emu(place.y), emu(place.lebar), emu(sum(heights))
    )
    frame.name = "Tabel"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    table = frame.table
    # The built-in style paints bands over what is set here.
    table.horz_banding = False
    for column, wide in zip(table.columns, columns, strict=True):
        column.width = emu(wide)
    for number, (row, tall) in enumerate(zip(table.rows, heights, strict=True)):
        row.height = emu(tall)
        for one, lines in zip(row.cells, _row(tabel, number, size), strict=True):
            _fill(one, lines, BIDANG if number == 0 else PUTIH)


def _row(tabel: Tabel, number: int, size: float) -> list[list[Alinea]]:
    """The cells of a row as paragraphs; row 0 is the heads."""
    if number == 0:
        return [head(words, size) for words in tabel.kepala]
    return [cell(point, size) for point in tabel.baris[number - 1]]


def _fill(one: Any, lines: Sequence[Alinea], ground: str) -> None:
    one.fill.solid()
    one.fill.fore_color.rgb = colour(ground)
    bare(one.text_frame)
    one.margin_left = one.margin_right = emu(SELA_SEL)
    one.margin_top = one.margin_bottom = emu(SELA_SEL / 2)
    write(one.text_frame, lines)
