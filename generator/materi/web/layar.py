"""Screens: the slides of a deck as the browser shows them, an answer with its question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bagan.svg import prefixed
from generator.graph import Sumber
from generator.materi.nilai import Dek, Modul, Poin, Slide

#: Charts that are taller than this, in their width, are taller than what a title leaves of a slide.
_TEGAK = 0.7


@dataclass(frozen=True)
class Layar:
    """One screen: a slide, the slide that answers it, its drawing, and what the speaker sees.

    ``daerah`` is the regency that it is about, empty where it is about all; ``kutipan`` are the
    citations of both slides, each once.
    """

    slide: Slide
    modul: Modul
    jawaban: Slide | None
    svg: str
    daerah: str
    ucapan: tuple[str, ...]
    kutipan: tuple[Sumber, ...]

    @property
    def tegak(self) -> bool:
        """Whether the chart is tall: then its words stand beside it instead of above."""
        chart = self.slide.bagan
        return chart is not None and chart.gambar.tinggi > _TEGAK * chart.gambar.lebar


def screens(dek: Dek) -> Iterator[Layar]:
    """Every screen of a deck in order; ids of drawings are unique in the whole deck."""
    for module in dek.modul:
        answers = {slide.menjawab: slide for slide in module.slide if slide.menjawab}
        for slide in module.slide:
            if not slide.menjawab:
                yield _screen(dek, module, slide, answers.get(slide.id))


def _screen(dek: Dek, module: Modul, slide: Slide, answer: Slide | None) -> Layar:
    shown = (slide,) if answer is None else (slide, answer)
    several = len(dek.daerah) > 1
    chart = slide.bagan
    return Layar(
        slide=slide,
        modul=module,
        jawaban=answer,
        svg=_drawing(slide, several),
        daerah=chart.bagan.slug if chart and several else "",
        ucapan=tuple(words for one in shown for words in _said(one)),
        kutipan=tuple(dict.fromkeys(source for one in shown for source in one.dasar)),
    )


def _drawing(slide: Slide, several: bool) -> str:
    if slide.bagan is None:
        return ""
    svg = slide.bagan.gambar.svg
    return prefixed(svg, slide.bagan.bagan.slug) if several else svg


def _said(slide: Slide) -> Iterator[str]:
    """What the speaker may say: of the slide, then of each statement."""
    yield from slide.ucapan
    for point in slide.butir:
        yield from _told(point)


def _told(point: Poin) -> Iterator[str]:
    if point.uraian:
        yield f"{point.teks}: {point.uraian}"
    for below in point.anak:
        yield from _told(below)
