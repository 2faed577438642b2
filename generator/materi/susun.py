"""Statements as paragraphs on a slide, and how high they stand: for writing and for cutting.

A slide is 1280 by 720 CSS pixels, 16 to 9; a pixel is three quarters of a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.materi.huruf_ukur import break_lines, text_width
from generator.materi.nilai import Poin, Tabel

LEBAR, TINGGI = 1280.0, 720.0
TEPI = 44.0
JUDUL_ATAS, JUDUL_TINGGI = 18.0, 72.0
ISI_ATAS = 100.0
KAKI_ATAS, KAKI_TINGGI = 688.0, 22.0
ISI_LEBAR = LEBAR - 2 * TEPI
ISI_TINGGI = KAKI_ATAS - ISI_ATAS - 10

TINTA, REDUP, AKSEN, AWAS = "#102027", "#4a5a63", "#00606b", "#8a2f0b"

#: Sizes of letters, the largest that fits is taken; a slide is cut so that `TERBACA` fits.
UKURAN = (34.0, 32.0, 30.0, 28.0, 26.0, 25.0, 24.0, 22.0, 20.0, 18.0)
TERBACA = 25.0
UKURAN_TABEL = (24.0, 23.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0)
TERBACA_TABEL = 20.0
#: Lines of Arial are so many times as high as its letters are large, and a little for rounding.
BARIS = 1.18
#: The space before a paragraph, in sizes of its letters.
SELA = 0.45
LEKUK = 26.0
#: Room left and right in a cell of a table; above and below half of it.
SELA_SEL = 8.0
_SELA_ALINEA_SEL = 3.0
#: How small the clause after a statement is, and how small it may become (12 points).
_KECIL, _TERKECIL = 0.72, 16.0
#: Programs break lines a little differently: paragraphs are measured for this share of the room.
_AMAN = 0.96


@dataclass(frozen=True)
class Lari:
    """A run of letters of one look; ``warna`` is a web colour."""

    teks: str
    ukuran: float
    tebal: bool = False
    warna: str = TINTA


@dataclass(frozen=True)
class Alinea:
    """A paragraph: how deep it stands, its runs, and the space before it in pixels."""

    lekuk: int
    lari: tuple[Lari, ...]
    sela: float = 0.0


def paragraphs(butir: Sequence[Poin], size: float) -> list[Alinea]:
    """Statements with those below them; the first needs no space before it."""
    found = [one for point in butir for one in _point(point, size, 0)]
    return [replace(found[0], sela=0.0), *found[1:]] if found else []


def height(alinea: Sequence[Alinea], width: float) -> float:
    """How high paragraphs stand in a room of so many pixels."""
    return sum(_height(one, width) for one in alinea)


def points_height(butir: Sequence[Poin], size: float) -> float:
    """How high statements stand over the whole width of a slide."""
    return height(paragraphs(butir, size), ISI_LEBAR)


def cell(point: Poin, size: float) -> list[Alinea]:
    """A cell of a table: its statement, and below it others."""
    below = [
        Alinea(0, tuple(runs(one, size * 0.95, named=1)), _SELA_ALINEA_SEL) for one in point.anak
    ]
    return [Alinea(0, tuple(runs(point, size, named=1))), *below]


def head(words: str, size: float) -> list[Alinea]:
    """The head of a column."""
    return [Alinea(0, (Lari(words, size * 0.85, True, REDUP),))]


def row_heights(tabel: Tabel, widths: Sequence[float], size: float) -> list[float]:
    """How high each row stands, the heads first."""
    rows = [[head(words, size) for words in tabel.kepala]]
    rows += [[cell(point, size) for point in row] for row in tabel.baris]
    return [
        max(height(one, width - 2 * SELA_SEL) for one, width in zip(row, widths, strict=True))
        + SELA_SEL
        for row in rows
    ]


def widths(tabel: Tabel, width: float = ISI_LEBAR) -> list[float]:
    """The widths of columns: as their words ask, and none narrower than its longest word."""
    columns = list(zip(*tabel.baris, strict=True))
    least = [
        max(_longest_word(one, TERBACA_TABEL) for one in (*column, Poin(name))) + 2 * SELA_SEL + 2
        for name, column in zip(tabel.kepala, columns, strict=True)
    ]
    wants = [max(map(_length, column)) ** 0.5 for column in columns]
    over = max(width - sum(least), 0.0)
    share = [one / sum(wants) * over for one in wants]
    scale = min(1.0, width / sum(least))
    return [one * scale + more for one, more in zip(least, share, strict=True)]


def runs(point: Poin, size: float, named: int = 2) -> Iterator[Lari]:
    """A statement, what must not be overlooked about it, and so many of its clauses by name."""
    small = max(size * _KECIL, min(size, _TERKECIL))
    yield Lari(point.teks, size)
    if point.keadaan:
        yield Lari(f"  [{point.keadaan}]", small, True, AWAS)
    names = tuple(dict.fromkeys(source.sebutan for source in point.dasar))
    if names:
        more = f"; {len(names) - named} lagi" if len(names) > named else ""
        yield Lari(f"  {'; '.join(names[:named])}{more}", small, False, AKSEN)


def _point(point: Poin, size: float, level: int) -> Iterator[Alinea]:
    yield Alinea(level, tuple(runs(point, size)), size * SELA)
    for below in point.anak:
        yield from _point(below, size * 0.92, level + 1)


@lru_cache(maxsize=4096)
def _height(alinea: Alinea, width: float) -> float:
    room = (width - alinea.lekuk * LEKUK) * _AMAN
    sizes = break_lines([(run.teks, run.ukuran, run.tebal) for run in alinea.lari], room)
    return sum(sizes) * BARIS + alinea.sela


def _longest_word(point: Poin, size: float) -> float:
    words = [word for one in (point, *point.anak) for word in one.teks.split()]
    return max((text_width(word, size) for word in words), default=0.0)


def _length(point: Poin) -> int:
    names = sum(len(source.sebutan) for source in point.dasar[:1])
    return min(400, 1 + len(point.teks) + names + sum(_length(one) for one in point.anak))
