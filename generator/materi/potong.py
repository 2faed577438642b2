"""Long flows in parts: a hall can read four steps at a time, not thirty.

Each part is a chart of its own, drawn like any other; where an arrow leaves it, a box says to
which step of which part it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from generator.graph import Bagan, Kotak, Lajur, Panah

#: Steps in one part at most.
LANGKAH = 4
#: Parts of so few steps are not cut again, small as their letters may be.
_FEWEST = 2
#: Tells of each chart whether it can be read.
Terbaca = Callable[[Sequence[Bagan]], Sequence[bool]]
_STEPS = ("tindakan", "keputusan")
#: The kind of the boxes that lead from one part to another.
SAMBUNGAN = "sambungan"


def parts(bagan: Bagan) -> tuple[Bagan, ...]:
    """The parts of a flow of `LANGKAH` steps at most, in order; a short one is its only part.

    Ids are those of the whole with ``--1``, ``--2``, …; no stage is cut unless it is long itself.
    """
    return _parts(bagan, _stages(bagan))


def legible(bagan: Sequence[Bagan], terbaca: Terbaca) -> tuple[tuple[Bagan, ...], ...]:
    """The parts of each flow as in `parts`, cut finer until they can be read.

    A stage is cut into ever more parts until all can be read or hold two steps. ``terbaca`` is
    asked about many charts at once.
    """
    stages = [_stages(one) for one in bagan]
    made = [_parts(one, own) for one, own in zip(bagan, stages, strict=True)]
    doubted = list(range(len(bagan)))
    while doubted:
        answers = iter(terbaca([part for index in doubted for part in made[index]]))
        changed = []
        for index in doubted:
            finer = [_finer(stage, answers) for stage in stages[index]]
            if finer != stages[index]:
                stages[index] = finer
                made[index] = _parts(bagan[index], finer)
                changed.append(index)
        doubted = changed
    return tuple(made)


#: A stage in runs of steps: the parts that it is shown in.
_Stage = list[list[Kotak]]


def _finer(stage: _Stage, answers: Iterator[bool]) -> _Stage:
    """The stage in one part more where a part of it cannot be read and could be shorter."""
    readable = [next(answers) for _ in stage]
    if any(len(run) > _FEWEST and not good for run, good in zip(stage, readable, strict=True)):
        return _even([step for run in stage for step in run], len(stage) + 1)
    return stage


def _stages(bagan: Bagan) -> list[_Stage]:
    """The stages of a flow, each in parts of `LANGKAH` steps at most; a short flow is one."""
    steps = _steps(bagan)
    if len(steps) <= LANGKAH:
        return [[steps]]
    groups = [list(group) for _, group in groupby(steps, key=lambda box: box.tahap)]
    return [_even(group, -(-len(group) // LANGKAH)) for group in groups]


def _even(steps: Sequence[Kotak], count: int) -> _Stage:
    """Steps in so many runs of nearly the same length, the longer ones first."""
    size, longer = divmod(len(steps), count)
    starts = [number * size + min(number, longer) for number in range(count + 1)]
    return [list(steps[start:end]) for start, end in pairwise(starts)]


def _parts(bagan: Bagan, stages: Sequence[_Stage]) -> tuple[Bagan, ...]:
    runs = [run for stage in stages for run in stage]
    return _cut(bagan, runs) if len(runs) > 1 else (bagan,)


def _steps(bagan: Bagan) -> list[Kotak]:
    return [box for box in bagan.kotak if box.jenis in _STEPS]


def _cut(bagan: Bagan, runs: Sequence[Sequence[Kotak]]) -> tuple[Bagan, ...]:
    number = {box.id: index for index, box in enumerate(_steps(bagan), 1)}
    part_of = {box.id: index for index, run in enumerate(runs, 1) for box in run}
    return tuple(
        _part(bagan, index, [box.id for box in run], number, part_of)
        for index, run in enumerate(runs, 1)
    )


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
