"""Words of a branch that would stand across the border of a lane move beyond it, on their line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.bagan.tata import Bidang, PanahTata

#: Pixels between a border and words, and about how wide a letter of them is.
EDGE = 5.0
LETTER = 5.7


def beyond_borders(panah: PanahTata, lajur: Sequence[Bidang]) -> PanahTata:
    """The same arrow; its words stand in one lane where its first, level piece reaches so far."""
    by = _shift(panah, lajur)
    lines = tuple(replace(line, x=round(line.x + by, 1)) for line in panah.baris)
    return replace(panah, baris=lines) if by else panah


def _shift(panah: PanahTata, lajur: Sequence[Bidang]) -> float:
    (x1, y1), (x2, y2) = panah.garis[0][:2]
    if not panah.baris or y1 != y2:
        return 0.0
    left = min(line.x for line in panah.baris)
    wide = LETTER * max(len(line.isi) for line in panah.baris)
    for one, two in pairwise(lajur):
        border, beyond = one.x + one.lebar, two.x
        if left < beyond + EDGE and left + wide > border - EDGE:
            by = beyond + EDGE - left if x2 > x1 else border - EDGE - wide - left
            inside = left + by + wide <= x2 if x2 > x1 else left + by >= x2
            return by if inside else 0.0
    return 0.0
