"""The pages of comparison: the matrix, each aspect, flows and structures side by side, laws."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.banding import Banding
from generator.pages.bandingkan import aspek, hukum, kedudukan, matriks, mekanisme
from generator.pages.values import Halaman, Situs


def pages(situs: Situs, silang: Banding) -> Iterator[Halaman]:
    """Every page below ``/bandingkan/`` that this package makes."""
    yield matriks.page(situs)
    yield from aspek.pages(situs)
    yield from mekanisme.pages(situs)
    yield from kedudukan.pages(situs)
    yield hukum.page(situs, silang)
