"""Pasal that an amendment quotes, told from those of the regulation itself.

Where the regulation's own Pasal have Arabic numbers too, both look alike. After "… berbunyi sebagai
berikut:" stand quoted ones: those that the sentence announces, and their followers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.importers.nilai import Calon, Larik

#: What opens a quotation, and the next item, which closes it.
_READS: Final = re.compile(r"\bberbunyi(?: sebagai)?(?: berikut)?\s*:?$|^(?:sebagai )?berikut\s*:$")
_CHANGE: Final = re.compile(
    r"\d{1,3}\.\s+(?:Ketentuan|Di ?antara|Setelah|Sesudah|Penjelasan|Pasal|Judul|BAB|Bab|Bagian)\b"
)
_NAMED: Final = re.compile(r"Pasal\s+(\d{1,3})\s?([A-Z]?)(?![\w(])")
_RANGE: Final = re.compile(r"Pasal\s+(\d{1,3})[A-Z]?\s+sampai dengan\s+Pasal\s+(\d{1,3})")
#: So many lines a sentence has at most that announces what it quotes.
_SENTENCE: Final = 10


@dataclass
class _Kutipan:
    """The quotation that is open: what its sentence announced, the last Pasal in and out of it."""

    dalam: bool = False
    segar: bool = False
    disebut: set[tuple[int, str]] = field(default_factory=set)
    luar: int = 0
    terakhir: int = 0

    def read(self, lines: Sequence[Larik], at: int) -> None:
        """Take in a line that is no heading of a Pasal."""
        text = lines[at].teks
        if self.dalam and _CHANGE.match(text):
            self.dalam = False
        if _READS.search(text):
            self.dalam = self.segar = True
            self.disebut = _announced(lines, at)
            self.terakhir = 0

    def holds(self, candidate: Calon) -> bool:
        """Whether a Pasal stands in the quotation."""
        if not self.dalam:
            return candidate.mengutip
        number = candidate.nilai[0]
        if self.segar or candidate.mengutip or candidate.nilai in self.disebut:
            return True
        return not (number == self.luar + 1 and candidate.nilai[1] == "") or (
            not self.disebut and number == self.terakhir + 1
        )

    def take(self, candidate: Calon, *, quoted: bool) -> None:
        """Go on after a Pasal."""
        self.segar = False
        if quoted:
            self.terakhir = candidate.nilai[0]
        else:
            self.dalam, self.luar = False, candidate.nilai[0]


def set_quoted_apart(found: Sequence[Calon], lines: Sequence[Larik]) -> list[Calon]:
    """The candidates, the quoted ones marked and taken from the row."""
    result = []
    state = _Kutipan()
    at = 0
    for candidate in found:
        for index in range(at, candidate.letak):
            state.read(lines, index)
        at = candidate.letak
        likely = candidate.skor + 5 * candidate.mengutip > 0
        if not likely or not (candidate.berdiri or candidate.mengutip):
            result.append(candidate)
            continue
        quoted = state.holds(candidate)
        state.take(candidate, quoted=quoted)
        score = candidate.skor - 5 * (quoted and not candidate.mengutip)
        result.append(replace(candidate, skor=score, mengutip=quoted))
    return result


def _announced(lines: Sequence[Larik], at: int) -> set[tuple[int, str]]:
    """The Pasal that the sentence before a quotation names."""
    start = at
    while start > max(0, at - _SENTENCE) and not _CHANGE.match(lines[start].teks):
        start -= 1
    text = " ".join(line.teks for line in lines[start : at + 1])
    named = {(int(number), letter) for number, letter in _NAMED.findall(text)}
    for first, last in _RANGE.findall(text):
        named |= {(number, "") for number in range(int(first), int(last) + 1)}
    return named
