"""The account of words: how many were received, corrected and published, and where."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import koreksi
from generator.cite import Naskah
from generator.model import AlasanKoreksi, EntriKoreksi
from generator.naskah import Klausa

#: Parts of a clause beside its content, which counts from 0.
LABEL, JUDUL = -2, -1
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class KoreksiTerbit:
    """A correction and the clause in which its words are published ("" when they are not)."""

    entri: EntriKoreksi
    klausa: str


@dataclass(frozen=True)
class Letak:
    """Where a correction stands in a part of a clause; offsets are characters, half-open.

    ``nomor`` counts from 1 in the ledger. Of a correction that runs over several parts, the last
    is ``terakhir``; a range is empty where words of the source were only taken away.
    """

    nomor: int
    awal: int
    akhir: int
    terakhir: bool = True


#: A part of a clause: its anchor (of a root, its kind), and LABEL, JUDUL or a place in ``isi``.
Bagian = tuple[str, int]


@dataclass(frozen=True)
class KataNaskah:
    """One published word: its text, the part that it stands in, and its characters there."""

    teks: str
    jangkar: str
    bagian: Bagian
    awal: int
    akhir: int


@dataclass(frozen=True)
class Neraca:
    """The account of one regulation; the counts are words."""

    sumber: int
    terbit: int
    tetap: int
    koreksi: tuple[KoreksiTerbit, ...]
    menurut_alasan: Mapping[AlasanKoreksi, int]
    letak: Mapping[Bagian, tuple[Letak, ...]]

    @property
    def bagian_tetap(self) -> float:
        """The share of published words that stand in the source letter by letter, 0 to 1."""
        return self.tetap / self.terbit if self.terbit else 0.0


def entries(ledger: Sequence[EntriKoreksi]) -> tuple[koreksi.Koreksi, ...]:
    """The ledger as edits, each with its index in the file."""
    return tuple(
        koreksi.Koreksi(entry.baris, entry.tertulis, entry.terbit, entry.ke, index)
        for index, entry in enumerate(ledger)
    )


def published_words(naskah: Naskah) -> list[str]:
    """Every published word in reading order."""
    return [word.teks for word in _published(naskah)]


def take_account(
    received: Sequence[koreksi.Kata], ledger: Sequence[EntriKoreksi], naskah: Naskah
) -> Neraca:
    """Count the words; the text must have passed the check of words."""
    corrected, _failed = koreksi.apply(entries(ledger), received)
    published = _published(naskah)
    clauses: dict[int, str] = {}
    for word, printed in zip(corrected, published, strict=False):
        if word.koreksi is not None:
            clauses.setdefault(word.koreksi.letak, printed.jangkar)
    return Neraca(
        sumber=len(received),
        terbit=len(corrected),
        tetap=sum(word.koreksi is None for word in corrected),
        koreksi=tuple(
            KoreksiTerbit(entry, clauses.get(index, "")) for index, entry in enumerate(ledger)
        ),
        menurut_alasan=Counter(entry.alasan for entry in ledger),
        letak=_places(entries(ledger), received, published),
    )


def _places(
    edits: Sequence[koreksi.Koreksi],
    received: Sequence[koreksi.Kata],
    published: Sequence[KataNaskah],
) -> Mapping[Bagian, tuple[Letak, ...]]:
    places: dict[Bagian, list[Letak]] = defaultdict(list)
    for edit, start, end in koreksi.positions(edits, received):
        number = edit.letak + 1
        if start == end and published:
            # Nothing is left of it: it stands behind the word before, or behind the last one of a
            # text that is too short, of which `check` tells that and more.
            word = published[min(max(start - 1, 0), len(published) - 1)]
            places[word.bagian].append(Letak(number, word.akhir, word.akhir))
        runs = [tuple(run) for _, run in groupby(published[start:end], key=_part)]
        for run in runs:
            last = run is runs[-1]
            places[run[0].bagian].append(Letak(number, run[0].awal, run[-1].akhir, last))
    return {part: tuple(found) for part, found in places.items()}


def _part(word: KataNaskah) -> Bagian:
    return word.bagian


def _published(naskah: Naskah) -> list[KataNaskah]:
    """Every published word with the deepest clause that holds it."""
    words: list[KataNaskah] = []
    for root in naskah.akar:
        _gather(root, words)
    return words


def _gather(clause: Klausa, words: list[KataNaskah]) -> None:
    # A dash is a mark of a list, not a word: a source may have it or not.
    label = "" if clause.jenis == "butir" else clause.label
    words += _words(clause, LABEL, label)
    words += _words(clause, JUDUL, clause.judul)
    for index, part in enumerate(clause.isi):
        if isinstance(part, Klausa):
            _gather(part, words)
        elif part.is_text:
            words += _words(clause, index, part.teks)


def _words(clause: Klausa, index: int, text: str) -> Iterator[KataNaskah]:
    part = clause.jangkar or clause.jenis, index
    for match in _WORD.finditer(text):
        yield KataNaskah(match[0], clause.jangkar, part, match.start(), match.end())
