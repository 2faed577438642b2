"""References: every form is found, each leads to exactly one clause or says why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cite import Naskah
from generator.naskah import Alinea, JenisAlinea
from generator.pages import alinea, dasar_hukum
from generator.pages.banding import DISEBUT, Sumbangan, merge
from generator.rujukan import Keadaan, Rujukan, cited_by, read_references
from tests.rujukan_contoh import TEXTS, paragraph, put, read, small

HERE = Path(__file__).parent / "kasus"
CASES = yaml.safe_load((HERE / "rujukan.yaml").read_text(encoding="utf-8"))
EXPECTED = yaml.safe_load((HERE / "rujukan_naskah.yaml").read_text(encoding="utf-8"))
#: Whatever looks like a reference to a clause, more broadly than the table of forms.
LOOKS_LIKE = re.compile(
    r"\b(?:pasal|ayat|angka|paragraf|gambar)\s+\(?\d+|\bhuruf\s+[a-z]\b|\bbab\s+[ivx]+\b"
    r"|\bbagian\s+ke(?:satu|dua|tiga)|(?<=dalam )lampiran\b",
    re.IGNORECASE,
)
texts = pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)


@pytest.mark.parametrize("case", CASES["kasus"], ids=[c["teks"][:60] for c in CASES["kasus"]])
def test_case(case: dict) -> None:
    naskah = put(small(CASES["naskah"]), case["di"], case["teks"])
    found = read_references(naskah)
    targets = [
        [t.teks, t.jangkar, *([] if t.keadaan is Keadaan.ADA else [t.keadaan.value])]
        for reference in found.dalam
        if (reference.klausa, reference.alinea) == (case["di"], 0)
        for t in reference.sasaran
    ]
    assert targets == case.get("rujukan", [])
    laws = [[law.kunci, law.bagian] for law in found.luar if law.klausa == case["di"]]
    assert laws == case.get("luar", [])


@texts
def test_every_reference_of_a_real_text_is_resolved_or_expected(folder: Path) -> None:
    naskah = read(folder)
    found = read_references(naskah)
    faults = [
        [reference.klausa, t.teks, t.keadaan.value]
        for reference in found.dalam
        for t in reference.sasaran
        if t.keadaan is not Keadaan.ADA
    ]
    assert faults == EXPECTED.get(naskah.slug, [])
    for reference in found.dalam:
        for target in reference.sasaran:
            assert target.label
            assert (target.jangkar is None) == (target.keadaan.startswith("tidak"))
            assert target.jangkar is None or target.jangkar in {*naskah.klausa, "lampiran"}


@texts
def test_spans_are_their_words(folder: Path) -> None:
    naskah = read(folder)
    _check_spans(naskah, read_references(naskah))


@texts
def test_nothing_that_looks_like_a_reference_is_missed(folder: Path) -> None:
    naskah = read(folder)
    found = read_references(naskah)
    # A law's own clause stands before its name: "Pasal 25 Peraturan Menteri …".
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for r in found.dalam:
        spans.setdefault((r.klausa, r.alinea), []).append((r.awal, r.akhir))
    for law in found.luar:
        reach = law.awal - len(law.bagian) - 2 if law.bagian else law.awal
        spans.setdefault((law.klausa, law.alinea), []).append((reach, law.akhir))
    for anchor, clause in naskah.klausa.items():
        for index, part in enumerate(clause.isi):
            if not isinstance(part, Alinea) or part.jenis is not JenisAlinea.ALINEA:
                continue
            for match in LOOKS_LIKE.finditer(part.teks):
                caption = match.start() == 0 and match.group().lower().startswith("gambar")
                assert caption or any(
                    start <= match.start() and match.end() <= end
                    for start, end in spans.get((anchor, index), ())
                ), f"{anchor}: {part.teks[max(0, match.start() - 30) : match.end() + 30]}"


@texts
def test_back_references_are_the_references_turned_round(folder: Path) -> None:
    found = read_references(read(folder)).dalam
    back = cited_by(found)
    pairs = {(t.jangkar, r.klausa) for r in found for t in r.sasaran if t.jangkar}
    assert {(to, by) for to, bys in back.items() for by in bys} == {
        (to, by) for to, by in pairs if to != by
    }


@texts
def test_every_law_is_listed_once_with_a_key_that_others_can_have(folder: Path) -> None:
    bacaan = alinea.read(read(folder))
    laws = dasar_hukum.laws(bacaan)
    keys = [law.kunci for law in laws if law.kunci]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z]+(?:/[\w.-]+)+", key) for key in keys)
    assert all(law.disebut and (law.kunci or law.sebab) for law in laws)


def test_regulations_that_share_their_basis_share_its_keys() -> None:
    shared = merge(Sumbangan.of(folder.name, read(folder)) for folder in TEXTS).penyebut
    assert shared["uu/2014/23"].banyak >= 2
    assert shared["permen/panrb/2022/7"].banyak >= 2


def test_of_many_that_cite_a_law_some_are_named() -> None:
    given = (Sumbangan(str(n), f"D{n}", (), ("uu/2014/23",)) for n in range(DISEBUT + 5))
    named, more = merge(given).penyebut["uu/2014/23"].others("D1")
    assert len(named) == DISEBUT
    assert "D1" not in named
    assert more == 4


_WORDS = st.sampled_from(
    [
        "Pasal 1", "Pasal 3A", "pasal 99", "ayat (1)", "Ayat (2)", "huruf a", "huruf b)", "b",
        "angka 1", "(2)", "BAB II", "BAB IIII", "Bagian Kesatu", "Lampiran", "Lampiran Romawi III",
        "Gambar 2", "sampai dengan", "s.d.", "dan", "atau", ",", "dan/atau", "dalam", "pada", "(",
        ")", "Peraturan Menteri", "Undang-Undang", "Nomor 7 Tahun 2022", "tentang", "ini", "Sistem",
        "Peraturan Bupati", "Qanun", ".", ";", "\u00a0", "İ", "ß",
    ]
)  # fmt: skip
_TEXTS = st.lists(_WORDS | st.text(max_size=8), max_size=16).map(" ".join)
_PLACES = st.sampled_from(
    ["pasal-4", "pasal-3-ayat-3", "menimbang-huruf-d", "mengingat-angka-1", "lampiran-bab-1-a-b"]
)


@given(_TEXTS, _PLACES)
def test_any_text_is_read_and_every_span_is_its_words(text: str, place: str) -> None:
    naskah = put(small(CASES["naskah"]), place, text)
    _check_spans(naskah, read_references(naskah))
    bacaan = alinea.read(naskah)
    pieces = bacaan.pieces(naskah.klausa[place], naskah.klausa[place].isi[0])  # type: ignore[arg-type]
    assert "".join(piece.teks for piece in pieces) == text


def _check_spans(naskah: Naskah, found: Rujukan) -> None:
    for each in (*found.dalam, *found.luar):
        assert paragraph(naskah, each.klausa, each.alinea)[each.awal : each.akhir] == each.teks
    for reference in found.dalam:
        text = paragraph(naskah, reference.klausa, reference.alinea)
        for target in reference.sasaran:
            assert reference.awal <= target.awal < target.akhir <= reference.akhir
            assert text[target.awal : target.akhir] == target.teks
