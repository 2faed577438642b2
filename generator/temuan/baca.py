"""Reading a text for the rules: its paragraphs, and quotations that stand exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.cite import Naskah
from generator.naskah import JenisAlinea, Klausa, iterate

#: What stands outside the sentences that rules are about: names, signatures, the law's own basis.
KERANGKA = frozenset({"judul", "penutup", "mengingat", "penjelasan"})


@lru_cache(maxsize=8)
def paragraphs(
    naskah: Naskah, *, boxes: bool = False, frame: bool = True
) -> tuple[tuple[Klausa, str], ...]:
    """Every paragraph with the deepest clause that holds it, in reading order.

    Without ``boxes`` what is written in charts is left out; without ``frame`` so are the names of
    laws and of signatories. Many rules ask for the same, one after the other.
    """
    return tuple(
        found for root in naskah.akar for found in _paragraphs(root, boxes=boxes, frame=frame)
    )


def _paragraphs(clause: Klausa, *, boxes: bool, frame: bool) -> Iterator[tuple[Klausa, str]]:
    if (clause.jenis == "bagan" and not boxes) or (clause.jenis in KERANGKA and not frame):
        return
    if clause.judul and clause.jangkar:
        yield clause, " ".join(clause.judul.split())
    for part in clause.isi:
        if isinstance(part, Klausa):
            yield from _paragraphs(part, boxes=boxes, frame=frame)
        elif part.is_text and (boxes or part.jenis is JenisAlinea.ALINEA) and clause.jangkar:
            yield clause, " ".join(part.teks.split())


#: After so many words more, a text repeats itself; only the whole of it stands in it once.
_WIDENED = 100


def quote(naskah: Naskah, anchor: str, passage: str, within: str = "", at: int = 0) -> str:
    """A passage of a clause, widened word by word until it stands exactly once in the clause.

    ``within`` is the paragraph that holds it and ``at`` where in that paragraph to look from.
    """
    text = naskah.teks[anchor]
    wanted = " ".join(passage.split())
    base = max(text.find(" ".join(within.split())), 0) if within else 0
    start = text.find(wanted, base + at)
    if start < 0:
        start = text.find(wanted)
    if start < 0:
        return text
    end = start + len(wanted)
    if text.find(wanted) == text.rfind(wanted):
        return wanted
    start, end = _whole_words(text, start, end)
    for _ in range(_WIDENED):
        if text.find(text[start:end]) == text.rfind(text[start:end]):
            return text[start:end]
        start, end = _wider(text, start, end)
    return text


def opening(naskah: Naskah, anchor: str, words: int = 7) -> str:
    """The label and the first words of a clause, as a quotation."""
    text = naskah.teks[anchor]
    return quote(naskah, anchor, " ".join(text.split()[:words]))


def ending(naskah: Naskah, anchor: str, paragraph: str, words: int = 4) -> str:
    """The last words of a paragraph of a clause, as a quotation."""
    tail = " ".join(paragraph.split()[-words:])
    return quote(naskah, anchor, tail, paragraph, max(len(paragraph) - len(tail), 0))


@lru_cache(maxsize=2)
def clauses(naskah: Naskah) -> tuple[Klausa, ...]:
    """Every clause, the roots too, in reading order; the Penjelasan follows rules of its own."""
    return tuple(
        clause
        for root in naskah.akar
        for clause in iterate(root)
        if not clause.jangkar.startswith(("penjelasan", "lampiran-penjelasan"))
    )


def name(naskah: Naskah, anchor: str) -> str:
    """A clause's name inside a sentence."""
    return naskah.sebutan[anchor]


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] != " ":
        start -= 1
    while end < len(text) and text[end] != " ":
        end += 1
    return start, end


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """One word more to the right, and to the left where the text ends."""
    if end < len(text):
        following = text.find(" ", end + 1)
        return start, following if following >= 0 else len(text)
    return max(text.rfind(" ", 0, max(start - 1, 0)) + 1, 0) if start > 1 else 0, end
