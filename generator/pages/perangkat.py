"""The directory of units: every unit that the regulation names, its pattern, and its answers."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from generator import answer, links
from generator.jawaban import SEMUA_JENJANG
from generator.model import Catatan, JenisCatatan, Kosakata, PerangkatDaerah, Perihal, Struktur
from generator.pages import menu
from generator.pages.kelompok import Kelompok, grouped, unanswered
from generator.pages.rujukan import notes_on
from generator.pages.template import fill
from generator.pages.values import BaganTerbit, DaerahTerbit, Halaman, Judul


@dataclass(frozen=True)
class Baris:
    """One unit, its pattern's chart, and what answers for it; ``id`` stands in addresses."""

    id: str
    unit: PerangkatDaerah
    terbit: BaganTerbit
    jawaban: Bersama


@dataclass(frozen=True)
class Bersama:
    """The answers that hold in every unit of some patterns, and the notes that contest them.

    ``menurut_jenjang`` holds the appraisers of each class of officials, those with the same ones
    together; ``tidak_diatur`` are the classes of officials no rule speaks about.
    """

    pola: tuple[Struktur, ...]
    terbit: tuple[BaganTerbit, ...]
    penilai: tuple[Kelompok, ...]
    menurut_jenjang: tuple[tuple[tuple[str, ...], tuple[Kelompok, ...]], ...]
    penugas: tuple[Kelompok, ...]
    melapor_ke: tuple[Kelompok, ...]
    tidak_diatur: tuple[str, ...]
    pertentangan: tuple[Catatan, ...]
    catatan: tuple[Catatan, ...]

    @property
    def judul(self) -> str:
        """The first of the patterns by its title, and how many others."""
        others = f" dan {len(self.pola) - 1} pola lain" if len(self.pola) > 1 else ""
        return self.pola[0].judul + others

    @property
    def jangkar(self) -> str:
        """Named after the first of its patterns."""
        return f"jawaban-{self.pola[0].id}"

    @property
    def unit(self) -> tuple[PerangkatDaerah, ...]:
        """Every unit in which these answers hold."""
        return tuple(unit for pola in self.pola for unit in pola.perangkat_daerah)


def page(daerah: DaerahTerbit, kosakata: Kosakata) -> Halaman:
    """The directory, by the names of the units; then the answers of each pattern."""
    together = list(_together(daerah, kosakata))
    by_pattern = {pola.id: answers for answers in together for pola in answers.pola}
    rows = [
        Baris(
            item.id,
            item.unit,
            daerah.gambar["kedudukan", item.pola.id],
            by_pattern[item.pola.id],
        )
        for item in answer.named(daerah.data, kosakata)
    ]
    rows.sort(key=lambda row: row.unit.nama.casefold())
    kinds = {row.unit.jenis: kosakata.jenis_unit[row.unit.jenis].nama for row in rows}
    return Halaman(
        alamat=links.section(daerah.slug, "perangkat-daerah"),
        judul=f"Perangkat Daerah – {daerah.nama}",
        deskripsi=f"{len(rows)} unit yang disebut dalam {daerah.data.daerah.judul_peraturan}: "
        "pola kedudukannya, siapa yang menilai kinerja, siapa yang menugaskan, dan kepada siapa "
        "melapor.",
        isi=fill(
            "perangkat.html",
            daerah=daerah,
            kosakata=kosakata,
            baris=rows,
            jawaban=together,
            jenis=sorted(kinds.items(), key=lambda kind: kind[1]),
        ),
        daftar_isi=(
            Judul("Daftar unit", "daftar"),
            *(Judul(answers.judul, answers.jangkar) for answers in together),
        ),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
        gaya=("perangkat",),
        skrip=("perangkat",),
    )


def _together(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Bersama]:
    """The patterns with the same answers together, in the order of the first."""
    same: dict[Hashable, list[Struktur]] = {}
    for pola in daerah.data.kedudukan.pola:
        if pola.perangkat_daerah:
            found = daerah.jawaban[pola.id, SEMUA_JENJANG]
            answers = (found.penilai, found.penugas, found.melapor_ke)
            same.setdefault(answers, []).append(pola)
    for patterns in same.values():
        yield _shared(daerah, kosakata, patterns)


def _shared(daerah: DaerahTerbit, kosakata: Kosakata, patterns: Sequence[Struktur]) -> Bersama:
    every = [daerah.jawaban[pola.id, SEMUA_JENJANG] for pola in patterns]
    found = every[0]
    return Bersama(
        pola=tuple(patterns),
        terbit=tuple(daerah.gambar["kedudukan", pola.id] for pola in patterns),
        penilai=grouped(found.penilai, kosakata),
        menurut_jenjang=_by_class(daerah, kosakata, patterns[0].id),
        penugas=grouped(found.penugas, kosakata),
        melapor_ke=grouped(found.melapor_ke, kosakata),
        tidak_diatur=unanswered(found, kosakata),
        pertentangan=_contested(daerah, found),
        catatan=tuple({note.id: note for one in every for note in one.catatan}.values()),
    )


def _by_class(
    daerah: DaerahTerbit, kosakata: Kosakata, pola: str
) -> tuple[tuple[tuple[str, ...], tuple[Kelompok, ...]], ...]:
    """The classes of officials with the same appraisers together, in the vocabulary's order."""
    same: dict[tuple[Kelompok, ...], list[str]] = {}
    for key, word in kosakata.jenjang.items():
        offices = grouped(daerah.jawaban[pola, key].penilai, kosakata)
        same.setdefault(offices, []).append((word.singkat or word.nama).lower())
    return tuple((tuple(names), offices) for offices, names in same.items())


def _contested(daerah: DaerahTerbit, found: answer.Jawaban) -> tuple[Catatan, ...]:
    rules = answer.rules(daerah.data, Perihal.PENILAI, found.pola.id)
    notes = notes_on(daerah, *(f"aturan:{rule.id}" for rule in rules))
    return tuple(note for note in notes if note.jenis is JenisCatatan.BERTENTANGAN)
