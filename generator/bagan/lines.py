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
    """Lines that run along another: the same two boxes, joined by kedudukan and one thing more.

    Who is placed under an office is nearly always appraised by it: a second way for that would
    double every line of the chart. Penugasan keeps a way of its own, since people look for it.
    """
    trunks = {
        (panah.dari, panah.ke): panah.id for panah in bagan.panah if panah.relasi == "kedudukan"
    }
    return {
        panah.id: trunks[panah.dari, panah.ke]
        for panah in bagan.panah
        if panah.relasi not in ("kedudukan", "penugasan") and (panah.dari, panah.ke) in trunks
    }


def tree(bagan: Bagan, grid: Grid) -> list[Line]:
    """Lines of a structure: those that make the tree first; lines of a kind share a trunk."""
    first = {panah.id for panah in trees.parents(bagan).values()}
    beside = companions(bagan)
    main = {panah.dari: panah.relasi for panah in reversed(bagan.panah) if panah.id in first}

    def ease(panah: Panah) -> tuple[bool, bool, bool, int]:
        (x1, y1), (x2, y2) = grid.cells[panah.dari], grid.cells[panah.ke]
        other = panah.relasi != main.get(panah.dari)
        return panah.id not in first, other, y1 != y2, abs(x1 - x2) + abs(y1 - y2)

    return [
        Line(
            id=panah.id,
            source=panah.dari,
            target=panah.ke,
            net=f"{panah.dari} {panah.relasi}",
            out=_TRUNK if panah.id in first and panah.relasi == main[panah.dari] else _ASIDE,
            into=_sides(panah, grid) if panah.id in first else _ANY,
        )
        for panah in sorted(bagan.panah, key=ease)
        if panah.id not in beside
    ]


_TRUNK: dict[Step, float] = {DOWN: 0.0}
_ASIDE: dict[Step, float] = {RIGHT: 0.0, LEFT: 0.5, DOWN: 4.0}
_ANY: dict[Step, float] = {LEFT: 0.0, RIGHT: 0.0, DOWN: 4.0, UP: 8.0}


def _sides(panah: Panah, grid: Grid) -> dict[Step, float]:
    """From above; a hanging box is entered from its left."""
    return {RIGHT: 0.0} if panah.ke in grid.hanging else {DOWN: 0.0}
