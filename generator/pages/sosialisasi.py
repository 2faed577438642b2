"""Training material: every file of every regency, with its size and the day it was made.

A dozen regencies stand on one page. Of more, that page names each with its slides, and its files
stand on a page of its own: one page with all of them would be thousands of rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator import links
from generator.materi.nilai import LAMA
from generator.materi.simpanan import Bahan
from generator.materi.terbit import Terbitan, partial_note
from generator.pages.template import fill
from generator.pages.values import Halaman, Judul, Situs, Tautan

#: With more regencies than these, each one's list is folded; with more than those, on its own page.
_TERBUKA, _SEHALAMAN = 6, 12
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


def pages(situs: Situs, materi: Terbitan, sehalaman: int = _SEHALAMAN) -> Iterator[Halaman]:
    """The page of all; where there are more regencies than ``sehalaman``, one of each besides."""
    regencies = tuple(_regencies(situs, materi))
    together = len(regencies) <= sehalaman
    yield _all(situs, materi, regencies, together=together)
    if not together:
        yield from map(_own, regencies)


def _all(situs: Situs, materi: Terbitan, regencies: Sequence[Bagian], *, together: bool) -> Halaman:
    banding = materi.banding
    return Halaman(
        alamat=links.TRAINING,
        judul="Bahan sosialisasi",
        deskripsi="Salindia, buku panduan, dan bahan lain untuk sosialisasi sistem kerja, "
        "disusun dari data yang sama dengan situs ini.",
        isi=fill(
            "sosialisasi.html",
            daerah=regencies,
            sehalaman=together,
            banding=_compared(materi),
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


def _own(bagian: Bagian) -> Halaman:
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

    >>> size(900), size(48_200), size(1_250_000)
    ('1 KB', '48 KB', '1,3 MB')
    """
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def _regencies(situs: Situs, materi: Terbitan) -> Iterator[Bagian]:
    files: dict[tuple[str, ...], list[Bahan]] = {}
    for item in materi.bahan:
        files.setdefault(item.daerah, []).append(item)
    made = _made(materi)
    for daerah in sorted(situs.daerah, key=lambda one: one.nama):
        yield Bagian(
            id=daerah.slug,
            judul=daerah.nama,
            peraturan=daerah.data.daerah.judul_peraturan,
            salindia=links.deck(daerah.slug),
            besar=_deck_size(materi, daerah.slug),
            berkas=_files(files.get((daerah.slug,), ()), made),
            tautan=(
                Tautan("Isi surat di peramban", links.section(daerah.slug, "surat")),
                Tautan("Kuis", links.section(daerah.slug, "kuis")),
            ),
            alamat=links.section(daerah.slug, "sosialisasi"),
        )


def _compared(materi: Terbitan) -> Bagian | None:
    dek = materi.banding
    if dek is None:
        return None
    own = [item for item in materi.bahan if item.daerah == dek.daerah]
    return Bagian(
        id="perbandingan",
        judul="Perbandingan",
        peraturan=dek.anak_judul,
        salindia=links.deck(dek.id),
        besar=_deck_size(materi, dek.id),
        berkas=_files(own, _made(materi)),
    )


def _made(materi: Terbitan) -> dict[str, tuple[int, date]]:
    return {item.bahan.alamat: (len(item.data), item.tanggal) for item in materi.jadi}


def _files(bahan: Sequence[Bahan], made: dict[str, tuple[int, date]]) -> tuple[Berkas, ...]:
    found = []
    for item in bahan:
        count, day = made.get(item.alamat, (None, None))
        told = None if count is None else size(count)
        found.append(Berkas(item.judul, item.bentuk, links.HOME + item.alamat, told, day))
    return tuple(found)


def _deck_size(materi: Terbitan, name: str) -> str:
    path = f"{links.deck(name).removeprefix(links.HOME)}index.html"
    return size(len(materi.salindia[path].encode()))
