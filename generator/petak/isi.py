"""Isi: the files of each plot: of one regency, of a pair of texts, of the site around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import cari, compare
from generator.compare import Kemiripan
from generator.exports.padanan import export_alignment
from generator.exports.terbuka import regency_data, site_data
from generator.materi import terbit
from generator.materi.kuis import Soal, questions
from generator.materi.terbit import Materi, Terdaftar
from generator.model import Kosakata
from generator.pages.bandingkan.naskah import pair_pages
from generator.pages.tanya_data import tanya_data
from generator.pages.temuan import count
from generator.pages.values import DaerahTerbit, Situs
from generator.petak.lemari import DaerahTersimpan
from generator.render import Bersama, regency_pages, site_pages, write_pages

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
    """How all plots are made: the project, its vocabulary, and whether for reading offline."""

    root: Path
    kosakata: Kosakata
    offline: bool


@dataclass(frozen=True)
class Sekeliling:
    """What stands around the pages that belong to no regency.

    ``daerah`` is what the regencies' pages told, ``panduan`` the pages written by hand, by path,
    ``dokumen`` what can be found on pages of pairs, where these are few.
    """

    daerah: Mapping[str, IsiDaerah]
    panduan: Mapping[str, str]
    dokumen: tuple[cari.Dokumen, ...]


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
    path, deck = material.halaman
    return {
        **write_pages(pages, offline=cara.offline),
        **regency_data(whole),
        **tanya_data(whole, cara.kosakata, offline=cara.offline),
        **cari.regency_index(daerah.slug, documents),
        path: deck,
        **files,
    }, IsiDaerah(
        daerah.nama,
        daerah.identitas.nama_singkat,
        len(pages),
        count(whole, found),
        cari.count(documents),
        material.listed(made),
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


def around(
    cara: Cara,
    situs: Situs,
    bersama: Bersama,
    sekeliling: Sekeliling,
) -> tuple[Berkas, int]:
    """Everything that belongs to no regency, and how many pages that are."""
    daerah, guide = sekeliling.daerah, sekeliling.panduan
    together = terbit.of_all(situs, cara.root, offline=cara.offline)
    made = terbit.made(together, cara.root) if together else ()
    pages = tuple(
        site_pages(
            situs,
            bersama,
            {slug: one.temuan for slug, one in daerah.items()},
            {slug: one.materi for slug, one in daerah.items()},
            together.listed(made) if together else None,
        )
    )
    words = {slug: (one.nama, one.singkat, one.kata) for slug, one in daerah.items()}
    found = (*cari.site_documents(pages, guide), *sekeliling.dokumen)
    return {
        **guide,
        **write_pages(pages, offline=cara.offline),
        **site_data(situs),
        **cari.shared_index(cari.read_knowledge(), words, found),
        **(dict([together.halaman]) if together else {}),
        **{item.bahan.alamat: item.data for item in made},
    }, len(pages) + len(guide)


def _material(
    cara: Cara, daerah: DaerahTersimpan, whole: DaerahTerbit, soal: Sequence[Soal]
) -> Materi:
    """The training material of a regency; ``whole`` is the same one with all parts in memory."""
    root, offline = cara.root, cara.offline
    return terbit.of_regency(whole, daerah.potongan, cara.kosakata, soal, root, offline=offline)
