"""Printed material of one regency: the handbook, and the posters of its flows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator import links
from generator.exports.bagan import alone
from generator.materi.buku import compose_book
from generator.materi.nilai import Dek
from generator.materi.pdf import compile_pdf
from generator.materi.poster import compose_posters
from generator.materi.simpanan import Bahan
from generator.model import Kosakata
from generator.pages.values import BaganTerbit, DaerahTerbit
from generator.sidik import digest


def bahan(daerah: DaerahTerbit, dek: Dek, kosakata: Kosakata, folder: Path) -> Iterator[Bahan]:
    """The handbook (A4) and the posters (A3, by flow); nothing is composed before it is made.

    All posters are one file: a trainer prints the pages that are wanted, and finds them by their
    bookmarks.
    """
    where = f"{links.HOME}sosialisasi/{daerah.slug}/{daerah.slug}"
    made_from = digest(*_told(daerah, kosakata))
    for name, title, build in (
        ("buku-panduan", "Buku panduan", partial(write_book, dek, daerah, kosakata, folder)),
        ("poster", "Poster mekanisme", partial(write_posters, daerah, kosakata)),
    ):
        yield Bahan(
            alamat=f"{where}-{name}.pdf",
            judul=f"{title} {daerah.nama}",
            bentuk="pdf",
            daerah=(daerah.slug,),
            isi=made_from,
            buat=build,
        )


def write_book(dek: Dek, daerah: DaerahTerbit, kosakata: Kosakata, folder: Path) -> bytes:
    """The handbook as PDF; ``folder`` keeps drawings."""
    book = compose_book(dek, daerah, kosakata, folder)
    return compile_pdf("buku.typ", book.data, _drawn(book.bagan) | book.contoh)


def write_posters(daerah: DaerahTerbit, kosakata: Kosakata) -> bytes:
    """The posters as PDF."""
    posters = compose_posters(daerah, kosakata)
    return compile_pdf("poster.typ", posters.data, _drawn(posters.bagan) | posters.contoh)


def _drawn(charts: dict[str, BaganTerbit]) -> dict[str, str]:
    return {name: alone(chart.gambar.svg) for name, chart in charts.items()}


def _told(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[str]:
    """All that printed material is made from: data, text, corrections, charts, the vocabulary.

    The words of the deck and the parts of flows follow from these; the deck's questions, which are
    chosen with other regencies in view, are printed nowhere. Telling it takes a few milliseconds;
    composing a book only to see that nothing has changed would take most of a second.
    """
    yield kosakata.model_dump_json()
    yield daerah.data.model_dump_json()
    yield repr(daerah.naskah.akar)
    yield repr(daerah.neraca)
    for chart in daerah.bagan:
        yield repr(chart.bagan)
        yield chart.gambar.svg
