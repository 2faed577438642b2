"""Cutting long lists into slides: a hall reads large letters, so a slide holds few of them.

What fits is measured (`susun`); the parts are made as even as their number allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from generator.materi.nilai import Poin, Slide, Tabel
from generator.materi.susun import (
    ISI_TINGGI,
    TERBACA,
    TERBACA_TABEL,
    points_height,
    row_heights,
    widths,
)

T = TypeVar("T")

#: Said in the first cell of a row that carries on from the slide before.
LANJUTAN = "(lanjutan)"


def cut(slide: Slide) -> tuple[Slide, ...]:
    """A slide, or several that carry on from each other where it would not fit one.

    Every part but the first has the id of the whole with its number; titles count the parts.
    """
    if slide.tabel is not None:
        return _titled(slide, [replace(slide, tabel=part) for part in _tables(slide.tabel)])
    parts = _even(slide.butir, lambda run: points_height(run, TERBACA))
    return _titled(slide, [replace(slide, butir=tuple(part)) for part in parts])


def _titled(whole: Slide, parts: Sequence[Slide]) -> tuple[Slide, ...]:
    if len(parts) < 2:
        return (whole,)
    return tuple(
        replace(
            part,
            id=whole.id if number == 1 else f"{whole.id}-{number}",
            judul=f"{whole.judul} ({number}/{len(parts)})",
        )
        for number, part in enumerate(parts, 1)
    )


def _tables(table: Tabel) -> list[Tabel]:
    columns = widths(table)

    # Rows are measured many times on the way to even parts.
    @cache
    def high(row: tuple[Poin, ...]) -> tuple[float, float]:
        heads, body = row_heights(Tabel(table.kepala, (row,)), columns, TERBACA_TABEL)
        return heads, body

    def tall(run: Sequence[tuple[Poin, ...]]) -> float:
        return high(run[0])[0] + sum(high(row)[1] for row in run)

    rows = [part for row in table.baris for part in _rows(row, tall)]
    return [Tabel(table.kepala, tuple(run)) for run in _even(rows, tall)]


def _rows(
    row: tuple[Poin, ...], tall: Callable[[Sequence[tuple[Poin, ...]]], float]
) -> list[tuple[Poin, ...]]:
    """A row, or where it is higher than a slide several: statements below a cell are shared out."""
    if tall([row]) <= ISI_TINGGI:
        return [row]
    which = max(range(len(row)), key=lambda index: len(row[index].anak))

    def part(below: Sequence[Poin]) -> tuple[Poin, ...]:
        changed = replace(row[which], anak=tuple(below))
        return (*row[:which], changed, *row[which + 1 :])

    runs = _even(row[which].anak, lambda below: tall([part(below)]))
    first, *others = [part(below) for below in runs] or [row]
    return [first, *(_carried(one, which) for one in others)]


def _carried(row: tuple[Poin, ...], which: int) -> tuple[Poin, ...]:
    """A row that carries on: its first cell says of what."""
    named = replace(row[0], teks=f"{row[0].teks} {LANJUTAN}")
    return (named, *row[1:]) if which else row


def _even(items: Sequence[T], tall: Callable[[Sequence[T]], float]) -> list[list[T]]:
    """Items in the fewest runs that fit a slide, the highest run as low as can be."""
    runs = _runs(items, tall, ISI_TINGGI)
    low, high = 0.0, ISI_TINGGI
    # A run of one item may be higher than a slide: then there is nothing to make even.
    while high - low > 8:
        middle = (low + high) / 2
        tried = _runs(items, tall, middle)
        if len(tried) == len(runs):
            runs, high = tried, middle
        else:
            low = middle
    return runs


def _runs(items: Sequence[T], tall: Callable[[Sequence[T]], float], room: float) -> list[list[T]]:
    runs: list[list[T]] = []
    for item in items:
        if runs and tall([*runs[-1], item]) <= room:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs
