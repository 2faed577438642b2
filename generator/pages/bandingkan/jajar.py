"""Small charts side by side, with ids of their own and links to the charts in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.bagan.svg import prefixed
from generator.banding.sejajar import TERCETAK, JenisAlur
from generator.pages.values import BaganTerbit, Situs


@dataclass(frozen=True)
class Mini:
    """A small chart: whose it is, what it shows, where it stands in full, and its drawing."""

    daerah: str
    judul: str
    alamat: str
    svg: str


def kind_of_flow(situs: Situs, kind: str | None) -> JenisAlur | None:
    """The flows of a kind side by side, if more than one regulation has it."""
    return next((found for found in situs.alur_banding if found.id == kind), None)


def flows(situs: Situs, kind: JenisAlur) -> Iterator[Mini]:
    """Every drawn flow of a kind, the base first, lanes in the same order."""
    for number, flow in enumerate(kind.alur):
        drawn = BaganTerbit(flow.bagan, situs.gambar_banding[flow.slug, "mekanisme", flow.bagan.id])
        full = links.flow(flow.slug, flow.mekanisme.id)
        yield _mini(flow.nama, flow.mekanisme.judul, full, drawn, number)


def structures(situs: Situs, kind: str) -> Iterator[Mini]:
    """The structures to which units of a kind belong, of the first regulations that have any."""
    with_any = [daerah for daerah in situs.daerah if kind in daerah.pola]
    number = 0
    for daerah in with_any[:TERCETAK]:
        for pola in daerah.pola[kind]:
            chart = daerah.gambar["kedudukan", pola]
            name = daerah.identitas.nama_singkat
            yield _mini(name, chart.bagan.judul, chart.alamat, chart, number)
            number += 1


def _mini(name: str, title: str, full: str, chart: BaganTerbit, number: int) -> Mini:
    return Mini(name, title, full, prefixed(chart.gambar.svg, f"jajar-{number}"))
