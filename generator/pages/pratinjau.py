"""Previews: what a clause or a term says, at a glance, where its own page is not open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.naskah import Alinea, Klausa
from generator.pages.alinea import Bacaan
from generator.pages.banding import Banding

#: About as many letters as a reader takes in at a glance.
GLANCE = 600


@dataclass(frozen=True)
class Pratinjau:
    """What is shown about a term or a clause; ``id`` is how the page's script finds it."""

    id: str
    baris: tuple[str, ...]
    tautan: str = ""
    kata_tautan: str = ""


def previews(root: Klausa, bacaan: Bacaan, banding: Banding | None) -> tuple[Pratinjau, ...]:
    """What the page of a root needs: its terms, and the clauses on the other page it cites.

    What a clause on the same page says is read from there.
    """
    return (*_terms(root, bacaan, banding), *_elsewhere(root, bacaan))


def glance(clause: Klausa) -> tuple[str, ...]:
    """The beginning of a clause as lines; of a whole text, its headings."""
    if not clause.jangkar:
        return tuple(f"{c.label} {c.judul}".strip() for c in clause.anak if c.adalah_judul)
    lines: list[str] = []
    left = GLANCE
    for line in _lines(clause):
        if len(line) >= left:
            return (*lines, f"{line[:left].rstrip()}…")
        lines.append(line)
        left -= len(line)
    return tuple(lines)


def _lines(clause: Klausa) -> Iterator[str]:
    label = clause.label
    if clause.judul:
        yield f"{label} {clause.judul}".strip()
        label = ""
    for part in clause.isi:
        if isinstance(part, Klausa):
            if label:
                yield label
            yield from _lines(part)
        elif part.is_text:
            yield f"{label} {part.teks}".strip()
        label = ""


def _terms(root: Klausa, bacaan: Bacaan, banding: Banding | None) -> Iterator[Pratinjau]:
    page = root.jenis
    for term in dict.fromkeys(u.istilah for u in bacaan.pemakaian if _page(u.klausa) == page):
        clause = bacaan.naskah.klausa[term.jangkar]
        text = next(part for part in clause.isi if isinstance(part, Alinea) and part.is_text)
        address, words = term_link(bacaan, term.jangkar, banding)
        yield Pratinjau(f"pk-takrif-{term.jangkar}", (text.teks,), address, words)


def term_link(bacaan: Bacaan, anchor: str, banding: Banding | None) -> tuple[str, str]:
    """Where a term is compared with other regulations, and the words of that link."""
    address = links.clause(bacaan.naskah.slug, anchor)
    entry = banding.kamus.entry(address) if banding else None
    if entry is None:
        return "", ""
    if entry.banyak == 1:
        return entry.alamat, "Semua istilah"
    return entry.alamat, f"Bandingkan dengan {entry.banyak - 1} daerah lain"


def _elsewhere(root: Klausa, bacaan: Bacaan) -> Iterator[Pratinjau]:
    page = root.jenis
    targets = dict.fromkeys(
        target.jangkar
        for reference in bacaan.rujukan.dalam
        if _page(reference.klausa) == page
        for target in reference.sasaran
        if target.jangkar and _page(target.jangkar) != page
    )
    for anchor in targets:
        clause = bacaan.naskah.klausa.get(anchor) or bacaan.naskah.lampiran
        if clause is not None:
            yield Pratinjau(f"pk-pratinjau-{anchor}", glance(clause))


def _page(anchor: str) -> str:
    return "lampiran" if anchor.split("-", 1)[0] == "lampiran" else "peraturan"
