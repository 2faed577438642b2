"""Findings: notes of readers with their quotations, every correction, the account of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator import links
from generator.model import Catatan
from generator.pages import menu
from generator.pages.rujukan import correction_id, note_id
from generator.pages.template import KATA, fill
from generator.pages.values import DaerahTerbit, Halaman, Judul, Situs, Tautan


def page(daerah: DaerahTerbit) -> Halaman:
    """The findings in one regulation."""
    notes = daerah.data.catatan
    edits = daerah.neraca.koreksi
    contents = [Judul("Catatan pembaca", "catatan", tuple(_note_contents(notes)))] if notes else []
    contents.append(Judul("Neraca kata", "neraca"))
    contents += [Judul("Koreksi terhadap sumber", "koreksi")] if edits else []
    return Halaman(
        alamat=links.section(daerah.slug, "temuan"),
        judul=f"Temuan – {daerah.nama}",
        deskripsi=f"{len(notes)} catatan pembaca dan {len(edits)} koreksi pindaian atas "
        f"{daerah.data.daerah.judul_peraturan}.",
        isi=fill(
            "temuan.html",
            daerah=daerah,
            catatan=notes,
            koreksi=edits,
            neraca=daerah.neraca,
            sebutan=daerah.naskah.sebutan,
            note_id=note_id,
            correction_id=correction_id,
            disentuh=lambda note: tuple(_touched(daerah, note)),
        ),
        daftar_isi=tuple(contents),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
    )


def site_page(situs: Situs) -> Halaman:
    """The findings in all regulations: how many of each kind, and a list of them."""
    counts = {item.slug: Counter(note.jenis for note in item.data.catatan) for item in situs.daerah}
    kinds = [
        kind for kind in KATA["jenis_catatan"] if any(kind in found for found in counts.values())
    ]
    return Halaman(
        alamat=links.FINDINGS,
        judul="Temuan",
        deskripsi="Hal yang bertentangan, tidak diatur, atau hilang dalam naskah peraturan.",
        isi=fill("temuan_situs.html", situs=situs, jumlah=counts, jenis=kinds, note_id=note_id),
        daftar_isi=tuple(Judul(item.nama, item.slug) for item in situs.daerah),
        remah=(Tautan("Beranda", links.HOME),),
    )


def _note_contents(notes: tuple[Catatan, ...]) -> Iterator[Judul]:
    for note in notes:
        yield Judul(note.judul, note_id(note.id))


def _touched(daerah: DaerahTerbit, note: Catatan) -> Iterator[Tautan]:
    """Where a note is shown too: the charts and flows that it bears on."""
    kinds = {"pola": "kedudukan", "struktur": "penugasan", "mekanisme": "mekanisme"}
    seen: dict[Tautan, None] = {}
    for name in note.menyentuh:
        kind, _, target = name.partition(":")
        if kind == "langkah":
            kind, target = "mekanisme", target.partition("/")[0]
        chart = daerah.gambar.get((kinds.get(kind, ""), target))
        if chart is not None:
            title = f"{menu.PAGES[chart.bagan.jenis]}: {chart.bagan.judul}"
            seen[Tautan(title, chart.alamat)] = None
    yield from seen
