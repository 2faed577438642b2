"""The board: what is being written of one part, and the few ways to write on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.importers.label import read_labels
from generator.importers.meja import Tulisan, append
from generator.importers.nilai import Calon, Larik, Ragu, Terbit
from generator.importers.tumpuk import Terbuka

_AHEAD = 400
#: Parts in which capital letters and Roman numerals are labels of lists.
_UPPER = ("lampiran", "penjelasan")


@dataclass
class Papan:
    """The clauses of one part while they are written.

    ``calon`` are the headings of Pasal by line, ``utama`` those of the part itself: the others may
    be quoted by an amendment. ``bentuk`` is batang, lampiran, penjelasan or pembukaan.
    ``perubahan``: the regulation amends another one, its own Pasal are Roman.
    """

    lines: Sequence[Larik]
    calon: Mapping[int, Calon]
    utama: Collection[int]
    bentuk: str
    kosakata: Collection[str]
    per_baris: bool = False
    perubahan: bool = False
    tulisan: list[Tulisan] = field(default_factory=list)
    ragu: list[Ragu] = field(default_factory=list)
    alasan: dict[int, tuple[str, str]] = field(default_factory=dict)
    tumpuk: list[Terbuka] = field(default_factory=lambda: [Terbuka("akar", 0)])
    kini: Tulisan | None = None
    sebelum: Larik | None = None
    bab: int = 0
    letak: int = 0

    @property
    def upper(self) -> bool:
        """Whether capital letters and Roman numerals may be labels here."""
        return self.bentuk in _UPPER

    @property
    def tail(self) -> str:
        """The last words written; empty right after a heading."""
        return self.kini.tail() if self.kini else ""

    @cached_property
    def _articles(self) -> list[int]:
        return sorted(at for at, item in self.calon.items() if item.berdiri)

    def next_article(self, at: int) -> int | None:
        """The line of the next heading of a Pasal, quoted or not."""
        index = bisect_left(self._articles, at)
        return self._articles[index] if index < len(self._articles) else None

    def comes(self, gaya: str, value: tuple[int, int], at: int) -> bool:
        """Whether the next label of a kind stands ahead, before ``value`` comes again."""
        for index in range(at + 1, min(len(self.lines), at + _AHEAD)):
            if index in self.utama:
                return False
            words = [word.teks for word in self.lines[index].kata[:3]]
            if len(words[0]) > 12:
                continue
            for other in read_labels(words, upper=self.upper):
                if other.gaya == gaya and other.asli:
                    if other.follows(value):
                        return True
                    if other.nilai == value:
                        return False
        return False

    def mark(self, name: str) -> None:
        """Open a part of the frame that only the editor marks."""
        self.tumpuk = [Terbuka("akar", 0), Terbuka("kerangka", 0)]
        self.tulisan.append(Tulisan(0, "tanda", 0, [Terbit(f"[{name}]", ())]))
        self.kini = None

    def paragraph(self, line: Larik) -> None:
        """Begin a paragraph of the clause that is open."""
        self.kini = Tulisan(self.tumpuk[-1].margin, "alinea", line.nomor)
        self.kini.kata += line.kata
        self.tulisan.append(self.kini)
        self.sebelum = line

    def join(self, written: Tulisan, line: Larik) -> None:
        """Continue what is written with a line."""
        if doubt := append(written, line.kata, self.kosakata):
            self.doubt(line, f"“{doubt}” dipenggal di akhir baris", "tanda hubungnya dibiarkan")

    def label(
        self, line: Larik, label: str, width: int, *, sure: bool | None = None
    ) -> list[Terbit]:
        """The words of a label: the source's own, or corrected ones that stand for them."""
        own = list(line.kata[:width])
        if sure or [word.teks for word in own] == label.split():
            return own
        source = tuple(place for word in own for place in word.asal)
        written = " ".join(word.teks for word in own)
        self.alasan.setdefault(line.nomor, ("galat-ocr", f"“{written}” dibaca “{label}”"))
        self.doubt(line, f"“{written}” dibaca “{label}”", "periksa pada pindaian")
        return [Terbit(text, source) for text in label.split()]

    def doubt(self, line: Larik, what: str, done: str) -> None:
        """Report what a person should look at."""
        self.ragu.append(Ragu(line.nomor, what, done))
