"""The twin of a structure chart in words: the same boxes and lines as a nested list."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph import Bagan, Kotak, Panah

_MAIN = "kedudukan"


@dataclass(frozen=True)
class Hubungan:
    """A line other than kedudukan, told from one of its ends."""

    panah: Panah
    lawan: Kotak
    keluar: bool


@dataclass(frozen=True)
class Cabang:
    """A box, the lines at it, and the boxes below it; ``garis`` is the line from above."""

    kotak: Kotak
    garis: Panah | None
    hubungan: tuple[Hubungan, ...]
    anak: tuple[Cabang, ...]


def outline(bagan: Bagan) -> tuple[Cabang, ...]:
    """Every box once, below the box to which it belongs; boxes outside the order come last."""
    boxes = {box.id: box for box in bagan.kotak}
    below = [line for line in bagan.panah if line.relasi == _MAIN]
    told: set[str] = set()

    def branch(box: Kotak, line: Panah | None) -> Cabang:
        told.add(box.id)
        relations = [
            Hubungan(
                other, boxes[other.ke if other.dari == box.id else other.dari], other.dari == box.id
            )
            for other in bagan.panah
            if other.relasi != _MAIN and box.id in (other.dari, other.ke)
        ]
        children = []
        for down in below:
            if down.dari == box.id and down.ke not in told:
                children.append(branch(boxes[down.ke], down))
        return Cabang(box, line, tuple(relations), tuple(children))

    lower = {line.ke for line in below}
    roots = [branch(box, None) for box in bagan.kotak if box.id not in lower]
    # A ring of superiors has no top: its boxes are told all the same.
    rest = [branch(box, None) for box in bagan.kotak if box.id not in told]
    return (*roots, *rest)
