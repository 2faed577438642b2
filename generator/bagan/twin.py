"""A chart in words: a nested list for a structure, a table of steps for a flow.

Made from the same value as the drawing, so that the two cannot say different things.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import links
from generator.bagan import tree
from generator.graph import Bagan, Kotak, Panah, Sumber

STEPS = ("tindakan", "keputusan")


@dataclass(frozen=True)
class Ranting:
    """A box with the boxes below it; ``garis`` is the line that puts it there, None at the top."""

    kotak: Kotak
    garis: Panah | None
    bawahan: tuple[Ranting, ...]


@dataclass(frozen=True)
class Hubungan:
    """A line that is not part of the nesting, with the boxes it joins."""

    panah: Panah
    dari: Kotak
    ke: Kotak


@dataclass(frozen=True)
class KembaranStruktur:
    """A structure in words."""

    pohon: tuple[Ranting, ...]
    lain: tuple[Hubungan, ...]


@dataclass(frozen=True)
class Berikutnya:
    """Where a step leads: the number of a step, or None for an end; ``teks`` names it."""

    label: str | None
    nomor: int | None
    teks: str
    kotak: Kotak
    dasar: tuple[Sumber, ...]


@dataclass(frozen=True)
class BarisLangkah:
    """One row of the table of a flow; ``jangkar`` is its id on the page.

    ``butir`` holds what is neither document, output nor copy (bersama, setelah, kepada).
    """

    nomor: int
    jangkar: str
    tahap: str | None
    kotak: Kotak
    pelaksana: str
    keluaran: tuple[str, ...]
    tembusan: str | None
    butir: tuple[tuple[str, str], ...]
    berikutnya: tuple[Berikutnya, ...]
    dasar: tuple[Sumber, ...]


def struktur(bagan: Bagan) -> KembaranStruktur:
    """The nested list of a structure, and its other relations in the order of the data."""
    above = tree.parents(bagan)
    boxes = {kotak.id: kotak for kotak in bagan.kotak}
    nested = {panah.id for panah in above.values()}

    def branch(kotak: Kotak) -> Ranting:
        below = [k for k in bagan.kotak if k.id in above and above[k.id].dari == kotak.id]
        return Ranting(kotak, above.get(kotak.id), tuple(branch(one) for one in below))

    return KembaranStruktur(
        tuple(branch(kotak) for kotak in bagan.kotak if kotak.id not in above),
        tuple(
            Hubungan(panah, boxes[panah.dari], boxes[panah.ke])
            for panah in bagan.panah
            if panah.id not in nested
        ),
    )


def alur(bagan: Bagan) -> tuple[BarisLangkah, ...]:
    """The rows of a flow, numbered from 1 in the order of the data."""
    steps = [kotak for kotak in bagan.kotak if kotak.jenis in STEPS]
    numbers = {kotak.id: number for number, kotak in enumerate(steps, 1)}
    return tuple(_row(bagan, kotak, numbers) for kotak in steps)


def _row(bagan: Bagan, kotak: Kotak, numbers: dict[str, int]) -> BarisLangkah:
    details = dict(kotak.butir)
    step = kotak.id.removeprefix(links.box_id(bagan.id, ""))
    return BarisLangkah(
        nomor=numbers[kotak.id],
        jangkar=links.step_id(bagan.id, step),
        tahap=next((t.judul for t in bagan.tahap if t.id == kotak.tahap), None),
        kotak=kotak,
        pelaksana=next((lajur.judul for lajur in bagan.lajur if lajur.id == kotak.lajur), ""),
        keluaran=tuple(details[word] for word in ("dokumen", "keluaran") if word in details),
        tembusan=details.get("tembusan"),
        butir=tuple((w, t) for w, t in kotak.butir if w in ("bersama", "setelah", "kepada")),
        berikutnya=tuple(_onward(bagan, kotak, numbers)),
        dasar=kotak.dasar,
    )


def _onward(bagan: Bagan, kotak: Kotak, numbers: dict[str, int]) -> list[Berikutnya]:
    boxes = {one.id: one for one in bagan.kotak}
    return [
        Berikutnya(p.label, numbers.get(p.ke), boxes[p.ke].judul, boxes[p.ke], p.dasar)
        for p in bagan.panah
        if p.dari == kotak.id
    ]
