"""All regulations: which pairs are put side by side, so that the cost stays in a straight line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from generator.compare.bobot import similarities, texts, weigh
from generator.compare.nilai import Bacaan, Selaras
from generator.compare.selaras import align, mirror

#: Up to so many regulations every pair has its page; from there on each is put beside one only.
SEMUA_PASANGAN = 8


@dataclass(frozen=True)
class SemuaSelaras:
    """The alignments of a project; ``acuan`` is the regulation that all others are put beside.

    It is empty as long as every pair is aligned. ``pasangan`` holds each pair once, the slugs in
    order of the alphabet.
    """

    acuan: str
    pasangan: Mapping[tuple[str, str], Selaras]

    @cached_property
    def arah(self) -> Mapping[tuple[str, str], Selaras]:
        """Every pair in both directions: the base first."""
        mirrored = {(b, a): mirror(one) for (a, b), one in self.pasangan.items()}
        return {**self.pasangan, **mirrored}

    def similarity(self, base: str, other: str) -> float | None:
        """How alike two regulations are, 0 to 1; None where they were not put side by side."""
        found = self.pasangan.get((min(base, other), max(base, other)))
        return found.kemiripan if found else None


@dataclass(frozen=True)
class Kemiripan:
    """How alike two regulations are, 0 to 1: all of them, their bodies, their Lampiran."""

    seluruh: float
    peraturan: float
    lampiran: float

    @classmethod
    def of(cls, aligned: Selaras) -> Kemiripan:
        """Measure an alignment."""
        return cls(
            aligned.kemiripan,
            aligned.similarity(("peraturan",)),
            aligned.similarity(("lampiran",)),
        )


@dataclass(frozen=True)
class SemuaKemiripan:
    """How alike every pair is that is put side by side; ``acuan`` as in `SemuaSelaras`."""

    acuan: str
    pasangan: Mapping[tuple[str, str], Kemiripan]


def pairs(slugs: Iterable[str], acuan: str) -> tuple[tuple[str, str], ...]:
    """Which regulations are put side by side: all, or each with ``acuan``; slugs in order."""
    known = sorted(slugs)
    if not acuan:
        return tuple(combinations(known, 2))
    return tuple((min(acuan, slug), max(acuan, slug)) for slug in known if slug != acuan)


def align_all(bacaan: Iterable[Bacaan]) -> SemuaSelaras:
    """Align the regulations of a project with each other.

    With few of them every pair; with many, each with the one that is most like all the others, so
    that one more regulation costs one more alignment.
    """
    read = {one.slug: one for one in bacaan}
    acuan = base(read.values()) if len(read) > SEMUA_PASANGAN else ""
    chosen = pairs(read, acuan)
    return SemuaSelaras(acuan, {(a, b): align(read[a], read[b]) for a, b in chosen})


def base(bacaan: Iterable[Bacaan]) -> str:
    """The slug of the regulation that is most like all of these."""
    return most_usual(sorted(bacaan, key=_slug)).slug


def most_usual(read: Sequence[Bacaan]) -> Bacaan:
    """The regulation whose words are nearest to those of all together; ties by the alphabet."""
    own = [_total(texts(one)) for one in read]
    vectors = weigh([*own, _total(own)])
    near = similarities(vectors[:-1], vectors[-1:])
    return read[max(range(len(read)), key=lambda at: near.get((at, 0), 0.0))]


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    """All counts together; `sum` would copy what it has at every step."""
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total


def _slug(bacaan: Bacaan) -> str:
    return bacaan.slug
