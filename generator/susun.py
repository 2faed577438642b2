"""Compose: what of one regency is drawn, and the regency as it is published once it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.bagan.build import alur, struktur
from generator.bagan.draw import Gambar, Kunci, key
from generator.graph import Bagan
from generator.jawaban import Daftar, all_answers
from generator.jawaban import charts as small_charts
from generator.model import Kosakata
from generator.pages.values import BaganTerbit, DaerahTerbit
from generator.project import DaerahTerperiksa


@dataclass(frozen=True)
class Susunan:
    """A regency with its charts, every answer about it, and the small charts of the answers."""

    daerah: DaerahTerperiksa
    bagan: tuple[Bagan, ...]
    jawaban: Daftar
    penilaian: tuple[Bagan, ...]

    @property
    def digambar(self) -> tuple[Bagan, ...]:
        """Everything that is drawn."""
        return self.bagan + self.penilaian

    def publish(self, drawings: Mapping[Kunci, Gambar]) -> DaerahTerbit:
        """The regency with its drawings."""
        item = self.daerah
        return DaerahTerbit(
            item.terbaca.data,
            item.terbaca.naskah,
            item.neraca,
            item.rujuk,
            tuple(BaganTerbit(chart, drawings[key(chart)]) for chart in self.bagan),
            self.jawaban,
            {chart.id: drawings[key(chart)] for chart in self.penilaian},
        )


def compose(item: DaerahTerperiksa, kosakata: Kosakata) -> Susunan:
    """Build the charts of a regency and answer everything that can be asked about it."""
    answers = all_answers(item.terbaca.data, kosakata, item.rujuk)
    small = small_charts(item.terbaca.data, kosakata, answers)
    return Susunan(item, tuple(chart_regency(item, kosakata)), answers, tuple(small))


def chart_regency(item: DaerahTerperiksa, kosakata: Kosakata) -> Iterator[Bagan]:
    """Every chart of a regency: structures of kedudukan and penugasan, and flows."""
    data = item.terbaca.data
    for pola in data.kedudukan.pola:
        yield struktur(pola, "kedudukan", data.daerah, kosakata, item.rujuk)
    for assignment in data.penugasan.struktur:
        placed = [pola for pola in data.kedudukan.pola if pola.id in assignment.pola]
        yield struktur(assignment, "penugasan", data.daerah, kosakata, item.rujuk, placed)
    for flow in data.mekanisme.mekanisme:
        yield alur(flow, data.daerah, kosakata, item.rujuk)
