"""One line of the canonical layout: what it is, by a table of forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ORDINAL: Final = (
    # One way only to read each word: with two ("Belas" and any word), "Belas Belas Belas …" would
    # be read in as many ways as there are subsets of its words.
    r"(?:(?:Ke(?!-)[a-z]+|Pertama)(?: [A-Z][a-z]*)*"
    r"|(?:KE[A-Z]+|PERTAMA)(?: [A-Z]+)*)"
)
#: A structural heading and its rank: a heading closes every open one of its rank or deeper.
STRUKTUR: Final = (
    # "BUKU KESATU", above the BAB of a code
    ("buku", 0.5, re.compile(rf"(?:BUKU|Buku) (?:{_ORDINAL}|[IVX]+|[0-9]+)")),
    # "BAB IV", "BAB XIVA", "BAB XIV A", "BAB 4"
    ("bab", 1, re.compile(r"(?:BAB|Bab) (?:[IVXLCDM]+(?: ?[A-Z])?|[0-9]+)")),
    # "Bagian Kesatu", "Bagian Kedua Puluh Satu", "BAGIAN PERTAMA", "Bagian 1"
    ("bagian", 2, re.compile(rf"(?:Bagian|BAGIAN) (?:{_ORDINAL}|[0-9]+|[IVX]+)")),
    ("paragraf", 3, re.compile(rf"(?:Paragraf|PARAGRAF) (?:[0-9]+[A-Z]?|{_ORDINAL}|[IVX]+)")),
    # "Pasal 12", "Pasal 12A", "PASAL 12 A"; "Pasal I" in a regulation that amends another
    # "Pasal 2 sampai dengan Pasal 4", which the Penjelasan explains together
    (
        "pasal",
        4,
        re.compile(
            r"(?:Pasal|PASAL) (?:[0-9]+(?: ?[A-Z]+)?|[IVXLC]+)"
            r"(?: (?:sampai dengan|s\.d\.|dan) (?:Pasal )?[0-9]+[A-Z]*)?"
        ),
    ),
)
#: What an amendment quotes may open with a quotation mark: “Pasal 5.
_QUOTE: Final = re.compile(r"[“”„\"'‘]+")
#: Parts of the frame that the regulation itself marks.
DIKTUM: Final = (
    ("menimbang", re.compile(r"(?:Menimbang|MENIMBANG) ?:?")),
    ("mengingat", re.compile(r"(?:Mengingat|MENGINGAT) ?:?")),
    ("memutuskan", re.compile(r"(?:M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N|Memutuskan) ?:?")),
    ("menetapkan", re.compile(r"(?:Menetapkan|MENETAPKAN) ?:?")),
    # "KESATU :", where a decision orders without Pasal
    ("diktum", re.compile(r"(?:PERTAMA|KE[A-Z]{3,}(?: (?:BELAS|PULUH)(?: [A-Z]+)?)?) ?:")),
)
#: Parts of the frame that only the editor marks, between square brackets.
KERANGKA: Final = ("judul", "pembukaan", "penutup", "penjelasan")
#: How the Penjelasan names what it explains, alone on a line: "Ayat (1)", "Huruf a", "Angka 2".
_DIJELASKAN: Final = re.compile(
    r"[Aa]yat \([0-9]{1,3}[a-z]?\)|[Hh]uruf [a-z]{1,2}|[Aa]ngka [0-9]{1,3}[a-z]?"
)

_LABEL = re.compile(
    r"""(?P<judul>\#\ )?
        (?P<label>
            \((?:[0-9]{1,3}[a-z]?|[a-z]{1,2}|[ivx]+)\)      # (1) (1a) (a)
          | (?:[0-9]{1,3}[a-z]?|[a-z]{1,2}|[ivx]+|[A-Z]|[IVXLC]+)[.)]  # 1. 10) a. aa) iii. A. IV.
          | -                                            # a bullet
        )
        (?:\ (?P<teks>.*))?$""",
    re.VERBOSE,
)
_GAP = re.compile(r"\[tidak terbaca(?:: (?P<sebab>[^\]]+))?\]$")


@dataclass(frozen=True)
class Baris:
    """A line read: its number (from 1), its indentation in blanks, what it is, and its parts.

    A structural heading that is indented is one that an amendment quotes.

    ``jenis`` is a structural kind, a diktum, a part of the frame, ``bagan``, ``berlabel``,
    ``kotak``, ``tidak_terbaca``, ``alinea``, or ``asing`` for an unknown editor's mark.
    """

    nomor: int
    indentasi: int
    jenis: str
    label: str = ""
    teks: str = ""
    adalah_judul: bool = False


def read_line(number: int, line: str) -> Baris:
    """Tell what a non-blank line is."""
    text = line.strip()
    indent = len(line) - len(line.lstrip(" "))
    bare = _QUOTE.sub("", text, count=1) if indent and _QUOTE.match(text) else text
    for kind, _rank, pattern in STRUKTUR:
        if pattern.fullmatch(bare):
            return Baris(number, indent, kind, label=text)
    if _DIJELASKAN.fullmatch(text):
        return Baris(number, indent, "berlabel", label=text)
    if indent == 0:
        for kind, pattern in DIKTUM:
            if pattern.fullmatch(text):
                return Baris(number, 0, kind, label=text)
    if text.startswith("["):
        return _mark(number, indent, text)
    if text.startswith("| ") or text == "|":
        return Baris(number, indent, "kotak", teks=text[2:].lstrip())
    if match := _LABEL.match(text):
        return Baris(
            number,
            indent,
            "berlabel",
            label=match["label"],
            teks=match["teks"] or "",
            adalah_judul=match["judul"] is not None,
        )
    return Baris(number, indent, "alinea", teks=text.removeprefix("\\").lstrip() or text)


def needs_escape(text: str, *, at_margin: bool) -> bool:
    """Whether a paragraph would be read as something else without a backslash before it."""
    probe = text if at_margin else f"  {text}"
    return text.startswith("\\") or read_line(1, probe).jenis != "alinea"


def _mark(number: int, indent: int, text: str) -> Baris:
    if gap := _GAP.match(text):
        return Baris(number, indent, "tidak_terbaca", teks=gap["sebab"] or "")
    name = text.strip("[]")
    if text == "[bagan]" or (indent == 0 and text == f"[{name}]" and name in KERANGKA):
        return Baris(number, indent, name)
    return Baris(number, indent, "asing", teks=text)
