"""Long flows in parts that are drawn like any other chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.bagan.draw import Gambar, Kunci, key, layouts
from generator.graph import Bagan
from generator.materi.potong import legible
from generator.materi.salindia.lembar import TERBACA, enlarged
from generator.pages.values import BaganTerbit
from generator.tenaga import Tenaga


@dataclass(frozen=True)
class Bagian:
    """A part of a flow, and the flow that it is a part of."""

    alur: str
    bagan: Bagan

    def publish(self, drawings: Mapping[Kunci, Gambar]) -> BaganTerbit:
        """The part with its drawing."""
        return BaganTerbit(self.bagan, drawings[key(self.bagan)])


def cut_flows(
    charts: Iterable[Bagan], folder: Path, tenaga: Tenaga | None = None
) -> Iterator[Bagian]:
    """The parts of every flow that is too long for one slide, each as large as can be read there.

    Slides in the browser and PowerPoint show these parts. A handbook, whose pages hold more, cuts
    flows for itself (`buku_bagan.choose`). ``folder`` keeps drawings: how large a chart stands is
    known when it is drawn. ``tenaga`` draws; without it, the cores of this machine do.
    """

    def readable(asked: Sequence[Bagan]) -> list[bool]:
        drawn = layouts(asked, folder, tenaga)
        return [enlarged((), one, drawn[key(one)]) >= TERBACA for one in asked]

    flows = [one for one in charts if one.jenis == "mekanisme"]
    for flow, found in zip(flows, legible(flows, readable), strict=True):
        if len(found) > 1:
            yield from (Bagian(flow.id, part) for part in found)


def by_flow(
    bagian: Iterable[tuple[Bagian, BaganTerbit]],
) -> Mapping[str, Sequence[BaganTerbit]]:
    """The drawn parts of each flow of one regency, by the flow's id."""
    found: dict[str, list[BaganTerbit]] = {}
    for part, chart in bagian:
        found.setdefault(part.alur, []).append(chart)
    return found
