"""The letters of a regulation: a list, and for each a page on which it is filled in and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from generator import links
from generator.graph import Sumber
from generator.materi.surat import nilai
from generator.materi.surat.nilai import Surat
from generator.materi.surat.susun import letters, without
from generator.model import Kosakata
from generator.pages import menu
from generator.pages.struktur import clause
from generator.pages.template import fill
from generator.pages.values import DaerahTerbit, Halaman, Judul, Tautan


class CatatanKaki:
    """The footnotes of one letter: each clause once, numbered in the order of mention."""

    def __init__(self) -> None:
        self.semua: list[Sumber] = []

    def nomor(self, sources: Sequence[Sumber]) -> list[int]:
        """The numbers of some clauses, which are from now on among the notes."""
        for source in sources:
            if source not in self.semua:
                self.semua.append(source)
        return [self.semua.index(source) + 1 for source in sources]


def pages(
    daerah: DaerahTerbit, kosakata: Kosakata, berkas: Collection[str] = ()
) -> Iterator[Halaman]:
    """The list, and one page for each letter; ``berkas`` are the addresses of files that exist."""
    found = letters(daerah, kosakata)
    named = Counter(one.judul for one in found)
    yield _list(daerah, kosakata, found)
    for one in found:
        yield _letter(daerah, one, _step(one) if named[one.judul] > 1 else "", berkas)


def _step(surat: Surat) -> str:
    """Which of the letters of one name in a flow this is."""
    return f", langkah {surat.alur.langkah.index(surat.langkah) + 1}"


def _list(daerah: DaerahTerbit, kosakata: Kosakata, found: Sequence[Surat]) -> Halaman:
    grouped = [(flow, list(each)) for flow, each in groupby(found, key=lambda one: one.alur)]
    return Halaman(
        alamat=links.section(daerah.slug, "surat"),
        judul=f"Surat – {daerah.nama}",
        deskripsi=f"{len(found)} templat surat menurut {daerah.data.daerah.judul_peraturan}: "
        "diisi di peramban dan dicetak.",
        isi=fill(
            "surat_daftar.html",
            daerah=daerah,
            kelompok=grouped,
            banyak=len(found),
            tanpa=without(daerah, kosakata),
        ),
        daftar_isi=(
            *(Judul(flow.judul, f"alur-{flow.id}") for flow, _ in grouped),
            Judul("Yang tanpa surat", "tanpa-surat"),
        ),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah),
    )


def _letter(daerah: DaerahTerbit, surat: Surat, langkah: str, berkas: Collection[str]) -> Halaman:
    document = links.letter_file(daerah.slug, surat.id)
    return Halaman(
        alamat=links.letter(daerah.slug, surat.id),
        judul=f"{surat.judul}{langkah} – {daerah.nama}",
        deskripsi=f"Templat {surat.nama.lower()} pada {surat.alur.judul}{langkah}, "
        f"{daerah.data.daerah.judul_peraturan}.",
        isi=fill(
            "surat.html",
            daerah=daerah,
            surat=surat,
            nilai=nilai,
            kaki=CatatanKaki(),
            klausa=clause(daerah, surat.alur.klausa),
            dokumen=document if document.removeprefix("~/") in berkas else "",
        ),
        daftar_isi=(Judul("Surat", "surat"), Judul("Tentang templat ini", "tentang")),
        menu=menu.menu(daerah),
        remah=menu.crumbs(daerah, Tautan("Surat", links.section(daerah.slug, "surat"))),
        gaya=("surat",),
        skrip=("surat",),
    )
