"""Which lines are headings of Pasal: of all that look so, the best rising row of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.importers.kutipan import set_quoted_apart
from generator.importers.label import SALAH_BACA
from generator.importers.nilai import Calon, Larik
from generator.naskah.nomor import is_roman, roman

_HEAD = re.compile(
    r"(?P<kutip>[“”„\"'‘]*)(?P<kata>Pasal|PASAL|Pasa[1lIi!t|]|P ?a ?s ?a ?l(?= \d{1,3}[A-Z]?$))"
    r"\s*(?P<nomor>[\dlIoOVXS|!]{1,5})(?P<sisa>.*)$"
)
#: "Pasal 2 sampai dengan Pasal 4", alone or before its explanation.
_MANY = re.compile(
    r"\s(?P<hubung>sampai dengan|s\.d\.|dan) Pasal (?P<ke>\d{1,3}[A-Z]?)(?=\s[A-Z]|\s*$)"
)
_SUFFIX = re.compile(r"\s?(?P<huruf>[A-Z]{1,2})(?=[\s.:]|$)(?P<sisa>.*)$")
#: How a line ends when the next words are a reference, not a heading.
_OPEN = re.compile(
    r"(?:\b(?:dalam|pada|dan|atau|dengan|ketentuan|dimaksud|oleh|dari|hingga|Pasal|dan/atau"
    r"|antara|setelah|sebelum|kecuali|melanggar|menurut|berdasarkan|d\.|angka|ayat|bunyi|oleh"
    r"|mengenai|perubahan|terhadap|tentang|isi|juncto|jo\.?|selain|atas)|,)$",
    re.IGNORECASE,
)
#: What stands after the number when it is a reference.
_CITED = re.compile(
    r"[,;)/]|(?:ayat|huruf|angka|dan|atau|sampai|s\.?d\.?|jo|juncto|hingga|dan/atau|tentang|KUH"
    r"|di\s?atas|tersebut|sebagaimana|dalam|dihapus|diubah|diganti|ini|itu|yang|dari"
    r"|Undang-Undang Nomor"
    r"|Peraturan [A-Z][a-z]+(?: [A-Z][a-z]+)* Nomor|Konstitusi|Kitab)\b"
)
_QUOTE = re.compile(r"(?:berbunyi|sebagai berikut|berikut ini)[^:]{0,40}:?$", re.IGNORECASE)
_TERMINAL = re.compile(r"[.;:”\"]$|[.;:]\s(?:dan|atau|dan/atau)$")
_WINDOW: Final = 250


def find_candidates(lines: Sequence[Larik], *, amends: bool, many: bool = False) -> list[Calon]:
    """Every line that begins like the heading of a Pasal, with how likely it is one.

    ``many``: one heading may name several, as in the Penjelasan.
    """
    found = []
    for index, line in enumerate(lines):
        if not line.beku and line.kata[0].teks.lstrip("“”„\"'‘")[:2] in ("Pa", "PA", "P"):
            candidate = _candidate(lines, index, amends=amends, many=many)
            if candidate is not None:
                found.append(candidate)
    return found if amends else set_quoted_apart(found, lines)


def choose_row(candidates: Sequence[Calon]) -> frozenset[int]:
    """The places of the rising row with the highest score.

    A missing number costs little, a neighbour earns much, so that neither a reference at a line's
    start nor a gap misleads it.
    """
    best: list[tuple[float, int]] = []
    likely = [candidate for candidate in candidates if candidate.skor > 0]
    for index, candidate in enumerate(likely):
        total, before = _start(candidate), -1
        for earlier in range(max(0, index - _WINDOW), index):
            step = _step(likely[earlier].nilai, candidate.nilai)
            if step is not None and best[earlier][0] + step > total:
                total, before = best[earlier][0] + step, earlier
        best.append((total + candidate.skor, before))
    chosen = []
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    while at >= 0:
        chosen.append(likely[at].letak)
        at = best[at][1]
    return frozenset(chosen)


def _start(candidate: Calon) -> float:
    number = candidate.nilai[0]
    return 4.0 if number == 1 else -min(4.0, 0.3 * number)


def _step(before: tuple[int, str], after: tuple[int, str]) -> float | None:
    if after <= before:
        return None
    if after == (before[0] + 1, ""):
        return 4.0
    if after[0] == before[0]:
        return 3.0
    return -min(3.0, 0.4 * (after[0] - before[0]))


def _candidate(lines: Sequence[Larik], index: int, *, amends: bool, many: bool) -> Calon | None:
    text = lines[index].teks
    match = _HEAD.match(text)
    if match is None:
        return None
    written, rest = match["nomor"], match["sisa"]
    number = _number(written, amends=amends)
    if number is None:
        return None
    value, shown, is_romawi = number
    letter = blank = ""
    suffix = None if is_romawi else _SUFFIX.match(rest)
    # "Pasal 12 A" alone on its line; against the number, whatever follows.
    if suffix and (not suffix["sisa"].strip(" .:") or not rest.startswith(" ")):
        blank = " " if rest.startswith(" ") else ""
        letter, rest = suffix["huruf"], suffix["sisa"]
    if rest and rest[0] not in " .:,;/)":
        return None
    rest = re.sub(r"^\s*[.:]\s+", "", rest).strip()
    label = f"{'PASAL' if match['kata'] == 'PASAL' else 'Pasal'} {shown}{blank}{letter}"
    label = match["kutip"] + label
    if many and (together := _MANY.match(f" {rest}")):
        label += together.group().rstrip()
        rest = rest[together.end() - 1 :].strip()
    stands = not rest.strip(".:")
    width = len(text[: len(text) - len(rest)].split()) if rest and not stands else len(text.split())
    score = _score(lines, index, rest, stands=stands)
    if shown != written:
        score -= 0.5
    quoted = bool(match["kutip"]) or (index > 0 and bool(_QUOTE.search(lines[index - 1].teks)))
    if quoted:
        score -= 5
    return Calon(index, label, width, (value, letter), is_romawi, stands, score, quoted)


def _score(lines: Sequence[Larik], index: int, rest: str, *, stands: bool) -> float:
    line = lines[index]
    before = lines[index - 1].teks if index else ""
    after = lines[index + 1].teks if index + 1 < len(lines) else ""
    score = 3.0 if stands else -1.0
    if line.terpisah:
        score += 1
    if not before or _TERMINAL.search(before) or before.isupper():
        score += 2
    if _OPEN.search(before) and not before.isupper():
        score -= 6
    if stands and re.match(r"(?:ayat \(|huruf [a-z]\b|angka \d|dan Pasal|sampai dengan|, )", after):
        score -= 4
    if not stands:
        if _CITED.match(rest):
            return -9.0
        score += 2 if rest[0].isupper() or rest[0] in '(1[“"a' else -3
    return score


def _number(written: str, *, amends: bool) -> tuple[int, str, bool] | None:
    """The value of a number as written, how it is printed, whether it is Roman."""
    if written.isdigit() and len(written) < 5 and int(written):
        return int(written), written, False
    if amends and is_roman(written):
        return roman(written), written, True
    guess = written.replace("S", "5").translate(SALAH_BACA)
    if guess.isdigit() and len(guess) < 5 and int(guess):
        return int(guess), guess, False
    return (roman(written), written, True) if is_roman(written) else None
