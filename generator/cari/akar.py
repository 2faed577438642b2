"""Roots of Indonesian words: affixes are taken off by the rules of ``imbuhan.yaml``.

Confix stripping: every way to take affixes off is tried, and a rest counts only when it is a known
root. The script of the search page does the same with the same rules (``cari-akar.js``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.cari.kata import Pengetahuan, read_knowledge

#: ke-ter-libat-an has two prefixes, mem-per-ber-daya-kan three.
_PREFIXES = 3


@dataclass(frozen=True)
class Awalan:
    """A prefix before certain letters, and the letter that it has swallowed (men-: t)."""

    awalan: str
    sebelum: str
    ganti: str


@dataclass(frozen=True)
class Morfologi:
    """Roots, the forms whose roots no rule gives, and the affixes."""

    akar: frozenset[str]
    kecuali: Mapping[str, tuple[str, ...]]
    akhiran: tuple[tuple[str, ...], ...]
    awalan: tuple[Awalan, ...]

    def roots(self, word: str) -> tuple[str, ...]:
        """The roots of a word in small letters: usually one, the word itself when none is known.

        >>> read_morphology().roots("mempertanggungjawabkan")
        ('tanggung', 'jawab')
        >>> read_morphology().roots("penugasan"), read_morphology().roots("kendal")
        (('tugas',), ('kendal',))
        """
        if word in self.kecuali:
            return self.kecuali[word]
        best, cost = "", 0
        for rest, count in self._rests(word):
            known = rest in self.akar or rest in self.kecuali
            if known and (len(rest), -count) > (len(best), -cost):
                best, cost = rest, count
        return self.kecuali.get(best, (best or word,))

    def _rests(self, word: str) -> Iterator[tuple[str, int]]:
        for base, ends in self._without_suffixes(word):
            yield base, ends
            yield from self._without_prefixes(base, ends, _PREFIXES)

    def _without_suffixes(self, word: str) -> Iterator[tuple[str, int]]:
        bases = [(word, 0)]
        for kind in self.akhiran:
            bases += [
                (base[: -len(suffix)], count + 1)
                for base, count in bases
                for suffix in kind
                if base.endswith(suffix) and len(base) - len(suffix) > 2
            ]
        # Fewest letters first: of beri-kan and ber-ikan the first is meant.
        yield from reversed(bases)

    def _without_prefixes(self, base: str, count: int, left: int) -> Iterator[tuple[str, int]]:
        if left == 0:
            return
        for rule in self.awalan:
            size = len(rule.awalan)
            if base.startswith(rule.awalan) and base[size : size + 1] in rule.sebelum:
                rest = rule.ganti + base[size:]
                if len(rest) > 2:
                    yield rest, count + 1
                    yield from self._without_prefixes(rest, count + 1, left - 1)


def morphology(known: Pengetahuan) -> Morfologi:
    """The morphology that data files describe."""
    rules = known.imbuhan
    return Morfologi(
        akar=known.akar,
        kecuali={form: tuple(roots.split()) for form, roots in known.kata["kecuali"].items()},
        akhiran=tuple(tuple(rules[kind]) for kind in ("partikel", "kata_ganti", "akhiran")),
        awalan=tuple(Awalan(**rule) for rule in rules["awalan"]),
    )


@cache
def read_morphology() -> Morfologi:
    """The morphology of this project's data files."""
    return morphology(read_knowledge())
