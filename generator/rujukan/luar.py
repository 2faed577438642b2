"""Other laws in a text: named, numbered, and with one key wherever they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.rujukan.hukum import HUKUM, LEMBAGA
from generator.rujukan.nilai import RujukanLuar

_TENTANG = re.compile(r"\s+[Tt]entang\s+")
#: In a list of laws a title runs to its gazette, to a change of it, or to the end of the item.
_END_IN_LIST = re.compile(r"\s*(?:\(|;|\.(?:\s|$)|,?\s+sebagaim|$)")
#: Words of a title that are not written with a capital letter.
_SMALL: Final = frozenset(
    {
        *("antara", "atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "kepada"),
        *("menjadi", "oleh", "pada", "serta", "terhadap", "untuk", "yang"),
    }
)


def find_laws(text: str, *, in_list: bool) -> Iterator[RujukanLuar]:
    """Every other law in a text, in order; where it stands is filled in by the caller.

    A law inside the title of another one is part of that title. ``in_list`` says that the text
    is an item under Mengingat, where titles may hold commas.
    """
    position = 0
    while (found := _first(text, position)) is not None:
        kind, match = found
        end, about = _about(text, match.end(), in_list=in_list)
        yield _law(kind, match, text[match.start() : end], about)
        position = end


def law_name(text: str) -> str:
    """The key of the law whose name a text is, such as the title of a regulation, or nothing."""
    return next((law.kunci for law in find_laws(text, in_list=False)), "")


def unnumbered(match: re.Match[str]) -> RujukanLuar:
    """A law that is cited without its number: nothing to compare it by."""
    words = match.group().rstrip()
    start = match.start()
    return RujukanLuar(
        "", 0, start, start + len(words), words, "", "", "", "", "", "", words,
        sebab="nomor peraturan tidak tertulis",
    )  # fmt: skip


def _first(text: str, position: int) -> tuple[str, re.Match[str]] | None:
    found = [
        (kind, match)
        for kind, (_name, pattern) in HUKUM.items()
        if (match := pattern.search(text, position))
    ]
    return min(found, key=lambda pair: pair[1].start(), default=None)


def _law(kind: str, match: re.Match[str], words: str, about: str) -> RujukanLuar:
    groups = match.groupdict()
    issuer, short = _issuer(groups.get("lembaga") or "")
    number, year = groups.get("nomor") or "", groups["tahun"] or ("1945" if kind == "uud" else "")
    name = " ".join(part for part in (HUKUM[kind][0], issuer) if part)
    name += f" Nomor {number} Tahun {year}" if number else f" Tahun {year}"
    return RujukanLuar(
        klausa="",
        alinea=0,
        awal=match.start(),
        akhir=match.start() + len(words),
        teks=words,
        jenis=kind,
        lembaga=issuer,
        nomor=number,
        tahun=year,
        tentang=about,
        kunci="/".join(part for part in (kind, short, year, number.lower()) if part),
        nama=name,
    )


def _issuer(written: str) -> tuple[str, str]:
    """The name of who issued a law in its usual form, and its part of the key."""
    name = re.sub(r"\s+Republik\s+Indonesia$", "", " ".join(written.split()))
    for short, (usual, pattern) in LEMBAGA.items():
        if pattern.search(name):
            return usual, short
    return name, "-".join(re.findall(r"\w+", name.lower()))


def _about(text: str, position: int, *, in_list: bool) -> tuple[int, str]:
    """Where the title of a law ends, and the title."""
    begun = _TENTANG.match(text, position)
    if begun is None:
        return position, ""
    start = begun.end()
    end = _list_end(text, start) if in_list else _running_end(text, start)
    return (end, text[start:end]) if end > start else (position, "")


def _list_end(text: str, start: int) -> int:
    match = _END_IN_LIST.search(text, start)
    return match.start() if match else len(text)


def _running_end(text: str, start: int) -> int:
    """In a sentence a title lasts as long as its words have capital letters."""
    end = read = start
    for match in re.finditer(r"[^\s,;:.()]+", text[start:]):
        word = match.group()
        stopped = text[read : start + match.start()].strip()
        if stopped or not (word[0].isupper() or word[0].isdigit() or word in _SMALL):
            break
        read = start + match.end()
        if word not in _SMALL:
            end = read
    return end
