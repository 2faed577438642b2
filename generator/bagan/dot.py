"""A chart as DOT: the same value gives the same text, byte for byte.

An invisible grid holds the drawing: nodes of a column share a ``group`` and a heavy chain, nodes of
a row are ``rank=same`` and chained in order. With ``splines=line`` every piece between two of them
is straight; a level piece has no ports, because Graphviz would bend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby, pairwise

from generator.bagan import attributes
from generator.bagan.plan import STRIP, Plan, Run, plan
from generator.bagan.text import quote
from generator.bagan.track import Fine, Spot
from generator.graph import Bagan

Pair = tuple[Spot, Spot]


def dot(bagan: Bagan) -> str:
    """The DOT text of a chart."""
    return text(bagan, plan(bagan))


def text(bagan: Bagan, chart: Plan) -> str:
    """The DOT text of a chart that is already planned."""
    return "\n".join(_lines(bagan, chart)) + "\n"


@lru_cache(maxsize=65536)
def name(spot: Spot) -> str:
    """The name of a node, by its place: ``x3_0y5_1``."""
    return "x{}_{}y{}_{}".format(*spot[0], *spot[1]).replace("-", "m")


def piece_id(one: Spot, two: Spot) -> str:
    """The id of the piece of line between two neighbouring spots, whichever way it is read."""
    return "ruas-" + "-".join(name(spot) for spot in sorted((one, two)))


def _lines(bagan: Bagan, chart: Plan) -> Iterator[str]:
    yield "digraph bagan {"
    yield f"graph [{_list(attributes.graph(bagan))}]"
    yield f"node [{_list(attributes.NODE)}]"
    yield f"edge [{_list(attributes.EDGE)}]"
    yield from _grounds(bagan, chart)
    rows: dict[Fine, list[Spot]] = {rank: [] for rank in chart.ranks}
    for spot in sorted(chart.nodes):
        rows[spot[1]].append(spot)
    for spots in rows.values():
        yield f"{{rank=same; {' '.join(name(spot) for spot in spots)}}}"
    yield from _edges(bagan, chart)
    yield "}"


def _list(values: attributes.Attributes) -> str:
    return " ".join([f"{key}={_value(value)}" for key, value in values.items()])


def _value(value: object) -> str:
    """Labels built by `label` are markup; everything else is quoted."""
    return value.text if isinstance(value, attributes.Markup) else quote(str(value))


def _grounds(bagan: Bagan, chart: Plan) -> Iterator[str]:
    """All nodes, those of a lane or stage inside its ground."""
    grounds: dict[str, list[Spot]] = {}
    for spot in sorted(chart.nodes):
        grounds.setdefault(_ground(bagan, chart, spot), []).append(spot)
    for ground, spots in grounds.items():
        if ground:
            yield f"subgraph {quote(f'cluster_{ground}')} {{"
            yield _list(attributes.ground(bagan, ground)).replace('" ', '"; ')
        for spot in spots:
            found = attributes.node(bagan, spot, chart.nodes[spot])
            yield f"{name(spot)} [{_list(found)}]"
        if ground:
            yield "}"


def _ground(bagan: Bagan, chart: Plan, spot: Spot) -> str:
    """The lane or stage that a node stands on; a gutter belongs to the lane at its left.

    Graphviz keeps the order of a row only inside a ground, or between grounds.
    """
    (x, _), (y, _) = spot
    if x == STRIP:
        return next((f"tahap-{stage}" for stage, rows in _strips(bagan, chart) if y in rows), "")
    columns = chart.grid.columns
    lane = columns[min(max((x - 1) // 2, 0), len(columns) - 1)].lane
    return f"lajur-{lane}" if lane else ""


def _strips(bagan: Bagan, chart: Plan) -> Iterator[tuple[str, range]]:
    """Each stage with the doubled rows of its strip, the channels above and below included."""
    for tahap in bagan.tahap:
        rows = [2 * chart.grid.cells[k.id][1] + 1 for k in bagan.kotak if k.tahap == tahap.id]
        yield tahap.id, range(min(rows) - 1, max(rows) + 2)


def _edges(bagan: Bagan, chart: Plan) -> Iterator[str]:
    """Every visible piece once, then the invisible chains between the others."""
    drawn: dict[Pair, attributes.Attributes] = {}
    for rule in chart.rules:
        drawn |= dict.fromkeys(pairwise(rule), attributes.RULE)
    uses: dict[Pair, list[tuple[Run, int]]] = {}
    for run in chart.runs:
        for number, (one, two) in enumerate(pairwise(run.spots)):
            uses.setdefault((one, two) if one < two else (two, one), []).append((run, number))
    drawn |= {pair: attributes.piece(bagan, found) for pair, found in uses.items()}
    for pair in _neighbours(chart):
        if pair not in drawn:
            drawn[pair] = attributes.CHAIN if pair[0][0] == pair[1][0] else attributes.ORDER
    order = {rank: number for number, rank in enumerate(chart.ranks)}
    for pair in sorted(drawn):
        yield _edge(chart, order, pair, drawn[pair])


def _neighbours(chart: Plan) -> Iterator[Pair]:
    """Nodes next to each other in a column or in a row."""
    for axis in (0, 1):
        spots = sorted(chart.nodes, key=lambda spot: (spot[axis], spot[1 - axis]))
        for _, group in groupby(spots, key=lambda spot: spot[axis]):
            yield from pairwise(group)


def _edge(chart: Plan, order: Mapping[Fine, int], pair: Pair, values: attributes.Attributes) -> str:
    one, two = pair
    extra: attributes.Attributes = {"id": piece_id(one, two)} if "class" in values else {}
    if one[0] == two[0]:
        extra = {**extra, "minlen": order[two[1]] - order[one[1]], "weight": 100}
        ports = ("s", "n")
        ends = [
            f"{name(spot)}:{port}" if chart.nodes[spot].box else name(spot)
            for spot, port in zip(pair, ports, strict=True)
        ]
    else:
        ends = [name(one), name(two)]
    if "class" not in values:
        return f"{ends[0]} -> {ends[1]} [{_hidden(extra.get('minlen'))}]"
    clips = {
        key: "false"
        for key, spot in (("tailclip", one), ("headclip", two))
        if chart.nodes[spot].box is None and not chart.nodes[spot].words
    }
    return f"{ends[0]} -> {ends[1]} [{_list({**extra, **clips, **values})}]"


@lru_cache(maxsize=256)
def _hidden(minlen: int | None) -> str:
    """The attributes of an invisible piece; an upright one keeps its column straight."""
    if minlen is None:
        return _list(attributes.ORDER)
    return _list({"minlen": minlen, "weight": 100, **attributes.CHAIN})
