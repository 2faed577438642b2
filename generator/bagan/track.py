"""Room for lines: which of the tracks of a gutter or channel each piece of a way takes.

Pieces of different nets that would lie on top of each other get tracks of their own. The result
is a finer grid in which every coordinate is (doubled coordinate, track).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.bagan.route import Point, Way

#: A column or rank of the finer grid: doubled coordinate and track.
Fine = tuple[int, int]
Spot = tuple[Fine, Fine]


@dataclass(frozen=True)
class Piece:
    """A straight piece at ``at`` (x of an upright piece, else y), from ``low`` to ``high``."""

    upright: bool
    at: int
    low: int
    high: int
    net: str


@dataclass(frozen=True)
class Tracks:
    """The corners of every line on the finer grid, its boxes included, by the id of the line."""

    of: Mapping[str, tuple[Spot, ...]]

    def spots(self, way: Way) -> tuple[Spot, ...]:
        """The corners of a way."""
        return self.of[way.line.id]


def _spots(way: Way, given: Mapping[Piece, int]) -> tuple[Spot, ...]:
    """The corners of a way; pieces on box columns and rows always have track 0."""
    corners = _corners(way.cells)
    pieces = [piece(one, two, way.line.net) for one, two in pairwise(corners)]
    found: list[Spot] = [((corners[0][0], 0), (corners[0][1], 0))]
    for corner, before, after in zip(corners[1:-1], pieces, pieces[1:], strict=False):
        upright, level = (before, after) if before.upright else (after, before)
        found.append(((corner[0], given[upright]), (corner[1], given[level])))
    return (*found, ((corners[-1][0], 0), (corners[-1][1], 0)))


def assign(ways: Sequence[Way]) -> Tracks:
    """Tracks for all pieces: the longest first, each on the first track that is free."""
    pieces = sorted(
        {
            piece(one, two, way.line.net)
            for way in ways
            for one, two in pairwise(_corners(way.cells))
        },
        key=lambda p: (p.upright, p.at, p.low - p.high, p.low, p.net),
    )
    given: dict[Piece, int] = {}
    for one in pieces:
        taken = {given[other] for other in given if _clash(one, other)}
        free = next(track for track in range(len(pieces) + 1) if track not in taken)
        given[one] = free if one.at % 2 == 0 else 0
    return Tracks({way.line.id: _spots(way, given) for way in ways})


def piece(one: Point, two: Point, net: str) -> Piece:
    """The piece between two corners, whichever way it runs."""
    upright = one[0] == two[0]
    along = 1 if upright else 0
    low, high = sorted((one[along], two[along]))
    return Piece(upright, one[1 - along], low, high, net)


def _clash(one: Piece, two: Piece) -> bool:
    same_line = one.upright == two.upright and one.at == two.at
    return same_line and one.net != two.net and one.low <= two.high and two.low <= one.high


def _corners(cells: Sequence[Point]) -> tuple[Point, ...]:
    """Where a way starts, turns and ends."""
    turns = (
        here
        for before, here, after in zip(cells, cells[1:], cells[2:], strict=False)
        if (before[0] == here[0]) != (here[0] == after[0])
    )
    return (cells[0], *turns, cells[-1])
