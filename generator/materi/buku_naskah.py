"""The whole text at the end of a book, each clause with the sections of the book that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.naskah import Alinea, JenisAlinea, Klausa
from generator.pages.values import DaerahTerbit

#: Clauses that are items of a list: their label stands beside their words.
_BUTIR = frozenset({"ayat", "huruf", "angka", "romawi", "butir"})
#: How many sections a clause leads back to.
_BALIK = 6

Bab = dict[str, Any]


def numbered(chapters: list[Bab]) -> list[Bab]:
    """The same chapters, each section head with an id of its own, ``bagian-1`` and on."""
    number = 0
    for chapter in chapters:
        for block in chapter["blok"]:
            if block["jenis"] == "judul":
                number += 1
                block["id"] = f"bagian-{number}"
    return chapters


def text(daerah: DaerahTerbit, chapters: list[Bab]) -> list[dict[str, Any]]:
    """The trees of the text; ``chapters`` are numbered."""
    back = _cited_in(chapters)
    titles = ("Naskah peraturan", "Lampiran peraturan")
    return [
        {"judul": title, "isi": [_part(part, back) for part in root.isi]}
        for title, root in zip(titles, daerah.naskah.akar, strict=False)
    ]


def _cited_in(chapters: list[Bab]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for chapter in chapters:
        section = ""
        for block in chapter["blok"]:
            section = block.get("id", section)
            if section:
                for anchor in _anchors(block):
                    found.setdefault(anchor, {})[section] = None
    return {anchor: list(sections)[:_BALIK] for anchor, sections in found.items()}


def _anchors(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _anchors(item)
    elif isinstance(value, dict):
        if "jangkar" in value:
            yield value["jangkar"]
        for item in value.values():
            yield from _anchors(item)


def _part(part: Alinea | Klausa, back: dict[str, list[str]]) -> dict[str, Any]:
    if isinstance(part, Alinea):
        kind = "tidak_terbaca" if not part.is_text else "alinea"
        if part.jenis is JenisAlinea.KOTAK:
            kind = "kotak"
        return {"jenis": kind, "teks": part.teks, "jangkar": ""}
    return {
        "jenis": part.jenis,
        "jangkar": part.jangkar,
        "label": part.label,
        "judul": part.judul,
        "butir": part.jenis in _BUTIR and not part.judul,
        "isi": [_part(below, back) for below in part.isi],
        "balik": back.get(part.jangkar, []),
    }
