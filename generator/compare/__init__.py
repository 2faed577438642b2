"""Two regulations side by side: cut into units, match them, put their words next to each other."""

from generator.compare.kelompok import Kelompok, group
from generator.compare.nilai import (
    SUBSTANSI,
    Bacaan,
    Beda,
    Jenis,
    Kata,
    Padanan,
    Satuan,
    Selaras,
)
from generator.compare.satuan import read
from generator.compare.selaras import align, mirror
from generator.compare.semua import (
    SEMUA_PASANGAN,
    Kemiripan,
    SemuaKemiripan,
    SemuaSelaras,
    align_all,
    base,
    pairs,
)

__all__ = [
    "SEMUA_PASANGAN",
    "SUBSTANSI",
    "Bacaan",
    "Beda",
    "Jenis",
    "Kata",
    "Kelompok",
    "Kemiripan",
    "Padanan",
    "Satuan",
    "Selaras",
    "SemuaKemiripan",
    "SemuaSelaras",
    "align",
    "align_all",
    "base",
    "group",
    "mirror",
    "pairs",
    "read",
]
