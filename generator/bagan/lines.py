"""Which lines a chart asks the router for: in which order, through which sides of the boxes."""

from __future__ import annotations

from generator.bagan import tree as trees
from generator.bagan.grid import Grid
from generator.bagan.route import DOWN, LEFT, RIGHT, UP, Line, Step
from generator.graph import Bagan, Panah


def flow(bagan: Bagan, grid: Grid) -> list[Line]:
    """Lines of a flow: forward before backward, short before long; those to one box may join."""

    def ease(panah: Panah) -> tuple[bool, int]:
        down = grid.cells[panah.ke][1] - grid.cells[panah.dari][1]
        return down < 0, abs(down)

    return [
        Line(
            id=panah.id,
            source=panah.dari,
            target=panah.ke,
            net=panah.ke,
            out={DOWN: 0.0, LEFT: 0.5, RIGHT: 0.5},
            into={DOWN: 0.0, LEFT: 2.5, RIGHT: 2.5},
        )
        for panah in sorted(bagan.panah, key=ease)
    ]


def companions(bagan: Bagan) -> dict[str, str]:
    """Lines that run along another: the same two boxes, joined by one thing more.

    Who is placed under an office, or gets work from it, is nearly always appraised by it: a way of
    its own for that would double every line of the chart. Penugasan keeps its own way beside
    kedudukan, since people look for it.
    """
    tree = {(p.dari, p.ke): p for p in trees.parents(bagan).values()}
    return {
        panah.id: tree[panah.dari, panah.ke].id
        for panah in bagan.panah
        if (panah.dari, panah.ke) in tree
        and panah.id != tree[panah.dari, panah.ke].id
        and panah.relasi != "penugasan"
    }


def tree(bagan: Bagan, grid: Grid) -> list[Line]:
    """Lines of a structure: trunks first, then level ones; lines of a kind share a trunk."""
    below = {panah.id for panah in trees.parents(bagan).values()}
    trunks = _trunks(bagan, below)
    beside = companions(bagan)

    def ease(panah: Panah) -> tuple[bool, bool, bool, int]:
        (x1, y1), (x2, y2) = grid.cells[panah.dari], grid.cells[panah.ke]
        return panah.id not in trunks, y1 != y2, panah.id not in below, abs(x1 - x2) + abs(y1 - y2)

    return [
        Line(
            id=panah.id,
            source=panah.dari,
            target=panah.ke,
            net=f"{panah.dari} {panah.relasi}",
            out=_TRUNK if panah.id in trunks else _ASIDE,
            into=_sides(panah, grid) if panah.id in below else _ANY,
            spread=grid.cells[panah.dari][1] != grid.cells[panah.ke][1],
        )
        for panah in sorted(bagan.panah, key=ease)
        if panah.id not in beside
    ]


def _trunks(bagan: Bagan, below: set[str]) -> set[str]:
    """Lines that leave a box at its foot: those of its strongest relation."""
    lines = [panah for panah in bagan.panah if panah.id in below]
    strongest: dict[str, str] = {}
    for panah in sorted(lines, key=lambda panah: trees.DOWNWARD.index(panah.relasi)):
        strongest.setdefault(panah.dari, panah.relasi)
    return {panah.id for panah in lines if panah.relasi == strongest[panah.dari]}


_TRUNK: dict[Step, float] = {DOWN: 0.0}
_ASIDE: dict[Step, float] = {RIGHT: 0.0, LEFT: 0.5, DOWN: 4.0}
_ANY: dict[Step, float] = {LEFT: 0.0, RIGHT: 0.0, DOWN: 4.0, UP: 8.0}


def _sides(panah: Panah, grid: Grid) -> dict[Step, float]:
    """From above; a hanging box is entered from a side, best from its left."""
    return {RIGHT: 0.0, LEFT: 1.0} if panah.ke in grid.hanging else {DOWN: 0.0}
