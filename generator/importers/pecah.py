"""Lines that hold several clauses are cut before what certainly begins one.

Text copied from a page or a flowing PDF runs on: "… setiap bulan. Pasal 14B (1) Belanja …". A cut
moves no word, and a piece that proves to be no clause of its own goes on with the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.importers.nilai import Larik
from generator.naskah.nomor import ordinal

#: Whether a line may hold a second beginning at all; most hold none.
_MAYBE: Final = re.compile(
    r"\s(?:[\"“”]?Pasal\s|\(\d{1,2}[a-z]?\)\s|(?:\d{1,2}|[a-z]{1,2})[.)](?:\s|$)|Ayat\s|Huruf\s|Angka\s"
    r"|BAB\s|Bagian\sKe|Paragraf\s\d|Menimbang\b|Mengingat\b|M\s?E\s?M\s?U\s?T|Menetapkan\b|Agar\s"
    r"|Ditetapkan\s|Disahkan\s|Diundangkan\s|DENGAN RAHMAT)"
)
_ENDS: Final = re.compile(r"[.;:!?”\"]$")
_NUMBER: Final = re.compile(r"(?:\d{1,3}[A-Z]{0,2}|[IVX]{1,5})[.:]?")
_AYAT: Final = re.compile(r"\(\d{1,2}[a-z]?\)")
_ITEM: Final = re.compile(r"(?:\d{1,2}|[a-z]|([a-z])\1)[.)]")
_SHORTENED: Final = frozenset({"no.", "nomor.", "hlm.", "tgl.", "jl.", "rp.", "dr.", "s.d."})
_EXPLAINED: Final = frozenset({"Ayat", "Huruf", "Angka"})
_EXPLAINED_NUMBER: Final = re.compile(r"\(?\w{1,3}\)?[.:]?")
_BARE: Final = frozenset({"Pasal", "PASAL", "BAB", "Paragraf"})
_ALONE: Final = re.compile(r"\d{1,3}[A-Z]?|[IVXLC]{1,7}")
_FRAME: Final = frozenset({"Menimbang", "Mengingat", "MEMUTUSKAN", "Menetapkan"})
_SIGNED: Final = frozenset({"Ditetapkan", "Disahkan", "Diundangkan"})
#: After these a number is that of a law elsewhere: "Pasal 5 Undang-Undang …".
_ELSEWHERE: Final = ("Undang", "Peraturan", "Keputusan", "UUD", "Konstitusi", "Kitab", "KUH")
_CONJUNCTIONS: Final = frozenset({"dan", "atau", "dan/atau"})


def split_lines(lines: Sequence[Larik]) -> tuple[Larik, ...]:
    """The lines, those with several clauses in pieces."""
    result: list[Larik] = []
    for line in _with_numbers(lines):
        if line.beku or not _MAYBE.search(line.teks):
            result.append(line)
        else:
            result += _pieces(line)
    return tuple(result)


def _with_numbers(lines: Sequence[Larik]) -> Iterator[Larik]:
    """Lines on which "Pasal" or "BAB" stands alone get their number back from the next."""
    at = 0
    while at < len(lines):
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below and line.teks in _BARE and _ALONE.fullmatch(below.teks):
            line, at = replace(line, kata=(*line.kata, *below.kata), pendek=True), at + 1
        yield line
        at += 1


def _pieces(line: Larik) -> Iterator[Larik]:
    words = [word.teks for word in line.kata]
    start = 0
    for at in range(1, len(words)):
        if _begins(words, start, at):
            yield replace(
                line, kata=line.kata[start:at], pendek=False, terpisah=line.terpisah and not start
            )
            start = at
    yield replace(line, kata=line.kata[start:], terpisah=line.terpisah and not start)


def _begins(words: Sequence[str], start: int, at: int) -> bool:
    """Whether a clause begins at a word; ``start`` is where the piece before it begins."""
    word, ended = words[at], _has_ended(words, at)
    bare = word.strip('"“”„')
    if bare == "Pasal":
        return _begins_article(words, start, at, ended=ended)
    if bare in ("BAB", "Bagian", "Paragraf"):
        return ended and _begins_heading(words, at)
    if bare in _EXPLAINED:
        return _begins_explained(words, start, at, ended=ended)
    if bare[:1].isupper():
        return _begins_frame(words, at, ended=ended)
    if _AYAT.fullmatch(word):
        heads = at == start + 2 and words[start].strip('"“”„') == "Pasal"
        return (ended or heads) and _capital(words, at + 1)
    return bool(_ITEM.fullmatch(word)) and ended and _text_follows(words, at)


def _begins_frame(words: Sequence[str], at: int, *, ended: bool) -> bool:
    """Whether a part of the frame begins: "Menimbang :", "Agar setiap orang", "Ditetapkan di"."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "DENGAN":
        return following == "RAHMAT"
    if word.rstrip(":") in _FRAME:
        colon = word.endswith(":") or following.startswith(":")
        return colon and (ended or words[at - 1].endswith(","))
    if word == "Agar":
        return ended and following in ("setiap", "supaya", "semua")
    return word in _SIGNED and ended and following == "di"


def _has_ended(words: Sequence[str], at: int) -> bool:
    before = words[at - 1]
    if before in _CONJUNCTIONS and at > 1:
        return words[at - 2].endswith((";", ","))
    return bool(_ENDS.search(before)) and before.lower() not in _SHORTENED


def _begins_article(words: Sequence[str], start: int, at: int, *, ended: bool) -> bool:
    if at + 1 >= len(words) or not _NUMBER.fullmatch(words[at + 1]):
        return False
    headed = words[start] in ("BAB", "Bagian", "Paragraf", "PENJELASAN", "II.", "II")
    if not (ended or words[at - 1] == "jelas" or (headed and words[at - 1][:1].isupper())):
        return False
    following = words[at + 2] if at + 2 < len(words) else ""
    if following.startswith(_ELSEWHERE):
        return False
    return not following or following[0].isupper() or bool(_AYAT.fullmatch(following))


def _begins_heading(words: Sequence[str], at: int) -> bool:
    number = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "BAB":
        following = words[at + 2] if at + 2 < len(words) else ""
        return bool(re.fullmatch(r"[IVXLC]+[A-Z]?", number)) and following.isupper()
    return number.isdigit() or ordinal(number) is not None


def _begins_explained(words: Sequence[str], start: int, at: int, *, ended: bool) -> bool:
    if at + 2 >= len(words) or not _EXPLAINED_NUMBER.fullmatch(words[at + 1]):
        return False
    heads = at == start + 2 and words[start] in (*_EXPLAINED, "Pasal")
    return (ended or heads or words[at - 1] == "jelas") and words[at + 2][:1].isupper()


def _capital(words: Sequence[str], at: int) -> bool:
    return at >= len(words) or words[at][:1].isupper()


def _text_follows(words: Sequence[str], at: int) -> bool:
    """A label at the line's end may have its text on the next line."""
    return at + 1 >= len(words) or words[at + 1][:1].isalpha()
