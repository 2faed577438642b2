"""Render: the values of a site become the texts of its pages, by their paths."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from generator import links
from generator.bahasa import tanggal
from generator.materi.kolam import Kolam
from generator.materi.kuis import Soal
from generator.materi.terbit import Terdaftar
from generator.model import Kosakata
from generator.pages import (
    banding,
    beranda,
    cari,
    ikhtisar,
    konteks,
    kuis,
    mekanisme,
    naskah,
    peran,
    perangkat,
    sosialisasi,
    struktur,
    surat,
    tanya,
)
from generator.pages import temuan as temuan_pages
from generator.pages.bandingkan import naskah as naskah_banding
from generator.pages.template import angka, persen
from generator.pages.values import DaerahTerbit, Halaman, Judul, Konteks, Menu, Situs
from generator.temuan import Corpus, Temuan, find_in

#: Characters that YAML refuses, or that the engine's Markdown uses for its own marks.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Bersama:
    """What the pages of one regency need of the whole site, found once.

    ``silang`` is what the texts share, ``corpus`` what the drafting rules know of words, ``kolam``
    the answers from which quizzes take wrong ones, ``sekitar`` where the pages of others are.
    """

    silang: banding.Banding
    corpus: Corpus
    kolam: Kolam
    sekitar: konteks.Sekitar

    def findings(self, daerah: DaerahTerbit) -> tuple[Temuan, ...]:
        """What the drafting rules find in one regulation."""
        corpus = self.corpus.beside(daerah)
        return tuple(find_in(daerah.naskah, daerah.neraca.koreksi, corpus))


def write_pages(made: Iterable[Halaman], *, offline: bool = False) -> dict[str, str]:
    """The texts of pages by their paths in the tree, such as ``kendal/kedudukan/index.md``.

    Offline pages link to files (``…/index.html``), so that they open without a server.
    """
    return {
        links.source_file(halaman.alamat): write_page(halaman, offline=offline) for halaman in made
    }


def site_pages(
    situs: Situs,
    temuan: Mapping[str, Mapping[str, int]],
    materi: Mapping[str, Terdaftar] | None = None,
    gabungan: Terdaftar | None = None,
    lain: Iterable[str] = (),
) -> Iterator[Halaman]:
    """Every page around all others, the home page last: it links only to what exists.

    ``temuan`` counts the findings of each regency, ``materi`` is the training material of each by
    its slug, and ``gabungan`` that of several together; ``lain`` are the addresses of pages that
    regencies share and that are made elsewhere.
    """
    there = set(lain)
    for halaman in _below_home(situs, temuan, materi, gabungan):
        there.add(halaman.alamat)
        yield halaman
    yield beranda.page(situs, there)


def _below_home(
    situs: Situs,
    temuan: Mapping[str, Mapping[str, int]],
    materi: Mapping[str, Terdaftar] | None,
    gabungan: Terdaftar | None,
) -> Iterator[Halaman]:
    yield tanya.page(situs)
    yield temuan_pages.site_page(situs, temuan)
    yield naskah_banding.index(situs, situs.mirip)
    yield cari.page(situs)
    if materi is not None:
        yield sosialisasi.page(situs, materi, gabungan)


def regency_pages(
    kosakata: Kosakata,
    daerah: DaerahTerbit,
    bersama: Bersama,
    temuan: Sequence[Temuan],
    soal: Sequence[Soal],
    berkas: Collection[str] = (),
) -> Iterator[Halaman]:
    """Every page of one regency, in the order of its navigation.

    ``soal`` are the questions of its quiz, ``berkas`` the paths of those files of its training
    material that exist.
    """
    for section in _SECTIONS:
        yield from section_pages(kosakata, daerah, bersama, section)
    more = (
        *surat.pages(daerah, kosakata, berkas),
        kuis.page(daerah, soal),
        temuan_pages.page(daerah, temuan),
    )
    for halaman in more:
        yield bersama.sekitar.surround(halaman, daerah)


def section_pages(
    kosakata: Kosakata, daerah: DaerahTerbit, bersama: Bersama, section: str
) -> Iterator[Halaman]:
    """The pages of one section, such as ``kedudukan``, if it needs no more than is given here.

    Asked for ``lampiran`` it gives those of ``peraturan``: both are made together.
    """
    if make := _SECTIONS.get("peraturan" if section == "lampiran" else section):
        for halaman in make(daerah, kosakata, bersama.silang):
            yield bersama.sekitar.surround(halaman, daerah)


_Maker = Callable[[DaerahTerbit, Kosakata, banding.Banding], Iterable[Halaman]]

_SECTIONS: Mapping[str, _Maker] = {
    "": lambda daerah, _kosakata, _silang: (ikhtisar.page(daerah),),
    # The Lampiran too, whose page stands beside it.
    "peraturan": lambda daerah, _kosakata, silang: naskah.pages(daerah, silang),
    "kedudukan": lambda daerah, kosakata, _: (struktur.page(daerah, kosakata, "kedudukan"),),
    "penugasan": lambda daerah, kosakata, _: (struktur.page(daerah, kosakata, "penugasan"),),
    "mekanisme": lambda daerah, kosakata, _: mekanisme.pages(daerah, kosakata),
    "perangkat-daerah": lambda daerah, kosakata, _: (perangkat.page(daerah, kosakata),),
    "peran": lambda daerah, kosakata, _: (peran.page(daerah, kosakata),),
}


def write_page(halaman: Halaman, *, offline: bool = False) -> str:
    """A page as the engine reads it: front matter, then one block of HTML.

    The block begins with a ``<div>`` at the left edge: for Markdown it is raw to its end, so no
    data in it can be read as Markdown. Values of the front matter are JSON, which is YAML too.
    """
    relative = partial(links.relative, page=halaman.alamat, offline=offline)

    matter: dict[str, Any] = {
        # The theme writes these two into its HTML as they are.
        "title": escape(halaman.judul),
        "description": escape(halaman.deskripsi),
        "pk": True,
        "hide": [] if halaman.menu else ["navigation"],
        "navigasi": _menu(halaman.menu, halaman.alamat, relative),
        "daftar_isi": _contents(halaman.daftar_isi),
        "remah": [{"judul": c.judul, "alamat": relative(c.alamat)} for c in halaman.remah],
        "gaya": [f"assets/css/{name}.css" for name in halaman.gaya],
        "skrip": [f"assets/js/{name}.js" for name in halaman.skrip],
        **_context(halaman.konteks, relative),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items()]
    body = links.relativize(halaman.isi, halaman.alamat, offline=offline)
    text = "\n".join(["---", *lines, "---", "", f'<div class="pk-halaman">\n{body}</div>', ""])
    return _CONTROL.sub("", text)


def _context(context: Konteks | None, relative: Callable[[str], str]) -> dict[str, Any]:
    if context is None:
        return {}
    trusted = context.kepercayaan
    neighbours = {"sebelum": context.sebelum, "sesudah": context.sesudah}
    return {
        "daerah": context.nama,
        "semua_daerah": relative(links.HOME),
        "pindah": [
            {"judul": p.judul, "alamat": relative(p.alamat), "kurang": p.kurang}
            for p in context.pindah
        ],
        **{
            name: {"judul": link.judul, "alamat": relative(link.alamat)}
            for name, link in neighbours.items()
            if link is not None
        },
        "kepercayaan": {
            "peraturan": trusted.peraturan,
            "bentuk": trusted.bentuk,
            "diterima": tanggal(trusted.diterima),
            "terbit": angka(trusted.terbit),
            "tetap": persen(trusted.bagian_tetap),
            "koreksi": angka(trusted.koreksi),
            "bagan": trusted.bagan,
            "rekonstruksi": trusted.rekonstruksi,
            "alamat": relative(f"{links.overview(trusted.slug)}#kelengkapan"),
            "alamat_koreksi": relative(f"{links.section(trusted.slug, 'temuan')}#koreksi"),
        },
    }


def _menu(
    entries: Sequence[Menu], here: str, relative: Callable[[str], str]
) -> list[dict[str, Any]]:
    return [
        {
            "judul": entry.judul,
            "alamat": relative(entry.alamat),
            "di_sini": entry.alamat == here,
            "anak": _menu(entry.anak, here, relative) if here.startswith(entry.alamat) else [],
        }
        for entry in entries
    ]


def _contents(entries: Sequence[Judul]) -> list[dict[str, Any]]:
    return [{"judul": e.judul, "jangkar": e.jangkar, "anak": _contents(e.anak)} for e in entries]
