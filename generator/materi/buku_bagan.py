"""Charts on the pages of a book: beside the words, on a page of their own, or in parts.

A chart is shrunk only as long as its smallest letters can be read; a flow that would need more is
shown in the parts that slides show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from generator.pages.legenda import Legenda
from generator.pages.values import BaganTerbit

Blok = dict[str, Any]

#: Smallest letters of a chart, in CSS pixels, and the smallest that a book prints, in points.
HURUF, TERKECIL = 12.0, 6.5
#: What a CSS pixel is in points.
PIKSEL = 0.75
#: How far a chart may be shrunk.
SUSUT = TERKECIL / (HURUF * PIKSEL)
#: Room for a chart in CSS pixels, width and height: among words, upright, across, on a fold-out.
SELA, TEGAK, MELINTANG, LIPAT = (650.0, 620.0), (710.0, 880.0), (1050.0, 570.0), (1510.0, 980.0)


def place(chart: BaganTerbit, bagian: Sequence[BaganTerbit]) -> tuple[BaganTerbit, ...]:
    """The charts that a book prints for one: itself, or where it is too large for A4 its parts.

    ``bagian`` are the parts that slides show; none of a chart that they show whole.
    """
    if scale(chart, TEGAK) >= SUSUT or scale(chart, MELINTANG) >= SUSUT:
        return (chart,)
    return tuple(bagian) or (chart,)


def blocks(charts: Iterable[BaganTerbit]) -> Iterator[Blok]:
    """A block for each chart, with its place and its width on paper in points."""
    for chart in charts:
        spot, room = _spot(chart)
        yield {
            "jenis": "bagan",
            "tempat": spot,
            "berkas": file_name(chart),
            "judul": chart.bagan.judul,
            "alt": f"{chart.bagan.judul}. {chart.bagan.keterangan}".strip(),
            "lebar": chart.gambar.lebar * scale(chart, room) * PIKSEL,
        }


def wide_last(chapter: list[Blok]) -> list[Blok]:
    """The blocks of a chapter with its wide pages at its end, so that none cuts a page short.

    Where such a chart stood, a line says on which page it is.
    """
    wide = [one for one in chapter if one.get("tempat") in ("melintang", "lipat")]
    kept = [
        {"jenis": "lihat", "tujuan": f"bagan-{one['berkas']}"} if one in wide else one
        for one in chapter
    ]
    return kept + wide


def scale(chart: BaganTerbit, room: tuple[float, float]) -> float:
    """How far a chart must be shrunk for a room; never enlarged."""
    return min(1.0, room[0] / chart.gambar.lebar, room[1] / chart.gambar.tinggi)


def file_name(chart: BaganTerbit) -> str:
    """The name of the picture in the folder of the template."""
    return f"{chart.bagan.jenis}-{chart.bagan.id}.svg"


def sample(sign: Legenda) -> str:
    """One sign of a legend as a picture of 34 by 16 pixels."""
    drawn = "".join(f" {name}={quoteattr(value)}" for name, value in sign.atribut)
    colour = dict(sign.atribut).get("stroke", "none")
    head = f'<polygon points="{sign.kepala}" fill={quoteattr(colour)}/>' if sign.kepala else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="16" viewBox="0 0 34 16">'
        f'<path d="{sign.d}"{drawn}/>{head}</svg>'
    )


def _spot(chart: BaganTerbit) -> tuple[str, tuple[float, float]]:
    if scale(chart, SELA) >= SUSUT:
        return "sela", SELA
    upright, across = scale(chart, TEGAK), scale(chart, MELINTANG)
    if max(upright, across) < SUSUT:
        return "lipat", LIPAT
    return ("tegak", TEGAK) if upright >= across else ("melintang", MELINTANG)
