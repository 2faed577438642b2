"""The legend beside a chart: what its boxes and lines mean, drawn as they are drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR

from generator.bagan.tata import KotakTata, PanahTata, Tata
from generator.graph import Bagan
from generator.materi.huruf_ukur import text_width
from generator.materi.salindia.bagan import ROUND, SHAPES
from generator.materi.salindia.panah import add_sample
from generator.materi.salindia.panggung import add_shape, dash, name
from generator.materi.salindia.teks import Kotak, add_box, write
from generator.materi.susun import REDUP, Alinea, Lari
from generator.model import Asal
from generator.pages.legenda import FORMS, STEPS

_UKURAN = 15.0
BARIS = 24.0
_CONTOH = 34.0
_SELA = 8.0
_JARAK = 22.0


@dataclass(frozen=True)
class Tanda:
    """A sign and its meaning; ``contoh`` is the first box or arrow of the chart that has it."""

    nama: str
    contoh: KotakTata | PanahTata

    @property
    def lebar(self) -> float:
        """How wide it stands, in pixels."""
        return _CONTOH + _SELA + text_width(self.nama, _UKURAN) + 4


def signs(bagan: Bagan, tata: Tata) -> tuple[Tanda, ...]:
    """Every sign of a chart, once: forms of boxes, reconstruction, relations."""
    flow = bagan.jenis == "mekanisme"
    drawn = {one.id: one for one in tata.kotak}
    found: dict[str, Tanda] = {}
    for box in bagan.kotak:
        names = STEPS if flow else FORMS
        key = box.jenis if flow else box.bentuk
        if key in names and not box.awal and box.asal is not Asal.REKONSTRUKSI:
            found.setdefault(key, Tanda(names[key], drawn[box.id]))
    for box in bagan.kotak:
        if box.asal is Asal.REKONSTRUKSI:
            found.setdefault("rekonstruksi", Tanda("Direkonstruksi dari teks", drawn[box.id]))
    if not flow:
        lines = {one.id: one for one in tata.panah}
        for arrow in bagan.panah:
            found.setdefault(f"relasi {arrow.relasi}", Tanda(arrow.nama, lines[arrow.id]))
    # A flow of plain steps alone needs no words for them.
    return () if flow and set(found) == {"tindakan"} else tuple(found.values())


def rows(tanda: Sequence[Tanda], room: float) -> list[list[Tanda]]:
    """Signs in rows, each as wide as the room allows."""
    found: list[list[Tanda]] = []
    used = room
    for one in tanda:
        if not found or used + _JARAK + one.lebar > room:
            found.append([])
            used = -_JARAK
        found[-1].append(one)
        used += _JARAK + one.lebar
    return found


def add_legend(slide: Any, place: Kotak, lines: Sequence[Sequence[Tanda]]) -> None:
    """Rows of signs from the top left of a place."""
    for number, row in enumerate(lines):
        x, y = place.x, place.y + number * BARIS
        for one in row:
            _sign(slide, x, y, one)
            x += one.lebar + _JARAK


def _sign(slide: Any, x: float, y: float, one: Tanda) -> None:
    if isinstance(one.contoh, KotakTata):
        place = Kotak(x, y + 4, _CONTOH, BARIS - 8)
        look = one.contoh
        shape = add_shape(slide.shapes, SHAPES[look.bentuk], place, look.isi, look.tepi, 1.2)
        dash(shape, look.putus)
        if look.bentuk == "bulat":
            shape.adjustments[0] = ROUND * 2
    else:
        middle = y + BARIS / 2
        shape = add_sample(slide, (x, middle), (x + _CONTOH, middle), one.contoh)
    name(shape, f"Legenda {one.nama}", f"Tanda: {one.nama}")
    place = Kotak(x + _CONTOH + _SELA, y, text_width(one.nama, _UKURAN) + 4, BARIS)
    frame = add_box(slide, place, "Legenda", MSO_ANCHOR.MIDDLE)
    frame.word_wrap = False
    write(frame, [Alinea(0, (Lari(one.nama, _UKURAN, False, REDUP),))])
