"""Runs of numbered clauses: which siblings count on, and what stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.naskah import Alinea, JenisAlinea, Klausa
from generator.naskah.nomor import is_roman, roman

_LABEL = re.compile(r"(?P<buka>\(?)(?P<inti>\w+)(?P<tutup>[.)])")
ANGKA: Final = "angka"


@dataclass(frozen=True)
class Nomor:
    """The number of an item: its kind (angka, huruf, romawi …), its value, and its dress."""

    jenis: str
    nilai: int
    gaya: str


@dataclass(frozen=True)
class Anggota:
    """A clause in a run, with its number there."""

    klausa: Klausa
    nomor: Nomor


@dataclass(frozen=True)
class Deret:
    """A run of siblings that count on; ``celah`` when the editor marked a loss in or beside it."""

    induk: Klausa
    anggota: tuple[Anggota, ...]
    pengantar: Alinea | None
    penutup: Alinea | None
    celah: bool

    @property
    def klausa(self) -> tuple[Klausa, ...]:
        """The clauses of the run."""
        return tuple(item.klausa for item in self.anggota)


@dataclass
class _Open:
    pengantar: Alinea | None
    anggota: list[Anggota] = field(default_factory=list)
    penutup: Alinea | None = None
    celah: bool = False

    @property
    def sampai(self) -> int:
        return self.anggota[-1].nomor.nilai

    @property
    def jenis(self) -> str:
        return self.anggota[-1].nomor.jenis


def read_label(label: str) -> tuple[Nomor, ...]:
    """The numbers that a label may stand for, the likeliest first.

    >>> [number.nilai for number in read_label("i.")], read_label("10)")[0].gaya
    ([1, 9], '#)')
    """
    if label == "-":
        return (Nomor("butir", 0, "-"),)
    match = _LABEL.fullmatch(label)
    if match is None:
        return ()
    core, dress = match["inti"], f"{match['buka']}#{match['tutup']}"
    if core.isdigit():
        return (Nomor(ANGKA, int(core), dress),)
    found: list[Nomor] = []
    case = "besar" if core.isupper() else "kecil"
    if is_roman(core.upper()):
        found.append(Nomor(f"romawi {case}", roman(core.upper()), dress))
    if len(core) == 1:
        letter = Nomor(f"huruf {case}", ord(core.lower()) - ord("a") + 1, dress)
        # "i" opens Roman numbers; "c" and "v" alone are letters more often.
        found.insert(len(found) if core in "iI" else 0, letter)
    return tuple(found)


#: No item goes on with a list that began so many lists ago.
_RECENT = 50


def runs(parent: Klausa) -> Iterator[Deret]:
    """The runs of labelled clauses directly below a clause, in the order in which they begin."""
    opened: list[_Open] = []
    current: _Open | None = None
    broken: Alinea | None = None
    loss = False
    for part in parent.isi:
        if isinstance(part, Alinea):
            if part.jenis is JenisAlinea.TIDAK_TERBACA:
                loss = True
                if current is not None:
                    current.celah = True
            else:
                broken = part
                if current is not None and current.penutup is None:
                    current.penutup = part
            continue
        numbers = read_label(part.label) if part.jenis != "bagan" else ()
        if not numbers:
            continue
        run, number = _place(numbers, part, current, opened, broken=broken is not None)
        if run is None:
            run = _Open(broken, celah=loss)
            opened.append(run)
        run.anggota.append(Anggota(part, number))
        run.penutup = None
        current, broken, loss = run, None, False
    for item in opened:
        yield Deret(parent, tuple(item.anggota), item.pengantar, item.penutup, item.celah)


def _place(
    numbers: tuple[Nomor, ...],
    clause: Klausa,
    current: _Open | None,
    opened: list[_Open],
    *,
    broken: bool,
) -> tuple[_Open | None, Nomor]:
    """The run that an item belongs to, None for a new one, and which of its numbers is meant."""
    recent = opened[-_RECENT:][::-1]
    for run in ([current] if current else []) + recent:
        for number in numbers:
            follows = number.nilai == run.sampai + 1 or number.jenis == "butir"
            if follows and number.jenis == run.jenis and (run is current or not broken):
                return run, number
    for run in recent:
        for number in numbers:
            if number.jenis == run.jenis and number.nilai == run.sampai + 1 and number.nilai > 1:
                return run, number
    number = numbers[0]
    if current is None or broken or number.nilai == 1:
        return None, number
    if clause.adalah_judul != current.anggota[-1].klausa.adalah_judul:
        return None, number
    same = [number for number in numbers if number.jenis == current.jenis]
    return (current, same[0]) if same else (None, number)
