"""Training material: the decks as pages, and the files that take long to make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import links
from generator.bagan.draw import GAMBAR
from generator.materi.banding import compare_deck
from generator.materi.buku_bahan import bahan as printed
from generator.materi.dek import compose_deck
from generator.materi.kuis import Soal
from generator.materi.nilai import Dek
from generator.materi.salindia.bahan import bahan as slideshows
from generator.materi.salindia.bahan import files
from generator.materi.semua import Bagian, by_flow
from generator.materi.simpanan import Bahan, Jadi, is_kept, kept, make, sweep
from generator.materi.surat.bahan import bahan as letters
from generator.materi.web import write_deck
from generator.model import Kosakata
from generator.pages.values import BaganTerbit, DaerahTerbit, Situs, Tautan
from generator.tenaga import Tenaga
from generator.waktu import epoch

#: What each kind of material gives for one regency; the folder keeps the numbers of charts.
Pembuat = Callable[[DaerahTerbit, Dek, Kosakata, Path], Iterator[Bahan]]

#: Called when a file is there: how many are, how many there will be, and which it was.
Kabar = Callable[[int, int, str], None]

#: Where builds keep files that were made.
SIMPANAN = Path("build/materi")


@dataclass(frozen=True)
class Materi:
    """The material of one regency, or of several together: its deck as a page, all its files.

    ``halaman`` is the deck's path in the page tree and its HTML.
    """

    dek: Dek
    halaman: tuple[str, str]
    bahan: tuple[Bahan, ...]

    def listed(self, made: Sequence[Jadi]) -> Terdaftar:
        """What the list of material says of it; ``made`` are the files that are there."""
        there = {item.bahan.alamat: item for item in made}
        return Terdaftar(
            self.dek.id,
            self.dek.daerah,
            self.dek.anak_judul,
            len(self.halaman[1].encode()),
            tuple(_listed(item, there.get(item.alamat)) for item in self.bahan),
        )


@dataclass(frozen=True)
class Tercatat:
    """A file as it is listed: its size in bytes and its day are none where it was not made."""

    alamat: str
    judul: str
    bentuk: str
    besar: int | None
    tanggal: date | None


@dataclass(frozen=True)
class Terdaftar:
    """All material of one regency as it is listed; ``salindia`` is the size of the deck's page."""

    id: str
    daerah: tuple[str, ...]
    anak_judul: str
    salindia: int
    berkas: tuple[Tercatat, ...]


def of_regency(
    daerah: DaerahTerbit,
    bagian: Sequence[tuple[Bagian, BaganTerbit]],
    kosakata: Kosakata,
    soal: Sequence[Soal],
    root: Path,
    *,
    offline: bool,
) -> Materi:
    """The material of a regency; ``bagian`` are the drawn parts of its long flows.

    From ``soal`` the exercises of its deck are chosen.
    """
    dek = compose_deck(daerah, kosakata, soal, by_flow(bagian))
    page = write_deck(dek, (_overview(daerah),), offline=offline)
    found = (item for maker in PEMBUAT for item in maker(daerah, dek, kosakata, root / GAMBAR))
    return Materi(dek, page, tuple(replace(item, alamat=_below(item.alamat)) for item in found))


def of_all(situs: Situs, root: Path, *, offline: bool) -> Materi | None:
    """The material that compares; none where there is nothing to compare."""
    if len(situs.daerah) < 2:
        return None
    dek = compare_deck(situs)
    shown = [_overview(daerah) for daerah in situs.daerah if daerah.slug in dek.daerah]
    note = partial_note(len(shown), len(situs.daerah))
    page = write_deck(dek, shown, note=note, offline=offline)
    start = f"{_below(links.deck(dek.id))}{dek.id}"
    return Materi(dek, page, tuple(files(dek, start, "perbandingan", root / GAMBAR)))


def make_all(
    material: Callable[[], Iterator[Materi]], root: Path, kabar: Kabar, tenaga: Tenaga
) -> None:
    """Make every file that is not there; ``material`` gives all of it anew each time.

    It is gone through twice, since hundreds of regencies do not fit into memory: to count, then to
    make.
    """
    folder = root / SIMPANAN
    keys: set[str] = set()
    missing = 0
    for one in material():
        keys |= {item.kunci for item in one.bahan}
        missing += sum(not is_kept(item, folder) for item in one.bahan)
    sweep(folder, keys)
    if not missing:
        return
    done = 0

    def tell(address: str) -> None:
        nonlocal done
        done += 1
        kabar(done, missing, address)

    for one in material():
        make(one.bahan, folder, tell, date.today(), tenaga)


def made(one: Materi, root: Path) -> tuple[Jadi, ...]:
    """The files of some material that are there.

    With SOURCE_DATE_EPOCH all are of that day: what was kept may be of another one, and a page
    tells the day of each file.
    """
    found = kept(one.bahan, root / SIMPANAN)
    told = epoch()
    return tuple(replace(item, tanggal=told.date()) if told else item for item in found)


def days(root: Path) -> list[tuple[str, str]]:
    """Every file that is there, by its key, with the day that pages tell of it."""
    told = epoch()
    return sorted(
        (path.stem, told.date().isoformat() if told else path.read_text(encoding="utf-8"))
        for path in (root / SIMPANAN).glob("*.tanggal")
    )


def partial_note(shown: int, all_of_them: int) -> str:
    """What to say where not all regencies are compared; nothing where all are."""
    if shown == all_of_them:
        return ""
    return f"Memuat {shown} dari {all_of_them} daerah, agar jawabannya terbaca pada satu salindia."


def _listed(item: Bahan, there: Jadi | None) -> Tercatat:
    size, day = (len(there.data), there.tanggal) if there else (None, None)
    return Tercatat(item.alamat, item.judul, item.bentuk, size, day)


def _overview(daerah: DaerahTerbit) -> Tautan:
    return Tautan(daerah.data.daerah.nama_singkat, links.overview(daerah.slug))


def _below(address: str) -> str:
    return address.removeprefix(links.HOME)


PEMBUAT: tuple[Pembuat, ...] = (slideshows, printed, letters)
