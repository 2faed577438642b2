"""Moves the rows of a flow up where there is room: steps in different lanes may overlap in height.

Graphviz keeps a whole rank free for the highest box in it. What stands at one height moves
together, in its old order, until it would come too near to something above it; nothing moves to
the side. So lines cross what they crossed before, and run through no box.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.bagan.tata import Baris, Bidang, KotakTata, PanahTata, Tata, Titik

#: Pixels that stay free between a thing and the one below it: (above, below).
GAPS = {
    ("kotak", "kotak"): 26.0,
    ("kotak", "garis"): 13.0,
    ("kotak", "kata"): 3.0,
    ("garis", "kotak"): 24.0,
    ("garis", "garis"): 11.0,
    ("garis", "kata"): 3.0,
    ("kata", "kotak"): 4.0,
    ("kata", "garis"): 5.0,
    ("kata", "kata"): 3.0,
}
KINDS = ("kotak", "garis", "kata")
#: A step begins at least so much below the one before it, whatever lane it is in.
STEP = 18.0
#: Below the last thing in a lane, and between a stage and the line at its end.
FOOT = 20.0
BAND = 9.0
#: Heights that differ less than this are one; what stands nearer side by side keeps its order.
SAME = 1.5
SIDE = 3.0
#: About how wide a letter of a branch's words is.
LETTER = 6.0


@dataclass(frozen=True)
class _Thing:
    """Something at a height: from ``left`` to ``right``, ``up`` above it and ``down`` below it."""

    kind: str
    left: float
    right: float
    up: float = 0.0
    down: float = 0.0


@dataclass
class _Floor:
    """The things placed so far, by kind: the left, right and lower edge of each."""

    taken: dict[str, list[tuple[float, float, float]]] = field(
        default_factory=lambda: {kind: [] for kind in KINDS}
    )

    def height(self, thing: _Thing) -> float:
        """The least height at which a thing finds room."""
        left, right = thing.left - SIDE, thing.right + SIDE
        least = 0.0
        for above in KINDS:
            lows = [low for one, two, low in self.taken[above] if one < right and two > left]
            if lows:
                least = max(least, max(lows) + GAPS[above, thing.kind] + thing.up)
        return least

    def take(self, thing: _Thing, height: float) -> None:
        self.taken[thing.kind].append((thing.left, thing.right, height + thing.down))

    def lowest(self) -> float:
        """The lower edge of the lowest thing."""
        return max(low for taken in self.taken.values() for _, _, low in taken)


def compact(tata: Tata) -> Tata:
    """The same chart, as low as it can be; a structure stays as it is."""
    if not tata.lajur:
        return tata
    things = dict(sorted(_by_height(tata).items()))
    floor, moved = _Floor(), dict[float, float]()
    for title in _titles(tata):
        floor.take(title, 0.0)
    height, top = 0.0, 0.0
    for old, here in things.items():
        tops = [thing.up for thing in here if thing.kind == "kotak"]
        needs = [floor.height(thing) for thing in here] + [top + STEP + up for up in tops]
        height = max(height + 0.5, *needs)
        top = max([top, *(height - up for up in tops)])
        moved[old] = height
        for thing in here:
            floor.take(thing, height)
    return _moved(tata, moved, floor.lowest() + FOOT)


def _by_height(tata: Tata) -> dict[float, list[_Thing]]:
    """All things by the height at which they stand; heights that are nearly one are one."""
    found: dict[float, list[_Thing]] = {}
    for height, thing in sorted(_things(tata), key=lambda one: one[0]):
        last = next(reversed(found), None)
        same = last is not None and height - last < SAME
        found.setdefault(last if same and last is not None else height, []).append(thing)
    return found


def _things(tata: Tata) -> Iterator[tuple[float, _Thing]]:
    boxes = {kotak.id: kotak for kotak in tata.kotak}
    for kotak in tata.kotak:
        half = kotak.tinggi / 2
        yield _middle(kotak), _Thing("kotak", kotak.x, kotak.x + kotak.lebar, half, half)
    for panah in tata.panah:
        for (x1, y1), (x2, y2) in _pieces(panah):
            if abs(y1 - y2) < SAME:
                yield y1, _Thing("garis", min(x1, x2), max(x1, x2))
        source = _middle(boxes[panah.dari])
        for line in panah.baris:
            wide = LETTER * len(line.isi)
            up, down = source - line.y + line.ukuran, line.y - source + line.ukuran / 4
            yield source, _Thing("kata", line.x, line.x + wide, up, down)
    for (x1, y), (x2, _) in tata.batas:
        yield y, _Thing("kotak", x1, x2, 0.0, 0.0)


def _titles(tata: Tata) -> Iterator[_Thing]:
    for lane in tata.lajur:
        low = max(line.y for line in lane.baris)
        yield _Thing("kotak", lane.x, lane.x + lane.lebar, 0.0, low + 4)


def _middle(kotak: KotakTata) -> float:
    return kotak.y + kotak.tinggi / 2


def _pieces(panah: PanahTata) -> Iterator[tuple[Titik, Titik]]:
    for line in panah.garis:
        yield from pairwise(line)


def _moved(tata: Tata, moved: Mapping[float, float], low: float) -> Tata:
    """Everything by what its height moved; lanes and stages reach down to ``low``."""
    heights = sorted(moved)

    def by(height: float) -> float:
        near = heights[max(0, bisect_left(heights, height + 0.01) - 1)]
        return moved[near] - near

    boxes = {kotak.id: by(_middle(kotak)) for kotak in tata.kotak}
    rules = tuple((_down(one, by(one[1])), _down(two, by(two[1]))) for one, two in tata.batas)
    lanes = tuple(replace(lane, tinggi=round(low - lane.y, 1)) for lane in tata.lajur)
    old_low = max(lane.y + lane.tinggi for lane in tata.lajur)
    return replace(
        tata,
        tinggi=round(tata.tinggi - old_low + low),
        lajur=lanes,
        tahap=tuple(_bands(tata.tahap, [one[1] for one, _ in rules], low)),
        batas=rules,
        panah=tuple(_arrow(panah, boxes, by) for panah in tata.panah),
        kotak=tuple(_box(kotak, boxes[kotak.id]) for kotak in tata.kotak),
    )


def _down(point: Titik, by: float) -> Titik:
    return point[0], round(point[1] + by, 1)


def _lines(lines: Iterable[Baris], by: float) -> tuple[Baris, ...]:
    return tuple(replace(line, y=round(line.y + by, 1)) for line in lines)


def _box(kotak: KotakTata, by: float) -> KotakTata:
    badges = tuple(replace(one, y=round(one.y + by, 1)) for one in kotak.lencana)
    y = round(kotak.y + by, 1)
    return replace(kotak, y=y, baris=_lines(kotak.baris, by), lencana=badges)


def _arrow(panah: PanahTata, boxes: Mapping[str, float], by: Callable[[float], float]) -> PanahTata:
    """Its ends move with their boxes, its corners with their own height."""
    lines = []
    for line in panah.garis:
        start, *corners, end = line
        between = (_down(corner, by(corner[1])) for corner in corners)
        first, last = _down(start, boxes[panah.dari]), _down(end, boxes[panah.ke])
        lines.append((first, *between, last))
    return replace(panah, garis=tuple(lines), baris=_lines(panah.baris, boxes[panah.dari]))


def _bands(stages: Iterable[Bidang], rules: list[float], low: float) -> Iterator[Bidang]:
    """Stages from the line before them to the line after them; titles stay near their top."""
    for number, stage in enumerate(stages):
        top = rules[number - 1] + BAND if number else stage.y
        bottom = rules[number] - BAND if number < len(rules) else low
        title = max((line.y for line in stage.baris[:1]), default=0.0)
        lines = _lines(stage.baris, top + 24 - title)
        yield replace(stage, y=round(top, 1), tinggi=round(bottom - top, 1), baris=lines)
