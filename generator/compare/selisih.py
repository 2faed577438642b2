"""What a difference is: two sides, each with the clauses that say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from generator.cite import Naskah
from generator.compare.nilai import Jenis
from generator.graph import Sumber
from generator.model import Dasar, DataDaerah

_MIRRORED = {
    Jenis.DIPECAH: Jenis.DIGABUNG,
    Jenis.DIGABUNG: Jenis.DIPECAH,
    Jenis.TAMBAHAN: Jenis.TIDAK_ADA,
    Jenis.TIDAK_ADA: Jenis.TAMBAHAN,
}


class Daerah(Protocol):
    """A regency as far as a comparison looks at it: checked, or ready to be published."""

    @property
    def naskah(self) -> Naskah:
        """Its text."""

    @property
    def data(self) -> DataDaerah:
        """What was written about it."""

    def rujuk(self, dasar: Dasar, /) -> Sumber:
        """Resolve a citation that the checks have passed."""


@dataclass(frozen=True)
class Sisi:
    """What one regulation says, in words, and the clauses that say it."""

    teks: str
    dasar: tuple[Sumber, ...]


@dataclass(frozen=True)
class Change:
    """One difference: of which kind, about what, and what both sides say.

    ``lingkup`` is aspek, struktur, alur, hukum or naskah. ``old`` is None where the base says
    nothing of it, ``new`` where the other does not. ``pindah`` and ``kemiripan`` (0 to 1) are of
    the text alone.
    """

    lingkup: str
    kind: Jenis
    perihal: str
    old: Sisi | None
    new: Sisi | None
    pindah: bool = False
    kemiripan: float | None = None

    def mirror(self) -> Change:
        """The same difference seen from the other regulation."""
        kind = _MIRRORED.get(self.kind, self.kind)
        return replace(self, kind=kind, old=self.new, new=self.old)
