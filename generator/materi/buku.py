"""The handbook of one regency, as data for its template: chapters of blocks, then the whole text.

The statements are those of the deck, so that book and slides say the same with the same clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.answer import Status, ask, units
from generator.bahasa import tanggal
from generator.graph import Sumber
from generator.materi.nilai import Dek, Poin, Slide
from generator.model import Kosakata
from generator.naskah import Alinea, Klausa
from generator.pages.values import BaganTerbit, DaerahTerbit

#: A4 less its margins, in CSS pixels: what is larger is shrunk, and then wants a page of its own.
LEBAR, TINGGI = 627.0, 700.0
#: Clauses that are items of a list: their label stands beside their words.
_BUTIR = frozenset({"ayat", "huruf", "angka", "romawi", "butir"})

Blok = dict[str, Any]


@dataclass(frozen=True)
class Buku:
    """A book: the data of its template, and the charts that it shows, by file name."""

    data: dict[str, Any]
    bagan: dict[str, BaganTerbit]


def compose_book(dek: Dek, daerah: DaerahTerbit, kosakata: Kosakata) -> Buku:
    """The handbook of a regency; exercises are left to the quiz."""
    chapters = [
        {"judul": module.judul, "blok": list(_blocks(module.slide))}
        for module in dek.modul
        if module.id != "latihan"
    ]
    chapters.insert(2, {"judul": "Perangkat Daerah", "blok": list(_units(daerah, kosakata))})
    identity = daerah.data.daerah
    received = tanggal(identity.sumber.diterima)
    return Buku(
        data={
            "judul": dek.judul,
            "anak_judul": identity.judul_peraturan,
            "tentang": f"tentang {identity.peraturan.tentang}",
            "kunci": ["sistem kerja", identity.nama, identity.judul_peraturan],
            "edisi": f"Peta Kerja, menurut sumber yang diterima {received}",
            "peringatan": "Bukan publikasi resmi. Untuk keperluan hukum, gunakan naskah yang "
            "diundangkan. Setiap pernyataan menyebut klausanya dengan kutipan yang diperiksa huruf "
            "demi huruf; yang tidak diatur, bertentangan, atau direkonstruksi ditandai.",
            "tentang_naskah": "Disalin dari pindaian; koreksi terhadap pindaian tercatat di situs.",
            "bab": chapters,
            "naskah": [
                {"judul": title, "isi": [_clause(part) for part in root.isi]}
                for title, root in zip(("Naskah", "Lampiran"), daerah.naskah.akar, strict=False)
            ],
        },
        bagan={_file(slide.bagan): slide.bagan for slide in dek.slide if slide.bagan},
    )


def _blocks(slides: tuple[Slide, ...]) -> Iterator[Blok]:
    """The slides of a module run on: parts of a cut slide become one list or table again."""
    for run in _whole(slides):
        first = run[0]
        yield {"jenis": "judul", "teks": first.judul.removesuffix(f" (1/{len(run)})")}
        points = [point for slide in run for point in slide.butir]
        if points:
            yield {"jenis": "butir", "butir": [_point(point) for point in points]}
        rows = [row for slide in run if slide.tabel for row in slide.tabel.baris]
        if first.tabel and rows:
            yield _table(first.tabel.kepala, rows)
        if first.bagan:
            yield _chart(first.bagan)


def _whole(slides: tuple[Slide, ...]) -> Iterator[list[Slide]]:
    run: list[Slide] = []
    for slide in slides:
        if run and slide.id.rpartition("-")[0] != run[0].id:
            yield run
            run = []
        run.append(slide)
    if run:
        yield run


def _table(heads: tuple[str, ...], rows: list[tuple[Poin, ...]]) -> Blok:
    """Columns share the width by the square root of their longest words, so that none starves."""
    longest = [max(len(row[i].teks) for row in rows) for i in range(len(heads))]
    return {
        "jenis": "tabel",
        "kepala": list(heads),
        "lebar": [max(1.5, min(length, 200) ** 0.5) for length in longest],
        "baris": [[_point(cell) for cell in row] for row in rows],
    }


def _chart(chart: BaganTerbit) -> Blok:
    width, height = chart.gambar.lebar, chart.gambar.tinggi
    alone = height * min(1.0, LEBAR / width) > TINGGI or width > 1.6 * LEBAR
    block: Blok = {
        "jenis": "bagan_penuh" if alone else "bagan",
        "berkas": _file(chart),
        "alt": f"{chart.bagan.judul}. {chart.bagan.keterangan}".strip(),
        "lebar": width * 0.75,
    }
    return block | ({"melintang": width > height} if alone else {})


def _file(chart: BaganTerbit) -> str:
    return f"{chart.bagan.jenis}-{chart.bagan.id}.svg"


def _units(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Blok]:
    """Every unit by its name, its pattern and its appraiser; the clauses stand with the pattern."""
    rows = []
    for unit, pola in sorted(units(daerah.data), key=lambda pair: pair[0].nama.casefold()):
        found = ask(daerah.data, kosakata, daerah.rujuk, unit, pola)
        words = [one.sebutan + (f" ({one.syarat})" if one.syarat else "") for one in found.penilai]
        state = "" if found.status is Status.DIATUR else str(found.status)
        named = _plain(unit.nama, tuple(map(daerah.rujuk, unit.dasar)), "")
        rows.append([named, _plain(pola.judul, (), ""), _plain("; ".join(words), (), state)])
    yield {
        "jenis": "tabel",
        "kepala": ["Unit", "Pola kedudukan", "Penilai kinerja"],
        "lebar": [3, 3, 3],
        "baris": rows,
    }


def _point(point: Poin) -> dict[str, Any]:
    return _plain(point.teks, point.dasar, point.keadaan) | {
        "anak": [_point(below) for below in point.anak],
        "uraian": point.uraian,
    }


def _plain(text: str, sources: tuple[Sumber, ...], state: str) -> dict[str, Any]:
    return {
        "teks": text,
        "keadaan": state,
        "dasar": [
            {"jangkar": s.klausa, "sebutan": s.sebutan, "kutipan": s.kutipan} for s in sources
        ],
        "anak": [],
        "uraian": "",
    }


def _clause(part: Alinea | Klausa) -> dict[str, Any]:
    if isinstance(part, Alinea):
        kind = "alinea" if part.is_text else "tidak_terbaca"
        return {"jenis": kind, "teks": part.teks, "jangkar": ""}
    return {
        "jenis": part.jenis,
        "jangkar": part.jangkar,
        "label": part.label,
        "judul": part.judul,
        "butir": part.jenis in _BUTIR and not part.judul,
        "isi": [_clause(below) for below in part.isi],
    }
