"""Isi: the files of the plots of one regency and of a pair of texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import cari, compare
from generator.compare import Kemiripan
from generator.exports.padanan import export_alignment
from generator.exports.terbuka import regency_data
from generator.materi import terbit
from generator.materi.kuis import Soal, questions
from generator.materi.terbit import Materi, Terdaftar
from generator.model import Kosakata
from generator.pages import sosialisasi
from generator.pages.bandingkan.naskah import pair_pages
from generator.pages.tanya_data import tanya_data
from generator.pages.temuan import count
from generator.pages.values import DaerahTerbit, Situs
from generator.petak.lemari import DaerahTersimpan
from generator.render import Bersama, regency_pages, write_pages

#: Files by their paths in the page tree.
Berkas = Mapping[str, str | bytes]


@dataclass(frozen=True)
class IsiDaerah:
    """What the site around a regency must know of its pages.

    ``temuan`` counts the findings by rule, ``kata`` the words that can be found; ``materi`` lists
    its training material.
    """

    nama: str
    singkat: str
    halaman: int
    temuan: Mapping[str, int]
    kata: Counter[str]
    materi: Terdaftar


@dataclass(frozen=True)
class IsiPasangan:
    """What the site around two texts must know: how alike they are, and what can be found."""

    mirip: Kemiripan
    dokumen: tuple[cari.Dokumen, ...]


@dataclass(frozen=True)
class Cara:
    """How all plots are made: the project, its vocabulary, whether for reading offline.

    ``banyak`` is how many regencies there are.
    """

    root: Path
    kosakata: Kosakata
    offline: bool
    banyak: int


def regency(cara: Cara, daerah: DaerahTersimpan, bersama: Bersama) -> tuple[Berkas, IsiDaerah]:
    """Everything of one regency: pages, data, its part of the index, its training material."""
    whole = daerah.whole()
    asked = questions(whole, cara.kosakata, bersama.kolam)
    material = _material(cara, daerah, whole, asked)
    made = terbit.made(material, cara.root)
    files = {item.bahan.alamat: item.data for item in made}
    found = bersama.findings(whole)
    pages = tuple(regency_pages(cara.kosakata, whole, bersama, found, asked, frozenset(files)))
    documents = cari.regency_documents(whole, cara.kosakata, pages)
    listed = material.listed(made)
    own = () if sosialisasi.together(cara.banyak) else (sosialisasi.own_page(whole, listed),)
    path, deck = material.halaman
    return {
        **write_pages((*pages, *own), offline=cara.offline),
        **regency_data(whole),
        **tanya_data(whole, cara.kosakata, offline=cara.offline),
        **cari.regency_index(daerah.slug, documents),
        path: deck,
        **files,
    }, IsiDaerah(
        daerah.nama,
        daerah.identitas.nama_singkat,
        len(pages) + len(own),
        count(whole, found),
        cari.count(documents),
        listed,
    )


def all_material(
    cara: Cara, daerah: Iterable[DaerahTersimpan], situs: Situs, bersama: Bersama
) -> Iterator[Materi]:
    """The training material of every regency, one after the other, and what compares them."""
    for one in daerah:
        whole = one.whole()
        yield _material(cara, one, whole, questions(whole, cara.kosakata, bersama.kolam))
    together = terbit.of_all(situs, cara.root, offline=cara.offline)
    if together is not None:
        yield together


def pair(cara: Cara, kiri: DaerahTersimpan, kanan: DaerahTersimpan) -> tuple[Berkas, IsiPasangan]:
    """Two texts side by side, each as the base once, and how alike they are."""
    first, second = kiri.whole(), kanan.whole()
    aligned = compare.align(first.bacaan, second.bacaan)
    pages = tuple(pair_pages(first, second, aligned))
    return {
        **write_pages(pages, offline=cara.offline),
        **export_alignment(aligned, first.naskah, second.naskah),
    }, IsiPasangan(Kemiripan.of(aligned), cari.site_documents(pages, {}))


def _material(
    cara: Cara, daerah: DaerahTersimpan, whole: DaerahTerbit, soal: Sequence[Soal]
) -> Materi:
    """The training material of a regency; ``whole`` is the same one with all parts in memory."""
    root, offline = cara.root, cara.offline
    return terbit.of_regency(whole, daerah.potongan, cara.kosakata, soal, root, offline=offline)
