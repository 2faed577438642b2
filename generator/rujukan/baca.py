"""Read a whole regulation: every reference in it, resolved, and who cites whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.cite import Naskah
from generator.naskah import Alinea, JenisAlinea, Klausa, text_of
from generator.rujukan.bentuk import KATA_DEPAN
from generator.rujukan.hukum import PENGHUBUNG, TANPA_NOMOR
from generator.rujukan.luar import find_laws, law_name, unnumbered
from generator.rujukan.nilai import RujukanDalam, RujukanLuar
from generator.rujukan.peta import Peta, Tempat, caption
from generator.rujukan.pindai import Ungkapan, scan
from generator.rujukan.sasaran import resolve


@dataclass(frozen=True)
class Rujukan:
    """Every reference of a regulation in reading order: to itself, and to other laws."""

    dalam: tuple[RujukanDalam, ...]
    luar: tuple[RujukanLuar, ...]


def read_references(naskah: Naskah) -> Rujukan:
    """Find and resolve every reference in the running text of a regulation.

    Headings, the boxes of charts and the notes of gaps are not read. A clause of another law
    ("Pasal 25 Peraturan Menteri …") is part of the reference to that law.
    """
    peta = Peta(naskah)
    own = _own_key(naskah)
    inner: list[RujukanDalam] = []
    outer: list[RujukanLuar] = []
    for path, index, part in _paragraphs(peta):
        listed = any(clause.jenis == "mengingat" for clause in path)
        found, laws = _read(part, (path, index), peta, listed=listed)
        inner += found
        outer += (law for law in laws if not law.kunci or law.kunci != own)
    return Rujukan(tuple(inner), tuple(outer))


def cited_by(references: Sequence[RujukanDalam]) -> Mapping[str, tuple[str, ...]]:
    """Which clauses cite each clause, by its anchor, in reading order; never the clause itself."""
    found: dict[str, dict[str, None]] = {}
    for reference in references:
        for target in reference.sasaran:
            if target.jangkar and target.jangkar != reference.klausa:
                found.setdefault(target.jangkar, {})[reference.klausa] = None
    return {anchor: tuple(clauses) for anchor, clauses in found.items()}


def _paragraphs(peta: Peta) -> Iterator[tuple[tuple[Klausa, ...], int, Alinea]]:
    for path in peta.jalan.values():
        for index, part in enumerate(path[-1].isi):
            if isinstance(part, Alinea) and part.jenis is JenisAlinea.ALINEA:
                yield path, index, part


def _read(
    part: Alinea, place: Tempat, peta: Peta, *, listed: bool
) -> tuple[list[RujukanDalam], list[RujukanLuar]]:
    text, (path, index) = part.teks, place
    anchor = path[-1].jangkar or path[-1].jenis
    laws = [replace(law, klausa=anchor, alinea=index) for law in find_laws(text, in_list=listed)]
    inner = []
    for written in scan(text):
        if any(law.awal < written.akhir and written.awal < law.akhir for law in laws):
            continue
        if _belongs(written, text, laws):
            continue
        if (match := _unnumbered(written, text)) is not None:
            law = replace(unnumbered(match), klausa=anchor, alinea=index)
            laws.append(replace(law, bagian=text[written.awal : written.akhir]))
        elif not (written.awal == 0 and caption(part)):
            inner.append(_inner(written, text, place, peta))
    return inner, sorted(laws, key=lambda law: law.awal)


def _belongs(written: Ungkapan, text: str, laws: list[RujukanLuar]) -> bool:
    """Give a clause to the law that it is a clause of, if it is one."""
    link = PENGHUBUNG.match(text, written.akhir)
    for number, law in enumerate(laws):
        before = link is not None and link.end() == law.awal
        # Undang-Undang Nomor 5 Tahun 2014 Pasal 3
        after = bool(law.kunci) and text[law.akhir : written.awal].isspace()
        if before or after:
            laws[number] = replace(law, bagian=text[written.awal : written.akhir])
            return True
    return False


def _inner(written: Ungkapan, text: str, place: Tempat, peta: Peta) -> RujukanDalam:
    path, index = place
    preposition = KATA_DEPAN.search(text[: written.awal])
    return RujukanDalam(
        klausa=path[-1].jangkar or path[-1].jenis,
        alinea=index,
        awal=written.awal,
        akhir=written.akhir,
        teks=text[written.awal : written.akhir],
        kata_depan=preposition["kata"].lower() if preposition else "",
        sasaran=resolve(written, text, place, peta),
    )


def _unnumbered(written: Ungkapan, text: str) -> re.Match[str] | None:
    link = PENGHUBUNG.match(text, written.akhir)
    return TANPA_NOMOR.match(text, link.end()) if link else None


def _own_key(naskah: Naskah) -> str:
    """The key of this regulation, from its own title: it is no other law to itself."""
    title = next((c for c in naskah.peraturan.anak if c.jenis == "judul"), None)
    return law_name(text_of(title).title()) if title is not None else ""
