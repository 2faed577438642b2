"""What the pages of one regulation say about the others: terms and laws that they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages import alinea, dasar_hukum, istilah
from generator.pages.values import Situs


@dataclass(frozen=True)
class Banding:
    """Every regulation read once, their terms, and the names of those that cite each law."""

    bacaan: Mapping[str, alinea.Bacaan]
    kamus: istilah.Kamus
    penyebut: Mapping[str, tuple[str, ...]]


def collect(situs: Situs) -> Banding:
    """Read every regulation of the site."""
    read = {daerah.slug: alinea.read(daerah.naskah) for daerah in situs.daerah}
    names = {daerah.slug: daerah.data.daerah.nama_singkat for daerah in situs.daerah}
    cited = dasar_hukum.shared(read.values())
    return Banding(
        read,
        istilah.collect((names[slug], bacaan) for slug, bacaan in read.items()),
        {key: tuple(names[slug] for slug in slugs) for key, slugs in cited.items()},
    )
