"""Alignment and differences over the real texts."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.compare import Bacaan, Beda, Jenis, Satuan, Selaras, align, align_all, group, mirror
from generator.compare import read as cut
from generator.compare.kata import Pembanding
from generator.compare.satuan import DI_LUAR
from generator.compare.semua import SEMUA_PASANGAN, most_usual
from generator.naskah import Alinea, JenisAlinea, iterate
from generator.project import read_project, validate_project
from generator.regency import DaerahTerbaca

KASUS = yaml.safe_load(
    (Path(__file__).parent / "kasus" / "padanan.yaml").read_text(encoding="utf-8")
)
#: The cases that the alignment is known to miss, by base, other, and clause.
TERLEWAT = {("kendal", "bombana", "pasal-7-ayat-2")}


@pytest.fixture(scope="module")
def daerah(root: Path) -> dict[str, DaerahTerbaca]:
    kosakata, files = read_project(root)
    return {item.slug: item for item in validate_project(kosakata, files).daerah}


@pytest.fixture(scope="module")
def bacaan(daerah: dict[str, DaerahTerbaca]) -> dict[str, Bacaan]:
    return {slug: cut(item.naskah, item.data.daerah.nama_singkat) for slug, item in daerah.items()}


@pytest.fixture(scope="module")
def semua(bacaan: dict[str, Bacaan]) -> dict[tuple[str, str], Selaras]:
    return dict(align_all(bacaan.values()).arah)


def _under(anchor: str, clause: str) -> bool:
    return anchor == clause or anchor.startswith(f"{clause}-")


def _partners(aligned: Selaras, clauses: list[str]) -> set[str]:
    return {
        right
        for match in aligned.padanan
        for left in match.kiri
        if any(_under(left, clause) for clause in clauses)
        for right in match.kanan
    }


def _case(aligned: Selaras, case: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What a case lacks, and what it has too much."""
    found = _partners(aligned, case["kiri"])
    lacking = [c for c in case["kanan"] if not any(_under(one, c) for one in found)]
    extra = [one for one in found if not any(_under(one, c) for c in case["kanan"])]
    return lacking, extra


def test_the_cases_name_clauses_that_exist(daerah: dict[str, DaerahTerbaca]) -> None:
    cases = [
        (g[side], c[key])
        for g in KASUS
        for c in g["padanan"]
        for side, key in (("dasar", "kiri"), ("dengan", "kanan"))
    ]
    assert sum(len(group["padanan"]) for group in KASUS) >= 40
    for slug, anchors in cases:
        assert set(anchors) <= set(daerah[slug].naskah.klausa), (slug, anchors)


@pytest.mark.parametrize("kelompok", KASUS, ids=lambda g: f"{g['dasar']}-{g['dengan']}")
def test_clauses_meet_as_a_reader_would_match_them(
    kelompok: dict[str, Any], semua: dict[tuple[str, str], Selaras]
) -> None:
    pair = kelompok["dasar"], kelompok["dengan"]
    for case in kelompok["padanan"]:
        lacking, extra = _case(semua[pair], case)
        assert not extra, (pair, case, extra)
        if (*pair, case["kiri"][0]) not in TERLEWAT:
            assert not lacking, (pair, case, lacking)


def test_one_pasal_meets_two(semua: dict[tuple[str, str], Selaras]) -> None:
    groups = {one.kiri: one for one in group(semua["kendal", "bombana"]) if one.kiri}
    split = groups["pasal-8",]
    assert (split.jenis, split.kanan) == (Jenis.DIPECAH, ("pasal-18", "pasal-19"))
    back = [one.kiri for one in group(semua["bombana", "kendal"]) if "pasal-8" in one.kanan]
    assert back == [("pasal-18",), ("pasal-19",)]


def test_every_pair_mirrors(bacaan: dict[str, Bacaan]) -> None:
    def told(aligned: Selaras) -> set[object]:
        return set(aligned.padanan)

    for a, b in permutations(sorted(bacaan), 2):
        forth, back = align(bacaan[a], bacaan[b]), align(bacaan[b], bacaan[a])
        assert told(back) == told(mirror(forth))
        assert forth.kemiripan == back.kemiripan


def test_every_clause_stands_in_exactly_one_match(
    semua: dict[tuple[str, str], Selaras],
) -> None:
    for aligned in semua.values():
        left = [anchor for match in aligned.padanan for anchor in match.kiri]
        right = [anchor for match in aligned.padanan for anchor in match.kanan]
        assert sorted(left) == sorted(unit.jangkar for unit in aligned.kiri.satuan)
        assert sorted(right) == sorted(unit.jangkar for unit in aligned.kanan.satuan)
        grouped = [match for one in group(aligned) for match in one.padanan]
        assert sorted(map(id, grouped)) == sorted(map(id, aligned.padanan))


def test_the_words_are_complete(semua: dict[tuple[str, str], Selaras]) -> None:
    def text(units: list[Satuan]) -> list[str]:
        return sorted(
            word
            for unit in units
            for label, line in unit.baris
            for word in f"{label} {line}".split()
        )

    for aligned in semua.values():
        own = {unit.jangkar: unit for unit in aligned.kiri.satuan}
        theirs = {unit.jangkar: unit for unit in aligned.kanan.satuan}
        for match in aligned.padanan:
            old, new = "".join(k.lama for k in match.kata), "".join(k.baru for k in match.kata)
            # Sorted: a unit that repeats another is told after them.
            assert sorted(old.split()) == text([own[a] for a in match.kiri])
            assert sorted(new.split()) == text([theirs[a] for a in match.kanan])
            if len(match.kiri) == len(match.kanan) == 1:
                assert (
                    old.split()
                    == " ".join(
                        f"{label} {line}" for label, line in own[match.kiri[0]].baris
                    ).split()
                )
            for run in match.kata:
                assert not (run.beda is Beda.HILANG and run.baru)
                assert not (run.beda is Beda.TAMBAH and run.lama)


def test_units_hold_every_word_that_is_compared(
    daerah: dict[str, DaerahTerbaca], bacaan: dict[str, Bacaan]
) -> None:
    for slug, item in daerah.items():
        outside = {
            id(below)
            for root in item.naskah.akar
            for clause in iterate(root)
            if clause.jenis in DI_LUAR
            for below in iterate(clause)
        }
        words = sum(
            len(part.teks.split())
            for root in item.naskah.akar
            for clause in iterate(root)
            if id(clause) not in outside and clause.jangkar and clause.jenis != "pembukaan"
            for part in clause.isi
            if isinstance(part, Alinea) and part.jenis is JenisAlinea.ALINEA
        )
        assert sum(len(unit.teks.split()) for unit in bacaan[slug].satuan) == words


def _unit(*lines: str) -> Satuan:
    return Satuan("pasal-1", "pasal-1", "peraturan", "bab-1", (), tuple(("", x) for x in lines))


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("Bupati Kendal menetapkan.", "Wali Kota Magelang menetapkan.", {Beda.SEBUTAN, Beda.SAMA}),
        ("di Kabupaten Kendal", "di Kota Magelang", {Beda.SEBUTAN, Beda.SAMA}),
        (
            "dimaksud dalam Pasal 3 ayat (2)",
            "dimaksud dalam Pasal 12 ayat (1)",
            {Beda.RUJUKAN, Beda.SAMA},
        ),
        (
            "Pasal 25 Peraturan Menteri",
            "Pasal 4 Peraturan Menteri",
            {Beda.HILANG, Beda.TAMBAH, Beda.SAMA},
        ),
        ("antar unit Organisasi;", "antarunit organisasi.", {Beda.BENTUK}),
        ("dan / atau", "dan/atau", {Beda.BENTUK}),
        ("dan pelaksana", "dan/atau pelaksana", {Beda.HILANG, Beda.TAMBAH, Beda.SAMA}),
        ("dapat menilai", "tidak dapat menilai", {Beda.SAMA, Beda.TAMBAH}),
        ("Pejabat Pengawas", "Pejabat Administrator", {Beda.SAMA, Beda.HILANG, Beda.TAMBAH}),
    ],
)
def test_what_counts_as_a_difference(old: str, new: str, kinds: set[Beda]) -> None:
    found = Pembanding("Kendal", "Magelang").compare([_unit(old)], [_unit(new)])
    assert {run.beda for run in found.kata} == kinds


def test_with_many_regencies_each_meets_one(bacaan: dict[str, Bacaan]) -> None:
    first = list(bacaan.values())
    many = [
        Bacaan(f"{one.slug}-{copy}", one.wilayah, one.satuan) for copy in range(2) for one in first
    ][: SEMUA_PASANGAN + 1]
    found = align_all(many)
    assert found.acuan == most_usual(sorted(many, key=lambda one: one.slug)).slug
    assert len(found.pasangan) == len(many) - 1
    assert all(found.acuan in pair for pair in found.pasangan)


def test_a_regulation_is_like_itself(bacaan: dict[str, Bacaan]) -> None:
    for one in bacaan.values():
        twin = Bacaan(f"{one.slug}-lain", one.wilayah, one.satuan)
        aligned = align(one, twin)
        assert aligned.kemiripan == 1
        assert {match.jenis for match in aligned.padanan} == {Jenis.SAMA}
