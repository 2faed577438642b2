"""A slide with a chart: the chart as large as can be, and where room is left its clause and legend.

A tall chart leaves room at its right; a wide one has its clause above and its legend below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.bagan.tata import Tata
from generator.graph import Bagan
from generator.materi.nilai import Poin, Slide
from generator.materi.salindia.bagan import add_chart
from generator.materi.salindia.legenda import BARIS, Tanda, add_legend, rows, signs
from generator.materi.salindia.panggung import scale
from generator.materi.salindia.teks import Kotak, add_points
from generator.materi.susun import ISI_ATAS, ISI_LEBAR, KAKI_ATAS, LEBAR, TEPI, height, paragraphs

#: A chart stands nearer to the edges of the slide than other matter.
_TEPI, _ATAS = 24.0, ISI_ATAS - 8
_SELA = 20.0
#: Beside a chart: how wide the room for its clause and its legend is, and their letters.
_SAMPING = 270.0
_UKURAN = (22.0, 21.0, 20.0, 19.0)
#: Enlarged so much, the smallest letters of a chart are 10 points high.
TERBACA = 1.11


@dataclass(frozen=True)
class Lembar:
    """How a slide with a chart is shared out; ``legenda`` are the rows of signs."""

    bagan: Kotak
    butir: Kotak
    tanda: Kotak
    legenda: tuple[tuple[Tanda, ...], ...]


def add_chart_page(page: Any, slide: Slide, bagan: Bagan, tata: Tata) -> None:
    """A chart with its clause and its legend."""
    points = tuple(_said(slide.butir))
    sheet = share_out(points, bagan, tata)
    add_chart(page, sheet.bagan, bagan, tata)
    if points:
        add_points(page, sheet.butir, points, _UKURAN)
    add_legend(page, sheet.tanda, sheet.legenda)


def share_out(butir: Sequence[Poin], bagan: Bagan, tata: Tata) -> Lembar:
    """The way in which the chart becomes larger; side by side where it makes no difference.

    What is said in many words stands above the chart: beside it, its letters would be too small.
    """
    found = signs(bagan, tata)
    beside, stacked = _beside(butir, found), _stacked(butir, found)
    crowded = height(paragraphs(butir, _UKURAN[-1]), beside.butir.lebar) > beside.butir.tinggi
    wide = scale(stacked.bagan, tata) > scale(beside.bagan, tata)
    return stacked if crowded or wide else beside


def _said(butir: Sequence[Poin]) -> Iterator[Poin]:
    """What is said beside a chart, without "Menurut" where nothing follows."""
    for point in butir:
        if point.dasar or point.keadaan or point.teks != "Menurut":
            yield point


def _beside(butir: Sequence[Poin], found: Sequence[Tanda]) -> Lembar:
    full = Kotak(_TEPI, _ATAS, LEBAR - 2 * _TEPI, KAKI_ATAS - _ATAS - 6)
    if not butir and not found:
        return Lembar(full, full, full, ())
    lines = tuple(map(tuple, rows(found, _SAMPING)))
    tall = len(lines) * BARIS
    left = LEBAR - _TEPI - _SAMPING
    return Lembar(
        replace(full, lebar=full.lebar - _SAMPING - _SELA),
        Kotak(left, _ATAS, _SAMPING, full.tinggi - tall - _SELA),
        Kotak(left, _ATAS + full.tinggi - tall, _SAMPING, tall),
        lines,
    )


def _stacked(butir: Sequence[Poin], found: Sequence[Tanda]) -> Lembar:
    lines = tuple(map(tuple, rows(found, ISI_LEBAR)))
    above = height(paragraphs(butir, _UKURAN[-1]), ISI_LEBAR) if butir else 0.0
    below = len(lines) * BARIS
    top = _ATAS + above + (4 if above else 0)
    end = KAKI_ATAS - 6 - below
    return Lembar(
        Kotak(_TEPI, top, LEBAR - 2 * _TEPI, end - top - (4 if below else 0)),
        Kotak(TEPI, _ATAS, ISI_LEBAR, above),
        Kotak(TEPI, end, ISI_LEBAR, below),
        lines,
    )


def enlarged(butir: Sequence[Poin], bagan: Bagan, tata: Tata) -> float:
    """How much a chart is enlarged on its slide; `TERBACA` is enough for a hall."""
    return scale(share_out(tuple(_said(butir)), bagan, tata).bagan, tata)
