"""Where clauses are found: by number, by caption, below a clause, and near a place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.cite import Naskah
from generator.naskah import Alinea, Klausa, iterate
from generator.naskah.jangkar import number_of
from generator.naskah.nomor import is_roman, roman
from generator.rujukan.pindai import Unsur

_STRUCTURE = frozenset({"bab", "bagian", "paragraf", "pasal"})
#: Where the search for a list around a place ends: a Pasal is read by itself.
_CLOSED = frozenset({"pasal", "menimbang", "mengingat", "memutuskan", "menetapkan"})
_CAPTION = re.compile(r"[Gg]ambar\s+(?P<nomor>\d{1,3})(?!\w)")

#: The clauses around a place, the root first, and the index of the paragraph in the last.
Tempat = tuple[tuple[Klausa, ...], int]


@dataclass(frozen=True)
class Peta:
    """The clauses of one regulation, made findable."""

    naskah: Naskah

    @cached_property
    def jalan(self) -> Mapping[str, tuple[Klausa, ...]]:
        """The clauses from the root to each clause, by its anchor."""
        return {
            path[-1].jangkar or path[-1].jenis: path
            for root in self.naskah.akar
            for path in _paths((root,))
        }

    @cached_property
    def pasal(self) -> tuple[Klausa, ...]:
        """Every Pasal of the regulation in reading order; none that is quoted or explained."""
        return tuple(
            clause
            for clause in iterate(self.naskah.peraturan)
            if clause.jenis == "pasal" and clause.jangkar.rfind("pasal-") == 0
        )

    @cached_property
    def keterangan(self) -> Mapping[str, tuple[Klausa, ...]]:
        """Clauses that hold the caption of a figure, by the figure's number."""
        found: dict[str, list[Klausa]] = {}
        for clause in self.naskah.klausa.values():
            for part in clause.isi:
                if isinstance(part, Alinea) and (number := caption(part)):
                    found.setdefault(number, []).append(clause)
        return {number: tuple(clauses) for number, clauses in found.items()}

    def start(self, part: Unsur, place: Tempat) -> tuple[Klausa, ...]:
        """The clauses that the first part of a reference can mean at a place."""
        path, _ = place
        match part.jenis:
            case "lampiran":
                return self._lampiran(part)
            case "gambar":
                return self.keterangan.get(part.nomor, ())
            case "pasal":
                return tuple(clause for clause in self.pasal if number_of(clause) == part.nomor)
            case "bab":
                return below(path[0], part)
            case "ayat" if any(clause.jenis == "pasal" for clause in path):
                return below(self._explained(path), part)
        return _near(part, place)

    def next(self, clause: Klausa, part: Unsur) -> tuple[Klausa, ...]:
        """The clauses that a further part of a reference can mean below a clause."""
        if part.jenis == "pasal":
            return tuple(c for c in iterate(clause) if _is(c, part))
        return below(clause, part)

    def between(self, first: Klausa, last: Klausa) -> tuple[Klausa, ...] | None:
        """What a range names between its ends; None when it is not a range in reading order."""
        row = self.pasal
        if first.jenis != "pasal":
            parent = self.jalan[first.jangkar][-2]
            row = tuple(child for child in parent.anak if child.jenis == first.jenis)
        anchors = [clause.jangkar for clause in row]
        if first.jangkar not in anchors or last.jangkar not in anchors:
            return None
        start, end = anchors.index(first.jangkar), anchors.index(last.jangkar)
        return row[start + 1 : end] if start < end else None

    def _explained(self, path: tuple[Klausa, ...]) -> Klausa:
        """The innermost Pasal of a path; in the Penjelasan, the one that it explains."""
        own = next(clause for clause in reversed(path) if clause.jenis == "pasal")
        if not any(clause.jenis == "penjelasan" for clause in path):
            return own
        return next((c for c in self.pasal if number_of(c) == number_of(own)), own)

    def _lampiran(self, part: Unsur) -> tuple[Klausa, ...]:
        root = self.naskah.lampiran
        if root is None:
            return ()
        if not part.nomor:
            return (root,)
        return tuple(c for c in root.anak if _roman_number(c) == part.nomor)


def caption(part: Alinea) -> str:
    """The number of the figure whose caption a paragraph is, or nothing."""
    match = _CAPTION.match(part.teks) if part.is_text else None
    return match["nomor"] if match else ""


def below(clause: Klausa, part: Unsur) -> tuple[Klausa, ...]:
    """The clauses directly below a clause that have the kind and the number of a part."""
    return tuple(child for child in clause.anak if _is(child, part))


def _near(part: Unsur, place: Tempat) -> tuple[Klausa, ...]:
    """The nearest list around a place that has the part.

    A paragraph after a list can mean an item of that list; otherwise an item means its siblings,
    then the lists further out.
    """
    path, index = place
    before = [child for child in path[-1].isi[:index] if isinstance(child, Klausa)]
    found = tuple(child for child in before if _is(child, part))
    for inner, outer in zip(reversed(path), reversed(path[:-1]), strict=False):
        if found or (inner.jenis in _CLOSED and part.jenis not in _STRUCTURE):
            break
        found = below(outer, part)
    return found


def _is(clause: Klausa, part: Unsur) -> bool:
    if clause.jenis in _STRUCTURE:
        return clause.jenis == part.jenis and number_of(clause) == part.nomor
    # In a Lampiran an item "(1)" is an angka for the grammar and an ayat for its drafters.
    kind = "ayat" if clause.jenis == "angka" and part.jenis == "ayat" else clause.jenis
    if kind != part.jenis or (part.jenis == "ayat" and clause.label[:1] != "("):
        return False
    return clause.label.strip("().").lower() == part.nomor


def _roman_number(clause: Klausa) -> str:
    if clause.jenis == "bab":
        return number_of(clause)
    core = clause.label.strip("().")
    return str(roman(core)) if clause.jenis == "romawi" and is_roman(core) else ""


def _paths(path: tuple[Klausa, ...]) -> Iterator[tuple[Klausa, ...]]:
    yield path
    for child in path[-1].anak:
        yield from _paths((*path, child))
