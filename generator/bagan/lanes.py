"""The grid of a flow: a lane for each actor, a row for each step."""

from __future__ import annotations

from generator.bagan.grid import Column, Grid
from generator.graph import Bagan, Kotak
from generator.model import TIDAK_DIATUR

LEFT, MIDDLE, RIGHT = "kiri", "tengah", "kanan"

#: lane and part of the lane (left, middle, right), row
Seat = tuple[str, str, int]


def head(lane: str) -> str:
    """The cell of a lane's title."""
    return f"judul-{lane}"


def band(stage: str) -> str:
    """The title of a stage."""
    return f"tahap-{stage}"


def place(bagan: Bagan) -> Grid:
    """Titles in row 0, then one row a step; what is unregulated stands beside its decision."""
    rows, rules = _rows(bagan)
    seats = {head(lajur.id): (lajur.id, MIDDLE, 0) for lajur in bagan.lajur}
    seats |= {k.id: (k.lajur or "", MIDDLE, rows[k.id]) for k in bagan.kotak if k.id in rows}
    for kotak in bagan.kotak:
        if kotak.id not in rows:
            seats[kotak.id] = _beside(bagan, kotak, seats)
    columns = _columns(bagan, seats)
    index = {column.id: number for number, column in enumerate(columns)}
    return Grid(
        columns=columns,
        rows=max(row for _, _, row in seats.values()) + 1,
        cells={key: (index[f"{lane}.{part}"], row) for key, (lane, part, row) in seats.items()},
        rules=frozenset(rules),
        feet=True,
    )


def _rows(bagan: Bagan) -> tuple[dict[str, int], list[int]]:
    """The row of each step and end, and the rows between two stages."""
    rows: dict[str, int] = {}
    rules: list[int] = []
    row, stage = 1, None
    for kotak in bagan.kotak:
        if kotak.jenis == TIDAK_DIATUR and _fits(bagan, kotak):
            continue
        if rows and kotak.tahap != stage:
            rules.append(row)
            row += 1
        rows[kotak.id], stage = row, kotak.tahap
        row += 1
    return rows, rules


def _fits(bagan: Bagan, kotak: Kotak) -> bool:
    """Two open branches find room beside a decision; a third takes a row of its own."""
    source = _source(bagan, kotak)
    ends = (kotak for kotak in bagan.kotak if kotak.jenis == TIDAK_DIATUR)
    beside = [end.id for end in ends if _source(bagan, end) == source]
    return beside.index(kotak.id) < 2


def _source(bagan: Bagan, kotak: Kotak) -> str:
    return next(panah.dari for panah in bagan.panah if panah.ke == kotak.id)


def _beside(bagan: Bagan, kotak: Kotak, seats: dict[str, Seat]) -> Seat:
    """The side of the decision that its other branches do not need."""
    source = _source(bagan, kotak)
    lane, _, row = seats[source]
    order = [lajur.id for lajur in bagan.lajur]
    others = [seats[p.ke][0] for p in bagan.panah if p.dari == source and p.ke in seats]
    onward = sum(order.index(other) - order.index(lane) for other in others)
    sides = (LEFT, RIGHT) if onward > 0 else (RIGHT, LEFT)
    taken = set(seats.values())
    return next((lane, side, row) for side in sides if (lane, side, row) not in taken)


def _columns(bagan: Bagan, seats: dict[str, Seat]) -> tuple[Column, ...]:
    used = {(lane, part) for lane, part, _ in seats.values()}
    return tuple(
        Column(f"{lajur.id}.{part}", lajur.id)
        for lajur in bagan.lajur
        for part in (LEFT, MIDDLE, RIGHT)
        if (lajur.id, part) in used
    )
