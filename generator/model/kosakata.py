"""``kosakata.yaml``: the words that make regulations comparable."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from generator.model.dasar import DaftarId, Id, Nilai, Teks


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


class Pertanyaan(Nilai):
    """A question about a situation, and its answers by their keys."""

    tanya: Teks
    pilihan: dict[Id, Kata]


class KataMekanisme(Kata):
    """A kind of flow; ``kelompok`` says which of the three lists it belongs to.

    ``untuk`` holds, for each question of ``keadaan``, the answers that this kind serves; empty
    for kinds that nobody looks for by their situation.
    """

    kelompok: Literal["penugasan", "kinerja", "umum"]
    untuk: dict[Id, DaftarId] = Field(default_factory=dict)


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
    keadaan: dict[Id, Pertanyaan] = Field(default_factory=dict)
    jenis_mekanisme: dict[Id, KataMekanisme]
    tahap: dict[Id, Kata]
    aspek: dict[Id, KataAspek]

    @property
    def pilihan(self) -> dict[str, Kata]:
        """Every answer to every question of ``keadaan``."""
        return {key: word for asked in self.keadaan.values() for key, word in asked.pilihan.items()}

    @model_validator(mode="after")
    def _situations(self) -> Self:
        answers = [key for asked in self.keadaan.values() for key in asked.pilihan]
        if twice := {key for key in answers if answers.count(key) > 1}:
            raise ValueError(f"keadaan: pilihan “{min(twice)}” dipakai dua kali")
        for name, kind in self.jenis_mekanisme.items():
            if kind.untuk and set(kind.untuk) != set(self.keadaan):
                raise ValueError(f"jenis_mekanisme “{name}”: untuk harus menjawab setiap keadaan")
            for asked, chosen in kind.untuk.items():
                if unknown := set(chosen) - set(self.keadaan[asked].pilihan):
                    raise ValueError(
                        f"jenis_mekanisme “{name}”: “{min(unknown)}” bukan pilihan {asked}"
                    )
        return self
