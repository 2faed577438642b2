"""Rencana: which plots a site has, and what each of them depends on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator import compare
from generator.materi.terbit import days
from generator.pages.konteks import MANY
from generator.pages.values import Situs
from generator.petak.cetak import Petak
from generator.petak.isi import Cara, Sekeliling, around, pair, regency
from generator.petak.lemari import DaerahTersimpan
from generator.render import Bersama
from generator.sidik import digest

#: The name of the plot around all others.
SITE = "situs"

Daerah = tuple[DaerahTersimpan, ...]


def regency_plots(cara: Cara, daerah: Daerah, contoh: Daerah, bersama: Bersama) -> Iterator[Petak]:
    """A plot for each regency.

    It depends on the regency, on the regulations from which is learnt what is usual, on what others
    share with it, and on which files of training material there are, of which day.
    """
    common = digest(
        [one.ringkasan.kunci_naskah for one in contoh],
        sorted(bersama.kolam.tawaran.items()),
        bersama.sekitar if len(daerah) <= MANY else len(daerah) > 1,
        days(cara.root),
    )
    for one in daerah:
        key = digest(common, one.ringkasan.kunci, *_shared(one, bersama))
        yield Petak(regency_name(one.slug), key, partial(regency, cara, one, bersama))


def pair_plots(cara: Cara, daerah: Daerah, acuan: str) -> Mapping[tuple[str, str], Petak]:
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


def site_plot(
    cara: Cara,
    situs: Situs,
    bersama: Bersama,
    sekeliling: Sekeliling,
    kunci: str,
) -> Petak:
    """The plot around all others; ``kunci`` says which plots those are."""
    key = digest(kunci, sorted(sekeliling.panduan.items()), days(cara.root))
    return Petak(SITE, key, partial(around, cara, situs, bersama, sekeliling), utuh=True)


def regency_name(slug: str) -> str:
    """The name of a regency's plot."""
    return f"daerah-{slug}"


def _shared(daerah: DaerahTersimpan, bersama: Bersama) -> Iterator[object]:
    """What a regency's pages say of others: of its terms, and of the laws it cites."""
    given, silang = daerah.ringkasan.sumbangan, bersama.silang
    for at in given.takrif:
        entry = silang.kamus.entry(at.klausa.alamat)
        yield (entry.alamat, entry.banyak) if entry else None
    for key in given.hukum:
        yield silang.penyebut[key].others(given.nama)
