"""The corpus: what all regulations together tell about a word, a definition, a region."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol

from generator.cite import Naskah
from generator.model import Daerah, DataDaerah
from generator.naskah import Klausa
from generator.rujukan import Istilah, RujukanDalam, define_terms, read_references
from generator.temuan.baca import paragraphs

_WORD = re.compile(r"[^\W\d_]+")
#: Where a capital letter says nothing: the beginning of a sentence, of an item, after a colon.
_MID = re.compile(r"(?<=[a-z0-9,)] )(?P<kata>[^\W\d_]+)")


#: What is counted in a corpus, and what it holds by slug: both can be put together.
_COUNTED, _BY_SLUG = ("kata", "kata_tengah", "pasangan"), ("definisi", "rujukan")


class Terbaca(Protocol):
    """A regency as far as the corpus looks at it, read or ready to be published."""

    @property
    def slug(self) -> str:
        """Its part of every address."""

    @property
    def naskah(self) -> Naskah:
        """Its text."""

    @property
    def data(self) -> DataDaerah:
        """What was written about it."""


@dataclass(frozen=True)
class Corpus:
    """Every regulation read, and whose it is; the words are counted once, when first asked for."""

    naskah: tuple[Naskah, ...]
    daerah: Mapping[str, Daerah]

    @classmethod
    def of(cls, regencies: Iterable[Terbaca]) -> Corpus:
        """The corpus of all regencies of a project."""
        items = tuple(regencies)
        return cls(
            tuple(item.naskah for item in items),
            {item.slug: item.data.daerah for item in items},
        )

    @classmethod
    def together(cls, parts: Iterable[Corpus]) -> Corpus:
        """Corpora as one; what was counted in them is added up and not counted again."""
        known = tuple(parts)
        whole = cls(
            tuple(naskah for part in known for naskah in part.naskah),
            {slug: daerah for part in known for slug, daerah in part.daerah.items()},
        )
        for name in _COUNTED:
            total: Counter[Any] = Counter()
            for part in known:
                total.update(getattr(part, name))
            # Where cached_property keeps what it found.
            whole.__dict__[name] = total
        for name in _BY_SLUG:
            whole.__dict__[name] = {
                slug: value for part in known for slug, value in getattr(part, name).items()
            }
        return whole

    def counted(self) -> Corpus:
        """This corpus with everything counted, so that it can be kept."""
        for name in (*_COUNTED, *_BY_SLUG):
            getattr(self, name)
        return self

    def beside(self, item: Terbaca) -> Corpus:
        """This corpus with one more regulation, if it is not in it."""
        return self if item.slug in self.daerah else Corpus.together([self, Corpus.of([item])])

    @cached_property
    def kata(self) -> Counter[str]:
        """How often each word occurs in all regulations, in lower case."""
        return Counter(
            word.lower()
            for naskah in self.naskah
            for _clause, text in paragraphs(naskah, boxes=True)
            for word in _WORD.findall(text)
        )

    @cached_property
    def kata_tengah(self) -> Counter[str]:
        """How often each word, as it is written, occurs inside a sentence."""
        return Counter(
            match["kata"]
            for naskah in self.naskah
            for _clause, text in paragraphs(naskah)
            for match in _MID.finditer(text)
        )

    @cached_property
    def definisi(self) -> Mapping[str, tuple[Istilah, ...]]:
        """The definitions of each regulation, by its slug."""
        return {naskah.slug: define_terms(naskah) for naskah in self.naskah}

    @cached_property
    def rujukan(self) -> Mapping[str, tuple[RujukanDalam, ...]]:
        """The references of each regulation to itself, by its slug."""
        # What stands in no clause has no place that a finding could name.
        return {
            naskah.slug: tuple(
                r for r in read_references(naskah).dalam if r.klausa in naskah.klausa
            )
            for naskah in self.naskah
        }

    @cached_property
    def singkatan(self) -> Mapping[str, str]:
        """Abbreviations that any regulation defines, and what they stand for, in lower case."""
        return {
            short.lower(): term.istilah.lower()
            for terms in self.definisi.values()
            for term in terms
            for short in term.alias
            if short.isupper()
        }

    @cached_property
    def wilayah(self) -> frozenset[str]:
        """The names of all regions, without "Kabupaten" and "Kota"."""
        return frozenset(daerah.nama_singkat for daerah in self.daerah.values())

    @cached_property
    def pasangan(self) -> Counter[tuple[str, str]]:
        """How often each pair of neighbouring words occurs, in lower case."""
        return Counter(
            pair
            for naskah in self.naskah
            for _clause, text in paragraphs(naskah, boxes=True)
            for pair in neighbours(text)
        )


def own_texts(clause: Klausa) -> tuple[str, ...]:
    """The paragraphs of a clause itself, white space folded."""
    return tuple(
        " ".join(part.teks.split())
        for part in clause.isi
        if not isinstance(part, Klausa) and part.is_text
    )


def neighbours(text: str) -> Iterator[tuple[str, str]]:
    """Every pair of neighbouring words of a paragraph, in lower case."""
    return pairwise(word.lower() for word in _WORD.findall(text))
