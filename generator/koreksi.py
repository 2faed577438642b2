"""The ledger of corrections: source words plus corrections are the published words, in order.

A correction is an exact edit of the source: the words ``tertulis`` that begin on line ``baris``
become the words ``terbit``. Nothing is matched approximately, so nothing can be changed silently.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.tak_tampak import without_unseen

#: Stands for any one digit in ``tertulis``, so that personal numbers need not be repeated here.
SAMARAN = "•"

#: A dash before a list item is a mark, not a word; in Markdown every item has one.
_DASH = re.compile(r"^\s*-\s(?=\S)")
#: In Markdown, stars stand around emphasised words.
_STARS = re.compile(r"\*+")


@dataclass(frozen=True)
class Kata:
    """One word of the source, with the line (from 1) on which it begins."""

    teks: str
    baris: int


@dataclass(frozen=True)
class Koreksi:
    """One edit of the source; ``letak`` is its index in the ledger, for messages."""

    baris: int
    tertulis: str
    terbit: str
    ke: int = 1
    letak: int = 0


@dataclass(frozen=True)
class KoreksiGagal:
    """A correction that does not fit the source: its words are not there, or overlap another's."""

    koreksi: Koreksi
    sebab: str


@dataclass(frozen=True)
class KataTerbit:
    """One word after correction: the source line it comes from, and the correction, if any."""

    teks: str
    baris: int
    koreksi: Koreksi | None = None


def read_words(source: str, *, markdown: bool = False) -> tuple[Kata, ...]:
    """Split a source into words; a word hyphenated at a line's end continues on the next line.

    A dash before a line is no word of the regulation, and signs that are not seen are no letters;
    in a source of the form ``markdown``, stars around words are no words either.
    """
    words: list[Kata] = []
    joins = False
    for number, written in enumerate(source.split("\n"), start=1):
        line = _DASH.sub("", _STARS.sub("", written) if markdown else written)
        for text in filter(None, map(without_unseen, line.split())):
            if joins:
                first = words.pop()
                words.append(Kata(first.teks + text, first.baris))
                joins = False
            else:
                words.append(Kata(text, number))
        if line.strip():
            # "masing-" at the end of a line is half a word; a lone "-" is a bullet.
            joins = bool(re.search(r"\w-\s*$", line))
    return tuple(words)


def locate(koreksi: Koreksi, words: Sequence[Kata]) -> tuple[int, int] | None:
    """The half-open range of words that a correction replaces, or None when it is not there."""
    wanted = koreksi.tertulis.split()
    seen = 0
    for start in _on_line(koreksi.baris, words):
        if len(words) - start >= len(wanted) and all(
            _same(pattern, words[start + offset].teks) for offset, pattern in enumerate(wanted)
        ):
            seen += 1
            if seen == koreksi.ke:
                return start, start + len(wanted)
    return None


def apply(
    koreksi: Sequence[Koreksi], words: Sequence[Kata]
) -> tuple[tuple[KataTerbit, ...], tuple[KoreksiGagal, ...]]:
    """Edit the source words; gives the published words and the corrections that did not fit."""
    ranges: list[tuple[int, int, Koreksi]] = []
    failed: list[KoreksiGagal] = []
    for entry in koreksi:
        found = locate(entry, words) if entry.tertulis.split() else None
        if found is None:
            failed.append(KoreksiGagal(entry, "kata-kata itu tidak ada pada baris tersebut"))
        else:
            ranges.append((*found, entry))
    ranges.sort(key=lambda item: item[:2])

    published: list[KataTerbit] = []
    position = 0
    for start, end, entry in ranges:
        if start < position:
            failed.append(KoreksiGagal(entry, "bertindih dengan koreksi lain"))
            continue
        published += (KataTerbit(word.teks, word.baris) for word in words[position:start])
        published += (KataTerbit(text, words[start].baris, entry) for text in entry.terbit.split())
        position = end
    published += (KataTerbit(word.teks, word.baris) for word in words[position:])
    return tuple(published), tuple(failed)


def positions(
    koreksi: Sequence[Koreksi], words: Sequence[Kata]
) -> Iterator[tuple[Koreksi, int, int]]:
    """Where each correction stands among the published words, as half-open ranges in order.

    A range is empty where words were only taken away. The corrections must have passed `apply`.

    >>> words = read_words("Pasa1 8 ~~ ayat")
    >>> [p[1:] for p in positions([Koreksi(1, "Pasa1", "Pasal"), Koreksi(1, "~~", "")], words)]
    [(0, 1), (2, 2)]
    """
    found = [(*place, entry) for entry in koreksi if (place := locate(entry, words)) is not None]
    grown = 0
    for start, end, entry in sorted(found, key=lambda item: item[:2]):
        count = len(entry.terbit.split())
        yield entry, start + grown, start + grown + count
        grown += count - (end - start)


def draft(source: Sequence[Kata], published: Sequence[str]) -> Iterator[Koreksi]:
    """Propose corrections that turn the source into the published words, for a person to judge."""
    texts = [word.teks for word in source]
    for start, end, left, right in _differences(texts, published):
        line, words = source[start].baris, texts[start:end]
        again = sum(
            texts[at : at + len(words)] == words for at in _on_line(line, source) if at <= start
        )
        yield Koreksi(line, " ".join(words), " ".join(published[left:right]), ke=again)


def _differences(
    texts: Sequence[str], published: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Half-open ranges in the source (never empty) and in the published words that differ."""
    matcher = difflib.SequenceMatcher(None, texts, published, autojunk=False)
    pending: tuple[int, int, int, int] | None = None
    for tag, *found in matcher.get_opcodes():
        if tag == "equal":
            continue
        start, end, left, right = found
        if start == end and end < len(texts):
            # An insertion has no word of its own: it is written before its neighbour.
            end, right = end + 1, right + 1
        elif start == end:
            start, left = start - 1, left - 1
        if pending is not None and start < pending[1]:
            # Two insertions share their neighbour.
            pending = (pending[0], max(end, pending[1]), pending[2], max(right, pending[3]))
            continue
        if pending is not None:
            yield pending
        pending = (start, end, left, right)
    if pending is not None:
        yield pending


def _on_line(line: int, words: Sequence[Kata]) -> Iterator[int]:
    start = bisect_left(words, line, key=lambda word: word.baris)
    end = bisect_right(words, line, key=lambda word: word.baris)
    return iter(range(start, end))


def _same(pattern: str, word: str) -> bool:
    if SAMARAN not in pattern:
        return pattern == word
    return len(pattern) == len(word) and all(
        (p == SAMARAN and w.isdigit()) or p == w for p, w in zip(pattern, word, strict=True)
    )
