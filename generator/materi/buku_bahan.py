"""Printed material of one regency: the handbook, and the posters of its flows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator import links
from generator.exports.bagan import alone
from generator.materi.buku import Buku, compose_book
from generator.materi.nilai import Dek
from generator.materi.pdf import compile_pdf
from generator.materi.poster import Poster, compose_posters
from generator.materi.simpanan import Bahan
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit


def bahan(daerah: DaerahTerbit, dek: Dek, kosakata: Kosakata, _folder: Path) -> Iterator[Bahan]:
    """The handbook (A4) and the posters (A3, one page a flow).

    All posters are one file: a trainer prints the pages that are wanted, and finds them by their
    bookmarks.
    """
    where = f"{links.HOME}sosialisasi/{daerah.slug}/{daerah.slug}"
    book = compose_book(dek, daerah, kosakata)
    posters = compose_posters(daerah, kosakata)
    for name, title, content, build in (
        ("buku-panduan", "Buku panduan", book, partial(write_book, book)),
        ("poster", "Poster mekanisme", posters, partial(write_posters, posters)),
    ):
        yield Bahan(
            alamat=f"{where}-{name}.pdf",
            judul=f"{title} {daerah.nama}",
            bentuk="pdf",
            daerah=(daerah.slug,),
            isi=[content.data, {key: one.gambar.svg for key, one in content.bagan.items()}],
            buat=build,
        )


def write_book(book: Buku) -> bytes:
    """The handbook as PDF."""
    drawn = {name: alone(chart.gambar.svg) for name, chart in book.bagan.items()}
    return compile_pdf("buku.typ", book.data, drawn | book.contoh)


def write_posters(posters: Poster) -> bytes:
    """The posters as PDF, one page each."""
    drawn = {name: alone(chart.gambar.svg) for name, chart in posters.bagan.items()}
    return compile_pdf("poster.typ", posters.data, drawn | posters.contoh)
