"""Other laws that only one of two regulations cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.cite import Naskah, clause_source
from generator.compare.nilai import Jenis
from generator.compare.selisih import Change, Daerah, Sisi
from generator.rujukan import RujukanLuar, read_references

LINGKUP = "hukum"


def compare_laws(kiri: Daerah, kanan: Daerah) -> Iterator[Change]:
    """By the identity of each law; what has no number is told by its words."""
    ours, theirs = _laws(kiri.naskah), _laws(kanan.naskah)
    for key, law in ours.items():
        if key not in theirs:
            yield Change(LINGKUP, Jenis.TIDAK_ADA, law.nama, _cited(law, kiri.naskah), None)
    for key, law in theirs.items():
        if key not in ours:
            yield Change(LINGKUP, Jenis.TAMBAHAN, law.nama, None, _cited(law, kanan.naskah))


def _laws(naskah: Naskah) -> Mapping[str, RujukanLuar]:
    """Every law cited, at its first mention, in the order of mention."""
    found: dict[str, RujukanLuar] = {}
    for law in read_references(naskah).luar:
        found.setdefault(law.kunci or law.teks, law)
    return found


def _cited(law: RujukanLuar, naskah: Naskah) -> Sisi:
    quotation = " ".join(law.teks.split())
    return Sisi(law.nama, (clause_source(law.klausa, quotation, naskah),))
