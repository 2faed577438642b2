"""The directory of units: every unit that the regulation names, its pattern, who appraises whom."""

from __future__ import annotations

from dataclasses import dataclass

from generator import answer, links
from generator.model import Kosakata
from generator.pages import menu
from generator.pages.template import fill
from generator.pages.values import BaganTerbit, DaerahTerbit, Halaman


@dataclass(frozen=True)
class Baris:
    """One unit: the answer for it, its chart, and the classes of officials no rule speaks about."""

    jawaban: answer.Jawaban
    terbit: BaganTerbit
    tidak_diatur: tuple[str, ...]


def page(daerah: DaerahTerbit, kosakata: Kosakata) -> Halaman:
    """The directory, by the names of the units."""
    rows = [
        _row(daerah, kosakata, answer.ask(daerah.data, kosakata, daerah.rujuk, unit, pola))
        for unit, pola in answer.units(daerah.data)
    ]
    return Halaman(
        alamat=links.section(daerah.slug, "perangkat-daerah"),
        judul=f"Perangkat Daerah – {daerah.nama}",
        deskripsi=f"{len(rows)} unit yang disebut dalam {daerah.data.daerah.judul_peraturan}: "
        "pola kedudukannya dan siapa yang menilai kinerja.",
        isi=fill(
            "perangkat.html",
            daerah=daerah,
            kosakata=kosakata,
            baris=sorted(rows, key=lambda row: row.jawaban.unit.nama.casefold()),
        ),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
    )


def _row(daerah: DaerahTerbit, kosakata: Kosakata, found: answer.Jawaban) -> Baris:
    named = {key for office in found.penilai for key in office.untuk}
    missing = (word for key, word in kosakata.jenjang.items() if key not in named)
    return Baris(
        jawaban=found,
        terbit=daerah.gambar["kedudukan", found.pola.id],
        tidak_diatur=tuple((word.singkat or word.nama).lower() for word in missing),
    )
