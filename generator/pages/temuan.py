"""Findings: notes of readers, what the rules find, every correction, the account of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import links
from generator.model import Catatan
from generator.pages import menu
from generator.pages.rujukan import correction_id, note_id
from generator.pages.template import KATA, fill
from generator.pages.values import MANY, DaerahTerbit, Halaman, Judul, Situs, Tautan
from generator.temuan import Temuan, merge


@dataclass(frozen=True)
class Ringkas:
    """The findings in one regulation, in short: its notes if they are listed, numbers by kind."""

    slug: str
    nama: str
    singkat: str
    peraturan: str
    catatan: tuple[Catatan, ...]
    jumlah: Mapping[str, int]
    kaidah: Mapping[str, int]
    koreksi: int


@dataclass(frozen=True)
class Golongan:
    """The findings by rule of one kind; those that are advice stand apart."""

    jenis: str
    temuan: tuple[Temuan, ...]

    @property
    def id(self) -> str:
        """Its anchor."""
        return f"kaidah-{self.jenis}"


def page(daerah: DaerahTerbit, temuan: Sequence[Temuan] = ()) -> Halaman:
    """The findings in one regulation: ``temuan`` are those of `generator.temuan.find`."""
    notes = daerah.data.catatan
    edits = daerah.neraca.koreksi
    left = merge(temuan, notes, daerah.naskah)
    groups = group(item for item in left if not item.nasihat)
    advice = group(item for item in left if item.nasihat)
    contents = [Judul("Catatan pembaca", "catatan", tuple(_note_contents(notes)))] if notes else []
    contents += _rule_contents(groups, advice)
    contents.append(Judul("Neraca kata", "neraca"))
    contents += [Judul("Koreksi terhadap sumber", "koreksi")] if edits else []
    return Halaman(
        alamat=links.section(daerah.slug, "temuan"),
        judul=f"Temuan – {daerah.nama}",
        deskripsi=f"{len(notes)} catatan pembaca, {len(left)} temuan kaidah, dan {len(edits)} "
        f"koreksi pindaian atas {daerah.data.daerah.judul_peraturan}.",
        isi=fill(
            "temuan.html",
            daerah=daerah,
            catatan=notes,
            golongan=groups,
            nasihat=advice,
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


def count(daerah: DaerahTerbit, temuan: Sequence[Temuan]) -> Counter[str]:
    """How many findings by rule of each kind no note covers; advice is not counted."""
    found = merge(temuan, daerah.data.catatan, daerah.naskah)
    return Counter(str(one.jenis) for one in found if not one.nasihat)


def site_page(situs: Situs, kaidah: Mapping[str, Mapping[str, int]] | None = None) -> Halaman:
    """The findings in all regulations: how many of each kind, and a list of the notes.

    ``kaidah`` counts the findings by rule (`count`) of every regulation by its slug. Of many
    regulations only the numbers are told.
    """
    many = len(situs.daerah) > MANY
    rows = [_row(one, (kaidah or {}).get(one.slug, {}), listed=not many) for one in situs.daerah]
    kinds = [
        kind
        for kind in KATA["jenis_catatan"]
        if any(kind in counts for row in rows for counts in (row.jumlah, row.kaidah))
    ]
    return Halaman(
        alamat=links.FINDINGS,
        judul="Temuan",
        deskripsi="Hal yang bertentangan, tidak diatur, atau hilang dalam naskah peraturan.",
        isi=fill(
            "temuan_situs.html",
            daerah=rows,
            jenis=kinds,
            banyak=many,
            note_id=note_id,
        ),
        daftar_isi=tuple(Judul(row.nama, row.slug) for row in rows) if not many else (),
        remah=(Tautan("Beranda", links.HOME),),
    )


def _row(daerah: DaerahTerbit, kaidah: Mapping[str, int], *, listed: bool) -> Ringkas:
    return Ringkas(
        daerah.slug,
        daerah.nama,
        daerah.identitas.nama_singkat,
        daerah.identitas.judul_peraturan,
        daerah.data.catatan if listed else (),
        daerah.catatan,
        kaidah,
        daerah.koreksi,
    )


def group(temuan: Iterator[Temuan]) -> tuple[Golongan, ...]:
    """Findings by their kind, in the order in which the site names the kinds."""
    by_kind: dict[str, list[Temuan]] = {}
    for item in temuan:
        by_kind.setdefault(item.jenis, []).append(item)
    return tuple(
        Golongan(kind, tuple(by_kind[kind])) for kind in KATA["jenis_catatan"] if kind in by_kind
    )


def _rule_contents(groups: Sequence[Golongan], advice: Sequence[Golongan]) -> list[Judul]:
    entries = [Judul(KATA["jenis_catatan"][item.jenis], item.id) for item in groups]
    if advice:
        entries.append(Judul("Nasihat", "kaidah-nasihat"))
    return [Judul("Kaidah otomatis", "kaidah", tuple(entries))] if entries else []


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
