"""The PowerPoint files of a deck: one for each length of a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.bagan.draw import layouts
from generator.materi.nilai import LAMA, Dek, Slide
from generator.materi.salindia.tulis import write_pptx
from generator.materi.simpanan import Bahan
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def bahan(daerah: DaerahTerbit, dek: Dek, _kosakata: Kosakata, folder: Path) -> Iterator[Bahan]:
    """The files of one regency's deck; ``folder`` keeps drawn charts."""
    yield from files(dek, f"sosialisasi/{daerah.slug}/{daerah.slug}", daerah.nama, folder)


def files(dek: Dek, awal: str, nama: str, folder: Path) -> Iterator[Bahan]:
    """The files of any deck: ``awal`` starts their addresses, ``nama`` says whom it is about."""
    for lama in LAMA:
        yield Bahan(
            alamat=f"{awal}-sosialisasi-{lama}-menit.pptx",
            judul=f"PowerPoint {nama}, {lama} menit",
            bentuk="pptx",
            daerah=dek.daerah,
            isi=[lama, dek.judul, dek.anak_judul, *_told(dek, lama)],
            buat=partial(_make, dek, lama, folder),
        )


def _make(dek: Dek, lama: int, folder: Path) -> bytes:
    shown = (slide.bagan.bagan for slide in _shown(dek, lama) if slide.bagan)
    return write_pptx(dek, layouts(list(dict.fromkeys(shown)), folder), lama)


def _told(dek: Dek, lama: int) -> Iterator[str]:
    """All that the file is made from; of a chart its value, as its drawing follows from that."""
    yield from (module.judul for module in dek.modul)
    for slide in _shown(dek, lama):
        yield repr((replace(slide, bagan=None), slide.bagan and slide.bagan.bagan))


def _shown(dek: Dek, lama: int) -> Iterator[Slide]:
    return (slide for module in dek.modul for slide in module.within(lama))
