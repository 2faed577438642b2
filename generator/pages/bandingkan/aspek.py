"""``/bandingkan/<aspek>/``: one question, every answer with its quotations, and the difference."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.banding.kalimat import heading, listed, sentence
from generator.banding.matrix import Baris
from generator.banding.sejajar import TERCETAK
from generator.pages.bandingkan import jajar, kedudukan
from generator.pages.template import fill
from generator.pages.values import Halaman, Judul, Situs, Tautan

#: Regulations quoted in full for each answer, where there are too many to quote all.
CONTOH = 2


def pages(situs: Situs) -> Iterator[Halaman]:
    """One page for each aspect, each with the one before and the one after it."""
    rows = situs.matriks.baris
    for number, row in enumerate(rows):
        before = rows[number - 1] if number else None
        after = rows[number + 1] if number + 1 < len(rows) else None
        yield _page(situs, row, before, after)


def _page(situs: Situs, row: Baris, before: Baris | None, after: Baris | None) -> Halaman:
    names = situs.matriks.nama
    said = sentence(row, names)
    groups = row.kelompok[:TERCETAK]
    # Of many regulations each answer is quoted from a few; the matrix holds them all.
    each = TERCETAK if len(names) <= TERCETAK else CONTOH
    charts, more = _charts(situs, row)
    contents = [Judul(heading(row, group), f"jawaban-{group.nomor + 1}") for group in groups]
    return Halaman(
        alamat=links.aspect(row.id),
        judul=f"{row.aspek.nama} – Bandingkan",
        deskripsi=f"{row.aspek.nama} {said}",
        isi=fill(
            "bandingkan/aspek.html",
            baris=row,
            kalimat=said,
            nama=names,
            kelompok=groups,
            setiap=each,
            heading=heading,
            listed=listed,
            mini=charts,
            lanjut=more,
            sebelum=before,
            sesudah=after,
        ),
        daftar_isi=(*contents, *([Judul("Bagan berdampingan", "bagan")] if charts else [])),
        remah=(Tautan("Beranda", links.HOME), Tautan("Bandingkan", links.COMPARE)),
        gaya=("bandingkan",),
    )


def _charts(situs: Situs, row: Baris) -> tuple[tuple[jajar.Mini, ...], Tautan | None]:
    """The charts that an aspect is about, and where they are compared in full."""
    if row.aspek.unit:
        page = kedudukan.address(situs, row.aspek.unit)
        more = Tautan("Bandingkan kedudukannya", page) if page else None
        return tuple(jajar.structures(situs, row.aspek.unit)), more
    kind = jajar.kind_of_flow(situs, row.aspek.mekanisme)
    if kind is None:
        return (), None
    more = Tautan("Bandingkan langkah demi langkah", links.compared_flow(kind.id))
    return tuple(jajar.flows(situs, kind)), more
