"""The directory of units: every unit that the regulation names, its pattern, who appraises whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import answer, links
from generator.graph import Sumber
from generator.model import Catatan, JenisCatatan, Kosakata, Perihal
from generator.pages import menu
from generator.pages.rujukan import notes_on
from generator.pages.template import fill
from generator.pages.values import BaganTerbit, DaerahTerbit, Halaman


@dataclass(frozen=True)
class Penilai:
    """The offices that one rule names, for whom and when, and what it cites."""

    sebutan: str
    syarat: str
    dasar: tuple[Sumber, ...]


@dataclass(frozen=True)
class Baris:
    """One unit: the answer for it, its chart, the notes that contest the answer.

    ``tidak_diatur`` are the classes of officials no rule speaks about.
    """

    jawaban: answer.Jawaban
    terbit: BaganTerbit
    penilai: tuple[Penilai, ...]
    tidak_diatur: tuple[str, ...]
    pertentangan: tuple[Catatan, ...]


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
        penilai=tuple(_rules(found)),
        tidak_diatur=tuple((word.singkat or word.nama).lower() for word in missing),
        pertentangan=_contested(daerah, found),
    )


def _rules(found: answer.Jawaban) -> Iterator[Penilai]:
    """The appraisers, those of one rule together."""
    for (condition, cited), offices in groupby(found.penilai, lambda o: (o.syarat, o.dasar)):
        yield Penilai(" / ".join(office.sebutan for office in offices), condition, cited)


def _contested(daerah: DaerahTerbit, found: answer.Jawaban) -> tuple[Catatan, ...]:
    rules = answer.rules(daerah.data, Perihal.PENILAI, found.pola.id)
    notes = notes_on(daerah, *(f"aturan:{rule.id}" for rule in rules))
    return tuple(note for note in notes if note.jenis is JenisCatatan.BERTENTANGAN)
