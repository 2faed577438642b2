"""Scan: the text of a paragraph becomes references as they are written, not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.naskah.nomor import is_roman, ordinal, roman
from generator.rujukan.bentuk import LANJUTAN, SAMBUNGAN, TINGKAT, UNSUR


@dataclass(frozen=True)
class Unsur:
    """One part of a reference: "ayat (2)" is ("ayat", "2"); a Lampiran may have no number."""

    jenis: str
    nomor: str
    awal: int
    akhir: int
    #: Whether a closing bracket was written after the number: "huruf a)".
    kurung: bool = False


@dataclass(frozen=True)
class Jalur:
    """One target as a path from the outermost part in, and the span of its own words.

    ``rentang`` is the span of "sampai dengan" when the target ends a range that begins at the
    target before it.
    """

    unsur: tuple[Unsur, ...]
    awal: int
    akhir: int
    rentang: tuple[int, int] | None = None


@dataclass(frozen=True)
class Ungkapan:
    """A whole reference: one target, or several joined by commas, "dan", "sampai dengan"."""

    jalur: tuple[Jalur, ...]

    @property
    def awal(self) -> int:
        """Where it begins."""
        return self.jalur[0].awal

    @property
    def akhir(self) -> int:
        """Where it ends."""
        return self.jalur[-1].akhir


def scan(text: str) -> Iterator[Ungkapan]:
    """Every reference in a text, in order; none overlap.

    >>> [[text[j.awal : j.akhir] for j in u.jalur]
    ...  for text in ["pada Pasal 7 ayat (2) huruf a, huruf b, dan ayat (3)"] for u in scan(text)]
    [['Pasal 7 ayat (2) huruf a', 'huruf b', 'ayat (3)']]
    """
    position = 0
    while (first := _first(text, position)) is not None:
        expression = _read(text, first)
        yield expression
        position = expression.akhir


def _first(text: str, position: int) -> Unsur | None:
    found = []
    for kind, pattern in UNSUR.items():
        for match in pattern.finditer(text, position):
            if (part := _part(text, kind, match)) is not None:
                found.append(part)
                break
    return min(found, key=lambda part: part.awal, default=None)


def _read(text: str, first: Unsur) -> Ungkapan:
    targets = [Jalur((first,), first.awal, first.akhir)]
    while (joined := _next(text, targets[-1])) is not None:
        joint, words, part = joined
        before = targets[-1]
        if joint == "dalam":
            # "ayat (2) Pasal 7" is an old way to write "Pasal 7 ayat (2)".
            path = sorted((*before.unsur, part), key=lambda unsur: TINGKAT[unsur.jenis])
            targets[-1] = Jalur(tuple(path), before.awal, part.akhir, before.rentang)
        else:
            path_ = (*_shared(before.unsur, part), part)
            targets.append(
                Jalur(path_, part.awal, part.akhir, words if joint == "rentang" else None)
            )
    return Ungkapan(tuple(targets))


def _shared(path: tuple[Unsur, ...], part: Unsur) -> tuple[Unsur, ...]:
    """What a further target takes over from the one before it.

    In "Pasal 7 ayat (1) dan ayat (2)" it is Pasal 7; in "Pasal 7 dan ayat (2)" it is nothing.
    """
    kinds = [unsur.jenis for unsur in path]
    return path[: kinds.index(part.jenis)] if part.jenis in kinds else ()


def _next(text: str, target: Jalur) -> tuple[str, tuple[int, int], Unsur] | None:
    """The joint after a target, the span of its words, and the part that follows it."""
    kinds = {unsur.jenis for unsur in target.unsur}
    last = max(target.unsur, key=lambda unsur: unsur.akhir)
    for joint, pattern in SAMBUNGAN.items():
        match = pattern.match(text, target.akhir)
        if match is None:
            continue
        part = _at(text, match.end(), "" if joint == "dalam" else last.jenis)
        if part is None or (joint == "dalam" and (part.jenis in kinds or "gambar" in kinds)):
            continue
        return joint, match.span("kata") if joint == "rentang" else match.span(), part
    return None


def _at(text: str, position: int, kind_before: str) -> Unsur | None:
    for kind, pattern in UNSUR.items():
        match = pattern.match(text, position)
        if match is not None and (part := _part(text, kind, match)) is not None:
            return part
    if kind_before in LANJUTAN:
        match = LANJUTAN[kind_before].match(text, position)
        return None if match is None else _part(text, kind_before, match)
    return None


def _part(text: str, kind: str, match: re.Match[str]) -> Unsur | None:
    groups = match.groupdict()
    written = groups["nomor"] or groups.get("polos") or ""
    number = _number(kind, written)
    if number is None:
        return None
    end = match.end()
    closed = kind in ("huruf", "angka") and match.group().endswith(")")
    if closed and text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
        # "(lihat huruf a)": the bracket closes the aside, not the label.
        closed, end = False, end - 1
    return Unsur(kind, number, match.start(), end, closed)


def _number(kind: str, written: str) -> str | None:
    """The number as anchors have it, None when it is not one."""
    if kind == "bab" or (kind == "lampiran" and written):
        return str(roman(written)) if is_roman(written) else None
    if kind == "bagian":
        value = ordinal(written)
        return None if value is None else str(value)
    return written.lower()
