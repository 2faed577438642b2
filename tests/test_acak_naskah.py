"""Texts that nobody meant well: any bytes become clauses or a problem, and no word is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.cite import Naskah
from generator.naskah import iterate, parse, print_text, words_of
from generator.naskah.batas import MAX_DEPTH, MAX_LINE, MAX_LINES
from generator.problems import BuildFailed
from generator.project import advise, check_project, read_project, validate_project
from tests.acak_kamar import in_room, share, told

ANCHOR = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*")
#: Pieces of regulations, whole and broken, and signs that are treated in a way of their own.
FRAGMENTS = st.sampled_from(
    ["Pasal 1", "Pasal 2A", "PASAL I", "Pasal ٣", "BAB I", "BAB XIV A", "BAB IIII", "JUDUL", "\n",
     "\n", "\n", "\n\n", "  ", "    ", " ", "Bagian Kesatu", "Bagian Kedua Belas", "Belas ",
     "Paragraf 1", "BUKU KESATU", "(1) ", "(1a) ", "(ii) ", "a. ", "aa) ", "1. ", "10) ", "IV. ",
     "A. ", "- ", "# ", "# 1. ", "| ", "|", "[bagan]", "[judul]", "[pembukaan]", "[penjelasan]",
     "[penutup]", "[tidak terbaca]", "[tidak terbaca: sobek]", "[asing]", "[", "]", "\\", "\\\\",
     "Menimbang :", "MEMUTUSKAN:", "M E M U T U S K A N :", "Menetapkan :", "KESATU :", "KEDUA :",
     "Ayat (1)", "Huruf a", "Angka 2", "“", '"', "kata", "Kata.", "x-", "\t", "\f", "\v", "\x85",
     "\u2028", "\u00a0", "\u200b", "²", "é", "🙂", "Pasal 2 sampai dengan Pasal 4", "Pasal 5 dan 6",
     "sebagaimana dimaksud dalam Pasal 1 ayat (1)", "yang dimaksud dengan:", "adalah"]
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS, max_size=50).map("".join)


@share(2)
@given(TEXTS | st.text(max_size=200), st.sampled_from(["peraturan", "lampiran"]))
@example("Pasal ٣\nx", "peraturan")
@example("(1) Pasal 1\n  Bagian Kesatu\n|", "lampiran")
def test_any_text_becomes_clauses(text: str, root: str) -> None:
    tree, problems = parse(text, root, "uji.md")
    assert told(problems)
    anchors = [clause.jangkar for clause in iterate(tree)][1:]
    assert len(set(anchors)) == len(anchors)
    assert all(ANCHOR.fullmatch(anchor) for anchor in anchors), anchors
    naskah = Naskah("uji", tree, None)
    assert set(naskah.sebutan) == set(naskah.teks) == set(anchors)


@share(2)
@given(TEXTS)
@example("[bagan]\n  |\n")
@example("\\  Pasal 1Pasal 1")
@example("|   Pasal 1")
def test_the_canonical_layout_stays_as_it_is(text: str) -> None:
    once = print_text(parse(text, "peraturan")[0])
    tree, _ = parse(once, "peraturan")
    assert print_text(tree) == once
    assert words_of(tree) == words_of(parse(print_text(tree), "peraturan")[0])


FILES = ("content/peraturan/contoh/peraturan.md", "content/peraturan/contoh/lampiran.md",
         "regencies/contoh/sumber.txt")  # fmt: skip
CUTS = st.tuples(st.floats(0, 1), st.floats(0, 0.2), TEXTS.map(str.encode) | st.binary(max_size=40))


@share(0.6)
@given(st.sampled_from(FILES), st.lists(CUTS, min_size=1, max_size=4))
@example(FILES[0], [(0.0, 0.3, b"")])
def test_any_bytes_anywhere_are_checked(
    contoh_bersama: Path, file: str, cuts: list[tuple[float, float, bytes]]
) -> None:
    path = contoh_bersama / file
    raw = path.read_bytes()
    spoilt = raw
    for place, length, other in cuts:
        start = round(place * len(spoilt))
        spoilt = spoilt[:start] + other + spoilt[start + round(length * len(spoilt)) :]
    try:
        path.write_bytes(spoilt)
        problems = _check(contoh_bersama)
    finally:
        path.write_bytes(raw)
    assert told(problems)
    assert all((contoh_bersama / problem.place.file).exists() for problem in problems)


def _check(root: Path) -> tuple[object, ...]:
    try:
        proyek = validate_project(*read_project(root))
        return (*check_project(proyek), *advise(proyek))
    except BuildFailed as failure:
        return failure.problems


_CHECK = """
from pathlib import Path
from generator.project import advise, check_project, read_project, validate_project
def run(root):
    proyek = validate_project(*read_project(Path(root)))
    problems = (*check_project(proyek), *advise(proyek))
    if problems:
        raise BuildFailed(problems)
    return 0
"""
_LINES = MAX_LINES - 1_000
#: Texts made to take all time, all memory, or all of the stack; the words that the answer holds.
BOMS: dict[str, tuple[Callable[[], str], str]] = {
    "butir dalam butir": (
        lambda: "Pasal 1\n" + "".join(" " * (2 * n) + "a. x\n" for n in range(1100)),
        f"bersarang lebih dari {MAX_DEPTH} tingkat",
    ),
    "Pasal dalam Pasal": (
        lambda: "Pasal 1\n" + "".join(" " * (2 * n) + "Pasal 2\n" for n in range(1, 1100)),
        f"bersarang lebih dari {MAX_DEPTH} tingkat",
    ),
    "satu baris dua juta kata": (lambda: "x " * 2_400_000, "baris terlalu panjang"),
    "satu kata lima juta huruf": (lambda: "x" * 4_900_000, "baris terlalu panjang"),
    "dua juta baris": (lambda: "x\n" * 2_400_000, "naskah terlalu panjang"),
    "lima juta baris kosong": (lambda: "\n" * 4_900_000, "naskah terlalu panjang"),
    "Belas Belas Belas": (
        lambda: "Bagian Kedua " + "Belas " * 900 + "!",
        "samakan naskah dengan sumber",
    ),
    "ayat tanpa akhir": (lambda: "Pasal 1\n" + "(1) x\n" * _LINES, "samakan naskah dengan sumber"),
    "Pasal tanpa akhir": (lambda: "Pasal 1\nx\n" * (_LINES // 2), "“Pasal 1 x"),
    "rujukan tanpa akhir": (
        lambda: "Pasal 1\n" + ("pada Pasal 1 ayat (2) huruf a) dan " * 100 + "\n") * 20,
        "“Pasal 1 pada",
    ),
    "satu kata diulang": (lambda: "Pasal 1\n" + ("kata " * 900 + "\n") * 200, "“Pasal 1 kata"),
    "enam juta bita": (lambda: "x\n" * 3_000_000, "berkas terlalu besar"),
}


@pytest.mark.parametrize("name", BOMS)
def test_a_bomb_is_refused_or_read_within_limits(name: str, contoh: Path) -> None:
    make, words = BOMS[name]
    path = contoh / "content" / "peraturan" / "contoh" / "peraturan.md"
    path.write_text(make(), encoding="utf-8")
    assert words in in_room(_CHECK, contoh)


def test_a_source_of_one_word_is_compared_in_time(contoh: Path) -> None:
    (contoh / "regencies" / "contoh" / "sumber.txt").write_text(
        ("kata " * 900 + "\n") * 200, encoding="utf-8"
    )
    (contoh / "regencies" / "contoh" / "koreksi.yaml").write_text("[]\n", encoding="utf-8")
    text = "Pasal 1\n" + ("kata " * 900 + "lain\n") * 200
    (contoh / "content" / "peraturan" / "contoh" / "peraturan.md").write_text(text, "utf-8")
    assert "samakan naskah dengan sumber" in in_room(_CHECK, contoh)


def test_the_longest_line_allowed_is_read(contoh: Path) -> None:
    path = contoh / "content" / "peraturan" / "contoh" / "peraturan.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n{'x' * MAX_LINE}\n", encoding="utf-8")
    assert "terlalu panjang" not in in_room(_CHECK, contoh)
