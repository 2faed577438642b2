"""Several lines at one side of a box: how far from its middle each of them is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.bagan.route import Point, Way

#: A box and one of its sides: -1 left, 1 right, 0 above or below.
Door = tuple[str, int]


def shifts(ways: Sequence[Way]) -> Mapping[str, tuple[float, float]]:
    """For each line its shift at the source and at the target, in steps, downwards positive.

    Lines that turn up leave above those that run on, and those above the ones that turn down:
    so they do not cross at once. Only lines that allow it (``spread``) are shifted.
    """
    turns: dict[Door, dict[str, int]] = {}
    for way in ways:
        for door, turn in (_leaving(way), _entering(way)):
            turns.setdefault(door, {}).setdefault(way.line.net, turn)
    return {
        way.line.id: (
            _shift(turns[_leaving(way)[0]], way.line.net),
            _shift(turns[_entering(way)[0]], way.line.net),
        )
        for way in ways
        if way.line.spread
    }


def _shift(nets: Mapping[str, int], net: str) -> float:
    order = sorted(nets, key=lambda one: (nets[one], one))
    return order.index(net) - (len(order) - 1) / 2


def _leaving(way: Way) -> tuple[Door, int]:
    return _door(way.line.source, way.cells)


def _entering(way: Way) -> tuple[Door, int]:
    return _door(way.line.target, way.cells[::-1])


def _door(box: str, cells: Sequence[Point]) -> tuple[Door, int]:
    """The side that a way uses, and where it first turns: up -1, down 1, or 0.

    Above and below a box there is one net only, so each of those counts as a door of its own.
    """
    (x, y), (to, _) = cells[:2]
    if to == x:
        return (f"{box} {cells[1][1] - y}", 0), 0
    turn = next((1 if below > y else -1 for _, below in cells if below != y), 0)
    return (box, to - x), turn
