"""Bersama: what is made of all regencies together before any page is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator import compare
from generator.bagan.draw import GAMBAR, draw
from generator.banding.sejajar import TERCETAK, compare_flows
from generator.materi.kolam import pool
from generator.pages.banding import merge
from generator.pages.konteks import Sekitar
from generator.pages.values import Situs
from generator.petak.kunci import code
from generator.petak.lemari import DaerahTersimpan
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


def beside(ready: Persediaan, root: Path, tenaga: Tenaga) -> tuple[Situs, int]:
    """The site with its flows side by side, and how many of their charts had to be drawn."""
    chosen = tuple(_drawn_from(ready))
    key = digest(
        code(),
        ready.kosakata,
        [one.ringkasan.kunci_alur for one in chosen],
        [(r.slug, r.alur) for r in ready.ringkasan],
    )
    if ready.lemari.holds(COMPARED, key):
        flows, pictures = (ready.lemari.load(COMPARED, part) for part in ("alur", "gambar"))
        return Situs(ready.kosakata, ready.daerah, flows, pictures), 0
    left = {r.slug: r.alur for r in ready.ringkasan}
    for one in chosen:
        del left[one.slug]
    flows = compare_flows(((one.data, one.rujuk) for one in chosen), ready.kosakata, left)
    charts = [chart for kind in flows for chart in kind.digambar]
    with drawing_errors():
        drawn = draw(charts, root / GAMBAR, tenaga)
    ready.lemari.keep(COMPARED, key, {"alur": flows, "gambar": drawn.gambar})
    return Situs(ready.kosakata, ready.daerah, flows, drawn.gambar), drawn.digambar


def _drawn_from(ready: Persediaan) -> Iterator[DaerahTersimpan]:
    """The regencies that have one of the first few flows of some kind."""
    seen: Counter[str] = Counter()
    for one in ready.daerah:
        kinds = [kind for _id, kind in one.ringkasan.alur]
        if any(seen[kind] < TERCETAK for kind in kinds):
            yield one
        seen.update(kinds)


def base(ready: Persediaan) -> str:
    """The regulation that all others are put beside; empty where every pair is."""
    if len(ready.ringkasan) <= compare.SEMUA_PASANGAN:
        return ""
    key = digest(code(), [one.ringkasan.kunci_naskah for one in ready.contoh])
    if not ready.lemari.holds(BASE, key):
        found = compare.base(one.bacaan for one in ready.contoh)
        ready.lemari.keep(BASE, key, {"slug": found})
    return str(ready.lemari.load(BASE, "slug"))
