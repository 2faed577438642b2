"""Roles: what each must do, and to whom work is reported."""

from __future__ import annotations

from collections.abc import Iterator

from generator.materi.halaman_slide import cut
from generator.materi.lama import open_with_first
from generator.materi.nilai import Modul, Poin, Slide, Tabel
from generator.model import Kosakata, Pelaporan
from generator.pages.values import DaerahTerbit


def module(daerah: DaerahTerbit, kosakata: Kosakata) -> Modul:
    """Responsibilities of the roles, then the lines of reporting."""
    return Modul(
        "peran",
        "Peran dan pelaporan",
        "Tanggung jawab setiap peran dan kepada siapa melapor",
        (*_duties(daerah, kosakata), *_reports(daerah)),
    )


def _duties(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Slide]:
    for role in daerah.data.peran.tanggung_jawab:
        points = tuple(Poin(one.isi, tuple(map(daerah.rujuk, one.dasar))) for one in role.butir)
        title = f"Tanggung jawab {kosakata.peran[role.peran].nama}"
        yield from cut(Slide(f"peran-{role.peran}", title, 60, points))


def _reports(daerah: DaerahTerbit) -> Iterator[Slide]:
    rows = tuple(_row(daerah, line) for line in daerah.data.peran.pertanggungjawaban)
    if rows:
        heads = ("Pelapor", "Kepada", "Cara kerja", "Waktu")
        slide = Slide("pelaporan", "Kepada siapa melapor", 30, tabel=Tabel(heads, rows))
        yield from open_with_first(cut(slide), 60)


def _row(daerah: DaerahTerbit, line: Pelaporan) -> tuple[Poin, ...]:
    when = Poin(line.waktu) if line.waktu else Poin("tidak diatur", keadaan="tidak diatur")
    return (
        Poin(line.pelapor, tuple(map(daerah.rujuk, line.dasar))),
        Poin(line.kepada),
        Poin("dalam tim kerja" if line.cara == "tim" else "individu"),
        when,
    )
