"""Cutting long lists into slides: a hall reads large letters, so a slide holds few of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.materi.nilai import Poin, Slide, Tabel

T = TypeVar("T")

#: How much a slide holds, in letters of 20 points over the whole width; a point costs a line more.
HURUF = 700
_PER_POIN = 45
#: Rows of a table cost by their longest cell; the columns share the width.
HURUF_TABEL = 900


def cut(slide: Slide) -> tuple[Slide, ...]:
    """A slide, or several that carry on from each other where it would not fit one.

    Every part but the first has the id of the whole with its number; titles count the parts.
    """
    if slide.tabel is not None:
        return _titled(slide, [replace(slide, tabel=part) for part in _tables(slide.tabel)])
    return _titled(slide, [replace(slide, butir=part) for part in _lists(slide.butir)])


def length(point: Poin) -> int:
    """What a statement costs on a slide."""
    return len(point.teks) + _PER_POIN + sum(length(below) for below in point.anak)


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


def _lists(points: Sequence[Poin]) -> list[tuple[Poin, ...]]:
    return [tuple(run) for run in _runs(points, [length(point) for point in points], HURUF)]


def _tables(table: Tabel) -> list[Tabel]:
    share = len(table.kepala)
    costs = [max(length(cell) for cell in row) * share // 2 for row in table.baris]
    return [Tabel(table.kepala, tuple(run)) for run in _runs(table.baris, costs, HURUF_TABEL)]


def _runs(items: Sequence[T], costs: Sequence[int], room: int) -> Iterator[list[T]]:
    run: list[T] = []
    used = 0
    for item, cost in zip(items, costs, strict=True):
        if run and used + cost > room:
            yield run
            run, used = [], 0
        run.append(item)
        used += cost
    if run:
        yield run
