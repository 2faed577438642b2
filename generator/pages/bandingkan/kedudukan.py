"""``/bandingkan/kedudukan/<jenis>/``: the structures of one kind of unit beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.banding.kalimat import listed
from generator.pages.bandingkan import jajar
from generator.pages.template import fill
from generator.pages.values import Halaman, Situs, Tautan


def kinds(situs: Situs) -> tuple[Tautan, ...]:
    """The kinds of unit that more than one regulation places, with their pages."""
    return tuple(
        Tautan(word.nama, links.compared_unit(kind))
        for kind, word in situs.kosakata.jenis_unit.items()
        if _placed(situs, kind)
    )


def address(situs: Situs, kind: str) -> str:
    """The page of a kind of unit; empty where fewer than two regulations place it."""
    return links.compared_unit(kind) if _placed(situs, kind) else ""


def pages(situs: Situs) -> Iterator[Halaman]:
    """One page for each kind of unit that can be compared."""
    for kind, word in situs.kosakata.jenis_unit.items():
        if not _placed(situs, kind):
            continue
        without = [daerah.slug for daerah in situs.daerah if kind not in daerah.pola]
        asked = [row for row in situs.matriks.baris if row.aspek.unit == kind]
        yield Halaman(
            alamat=links.compared_unit(kind),
            judul=f"Kedudukan di {word.nama} – Bandingkan",
            deskripsi=f"Kedudukan Pejabat Fungsional dan pelaksana di {word.nama} menurut "
            "setiap peraturan, berdampingan.",
            isi=fill(
                "bandingkan/kedudukan.html",
                kata=word,
                mini=tuple(jajar.structures(situs, kind)),
                tanpa=listed(without, situs.matriks.nama),
                aspek=asked,
            ),
            remah=(Tautan("Beranda", links.HOME), Tautan("Bandingkan", links.COMPARE)),
            gaya=("bandingkan",),
        )


def _placed(situs: Situs, kind: str) -> bool:
    return sum(kind in daerah.pola for daerah in situs.daerah) > 1
