"""Citations: exactly once, exactly these words; and help for the one who mistyped."""

from __future__ import annotations

import pytest

from generator.cite import Naskah, TidakCocok, cite
from generator.graph import Sumber
from generator.model import Dasar
from generator.naskah import parse

TEXT = """\
Pasal 1
(1) Kepala Dinas menilai kinerja pelaksana.
(2) Kepala Dinas tidak menilai kinerja pejabat fungsional.

Pasal 2
Kepala Dinas menugaskan.
"""


@pytest.fixture
def naskah() -> Naskah:
    tree, problems = parse(TEXT, "peraturan")
    assert not problems
    return Naskah("contoh", tree, None)


def test_a_quotation_that_stands_once_is_resolved(naskah: Naskah) -> None:
    found = cite(Dasar(klausa="pasal-1-ayat-1", kutipan="menilai  kinerja\n pelaksana"), naskah)
    assert found == Sumber(
        "pasal-1-ayat-1",
        "Pasal 1 ayat (1)",
        "menilai kinerja pelaksana",
        "~/contoh/peraturan/#pasal-1-ayat-1",
    )


@pytest.mark.parametrize(
    ("clause", "quotation", "cause", "advice"),
    [
        ("pasal-1", "Kepala Dinas", "terdapat 2 kali dalam Pasal 1", "kutip lebih panjang"),
        ("pasal-1-ayat-1", "tidak menilai kinerja", "tidak terdapat", "“pasal-1-ayat-2”"),
        ("pasal-1-ayat-1", "Kepala dinas", "tidak terdapat", "salin kutipan"),
        ("pasal-1-ayat-1", "Kepala Dinas menilai kerja pelaksana", "tidak terdapat", "tertulis"),
        ("pasal-1-ayat-3", "Kepala", "tidak ada dalam naskah", "mungkin maksudnya “pasal-1-ayat"),
        ("lampiran-z", "Kepala", "tidak ada dalam naskah", "periksa jangkarnya"),
    ],
)
def test_one_that_does_not_hold_says_why(
    naskah: Naskah, clause: str, quotation: str, cause: str, advice: str
) -> None:
    found = cite(Dasar(klausa=clause, kutipan=quotation), naskah)
    assert isinstance(found, TidakCocok)
    assert cause in found.sebab
    assert advice in found.saran


def test_overlapping_occurrences_are_counted() -> None:
    tree, _ = parse("Pasal 1\nia ia ia", "peraturan")
    found = cite(Dasar(klausa="pasal-1", kutipan="ia ia"), Naskah("x", tree, None))
    assert isinstance(found, TidakCocok)
    assert "2 kali" in found.sebab
