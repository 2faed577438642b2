"""What the pages of one regulation say about the others: terms and laws that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.cite import Naskah
from generator.pages import istilah
from generator.rujukan import define_terms, read_references

#: Regulations that are named where many share something; the others are counted.
DISEBUT = 8


@dataclass(frozen=True)
class Sumbangan:
    """What one regulation gives: its name, its definitions, the keys of the laws it cites."""

    slug: str
    nama: str
    takrif: tuple[istilah.Takrif, ...]
    hukum: tuple[str, ...]

    @classmethod
    def of(cls, nama: str, naskah: Naskah) -> Sumbangan:
        """Read one regulation; ``nama`` is its region's short name."""
        cited = (law.kunci for law in read_references(naskah).luar)
        return cls(
            naskah.slug,
            nama,
            tuple(istilah.takrif(nama, term, naskah) for term in define_terms(naskah)),
            tuple(dict.fromkeys(key for key in cited if key)),
        )


@dataclass(frozen=True)
class Penyebut:
    """The regulations that cite a law: the first few by their names, and how many there are."""

    nama: tuple[str, ...]
    banyak: int

    def others(self, own: str) -> tuple[tuple[str, ...], int]:
        """Some of those beside ``own``, and how many more there are."""
        named = tuple(name for name in self.nama if name != own)[:DISEBUT]
        return named, self.banyak - 1 - len(named)


@dataclass(frozen=True)
class Banding:
    """The terms of all regulations, and who cites each law by its key."""

    kamus: istilah.Kamus
    penyebut: Mapping[str, Penyebut]


def merge(given: Iterable[Sumbangan]) -> Banding:
    """Put together what all regulations give."""
    regulations = tuple(given)
    citing: dict[str, list[str]] = {}
    for one in regulations:
        for key in one.hukum:
            citing.setdefault(key, []).append(one.nama)
    return Banding(
        istilah.collect(at for one in regulations for at in one.takrif),
        # One more than is named: the reader's own is not.
        {key: Penyebut(tuple(names[: DISEBUT + 1]), len(names)) for key, names in citing.items()},
    )
