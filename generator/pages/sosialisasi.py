"""Training material: every file of every regency, with its size and the day it was made.

A dozen regencies stand on one page. Of more, that page names each with its slides, and its files
stand on a page of its own: one page with all of them would be thousands of rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator import links
from generator.materi.nilai import LAMA
from generator.materi.terbit import Tercatat, Terdaftar, partial_note
from generator.pages.template import fill
from generator.pages.values import MANY, DaerahTerbit, Halaman, Judul, Situs, Tautan

#: With more regencies than this, each one's list is folded.
_TERBUKA = 6
#: Files of this kind are many: they are folded.
_LIPAT = "docx"


@dataclass(frozen=True)
class Berkas:
    """One file: ``besar`` in bytes and ``tanggal`` are none where it was not made."""

    judul: str
    bentuk: str
    alamat: str
    besar: str | None
    tanggal: date | None


@dataclass(frozen=True)
class Bagian:
    """The material of one regency, or of several together.

    ``tautan`` are pages of the site that belong to it; ``alamat`` is its own page.
    """

    id: str
    judul: str
    peraturan: str
    salindia: str
    besar: str
    berkas: tuple[Berkas, ...]
    tautan: tuple[Tautan, ...] = ()
    alamat: str = ""

    @property
    def inti(self) -> tuple[Berkas, ...]:
        """The files in sight."""
        return tuple(one for one in self.berkas if one.bentuk != _LIPAT)

    @property
    def lipat(self) -> tuple[Berkas, ...]:
        """The files that are folded: letters."""
        return tuple(one for one in self.berkas if one.bentuk == _LIPAT)


def together(count: int) -> bool:
    """Whether the material of so many regencies stands on one page."""
    return count <= MANY


def page(situs: Situs, materi: Mapping[str, Terdaftar], banding: Terdaftar | None) -> Halaman:
    """The page of all: the material of each regency by its slug, and of several together."""
    return Halaman(
        alamat=links.TRAINING,
        judul="Bahan sosialisasi",
        deskripsi="Salindia, buku panduan, dan bahan lain untuk sosialisasi sistem kerja, "
        "disusun dari data yang sama dengan situs ini.",
        isi=fill(
            "sosialisasi.html",
            daerah=[
                _regency(daerah, materi[daerah.slug])
                for daerah in sorted(situs.daerah, key=lambda one: one.nama)
            ],
            sehalaman=together(len(situs.daerah)),
            banding=_compared(banding),
            sebagian=partial_note(len(banding.daerah), len(situs.daerah)) if banding else "",
            lama=LAMA,
            terbuka=len(situs.daerah) <= _TERBUKA,
        ),
        daftar_isi=(
            Judul("Bahan setiap daerah", "daerah"),
            *([Judul("Perbandingan", "perbandingan")] if banding else []),
            Judul("Cara memakai", "cara"),
        ),
        remah=(Tautan("Beranda", links.HOME),),
        gaya=("sosialisasi",),
        skrip=("sosialisasi",),
    )


def own_page(daerah: DaerahTerbit, materi: Terdaftar) -> Halaman:
    """The page of one regency's material, where not all stand on one page."""
    bagian = _regency(daerah, materi)
    return Halaman(
        alamat=bagian.alamat,
        judul=f"Bahan sosialisasi – {bagian.judul}",
        deskripsi=f"Salindia, buku panduan, poster, surat, dan kuis {bagian.peraturan}.",
        isi=fill("sosialisasi_daerah.html", bagian=bagian, lama=LAMA),
        remah=(
            Tautan("Beranda", links.HOME),
            Tautan("Bahan sosialisasi", links.TRAINING),
            Tautan(bagian.judul, links.overview(bagian.id)),
        ),
        gaya=("sosialisasi",),
    )


def size(count: int) -> str:
    """Bytes in words.

    >>> size(900), size(48_200), size(1_300_000)
    ('1 KB', '48 KB', '1,3 MB')
    """
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def _regency(daerah: DaerahTerbit, own: Terdaftar) -> Bagian:
    return Bagian(
        id=daerah.slug,
        judul=daerah.nama,
        peraturan=daerah.identitas.judul_peraturan,
        salindia=links.deck(daerah.slug),
        besar=size(own.salindia),
        berkas=tuple(map(_file, own.berkas)),
        tautan=(
            Tautan("Isi surat di peramban", links.section(daerah.slug, "surat")),
            Tautan("Kuis", links.section(daerah.slug, "kuis")),
        ),
        alamat=links.section(daerah.slug, "sosialisasi"),
    )


def _compared(banding: Terdaftar | None) -> Bagian | None:
    if banding is None:
        return None
    return Bagian(
        id="perbandingan",
        judul="Perbandingan",
        peraturan=banding.anak_judul,
        salindia=links.deck(banding.id),
        besar=size(banding.salindia),
        berkas=tuple(map(_file, banding.berkas)),
    )


def _file(item: Tercatat) -> Berkas:
    told = None if item.besar is None else size(item.besar)
    return Berkas(item.judul, item.bentuk, links.HOME + item.alamat, told, item.tanggal)
