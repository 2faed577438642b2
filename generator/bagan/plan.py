"""Nodes and pieces of line on the fine grid: everything DOT needs, before it is text.

Lines are cut at every invisible point they pass, so that each piece is straight by construction;
`svg` joins the pieces of an arrow into one path again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.bagan import doors, lanes, lines, tree
from generator.bagan.grid import Grid
from generator.bagan.route import Way, route
from generator.bagan.track import Fine, Spot, Tracks, assign
from generator.graph import Bagan, Panah
from generator.model import TIDAK_DIATUR

#: The column of the stages, left of everything; the ranks for words above and below the tracks.
STRIP = -2
WORDS = -1
WORDS_BELOW = 99


#: A relation, and what one of its lines is called.
Words = tuple[str, str]


@dataclass(frozen=True)
class Node:
    """A box (or title) by its id, words on lines, room for words, or a point.

    ``words`` are pairs of a relation and what its line is called; ``gutter`` is given where a line
    runs upright between columns: the words of the branch that turns there, else empty.
    """

    box: str | None = None
    words: tuple[Words, ...] = ()
    room: str | None = None
    gutter: str | None = None


@dataclass(frozen=True)
class Run:
    """An arrow as the spots it passes, from its source to its target.

    ``beside`` is 0, or for an arrow that runs along another one the number of its relation.
    ``shift`` tells how far from the middle of its side it leaves and enters, in steps.
    """

    panah: Panah
    spots: tuple[Spot, ...]
    beside: int = 0
    shift: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Plan:
    """A chart on the fine grid; ``ranks`` are all its rows from the top."""

    grid: Grid
    ranks: tuple[Fine, ...]
    nodes: Mapping[Spot, Node]
    runs: tuple[Run, ...]
    rules: tuple[tuple[Spot, ...], ...] = ()


def plan(bagan: Bagan) -> Plan:
    """Place the boxes, route the lines, and find every point that they need."""
    flow = bagan.jenis == "mekanisme"
    grid = lanes.place(bagan) if flow else tree.place(bagan)
    ways = route(grid, lines.flow(bagan, grid) if flow else lines.tree(bagan, grid))
    tracks = assign(ways)
    words = {} if flow else _words(bagan, ways, tracks)
    ranks = _ranks(grid, (spot for way in ways for spot in tracks.spots(way)), words)
    rules = tuple(tuple(_rule(grid, row)) for row in sorted(grid.rules))
    nodes = {_spot(cell): Node(box=box) for box, cell in grid.cells.items()} | words
    extra = [spot for rule in rules for spot in rule]
    extra += [spot for way in ways for spot in _passed(tracks.spots(way), ranks)]
    if flow:
        nodes |= _stages(bagan, grid, ranks) | _rooms(bagan, grid)
        busy = {y for (x, _), y in extra if x % 2 == 0} | {ranks[-1]}
        extra += _poles(grid, [rank for rank in ranks if rank in busy])
    nodes = {spot: Node() for spot in extra} | nodes
    if flow:
        nodes |= _gutters(bagan, nodes, ways, tracks)
    spots = {way.line.id: _through(tracks.spots(way), nodes) for way in ways}
    return Plan(grid, ranks, nodes, tuple(_runs(bagan, spots, doors.shifts(ways))), rules)


def _runs(
    bagan: Bagan,
    spots: Mapping[str, tuple[Spot, ...]],
    shifts: Mapping[str, tuple[float, float]],
) -> Iterator[Run]:
    """Every arrow with its spots; companions are numbered by relation, 0 is a line of its own."""
    along = {} if bagan.jenis == "mekanisme" else lines.companions(bagan)
    kinds = list(dict.fromkeys(panah.relasi for panah in bagan.panah if panah.id in along))
    for panah in bagan.panah:
        trunk = along.get(panah.id, panah.id)
        number = kinds.index(panah.relasi) + 1 if panah.id in along else 0
        yield Run(panah, spots[trunk], number, shifts.get(trunk, (0.0, 0.0)))


def _spot(cell: tuple[int, int]) -> Spot:
    return (2 * cell[0] + 1, 0), (2 * cell[1] + 1, 0)


def _ranks(grid: Grid, spots: Iterable[Spot], words: Mapping[Spot, Node]) -> tuple[Fine, ...]:
    """Rows and the tracks of channels; a channel has at least one, so that rows keep a distance."""
    rows = {(2 * row + 1, 0) for row in range(grid.rows)}
    last = grid.rows + (1 if grid.feet else 0)
    between = {(2 * row, 0) for row in range(1, last)}
    return tuple(sorted(rows | between | {y for _, y in (*spots, *words)}))


def _words(bagan: Bagan, ways: Sequence[Way], tracks: Tracks) -> dict[Spot, Node]:
    """What relations are called: once for each net if that holds for all its lines.

    Words that hold for one line only stand on its own last piece, not on the trunk it shares.
    """
    arrows = {panah.id: panah for panah in bagan.panah}
    along = lines.companions(bagan)
    nets: dict[str, list[Way]] = {}
    for way in ways:
        nets.setdefault(way.line.net, []).append(way)
    found: dict[Spot, Node] = {}
    for net in nets.values():
        texts = [tuple(_called(way.line.id, arrows, along)) for way in net]
        shared = len(set(texts)) == 1
        trunk = texts[0] if shared else tuple(_common(arrows[net[0].line.id]))
        if trunk:
            found[_first_room(tracks.spots(net[0]))] = Node(words=trunk)
        for way, text in zip(net, texts, strict=True):
            own = tuple(_without(text, trunk))
            if own and not shared:
                found[_last_room(tracks.spots(way))] = Node(words=own)
    return found


def _common(panah: Panah) -> Iterator[Words]:
    """The name of a relation; a plain line of kedudukan needs none."""
    if panah.relasi != "kedudukan":
        yield panah.relasi, panah.nama


def _called(line: str, arrows: Mapping[str, Panah], along: Mapping[str, str]) -> Iterator[Words]:
    """The words of a line, and of the lines that run along it and have words of their own."""
    beside = [arrows[key] for key, trunk in along.items() if trunk == line and arrows[key].label]
    for panah in (arrows[line], *beside):
        name = "" if panah.relasi == "kedudukan" else panah.nama
        if text := ": ".join(part for part in (name, panah.label) if part):
            yield panah.relasi, text


def _without(words: Iterable[Words], trunk: tuple[Words, ...]) -> Iterator[Words]:
    """What the words on the trunk do not already say."""
    said = dict(trunk)
    for relation, text in words:
        if own := text.removeprefix(said.get(relation, "")).removeprefix(": "):
            yield relation, own


def _first_room(spots: Sequence[Spot]) -> Spot:
    """In the first channel that an upright piece crosses, or in the gutter of a level line."""
    for (x1, y1), (x2, y2) in pairwise(spots):
        if x1 == x2:
            return x1, ((y1[0] + (1 if y1 < y2 else -1)) // 2 * 2, WORDS)
    (x, y), (end, _) = spots[0], spots[-1]
    return (x[0] + (1 if end > x else -1), 0), y


def _last_room(spots: Sequence[Spot]) -> Spot:
    """Right above the target, below the tracks; a line that comes from a side has its gutter."""
    (x1, y1), (x2, y2) = spots[-2:]
    if x1 == x2 and y1 < y2:
        return x1, (y2[0] - 1, WORDS_BELOW)
    return _first_room(spots)


def _rule(grid: Grid, row: int) -> Iterator[Spot]:
    """The points of the line between two stages: the strip, every column, the right edge."""
    for x in (STRIP, *range(1, 2 * len(grid.columns) + 2, 2)):
        yield (x, 0), (2 * row + 1, 0)


def _stages(bagan: Bagan, grid: Grid, ranks: Sequence[Fine]) -> dict[Spot, Node]:
    """The title of each stage beside its first row, and points at the ends of its strip."""
    nodes: dict[Spot, Node] = {}
    for tahap in bagan.tahap:
        rows = [2 * grid.cells[k.id][1] + 1 for k in bagan.kotak if k.tahap == tahap.id]
        near = [rank for rank in ranks if min(rows) - 1 <= rank[0] <= max(rows) + 1]
        nodes |= {((STRIP, 0), rank): Node() for rank in (near[0], near[-1])}
        nodes[(STRIP, 0), (min(rows), 0)] = Node(box=lanes.band(tahap.id))
    return nodes


def _rooms(bagan: Bagan, grid: Grid) -> dict[Spot, Node]:
    """Room for the words of a branch between a decision and the box right beside it."""
    ends = {kotak.id for kotak in bagan.kotak if kotak.jenis == TIDAK_DIATUR}
    nodes = {}
    for panah in bagan.panah:
        (x1, y1), (x2, y2) = grid.cells[panah.dari], grid.cells[panah.ke]
        if panah.ke in ends and y1 == y2:
            nodes[(x1 + x2 + 1, 0), (2 * y1 + 1, 0)] = Node(room=panah.label or "")
    return nodes


def _gutters(
    bagan: Bagan, nodes: Mapping[Spot, Node], ways: Sequence[Way], tracks: Tracks
) -> dict[Spot, Node]:
    """Room beside lines that run upright between columns, and for the words where one turns.

    Without it a line would run close along the boxes or the border of its lane, and the words of a
    branch would stand across that border.
    """
    labels = {panah.id: panah.label or "" for panah in bagan.panah}
    rooms: dict[Spot, Node] = {}
    for way in ways:
        corners = tracks.spots(way)
        for one, two in pairwise(corners):
            if one[0] == two[0] and one[0][0] % 2 == 0:
                ends = sorted((one, two))
                passed = (s for s in nodes if s[0] == one[0] and ends[0] <= s <= ends[1])
                rooms |= {s: Node(gutter="") for s in passed if nodes[s] == Node()}
    for way in ways:
        first, turn = tracks.spots(way)[:2]
        if first[1] == turn[1] and turn in rooms:
            rooms[turn] = Node(gutter=labels[way.line.id])
    return rooms


def _poles(grid: Grid, ranks: Sequence[Fine]) -> list[Spot]:
    """A point of each lane in ranks with a line between lanes: it keeps that line in its place."""
    columns = enumerate(grid.columns)
    columns = enumerate(grid.columns)
    poles = [number for number, column in columns if column.id.endswith(lanes.MIDDLE)]
    return [((2 * number + 1, 0), rank) for number in poles for rank in ranks]


def _passed(spots: Sequence[Spot], ranks: Sequence[Fine]) -> Iterator[Spot]:
    """The corners, and every rank that an upright piece passes: so it stays a column."""
    for (x1, y1), (x2, y2) in pairwise(spots):
        low, high = sorted((y1, y2))
        if x1 == x2:
            yield from ((x1, rank) for rank in ranks if low <= rank <= high)
        else:
            yield from ((x1, y1), (x2, y2))


def _through(spots: Sequence[Spot], nodes: Mapping[Spot, Node]) -> tuple[Spot, ...]:
    """The spots of a way with all nodes that lie on its pieces in between."""
    passed = [spots[0]]
    for one, two in pairwise(spots):
        low, high = sorted((one, two))
        axis = 0 if one[0] == two[0] else 1
        on = sorted(s for s in nodes if low < s < high and s[axis] == one[axis])
        passed += [*(on if one < two else reversed(on)), two]
    return tuple(passed)
