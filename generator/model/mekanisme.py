"""``mekanisme.yaml``: flows, their steps, and the letters they use."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.model.dasar import (
    Asal,
    DaftarDasar,
    DaftarId,
    Dasar,
    Id,
    Jangkar,
    Nilai,
    Teks,
    as_sequence,
)


class Pelaku(Nilai):
    """An actor of a flow: one swim lane."""

    id: Id
    sebutan: Teks
    peran: Id | None = None
    jabatan: Id | None = None


class Cabang(Nilai):
    """One branch of a decision: its label, and a step, ``selesai`` or ``tidak_diatur``."""

    label: Teks
    ke: Id
    dasar: Annotated[tuple[Dasar, ...], BeforeValidator(as_sequence)] = ()


class Langkah(Nilai):
    """One step of a flow: an action or a decision by one actor.

    ``kepada`` and ``tembusan`` name actors; ``dokumen`` and ``tahap`` are keys of the shared
    vocabulary; ``lalu`` holds the steps that follow (``selesai`` ends the flow).
    """

    id: Id
    pelaku: Id
    tindakan: Teks | None = None
    keputusan: Teks | None = None
    tahap: Id | None = None
    dokumen: Id | None = None
    bersama: DaftarId = ()
    kepada: DaftarId = ()
    tembusan: DaftarId = ()
    setelah: Teks | None = None
    keluaran: Teks | None = None
    lalu: DaftarId = ()
    bila: tuple[Cabang, ...] = ()
    asal: Asal = Asal.TEKS
    dasar: DaftarDasar

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.tindakan is None) == (self.keputusan is None):
            raise ValueError("isi salah satu: tindakan atau keputusan")
        return self

    @property
    def teks(self) -> str:
        """What is done or decided."""
        return self.tindakan or self.keputusan or ""

    @property
    def tujuan(self) -> tuple[str, ...]:
        """Where the flow goes from here: steps, ``selesai`` or ``tidak_diatur``."""
        return self.lalu + tuple(cabang.ke for cabang in self.bila)


class Mekanisme(Nilai):
    """A flow: actors and steps; ``jenis`` is a key of the shared vocabulary.

    ``untuk`` names the answers to questions of ``keadaan`` that this flow serves, where they are
    not those of its kind: "Penugasan individu …" is for one who works alone.
    """

    id: Id
    jenis: Id
    untuk: dict[Id, DaftarId] = Field(default_factory=dict)
    judul: Teks
    klausa: Jangkar
    keterangan: Teks | None = None
    pola: DaftarId = ()
    pelaku: Annotated[tuple[Pelaku, ...], Field(min_length=1)]
    langkah: Annotated[tuple[Langkah, ...], Field(min_length=1)]


class IsiDokumen(Nilai):
    """One thing that a letter must contain."""

    isi: Teks
    dasar: DaftarDasar


class DokumenKerja(Nilai):
    """A letter that flows use, and its minimum contents as the regulation sets them."""

    dokumen: Id
    mekanisme: DaftarId
    memuat: tuple[IsiDokumen, ...] = ()
    dasar: DaftarDasar


class DaftarMekanisme(Nilai):
    """``mekanisme.yaml``: every flow, and the letters they use."""

    mekanisme: tuple[Mekanisme, ...]
    dokumen: tuple[DokumenKerja, ...] = ()
