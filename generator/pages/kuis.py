"""The quiz of one regency: answered on the page, or printed with its key on the last sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator import links
from generator.materi.kuis import Soal
from generator.pages import menu
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul


def page(daerah: DaerahTerbit, soal: Sequence[Soal]) -> Halaman:
    """Every question, by group."""
    groups = [(name, list(each)) for name, each in groupby(soal, key=lambda one: one.kelompok)]
    title = daerah.data.daerah.judul_peraturan
    return Halaman(
        alamat=links.section(daerah.slug, "kuis"),
        judul=f"Kuis – {daerah.nama}",
        deskripsi=f"{len(soal)} soal tentang {title}, setiap jawaban dengan klausa dan kutipannya.",
        isi=fill("kuis.html", daerah=daerah, kelompok=groups, soal=soal),
        daftar_isi=tuple(Judul(name, f"soal-{_anchor(name)}") for name, _ in groups),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
        gaya=("kuis",),
        skrip=("kuis",),
    )


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")
