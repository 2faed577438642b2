"""Origin of a finding: slip of the drafters, damage of the scan, or not to be told; by data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generator.account import KoreksiTerbit
from generator.cite import Naskah
from generator.model import AlasanKoreksi, AsalCatatan
from generator.naskah import Alinea, JenisAlinea, Klausa, iterate
from generator.temuan.corpus import Corpus
from generator.temuan.nilai import Dugaan, Kaidah, Rentan

#: So many lines from a clause a marked loss still explains what is missing there.
SEKITAR: Final = 6
#: So often a scan must have taken one letter for another before a slip is laid to it.
BERULANG: Final = 2
_SIGN = re.compile(r"[.,;:]$")
_TOLD: Final = AsalCatatan.TIDAK_DAPAT_DIPASTIKAN


def decide(
    dugaan: Dugaan,
    kaidah: Kaidah,
    naskah: Naskah,
    koreksi: Sequence[KoreksiTerbit],
    corpus: Corpus,
) -> tuple[AsalCatatan, str]:
    """The origin of a suspicion, and how it was decided; the first reason that fits counts."""
    if _restored(dugaan, koreksi):
        return _TOLD, "kata ini dipulihkan dari bacaan yang rusak (lihat koreksi)"
    match kaidah.rentan:
        case Rentan.SUSUNAN:
            return AsalCatatan.PERANCANG, "seluruh katanya terbaca utuh dalam sumber"
        case Rentan.KETIADAAN | Rentan.NOMOR:
            return _absent(dugaan, kaidah, naskah)
        case Rentan.TANDA | Rentan.HURUF:
            return _damaged(dugaan, kaidah, naskah, koreksi, corpus)


def _absent(dugaan: Dugaan, kaidah: Kaidah, naskah: Naskah) -> tuple[AsalCatatan, str]:
    if _near_loss(dugaan.klausa, naskah):
        return _TOLD, "ada bagian yang hilang dalam sumber di dekatnya"
    if kaidah.rentan is Rentan.NOMOR:
        return _TOLD, "nomor mudah hilang dalam pindaian"
    return AsalCatatan.PERANCANG, "tidak ada bagian yang hilang dalam sumber di dekatnya"


def _damaged(
    dugaan: Dugaan,
    kaidah: Kaidah,
    naskah: Naskah,
    koreksi: Sequence[KoreksiTerbit],
    corpus: Corpus,
) -> tuple[AsalCatatan, str]:
    if _stands_elsewhere(dugaan, kaidah, naskah, corpus):
        return AsalCatatan.PERANCANG, "tertulis sama dalam peraturan lain atau lebih dari satu kali"
    if kaidah.rentan is Rentan.HURUF and _confused_before(dugaan, koreksi):
        return (
            AsalCatatan.PINDAIAN,
            "kedua huruf itu juga tertukar di tempat lain dalam sumber",
        )
    what = "tanda baca" if kaidah.rentan is Rentan.TANDA else "huruf"
    return _TOLD, f"{what} dapat salah ketik dan dapat salah baca dalam pindaian"


def _restored(dugaan: Dugaan, koreksi: Sequence[KoreksiTerbit]) -> bool:
    """Whether a correction of the reading wrote the very words in doubt into this clause."""
    doubted = set((dugaan.kata or dugaan.kutipan).split())
    return any(
        edit.klausa == dugaan.klausa
        and edit.entri.alasan in (AlasanKoreksi.GALAT_OCR, AlasanKoreksi.NOMOR_TERLEPAS)
        and doubted & (set(edit.entri.terbit.split()) - set(edit.entri.tertulis.split()))
        for edit in koreksi
    )


def _near_loss(anchor: str, naskah: Naskah) -> bool:
    """Whether the editor marked a loss a few lines from the beginning of a clause."""
    root = naskah.lampiran if anchor.startswith("lampiran") else naskah.peraturan
    clause = naskah.klausa[anchor]
    return root is not None and any(
        abs(clause.baris - gap.baris) <= SEKITAR for gap in _losses(root)
    )


def _losses(root: Klausa) -> Iterator[Alinea]:
    for clause in iterate(root):
        for part in clause.isi:
            if isinstance(part, Alinea) and part.jenis is JenisAlinea.TIDAK_TERBACA:
                yield part


def _stands_elsewhere(dugaan: Dugaan, kaidah: Kaidah, naskah: Naskah, corpus: Corpus) -> bool:
    """Whether the same slip stands again: two scans do not fail alike, a copied text does."""
    if kaidah.rentan is Rentan.HURUF:
        return bool(dugaan.kata) and corpus.kata[dugaan.kata.lower()] > 1
    if len(dugaan.kutipan.split()) < 3 or not _SIGN.search(dugaan.kutipan):
        return False
    return any(
        dugaan.kutipan in text
        for other in corpus.naskah
        if other.slug != naskah.slug
        for text in _whole(other)
    )


def _whole(naskah: Naskah) -> Iterator[str]:
    for root in naskah.akar:
        for child in root.anak:
            yield naskah.teks[child.jangkar]


def _confused_before(dugaan: Dugaan, koreksi: Sequence[KoreksiTerbit]) -> bool:
    """Whether corrections of this very scan undid the same confusion of two letters elsewhere."""
    meant = re.search(r"maksudnya “(\w+)”", dugaan.uraian)
    swapped = _swapped(dugaan.kata.lower(), meant[1]) if meant else None
    known = Counter(
        _swapped(wrong.lower(), right.lower())
        for entri in (edit.entri for edit in koreksi)
        if entri.alasan is AlasanKoreksi.GALAT_OCR
        for wrong, right in zip(entri.tertulis.split(), entri.terbit.split(), strict=False)
    )
    return swapped is not None and known[swapped] >= BERULANG


def _swapped(wrong: str, right: str) -> tuple[str, str] | None:
    """The letter read and the letter meant, where two words differ in one letter only."""
    if len(wrong) != len(right):
        return None
    pairs = [pair for pair in zip(wrong, right, strict=True) if pair[0] != pair[1]]
    return pairs[0] if len(pairs) == 1 else None
