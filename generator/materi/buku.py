"""The handbook of one regency, as data for its template: chapters of blocks, then the whole text.

The statements are those of the deck, so that book and slides say the same with the same clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.bahasa import tanggal
from generator.materi.buku_bagan import Blok, blocks, file_name, place, sample, wide_last
from generator.materi.buku_catatan import account, notes
from generator.materi.buku_kedudukan import patterns
from generator.materi.buku_naskah import numbered, text
from generator.materi.buku_poin import point, source
from generator.materi.nilai import Dek, Poin, Slide
from generator.model import Kosakata
from generator.pages.legenda import legend
from generator.pages.values import BaganTerbit, DaerahTerbit

#: What a trainer is told aloud, and a reader need not be: it speaks of the session.
_OF_THE_SESSION = frozenset({"isi"})
#: Stands on a slide where the flow or pattern has no words of its own before its clause.
_BARE = "Menurut"


@dataclass(frozen=True)
class Buku:
    """A book: the data of its template, and its pictures (SVG as drawn) by file name."""

    data: dict[str, Any]
    bagan: dict[str, BaganTerbit]
    contoh: dict[str, str]


def compose_book(dek: Dek, daerah: DaerahTerbit, kosakata: Kosakata) -> Buku:
    """The handbook of a regency; exercises are left to the quiz."""
    parts = _parts(dek)
    placed = {one.jangkar: place(one, parts.get(one.jangkar, ())) for one in daerah.bagan}
    signs = {sign.nama: sign for chart in daerah.bagan for sign in legend(chart.bagan, kosakata)}
    files = {f"tanda-{number}.svg": sign for number, sign in enumerate(signs.values(), 1)}
    key_block: Blok = {
        "jenis": "legenda",
        "baris": [{"berkas": name, "nama": sign.nama} for name, sign in files.items()],
    }
    chapters = list(_chapters(dek, daerah, kosakata, placed))
    chapters[0]["blok"] += [{"jenis": "judul", "teks": "Cara membaca bagan"}, key_block]
    return Buku(
        data=_cover(dek, daerah) | {"bab": numbered(chapters), "naskah": text(daerah, chapters)},
        bagan={file_name(one): one for group in placed.values() for one in group},
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
        "situs. Di bawah sebuah klausa tertulis halaman buku ini yang merujuknya.",
    }


def _chapters(
    dek: Dek,
    daerah: DaerahTerbit,
    kosakata: Kosakata,
    placed: dict[str, tuple[BaganTerbit, ...]],
) -> Iterator[dict[str, Any]]:
    slides = {module.id: module.slide for module in dek.modul}
    flows = slides.get("mekanisme", ())
    letters = tuple(one for one in flows if one.id.startswith("surat-"))
    steps = tuple(one for one in flows if one not in letters)
    opening = tuple(one for one in slides.get("pembuka", ()) if one.id not in _OF_THE_SESSION)
    for title, content in (
        ("Ringkasan peraturan", _blocks(opening, placed)),
        ("Kedudukan", patterns(daerah, kosakata, placed)),
        ("Penugasan", _blocks(slides.get("penugasan", ()), placed)),
        ("Mekanisme kerja", _blocks(steps, placed)),
        ("Surat dan isinya", _letters(letters, placed)),
        ("Peran dan pelaporan", _blocks(slides.get("peran", ()), placed)),
        ("Catatan pembaca", notes(daerah)),
        ("Daftar istilah", _glossary(slides.get("istilah", ()))),
        ("Neraca kata", account(daerah)),
    ):
        found = wide_last(list(content))
        if found:
            yield {"judul": title, "blok": found}


def _blocks(
    slides: tuple[Slide, ...], placed: dict[str, tuple[BaganTerbit, ...]]
) -> Iterator[Blok]:
    """The slides of a module run on: parts of a cut slide become one list or table again."""
    shown: set[str] = set()
    for run in _whole(slides):
        first = run[0]
        steps = first.id.startswith("langkah-")
        title = first.judul.removesuffix(f" (1/{len(run)})")
        chart = _original(first)
        if chart in shown:
            continue
        level = "anak_judul" if steps else "judul"
        yield {"jenis": level, "teks": "Langkah demi langkah" if steps else title}
        for block in _said([one for slide in run for one in slide.butir]):
            yield block | ({"lekat": True} if chart else {})
        rows = [row for slide in run if slide.tabel for row in slide.tabel.baris]
        if first.tabel and rows:
            yield _table("langkah" if steps else "tabel", first.tabel.kepala, rows)
        if chart:
            shown.add(chart)
            yield from blocks(placed[chart])


def _original(slide: Slide) -> str:
    """The anchor of the chart of a slide; a part of a flow counts as the flow."""
    return slide.bagan.jangkar.partition("--")[0] if slide.bagan else ""


def _parts(dek: Dek) -> dict[str, list[BaganTerbit]]:
    """The parts of long flows that the deck shows, by the anchor of the whole flow."""
    found: dict[str, list[BaganTerbit]] = {}
    for slide in dek.slide:
        if slide.bagan and slide.bagan.jangkar != _original(slide):
            found.setdefault(_original(slide), []).append(slide.bagan)
    return found


def _said(points: list[Poin]) -> Iterator[Blok]:
    bare = [one for one in points if one.teks == _BARE]
    rest = [one for one in points if one.teks != _BARE]
    for one in bare:
        yield {
            "jenis": "menurut",
            "dasar": [source(at) for at in one.dasar],
            "keadaan": one.keadaan,
        }
    if rest:
        yield {"jenis": "butir", "butir": [point(one) for one in rest]}


def _whole(slides: tuple[Slide, ...]) -> Iterator[list[Slide]]:
    run: list[Slide] = []
    for slide in slides:
        if run and (slide.bagan or slide.id.rpartition("-")[0] != run[0].id):
            yield run
            run = []
        run.append(slide)
    if run:
        yield run


def _table(kind: str, heads: tuple[str, ...], rows: list[tuple[Poin, ...]]) -> Blok:
    """Columns share the width by the square root of their longest words, so that none starves."""
    longest = [max(len(row[i].teks) for row in rows) for i in range(len(heads))]
    return {
        "jenis": kind,
        "kepala": list(heads),
        "lebar": [max(1.5, min(length, 200) ** 0.5) for length in longest],
        "baris": [[point(cell) for cell in row] for row in rows],
    }


def _letters(
    slides: tuple[Slide, ...], placed: dict[str, tuple[BaganTerbit, ...]]
) -> Iterator[Blok]:
    if not slides:
        gap = Poin("Isi minimum surat tidak diatur dalam naskah ini", keadaan="tidak diatur")
        yield {"jenis": "butir", "butir": [point(gap)]}
    yield from _blocks(slides, placed)


def _glossary(slides: tuple[Slide, ...]) -> Iterator[Blok]:
    terms = sorted((one for slide in slides for one in slide.butir), key=_alphabet)
    if terms:
        yield {"jenis": "istilah", "butir": [point(one) for one in terms]}


def _alphabet(term: Poin) -> str:
    return term.teks.casefold()
