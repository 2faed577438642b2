"""The handbook of one regency, as data for its template: chapters of blocks, then the whole text.

The statements are those of the deck, so that book and slides say the same with the same clauses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from generator.bahasa import tanggal
from generator.materi.buku_alur import flows, of_flows
from generator.materi.buku_bagan import (
    Blok,
    Tercetak,
    blocks,
    choose,
    file_name,
    pointed,
    sample,
    wide_last,
)
from generator.materi.buku_catatan import account, notes
from generator.materi.buku_kedudukan import patterns
from generator.materi.buku_naskah import numbered, text
from generator.materi.buku_poin import point, said, table
from generator.materi.nilai import Dek, Poin, Slide
from generator.model import Kosakata
from generator.pages.legenda import legend
from generator.pages.values import BaganTerbit, DaerahTerbit

#: What a trainer is told aloud, and a reader need not be: it speaks of the session.
_OF_THE_SESSION = frozenset({"isi", "rencana"})
#: Chapters that carry on where the one before ends, as they would leave most of a page empty.
_SHORT = frozenset({"Surat dan isinya", "Peran dan pelaporan", "Daftar istilah", "Neraca kata"})


@dataclass(frozen=True)
class Buku:
    """A book: the data of its template, and its pictures (SVG as drawn) by file name."""

    data: dict[str, Any]
    bagan: dict[str, BaganTerbit]
    contoh: dict[str, str]


def compose_book(dek: Dek, daerah: DaerahTerbit, kosakata: Kosakata, folder: Path) -> Buku:
    """The handbook of a regency; exercises are left to the quiz.

    ``dek`` is its deck, ``folder`` keeps drawings of the parts of long flows.
    """
    signs = {sign.nama: sign for chart in daerah.bagan for sign in legend(chart.bagan, kosakata)}
    files = {f"tanda-{number}.svg": sign for number, sign in enumerate(signs.values(), 1)}
    key_block: Blok = {
        "jenis": "legenda",
        "baris": [{"berkas": name, "nama": sign.nama} for name, sign in files.items()],
    }
    printed = choose([one for one in daerah.bagan if one.bagan.jenis == "mekanisme"], folder)
    chapters = list(_chapters(dek, daerah, kosakata, printed))
    chapters[0]["blok"] += [{"jenis": "judul", "teks": "Cara membaca bagan"}, key_block]
    return Buku(
        data=_cover(dek, daerah) | {"bab": numbered(chapters), "naskah": text(daerah, chapters)},
        bagan=_shown(chapters, (*daerah.bagan, *chain.from_iterable(printed.values()))),
        contoh={name: sample(sign) for name, sign in files.items()},
    )


def _cover(dek: Dek, daerah: DaerahTerbit) -> dict[str, Any]:
    identity = daerah.data.daerah
    received = tanggal(identity.sumber.diterima)
    return {
        "judul": dek.judul,
        "anak_judul": identity.judul_peraturan,
        "tentang": f"tentang {identity.peraturan.tentang}",
        "daerah": identity.nama,
        "kunci": ["sistem kerja", identity.nama, identity.judul_peraturan],
        "edisi": f"Peta Kerja, menurut sumber yang diterima {received}",
        "peringatan": "Bukan publikasi resmi. Untuk keperluan hukum, gunakan naskah yang "
        "diundangkan. Setiap pernyataan menyebut klausanya dengan kutipan yang diperiksa huruf "
        "demi huruf; yang tidak diatur, bertentangan, atau direkonstruksi ditandai.",
        "tentang_naskah": "Disalin dari sumber yang diterima; koreksi terhadapnya tercatat di "
        "situs. Di belakang sebuah klausa tertulis halaman buku ini yang merujuknya.",
    }


def _chapters(
    dek: Dek, daerah: DaerahTerbit, kosakata: Kosakata, printed: Tercetak
) -> Iterator[dict[str, Any]]:
    slides = {module.id: module.slide for module in dek.modul}
    working = slides.get("mekanisme", ())
    letters = tuple(one for one in working if one.id.startswith("surat-"))
    drawn = of_flows(working)
    listed = tuple(one for one in working if one.id not in drawn and one not in letters)
    opening = tuple(one for one in slides.get("pembuka", ()) if one.id not in _OF_THE_SESSION)
    for title, content in (
        ("Ringkasan peraturan", _blocks(opening)),
        ("Kedudukan", patterns(daerah, kosakata)),
        ("Penugasan", _blocks(slides.get("penugasan", ()))),
        ("Mekanisme kerja", (*_blocks(listed), *flows(daerah, working, printed))),
        ("Surat dan isinya", _letters(letters)),
        ("Peran dan pelaporan", _blocks(slides.get("peran", ()))),
        ("Catatan pembaca", notes(daerah)),
        ("Daftar istilah", _glossary(slides.get("istilah", ()))),
        ("Neraca kata", account(daerah)),
    ):
        found = wide_last(list(content))
        if found:
            yield {"judul": title, "blok": found, "halaman_baru": title not in _SHORT}


def _shown(chapters: list[Any], charts: Iterable[BaganTerbit]) -> dict[str, BaganTerbit]:
    """The charts that the chapters show, by the names of their files."""
    blocks = (block for chapter in chapters for block in chapter["blok"])
    names = {block["berkas"] for block in blocks if block["jenis"] == "bagan"}
    return {file_name(one): one for one in charts if file_name(one) in names}


def _blocks(slides: tuple[Slide, ...]) -> Iterator[Blok]:
    """The slides of a module run on: parts of a cut slide become one list or table again."""
    for run in _whole(slides):
        first = run[0]
        yield {"jenis": "judul", "teks": first.judul.removesuffix(f" (1/{len(run)})")}
        points = [one for slide in run for one in slide.butir]
        yield from said(points, close=first.bagan is not None)
        rows = [row for slide in run if slide.tabel for row in slide.tabel.baris]
        if first.tabel and rows:
            yield table("tabel", first.tabel.kepala, rows)
        if first.bagan:
            (block,) = blocks([first.bagan])
            yield from pointed(block)
            yield block


def _whole(slides: tuple[Slide, ...]) -> Iterator[list[Slide]]:
    run: list[Slide] = []
    for slide in slides:
        if run and (slide.bagan or slide.id.rpartition("-")[0] != run[0].id):
            yield run
            run = []
        run.append(slide)
    if run:
        yield run


def _letters(slides: tuple[Slide, ...]) -> Iterator[Blok]:
    if not slides:
        gap = Poin("Isi minimum surat tidak diatur dalam naskah ini", keadaan="tidak diatur")
        yield {"jenis": "butir", "butir": [point(gap)]}
    yield from _blocks(slides)


def _glossary(slides: tuple[Slide, ...]) -> Iterator[Blok]:
    terms = sorted((one for slide in slides for one in slide.butir), key=_alphabet)
    if terms:
        yield {"jenis": "istilah", "butir": [point(one) for one in terms]}


def _alphabet(term: Poin) -> str:
    return term.teks.casefold()
