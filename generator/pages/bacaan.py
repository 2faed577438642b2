"""Corrections in the text: each corrected place with what the scan says, for a reader to switch on.

The words of the regulation stay as they are: original reading and reason are attributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.account import Letak, Neraca
from generator.naskah import Alinea, Klausa
from generator.pages.template import KATA

#: About as many letters of a reading as are read in passing; the findings have it whole.
GLANCE = 90


@dataclass(frozen=True)
class Ruas:
    """A run of text: as published, or corrected (``koreksi``, its number from 1).

    ``semula`` and ``alasan`` are empty for all but the last run of a correction.
    """

    teks: str
    koreksi: int = 0
    semula: str = ""
    alasan: str = ""


@dataclass(frozen=True)
class Koreksi:
    """The corrections of one regulation, cut into the runs of its text."""

    neraca: Neraca

    def paragraph(self, clause: Klausa, part: Alinea) -> int:
        """The place of a paragraph in its clause."""
        return next(i for i, other in enumerate(clause.isi) if other is part)

    def runs(self, clause: Klausa, part: int, text: str, start: int = 0) -> Iterator[Ruas]:
        """Cut a piece of a part of a clause; ``start`` is where the piece begins in it."""
        end = start + len(text)
        position = start
        for place in self.neraca.letak.get((clause.jangkar or clause.jenis, part), ()):
            first, last = max(place.awal, start), min(place.akhir, end)
            # What stands between two pieces belongs to the one before, but for the first piece.
            empty = place.awal == place.akhir and (start < first or start == 0)
            if first > last or (first == last and not empty):
                continue
            if first > position:
                yield Ruas(text[position - start : first - start])
            yield self._run(place, text[first - start : last - start], whole=place.akhir <= end)
            position = last
        if position < end:
            yield Ruas(text[position - start :])

    def _run(self, place: Letak, text: str, *, whole: bool) -> Ruas:
        if not (whole and place.terakhir):
            return Ruas(text, place.nomor)
        entry = self.neraca.koreksi[place.nomor - 1].entri
        read = entry.tertulis
        glance = read if len(read) <= GLANCE else f"{read[:GLANCE].rstrip()}…"
        return Ruas(text, place.nomor, glance, KATA["alasan"][entry.alasan].lower())
