"""The picture of how alike regulations are: a table of cells, darker the more alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.template import fill

#: Sizes in the units of the drawing.
SISI = 100
TINGGI = 44
KEPALA = 34
TEPI = 116
#: Letters of a name that have room before its row; of a longer one, its beginning is shown.
MUAT = 15
#: A cell has one of so many shades; the number stands in it, so that the shade only helps.
TINGKAT = 6


@dataclass(frozen=True)
class Sel:
    """How alike two regulations are, 0 to 1, and where they stand side by side."""

    baris: str
    kolom: str
    nilai: float
    alamat: str


@dataclass(frozen=True)
class Kotak:
    """A cell as drawn; a regulation beside itself has no number."""

    x: int
    y: int
    tingkat: int
    nilai: float | None
    alamat: str
    keterangan: str


def heat_map(names: Mapping[str, str], cells: Sequence[Sel]) -> str:
    """The picture as an inline SVG whose cells are links; empty when nothing is to be compared."""
    if not cells:
        return ""
    by_pair = {(cell.baris, cell.kolom): cell for cell in cells}
    slugs = list(names)
    boxes = [
        _box(by_pair.get((row, column)), x, y, names[row], names[column])
        for y, row in enumerate(slugs)
        for x, column in enumerate(slugs)
    ]
    return fill(
        "bandingkan/kemiripan.svg",
        nama=[names[slug] for slug in slugs],
        muat=MUAT,
        kotak=boxes,
        sisi=SISI,
        tinggi=TINGGI,
        kepala=KEPALA,
        tepi=TEPI,
    )


def _box(cell: Sel | None, column: int, row: int, left: str, right: str) -> Kotak:
    x, y = TEPI + SISI * column, KEPALA + TINGGI * row
    if cell is None:
        return Kotak(x, y, 0, None, "", "")
    shade = min(TINGKAT, 1 + int(cell.nilai * TINGKAT))
    return Kotak(x, y, shade, cell.nilai, cell.alamat, f"{left} dan {right}")
