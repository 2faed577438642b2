"""The grammar of the text: parse and print are inverses, and no word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.naskah import (
    Alinea,
    JenisAlinea,
    Klausa,
    iterate,
    name_clause,
    parse,
    print_text,
    text_of,
    words_of,
)
from generator.naskah.nomor import ordinal, roman

HERE = Path(__file__).parent
TEXTS = sorted((HERE.parent / "content" / "peraturan").glob("*/*.md"))
CASES = yaml.safe_load((HERE / "kasus" / "naskah.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_real_text_comes_back_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree, problems = parse(text, path.stem, str(path))
    assert problems == ()
    assert print_text(tree) == text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_two_clauses_share_an_anchor(path: Path) -> None:
    tree, _ = parse(path.read_text(encoding="utf-8"), path.stem)
    anchors = [clause.jangkar for clause in iterate(tree)][1:]
    assert all(anchors)
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("case", CASES, ids=[case["nama"] for case in CASES])
def test_case(case: dict) -> None:
    tree, problems = parse(case["naskah"], case.get("akar", "peraturan"), "uji.md")
    assert [problem.what for problem in problems] == case.get("masalah", [])
    names = name_clause(tree)
    clauses = {clause.jangkar: clause for clause in iterate(tree)}
    for anchor, expected in case["klausa"].items():
        assert anchor in clauses, sorted(clauses)
        assert names[anchor] == expected["sebutan"]
        assert text_of(clauses[anchor]) == expected["teks"]
    if "jangkar" in case:
        assert [clause.jangkar for clause in iterate(tree)][1:] == case["jangkar"]


_LINES = st.sampled_from(
    [
        "BAB II", "BAB X", "Bagian Kesatu", "Bagian Kedua Puluh Satu", "Paragraf 3", "Pasal 7",
        "Pasal 12A", "Menimbang :", "Mengingat :", "MEMUTUSKAN:", "Menetapkan :", "[judul]",
        "[penutup]", "[bagan]", "[tidak terbaca]", "[tidak terbaca: gambar]", "[apa ini]",
        "(1) satu", "(2)", "a. huruf", "aa. huruf", "b)", "(c) tiga", "1. angka", "10) sepuluh",
        "# A. Judul", "# 1) Judul lain", "I. Romawi", "- butir", "| KOTAK", "|", "teks biasa",
        "[penjelasan]", "Ayat (1)", "Huruf a", "Pasal I", "BAB XIV A", "Bagian Pertama",
        "\\1. bukan label", "\\", "# bukan judul", "Pasal 7 ayat (2) dirujuk", "(", "a.", "tentang",
    ]
)  # fmt: skip
_TEXTS = st.lists(st.tuples(st.integers(0, 6), _LINES), max_size=40).map(
    lambda lines: "\n".join(" " * indent + line for indent, line in lines)
)


@given(_TEXTS, st.sampled_from(["peraturan", "lampiran"]))
def test_any_text_keeps_its_words_and_settles(text: str, root: str) -> None:
    tree, _ = parse(text, root)
    assert sorted(words_of(tree)) == sorted(_words(text))
    once = print_text(tree)
    again, _ = parse(once, root)
    assert words_of(again) == words_of(tree)
    assert print_text(again) == once


@given(st.text(max_size=400))
def test_arbitrary_text_never_crashes_the_parser(text: str) -> None:
    tree, _ = parse(text, "peraturan")
    print_text(tree)


def _words(text: str) -> list[str]:
    """The words of a file by its lines alone: what the grammar calls words."""
    words = []
    for line in text.split("\n"):
        stripped = line.strip()
        marks = ("[judul]", "[penutup]", "[penjelasan]", "[bagan]", "[tidak terbaca")
        if stripped.startswith(marks):
            known = stripped in ("[bagan]",) or stripped.startswith("[tidak terbaca")
            if known or not line.startswith(" "):
                continue
        if (
            stripped.startswith("# ") and stripped[2:].split()[0] in ("A.", "1)")
        ) or stripped.startswith("|"):
            stripped = stripped[2:]
        words += (stripped.removeprefix("\\") or stripped).split()
    return words


def test_a_gap_is_no_word() -> None:
    gap = Alinea("gambar", 1, JenisAlinea.TIDAK_TERBACA)
    assert words_of(Klausa("bagan", isi=(gap, Alinea("KOTAK", 2, JenisAlinea.KOTAK)))) == ("KOTAK",)


@pytest.mark.parametrize(("written", "value"), [("I", 1), ("IV", 4), ("XIV", 14), ("XCIX", 99)])
def test_roman(written: str, value: int) -> None:
    assert roman(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Kesatu", 1),
        ("Kesebelas", 11),
        ("Kedua Belas", 12),
        ("Ketiga Puluh Dua", 32),
        ("Kelas", None),
    ],
)
def test_ordinal(written: str, value: int | None) -> None:
    assert ordinal(written) == value
