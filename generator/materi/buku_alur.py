"""The chapter of flows: each with its chart, or with parts of it beside the rows of their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.materi.buku_bagan import Blok, Tercetak, around, blocks, pointed, target
from generator.materi.buku_poin import said, table
from generator.materi.nilai import Poin, Slide
from generator.pages.values import BaganTerbit, DaerahTerbit

_STEPS = ("tindakan", "keputusan")


def flows(daerah: DaerahTerbit, slides: Sequence[Slide], printed: Tercetak) -> Iterator[Blok]:
    """The flows of a deck's slides: words before the chart, charts, the rows of the steps.

    Slides that belong to no flow are left to others.
    """
    for ident, group in _by_flow(slides).items():
        whole = daerah.gambar["mekanisme", ident]
        yield {"jenis": "judul", "teks": whole.bagan.judul}
        yield from said(group[0].butir, close=True)
        heads = next((slide.tabel.kepala for slide in group if slide.tabel), ())
        rows = [row for slide in group if slide.tabel for row in slide.tabel.baris]
        yield from _parts(whole, printed[ident], heads, rows)


def of_flows(slides: Sequence[Slide]) -> frozenset[str]:
    """The ids of the slides that belong to a flow."""
    return frozenset(slide.id for group in _by_flow(slides).values() for slide in group)


def _by_flow(slides: Sequence[Slide]) -> dict[str, list[Slide]]:
    """Slides by the id of their flow: its charts, and the tables that follow them."""
    found: dict[str, list[Slide]] = {}
    current = ""
    for slide in slides:
        if slide.bagan:
            current = slide.bagan.bagan.id.partition("--")[0]
        elif not slide.tabel:
            current = ""
        if current:
            found.setdefault(current, []).append(slide)
    return found


def _parts(
    whole: BaganTerbit,
    printed: Sequence[BaganTerbit],
    heads: Sequence[str],
    rows: Sequence[tuple[Poin, ...]],
) -> Iterator[Blok]:
    start = 0
    for number, chart in enumerate(printed, 1):
        (block,) = blocks([chart])
        end = start + sum(box.jenis in _STEPS for box in chart.bagan.kotak)
        rows_of_it = table("langkah", heads, rows[start:end])
        if len(printed) == 1:
            text = [*pointed(block, close=True), rows_of_it]
        else:
            name = chart.bagan.judul.removeprefix(f"{whole.bagan.judul}, ")
            title = {"jenis": "anak_judul", "teks": f"Bagian {number}: {name}"}
            text = [title | target(block), rows_of_it]
        yield from around(block, text)
        start = end
