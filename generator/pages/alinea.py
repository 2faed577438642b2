"""Paragraphs with their references and terms: cut by offsets, so that every piece is escaped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import links
from generator.cite import Naskah
from generator.naskah import Alinea, Klausa
from generator.pages.values import Tautan
from generator.rujukan import (
    Istilah,
    Keadaan,
    Pemakaian,
    Rujukan,
    RujukanDalam,
    Sasaran,
    cited_by,
    define_terms,
    read_references,
    read_terms,
)


@dataclass(frozen=True)
class Potongan:
    """A run of a paragraph: plain text, or what is shown with it.

    ``awal`` is where it begins in its paragraph. ``jenis`` is teks, rujukan, putus (a target that
    is not there), istilah or takrif (a term where it is defined); ``jangkar`` and ``alamat`` are
    where it leads, ``keterangan`` its name in full.
    """

    teks: str
    jenis: str = "teks"
    jangkar: str = ""
    alamat: str = ""
    keterangan: str = ""
    awal: int = 0


@dataclass(frozen=True)
class Rentang:
    """What a range names between its ends."""

    teks: str
    klausa: tuple[Tautan, ...]


@dataclass(frozen=True)
class Bacaan:
    """What was read in one regulation, and where it is shown."""

    naskah: Naskah
    rujukan: Rujukan
    istilah: tuple[Istilah, ...]
    pemakaian: tuple[Pemakaian, ...]
    dirujuk: Mapping[str, tuple[str, ...]]
    #: Every mark with its span, by the clause and the paragraph that it stands in.
    tanda: Mapping[tuple[str, int], tuple[tuple[int, int, Potongan], ...]]

    def pieces(self, clause: Klausa, part: Alinea) -> tuple[Potongan, ...]:
        """A paragraph of a clause, cut."""
        index = next(i for i, other in enumerate(clause.isi) if other is part)
        return tuple(cut(part.teks, self.tanda.get((_anchor(clause), index), ())))

    def citing(self, anchor: str) -> tuple[Tautan, ...]:
        """The clauses that cite a clause, as links."""
        return tuple(self.link(other) for other in self.dirujuk.get(anchor, ()))

    def faults(self, clause: Klausa) -> tuple[Sasaran, ...]:
        """The targets in a clause's own text that are not what they should be."""
        return tuple(
            target
            for reference in self._of(clause)
            for target in reference.sasaran
            if target.keadaan is not Keadaan.ADA
        )

    def ranges(self, clause: Klausa) -> tuple[Rentang, ...]:
        """The ranges in a clause's own text that name more than their ends."""
        return tuple(
            Rentang(reference.teks, tuple(self.link(t.jangkar) for t in inside if t.jangkar))
            for reference in self._of(clause)
            if (inside := [t for t in reference.sasaran if t.di_antara])
        )

    def link(self, anchor: str) -> Tautan:
        """A clause as a link with its name."""
        return Tautan(self.name(anchor), links.clause(self.naskah.slug, anchor))

    def name(self, anchor: str) -> str:
        """The name of a clause; the page of the Lampiran is called by its own."""
        return self.naskah.sebutan.get(anchor, anchor.capitalize())

    def _of(self, clause: Klausa) -> list[RujukanDalam]:
        return [r for r in self.rujukan.dalam if r.klausa == _anchor(clause)]


def read(naskah: Naskah) -> Bacaan:
    """Everything that the pages show of a regulation's references and terms."""
    references = read_references(naskah)
    terms = define_terms(naskah)
    uses = read_terms(naskah, terms, references.luar)
    marks: dict[tuple[str, int], list[tuple[int, int, Potongan]]] = defaultdict(list)
    for reference in references.dalam:
        for target in reference.sasaran:
            if not target.di_antara:
                place = reference.klausa, reference.alinea
                mark = _target(naskah.slug, target)
                marks[place].append((target.awal, target.akhir, mark))
    for term in terms:
        mark = Potongan(term.istilah, "takrif", term.jangkar)
        marks[term.jangkar, term.alinea].append((term.awal, term.akhir, mark))
    for use in uses:
        address = links.clause(naskah.slug, use.istilah.jangkar)
        mark = Potongan(use.teks, "istilah", use.istilah.jangkar, address, use.istilah.istilah)
        marks[use.klausa, use.alinea].append((use.awal, use.akhir, mark))
    return Bacaan(
        naskah,
        references,
        terms,
        uses,
        cited_by(references.dalam),
        {place: tuple(sorted(found, key=_start)) for place, found in marks.items()},
    )


def cut(text: str, marks: Iterable[tuple[int, int, Potongan]]) -> Iterator[Potongan]:
    """Cut a text at its marks, which are in order; a mark inside an earlier one is left out.

    >>> [p.teks for p in cut("pada ayat (1).", [(5, 13, Potongan("ayat (1)", "rujukan"))])]
    ['pada ', 'ayat (1)', '.']
    """
    position = 0
    for start, end, mark in marks:
        if start < position:
            continue
        if start > position:
            yield Potongan(text[position:start], awal=position)
        yield replace(mark, awal=start)
        position = end
    if position < len(text):
        yield Potongan(text[position:], awal=position)


def _target(slug: str, target: Sasaran) -> Potongan:
    if target.jangkar is None:
        return Potongan(target.teks, "putus", keterangan=target.sebab)
    address = links.clause(slug, target.jangkar)
    return Potongan(target.teks, "rujukan", target.jangkar, address, target.label)


def _start(mark: tuple[int, int, Potongan]) -> int:
    return mark[0]


def _anchor(clause: Klausa) -> str:
    return clause.jangkar or clause.jenis
