"""The decks of all regencies, with long flows in parts that are drawn like any other chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.bagan.draw import Gambar, Kunci, key
from generator.graph import Bagan
from generator.materi.dek import compose_deck
from generator.materi.kolam import collect
from generator.materi.kuis import questions
from generator.materi.nilai import Dek
from generator.materi.potong import parts
from generator.pages.values import BaganTerbit, Situs


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


def compose_decks(situs: Situs, bagian: Sequence[tuple[Bagian, BaganTerbit]]) -> tuple[Dek, ...]:
    """The deck of each regency, in the order of the site; ``bagian`` are the drawn parts."""
    pool = collect([(daerah.data, daerah.rujuk) for daerah in situs.daerah], situs.kosakata)
    drawn: dict[str, dict[str, list[BaganTerbit]]] = {}
    for part, chart in bagian:
        drawn.setdefault(part.bagan.slug, {}).setdefault(part.alur, []).append(chart)
    return tuple(
        compose_deck(
            daerah,
            situs.kosakata,
            questions(daerah, situs.kosakata, pool),
            drawn.get(daerah.slug, {}),
        )
        for daerah in situs.daerah
    )
