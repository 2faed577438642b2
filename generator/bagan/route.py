"""Lines on the grid: every arrow gets a way of straight pieces that goes through no box.

Coordinates here are doubled: box column ``c`` is at ``x = 2c + 1``, the gutters between columns at
even ``x``; the same for rows and the channels between them. A way leaves a box below or at a side
and enters another above or at a side. Found with the A* algorithm, one line after the other.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.bagan.grid import Grid

Point = tuple[int, int]
Step = tuple[int, int]

DOWN, UP, LEFT, RIGHT = (0, 1), (0, -1), (-1, 0), (1, 0)

#: What a step costs; an upright one is shorter, since channels are narrower than columns.
LEVEL, UPRIGHT = 1.0, 0.5
BEND = 3.0
CROSSING = 4.0
SHARED_GUTTER = 0.6
#: On top of a line of another net, or through the door of a box that another net uses: only where
#: there is no other way, so that even a very dense chart is drawn.
ON_TOP = 60.0
SAME_DOOR = 40.0
SPREAD_DOOR = 3.0


@dataclass(frozen=True)
class Line:
    """An arrow to be routed. Lines of one ``net`` may run on top of each other, others may not.

    ``out`` and ``into`` say on which sides it may leave and enter, and what each costs. With
    ``spread``, several nets may use the same side of a box: they are drawn a little apart.
    """

    id: str
    source: str
    target: str
    net: str
    out: Mapping[Step, float]
    into: Mapping[Step, float]
    spread: bool = False


@dataclass(frozen=True)
class Way:
    """The corners of a line, from the edge of its source to the edge of its target, in cells."""

    line: Line
    cells: tuple[Point, ...]


@dataclass
class _Field:
    """The grid with everything drawn so far."""

    width: int
    height: int
    boxes: frozenset[Point]
    rules: frozenset[int]
    drawn: dict[tuple[Point, bool], set[str]] = field(default_factory=dict)
    doors: dict[tuple[Point, Step], set[str]] = field(default_factory=dict)
    closed: set[tuple[Point, Step]] = field(default_factory=set)


def route(grid: Grid, lines: Sequence[Line]) -> tuple[Way, ...]:
    """Ways for all lines, in the order given: easy lines should come first."""
    field_ = _Field(
        2 * len(grid.columns),
        2 * grid.rows,
        frozenset(_doubled(cell) for cell in grid.cells.values()),
        frozenset(2 * row + 1 for row in grid.rules),
    )
    return tuple(_lay(field_, grid, line) for line in lines)


def _doubled(cell: tuple[int, int]) -> Point:
    return 2 * cell[0] + 1, 2 * cell[1] + 1


def _lay(field_: _Field, grid: Grid, line: Line) -> Way:
    start, end = (_doubled(grid.cells[box]) for box in (line.source, line.target))
    cells = _shortest(field_, line, start, end)
    for one, two in pairwise(cells):
        upright = one[0] == two[0]
        for point in (one, two):
            field_.drawn.setdefault((point, upright), set()).add(line.net)
    for door in ((start, _step(cells[0], cells[1])), (end, _step(cells[-1], cells[-2]))):
        field_.doors.setdefault(door, set()).add(line.net)
        if not line.spread:
            field_.closed.add(door)
    return Way(line, tuple(cells))


def _step(one: Point, two: Point) -> Step:
    return two[0] - one[0], two[1] - one[1]


def _shortest(field_: _Field, line: Line, start: Point, end: Point) -> list[Point]:
    """A* over (cell, direction); raises ValueError if a box is walled in."""
    first = _ahead(start, (0, 0), end)
    queue: list[tuple[float, float, Point, Step]] = [(first, 0.0, start, (0, 0))]
    best: dict[tuple[Point, Step], float] = {(start, (0, 0)): 0.0}
    came: dict[tuple[Point, Step], tuple[Point, Step]] = {}
    while queue:
        _, passed, point, heading = heapq.heappop(queue)
        if point == end:
            return _trace(came, (point, heading))
        if -passed > best[point, heading]:
            continue
        for step, price in _moves(field_, line, point, heading, end):
            to = (point[0] + step[0], point[1] + step[1])
            cost = price - passed
            if cost < best.get((to, step), math.inf):
                best[to, step] = cost
                came[to, step] = (point, heading)
                heapq.heappush(queue, (cost + _ahead(to, step, end), -cost, to, step))
    raise ValueError(f"tidak ada jalan untuk garis {line.id}")


def _ahead(point: Point, heading: Step, end: Point) -> float:
    """At least what the rest of a way costs: its length, and a bend if it heads past the end."""
    across, down = abs(end[0] - point[0]), abs(end[1] - point[1])
    turns = (heading[0] == 0 and across) or (heading[1] == 0 and down)
    return LEVEL * across + UPRIGHT * down + (BEND if turns and heading != (0, 0) else 0.0)


def _trace(
    came: Mapping[tuple[Point, Step], tuple[Point, Step]], state: tuple[Point, Step]
) -> list[Point]:
    """The cells from the start to a state."""
    cells = [state[0]]
    while state in came:
        state = came[state]
        cells.append(state[0])
    return cells[::-1]


def _moves(
    field_: _Field, line: Line, point: Point, heading: Step, end: Point
) -> Iterator[tuple[Step, float]]:
    """The steps possible from a cell, and what each costs."""
    start = heading == (0, 0)
    back = (-heading[0], -heading[1])
    for step in line.out if start else (DOWN, LEFT, RIGHT, UP):
        to = (point[0] + step[0], point[1] + step[1])
        if step == back or not _free(field_, line, to, step, end):
            continue
        arriving = to[1] == end[1] and abs(end[0] - to[0]) <= 1
        near = line.spread and step[0] != 0 and (start or arriving)
        price = _price(field_, line, to, step, near=near)
        if start:
            price += line.out[step] + _door(field_, point, step, line)
        elif step != heading:
            price += BEND
        if to == end:
            price += line.into[step] + _door(field_, end, _back(step), line)
        yield step, price


def _back(step: Step) -> Step:
    return -step[0], -step[1]


def _free(field_: _Field, line: Line, to: Point, step: Step, end: Point) -> bool:
    """Inside the grid, in no box but the target, and not along the end of a stage."""
    if not (0 <= to[0] <= field_.width and 0 <= to[1] <= field_.height):
        return False
    if to == end:
        return step in line.into
    return to not in field_.boxes and (step[0] == 0 or to[1] not in field_.rules)


def _door(field_: _Field, box: Point, side: Step, line: Line) -> float:
    """A side of a box serves one net, so that no arrow runs out of another's head."""
    nets = field_.doors.get((box, side), set()) - {line.net}
    roomy = line.spread and side[0] != 0 and (box, side) not in field_.closed
    return (SPREAD_DOOR if roomy else SAME_DOOR) * len(nets)


def _price(field_: _Field, line: Line, to: Point, step: Step, *, near: bool) -> float:
    """Length, crossings and crowding of one step; ``near`` a box lines are spread."""
    upright = step[0] == 0
    length = UPRIGHT if upright else LEVEL
    if to in field_.boxes:
        return length
    drawn = field_.drawn
    along = _others(drawn.get((to, upright)), line.net)
    across = _others(drawn.get((to, not upright)), line.net)
    if not along and not across:
        return length
    single = (to[0] if upright else to[1]) % 2 == 1
    return length + CROSSING * across + (ON_TOP if single and not near else SHARED_GUTTER) * along


def _others(nets: set[str] | None, own: str) -> int:
    """How many nets there are besides the own one."""
    return len(nets) - (own in nets) if nets else 0
