"""The ledger of an import: which words of the source became which published words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from generator.importers.nilai import Terbit, Usulan
from generator.koreksi import Kata, Koreksi, apply, draft

#: More words than this on each side are not compared word by word, but replaced as a whole.
_LARGE = 1_500


def propose(
    source: Sequence[Kata],
    parts: Sequence[str],
    published: Sequence[Terbit],
    reasons: Mapping[int, tuple[str, str]],
) -> tuple[Usulan, ...]:
    """Entries that turn the source into the published words, each with its supposed reason.

    ``parts`` are the words of the source line by line, before hyphens join them; a published word
    names those it stands for. ``reasons`` gives reason and note by line of the source. Applying
    the entries always gives the published words exactly.
    """
    pairs = _unchanged(_origins(source, parts), published)
    entries = list(_entries(source, published, pairs))
    return tuple(Usulan(entry, *_reason(entry, reasons)) for entry in entries)


def fits(source: Sequence[Kata], published: Sequence[Terbit], entries: Sequence[Usulan]) -> bool:
    """Whether the source plus the entries is the published text, word by word."""
    words, failed = apply([entry.koreksi for entry in entries], source)
    return not failed and [w.teks for w in words] == [w.teks for w in published]


def _origins(source: Sequence[Kata], parts: Sequence[str]) -> dict[tuple[str, int], int]:
    """The index of every source word, by its text and the place of its first part."""
    found = {}
    part = 0
    for index, word in enumerate(source):
        found[word.teks, part] = index
        length = 0
        while length < len(word.teks):
            length += len(parts[part])
            part += 1
    return found


def _unchanged(
    origins: Mapping[tuple[str, int], int], published: Sequence[Terbit]
) -> list[tuple[int, int]]:
    """The longest row of published words that stand in the source as they are, in its order."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    places: dict[int, int] = {}
    for index, word in enumerate(published):
        place = origins.get((word.teks, word.asal[0])) if word.asal else None
        if place is None:
            continue
        places[index] = place
        length = bisect_left(tails, place)
        if length == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[length], ends[length] = place, index
        before[index] = ends[length - 1] if length else -1
    row = []
    at = ends[-1] if ends else -1
    while at >= 0:
        row.append((places[at], at))
        at = before[at]
    return row[::-1]


def _entries(
    source: Sequence[Kata], published: Sequence[Terbit], pairs: Sequence[tuple[int, int]]
) -> Iterator[Koreksi]:
    texts = [word.teks for word in published]
    for start, end, left, right in _windows(source, len(published), pairs):
        if (end - start) * (right - left) > _LARGE**2:
            written = " ".join(word.teks for word in source[start:end])
            yield Koreksi(source[start].baris, written, " ".join(texts[left:right]))
        else:
            yield from draft(source[start:end], texts[left:right])


def _windows(
    source: Sequence[Kata], total: int, pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Where the two differ, widened to whole lines of the source, as half-open ranges."""
    known = dict(pairs)
    spans: list[list[int]] = []
    place, position = 0, 0
    for at, to in [*pairs, (len(source), total)]:
        if (at, to) != (place, position):
            start, end = _line_start(source, max(place - 1, 0)), _line_end(source, at)
            if spans and start < spans[-1][1]:
                spans[-1][1] = max(end, spans[-1][1])
            else:
                spans.append([start, end])
        place, position = at + 1, to + 1
    for start, end in spans:
        left = known[start - 1] + 1 if start else 0
        right = known[end] if end < len(source) else total
        yield start, end, left, right


def _line_start(source: Sequence[Kata], index: int) -> int:
    while index and source[index - 1].baris == source[index].baris:
        index -= 1
    return index


def _line_end(source: Sequence[Kata], index: int) -> int:
    """The end of the line of a word; the end of all when the word is past the last."""
    end = index + 1
    while end < len(source) and source[end].baris == source[index].baris:
        end += 1
    return min(end, len(source))


def _reason(entry: Koreksi, reasons: Mapping[int, tuple[str, str]]) -> tuple[str, str]:
    for line in range(entry.baris, entry.baris + 3):
        if line in reasons:
            reason, note = reasons[line]
            return reason, f"usulan: {note}"
    return "galat-ocr", "usulan: bandingkan dengan pindaian"
