"""The grid of a structure: superiors above, subordinates below, partners at the side."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.bagan.grid import Column, Grid
from generator.graph import Bagan, Kotak, Panah

#: Which relation decides who stands below whom, the strongest first.
DOWNWARD = ("kedudukan", "penugasan", "penilaian", "penetapan_kinerja", "penetapan", "susunan")
#: With more leaves than this side by side, subordinates without own subordinates hang in a stack.
BROAD = 4


@dataclass
class _Layout:
    """Columns and cells while the tree is walked, from the left."""

    children: dict[str, list[str]]
    hang: bool
    columns: list[Column] = field(default_factory=list)
    cells: dict[str, tuple[int, int]] = field(default_factory=dict)
    hanging: set[str] = field(default_factory=set)

    def column(self) -> int:
        self.columns.append(Column(f"k{len(self.columns)}"))
        return len(self.columns) - 1


def parents(bagan: Bagan) -> dict[str, Panah]:
    """The line that puts each box below another; boxes without one stand at the top."""
    found: dict[str, Panah] = {}
    for relation in DOWNWARD:
        for panah in (one for one in bagan.panah if one.relasi == relation):
            circle = panah.dari == panah.ke or _above(found, panah.dari, panah.ke)
            if panah.ke not in found and not circle:
                found[panah.ke] = panah
    return found


def _above(found: dict[str, Panah], start: str, sought: str) -> bool:
    """Whether ``sought`` is already a superior of ``start``: a circle has no top."""
    while start in found:
        start = found[start].dari
        if start == sought:
            return True
    return False


def place(bagan: Bagan) -> Grid:
    """Each box below its superior, centred over its own subordinates."""
    above = parents(bagan)
    children: dict[str, list[str]] = {kotak.id: [] for kotak in bagan.kotak}
    for kotak in bagan.kotak:
        if kotak.id in above:
            children[above[kotak.id].dari].append(kotak.id)
    tops = [k for k in bagan.kotak if k.id not in above]
    partners = [k for k in tops if not children[k.id] and len(tops) > 1 and _partner(bagan, k)]
    leaves = sum(not below for below in children.values()) - len(partners)
    layout = _Layout(children, hang=leaves > BROAD)
    for kotak in tops:
        if kotak not in partners:
            _walk(layout, kotak.id, 0)
    for kotak in partners:
        _beside(layout, bagan, kotak)
    rows = max(row for _, row in layout.cells.values()) + 1
    return Grid(tuple(layout.columns), rows, layout.cells, hanging=frozenset(layout.hanging))


def _walk(layout: _Layout, box: str, row: int) -> int:
    """Place a box and all below it; returns its column."""
    below = layout.children[box]
    if layout.hang and len(below) > 1 and not any(layout.children[child] for child in below):
        column = _stack(layout, below, row)
    elif len(below) % 2:
        column = [_walk(layout, child, row + 1) for child in below][len(below) // 2]
    else:
        column = _straddle(layout, below, row)
    layout.cells[box] = (column, row)
    return column


def _straddle(layout: _Layout, below: list[str], row: int) -> int:
    """Over an even number of subordinates a box has a column of its own, between the two halves."""
    half = len(below) // 2
    for child in below[:half]:
        _walk(layout, child, row + 1)
    column = layout.column()
    for child in below[half:]:
        _walk(layout, child, row + 1)
    return column


def _stack(layout: _Layout, below: list[str], row: int) -> int:
    """Subordinates one below the other in the column of their superior."""
    column = layout.column()
    for number, child in enumerate(below, 1):
        layout.cells[child] = (column, row + number)
        layout.hanging.add(child)
    return column


def _partner(bagan: Bagan, kotak: Kotak) -> str | None:
    """The box that one without superior or subordinates is joined to."""
    own = (panah for panah in bagan.panah if kotak.id in (panah.dari, panah.ke))
    joined = (panah.ke if panah.dari == kotak.id else panah.dari for panah in own)
    return next(joined, None)


def _beside(layout: _Layout, bagan: Bagan, kotak: Kotak) -> None:
    """At the right edge, in the row of its partner or the nearest free one above."""
    partner = _partner(bagan, kotak) or ""
    column = len(layout.columns)
    row = layout.cells.get(partner, (0, 0))[1]
    layout.columns.append(Column(f"k{column}"))
    layout.cells[kotak.id] = (column, row)
