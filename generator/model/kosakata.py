"""``kosakata.yaml``: the words that make regulations comparable."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictBool

from generator.model.dasar import Id, Nilai, Teks


class Kata(Nilai):
    """A word of the shared vocabulary: its full and its short name."""

    nama: Teks
    singkat: Teks | None = None
    keterangan: Teks | None = None


class KataSimpul(Kata):
    """A kind of box; ``bentuk`` says how it is drawn: an office, a group, a team, another unit."""

    bentuk: Literal["jabatan", "kelompok", "tim", "luar"]


class KataJenjang(Kata):
    """A class of officials that rules speak about."""

    jabatan: Literal["fungsional", "pelaksana"]
    sebutan_lain: tuple[Teks, ...] = ()


class KataRelasi(Kata):
    """A kind of line in a structure."""

    arah: StrictBool = True


class KataMekanisme(Kata):
    """A kind of flow; ``kelompok`` says which of the three lists it belongs to."""

    kelompok: Literal["penugasan", "kinerja", "umum"]


class KataUnit(Kata):
    """A kind of unit; ``lebih_luas`` is the kind by which a regulation may name it with others."""

    lebih_luas: Id | None = None


class KataAspek(Kata):
    """A question by which regulations are compared, and from which data its answer is derived.

    ``unit``, ``mekanisme`` and ``dokumen`` are keys of the vocabulary that the derivation needs.
    """

    turunan: Literal[
        "penilai",
        "mekanisme",
        "penerbit",
        "penolakan",
        "isi_surat",
        "tembusan",
        "pelaporan",
        "evaluasi",
        "berlaku",
        "ketentuan",
    ]
    unit: Id | None = None
    mekanisme: Id | None = None
    dokumen: Id | None = None
    cara: Literal["individu", "tim"] | None = None


class Kosakata(Nilai):
    """``regencies/kosakata.yaml``: what makes regulations comparable."""

    jenis_simpul: dict[Id, KataSimpul]
    jenjang: dict[Id, KataJenjang]
    jenis_unit: dict[Id, KataUnit]
    peran: dict[Id, Kata]
    relasi: dict[Id, KataRelasi]
    dokumen: dict[Id, Kata]
    jenis_mekanisme: dict[Id, KataMekanisme]
    tahap: dict[Id, Kata]
    aspek: dict[Id, KataAspek]
