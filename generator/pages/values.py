"""What pages are made from, and what a page is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from generator import links
from generator.account import Neraca
from generator.answer import units
from generator.aspek import JawabanAspek, answer_aspects
from generator.banding import matrix
from generator.banding.sejajar import JenisAlur
from generator.cite import Naskah
from generator.compare import (
    Bacaan,
    Kemiripan,
    SemuaKemiripan,
    SemuaSelaras,
    align_all,
    read,
)
from generator.graph import Bagan, Sumber
from generator.jawaban import Daftar
from generator.model import Daerah, Dasar, DataDaerah, Kosakata

#: What is usual among regulations is learnt from so many of them, however many there are.
CONTOH = 24

#: With more regencies than this, no page tells something of each in full.
MANY = 12


D = TypeVar("D")


class Gambar(Protocol):
    """A drawn chart: inline SVG whose links begin with ``~/``; width and height in CSS pixels."""

    @property
    def svg(self) -> str:
        """The element ``<svg>…</svg>``, with ids that are unique on any page."""

    @property
    def dot(self) -> str:
        """The DOT text from which it was drawn."""

    @property
    def lebar(self) -> float:
        """Natural width."""

    @property
    def tinggi(self) -> float:
        """Natural height."""


@dataclass(frozen=True)
class BaganTerbit:
    """A chart and its drawing."""

    bagan: Bagan
    gambar: Gambar

    @property
    def jangkar(self) -> str:
        """The anchor of the chart on its page."""
        return links.chart_id(self.bagan.jenis, self.bagan.id)

    @property
    def alamat(self) -> str:
        """Where the chart stands."""
        if self.bagan.jenis == "mekanisme":
            return links.flow(self.bagan.slug, self.bagan.id)
        return f"{links.section(self.bagan.slug, self.bagan.jenis)}#{self.jangkar}"

    def berkas(self, ending: str) -> str:
        """The chart as a file of its own: ``svg``, ``dot`` or ``json``."""
        return links.chart_file(self.bagan.slug, self.bagan.jenis, self.bagan.id, ending)


@dataclass(frozen=True)
class DaerahTerbit:
    """One regency, checked and drawn, ready to be published.

    ``rujuk`` resolves a citation that the checks have passed; ``bagan`` holds every chart;
    ``jawaban`` every answer by pattern and class of officials, and ``penilaian`` the small charts
    of these answers by their ids.
    """

    data: DataDaerah
    naskah: Naskah
    neraca: Neraca
    rujuk: Callable[[Dasar], Sumber]
    bagan: tuple[BaganTerbit, ...]
    jawaban: Daftar = field(default_factory=dict)
    penilaian: Mapping[str, Gambar] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The regency's part of every address."""
        return self.data.slug

    @property
    def identitas(self) -> Daerah:
        """The regency's names, and what its regulation is."""
        return self.data.daerah

    @property
    def nama(self) -> str:
        """The regency's name in full."""
        return self.identitas.nama

    @property
    def diterima(self) -> date:
        """When its source was received."""
        return self.identitas.sumber.diterima

    @cached_property
    def pola(self) -> Mapping[str, tuple[str, ...]]:
        """By kind of unit, the ids of the structures of kedudukan to which such units belong."""
        found: dict[str, dict[str, None]] = {}
        for unit, pola in units(self.data):
            found.setdefault(unit.jenis, {})[pola.id] = None
        return {kind: tuple(ids) for kind, ids in found.items()}

    @cached_property
    def catatan(self) -> Mapping[str, int]:
        """How many notes there are of each kind."""
        return Counter(str(note.jenis) for note in self.data.catatan)

    @property
    def koreksi(self) -> int:
        """How many corrections of the scan there are."""
        return len(self.neraca.koreksi)

    @property
    def bacaan(self) -> Bacaan:
        """Its text, read to be put beside others."""
        return read(self.naskah, self.identitas.nama_singkat)

    def answer(self, kosakata: Kosakata) -> tuple[JawabanAspek, ...]:
        """Its answer to every aspect of the vocabulary."""
        return answer_aspects(self.data, kosakata, self.rujuk)

    @cached_property
    def gambar(self) -> dict[tuple[str, str], BaganTerbit]:
        """Every chart by its kind and id."""
        return {(chart.bagan.jenis, chart.bagan.id): chart for chart in self.bagan}


@dataclass(frozen=True)
class Situs:
    """The whole site: the shared vocabulary and every regency.

    ``alur_banding`` are the flows side by side, ``gambar_banding`` their charts by regency, kind
    of chart and id; ``kemiripan`` is how alike the texts are, where that is known already.
    """

    kosakata: Kosakata
    daerah: tuple[DaerahTerbit, ...]
    alur_banding: tuple[JenisAlur, ...] = ()
    gambar_banding: Mapping[tuple[str, str, str], Gambar] = field(default_factory=dict)
    kemiripan: SemuaKemiripan | None = None

    @property
    def contoh(self) -> tuple[DaerahTerbit, ...]:
        """Those from which is learnt what is usual."""
        return some(self.daerah)

    @cached_property
    def nama(self) -> Mapping[str, str]:
        """The short name of every regency by its slug."""
        return {one.slug: one.identitas.nama_singkat for one in self.daerah}

    @cached_property
    def mirip(self) -> SemuaKemiripan:
        """How alike the texts are: as given, or measured."""
        if self.kemiripan is not None:
            return self.kemiripan
        found = self.selaras
        alike = {pair: Kemiripan.of(one) for pair, one in found.pasangan.items()}
        return SemuaKemiripan(found.acuan, alike)

    @cached_property
    def matriks(self) -> matrix.Matriks:
        """Every aspect of every regulation, put once."""
        answers = {one.slug: one.answer(self.kosakata) for one in self.daerah}
        return matrix.build(answers, self.nama, self.kosakata)

    @cached_property
    def selaras(self) -> SemuaSelaras:
        """The texts of the regencies aligned, once for the pages and the data."""
        return align_all(one.bacaan for one in self.daerah)


def some(daerah: tuple[D, ...]) -> tuple[D, ...]:
    """All regencies, or of many an even choice: enough to know what is usual."""
    return daerah[:: max(1, -(-len(daerah) // CONTOH))]


@dataclass(frozen=True)
class Tautan:
    """A link with its words."""

    judul: str
    alamat: str


@dataclass(frozen=True)
class Judul:
    """An entry of a page's table of contents, and those below it."""

    judul: str
    jangkar: str
    anak: tuple[Judul, ...] = ()


@dataclass(frozen=True)
class Menu:
    """An entry of a regency's navigation, and those below it."""

    judul: str
    alamat: str
    anak: tuple[Menu, ...] = ()


@dataclass(frozen=True)
class Pindah:
    """The same kind of page in another regency; ``kurang`` says when it is not quite the same."""

    judul: str
    alamat: str
    kurang: str = ""


@dataclass(frozen=True)
class Kepercayaan:
    """What a regency's pages stand on; ``terbit`` counts words, ``bagian_tetap`` is 0 to 1."""

    slug: str
    peraturan: str
    bentuk: str
    diterima: date
    terbit: int
    bagian_tetap: float
    koreksi: int
    bagan: int
    rekonstruksi: int


@dataclass(frozen=True)
class Konteks:
    """What surrounds a page of a regency."""

    nama: str
    pindah: tuple[Pindah, ...]
    sebelum: Tautan | None
    sesudah: Tautan | None
    kepercayaan: Kepercayaan


@dataclass(frozen=True)
class Halaman:
    """A page: its address, its words for search engines, its HTML, and the way around it.

    Every address in it begins with ``~/``; `render.write_page` makes them relative. ``gaya`` and
    ``skrip`` name what this page needs beyond what every page has: files of ``assets/css`` and
    ``assets/js``, without ending.
    """

    alamat: str
    judul: str
    deskripsi: str
    isi: str
    daftar_isi: tuple[Judul, ...] = ()
    menu: tuple[Menu, ...] = ()
    remah: tuple[Tautan, ...] = ()
    gaya: tuple[str, ...] = ()
    skrip: tuple[str, ...] = ()
    konteks: Konteks | None = None
