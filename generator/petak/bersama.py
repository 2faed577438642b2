"""Bersama: what is made of all regencies together before any page is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import compare
from generator.bagan.draw import GAMBAR, draw
from generator.banding.sejajar import JenisAlur, compare_flows
from generator.materi.kolam import pool
from generator.pages.banding import merge
from generator.pages.konteks import Sekitar
from generator.pages.values import Gambar
from generator.petak.kunci import code
from generator.petak.ringkas import Ringkasan, first_of_each
from generator.petak.siap import BASE, COMPARED, Persediaan, drawing_errors
from generator.render import Bersama
from generator.sidik import digest
from generator.temuan import Corpus
from generator.tenaga import Tenaga


def gather(ready: Persediaan) -> Bersama:
    """What the pages of one regency need of the others."""
    return Bersama(
        merge(one.sumbangan for one in ready.ringkasan),
        Corpus.together(one.corpus for one in ready.contoh),
        pool(one.tawaran for one in ready.contoh),
        Sekitar.of(one.tujuan for one in ready.ringkasan),
    )


@dataclass(frozen=True)
class Sejajar:
    """The flows side by side, their charts, what they were made from, how many had to be drawn."""

    alur: tuple[JenisAlur, ...]
    gambar: Mapping[tuple[str, str, str], Gambar]
    kunci: str
    digambar: int

    @property
    def bagan(self) -> int:
        """How many charts they have together."""
        return sum(len(kind.digambar) for kind in self.alur)


def beside(ready: Persediaan, root: Path, tenaga: Tenaga) -> Sejajar:
    """Put flows side by side, those of the first few regencies that have one of a kind."""
    by_slug = {one.slug: one for one in ready.daerah}
    chosen = [by_slug[one.slug] for one in first_of_each(ready.ringkasan, _kinds)]
    key = digest(
        code(),
        ready.kosakata,
        [one.ringkasan.kunci_alur for one in chosen],
        [(r.slug, r.alur) for r in ready.ringkasan],
    )
    if ready.lemari.holds(COMPARED, key):
        flows, pictures = (ready.lemari.load(COMPARED, part) for part in ("alur", "gambar"))
        return Sejajar(flows, pictures, key, 0)
    left = {r.slug: r.alur for r in ready.ringkasan}
    for one in chosen:
        del left[one.slug]
    flows = compare_flows(((one.data, one.rujuk) for one in chosen), ready.kosakata, left)
    charts = [chart for kind in flows for chart in kind.digambar]
    with drawing_errors():
        drawn = draw(charts, root / GAMBAR, tenaga)
    ready.lemari.keep(COMPARED, key, {"alur": flows, "gambar": drawn.gambar})
    return Sejajar(flows, drawn.gambar, key, drawn.digambar)


def _kinds(one: Ringkasan) -> Iterable[str]:
    return (kind for _id, kind in one.alur)


def base(ready: Persediaan) -> str:
    """The regulation that all others are put beside; empty where every pair is."""
    if len(ready.ringkasan) <= compare.SEMUA_PASANGAN:
        return ""
    key = digest(code(), [one.ringkasan.kunci_naskah for one in ready.contoh])
    if not ready.lemari.holds(BASE, key):
        found = compare.base(one.bacaan for one in ready.contoh)
        ready.lemari.keep(BASE, key, {"slug": found})
    return str(ready.lemari.load(BASE, "slug"))
