"""Other laws that a regulation cites: each once, with every clause that cites it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.alinea import Bacaan
from generator.pages.values import Tautan
from generator.rujukan import RujukanLuar

#: The anchor of the section on the page of a regulation.
ANCHOR = "dasar-hukum"


@dataclass(frozen=True)
class Penyebutan:
    """One clause that cites a law, and the part of that law that it means."""

    klausa: Tautan
    bagian: tuple[str, ...]


@dataclass(frozen=True)
class Hukum:
    """A law with the clauses that cite it; ``kunci`` is the same in every regulation.

    Without a number there is no key: ``sebab`` says so, and ``nama`` is what is written.
    """

    kunci: str
    nama: str
    tentang: str
    sebab: str
    disebut: tuple[Penyebutan, ...]


def laws(bacaan: Bacaan) -> tuple[Hukum, ...]:
    """Every other law that a regulation cites, in the order of first mention."""
    cited: dict[str, list[RujukanLuar]] = {}
    for law in bacaan.rujukan.luar:
        cited.setdefault(law.kunci or law.teks, []).append(law)
    return tuple(_law(found, bacaan) for found in cited.values())


def _law(found: list[RujukanLuar], bacaan: Bacaan) -> Hukum:
    parts: dict[str, dict[str, None]] = {}
    for law in found:
        parts.setdefault(law.klausa, {}).update({law.bagian: None} if law.bagian else {})
    first = found[0]
    return Hukum(
        kunci=first.kunci,
        nama=first.nama,
        tentang=next((law.tentang for law in found if law.tentang), ""),
        sebab=first.sebab,
        disebut=tuple(Penyebutan(bacaan.link(at), tuple(which)) for at, which in parts.items()),
    )
