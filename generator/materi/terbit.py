"""All training material of a site: decks as pages, and the files that take long to make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator import links
from generator.materi.banding import compare_deck
from generator.materi.buku_bahan import bahan as printed
from generator.materi.nilai import Dek
from generator.materi.salindia.bahan import bahan as slideshows
from generator.materi.salindia.bahan import files
from generator.materi.semua import Bagian, compose_decks
from generator.materi.simpanan import Bahan, Jadi, Kabar, kept, make
from generator.materi.surat.bahan import bahan as letters
from generator.materi.web import write_deck
from generator.model import Kosakata
from generator.pages.values import BaganTerbit, DaerahTerbit, Situs, Tautan

#: What each kind of material gives for one regency; the folder keeps the numbers of charts.
Pembuat = Callable[[DaerahTerbit, Dek, Kosakata, Path], Iterator[Bahan]]


@dataclass(frozen=True)
class Terbitan:
    """The material of one build: ``salindia`` by path, every file that can be, those that are."""

    salindia: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    bahan: tuple[Bahan, ...] = ()
    jadi: tuple[Jadi, ...] = ()
    banding: Dek | None = None

    @property
    def halaman(self) -> list[str]:
        """The addresses of the decks from the site's root, without their file."""
        return [path.removesuffix("index.html") for path in sorted(self.salindia)]

    @property
    def berkas(self) -> dict[str, str | bytes]:
        """Every file of the material by its path in the page tree."""
        made = {item.bahan.alamat: item.data for item in self.jadi}
        return {**self.salindia, **made}


def train(
    situs: Situs,
    bagian: Sequence[tuple[Bagian, BaganTerbit]],
    build: Path,
    kabar: Kabar | None,
    *,
    offline: bool,
) -> Terbitan:
    """The training material: its decks are always written, its files made when ``kabar`` hears.

    ``bagian`` are the drawn parts of long flows, ``build`` the folder of what builds keep.
    """
    decks = compose_decks(situs, bagian)
    banding = compare(situs)
    files = tuple(materials(situs, decks, banding, build / "bagan"))
    kept_in = build / "materi"
    made = make(files, kept_in, kabar, date.today()) if kabar else tuple(kept(files, kept_in))
    return Terbitan(write_decks(situs, decks, banding, offline=offline), files, made, banding)


def compare(situs: Situs) -> Dek | None:
    """The deck that compares; none where there is nothing to compare."""
    return compare_deck(situs) if len(situs.daerah) > 1 else None


def write_decks(
    situs: Situs, decks: Sequence[Dek], banding: Dek | None, *, offline: bool
) -> dict[str, str]:
    """Every deck as a page, by its path in the page tree."""
    pages = [
        write_deck(dek, (_overview(daerah),), offline=offline)
        for daerah, dek in zip(situs.daerah, decks, strict=True)
    ]
    if banding is not None:
        shown = [daerah for daerah in situs.daerah if daerah.slug in banding.daerah]
        note = partial_note(len(shown), len(situs.daerah))
        pages.append(write_deck(banding, [*map(_overview, shown)], note=note, offline=offline))
    return dict(pages)


def partial_note(shown: int, all_of_them: int) -> str:
    """What to say where not all regencies are compared; nothing where all are."""
    if shown == all_of_them:
        return ""
    return f"Memuat {shown} dari {all_of_them} daerah, agar jawabannya terbaca pada satu salindia."


def materials(
    situs: Situs, decks: Sequence[Dek], banding: Dek | None, folder: Path
) -> Iterator[Bahan]:
    """Every file of training material; ``folder`` keeps the numbers of charts."""
    for daerah, dek in zip(situs.daerah, decks, strict=True):
        for maker in PEMBUAT:
            for item in maker(daerah, dek, situs.kosakata, folder):
                yield replace(item, alamat=_below(item.alamat))
    if banding is not None:
        start = f"{_below(links.deck(banding.id))}{banding.id}"
        yield from files(banding, start, "perbandingan", folder)


def _overview(daerah: DaerahTerbit) -> Tautan:
    return Tautan(daerah.data.daerah.nama_singkat, links.overview(daerah.slug))


def _below(address: str) -> str:
    return address.removeprefix(links.HOME)


PEMBUAT: tuple[Pembuat, ...] = (slideshows, printed, letters)
