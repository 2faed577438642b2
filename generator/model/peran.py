"""``peran.yaml``: responsibilities, and who reports to whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.dasar import DaftarDasar, Id, Jangkar, Nilai, Teks
from generator.model.struktur import Aturan


class Butir(Nilai):
    """One responsibility, in the regulation's words."""

    isi: Teks
    dasar: DaftarDasar


class TanggungJawab(Nilai):
    """The responsibilities of one role."""

    peran: Id
    klausa: Jangkar
    butir: Annotated[tuple[Butir, ...], Field(min_length=1)]


class Pelaporan(Nilai):
    """A line of reporting: who reports, to whom, when."""

    id: Id
    cara: Literal["individu", "tim"]
    pelapor: Teks
    kepada: Teks
    jabatan: Id
    waktu: Teks | None = None
    isi: Teks
    dasar: DaftarDasar


class DaftarPeran(Nilai):
    """``peran.yaml``: responsibilities of the roles, and who reports to whom."""

    tanggung_jawab: tuple[TanggungJawab, ...]
    pertanggungjawaban: tuple[Pelaporan, ...]
    aturan: tuple[Aturan, ...] = ()
