"""Merge: a finding that a careful reader has already noted is not shown twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cite import Naskah
from generator.model import Catatan, Dasar
from generator.temuan.nilai import Temuan


def merge(
    temuan: Sequence[Temuan], catatan: Sequence[Catatan], naskah: Naskah
) -> tuple[Temuan, ...]:
    """The findings that no note of the same kind covers; the note wins."""
    return tuple(item for item in temuan if not any(covers(note, item, naskah) for note in catatan))


def covers(note: Catatan, temuan: Temuan, naskah: Naskah) -> bool:
    """Whether a note is about a finding: the same kind, the same clause, overlapping words.

    A finding about the whole text (a spelling, a term) is covered wherever the note quotes it.
    """
    if note.jenis is not temuan.jenis:
        return False
    if temuan.seluruh_naskah and any(temuan.kata in dasar.kutipan for dasar in note.dasar):
        return True
    return any(_overlaps(dasar, temuan, naskah) for dasar in note.dasar)


def _overlaps(dasar: Dasar, temuan: Temuan, naskah: Naskah) -> bool:
    above, below = sorted((dasar.klausa, temuan.klausa), key=len)
    if above not in naskah.teks or (above != below and not below.startswith(f"{above}-")):
        return False
    text = naskah.teks[above]
    return any(
        start < other_end and other_start < end
        for start, end in _spans(" ".join(dasar.kutipan.split()), text)
        for other_start, other_end in _spans(temuan.kutipan, text)
    )


def _spans(passage: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(passage)
    while start >= 0:
        yield start, start + len(passage)
        start = text.find(passage, start + 1)
