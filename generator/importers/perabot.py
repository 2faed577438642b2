"""Furniture of pages: marks, running heads and catchwords, which are no words of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from generator.importers.nilai import Larik, Ragu

#: Forms of page furniture, each with an example. A whole line must match.
PERABOT: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[-–—~]+\s?\d{1,4}\s?[-–—~]+",  # - 2 -
        r"(?:hal(?:aman)?|page)\.?\s\d{1,4}(?:\s?(?:dari|of|/)\s?\d{1,4})?",  # Halaman 3 dari 10
        r"(?:https?://|www\.)\S+(?:\s[-–—]?\s?\d{1,4}\s?[-–—]?)?",  # www.peraturan.go.id
        r"(?:jdih|peraturan)\.\S+\.id\S*(?:\s\d{1,4})?",  # jdih.kemenkeu.go.id
        r"(?:[-–—]\s?\d{1,4}\s?[-–—]\s*)?(?:19|20)\d\d,\s?No\.?\s?\d+(?:\s*[-–—]\s?\d{1,4}\s?[-–—]?)?",
        r"(?:[-–—]\s?\d{1,4}\s?[-–—]\s*)?No\.?\s?\d+,\s?(?:19|20)\d\d(?:\s*[-–—]\s?\d{1,4}\s?[-–—])?",
        r"SK\s?No\.?\s?[\dOlI]+\s?[A-Z]?",  # SK No 012345 A
        r"<!--.*-->",  # <!-- image -->
    )
)
_LETTERHEAD: Final = ("PRESIDEN", "REPUBLIKINDONESIA", "PRESIDENREPUBLIKINDONESIA")
_ALIKE: Final = 0.74
_PLAIN_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
#: "Pasal 12 ...", "d. memastikan ...", "(2) Ketentuan . . .", "/ 3. Undang-Undang …"
_CATCHWORD = re.compile(r"/?\s*(?P<kata>.*?\w.*?)\s*(?:(?:\.\s?){3,}|…(?:\s?\.)*)$")
#: What no running head begins with, however often it stands at a page's top.
_TEXT = re.compile(
    r"(?:pasal|bab|bagian|paragraf|ayat|huruf|angka|cukup|yang|dan|atau)\b"
    r"|\(?\w{1,3}[.)]\s|\(\w{1,3}\)",
    re.IGNORECASE,
)
_EDGE = 3
#: The letterhead of the regulation itself stands in its first lines.
_FIRST_PAGE = 12
_MOST_WORDS = 12


def find_furniture(lines: Sequence[Larik]) -> tuple[dict[int, str], tuple[Ragu, ...]]:
    """The lines (by their index) that are furniture, each with what it is; and what is in doubt."""
    texts = [line.tertulis for line in lines]
    found = {
        index: "tanda halaman"
        for index, text in enumerate(texts)
        if len(text) < 60 and any(pattern.fullmatch(text) for pattern in PERABOT)
    }
    edges = _edges(lines)
    for index in edges:
        if _PLAIN_NUMBER.fullmatch(texts[index]):
            found[index] = "nomor halaman"
    found |= dict.fromkeys(_repeated(lines, texts, edges), "kepala halaman yang berulang")
    found |= dict.fromkeys(_near_marks(texts, found), "kepala halaman yang berulang")
    catchwords, doubts = _catchwords(lines, texts, found)
    return found | catchwords, doubts


def _edges(lines: Sequence[Larik]) -> list[int]:
    """The first and last lines of every page, where there is more than one page."""
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        pages[line.halaman].append(index)
    if len(pages) < 2:
        return []
    return sorted({i for page in pages.values() for i in (*page[:_EDGE], *page[-_EDGE:])})


def _repeated(lines: Sequence[Larik], texts: Sequence[str], edges: Sequence[int]) -> Iterator[int]:
    """Lines that stand at the edge of half the pages, their numbers aside."""
    forms: dict[str, list[int]] = defaultdict(list)
    for index in edges:
        forms[_DIGITS.sub("#", texts[index]).casefold()].append(index)
    pages = lines[-1].halaman if lines else 0
    for form, places in forms.items():
        standing = {lines[index].halaman for index in places}
        if len(standing) >= max(3, pages / 2) and _may_be_head(form):
            yield from places


def _near_marks(texts: Sequence[str], marks: dict[int, str]) -> Iterator[int]:
    """In text without pages: what stands again and again beside a page's mark."""
    beside = {
        index + step
        for index in marks
        for step in (-2, -1, 1, 2)
        if 0 <= index + step < len(texts) and index + step not in marks
    }
    counts = Counter(texts[index] for index in beside)
    for index in sorted(beside):
        text = texts[index]
        if index > _FIRST_PAGE and _is_letterhead(text):
            yield index
        # The first one may be the regulation's own words.
        if counts[text] >= 3 and _may_be_head(text) and text in texts[:index]:
            yield index


def _is_letterhead(text: str) -> bool:
    """Whether a line is the letterhead of the President, as scans misread it: "REPUELIK"."""
    if len(text) > 30 or not text.isupper():
        return False
    letters = text.replace(" ", "")
    return any(
        abs(len(letters) - len(head)) < 3 and SequenceMatcher(None, letters, head).ratio() > _ALIKE
        for head in _LETTERHEAD
    )


def _may_be_head(text: str) -> bool:
    return (
        len(text) > 3
        and any(letter.isalpha() for letter in text)
        and len(text.split()) <= _MOST_WORDS
        and not _TEXT.match(text)
        and text[-1:] not in (";", ":")
    )


def _catchwords(
    lines: Sequence[Larik], texts: Sequence[str], furniture: dict[int, str]
) -> tuple[dict[int, str], tuple[Ragu, ...]]:
    """Words at a page's end that the next page repeats; unlike ones are kept, and doubted."""
    found: dict[int, str] = {}
    doubts: list[Ragu] = []
    for index, text in enumerate(texts):
        if len(text) > 80 or index in furniture:
            continue
        following = [i for i in range(index + 1, min(index + 9, len(texts))) if i not in furniture]
        if _is_bare_catchword(text, [texts[i] for i in following[:1]], index + 1 in furniture):
            found[index] = "kata penyambung halaman"
            continue
        match = _CATCHWORD.fullmatch(text) if text[-1] in ".…" else None
        if match is None or len(match["kata"].split()) > 7:
            continue
        wanted = _letters(match["kata"])
        if any(_letters(texts[after]).startswith(wanted) for after in following[:3]):
            found[index] = "kata penyambung halaman"
        else:
            doubts.append(
                Ragu(lines[index].nomor, f"“{text}” mirip kata penyambung halaman", "dibiarkan")
            )
    return found, tuple(doubts)


def _is_bare_catchword(text: str, following: Sequence[str], at_end: bool) -> bool:
    """Whether a page ends with words that the next one repeats, the dots lost: "sumber ."."""
    if not at_end or len(text.split()) > 4:
        return False
    wanted = _letters(text)
    if len(wanted) < 4:
        return False
    return any(_letters(after).startswith(wanted) for after in following)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
