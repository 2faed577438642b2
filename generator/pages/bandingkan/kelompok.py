"""Aspects under a few headings, by what their answers are derived from."""

from __future__ import annotations

from generator.banding.matrix import Baris, Matriks

_HEADINGS = {
    "Penilai kinerja": {"penilai"},
    "Mekanisme penugasan": {"mekanisme"},
    "Surat": {"penerbit", "isi_surat", "tembusan"},
    "Bila ditolak atau tidak sesuai": {"penolakan", "evaluasi"},
    "Pelaporan": {"pelaporan"},
    "Ketentuan lain": {"berlaku", "ketentuan"},
}


def grouped(matrix: Matriks) -> tuple[tuple[str, tuple[Baris, ...]], ...]:
    """Every row of the matrix under its heading, in the order of the vocabulary."""
    found = (
        (title, tuple(row for row in matrix.baris if row.aspek.turunan in derived))
        for title, derived in _HEADINGS.items()
    )
    return tuple((title, rows) for title, rows in found if rows)
