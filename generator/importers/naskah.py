"""From lines to texts: every part of a regulation by its own rules, in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.importers.kerangka import write_part
from generator.importers.meja import Tulisan
from generator.importers.nilai import Calon, Larik, Ragu, Terbit
from generator.importers.papan import Papan
from generator.importers.pasal import choose_row, find_candidates
from generator.importers.pecah import split_lines
from generator.importers.ruas import Ruas, split_parts
from generator.importers.tumpukan import mend_piles

#: The first Pasal of an amendment, text after it or not.
_ROMAN_ONE = re.compile(r"(?:Pasal|PASAL) I\.?(?:$|\s[A-Z])")
_CHANGES = re.compile(r"\bPERUBAHAN\b|\bPENETAPAN PERATURAN PEMERINTAH PENGGANTI\b")


@dataclass(frozen=True)
class Tersusun:
    """The texts written: their lines by name, the doubts, and the supposed reasons by line."""

    baris: dict[str, list[Tulisan]]
    ragu: tuple[Ragu, ...]
    alasan: dict[int, tuple[str, str]]

    def text(self, name: str) -> str:
        """The file as written so far; parse and print give it its final layout."""
        return "\n".join(line.line() for line in self.baris[name])

    def words(self) -> list[Terbit]:
        """Every published word in order: the body, then the Lampiran."""
        return [word for name in self.baris for line in self.baris[name] for word in line.words]


def compose(lines: Sequence[Larik], known: Collection[str], *, per_line: bool) -> Tersusun:
    """Write the texts of a regulation; ``per_line`` when every line is a whole paragraph."""
    lines, piled = _mended(split_lines(lines))
    parts = split_parts(lines)
    amends = _is_amending(lines, parts)
    candidates, row = _articles(lines, parts, amends=amends)
    written: dict[str, list[Tulisan]] = {"peraturan": [], "lampiran": []}
    doubts, reasons = list(piled), {ragu.baris: ("nomor-terlepas", ragu.apa) for ragu in piled}
    name = "peraturan"
    for part in parts:
        name = "lampiran" if part.jenis == "lampiran" else name
        board = Papan(lines, candidates, row, part.jenis, known, per_line, amends)
        write_part(board, part)
        written[name] += board.tulisan
        doubts += board.ragu
        reasons |= board.alasan
    doubts += _gaps(candidates, row, lines, parts)
    return Tersusun(written, tuple(sorted(set(doubts))), reasons)


def _mended(lines: Sequence[Larik]) -> tuple[Sequence[Larik], tuple[Ragu, ...]]:
    """Lines with torn numbers put back, where that is certain."""
    headings = choose_row(find_candidates(lines, amends=False))
    mended, _headings, doubts = mend_piles(lines, headings)
    return mended, doubts


def _is_amending(lines: Sequence[Larik], parts: Sequence[Ruas]) -> bool:
    """Whether the Pasal are "Pasal I" and "Pasal II", which quote those of another regulation."""
    bodies = [part for part in parts if part.jenis == "batang"]
    if not bodies:
        return False
    body = lines[bodies[0].dari : bodies[0].sampai]
    heads = [line.teks for line in body if line.teks[:5].lower() == "pasal" and len(line.kata) > 1]
    title = " ".join(line.teks for line in lines[: bodies[0].dari])
    alone = {head.split()[1].rstrip(".") for head in heads if len(head.split()) == 2}
    if _CHANGES.search(title) and heads and _ROMAN_ONE.match(heads[0]):
        return True
    return "I" in alone and "II" in alone and "2" not in alone


def _articles(
    lines: Sequence[Larik], parts: Sequence[Ruas], *, amends: bool
) -> tuple[dict[int, Calon], frozenset[int]]:
    """The candidates of all parts by line, and the rows chosen, one for each part."""
    found: dict[int, Calon] = {}
    row: set[int] = set()
    for part in parts:
        if part.jenis in ("judul", "pembukaan", "penutup"):
            continue
        own = find_candidates(
            lines[part.dari : part.sampai], amends=amends, many=part.jenis == "penjelasan"
        )
        own = [replace(item, letak=item.letak + part.dari) for item in own]
        own = [item for item in own if part.jenis != "lampiran" or item.berdiri]
        found |= {item.letak: item for item in own}
        main = [item for item in own if item.romawi] if amends else own
        chosen = choose_row(main)
        if part.jenis != "lampiran" or len(chosen) > 2:
            row |= chosen
    return found, frozenset(row)


def _gaps(
    candidates: dict[int, Calon],
    row: Collection[int],
    lines: Sequence[Larik],
    parts: Sequence[Ruas],
) -> list[Ragu]:
    """A number of a Pasal that is missing in a row."""
    doubts = []
    for part in parts:
        if part.jenis != "batang":
            continue
        before = 0
        for index in sorted(i for i in row if part.dari <= i < part.sampai):
            number = candidates[index].nilai[0]
            if number > before + 1:
                missing = f"Pasal {before + 1}"
                missing += f" sampai Pasal {number - 1}" if number > before + 2 else ""
                doubts.append(
                    Ragu(lines[index].nomor, f"{missing} tidak ditemukan", "periksa pada sumber")
                )
            before = number
    return doubts
