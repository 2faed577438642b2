"""Long flows in parts: a hall can read four steps at a time, not thirty.

Each part is a chart of its own, drawn like any other; where an arrow leaves it, a box says to
which step it goes, and the titles of parts say which steps they hold. A part says nothing of how
the rest is cut: it stays the same picture when that is cut otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from generator.graph import Bagan, Kotak, Lajur, Panah

#: Steps in one part at most.
LANGKAH = 4
#: Parts of so few steps are not cut again, small as their letters may be.
_FEWEST = 2
#: Tells of each chart whether it can be read.
Terbaca = Callable[[Sequence[Bagan]], Sequence[bool]]
#: A stage in runs of steps: the parts that it is shown in.
_Stage = list[list[Kotak]]
#: By what a part is known: its regency and its id.
_Nama = tuple[str, str]
_STEPS = ("tindakan", "keputusan")
#: The kind of the boxes that lead from one part to another.
SAMBUNGAN = "sambungan"


def parts(bagan: Bagan) -> tuple[Bagan, ...]:
    """The parts of a flow of `LANGKAH` steps at most, in order; a short one is its only part.

    Ids are those of the whole and the steps, such as ``--5-8``; no stage is cut unless it is long
    itself.
    """
    return _parts(bagan, _stages(bagan))


def legible(bagan: Sequence[Bagan], terbaca: Terbaca) -> tuple[tuple[Bagan, ...], ...]:
    """The parts of each flow as in `parts`, cut finer until they can be read.

    A stage is cut into ever more parts until all can be read or hold two steps. ``terbaca`` is
    asked about many charts at once, about each only once, and not about those that stay as they
    are in any case: each answer costs a drawing.
    """
    stages = [_stages(one) for one in bagan]
    known: dict[_Nama, bool] = {}
    while True:
        stages = [_finer(one, own, known) for one, own in zip(bagan, stages, strict=True)]
        asked = {
            _name(part): part
            for one, own in zip(bagan, stages, strict=True)
            for part in _doubted(one, own, known)
        }
        if not asked:
            return tuple(_parts(one, own) for one, own in zip(bagan, stages, strict=True))
        known |= dict(zip(asked, terbaca(tuple(asked.values())), strict=True))


def _name(part: Bagan) -> _Nama:
    """By what a part is known: its steps, and so all that is in it."""
    return part.slug, part.id


def _finer(bagan: Bagan, stages: Sequence[_Stage], known: Mapping[_Nama, bool]) -> list[_Stage]:
    """The stages, each in one part more where one is known that cannot be read, and so on."""
    finer = [
        _even([step for run in stage for step in run], len(stage) + 1)
        if any(known.get(_name(part)) is False for part in shown)
        else stage
        for stage, shown in _shown(bagan, stages)
    ]
    return finer if finer == stages else _finer(bagan, finer, known)


def _doubted(
    bagan: Bagan, stages: Sequence[_Stage], known: Mapping[_Nama, bool]
) -> Iterator[Bagan]:
    """Of each stage the part that most likely cannot be read, of those of which nothing is known.

    When it cannot, the others are cut otherwise too, and need no answer.
    """
    for _, shown in _shown(bagan, stages):
        unknown = [part for part in shown if _name(part) not in known]
        if unknown:
            yield max(unknown, key=_words)


def _words(part: Bagan) -> int:
    """How much a part says: the more, the larger it is."""
    return sum(len(text) for box in part.kotak for text in (box.judul, *box.rincian))


def _shown(bagan: Bagan, stages: Sequence[_Stage]) -> Iterator[tuple[_Stage, list[Bagan]]]:
    """Each stage with those of its parts that could be cut: that hold more than `_FEWEST` steps."""
    made = iter(_parts(bagan, stages))
    for stage in stages:
        shown = [next(made) for _ in stage]
        yield stage, [part for part in shown if len(_steps(part)) > _FEWEST]


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
    return tuple(_part(bagan, [box.id for box in run], number) for run in runs)


def _part(whole: Bagan, steps: Sequence[str], number: Mapping[str, int]) -> Bagan:
    boxes = {box.id: box for box in whole.kotak}
    inside = [box for box in whole.kotak if box.id in set(steps)]
    arrows: list[Panah] = []
    outside: dict[str, Kotak] = {}
    for arrow in whole.panah:
        if arrow.dari not in steps:
            continue
        target = boxes[arrow.ke]
        if target.jenis in _STEPS and target.id not in steps:
            source = boxes[arrow.dari]
            target = _onward(source, target, number[target.id])
        if target.jenis not in _STEPS:
            outside.setdefault(target.id, target)
        arrows.append(replace(arrow, ke=target.id))
    kept = (*inside, *outside.values())
    ends = tuple(dict.fromkeys((number[steps[0]], number[steps[-1]])))
    return replace(
        whole,
        id=f"{whole.id}--{'-'.join(map(str, ends))}",
        judul=f"{whole.judul}, langkah {'–'.join(map(str, ends))}",
        kotak=kept,
        panah=tuple(arrows),
        lajur=_used(whole.lajur, {box.lajur for box in kept}),
        tahap=_used(whole.tahap, {box.tahap for box in kept}),
    )


def _onward(source: Kotak, target: Kotak, number: int) -> Kotak:
    """A box in the lane of the step that leads on: "ke langkah 7"."""
    return Kotak(
        id=f"{source.id}--ke-{number}",
        judul=f"ke langkah {number}",
        jenis=SAMBUNGAN,
        bentuk="luar",
        rincian=(target.judul,),
        lajur=source.lajur,
        tahap=source.tahap,
        dasar=target.dasar,
    )


def _used(lanes: Sequence[Lajur], ids: set[str | None]) -> tuple[Lajur, ...]:
    return tuple(lane for lane in lanes if lane.id in ids)
