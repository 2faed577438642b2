"""Where boxes stand: columns and rows, before any line is drawn.

A grid is all that routing and drawing know of a chart's shape: flows fill it by lane and step,
structures by subordinates and depth. Graphviz only turns it into coordinates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column; ``lane`` is the swim lane whose ground it lies on, if any."""

    id: str
    lane: str | None = None


@dataclass(frozen=True)
class Grid:
    """Boxes in columns (from the left) and rows (from the top), counted from 0.

    ``cells`` gives (column, row) of each box. No line runs along a row of ``rules``: there a
    stage ends. ``hanging`` holds boxes that stand below their superior and are entered from
    the side.
    """

    columns: tuple[Column, ...]
    rows: int
    cells: Mapping[str, tuple[int, int]]
    rules: frozenset[int] = frozenset()
    hanging: frozenset[str] = frozenset()
    #: Whether there is a rank below the last row, on which all lanes end.
    feet: bool = False
