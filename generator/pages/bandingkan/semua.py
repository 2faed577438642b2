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
