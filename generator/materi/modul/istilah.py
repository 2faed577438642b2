"""Terms: those that name an office, a role or a document first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.cite import clause_source
from generator.materi.halaman_slide import cut
from generator.materi.lama import open_with_first
from generator.materi.nilai import Modul, Poin, Slide
from generator.model import Kosakata
from generator.naskah import text_of
from generator.pages.values import DaerahTerbit
from generator.rujukan import Istilah, define_terms, term_key


def module(daerah: DaerahTerbit, kosakata: Kosakata) -> Modul:
    """The defined terms; none where the regulation defines none."""
    return Modul(
        "istilah",
        "Istilah",
        "Istilah yang dipakai naskah, dengan definisinya",
        tuple(_slides(daerah, kosakata)),
    )


def _slides(daerah: DaerahTerbit, kosakata: Kosakata) -> Iterator[Slide]:
    known = _vocabulary(kosakata)
    terms = define_terms(daerah.naskah)
    first = [term for term in terms if known & {term_key(name) for name in term.nama}]
    rest = [term for term in terms if term not in first]
    for name, title, lama, group in (
        ("istilah-pokok", "Istilah pokok", 30, first),
        ("istilah-lain", "Istilah lain", 90, rest),
    ):
        if group:
            points = tuple(_point(daerah, term) for term in group)
            yield from open_with_first(cut(Slide(name, title, lama, points)), 60)


def _point(daerah: DaerahTerbit, term: Istilah) -> Poin:
    clause = daerah.naskah.klausa[term.jangkar]
    text = text_of(clause).removeprefix(clause.label).strip()
    return Poin(text.rstrip(".;"), (clause_source(term.jangkar, text, daerah.naskah),))


def _vocabulary(kosakata: Kosakata) -> frozenset[str]:
    words = (*kosakata.peran.values(), *kosakata.jenis_simpul.values(), *kosakata.dokumen.values())
    names = [name for word in words for name in (word.nama, word.singkat) if name]
    return frozenset(map(term_key, names))
