"""About the regulation itself: since when it is in force, and who issued it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bahasa import sejak, tanggal
from generator.materi.kolam import Kolam, Tawaran
from generator.materi.kuis.nilai import Rancangan, Soal, compose
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def in_force(daerah: DaerahTerbit, _kosakata: Kosakata, kolam: Kolam) -> Iterator[Soal]:
    """Since when the regulation is in force."""
    act = daerah.data.daerah.peraturan
    if act.berlaku is None:
        return
    right = Tawaran(tanggal(act.berlaku.tanggal), act.berlaku.tanggal.isoformat())
    draft = Rancangan(
        "berlaku",
        "Peraturan",
        f"Sejak kapan {daerah.data.daerah.judul_peraturan} mulai berlaku?",
        right,
        tuple(map(daerah.rujuk, act.berlaku.dasar)),
        f"Mulai berlaku {sejak(act.berlaku.cara, act.berlaku.tanggal)}.",
    )
    january = act.berlaku.tanggal.replace(year=act.berlaku.tanggal.year + 1, month=1, day=1)
    wrong = (*kolam.dates(right), Tawaran(tanggal(january), january.isoformat()))
    yield from compose(draft, wrong, khusus=())
