"""What a deck is: modules of slides, every statement with the clauses that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.graph import Bagan, Sumber
from generator.pages.values import BaganTerbit

#: How long a session may be, in minutes, from the shortest.
LAMA = (30, 60, 90)

Keadaan = Literal["", "tidak diatur", "bertentangan", "rekonstruksi"]


@dataclass(frozen=True)
class Poin:
    """One statement on a slide, with its citations and the statements below it.

    ``keadaan`` says aloud what a reader must not overlook: that the text is silent about it,
    contradicts itself, or was reconstructed. ``uraian`` is what the speaker may add, in our words.
    """

    teks: str
    dasar: tuple[Sumber, ...] = ()
    anak: tuple[Poin, ...] = ()
    keadaan: Keadaan = ""
    uraian: str = ""


@dataclass(frozen=True)
class Tabel:
    """A small table: heads, and rows of statements of the same length."""

    kepala: tuple[str, ...]
    baris: tuple[tuple[Poin, ...], ...]


@dataclass(frozen=True)
class Slide:
    """One slide: a title, and below it statements, a table or a chart.

    ``id`` is unique in its deck and stays the same as long as the data does; ``lama`` is the
    shortest session, in minutes, that shows it. ``ucapan`` is what the speaker may say, in our
    words; `dasar` gives the quotations. ``sorot`` names the boxes of the chart that this slide is
    about; none means all. ``menjawab`` is the id of the slide whose question this one answers.
    """

    id: str
    judul: str
    lama: int
    butir: tuple[Poin, ...] = ()
    tabel: Tabel | None = None
    bagan: BaganTerbit | None = None
    sorot: tuple[str, ...] = ()
    ucapan: tuple[str, ...] = ()
    menjawab: str = ""

    @property
    def dasar(self) -> tuple[Sumber, ...]:
        """Every citation of the slide's statements and of its chart, once, in reading order."""
        cells = [cell for row in self.tabel.baris for cell in row] if self.tabel else []
        points = [*self.butir, *cells]
        stated = [source for point in points for source in _sources(point)]
        drawn = _drawn(self.bagan.bagan) if self.bagan else ()
        return tuple(dict.fromkeys((*stated, *drawn)))


@dataclass(frozen=True)
class Modul:
    """A part of a session that can be left out: its slides in order."""

    id: str
    judul: str
    ringkas: str
    slide: tuple[Slide, ...]

    def within(self, lama: int) -> tuple[Slide, ...]:
        """The slides that a session of so many minutes shows."""
        return tuple(slide for slide in self.slide if slide.lama <= lama)


@dataclass(frozen=True)
class Dek:
    """A deck: of one regency, or of several side by side."""

    id: str
    judul: str
    anak_judul: str
    daerah: tuple[str, ...]
    modul: tuple[Modul, ...]

    @property
    def slide(self) -> tuple[Slide, ...]:
        """Every slide in order."""
        return tuple(slide for module in self.modul for slide in module.slide)


def _drawn(chart: Bagan) -> Iterator[Sumber]:
    for box in chart.kotak:
        yield from box.dasar
        for badge in box.lencana:
            yield from badge.dasar
    for arrow in chart.panah:
        yield from arrow.dasar


def _sources(point: Poin) -> Iterator[Sumber]:
    yield from point.dasar
    for below in point.anak:
        yield from _sources(below)
