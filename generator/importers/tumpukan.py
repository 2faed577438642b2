"""Piles of torn numbers: "(1)", "(2)", "(3)" on lines of their own, away from their text.

A pile is put back before the paragraphs that follow it when there are exactly as many of them,
in order; otherwise it stays where it is, as words, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.importers.label import Label, read_labels
from generator.importers.nilai import Larik, Ragu, Terbit

_HEADING = re.compile(
    r"(?:(?:Pasal|PASAL)\s+[\dIVXlO]+[A-Z]?|BAB\s+[IVXLC\d]+|Bagian\s+Ke\w+|Paragraf\s+\d+|LAMPIRAN"
    r"|(?:Menimbang|Mengingat|Menetapkan|MEMUTUSKAN)\b|Agar setiap orang|Ditetapkan di)"
)
_ENDS = re.compile(r"[.;]$|[;,]\s(?:dan|atau|dan/atau)$")
_FAR = 120


@dataclass(frozen=True)
class Tumpukan:
    """A pile: its lines (by index) and the labels on them."""

    dari: int
    label: tuple[Label, ...]

    @property
    def sampai(self) -> int:
        """The index after its last line."""
        return self.dari + len(self.label)


def mend_piles(
    lines: Sequence[Larik], headings: frozenset[int]
) -> tuple[tuple[Larik, ...], frozenset[int], tuple[Ragu, ...]]:
    """Put torn numbers back where that is certain.

    ``headings`` are the lines that are headings of a Pasal. Gives the lines, which of them (by
    their new index) are headings, and the doubts.
    """
    result: list[Larik] = []
    kept: list[int] = []
    doubts: list[Ragu] = []
    at = 0
    for pile in _piles(lines):
        if pile.dari < at:
            continue
        kept += [len(result) + i - at for i in range(at, pile.dari) if i in headings]
        result += lines[at : pile.dari]
        end = _reach(lines, pile.sampai, headings)
        starts = _paragraphs(lines, pile.sampai, end)
        if len(starts) == len(pile.label) and not _labelled(lines, starts, pile.label[0]):
            result += _matched(lines, pile, starts, end)
            doubts.append(_doubt(lines, pile, "dipasangkan berurutan dengan alinea sesudahnya"))
            at = end
        else:
            result.append(_frozen(lines, pile))
            doubts.append(_doubt(lines, pile, "dibiarkan di tempatnya: jumlah alinea tidak sama"))
            at = pile.sampai
    kept += [len(result) + i - at for i in range(at, len(lines)) if i in headings]
    result += lines[at:]
    return tuple(result), frozenset(kept), tuple(doubts)


def _piles(lines: Sequence[Larik]) -> list[Tumpukan]:
    piles: list[Tumpukan] = []
    index = 0
    while index < len(lines):
        labels: list[Label] = []
        while index + len(labels) < len(lines):
            label = _next(lines[index + len(labels)], labels)
            if label is None:
                break
            labels.append(label)
        if len(labels) > 1:
            piles.append(Tumpukan(index, tuple(labels)))
        index += max(1, len(labels))
    return piles


def _next(line: Larik, labels: Sequence[Label]) -> Label | None:
    """The label on a line that has nothing else, when it continues the pile."""
    if line.beku or len(line.kata) > 3:
        return None
    for label in read_labels([word.teks for word in line.kata]):
        if label.lebar < len(line.kata) or label.sisa:
            continue
        if not labels or (_continues(labels[-1], label)):
            return label
    return None


def _continues(before: Label, label: Label) -> bool:
    """The next number of the kind; one may be missing."""
    return label.gaya == before.gaya and 0 < label.nilai[0] - before.nilai[0] <= 2


def _reach(lines: Sequence[Larik], start: int, headings: frozenset[int]) -> int:
    """Where the text that a pile may belong to ends: at the next heading."""
    for index in range(start, min(len(lines), start + _FAR)):
        if index in headings or _HEADING.match(lines[index].teks):
            return index
    return min(len(lines), start + _FAR)


def _paragraphs(lines: Sequence[Larik], start: int, end: int) -> list[int]:
    """Where paragraphs begin: after a full stop, with a capital letter; lists belong to theirs."""
    starts = [start] if start < end else []
    for index in range(start + 1, end):
        line, before = lines[index], lines[index - 1].teks
        first = line.kata[0].teks[:1]
        begins = _ENDS.search(before) and (first.isupper() or before.endswith(";"))
        if begins and not read_labels([word.teks for word in line.kata]):
            starts.append(index)
    return starts


def _labelled(lines: Sequence[Larik], starts: Sequence[int], label: Label) -> bool:
    """Whether the paragraphs have labels of this kind already."""
    return any(
        own.gaya == label.gaya
        for index in starts
        for own in read_labels([word.teks for word in lines[index].kata])
    )


def _matched(
    lines: Sequence[Larik], pile: Tumpukan, starts: Sequence[int], end: int
) -> list[Larik]:
    owners = dict(zip(starts, range(len(starts)), strict=True))
    result = []
    for index in range(pile.sampai, end):
        line = lines[index]
        if index in owners:
            position = owners[index]
            torn = lines[pile.dari + position].kata
            source = tuple(place for word in torn for place in word.asal)
            words = (Terbit(pile.label[position].teks, source), *line.kata)
            line = replace(line, kata=words, terpisah=True)
        result.append(line)
    return result


def _frozen(lines: Sequence[Larik], pile: Tumpukan) -> Larik:
    words = tuple(word for line in lines[pile.dari : pile.sampai] for word in line.kata)
    return replace(lines[pile.dari], kata=words, terpisah=True, beku=True)


def _doubt(lines: Sequence[Larik], pile: Tumpukan, done: str) -> Ragu:
    labels = " ".join(label.teks for label in pile.label)
    return Ragu(lines[pile.dari].nomor, f"nomor {labels} terlepas dari teksnya", done)
