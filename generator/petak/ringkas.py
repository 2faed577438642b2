"""Ringkasan: what the rest of a site needs to know of one regency, small enough to hold for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.pages.banding import Sumbangan
from generator.pages.konteks import Tujuan
from generator.pages.values import DaerahTerbit
from generator.sidik import digest


@dataclass(frozen=True)
class Ringkasan:
    """One regency: its names, when its source came, where its pages are, what it shares.

    ``bagan`` counts its charts, those in answers too, ``potongan`` the parts of long flows.
    ``alur`` are its flows: id and kind of each, ``kunci_alur`` what they say. ``kunci`` says what
    the regency was made from, ``kunci_naskah`` what its text was.
    """

    slug: str
    nama: str
    diterima: date
    bagan: int
    potongan: int
    alur: tuple[tuple[str, str], ...]
    kunci_alur: str
    tujuan: Tujuan
    sumbangan: Sumbangan
    kunci: str
    kunci_naskah: str

    @classmethod
    def of(cls, daerah: DaerahTerbit, potongan: int, kunci: str, kunci_naskah: str) -> Ringkasan:
        """Sum up a regency."""
        return cls(
            daerah.slug,
            daerah.nama,
            daerah.data.daerah.sumber.diterima,
            len(daerah.bagan) + len(daerah.penilaian),
            potongan,
            tuple((flow.id, flow.jenis) for flow in daerah.data.mekanisme.mekanisme),
            digest(daerah.data.mekanisme, kunci_naskah),
            Tujuan.of(daerah),
            Sumbangan.of(daerah.data.daerah.nama_singkat, daerah.naskah),
            kunci,
            kunci_naskah,
        )
