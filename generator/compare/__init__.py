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
from generator.compare.semua import SemuaSelaras, align_all

__all__ = [
    "SUBSTANSI",
    "Bacaan",
    "Beda",
    "Jenis",
    "Kata",
    "Kelompok",
    "Padanan",
    "Satuan",
    "Selaras",
    "SemuaSelaras",
    "align",
    "align_all",
    "group",
    "mirror",
    "read",
]
