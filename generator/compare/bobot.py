"""Weights: units as vectors of words, so that two of them can be measured against each other."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.compare.nilai import Bacaan

Vektor = Mapping[str, float]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: Regions and their heads are called differently everywhere, whatever a clause says of them.
_NAMES = re.compile(r"\b(?:bupati|wali ?kota|gubernur)\b")
#: A feature that more of the units have than this says nothing of what a unit is about.
LAZIM = 0.5
#: So many texts are remembered: every regulation is read once for each that it is compared with.
SIMPANAN = 4096


@lru_cache(maxsize=SIMPANAN)
def terms(text: str, wilayah: str) -> Counter[str]:
    """The words of a text and its pairs of neighbouring words; names of the region are one word.

    The result is shared: it is never to be changed.

    >>> sorted(terms("Bupati adalah Bupati Kendal", "Kendal"))
    ['adalah', 'adalah kepala', 'kepala', 'kepala adalah', 'kepala wilayah', 'wilayah']
    """
    plain = _NAMES.sub("kepala", text.casefold()).replace(wilayah.casefold(), "wilayah")
    words = _WORD.findall(plain)
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


def weigh(counts: Sequence[Counter[str]]) -> list[Vektor]:
    """Vectors of length one: the rarer a word in these texts, the heavier (TF-IDF)."""
    seen = Counter(term for count in counts for term in count)
    limit = max(2.0, LAZIM * len(counts))
    idf = {term: math.log(1 + len(counts) / n) for term, n in seen.items() if n <= limit}
    return [_vector(count, idf) for count in counts]


def similarities(
    left: Sequence[Vektor], right: Sequence[Vektor]
) -> Mapping[tuple[int, int], float]:
    """The cosine of every pair that shares a word, by the places of both."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(right):
        for term, weight in vector.items():
            postings[term].append((place, weight))
    found: dict[tuple[int, int], float] = {}
    for place, vector in enumerate(left):
        row: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other, theirs in postings.get(term, ()):
                row[other] += weight * theirs
        found.update({(place, other): value for other, value in row.items()})
    return found


def texts(bacaan: Bacaan) -> list[Counter[str]]:
    """The words of each unit."""
    return [terms(unit.teks, bacaan.wilayah) for unit in bacaan.satuan]


def _vector(count: Counter[str], idf: Mapping[str, float]) -> Vektor:
    vector = {term: (1 + math.log(n)) * idf[term] for term, n in count.items() if term in idf}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}
