"""The deck of one regency: its modules in the order of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.materi.kuis import Soal
from generator.materi.modul import istilah, latihan, mekanisme, pembuka, peran, perhatian, struktur
from generator.materi.modul.mekanisme import Potongan
from generator.materi.nilai import Dek
from generator.materi.sesi import plan as session_plan
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def compose_deck(
    daerah: DaerahTerbit,
    kosakata: Kosakata,
    soal: Sequence[Soal] = (),
    potongan: Potongan = MappingProxyType({}),
) -> Dek:
    """Everything for a session about one regency; modules without slides are left out.

    ``soal`` are the questions to choose exercises from; ``potongan`` the drawn parts of long flows.
    """
    modules = [
        pembuka.module(daerah, kosakata),
        istilah.module(daerah, kosakata),
        struktur.kedudukan(daerah, kosakata),
        struktur.penugasan(daerah, kosakata),
        mekanisme.module(daerah, kosakata, potongan),
        peran.module(daerah, kosakata),
        perhatian.module(daerah, kosakata),
        latihan.module(soal),
    ]
    opening, *others = (module for module in modules if module.slide)
    plan = session_plan([opening, *others])
    return Dek(
        id=daerah.slug,
        judul="Sistem kerja setelah penyederhanaan birokrasi",
        anak_judul=daerah.data.daerah.judul_peraturan,
        daerah=(daerah.slug,),
        modul=(replace(opening, slide=(*opening.slide, plan)), *others),
    )
