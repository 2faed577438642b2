"""Ringkasan: what the rest of a site needs to know of one regency, small enough to hold for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.aspek import JawabanAspek
from generator.banding.sejajar import TERCETAK
from generator.model import Daerah
from generator.pages.banding import Sumbangan
from generator.pages.konteks import Tujuan
from generator.pages.values import DaerahTerbit
from generator.sidik import digest


@dataclass(frozen=True)
class Ringkasan:
    """One regency: what it is, where its pages are, what it shares.

    ``bagan`` counts its charts, those in answers too, ``potongan`` the parts of long flows.
    ``alur`` are its flows: id and kind of each, ``kunci_alur`` what they say. ``pola``, ``catatan``
    and ``koreksi`` are as in DaerahTerbit. ``kunci`` says what
    the regency was made from, ``kunci_naskah`` what its text was; the other keys say what its
    structures, its answers to every aspect, and its notes are.
    """

    identitas: Daerah
    bagan: int
    potongan: int
    alur: tuple[tuple[str, str], ...]
    kunci_alur: str
    pola: Mapping[str, tuple[str, ...]]
    catatan: Mapping[str, int]
    koreksi: int
    tujuan: Tujuan
    sumbangan: Sumbangan
    kunci: str
    kunci_naskah: str
    kunci_struktur: str
    kunci_aspek: str
    kunci_catatan: str

    @property
    def slug(self) -> str:
        """Its part of every address."""
        return self.identitas.slug

    @classmethod
    def of(
        cls,
        daerah: DaerahTerbit,
        aspek: Sequence[JawabanAspek],
        potongan: int,
        kunci: str,
        kunci_naskah: str,
    ) -> Ringkasan:
        """Sum up a regency."""
        return cls(
            daerah.identitas,
            len(daerah.bagan) + len(daerah.penilaian),
            potongan,
            tuple((flow.id, flow.jenis) for flow in daerah.data.mekanisme.mekanisme),
            digest(daerah.data.mekanisme, kunci_naskah),
            daerah.pola,
            daerah.catatan,
            daerah.koreksi,
            Tujuan.of(daerah),
            Sumbangan.of(daerah.identitas.nama_singkat, daerah.naskah),
            kunci,
            kunci_naskah,
            digest(daerah.data.kedudukan, kunci_naskah),
            digest(aspek),
            digest(daerah.data.catatan),
        )


def first_of_each(
    every: Iterable[Ringkasan], kinds: Callable[[Ringkasan], Iterable[str]]
) -> Iterator[Ringkasan]:
    """Those regencies that are among the first few to have something of some kind."""
    seen: Counter[str] = Counter()
    for one in every:
        own = tuple(kinds(one))
        if any(seen[kind] < TERCETAK for kind in own):
            yield one
        seen.update(own)
