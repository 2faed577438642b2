"""An arrow as one path: the straight pieces that Graphviz drew, joined, with round corners.

All numbers are CSS pixels from the top left corner of the chart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.bagan.plan import Run
from generator.bagan.track import Spot

RADIUS = 6.5
#: Between nets at one side of a box, and between a line and its companion.
DOOR_STEP = 13.0
COMPANION_STEP = 4.5
#: A longer gap between two pieces is room for words; a shorter one is the invisible point.
GAP = 5.5

Place = tuple[float, float]
#: Points of a line that turns; an arrow with words in it has several of these.
Polyline = tuple[Place, ...]


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


def polylines(parts: Sequence[Stretch]) -> tuple[Polyline, ...]:
    """The points of an arrow where it starts, turns and ends, cut where words stand in it."""
    lines = [[parts[0].start]]
    for part, following in pairwise(parts):
        lines[-1].append(part.end)
        if part.end != following.start:
            lines.append([following.start])
    lines[-1].append(parts[-1].end)
    return tuple(tuple(line) for line in lines)


def data(lines: Sequence[Polyline]) -> str:
    """The ``d`` of a path through all points, round where it turns."""
    return "".join(_data(line) for line in lines)


def _data(line: Polyline) -> str:
    text = [f"M{_at(line[0])}"]
    for before, turn, after in zip(line, line[1:], line[2:], strict=False):
        radius = min(RADIUS, math.dist(before, turn) / 2, math.dist(turn, after) / 2)
        near, far = _along(turn, before, radius), _along(turn, after, radius)
        text.append(f"L{_at(near)}Q{_at(turn)} {_at(far)}")
    return "".join([*text, f"L{_at(line[-1])}"])


def head(line: Polyline, kind: str) -> tuple[str, Polyline]:
    """The points of an arrow head at the end of a line, and the line that stops before it."""
    x, y = line[-1]
    dx, dy = _unit(line[-2], line[-1])
    points = " ".join(_at((x - dx * a - dy * b, y - dy * a + dx * b)) for a, b in HEADS[kind])
    back = min(BACKS[kind], math.dist(line[-2], line[-1]))
    return points, (*line[:-1], (x - dx * back, y - dy * back))


#: Corners of an arrow head, each as (behind its tip, beside its axis); where its line stops.
HEADS = {
    "normal": ((0.0, 0.0), (9.3, 3.7), (9.3, -3.7)),
    "vee": ((0.0, 0.0), (10.7, 4.5), (6.0, 0.0), (10.7, -4.5)),
    "diamond": ((0.0, 0.0), (6.1, 3.7), (12.1, 0.0), (6.1, -3.7)),
}
BACKS = {"normal": 8.7, "vee": 5.3, "diamond": 8.7}


def _unit(start: Place, end: Place) -> Place:
    whole = math.dist(start, end) or 1.0
    return (end[0] - start[0]) / whole, (end[1] - start[1]) / whole


def _direction(part: Stretch) -> Place:
    (x1, y1), (x2, y2) = part.start, part.end
    if part.upright:
        return 0.0, math.copysign(1, y2 - y1)
    return math.copysign(1, x2 - x1), 0.0


def _along(start: Place, end: Place, distance: float) -> Place:
    whole = math.dist(start, end) or 1.0
    part = distance / whole
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _at(place: Place) -> str:
    return f"{short(place[0])},{short(place[1])}"


def short(number: float) -> str:
    """A number of pixels as text: a tenth is more than a screen shows."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
