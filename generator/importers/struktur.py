"""Headings above the Pasal: BAB, Bagian and Paragraf, as scans write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.label import SALAH_BACA
from generator.naskah.nomor import is_roman, ordinal, roman

_BAB = re.compile(r"(?P<inti>[IVXLCDMl1|\d]{1,9})(?P<huruf>[A-Z])?\.?")
_ROMAN_READ = str.maketrans("l1|", "III")
_NUMBER = re.compile(r"[\dlI]{1,3}[A-Z]?\.?")


@dataclass(frozen=True)
class Kepala:
    """A heading read: its kind, canonical label, how many words it takes, whether as written."""

    jenis: str
    label: str
    lebar: int
    asli: bool


def read_heading(words: Sequence[str], *, expected_bab: int = 0) -> Kepala | None:
    """The structural heading that a line begins with; what stands after it may be its title."""
    if len(words) < 2:
        return None
    match words[0]:
        case "BAB" | "Bab":
            head = _bab(words, expected_bab)
        case "BUKU" | "Buku":
            head = _ordinal(words, "buku")
        case "Bagian" | "BAGIAN":
            head = _ordinal(words, "bagian")
        case "Paragraf" | "PARAGRAF":
            head = _ordinal(words, "paragraf")
        case _:
            return None
    if head is None or not _may_be_title(words[head.lebar :], head.jenis):
        return None
    return head


def _bab(words: Sequence[str], expected: int) -> Kepala | None:
    match = _BAB.fullmatch(words[1])
    if match is None:
        return None
    core, letter = match["inti"], match["huruf"] or ""
    if letter and is_roman(core + letter):
        core, letter = core + letter, ""
    read = core.translate(_ROMAN_READ)
    if not is_roman(core) and is_roman(read) and not (core.isdigit() and roman(read) != expected):
        core = read
    if not (is_roman(core) or core.isdigit()):
        return None
    # "BAB XIV A" alone on its line; "BAB I A…" would be a title.
    if not letter and len(words) == 3 and len(words[2]) == 1 and words[2].isupper():
        return Kepala("bab", f"{words[0]} {core} {words[2]}", 3, core == words[1])
    label = f"{words[0]} {core}{letter}"
    return Kepala("bab", label, 2, label == " ".join(words[:2]))


def _ordinal(words: Sequence[str], kind: str) -> Kepala | None:
    for width in range(min(5, len(words)), 1, -1):
        if ordinal(" ".join(words[1:width])) is not None:
            return Kepala(kind, " ".join(words[:width]), width, asli=True)
    if kind == "buku":
        return Kepala(kind, " ".join(words[:2]), 2, asli=True) if is_roman(words[1]) else None
    if kind == "bagian" and len(words) == 2 and is_roman(words[1]):
        return Kepala(kind, " ".join(words), 2, asli=True)
    if _NUMBER.fullmatch(words[1]) and (kind == "paragraf" or words[1].isdigit()):
        core = words[1].rstrip(".")
        if not core[0].isdigit() or not core[:-1].isdigit():
            core = core.translate(SALAH_BACA) if len(core) < 3 else core
        if re.fullmatch(r"\d+[A-Z]?", core):
            label = f"{words[0]} {core}"
            return Kepala(kind, label, 2, label == " ".join(words[:2]))
    # A misread ordinal ("Kelirna") stays as it is written.
    if len(words) == 2 and re.fullmatch(r"Ke[a-z]{3,}|KE[A-Z]{3,}", words[1]):
        return Kepala(kind, " ".join(words[:2]), 2, asli=True)
    return None


def _may_be_title(words: Sequence[str], kind: str) -> bool:
    """Whether words after a heading are a title: capitals after BAB, a capital first elsewhere."""
    if not words:
        return True
    text = " ".join(words)
    if kind in ("bab", "buku") and text.isupper():
        text = text.rstrip(".")  # "BAB I. KETENTUAN UMUM." in old statutes
    if not text or text[-1] in ".;:," or len(words) > 30:
        return False
    if kind in ("bab", "buku"):
        return text.isupper()
    return text[0].isupper() and words[0] not in ("Undang-Undang", "Pasal", "BAB", "Peraturan")
