"""Rencana: which plots a site has, and what each of them depends on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator import compare
from generator.banding.sejajar import TERCETAK
from generator.compare import SemuaKemiripan
from generator.materi.terbit import days
from generator.pages import sosialisasi
from generator.pages.values import MANY, Situs
from generator.petak.bersama import Sejajar
from generator.petak.cetak import Percetakan, Petak, result
from generator.petak.isi import Cara, pair, regency
from generator.petak.lemari import DaerahTersimpan
from generator.petak.ringkas import Ringkasan, first_of_each
from generator.petak.seluruh import Sekeliling, answers, around, flows, laws, terms
from generator.petak.siap import Persediaan
from generator.render import Bersama
from generator.sidik import digest

#: The name of the plot around all others.
SITE = "situs"


@dataclass(frozen=True)
class Rencana:
    """The plots that know nothing of each other: those shared, of regencies, of pairs of texts.

    ``acuan`` is the slug of the text that all others are put beside; empty where every pair is.
    """

    bersama: tuple[Petak, ...]
    daerah: Mapping[str, Petak]
    pasangan: Mapping[tuple[str, str], Petak]
    acuan: str

    @property
    def semua(self) -> tuple[Petak, ...]:
        """All of them, those that take longest first."""
        return (*self.bersama, *self.daerah.values(), *self.pasangan.values())

    def progress(self, built: Sequence[str]) -> str:
        """In words, how many of each kind were built."""
        kinds = {
            "daerah": self.daerah.values(),
            "pasangan": self.pasangan.values(),
            "bersama": self.bersama,
        }
        return ", ".join(
            f"{name} {sum(plot.nama in built for plot in plots)} dari {len(plots)}"
            for name, plots in kinds.items()
        )

    def around(
        self, cara: Cara, situs: Situs, panduan: Mapping[str, str], printing: Percetakan
    ) -> tuple[Petak, int]:
        """The plot around these when they are built, and how many pages they have."""
        regencies = {slug: result(printing, plot.nama) for slug, plot in self.daerah.items()}
        texts = {both: result(printing, plot.nama) for both, plot in self.pasangan.items()}
        shared = [result(printing, plot.nama) for plot in self.bersama]
        alike = SemuaKemiripan(self.acuan, {both: one.mirip for both, one in texts.items()})
        found = () if self.acuan else tuple(d for one in texts.values() for d in one.dokumen)
        told = Sekeliling(regencies, shared, panduan, found)
        # It tells something of every plot, and that what depends on the day of a file.
        key = digest([plot.kunci for plot in self.semua], sorted(panduan.items()), days(cara.root))
        make = partial(around, cara, replace(situs, kemiripan=alike), told)
        pages = sum(one.halaman for one in regencies.values()) + 2 * len(texts)
        return Petak(SITE, key, make, utuh=True), pages + sum(len(one.alamat) for one in shared)


def plan(
    cara: Cara, ready: Persediaan, situs: Situs, sejajar: Sejajar, bersama: Bersama, acuan: str
) -> Rencana:
    """The plots of a site whose regencies are ready; ``acuan`` as in `Rencana`."""
    return Rencana(
        tuple(_shared(cara, situs, ready.ringkasan, sejajar.kunci, bersama)),
        _regencies(cara, ready, bersama),
        _pairs(cara, ready.daerah, acuan),
        acuan,
    )


def regency_name(slug: str) -> str:
    """The name of a regency's plot."""
    return f"daerah-{slug}"


def _regencies(cara: Cara, ready: Persediaan, bersama: Bersama) -> Mapping[str, Petak]:
    """A plot for each regency.

    It depends on the regency, on the regulations from which is learnt what is usual, on what others
    share with it, and on which files of training material there are, of which day.
    """
    common = digest(
        [one.ringkasan.kunci_naskah for one in ready.contoh],
        sorted(bersama.kolam.tawaran.items()),
        bersama.sekitar if cara.banyak <= MANY else cara.banyak > 1,
        sosialisasi.together(cara.banyak),
        days(cara.root),
    )
    plots = {}
    for one in ready.daerah:
        key = digest(common, one.ringkasan.kunci, *_of_others(one, bersama))
        make = partial(regency, cara, one, bersama)
        plots[one.slug] = Petak(regency_name(one.slug), key, make)
    return plots


def _of_others(daerah: DaerahTersimpan, bersama: Bersama) -> Iterator[object]:
    """What a regency's pages say of others: of its terms, and of the laws it cites."""
    given, silang = daerah.ringkasan.sumbangan, bersama.silang
    for at in given.takrif:
        entry = silang.kamus.entry(at.klausa.alamat)
        yield (entry.alamat, entry.banyak) if entry else None
    for key in given.hukum:
        yield silang.penyebut[key].others(given.nama)


def _pairs(
    cara: Cara, daerah: Sequence[DaerahTersimpan], acuan: str
) -> Mapping[tuple[str, str], Petak]:
    """A plot for each pair of texts, or for each text beside ``acuan``.

    They depend on the texts alone.
    """
    by_slug = {one.slug: one for one in daerah}
    plots = {}
    for first, second in compare.pairs(by_slug, acuan):
        both = by_slug[first], by_slug[second]
        key = digest(*(one.ringkasan.kunci_naskah for one in both))
        name = f"pasangan-{first}--{second}"
        plots[first, second] = Petak(name, key, partial(pair, cara, *both))
    return plots


def _shared(
    cara: Cara, situs: Situs, ringkasan: Sequence[Ringkasan], kunci_alur: str, bersama: Bersama
) -> Iterator[Petak]:
    """What several regencies share; ``kunci_alur`` says what their flows side by side are.

    Each depends on what it shows alone: a new word in a structure leaves laws and flows as they
    are.
    """
    names = cara.kosakata, situs.nama
    compared = digest(names, kunci_alur)
    placed = first_of_each(ringkasan, lambda one: one.pola)
    said = digest(
        compared,
        [(one.identitas, one.kunci_aspek, one.pola) for one in ringkasan],
        [(one.kunci_struktur, one.kunci_alur) for one in (*ringkasan[:TERCETAK], *placed)],
        days(cara.root),
    )
    texts = digest(names, [one.kunci_naskah for one in ringkasan])
    noted = digest(texts, [one.kunci_catatan for one in ringkasan[:TERCETAK]])
    yield Petak("banding-jawaban", said, partial(answers, cara, situs))
    yield Petak("banding-alur", compared, partial(flows, cara, situs))
    yield Petak("banding-hukum", noted, partial(laws, cara, situs, bersama.silang))
    yield Petak("istilah", texts, partial(terms, cara, bersama.silang))
