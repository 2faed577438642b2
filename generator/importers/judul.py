"""Titles of headings: which lines after "BAB II" or "Bagian Kesatu" are its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.importers.label import read_labels
from generator.importers.nilai import Calon, Larik
from generator.importers.struktur import read_heading

#: A title has no more lines than this.
TITLE_LINES: Final = 6
#: What has a title in capitals.
_CAPITAL: Final = ("bab", "buku")


def runs_on(tail: str) -> bool:
    """Whether the words before need the heading as their object: "dalam" / "BAB II"."""
    last = tail.rsplit(" ", 1)[-1].casefold()
    return last in {
        "dalam",
        "pada",
        "dan",
        "atau",
        "dengan",
        "dari",
        "dimaksud",
        "antara",
        "setelah",
    }


def title(
    lines: Sequence[Larik],
    start: int,
    stop: int,
    kind: str,
    candidates: Mapping[int, Calon],
    *,
    begun: bool,
) -> list[Larik]:
    """The lines of a heading's title: capitals under a BAB, else all up to the next heading."""
    found: list[Larik] = []
    for index in range(start, stop):
        line = lines[index]
        words = [word.teks for word in line.kata]
        if (
            line.beku
            or index in candidates
            or read_heading(words)
            or read_labels(words, upper=True)
        ):
            return found
        if kind in _CAPITAL and not line.teks.isupper():
            # "BAB I" / "Ketentuan Umum": one line in small letters, right before a heading.
            nothing = not found and not begun
            return (
                [line] if nothing and line.pendek and _precedes(lines, index, candidates) else found
            )
        if line.teks[-1] in (";:" if kind in _CAPITAL else ".;:") or (
            kind not in _CAPITAL and not words[0][:1].isupper() and not found
        ):
            return found if kind in _CAPITAL else []
        found.append(line)
    return found if kind in _CAPITAL else []


def _precedes(lines: Sequence[Larik], index: int, candidates: Mapping[int, Calon]) -> bool:
    if index + 1 >= len(lines):
        return False
    words = [word.teks for word in lines[index + 1].kata]
    return index + 1 in candidates or read_heading(words) is not None
