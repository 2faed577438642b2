"""An arrow as one path: the straight pieces that Graphviz drew, joined, with round corners.

All numbers are points in the coordinates of Graphviz's SVG.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.bagan.plan import Run
from generator.bagan.track import Spot

RADIUS = 5.0
#: Between nets at one side of a box, and between a line and its companion.
DOOR_STEP = 10.0
COMPANION_STEP = 3.4
#: A longer gap between two pieces is room for words; a shorter one is the invisible point.
GAP = 4.0

Place = tuple[float, float]


@dataclass(frozen=True)
class Stretch:
    """A straight part of an arrow without a gap."""

    upright: bool
    start: Place
    end: Place

    def moved(self, dx: float, dy: float) -> Stretch:
        """The same stretch elsewhere."""
        (x1, y1), (x2, y2) = self.start, self.end
        return replace(self, start=(x1 + dx, y1 + dy), end=(x2 + dx, y2 + dy))


#: Left, top, right and bottom edge of a box.
Frame = tuple[float, float, float, float]

#: Where a piece begins and ends, by its two spots in order.
Drawn = Mapping[tuple[Spot, Spot], tuple[Place, Place]]


def stretches(run: Run, drawn: Drawn) -> tuple[Stretch, ...]:
    """The straight parts of an arrow, shifted at its ends and moved beside its companion."""
    joined = _joined(list(_pieces(run, drawn)))
    if len(joined) > 1 or run.shift[0] == run.shift[1]:
        joined = _shifted(joined, run)
    if run.beside:
        away = COMPANION_STEP * ((run.beside + 1) // 2) * (1 if run.beside % 2 else -1)
        joined = [part.moved(away, 0) if part.upright else part.moved(0, away) for part in joined]
    return tuple(_cornered(joined))


def _pieces(run: Run, drawn: Drawn) -> Iterator[Stretch]:
    for one, two in pairwise(run.spots):
        upright = one[0] == two[0]
        start, end = drawn[one, two] if one < two else drawn[two, one][::-1]
        if upright:
            middle = (start[0] + end[0]) / 2
            yield Stretch(True, (middle, start[1]), (middle, end[1]))
        else:
            middle = (start[1] + end[1]) / 2
            yield Stretch(False, (start[0], middle), (end[0], middle))


def _joined(parts: list[Stretch]) -> list[Stretch]:
    """Pieces in one line as one stretch, unless there are words between them."""
    joined = parts[:1]
    for part in parts[1:]:
        if part.upright == joined[-1].upright and math.dist(joined[-1].end, part.start) < GAP:
            joined[-1] = replace(joined[-1], end=part.end)
        else:
            joined.append(part)
    return joined


def _shifted(parts: list[Stretch], run: Run) -> list[Stretch]:
    """The first and the last stretch, where they are level, away from the middle of the side."""
    first, last = (DOOR_STEP * shift for shift in run.shift)
    if not parts[0].upright and first:
        parts = [parts[0].moved(0, first), *parts[1:]]
    if not parts[-1].upright and last and (len(parts) > 1 or not first):
        parts = [*parts[:-1], parts[-1].moved(0, last)]
    return parts


def _cornered(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches that meet exactly where one turns into the next."""
    for number, part in enumerate(parts):
        start, end = part.start, part.end
        if number and parts[number - 1].upright != part.upright:
            start = _corner(parts[number - 1], part)
        if number < len(parts) - 1 and parts[number + 1].upright != part.upright:
            end = _corner(part, parts[number + 1])
        yield replace(part, start=start, end=end)


def reaching(parts: Sequence[Stretch], source: Frame, target: Frame) -> list[Stretch]:
    """The same stretches from the edge of one box to the edge of the other.

    Graphviz stops a little before a box, by the width of the pen and its arrow head.
    """
    first = replace(parts[0], start=_touching(parts[0], source, at_end=False))
    whole = [first, *parts[1:]]
    return [*whole[:-1], replace(whole[-1], end=_touching(whole[-1], target, at_end=True))]


def _touching(part: Stretch, frame: Frame, *, at_end: bool) -> Place:
    """Where a stretch meets the frame of a box."""
    left, top, right, bottom = frame
    dx, dy = _direction(part)
    x, y = part.end if at_end else part.start
    if part.upright:
        return x, top if (dy > 0) == at_end else bottom
    return left if (dx > 0) == at_end else right, y


def _corner(one: Stretch, two: Stretch) -> Place:
    upright, level = (one, two) if one.upright else (two, one)
    return upright.start[0], level.start[1]


def data(parts: Sequence[Stretch]) -> str:
    """The ``d`` of a path through all stretches, round where it turns, broken where words stand."""
    text = [f"M{_at(parts[0].start)}"]
    for part, following in pairwise(parts):
        if part.end != following.start:
            text.append(f"L{_at(part.end)}M{_at(following.start)}")
            continue
        radius = min(RADIUS, _length(part) / 2, _length(following) / 2)
        before = _along(part.end, part.start, radius)
        after = _along(following.start, following.end, radius)
        text.append(f"L{_at(before)}Q{_at(part.end)} {_at(after)}")
    return "".join([*text, f"L{_at(parts[-1].end)}"])


def head(part: Stretch, kind: str) -> tuple[str, Stretch]:
    """The points of an arrow head at the end of a stretch, and the stretch that stops before it."""
    long, wide = 7.0, 2.8
    shapes = {
        "normal": ((0.0, 0.0), (long, wide), (long, -wide)),
        "vee": ((0.0, 0.0), (long + 1, wide + 0.6), (long - 2.5, 0.0), (long + 1, -wide - 0.6)),
        "diamond": ((0.0, 0.0), (long * 0.65, wide), (long * 1.3, 0.0), (long * 0.65, -wide)),
    }
    shape = shapes.get(kind, shapes["normal"])
    x, y = part.end
    dx, dy = _direction(part)
    points = " ".join(_at((x - dx * a - dy * b, y - dy * a + dx * b)) for a, b in shape)
    back = long - 3 if kind == "vee" else long - 0.5
    return points, replace(part, end=(x - dx * back, y - dy * back))


def _direction(part: Stretch) -> Place:
    (x1, y1), (x2, y2) = part.start, part.end
    if part.upright:
        return 0.0, math.copysign(1, y2 - y1)
    return math.copysign(1, x2 - x1), 0.0


def _length(part: Stretch) -> float:
    return math.dist(part.start, part.end)


def _along(start: Place, end: Place, distance: float) -> Place:
    whole = math.dist(start, end) or 1.0
    part = distance / whole
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _at(place: Place) -> str:
    return ",".join(f"{round(value, 1) + 0.0:g}" for value in place)
