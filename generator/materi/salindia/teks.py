"""Statements on a slide: text boxes whose letters are as large as their room allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

from generator.materi.nilai import Poin
from generator.materi.salindia.ukuran import AKSEN, AWAS, HURUF, REDUP, TINTA, emu, points

#: Sizes of letters in pixels, the largest that fits is taken.
UKURAN = (36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
#: Arial: an average letter of running text is about half as wide as high; lines are 1.2 high.
_LEBAR_HURUF = 0.53
_TINGGI_BARIS = 1.2
_SELA = 0.45
#: How the clause after a statement is set, beside the statement itself.
_KECIL = 0.72


@dataclass(frozen=True)
class Kotak:
    """A place on a slide, in pixels."""

    x: float
    y: float
    lebar: float
    tinggi: float


@dataclass(frozen=True)
class Lari:
    """A run of letters of one look."""

    teks: str
    ukuran: float
    tebal: bool = False
    warna: RGBColor = TINTA


Alinea = tuple[int, tuple[Lari, ...]]


def add_points(slide: Any, place: Kotak, butir: Sequence[Poin]) -> None:
    """Statements as paragraphs with their clauses, in the largest letters that fit."""
    size = next(
        (one for one in UKURAN if height(_paragraphs(butir, one), place.lebar) <= place.tinggi),
        UKURAN[-1],
    )
    frame = add_box(slide, place)
    write(frame, _paragraphs(butir, size), gap=size * _SELA)


def add_box(slide: Any, place: Kotak, anchor: Any = MSO_ANCHOR.TOP) -> Any:
    """An empty text frame without margins that wraps and never changes its size."""
    shape = slide.shapes.add_textbox(
        emu(place.x), emu(place.y), emu(place.lebar), emu(place.tinggi)
    )
    return bare(shape.text_frame, anchor)


def bare(frame: Any, anchor: Any = MSO_ANCHOR.TOP) -> Any:
    """Take margins and growing from a text frame."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    return frame


def write(frame: Any, paragraphs: Sequence[Alinea], gap: float, align: Any = PP_ALIGN.LEFT) -> None:
    """Fill a text frame; ``gap`` is the space before each paragraph but the first, in pixels."""
    for number, (level, runs) in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = align
        paragraph.line_spacing = 1.0
        paragraph.space_before = points(gap if number else 0)
        if level:
            indent = str(emu(level * 24))
            paragraph._p.get_or_add_pPr().set("marL", indent)
        for run in runs:
            add_run(paragraph, run)


def add_run(paragraph: Any, run: Lari) -> None:
    """One run of letters."""
    written = paragraph.add_run()
    written.text = run.teks
    written.font.size = points(run.ukuran)
    written.font.name = HURUF
    written.font.bold = run.tebal
    written.font.color.rgb = run.warna


def height(paragraphs: Sequence[Alinea], width: float) -> float:
    """How high paragraphs will stand, in pixels; rather too much than too little."""
    total = 0.0
    for level, runs in paragraphs:
        size = max(run.ukuran for run in runs)
        length = sum(len(run.teks) * run.ukuran * _LEBAR_HURUF for run in runs)
        lines = -(-length // max(width - level * 24 - size, size))
        total += max(lines, 1) * size * _TINGGI_BARIS + size * _SELA
    return total


def _paragraphs(butir: Sequence[Poin], size: float) -> list[Alinea]:
    return [line for point in butir for line in _point(point, size, 0)]


def _point(point: Poin, size: float, level: int) -> Iterator[Alinea]:
    yield level, tuple(runs(point, size))
    for below in point.anak:
        yield from _point(below, size * 0.9, level + 1)


def runs(point: Poin, size: float) -> Iterator[Lari]:
    """A statement, what must not be overlooked about it, and its clauses."""
    yield Lari(point.teks, size)
    if point.keadaan:
        yield Lari(f"  [{point.keadaan}]", size * _KECIL, True, AWAS)
    names = tuple(dict.fromkeys(source.sebutan for source in point.dasar))
    if names:
        shown = "; ".join(names[:2]) + (f"; {len(names) - 2} lagi" if len(names) > 2 else "")
        yield Lari(f"  {shown}", size * _KECIL, False, AKSEN)


def muted(text: str, size: float) -> Lari:
    """Words beside the matter: foot lines, sources."""
    return Lari(text, size, False, REDUP)
