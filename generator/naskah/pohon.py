"""The tree of a regulation's text, as frozen values in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class JenisAlinea(StrEnum):
    """What a line of text is: running text, the text of a chart's box, or a gap in the source."""

    ALINEA = "alinea"
    KOTAK = "kotak"
    TIDAK_TERBACA = "tidak_terbaca"


@dataclass(frozen=True)
class Alinea:
    """One line of text; ``baris`` is its line in the file, from 1.

    For a gap (``TIDAK_TERBACA``) ``teks`` is the editor's explanation, not words of the source.
    """

    teks: str
    baris: int = 0
    jenis: JenisAlinea = JenisAlinea.ALINEA

    @property
    def is_text(self) -> bool:
        """Whether these are words of the regulation, not the editor's note of a gap."""
        return self.jenis is not JenisAlinea.TIDAK_TERBACA


@dataclass(frozen=True)
class Klausa:
    """A clause: its label as printed, its title, and its content in reading order.

    ``jenis`` is one of peraturan, lampiran, judul, pembukaan, penutup, menimbang, mengingat,
    memutuskan, menetapkan, diktum, buku, bab, bagian, paragraf, pasal, ayat, huruf, angka,
    romawi, butir, bagan.
    ``jangkar`` is unique in the regulation; the roots have none.
    """

    jenis: str
    label: str = ""
    judul: str = ""
    isi: tuple[Alinea | Klausa, ...] = ()
    jangkar: str = ""
    baris: int = 0
    adalah_judul: bool = False

    @property
    def anak(self) -> tuple[Klausa, ...]:
        """The clauses directly below this one."""
        return tuple(part for part in self.isi if isinstance(part, Klausa))


def iterate(klausa: Klausa) -> Iterator[Klausa]:
    """The clause and every clause below it, in reading order."""
    yield klausa
    for child in klausa.anak:
        yield from iterate(child)


def texts_of(klausa: Klausa) -> Iterator[str]:
    """The words of the regulation in this clause and below it, as runs of text in reading order."""
    if klausa.label:
        yield klausa.label
    if klausa.judul:
        yield klausa.judul
    for part in klausa.isi:
        if isinstance(part, Klausa):
            yield from texts_of(part)
        elif part.is_text:
            yield part.teks


def text_of(klausa: Klausa) -> str:
    """The whole text of a clause, white space folded: what a quotation is looked for in."""
    return " ".join(" ".join(texts_of(klausa)).split())


def words_of(klausa: Klausa) -> tuple[str, ...]:
    """The published words in reading order, labels included."""
    return tuple(word for text in texts_of(klausa) for word in text.split())
