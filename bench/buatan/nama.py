"""Names of places and people that there are not."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product

_AWAL = (
    "Arga Bumi Cakra Dana Giri Guna Indra Jala Jaya Kala Kerta Lingga Mega Nira Pura Raga Sari Sela"
    " Tala Tirta Wana Warna Yudha Wukir"
)
_AKHIR = (
    "bening danu gading harum jenar kancana kemuning laras luhur manik melati nawang pandan pelita"
    " rimba rukmi sendang senja seruni teduh tunjung warih wulung yasa"
)
#: As many places can have a name.
TERBANYAK = len(_AWAL.split()) * len(_AKHIR.split())
_SUKU = [a + b for a in "bdgjklmnprstw" for b in "aeiou"]


@dataclass(frozen=True)
class JatiDiri:
    """What a made-up regency is called, and what only it is: ``urutan`` counts from 0."""

    urutan: int
    tempat: str

    @property
    def slug(self) -> str:
        """Its part of every address."""
        return self.tempat.lower()

    @property
    def nomor(self) -> int:
        """The number of its regulation."""
        return 101 + self.urutan

    @property
    def kode(self) -> str:
        """A code that no region has: real ones begin with 11 or more."""
        return f"{self.urutan // 100:02d}.{self.urutan % 100:02d}"


def places(seed: int) -> list[str]:
    """The names of all places, in an order that the seed decides; no two are the same."""
    names = [first + last for first, last in product(_AWAL.split(), _AKHIR.split())]
    random.Random(seed).shuffle(names)
    return names


def capital(place: str, number: int) -> str:
    """The name of the town from which a place is governed."""
    ends = _AKHIR.split()
    return f"{ends[number % len(ends)].title()}{place.lower()}"


def person(chance: random.Random) -> str:
    """One part of somebody's name."""
    return "".join(chance.choice(_SUKU) for _ in range(4)).title()
