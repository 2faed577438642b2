"""Long flows in parts: a hall can read four steps at a time, not thirty.

Each part is a chart of its own, drawn like any other; where an arrow leaves it, a box says to
which step of which part it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator.graph import Bagan, Kotak, Lajur, Panah

#: Steps in one part at most; a flow that has no more is left whole.
LANGKAH = 4
#: Parts of so few steps are not cut again, small as their letters may be.
_FEWEST = 2
#: Tells the ids of the charts that can be read.
Terbaca = Callable[[Sequence[Bagan]], Collection[str]]
_STEPS = ("tindakan", "keputusan")
#: The kind of the boxes that lead from one part to another.
SAMBUNGAN = "sambungan"


def parts(bagan: Bagan, langkah: int = LANGKAH) -> tuple[Bagan, ...]:
    """The parts of a flow, in order; a short one is its only part.

    Ids are those of the whole with ``--1``, ``--2``, …; no stage is cut unless it is long itself.
    ``langkah`` is how many steps a part holds at most.
    """
    runs = _first_runs(bagan, langkah)
    return _cut(bagan, runs) if len(runs) > 1 else (bagan,)


def legible(bagan: Sequence[Bagan], terbaca: Terbaca) -> Mapping[str, tuple[Bagan, ...]]:
    """The parts of each flow by its id, cut again until they can be read or hold two steps.

    ``terbaca`` is asked for many charts at once and names those that can be read.
    """
    runs = {one.id: _first_runs(one) for one in bagan}
    whole = {one.id: one for one in bagan}
    made = {one.id: parts(one) for one in bagan}
    open_ids = set(made)
    while open_ids:
        asked = [part for ident in sorted(open_ids) for part in made[ident]]
        good = terbaca(asked)
        for ident in sorted(open_ids):
            finer = _finer(made[ident], runs[ident], good)
            if finer == runs[ident]:
                open_ids.remove(ident)
            else:
                runs[ident] = finer
                made[ident] = _cut(whole[ident], finer)
    return made


def _finer(
    made: Sequence[Bagan], runs: Sequence[list[Kotak]], good: Collection[str]
) -> list[list[Kotak]]:
    """The runs, each that cannot be read in two halves."""
    found: list[list[Kotak]] = []
    for part, run in zip(made, runs, strict=True):
        if part.id in good or len(run) <= _FEWEST:
            found.append(run)
        else:
            middle = -(-len(run) // 2)
            found += [run[:middle], run[middle:]]
    return found


def _first_runs(bagan: Bagan, most: int = LANGKAH) -> list[list[Kotak]]:
    steps = _steps(bagan)
    return [steps] if len(steps) <= most else list(_runs(steps, most))


def _steps(bagan: Bagan) -> list[Kotak]:
    return [box for box in bagan.kotak if box.jenis in _STEPS]


def _cut(bagan: Bagan, runs: Sequence[Sequence[Kotak]]) -> tuple[Bagan, ...]:
    number = {box.id: index for index, box in enumerate(_steps(bagan), 1)}
    part_of = {box.id: index for index, run in enumerate(runs, 1) for box in run}
    return tuple(
        _part(bagan, index, [box.id for box in run], number, part_of)
        for index, run in enumerate(runs, 1)
    )


def _runs(steps: Sequence[Kotak], most: int) -> Iterator[list[Kotak]]:
    """Steps of one stage, in runs of nearly the same length."""
    for _stage, group in groupby(steps, key=lambda box: box.tahap):
        run = list(group)
        count = -(-len(run) // most)
        size = -(-len(run) // count)
        for start in range(0, len(run), size):
            yield run[start : start + size]


def _part(
    whole: Bagan,
    index: int,
    steps: Sequence[str],
    number: dict[str, int],
    part_of: dict[str, int],
) -> Bagan:
    boxes = {box.id: box for box in whole.kotak}
    inside = [box for box in whole.kotak if box.id in set(steps)]
    arrows: list[Panah] = []
    ends: dict[str, Kotak] = {}
    for arrow in whole.panah:
        if arrow.dari not in steps:
            continue
        target = boxes[arrow.ke]
        if target.jenis in _STEPS and target.id not in steps:
            source = boxes[arrow.dari]
            target = _onward(source, target, index, number[target.id], part_of[target.id])
        if target.jenis not in _STEPS:
            ends.setdefault(target.id, target)
        arrows.append(replace(arrow, ke=target.id))
    kept = (*inside, *ends.values())
    return replace(
        whole,
        id=f"{whole.id}--{index}",
        judul=f"{whole.judul}, {_numbered(number[steps[0]], number[steps[-1]])}",
        kotak=kept,
        panah=tuple(arrows),
        lajur=_used(whole.lajur, {box.lajur for box in kept}),
        tahap=_used(whole.tahap, {box.tahap for box in kept}),
    )


def _onward(source: Kotak, target: Kotak, part: int, number: int, other: int) -> Kotak:
    """A box in the lane of the step that leads on: "ke langkah 7 (bagian 2)"."""
    return Kotak(
        id=f"{source.id}--{part}-ke-{number}",
        judul=f"ke langkah {number} (bagian {other})",
        jenis=SAMBUNGAN,
        bentuk="luar",
        rincian=(target.judul,),
        lajur=source.lajur,
        tahap=source.tahap,
        dasar=target.dasar,
    )


def _numbered(first: int, last: int) -> str:
    return f"langkah {first}" if first == last else f"langkah {first}–{last}"


def _used(lanes: Sequence[Lajur], ids: set[str | None]) -> tuple[Lajur, ...]:
    return tuple(lane for lane in lanes if lane.id in ids)
