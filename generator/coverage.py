"""Coverage: which clauses about kedudukan, penugasan and mekanisme some fact cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.cite import Naskah, iterate_citations
from generator.model import DataDaerah
from generator.naskah import Klausa

#: What a heading above a clause says when the clause is about what the charts show.
_TOPIC = re.compile(
    r"kedudukan|penugasan|penunjukan|sukarela|mekanisme|tahap|pelaksanaan tugas|tanggung ?jawab",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cakupan:
    """The clauses that count, and those of them that no fact cites, by their anchors."""

    dihitung: tuple[str, ...]
    belum: tuple[str, ...]

    @property
    def bagian(self) -> float:
        """The share that some fact cites, 0 to 1; 1 where nothing counts."""
        return 1 - len(self.belum) / len(self.dihitung) if self.dihitung else 1.0


def cover(data: DataDaerah, naskah: Naskah) -> Cakupan:
    """Count the deepest clauses under a heading about the topic, and find those not cited.

    A clause is cited when a fact cites it, or quotes it from a clause above it.
    """
    counted = tuple(clause.jangkar for root in naskah.akar for clause in _about(root, inside=False))
    quotations: dict[str, list[str]] = {}
    for part in (data.kedudukan, data.penugasan, data.mekanisme, data.peran, data.catatan):
        for _path, dasar in iterate_citations(part):
            quotations.setdefault(dasar.klausa, []).append(" ".join(dasar.kutipan.split()))
    above = _ancestors(naskah)
    open_ = tuple(anchor for anchor in counted if not _cited(anchor, quotations, above, naskah))
    return Cakupan(counted, open_)


def _about(clause: Klausa, *, inside: bool) -> Iterator[Klausa]:
    inside = inside or bool(clause.judul and _TOPIC.search(clause.judul))
    if inside and clause.jangkar and not clause.anak and clause.jenis != "bagan":
        yield clause
    for child in clause.anak:
        yield from _about(child, inside=inside)


def _ancestors(naskah: Naskah) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}

    def visit(clause: Klausa, way: tuple[str, ...]) -> None:
        found[clause.jangkar] = way
        for child in clause.anak:
            visit(child, (*way, clause.jangkar))

    for root in naskah.akar:
        visit(root, ())
    return found


def _cited(
    anchor: str,
    quotations: dict[str, list[str]],
    above: dict[str, tuple[str, ...]],
    naskah: Naskah,
) -> bool:
    if anchor in quotations:
        return True
    text = naskah.teks[anchor]
    return any(
        quotation in text or text in quotation
        for parent in above[anchor]
        for quotation in quotations.get(parent, ())
    )
