"""Print: a tree of clauses becomes the canonical layout; the inverse of parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.naskah.baris import DIKTUM, KERANGKA, STRUKTUR, needs_escape
from generator.naskah.pohon import Alinea, JenisAlinea, Klausa

_STRUKTUR = frozenset(kind for kind, _rank, _pattern in STRUKTUR)
_DIKTUM = frozenset(kind for kind, _pattern in DIKTUM)


def print_text(root: Klausa) -> str:
    """Write a text file: one clause a line, two blanks a level, a blank line before headings."""
    lines = list(_content(root, 0))
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines) + "\n"


def _content(clause: Klausa, margin: int, *, quoted: bool = False) -> Iterator[str]:
    for part in clause.isi:
        if isinstance(part, Klausa):
            yield from _clause(part, margin, quoted=quoted)
        else:
            yield _paragraph(part, margin)


def _clause(clause: Klausa, margin: int, *, quoted: bool) -> Iterator[str]:
    """Write a clause; below a Pasal a structural heading is ``quoted`` and stands indented."""
    blanks = " " * margin
    if clause.jenis in KERANGKA or clause.jenis == "bagan":
        yield ""
        yield f"{blanks}[{clause.jenis}]"
        yield from _content(clause, margin + 2 if clause.jenis == "bagan" else 0, quoted=quoted)
    elif clause.jenis in _STRUKTUR:
        yield from _heading(clause, max(margin, 2) if quoted else 0, quoted=quoted)
    elif clause.jenis in _DIKTUM:
        yield ""
        yield clause.label
        yield from _content(clause, 2)
    else:
        yield from _item(clause, margin, quoted=quoted)


def _heading(clause: Klausa, margin: int, *, quoted: bool) -> Iterator[str]:
    yield ""
    yield f"{' ' * margin}{clause.label}"
    if clause.judul:
        yield f"{' ' * margin}{_escaped(clause.judul, margin)}"
    elif clause.jenis != "pasal" and clause.isi and isinstance(clause.isi[0], Alinea):
        yield ""
    below = quoted or clause.jenis == "pasal"
    yield from _content(clause, margin + 2 if quoted else 0, quoted=below)


def _item(clause: Klausa, margin: int, *, quoted: bool) -> Iterator[str]:
    blanks = " " * margin
    rest = clause.isi
    if clause.adalah_judul:
        yield ""
        yield f"{blanks}# {clause.label} {clause.judul}".rstrip()
    elif (
        rest
        and isinstance(rest[0], Alinea)
        and rest[0].jenis is JenisAlinea.ALINEA
        and " " not in clause.label  # "Ayat (1)" in the Penjelasan stands alone
    ):
        # The first paragraph stands on the label's line.
        yield f"{blanks}{clause.label} {rest[0].teks}"
        rest = rest[1:]
    else:
        yield f"{blanks}{clause.label}"
    yield from _content(replace(clause, isi=rest), margin + 2, quoted=quoted)


def _paragraph(paragraph: Alinea, margin: int) -> str:
    blanks = " " * margin
    match paragraph.jenis:
        case JenisAlinea.KOTAK:
            return f"{blanks}| {paragraph.teks}".rstrip()
        case JenisAlinea.TIDAK_TERBACA:
            reason = f": {paragraph.teks}" if paragraph.teks else ""
            return f"{blanks}[tidak terbaca{reason}]"
        case JenisAlinea.ALINEA:
            return f"{blanks}{_escaped(paragraph.teks, margin)}"


def _escaped(text: str, margin: int) -> str:
    return f"\\{text}" if needs_escape(text, at_margin=margin == 0) else text
