"""The page of search: a form, and the place where the script writes what it finds."""

from __future__ import annotations

from generator import links
from generator.pages.template import fill
from generator.pages.values import Halaman, Situs, Tautan


def page(situs: Situs) -> Halaman:
    """The page; without a script it leads to the texts, the units and the glossary."""
    return Halaman(
        alamat=links.SEARCH,
        judul="Cari",
        deskripsi="Cari dalam naskah, bagan, alur, Perangkat Daerah, istilah, dan peran semua "
        "daerah.",
        isi=fill("cari.html", daerah=sorted(situs.daerah, key=lambda daerah: daerah.nama)),
        remah=(Tautan("Beranda", links.HOME),),
    )
