"""Every page of comparison: the list that `render` goes through."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.banding import Banding
from generator.pages.bandingkan import aspek, hukum, kedudukan, matriks, mekanisme, naskah
from generator.pages.values import Halaman, Situs


def pages(situs: Situs, silang: Banding) -> Iterator[Halaman]:
    """The matrix, the aspects, flows and structures side by side, the laws, the choice of texts."""
    yield matriks.page(situs)
    yield from aspek.pages(situs)
    yield from mekanisme.pages(situs)
    yield from kedudukan.pages(situs)
    yield hukum.page(situs, silang)
    yield naskah.index(situs, situs.mirip)


def text_pages(situs: Situs) -> Iterator[Halaman]:
    """The pages that put two texts side by side, of every pair that is compared."""
    by_slug = {daerah.slug: daerah for daerah in situs.daerah}
    for (first, second), aligned in situs.selaras.pasangan.items():
        yield from naskah.pair_pages(by_slug[first], by_slug[second], aligned)
