"""What the templates of every page know of the whole site."""

from __future__ import annotations

from datetime import date

from generator import __version__, links
from generator.bahasa import tanggal
from generator.pages.values import MANY, Situs


def about(situs: Situs) -> dict[str, object]:
    """Version, date of the newest source, and the regencies, where they are few enough to list."""
    regencies = sorted(situs.daerah, key=lambda daerah: daerah.nama)
    return {
        "versi": __version__,
        "data_per": tanggal(newest(situs)) if situs.daerah else "",
        "banyak_daerah": len(regencies),
        "daerah": [
            {"judul": daerah.nama, "alamat": links.overview(daerah.slug).removeprefix("~/")}
            for daerah in (regencies if len(regencies) <= MANY else ())
        ],
    }


def newest(situs: Situs) -> date:
    """The day on which the newest source was received."""
    return max((daerah.diterima for daerah in situs.daerah), default=date(1980, 1, 1))
