"""Seluruh: the files of the plots that several regencies share, and of the site around all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import cari, links
from generator.exports.terbuka import flow_data, matrix_data, site_data
from generator.materi import terbit
from generator.materi.terbit import Terdaftar
from generator.pages import istilah
from generator.pages.banding import Banding
from generator.pages.bandingkan import aspek, hukum, kedudukan, matriks, mekanisme
from generator.pages.values import Halaman, Situs
from generator.petak.isi import Berkas, Cara, IsiDaerah
from generator.problems import BuildFailed, Place, Problem
from generator.render import site_pages, write_pages


@dataclass(frozen=True)
class IsiBersama:
    """What the site around must know of shared pages: which they are, what can be found on them.

    ``materi`` lists the training material that compares, if it is among them.
    """

    alamat: tuple[str, ...]
    dokumen: tuple[cari.Dokumen, ...]
    materi: Terdaftar | None = None


@dataclass(frozen=True)
class Sekeliling:
    """What stands around the pages of the site: all that other plots told.

    ``daerah`` is of regencies by slug, ``bersama`` of what they share, ``panduan`` are the pages
    written by hand, by path; ``dokumen`` can be found on pages of pairs, where these are few.
    """

    daerah: Mapping[str, IsiDaerah]
    bersama: Sequence[IsiBersama]
    panduan: Mapping[str, str]
    dokumen: tuple[cari.Dokumen, ...]


def flows(cara: Cara, situs: Situs) -> tuple[Berkas, IsiBersama]:
    """Each kind of flow side by side, and what is different, as files too."""
    return _told(cara, mekanisme.pages(situs), flow_data(situs))


def answers(cara: Cara, situs: Situs) -> tuple[Berkas, IsiBersama]:
    """The matrix, each aspect, structures side by side; as tables, and as training material."""
    pages = (matriks.page(situs), *aspek.pages(situs), *kedudukan.pages(situs))
    together = terbit.of_all(situs, cara.root, offline=cara.offline)
    if together is None:
        return _told(cara, pages, matrix_data(situs))
    made = terbit.made(together, cara.root)
    files = {item.bahan.alamat: item.data for item in made}
    deck = dict([together.halaman])
    return _told(cara, pages, {**matrix_data(situs), **deck, **files}, together.listed(made))


def laws(cara: Cara, situs: Situs, silang: Banding) -> tuple[Berkas, IsiBersama]:
    """Which laws each regulation cites."""
    return _told(cara, [hukum.page(situs, silang)])


def terms(cara: Cara, silang: Banding) -> tuple[Berkas, IsiBersama]:
    """The terms of all regulations."""
    return _told(cara, istilah.pages(silang.kamus))


def around(cara: Cara, situs: Situs, sekeliling: Sekeliling) -> tuple[Berkas, int]:
    """The pages around all others, and how many they are with those written by hand."""
    daerah, guide = sekeliling.daerah, sekeliling.panduan
    pages = tuple(
        site_pages(
            situs,
            {slug: one.temuan for slug, one in daerah.items()},
            {slug: one.materi for slug, one in daerah.items()},
            next((one.materi for one in sekeliling.bersama if one.materi), None),
            [address for one in sekeliling.bersama for address in one.alamat],
        )
    )
    written = write_pages(pages, offline=cara.offline)
    elsewhere = (
        *(links.overview(slug) for slug in daerah),
        *(address for one in sekeliling.bersama for address in one.alamat),
    )
    taken = guide.keys() & {*written, *map(links.source_file, elsewhere)}
    if taken:
        raise BuildFailed(map(_taken, sorted(taken)))
    words = {slug: (one.nama, one.singkat, one.kata) for slug, one in daerah.items()}
    shared = (document for one in sekeliling.bersama for document in one.dokumen)
    found = (*cari.site_documents(pages, guide), *shared, *sekeliling.dokumen)
    return {
        **guide,
        **written,
        **site_data(situs),
        **cari.shared_index(cari.read_knowledge(), words, found),
    }, len(pages) + len(guide)


def _taken(path: str) -> Problem:
    name = path.removesuffix("/index.md")
    return Problem(
        Place(f"content/{name}.md"),
        f"situs membuat sendiri halaman {name}/",
        "ganti nama berkas itu",
    )


def _told(
    cara: Cara,
    pages: Iterable[Halaman],
    files: Berkas | None = None,
    materi: Terdaftar | None = None,
) -> tuple[Berkas, IsiBersama]:
    made = tuple(pages)
    told = IsiBersama(tuple(one.alamat for one in made), cari.site_documents(made, {}), materi)
    return {**write_pages(made, offline=cara.offline), **(files or {})}, told
