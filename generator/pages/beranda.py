"""The home page: what this is, and the regencies to choose from."""

from __future__ import annotations

from generator import links
from generator.pages.template import fill
from generator.pages.values import Halaman, Situs


def page(situs: Situs) -> Halaman:
    """The home page."""
    return Halaman(
        alamat=links.HOME,
        judul="Peta Kerja",
        deskripsi="Penjelajah peraturan sistem kerja aparatur sipil negara: naskah, bagan, dan "
        "alur, setiap kotaknya dengan kutipan pasalnya.",
        isi=fill("beranda.html", situs=situs),
    )
