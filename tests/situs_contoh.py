"""The pages of a site that is in memory, without plots: for tests that look at them as values."""

from __future__ import annotations

from generator.materi.kolam import offers, pool
from generator.materi.kuis import questions
from generator.pages import istilah, temuan
from generator.pages.banding import Sumbangan, merge
from generator.pages.bandingkan import aspek, hukum, kedudukan, matriks, mekanisme
from generator.pages.bandingkan.naskah import pair_pages
from generator.pages.konteks import Sekitar, Tujuan
from generator.pages.values import Halaman, Situs
from generator.render import Bersama, regency_pages, site_pages, write_pages
from generator.temuan import Corpus


def render(situs: Situs, *, offline: bool = False) -> dict[str, str]:
    """Every generated page by its path in the tree; training material is not listed."""
    return write_pages(pages(situs), offline=offline)


def pages(situs: Situs) -> tuple[Halaman, ...]:
    """Every generated page; training material is not listed."""
    bersama = _gather(situs)
    found = {one.slug: bersama.findings(one) for one in situs.daerah}
    counts = {one.slug: temuan.count(one, found[one.slug]) for one in situs.daerah}
    silang = bersama.silang
    made = [
        *istilah.pages(silang.kamus),
        matriks.page(situs),
        *aspek.pages(situs),
        *mekanisme.pages(situs),
        *kedudukan.pages(situs),
        hukum.page(situs, silang),
    ]
    made += site_pages(situs, counts, lain=[page.alamat for page in made])
    by_slug = {one.slug: one for one in situs.daerah}
    for (first, second), aligned in situs.selaras.pasangan.items():
        made += pair_pages(by_slug[first], by_slug[second], aligned)
    for one in situs.daerah:
        asked = questions(one, situs.kosakata, bersama.kolam)
        made += regency_pages(situs.kosakata, one, bersama, found[one.slug], asked)
    return tuple(made)


def _gather(situs: Situs) -> Bersama:
    """What the pages of one regency need of the others."""
    return Bersama(
        merge(Sumbangan.of(one.data.daerah.nama_singkat, one.naskah) for one in situs.daerah),
        Corpus.of(situs.contoh),
        pool(offers(one.data, situs.kosakata, one.rujuk) for one in situs.contoh),
        Sekitar.of(Tujuan.of(one) for one in situs.daerah),
    )
