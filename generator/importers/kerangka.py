"""The parts of the frame, each by its own rules: title, opening, closing, Penjelasan, Lampiran."""

from __future__ import annotations

import re
from typing import Final

from generator.importers.nilai import Larik
from generator.importers.papan import Papan
from generator.importers.ruas import Ruas
from generator.importers.susun import heading, write_dictum, write_lines
from generator.naskah.nomor import ordinal

_DIKTUM: Final = re.compile(
    r"(?P<label>(?:Menimbang|MENIMBANG|Mengingat|MENGINGAT|Menetapkan|MENETAPKAN"
    r"|Memutuskan|M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N)(?:\s?:)?)(?:\s|$)"
)
#: "KESATU :", "KEDUA BELAS:"; its colon tells it from a word in capitals.
_PERINTAH: Final = re.compile(
    r"(?P<label>(?:PERTAMA|KE[A-Z]{3,}(?: (?:BELAS|PULUH)(?: [A-Z]+)?)?)\s?:)(?:\s|$)"
)
#: Where the words of the Penjelasan begin, after its heading.
_UMUM: Final = re.compile(r"(?:[I1l]\s?[.,]?\s*)?(?:UMUM|Umum)\b|II?\s?\.|PASAL DEMI")
#: So long a heading of a Penjelasan or a Lampiran may be.
_HEADING: Final = 14


def write_part(board: Papan, part: Ruas) -> None:
    """Write one part of the regulation on its board."""
    match part.jenis:
        case "judul":
            board.mark("judul")
            _title_lines(board, part)
        case "pembukaan":
            board.mark("pembukaan")
            _opening(board, part)
        case "penutup":
            board.mark("penutup")
            _closing(board, part)
        case "penjelasan":
            board.mark("penjelasan")
            _explanation(board, part)
        case "lampiran":
            _annex(board, part)
        case _:
            write_lines(board, part.dari, part.sampai)


def _title_lines(board: Papan, part: Ruas) -> None:
    """Each line of a title stands alone; what follows TENTANG is one."""
    about = False
    for index in range(part.dari, part.sampai):
        line = board.lines[index]
        if about and board.kini is not None and not line.terpisah:
            board.join(board.kini, line)
        else:
            board.paragraph(line)
            about = about and line.teks != "TENTANG"
        if line.teks == "TENTANG":
            about, board.kini = True, None


def _opening(board: Papan, part: Ruas) -> None:
    board.bentuk = "pembukaan"
    started = False
    at = part.dari
    while at < part.sampai:
        line = board.lines[at]
        label = "" if line.beku else _label(board, at)
        if label:
            at = _dictum(board, line, label, at, part.sampai)
            started = True
        elif started:
            write_lines(board, at, at + 1)
            at += 1
        else:
            board.paragraph(line)
            at += 1


def _label(board: Papan, at: int) -> str:
    """The label of the frame that a line begins with; "KESATU" needs a colon, perhaps below it."""
    text = board.lines[at].teks
    if match := _DIKTUM.match(text):
        return match["label"]
    below = board.lines[at + 1].kata[0].teks if at + 1 < len(board.lines) else ""
    match = _PERINTAH.match(f"{text} :" if below == ":" and ":" not in text else text)
    if match is None or ordinal(match["label"].strip(" :")) is None:
        return ""
    return match["label"] if ":" in text else match["label"].removesuffix(":").strip()


def _dictum(board: Papan, line: Larik, label: str, at: int, end: int) -> int:
    """Open a diktum; its colon may stand on the next line. Gives the next line to read."""
    width = len(label.split())
    words = list(line.kata[:width])
    rest = line.kata[width:]
    if not rest and not label.endswith(":") and at + 1 < end:
        following = board.lines[at + 1]
        if following.kata[0].teks == ":":
            words.append(following.kata[0])
            rest = following.kata[1:]
            at += 1
    if words[0].teks[0] == "M" and words[0].teks.endswith(":") and len(words) > 1:
        rest, words = (*words[1:], *rest), words[:1]
    write_dictum(board, line, words, tuple(rest))
    return at + 1


def _closing(board: Papan, part: Ruas) -> None:
    """Lines of signatures stand alone; the sentence "Agar setiap orang …" is one paragraph."""
    sentence = False
    for index in range(part.dari, part.sampai):
        line = board.lines[index]
        if sentence and board.kini is not None and not board.tail.endswith("."):
            board.join(board.kini, line)
            continue
        board.paragraph(line)
        sentence = line.teks.startswith("Agar")


def _explanation(board: Papan, part: Ruas) -> None:
    """The heading of the Penjelasan stands line by line, up to "I. UMUM" or the first Pasal."""
    at = part.dari
    while at < part.sampai and at < part.dari + _HEADING:
        text = board.lines[at].teks
        if _UMUM.match(text) or at in board.utama:
            break
        board.paragraph(board.lines[at])
        at += 1
    board.kini = None
    write_lines(board, at, part.sampai)


def _annex(board: Papan, part: Ruas) -> None:
    """The heading of a Lampiran (capitals) stands line by line; then its own clauses."""
    board.mark("judul")
    at = part.dari
    while at < part.sampai and at < part.dari + _HEADING:
        line = board.lines[at]
        if (at > part.dari and not line.teks.isupper()) or heading(board, line) is not None:
            break
        if at > part.dari and re.match(r"(?:[IVX]+|[A-Z])\.\s", line.teks):
            break
        board.paragraph(line)
        at += 1
    board.kini = None
    write_lines(board, at, part.sampai)
