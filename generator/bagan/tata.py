"""A drawn chart as numbers: where Graphviz put every box, line and word, and how each looks.

`svg` writes pictures from it; exports draw native shapes from it. All numbers are CSS pixels at
natural size (96 to the inch), ``x`` from the left and ``y`` from the top of the chart; rectangles
are given by their top left corner. They are the very numbers that stand in the SVG.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

Titik = tuple[float, float]


@dataclass(frozen=True)
class Baris:
    """One line of text; ``x`` is its middle or its start (``jangkar``), ``y`` its base line.

    ``kelas`` is ``judul``, ``rincian``, or ``peran peran-<role>``; ``ukuran`` the size of the font.
    """

    isi: str
    x: float
    y: float
    ukuran: float
    tebal: bool = False
    warna: str = ""
    kelas: str = ""
    jangkar: Literal["middle", "start"] = "middle"


@dataclass(frozen=True)
class Bidang:
    """A filled rectangle with its title: a swim lane, a stage, or the ground of a badge.

    ``id`` is that of the lane or stage in the chart's value, or the role of the badge.
    """

    id: str
    kelas: str
    x: float
    y: float
    lebar: float
    tinggi: float
    isi: str
    tepi: str
    baris: tuple[Baris, ...] = ()


@dataclass(frozen=True)
class KotakTata:
    """A box: its shape, its frame, its colours (``isi`` inside, ``tepi`` the border), its lines.

    ``tebal`` is the width of the border, ``putus`` its dash pattern as in SVG, empty when solid.
    A ``segi-enam`` has points at its left and right, ``lancip`` pixels long. ``baris`` are all
    lines of text from the top, those on badges included.
    """

    id: str
    kelas: str
    bentuk: Literal["kotak", "bulat", "segi-enam"]
    x: float
    y: float
    lebar: float
    tinggi: float
    isi: str
    tepi: str
    tebal: float
    putus: str
    baris: tuple[Baris, ...]
    lencana: tuple[Bidang, ...] = ()
    lancip: float = 0.0


@dataclass(frozen=True)
class PanahTata:
    """An arrow from edge to edge: ``garis`` are its points, in pieces where words stand in it.

    All pieces are level or upright. ``kepala`` is ``normal``, ``vee`` or ``diamond`` at the last
    point, or empty. ``baris`` are the words beside it (flows only).
    """

    id: str
    dari: str
    ke: str
    relasi: str
    garis: tuple[tuple[Titik, ...], ...]
    warna: str
    tebal: float
    putus: str
    kepala: str
    baris: tuple[Baris, ...] = ()


@dataclass(frozen=True)
class Kata:
    """Words that stand in the lines of a relation (structures only)."""

    relasi: str
    baris: tuple[Baris, ...]


@dataclass(frozen=True)
class Tata:
    """A whole drawn chart, in the order in which it is painted: grounds, lines, boxes, words.

    ``batas`` are the level lines at the end of a stage.
    """

    lebar: float
    tinggi: float
    lajur: tuple[Bidang, ...]
    tahap: tuple[Bidang, ...]
    batas: tuple[tuple[Titik, Titik], ...]
    panah: tuple[PanahTata, ...]
    kotak: tuple[KotakTata, ...]
    kata: tuple[Kata, ...]


_JSON = TypeAdapter(Tata)


def dump(tata: Tata) -> str:
    """As JSON in one line."""
    return _JSON.dump_json(tata).decode()


def load(text: str) -> Tata:
    """From what `dump` wrote."""
    return _JSON.validate_json(text)
