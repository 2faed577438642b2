"""The deck of one regency: its modules in the order of a session."""

from __future__ import annotations

from collections.abc import Sequence

from generator.materi.kuis import Soal
from generator.materi.modul import istilah, latihan, mekanisme, pembuka, peran, perhatian, struktur
from generator.materi.nilai import Dek
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit

_MODULES = (
    pembuka.module,
    istilah.module,
    struktur.kedudukan,
    struktur.penugasan,
    mekanisme.module,
    peran.module,
    perhatian.module,
)


def compose_deck(daerah: DaerahTerbit, kosakata: Kosakata, soal: Sequence[Soal] = ()) -> Dek:
    """Everything for a session about one regency; modules without slides are left out."""
    modules = [module(daerah, kosakata) for module in _MODULES]
    modules.append(latihan.module(soal))
    return Dek(
        id=daerah.slug,
        judul="Sistem kerja setelah penyederhanaan birokrasi",
        anak_judul=daerah.data.daerah.judul_peraturan,
        daerah=(daerah.slug,),
        modul=tuple(module for module in modules if module.slide),
    )
