"""Back references: what on the site speaks about a clause, and what is noted about a chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import links
from generator.graph import Bagan, Sumber
from generator.model import Catatan
from generator.pages.values import DaerahTerbit, Tautan


@dataclass(frozen=True)
class Sebutan:
    """What speaks about one clause: charts, notes, and corrections of its words."""

    bagan: tuple[Tautan, ...] = ()
    catatan: tuple[Tautan, ...] = ()
    koreksi: tuple[int, ...] = ()


def note_id(note: str) -> str:
    """The anchor of a note on the page of findings."""
    return f"catatan-{note}"


def correction_id(number: int) -> str:
    """The anchor of a correction on the page of findings; corrections count from 1."""
    return f"koreksi-{number}"


def mentions(daerah: DaerahTerbit) -> Mapping[str, Sebutan]:
    """What speaks about each clause, by its anchor; clauses nobody mentions are left out."""
    charts: dict[str, dict[Tautan, None]] = defaultdict(dict)
    notes: dict[str, dict[Tautan, None]] = defaultdict(dict)
    edits: dict[str, list[int]] = defaultdict(list)
    for chart in daerah.bagan:
        for source in citations(chart.bagan):
            charts[source.klausa][Tautan(chart.bagan.judul, chart.alamat)] = None
    findings = links.section(daerah.slug, "temuan")
    for note in daerah.data.catatan:
        for dasar in note.dasar:
            notes[dasar.klausa][Tautan(note.judul, f"{findings}#{note_id(note.id)}")] = None
    for number, edit in enumerate(daerah.neraca.koreksi, 1):
        if edit.klausa:
            edits[edit.klausa].append(number)
    return {
        anchor: Sebutan(tuple(charts[anchor]), tuple(notes[anchor]), tuple(edits[anchor]))
        for anchor in {*charts, *notes, *edits}
    }


def citations(bagan: Bagan) -> Iterator[Sumber]:
    """Every citation of a chart."""
    if bagan.klausa is not None:
        yield bagan.klausa
    for box in bagan.kotak:
        yield from box.dasar
        for badge in box.lencana:
            yield from badge.dasar
    for line in bagan.panah:
        yield from line.dasar


def notes_on(daerah: DaerahTerbit, *touched: str) -> tuple[Catatan, ...]:
    """The notes that touch something, named as in ``menyentuh``; a flow includes its steps."""
    return tuple(
        note
        for note in daerah.data.catatan
        if any(_touches(name, wanted) for name in note.menyentuh for wanted in touched)
    )


def _touches(name: str, wanted: str) -> bool:
    flow = wanted.removeprefix("mekanisme:") if wanted.startswith("mekanisme:") else None
    return name == wanted or (flow is not None and name.startswith(f"langkah:{flow}/"))
