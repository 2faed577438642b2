"""Long flows in parts that are drawn like any other chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.bagan.draw import Gambar, Kunci, key
from generator.graph import Bagan
from generator.materi.potong import parts
from generator.pages.values import BaganTerbit


@dataclass(frozen=True)
class Bagian:
    """A part of a flow, and the flow that it is a part of."""

    alur: str
    bagan: Bagan

    def publish(self, drawings: Mapping[Kunci, Gambar]) -> BaganTerbit:
        """The part with its drawing."""
        return BaganTerbit(self.bagan, drawings[key(self.bagan)])


def cut_flows(charts: Iterable[Bagan]) -> Iterator[Bagian]:
    """The parts of every flow that is too long for one slide."""
    for chart in charts:
        if chart.jenis == "mekanisme":
            found = parts(chart)
            if len(found) > 1:
                yield from (Bagian(chart.id, part) for part in found)


def by_flow(
    bagian: Iterable[tuple[Bagian, BaganTerbit]],
) -> Mapping[str, Sequence[BaganTerbit]]:
    """The drawn parts of each flow of one regency, by the flow's id."""
    found: dict[str, list[BaganTerbit]] = {}
    for part, chart in bagian:
        found.setdefault(part.alur, []).append(chart)
    return found
