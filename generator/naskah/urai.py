"""Parse: the canonical layout of a text file becomes a tree of clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.naskah.baris import DIKTUM, KERANGKA, STRUKTUR, Baris, read_line
from generator.naskah.batas import MAX_DEPTH
from generator.naskah.jangkar import assign_anchors
from generator.naskah.nomor import is_roman
from generator.naskah.pohon import Alinea, JenisAlinea, Klausa
from generator.problems import Place, Problem
from generator.tak_tampak import unseen

INDENT = 2
_RANK = {kind: rank for kind, rank, _pattern in STRUKTUR} | dict.fromkeys(KERANGKA, 0)
_DIKTUM = frozenset(kind for kind, _pattern in DIKTUM)
_TITLED = frozenset({"buku", "bab", "bagian", "paragraf"})
#: "KESATU :" stands below Menetapkan; the other parts of the frame stand beside each other.
_DIKTUM_RANK = {"diktum": 1.5}
#: Parts of the frame that a BAB, a Pasal or a title closes; the Penjelasan has its own Pasal.
_CLOSED = frozenset(KERANGKA) - {"penjelasan"}


@dataclass
class _Open:
    """A clause that is still being filled; ``margin`` is the indentation of its content."""

    baris: Baris
    jenis: str
    margin: int
    rank: float
    judul: str = ""
    isi: list[Alinea | _Open] = field(default_factory=list)

    def close(self) -> Klausa:
        return Klausa(
            jenis=self.jenis,
            label=self.baris.label,
            judul=self.judul,
            isi=tuple(part.close() if isinstance(part, _Open) else part for part in self.isi),
            baris=self.baris.nomor,
            adalah_judul=self.baris.adalah_judul or self.jenis in _RANK,
        )


#: Labelled clauses nest by indentation, below every structural heading.
_ITEM_RANK = 10.0


def parse(text: str, root: str, file: str = "") -> tuple[Klausa, tuple[Problem, ...]]:
    """Read a text file; ``root`` is ``peraturan`` or ``lampiran``.

    Gives the tree, anchors assigned, and what is wrong with the layout. No word is ever dropped:
    a line that cannot be placed stays in the clause that is open there.
    """
    lines = _read_lines(text)
    stack = [_Open(Baris(0, 0, root), root, 0, -1)]
    problems = list(_unseen(text, file))
    position = 0
    while position < len(lines):
        line = lines[position]
        position += 1
        problem = _place(line, stack)
        if problem is not None:
            problems.append(Problem(Place(file, line.nomor, line.indentasi + 1), *problem))
        if stack[-1].baris is line and line.jenis in _TITLED and position < len(lines):
            title = lines[position]
            # The title stands on the very next line; a blank line says that there is none.
            if (title.nomor, title.jenis, title.indentasi) == (
                line.nomor + 1,
                "alinea",
                line.indentasi,
            ):
                stack[-1].judul = title.teks
                position += 1
    return assign_anchors(stack[0].close()), tuple(problems)


def _unseen(text: str, file: str) -> Iterator[Problem]:
    """Signs that are not seen, the first of each line; looked for line by line only if there."""
    if unseen(text) is None:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := unseen(line):
            yield Problem(
                Place(file, number, found[0] + 1),
                f"ada tanda yang tidak tampak ({found[1]})",
                "hapus tanda itu, atau ketik ulang kata-katanya",
            )


def _read_lines(text: str) -> Sequence[Baris]:
    return [
        read_line(number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]


def _place(line: Baris, stack: list[_Open]) -> tuple[str, str] | None:
    """Put a line where it belongs; gives what is wrong and what to do, if anything."""
    if line.jenis in _RANK and line.indentasi:
        return _place_quoted(line, stack)
    if line.jenis in _RANK:
        _open(stack, _Open(line, line.jenis, 0, _RANK[line.jenis]))
        return None
    if line.jenis in _DIKTUM:
        _open(stack, _Open(line, line.jenis, INDENT, _DIKTUM_RANK.get(line.jenis, 1)))
        return None
    if line.jenis in ("berlabel", "bagan"):
        return _place_item(line, stack)
    return _place_paragraph(line, stack)


def _place_quoted(line: Baris, stack: list[_Open]) -> tuple[str, str] | None:
    """An indented heading is one that the Pasal of an amendment quotes; elsewhere it is words."""
    if not any(clause.jenis == "pasal" for clause in stack):
        return _place_paragraph(replace(line, jenis="alinea", teks=line.label), stack)
    if len(stack) > MAX_DEPTH:
        return _too_deep(replace(line, teks=line.label), stack)
    _pop(stack, lambda top: top.rank == _ITEM_RANK and top.margin > line.indentasi)
    expected = max(stack[-1].margin, INDENT)
    heading = _Open(line, line.jenis, line.indentasi + INDENT, _ITEM_RANK)
    stack[-1].isi.append(heading)
    stack.append(heading)
    return _indentation(line, expected)


def _place_item(line: Baris, stack: list[_Open]) -> tuple[str, str] | None:
    if line.adalah_judul and line.indentasi == 0:
        _pop(stack, lambda top: top.jenis in _CLOSED)
    _pop(stack, lambda top: top.rank == _ITEM_RANK and top.margin > line.indentasi)
    expected = stack[-1].margin
    if len(stack) > MAX_DEPTH:
        return _too_deep(replace(line, teks=f"{line.label} {line.teks}".strip()), stack)
    item = _Open(line, _kind(line, stack), line.indentasi + INDENT, _ITEM_RANK)
    if line.adalah_judul:
        item.judul = line.teks
    elif line.teks:
        item.isi.append(Alinea(line.teks, line.nomor))
    stack[-1].isi.append(item)
    stack.append(item)
    return _indentation(line, expected)


def _place_paragraph(line: Baris, stack: list[_Open]) -> tuple[str, str] | None:
    _pop(stack, lambda top: top.rank >= _ITEM_RANK and top.margin > line.indentasi)
    owner = stack[-1]
    if line.jenis == "asing":
        owner.isi.append(Alinea(line.teks, line.nomor))
        return f"tanda redaksi {line.teks} tidak dikenal", "lihat content/peraturan/README.md"
    kind = JenisAlinea(line.jenis)
    if kind is JenisAlinea.KOTAK and not line.teks:
        return "kotak tanpa tulisan", "hapus, atau tulis [tidak terbaca]"
    if kind is JenisAlinea.KOTAK and owner.jenis != "bagan":
        owner.isi.append(Alinea(line.teks, line.nomor))
        return "tulisan kotak (|) di luar [bagan]", "taruh di bawah sebuah [bagan]"
    owner.isi.append(Alinea(line.teks, line.nomor, kind))
    return _indentation(line, owner.margin)


def _too_deep(line: Baris, stack: list[_Open]) -> tuple[str, str]:
    """Keep the words of a clause that is nested too deeply; everything walks down the tree."""
    stack[-1].isi.append(Alinea(line.teks or f"[{line.jenis}]", line.nomor))
    return f"klausa bersarang lebih dari {MAX_DEPTH} tingkat", "ratakan susunannya"


def _open(stack: list[_Open], clause: _Open) -> None:
    # "Menimbang" stands inside the pembukaan; a BAB, or a Pasal without BAB, closes the frame.
    frame = clause.jenis not in _DIKTUM
    _pop(
        stack,
        lambda top: top.rank >= clause.rank or (frame and top.jenis in _CLOSED | _DIKTUM),
    )
    stack[-1].isi.append(clause)
    stack.append(clause)


def _pop(stack: list[_Open], unwanted: Callable[[_Open], bool]) -> None:
    while len(stack) > 1 and unwanted(stack[-1]):
        stack.pop()


def _kind(line: Baris, stack: list[_Open]) -> str:
    if line.jenis == "bagan":
        return "bagan"
    if line.label == "-":
        return "butir"
    if " " in line.label:
        return line.label.split()[0].lower()  # "Ayat (1)" in the Penjelasan
    core = line.label.strip("().")
    if core[0].isdigit():
        return "ayat" if line.label[0] == "(" and stack[-1].jenis == "pasal" else "angka"
    if core.isupper() and is_roman(core) and stack[-1].jenis in ("lampiran", "penjelasan"):
        return "romawi"
    return "huruf"


def _indentation(line: Baris, expected: int) -> tuple[str, str] | None:
    if line.indentasi == expected:
        return None
    return (
        f"indentasi {line.indentasi} spasi, seharusnya {expected}",
        "isi suatu klausa ditulis dua spasi lebih dalam daripada labelnya",
    )
