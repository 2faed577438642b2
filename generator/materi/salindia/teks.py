"""Text frames: paragraphs with their runs, in boxes without margins that never grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

from generator.materi.nilai import Poin
from generator.materi.salindia.ukuran import BAHASA, colour, emu, points
from generator.materi.susun import LEKUK, UKURAN, Alinea, Lari, height, paragraphs


@dataclass(frozen=True)
class Kotak:
    """A place on a slide, in pixels."""

    x: float
    y: float
    lebar: float
    tinggi: float


def add_points(slide: Any, place: Kotak, butir: Sequence[Poin], sizes: Sequence[float]) -> None:
    """Statements as paragraphs with their clauses, in the largest of the sizes that fits."""
    fitting = (one for one in sizes if height(paragraphs(butir, one), place.lebar) <= place.tinggi)
    size = next(fitting, sizes[-1])
    write(add_box(slide, place, "Isi"), paragraphs(butir, size))


def add_body(slide: Any, place: Kotak, butir: Sequence[Poin]) -> None:
    """The statements that a slide is about."""
    add_points(slide, place, butir, UKURAN)


def add_box(slide: Any, place: Kotak, name: str, anchor: Any = MSO_ANCHOR.TOP) -> Any:
    """An empty text frame of its own."""
    shape = slide.shapes.add_textbox(
        emu(place.x), emu(place.y), emu(place.lebar), emu(place.tinggi)
    )
    shape.name = name
    return bare(shape.text_frame, anchor)


def bare(frame: Any, anchor: Any = MSO_ANCHOR.TOP) -> Any:
    """Take margins and growing from a text frame; its words wrap."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    return frame


def write(frame: Any, alinea: Sequence[Alinea], align: Any = PP_ALIGN.LEFT) -> None:
    """Fill a text frame."""
    for number, one in enumerate(alinea):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = align
        paragraph.line_spacing = 1.0
        paragraph.space_before = points(one.sela)
        if one.lekuk:
            paragraph._p.get_or_add_pPr().set("marL", str(emu(one.lekuk * LEKUK)))
        for run in one.lari:
            add_run(paragraph, run)


def add_run(paragraph: Any, run: Lari) -> None:
    """One run of letters; the family is the theme's."""
    written = paragraph.add_run()
    written.text = run.teks
    written.font.size = points(run.ukuran)
    written.font.bold = run.tebal
    written.font.color.rgb = colour(run.warna)
    written._r.get_or_add_rPr().set("lang", BAHASA)
