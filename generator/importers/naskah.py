"""From lines to texts: every part of a regulation by its own rules, in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.importers.meja import Tulisan
from generator.importers.nilai import Larik, Ragu, Terbit
from generator.importers.pasal import Calon, choose_row, find_candidates
from generator.importers.ruas import Ruas, split_parts
from generator.importers.susun import Penyusun
from generator.importers.tumpukan import mend_piles

_DIKTUM = re.compile(
    r"(?P<label>(?:Menimbang|MENIMBANG|Mengingat|MENGINGAT|Menetapkan|MENETAPKAN"
    r"|Memutuskan|M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N)(?:\s?:)?)(?:\s|$)"
)
_CHANGES = re.compile(r"\bPERUBAHAN\b|\bPENETAPAN PERATURAN PEMERINTAH PENGGANTI\b")
_SENTENCE = re.compile(r"(?:Agar|pengundangan|dalam|penempatannya|memerintahkan)\b")


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
    lines, piled = _mended(lines)
    parts = split_parts(lines)
    amends = _is_amending(lines, parts)
    candidates, row = _articles(lines, parts, amends=amends)
    written: dict[str, list[Tulisan]] = {"peraturan": [], "lampiran": []}
    doubts, reasons = list(piled), {ragu.baris: ("nomor-terlepas", ragu.apa) for ragu in piled}
    name = "peraturan"
    for part in parts:
        name = "lampiran" if part.jenis == "lampiran" else name
        builder = Penyusun(lines, candidates, row, part.jenis, known, per_line)
        if name == "lampiran" and part.jenis != "lampiran" and not written[name]:
            builder.bentuk = part.jenis
        _write(builder, part)
        written[name] += builder.tulisan
        doubts += builder.ragu
        reasons |= builder.alasan
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
    heads = {line.teks for line in body if line.teks[:5].lower() == "pasal" and len(line.kata) == 2}
    title = " ".join(line.teks for line in lines[: bodies[0].dari])
    numbers = {head.split()[1] for head in heads}
    return "I" in numbers and bool(
        _CHANGES.search(title) or ("II" in numbers and "2" not in numbers)
    )


def _articles(
    lines: Sequence[Larik], parts: Sequence[Ruas], *, amends: bool
) -> tuple[dict[int, Calon], frozenset[int]]:
    """The candidates of all parts by line, and the rows chosen, one for each part."""
    found: dict[int, Calon] = {}
    row: set[int] = set()
    for part in parts:
        if part.jenis in ("judul", "pembukaan", "penutup"):
            continue
        own = find_candidates(lines[part.dari : part.sampai], amends=amends)
        own = [replace(item, letak=item.letak + part.dari) for item in own]
        own = [item for item in own if part.jenis != "lampiran" or item.berdiri]
        found |= {item.letak: item for item in own}
        main = [item for item in own if item.romawi] if amends else own
        chosen = choose_row(main)
        if part.jenis != "lampiran" or len(chosen) > 2:
            row |= chosen
    return found, frozenset(row)


def _write(builder: Penyusun, part: Ruas) -> None:
    match part.jenis:
        case "judul":
            builder.mark("judul")
            _title_lines(builder, part)
        case "pembukaan":
            builder.mark("pembukaan")
            _opening(builder, part)
        case "penutup":
            builder.mark("penutup")
            _closing(builder, part)
        case "penjelasan":
            builder.mark("penjelasan")
            _explanation(builder, part)
        case "lampiran":
            _annex(builder, part)
        case _:
            builder.run(part.dari, part.sampai)


def _title_lines(builder: Penyusun, part: Ruas) -> None:
    """Each line of a title stands alone; what follows TENTANG is one."""
    about = False
    for index in range(part.dari, part.sampai):
        line = builder.lines[index]
        if about and builder.kini is not None and not line.terpisah:
            builder._join(builder.kini, line)
        else:
            builder._paragraph(line)
            about = about and line.teks != "TENTANG"
        if line.teks == "TENTANG":
            about, builder.kini = True, None


def _opening(builder: Penyusun, part: Ruas) -> None:
    builder.bentuk = "pembukaan"
    started = False
    at = part.dari
    while at < part.sampai:
        line = builder.lines[at]
        match = None if line.beku else _DIKTUM.match(line.teks)
        if match:
            at = _dictum(builder, line, match["label"], at, part.sampai)
            started = True
        elif started:
            builder.run(at, at + 1)
            at += 1
        else:
            builder._paragraph(line)
            at += 1


def _dictum(builder: Penyusun, line: Larik, label: str, at: int, end: int) -> int:
    """Open a diktum; its colon may stand on the next line. Gives the next line to read."""
    width = len(label.split())
    words = list(line.kata[:width])
    rest = line.kata[width:]
    if not rest and not label.endswith(":") and at + 1 < end:
        following = builder.lines[at + 1]
        if following.kata[0].teks == ":":
            words.append(following.kata[0])
            rest = following.kata[1:]
            at += 1
    if words[0].teks[0] == "M" and words[0].teks.endswith(":") and len(words) > 1:
        rest, words = (*words[1:], *rest), words[:1]
    builder.diktum(line, words, tuple(rest))
    return at + 1


def _closing(builder: Penyusun, part: Ruas) -> None:
    """Lines of signatures stand alone; the sentence "Agar setiap orang …" is one paragraph."""
    sentence = False
    for index in range(part.dari, part.sampai):
        line = builder.lines[index]
        if sentence and builder.kini is not None and not builder.kini.tail().endswith("."):
            builder._join(builder.kini, line)
            continue
        builder._paragraph(line)
        sentence = line.teks.startswith("Agar")


def _explanation(builder: Penyusun, part: Ruas) -> None:
    """The heading of the Penjelasan stands line by line, up to "I. UMUM" or the first Pasal."""
    at = part.dari
    while at < part.sampai and at < part.dari + 12:
        text = builder.lines[at].teks
        if (
            re.match(r"(?:[I1l]\s?[.,]?\s*)?(?:UMUM|Umum)\b|II?\s?\.|PASAL DEMI", text)
            or at in builder.utama
        ):
            break
        builder._paragraph(builder.lines[at])
        at += 1
    builder.kini = None
    builder.run(at, part.sampai)


def _annex(builder: Penyusun, part: Ruas) -> None:
    """The heading of a Lampiran (capitals) stands line by line; then its own clauses."""
    builder.mark("judul")
    at = part.dari
    while at < part.sampai and at < part.dari + 14:
        line = builder.lines[at]
        if (at > part.dari and not line.teks.isupper()) or builder._heading(line) is not None:
            break
        if at > part.dari and re.match(r"(?:[IVX]+|[A-Z])\.\s", line.teks):
            break
        builder._paragraph(line)
        at += 1
    builder.kini = None
    builder.run(at, part.sampai)


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
