"""Regencies as training material is made from them, without the site around them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.bagan.draw import draw, layouts
from generator.materi import compose_deck
from generator.materi.kolam import offers, pool
from generator.materi.kuis import questions
from generator.materi.nilai import Dek
from generator.materi.semua import cut_flows
from generator.model import Kosakata
from generator.pages.values import BaganTerbit, DaerahTerbit
from generator.project import approve, read_project, validate_project
from generator.susun import compose


@dataclass(frozen=True)
class Bahan:
    """What a deck is written from: the regency, its deck, where its charts are kept."""

    daerah: DaerahTerbit
    dek: Dek
    kosakata: Kosakata
    folder: Path

    @property
    def tata(self):
        """The numbers of all charts of the deck."""
        charts = [slide.bagan.bagan for slide in self.dek.slide if slide.bagan]
        return layouts(list(dict.fromkeys(charts)), self.folder)


def decks(root: Path) -> tuple[Bahan, ...]:
    """The deck of every regency of the project."""
    folder = root / "build" / "bagan"
    kosakata, files = read_project(root)
    checked = approve(validate_project(kosakata, files))
    kolam = pool(offers(one.data, kosakata, one.rujuk) for one in checked)
    found = []
    for one in checked:
        composed = compose(one, kosakata)
        parts = tuple(cut_flows(composed.bagan, folder))
        pictures = draw([*composed.digambar, *(part.bagan for part in parts)], folder).gambar
        daerah = composed.publish(pictures)
        cut: dict[str, list[BaganTerbit]] = {}
        for part in parts:
            cut.setdefault(part.alur, []).append(part.publish(pictures))
        dek = compose_deck(daerah, kosakata, questions(daerah, kosakata, kolam), cut)
        found.append(Bahan(daerah, dek, kosakata, folder))
    return tuple(found)
