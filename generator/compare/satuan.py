"""Units: a regulation cut into the pieces that are matched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.cite import Naskah
from generator.compare.nilai import Bacaan, Satuan
from generator.naskah import JenisAlinea, Klausa, text_of

#: What names laws, places and signatories, or draws: compared elsewhere or not at all.
DI_LUAR = frozenset(
    {"judul", "penutup", "mengingat", "memutuskan", "menetapkan", "penjelasan", "bagan"}
)
#: From so many words on an item of a list in the Lampiran stands alone.
PANJANG = 60
_SPLIT = re.compile(r"(?: yang)? selanjutnya (?:disebut|disingkat)(?: sebagai| dengan)? ")
_ITEMS = frozenset({"huruf", "angka", "romawi", "butir"})

Jalur = tuple[Klausa, ...]


def read(naskah: Naskah, wilayah: str) -> Bacaan:
    """Cut a regulation into units, in reading order; ``wilayah`` is its region's short name."""
    units = [unit for root in naskah.akar for unit in _units(root, (root,))]
    return Bacaan(naskah.slug, wilayah, tuple(units))


def _units(clause: Klausa, path: Jalur) -> Iterator[Satuan]:
    """The unit of a clause's own text, then those of the clauses below it that stand alone."""
    unit = _unit(clause, path)
    if unit is not None:
        yield unit
    for child in _below(clause):
        if child.jenis not in DI_LUAR:
            yield from _units(child, (*path, child))


def _below(clause: Klausa) -> Iterator[Klausa]:
    """Clauses that stand alone below this one, those inside a folded item too."""
    for child in clause.anak:
        if _folds(child, clause):
            yield from _below(child)
        else:
            yield child


def _folds(child: Klausa, parent: Klausa) -> bool:
    """Whether a clause is read as a part of the one above it."""
    if child.jenis not in _ITEMS or child.adalah_judul:
        return False
    if _has_heading(child):
        return True
    if parent.jenis == "pasal":
        return _names(text_of(child).partition(" ")[2]) == ()
    if parent.jenis in ("ayat", "menimbang") or _in_article(parent):
        return True
    return not _stand_alone(_list_of(child, parent))


def _list_of(child: Klausa, parent: Klausa) -> list[Klausa]:
    """The items of the list that a clause stands in: one heading can hold several lists."""
    found: list[Klausa] = []
    for kind, members in groupby(parent.isi, key=lambda part: getattr(part, "jenis", "")):
        items = [m for m in members if isinstance(m, Klausa) and not m.adalah_judul]
        if kind == child.jenis and any(item is child for item in items):
            found = items
    return found


def _stand_alone(items: Sequence[Klausa]) -> bool:
    """Whether the items of a list are each a matter of its own: long, or mostly lists themselves.

    The items of one list are all treated alike, so that texts are cut at the same places.
    """
    nested = sum(any(not below.adalah_judul for below in item.anak) for item in items)
    words = sum(len(text_of(item).split()) for item in items if not _has_heading(item))
    return 2 * nested >= len(items) or words >= PANJANG * len(items)


def _has_heading(clause: Klausa) -> bool:
    return any(child.adalah_judul for child in clause.anak)


def _in_article(clause: Klausa) -> bool:
    return clause.jangkar.startswith(("pasal-", "menimbang"))


def _unit(clause: Klausa, path: Jalur) -> Satuan | None:
    lines = tuple(_lines(clause))
    if not lines or not clause.jangkar or clause.jenis == "pembukaan":
        return None
    titles = tuple(part.judul for part in path if part.judul)
    return Satuan(
        jangkar=clause.jangkar,
        bagian=_section(path),
        akar=path[0].jenis,
        pokok=_subject(path),
        jalur=titles,
        baris=lines,
        istilah=_names(lines[0][1]) if _defines(clause, path) else (),
    )


def _lines(clause: Klausa, label: str = "") -> Iterator[tuple[str, str]]:
    """A clause's own lines, with those of the items that are read with it."""
    for part in clause.isi:
        if isinstance(part, Klausa):
            if part.jenis not in DI_LUAR and _folds(part, clause):
                yield from _lines(part, part.label)
        elif part.is_text and part.jenis is JenisAlinea.ALINEA:
            yield label, " ".join(part.teks.split())
            label = ""


def _defines(clause: Klausa, path: Jalur) -> bool:
    return clause.jenis == "angka" and len(path) > 1 and path[-2].jenis == "pasal"


def _names(text: str) -> tuple[str, ...]:
    """The names that a definition gives: "ASN adalah …"; nothing when it defines nothing."""
    head, mark, _rest = text.partition(" adalah ")
    if not mark or len(head.split()) > 16:
        return ()
    return tuple(name.strip() for name in _SPLIT.split(head))


def _section(path: Jalur) -> str:
    """The Pasal, or the nearest heading of the Lampiran."""
    for part in reversed(path):
        if part.jenis in ("pasal", "menimbang") or (part.adalah_judul and part.jangkar):
            return part.jangkar
    return path[-1].jangkar


def _subject(path: Jalur) -> str:
    """The anchor of the heading under which the page lists it: Bagian, BAB, top of the Lampiran."""
    headings = [p for p in path[1:] if p.jenis in ("bab", "bagian") or p.adalah_judul]
    headings = [p for p in headings if p.jenis != "pasal"]
    if not headings:
        return path[1].jangkar if len(path) > 1 else ""
    return headings[min(1, len(headings) - 1)].jangkar
