"""Values of a comparison: units of text, words side by side, matches of clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import groupby


class Jenis(StrEnum):
    """What became of a clause, seen from the base."""

    SAMA = "same"
    BERUBAH = "changed"
    PINDAH = "moved"
    DIPECAH = "split"
    DIGABUNG = "merged"
    TAMBAHAN = "added"
    TIDAK_ADA = "missing"


_MIRRORED = {
    Jenis.DIPECAH: Jenis.DIGABUNG,
    Jenis.DIGABUNG: Jenis.DIPECAH,
    Jenis.TAMBAHAN: Jenis.TIDAK_ADA,
    Jenis.TIDAK_ADA: Jenis.TAMBAHAN,
}


class Beda(StrEnum):
    """How a run of words differs.

    ``BENTUK`` is the same word in other letters or with another mark, ``SEBUTAN`` the name of the
    region or of its head, ``RUJUKAN`` the number of a clause referred to: shown, not counted.
    """

    SAMA = "sama"
    BENTUK = "bentuk"
    SEBUTAN = "sebutan"
    RUJUKAN = "rujukan"
    HILANG = "hilang"
    TAMBAH = "tambah"


#: Differences of substance.
SUBSTANSI = frozenset({Beda.HILANG, Beda.TAMBAH})
_SWAPPED = {Beda.HILANG: Beda.TAMBAH, Beda.TAMBAH: Beda.HILANG}


@dataclass(frozen=True)
class Kata:
    """A run of words: as the base has it, and as the other has it, each with its own blanks."""

    beda: Beda
    lama: str
    baru: str

    def mirror(self) -> Kata:
        """The same run seen from the other side."""
        return Kata(_SWAPPED.get(self.beda, self.beda), self.baru, self.lama)


@dataclass(frozen=True)
class Satuan:
    """The smallest piece of text that is matched: a Pasal, an ayat, a definition, a heading's text.

    ``baris`` are its lines, each a label (may be empty) and words; ``bagian`` is the Pasal or the
    heading that it stands in; ``jalur`` the titles above it; ``istilah`` the names it defines.
    """

    jangkar: str
    bagian: str
    akar: str
    pokok: str
    jalur: tuple[str, ...]
    baris: tuple[tuple[str, str], ...]
    istilah: tuple[str, ...] = ()

    @cached_property
    def teks(self) -> str:
        """Its words without labels."""
        return " ".join(words for _label, words in self.baris)


@dataclass(frozen=True)
class Bacaan:
    """One regulation cut into units, in reading order; ``wilayah`` is its region's short name."""

    slug: str
    wilayah: str
    satuan: tuple[Satuan, ...]


@dataclass(frozen=True)
class Padanan:
    """Clauses of the base and of the other that regulate the same, word by word.

    ``skor`` is how alike they are for the alignment, 0 to 1; ``kata_sama`` counts the words that
    both have, ``kata_kiri`` and ``kata_kanan`` all words of each. ``pindah`` says that the order
    or the part of the regulation changed.
    """

    jenis: Jenis
    kiri: tuple[str, ...]
    kanan: tuple[str, ...]
    skor: float
    pindah: bool
    kata: tuple[Kata, ...]
    kata_sama: int
    kata_kiri: int
    kata_kanan: int

    @property
    def kemiripan(self) -> float:
        """The share of words that both have, 0 to 1."""
        return share(self.kata_sama, self.kata_kiri, self.kata_kanan)

    @property
    def beda(self) -> bool:
        """Whether the difference is one of substance."""
        return self.jenis in _MIRRORED or any(run.beda in SUBSTANSI for run in self.kata)

    def mirror(self) -> Padanan:
        """The same match seen from the other side."""
        return replace(
            self,
            jenis=_MIRRORED.get(self.jenis, self.jenis),
            kiri=self.kanan,
            kanan=self.kiri,
            kata=arranged(run.mirror() for run in self.kata),
            kata_kiri=self.kata_kanan,
            kata_kanan=self.kata_kiri,
        )


def arranged(words: Iterable[Kata]) -> tuple[Kata, ...]:
    """Runs in their order, but what is gone before what takes its place."""
    told: list[Kata] = []
    for changed, members in groupby(words, key=lambda run: run.beda in SUBSTANSI):
        runs = list(members)
        told += sorted(runs, key=lambda run: run.beda is Beda.TAMBAH) if changed else runs
    return tuple(told)


@dataclass(frozen=True)
class Selaras:
    """Two regulations aligned: matches in the order of the base, those it lacks between them."""

    kiri: Bacaan
    kanan: Bacaan
    padanan: tuple[Padanan, ...]

    @cached_property
    def kemiripan(self) -> float:
        """How alike the two are: words that both have, of all words, 0 to 1."""
        return self.similarity(("peraturan", "lampiran"))

    def similarity(self, akar: tuple[str, ...]) -> float:
        """The same number for the body (``peraturan``) or the Lampiran of the base alone."""
        own = {u.jangkar: u.akar for u in self.kiri.satuan}
        others = {u.jangkar: u.akar for u in self.kanan.satuan}
        chosen = [
            match
            for match in self.padanan
            if (own[match.kiri[0]] if match.kiri else others[match.kanan[0]]) in akar
        ]
        return share(
            sum(match.kata_sama for match in chosen),
            sum(match.kata_kiri for match in chosen),
            sum(match.kata_kanan for match in chosen),
        )


def share(same: int, left: int, right: int) -> float:
    """Words that both texts have, of all words of both: 1 when they are the same.

    >>> share(3, 4, 4)
    0.75
    """
    return 2 * same / (left + right) if left + right else 1.0
