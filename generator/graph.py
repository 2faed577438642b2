"""What a chart shows, as values: boxes, arrows, lanes; no layout, no colours, no file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Asal


@dataclass(frozen=True)
class Sumber:
    """A resolved citation, ready to be shown.

    ``klausa`` is the anchor, ``sebutan`` the clause as a reader cites it ("Pasal 8 ayat (1)"),
    ``alamat`` the address from the site's root (``~/kendal/peraturan/#pasal-8-ayat-1``).
    """

    klausa: str
    sebutan: str
    kutipan: str
    alamat: str


@dataclass(frozen=True)
class Lencana:
    """A role that an office has, shown as a badge on its box."""

    peran: str
    nama: str
    dasar: tuple[Sumber, ...]


@dataclass(frozen=True)
class Kotak:
    """One box.

    ``jenis`` is a key of ``jenis_simpul`` for structures, and one of ``tindakan``, ``keputusan``,
    ``selesai``, ``tidak_diatur`` for flows; ``bentuk`` is how it is drawn. ``lajur`` and ``tahap``
    are set in flows only. ``rincian`` are smaller lines below the title. ``beda`` says, in a chart
    of differences, what became of the box: ``sama``, ``tambah``, ``hilang``, ``pelaku`` ….
    """

    id: str
    judul: str
    jenis: str
    bentuk: str
    rincian: tuple[str, ...] = ()
    lencana: tuple[Lencana, ...] = ()
    lajur: str | None = None
    tahap: str | None = None
    awal: bool = False
    asal: Asal = Asal.TEKS
    dasar: tuple[Sumber, ...] = ()
    beda: str = ""


@dataclass(frozen=True)
class Panah:
    """One line between boxes; ``relasi`` is a key of the vocabulary, or ``lalu`` in a flow."""

    id: str
    dari: str
    ke: str
    relasi: str
    nama: str
    label: str | None = None
    berarah: bool = True
    asal: Asal = Asal.TEKS
    dasar: tuple[Sumber, ...] = ()
    beda: str = ""


@dataclass(frozen=True)
class Lajur:
    """A swim lane (an actor) or a band (a stage) of a flow."""

    id: str
    judul: str


@dataclass(frozen=True)
class Bagan:
    """A chart: everything that its drawing and its twin in words are made from."""

    id: str
    slug: str
    daerah: str
    jenis: Literal["kedudukan", "penugasan", "mekanisme"]
    judul: str
    keterangan: str
    kotak: tuple[Kotak, ...]
    panah: tuple[Panah, ...]
    lajur: tuple[Lajur, ...] = ()
    tahap: tuple[Lajur, ...] = ()
    asal: Asal = Asal.TEKS
    klausa: Sumber | None = None
