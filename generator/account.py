"""The account of words: how many were received, corrected and published, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import koreksi
from generator.cite import Naskah
from generator.model import AlasanKoreksi, EntriKoreksi, Sumber
from generator.naskah import Klausa


@dataclass(frozen=True)
class KoreksiTerbit:
    """A correction and the clause in which its words are published ("" when they are not)."""

    entri: EntriKoreksi
    klausa: str


@dataclass(frozen=True)
class Neraca:
    """The account of one regulation; the counts are words."""

    sumber: int
    terbit: int
    tetap: int
    koreksi: tuple[KoreksiTerbit, ...]
    menurut_alasan: Mapping[AlasanKoreksi, int]

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
    return [word for word, _anchor in _published(naskah)]


def source_words(text: str, sumber: Sumber) -> tuple[koreksi.Kata, ...]:
    """The words of a source, read in the form that it has."""
    return koreksi.read_words(text, markdown=sumber.penulisan == "markdown")


def take_account(
    received: Sequence[koreksi.Kata], ledger: Sequence[EntriKoreksi], naskah: Naskah
) -> Neraca:
    """Count the words; the text must have passed the check of words."""
    corrected, _failed = koreksi.apply(entries(ledger), received)
    clauses: dict[int, str] = {}
    for word, (_text, anchor) in zip(corrected, _published(naskah), strict=False):
        if word.koreksi is not None:
            clauses.setdefault(word.koreksi.letak, anchor)
    return Neraca(
        sumber=len(received),
        terbit=len(corrected),
        tetap=sum(word.koreksi is None for word in corrected),
        koreksi=tuple(
            KoreksiTerbit(entry, clauses.get(index, "")) for index, entry in enumerate(ledger)
        ),
        menurut_alasan=Counter(entry.alasan for entry in ledger),
    )


def _published(naskah: Naskah) -> list[tuple[str, str]]:
    """Every published word with the deepest clause that holds it."""
    words: list[tuple[str, str]] = []
    for root in naskah.akar:
        _gather(root, words)
    return words


def _gather(clause: Klausa, words: list[tuple[str, str]]) -> None:
    # A dash is a mark of a list, not a word: a source may have it or not.
    label = "" if clause.jenis == "butir" else clause.label
    for text in (label, clause.judul):
        words += ((word, clause.jangkar) for word in text.split())
    for part in clause.isi:
        if isinstance(part, Klausa):
            _gather(part, words)
        elif part.is_text:
            words += ((word, clause.jangkar) for word in part.teks.split())
