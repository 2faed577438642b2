"""The way around a regency: its navigation and the crumbs that lead to a page."""

from __future__ import annotations

from generator import links
from generator.pages.values import DaerahTerbit, Menu, Tautan

#: The pages of a regency in reading order, with their titles in the navigation.
PAGES = {
    "peraturan": "Peraturan",
    "lampiran": "Lampiran",
    "kedudukan": "Kedudukan",
    "penugasan": "Penugasan",
    "mekanisme": "Mekanisme kerja",
    "perangkat-daerah": "Perangkat Daerah",
    "peran": "Peran",
    "surat": "Surat",
    "kuis": "Kuis",
    "temuan": "Temuan",
}


def menu(daerah: DaerahTerbit) -> tuple[Menu, ...]:
    """Every page of a regency; the flows stand below their list."""
    flows = tuple(
        Menu(flow.judul, links.flow(daerah.slug, flow.id))
        for flow in daerah.data.mekanisme.mekanisme
    )
    return (
        Menu(daerah.nama, links.overview(daerah.slug)),
        *(
            Menu(title, links.section(daerah.slug, name), flows if name == "mekanisme" else ())
            for name, title in PAGES.items()
            if name != "lampiran" or daerah.naskah.lampiran is not None
        ),
    )


def crumbs(daerah: DaerahTerbit, *between: Tautan) -> tuple[Tautan, ...]:
    """The pages above a page, from the home page down."""
    return (
        Tautan("Beranda", links.HOME),
        Tautan(daerah.nama, links.overview(daerah.slug)),
        *between,
    )
