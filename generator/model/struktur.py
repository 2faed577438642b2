"""``kedudukan.yaml`` and ``penugasan.yaml``: structures, and the rules that answers come from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.dasar import Asal, DaftarDasar, DaftarId, Id, Jangkar, Nilai, Teks, as_sequence


class PeranSimpul(Nilai):
    """A role that an office has in a structure, such as Pejabat Penilai Kinerja."""

    peran: Id
    dasar: DaftarDasar


class Simpul(Nilai):
    """A box of a structure: an office, a group of people, a team, or another unit.

    ``jenis`` is a key of ``jenis_simpul`` in the shared vocabulary.
    """

    id: Id
    sebutan: Teks
    jenis: Id
    level: Annotated[int, Field(strict=True, ge=1, le=5)] | None = None
    keterangan: Teks | None = None
    peran: tuple[PeranSimpul, ...] = ()
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar


class Garis(Nilai):
    """A line of a structure; ``relasi`` is a key of the shared vocabulary."""

    dari: Id
    ke: Id
    relasi: Id
    label: Teks | None = None
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar


class PerangkatDaerah(Nilai):
    """A unit that a regulation names, its kind, and the other names people call it by."""

    nama: Teks
    jenis: Id
    sebutan_lain: tuple[Teks, ...] = ()
    dasar: DaftarDasar


class Struktur(Nilai):
    """One structure chart: boxes and lines, and the units that are organised so."""

    id: Id
    judul: Teks
    klausa: Jangkar
    asal: Asal
    keterangan: Teks | None = None
    simpul: Annotated[tuple[Simpul, ...], Field(min_length=1)]
    garis: tuple[Garis, ...] = ()
    perangkat_daerah: tuple[PerangkatDaerah, ...] = ()
    #: For a structure of penugasan: the patterns of kedudukan to which it belongs.
    pola: DaftarId = ()


class Perihal(StrEnum):
    """What a rule answers."""

    PENILAI = "penilai"
    PENUGAS = "penugas"
    MELAPOR = "melapor_ke"


class Oleh(Nilai):
    """An office that a rule names: its kind in the shared vocabulary, and its name in the text."""

    jabatan: Id
    sebutan: Teks


class Aturan(Nilai):
    """A rule: for whom, in which patterns, which office appraises, assigns, or is reported to.

    ``untuk`` holds keys of ``jenjang`` in the shared vocabulary; ``pola`` the ids of patterns,
    where the single id ``semua`` stands for every pattern of the regency.
    """

    id: Id
    perihal: Perihal
    pola: DaftarId
    untuk: DaftarId
    oleh: Annotated[tuple[Oleh, ...], BeforeValidator(as_sequence), Field(min_length=1)]
    syarat: Teks | None = None
    #: The aspect of comparison that this rule answers beside the flows, if any.
    aspek: Id | None = None
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar


class Ketentuan(Nilai):
    """A rule in words that is no rule of appraisal: shown beside a chart, with its citation."""

    id: Id
    isi: Teks
    pola: DaftarId = ()
    #: The aspect of comparison that this provision answers, if any.
    aspek: Id | None = None
    dasar: DaftarDasar


class Kedudukan(Nilai):
    """``kedudukan.yaml``: where officials sit and who appraises them."""

    pola: tuple[Struktur, ...]
    aturan: tuple[Aturan, ...] = ()
    ketentuan: tuple[Ketentuan, ...] = ()


class Penugasan(Nilai):
    """``penugasan.yaml``: who may give work to whom."""

    struktur: tuple[Struktur, ...]
    aturan: tuple[Aturan, ...] = ()
    ketentuan: tuple[Ketentuan, ...] = ()
