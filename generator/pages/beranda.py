"""The home page: choose a regency, search, ask, compare, train; and what to rely on."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from generator import links
from generator.pages.menu import PAGES
from generator.pages.template import fill
from generator.pages.values import Halaman, Situs

#: More regencies than this are a list with a filter; as many or fewer are cards.
CARDS = 12


@dataclass(frozen=True)
class Pintu:
    """A way in: its title and a few words; ``utama`` ones are questions."""

    alamat: str
    judul: str
    isi: str
    utama: bool = False


#: In order of use. Only those whose page exists in a build are shown.
_DOORS = (
    Pintu(
        links.ask(),
        "Siapa penilai kinerja saya?",
        "Juga siapa yang dapat menugaskan dan kepada siapa melapor.",
        utama=True,
    ),
    Pintu(
        links.ask_flow(),
        "Alur mana yang saya tempuh?",
        "Langkahnya, suratnya, isi suratnya, dan tembusannya.",
        utama=True,
    ),
    Pintu(links.COMPARE, "Bandingkan daerah", "Hal yang sama, diatur berbeda."),
    Pintu(links.TRAINING, "Bahan sosialisasi", "Salindia dan bahan cetak, juga tanpa internet."),
    Pintu(links.GLOSSARY, "Istilah", "Setiap istilah dan definisinya."),
    Pintu(links.FINDINGS, "Temuan", "Celah, pertentangan, dan koreksi naskah."),
)
#: What a reader goes back to in one's own regency.
_SHORTCUTS = ("peraturan", "kedudukan", "mekanisme", "perangkat-daerah")


def page(situs: Situs, ada: Set[str]) -> Halaman:
    """The home page; ``ada`` holds the addresses of the pages that this build has."""
    return Halaman(
        alamat=links.HOME,
        judul="Peta Kerja",
        deskripsi="Penjelajah peraturan sistem kerja aparatur sipil negara: naskah, bagan, dan "
        "alur, setiap kotaknya dengan kutipan pasalnya.",
        isi=fill(
            "beranda.html",
            daerah=sorted(situs.daerah, key=lambda daerah: daerah.nama),
            kartu=len(situs.daerah) <= CARDS,
            cari=links.SEARCH in ada,
            pintu=[door for door in _DOORS if door.alamat.partition("?")[0] in ada],
            pintasan=[(name, PAGES[name]) for name in _SHORTCUTS],
        ),
        gaya=("beranda",),
        skrip=("daerah",),
    )
