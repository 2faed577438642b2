"""Coverage: clauses about kedudukan, penugasan and mekanisme that no fact cites; warnings only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.coverage import cover
from generator.model import Kosakata
from generator.problems import Place, Problem, Severity
from generator.regency import DaerahTerbaca, text_file


def check_coverage(daerah: DaerahTerbaca, _kosakata: Kosakata) -> Iterator[Problem]:
    """Name each clause that counts and is not cited."""
    naskah = daerah.naskah
    for anchor in cover(daerah.data, naskah).belum:
        root = "lampiran" if anchor.startswith("lampiran") else "peraturan"
        yield Problem(
            Place(text_file(daerah.slug, root), naskah.klausa[anchor].baris, 1),
            f"{naskah.sebutan[anchor]} belum dikutip oleh satu fakta pun",
            "tambahkan fakta yang mengutipnya, bila klausa itu mengatur sesuatu",
            Severity.PERINGATAN,
        )
