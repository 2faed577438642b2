"""Citations in any text: what is read stands there as it is read, and nothing takes for ever."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.cite import Naskah, TidakCocok, cite
from generator.graph import Sumber
from generator.model import Dasar
from generator.naskah import Alinea, parse
from generator.naskah.batas import MAX_LINE
from generator.rujukan import cited_by, define_terms, read_references, read_terms
from tests.acak_kamar import in_room, share
from tests.test_acak_naskah import TEXTS

PIECES = st.sampled_from(
    ["Pasal 1", "pasal 12A", "ayat (1)", "ayat (1a)", "ayat 2", "huruf a", "huruf aa)", "angka 1",
     "Lampiran", "Lampiran III", "BAB II", "Bagian Kesatu", "Paragraf 1", "Gambar 2", "(2)", "b",
     " dan ", ", ", " sampai dengan ", " s.d. ", " s/d ", " dan/atau ", " dalam ", " pada ", " ",
     "sebagaimana dimaksud", "Undang-Undang Nomor 23 Tahun 2014", "Undang-Undang Dasar",
     "Peraturan Menteri ", "Peraturan Bupati ", "Qanun ", "Keputusan ", " Nomor 1/A-b Tahun 2020",
     " tentang ", "Kata Besar", "(", ")", ";", ".", "ini", "tersebut", "yang dimaksud dengan:",
     " adalah ", "yang selanjutnya disebut ", " disingkat ", "ASN", "İstilah", "ſatu", "²", "٣",
     "-", "“", "\u00a0", "\u2028", "-->", "1945"]
)  # fmt: skip
SENTENCES = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60)


def _one_line(text: str) -> str:
    return " ".join(text.split())


@share(2)
@given(st.lists(SENTENCES, min_size=1, max_size=4), st.lists(SENTENCES, max_size=4))
@example(["x yang dimaksud dengan:", "A"], ["İstilah adalah x", "ıstilah adalah y"])
def test_what_is_read_stands_in_the_text(sentences: list[str], terms: list[str]) -> None:
    lines = ["Pasal 1", "Dalam peraturan ini yang dimaksud dengan:"]
    lines += [f"  {n}. {_one_line(term)}" for n, term in enumerate(terms, start=1)]
    lines += ["Pasal 2", *(f"  ({n}) {_one_line(s)}" for n, s in enumerate(sentences, start=1))]
    _read_all("\n".join(lines))


@share(2)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    _read_all(text)


def _read_all(text: str) -> None:
    naskah = Naskah("uji", parse(text, "peraturan")[0], None)
    references = read_references(naskah)
    for found in (*references.dalam, *references.luar):
        clause = naskah.klausa.get(found.klausa, naskah.peraturan)
        part = clause.isi[found.alinea]
        assert isinstance(part, Alinea)
        assert found.teks == part.teks[found.awal : found.akhir] != ""
    for reference in references.dalam:
        assert reference.sasaran
        for target in reference.sasaran:
            assert target.jangkar is None or target.jangkar in naskah.klausa
            assert reference.awal <= target.awal <= target.akhir <= reference.akhir
    assert set(cited_by(references.dalam)) <= set(naskah.klausa)
    known = define_terms(naskah)
    for use in read_terms(naskah, known, references.luar):
        assert use.istilah in known


TEXT = parse("Pasal 1\nPasar dibuka. Pasar ditutup.\n\nPasal 2\nPasar tidak dibuka.\n", "peraturan")
NASKAH = Naskah("uji", TEXT[0], None)
WORDS = st.lists(st.sampled_from(("Pasar", "tidak", "dibuka.", "Pasal", "1", "2")), min_size=1)


@share(2)
@given(st.sampled_from([*NASKAH.klausa, "pasal-3", "x", "a" * 2000]), WORDS.map(" ".join))
def test_a_quotation_holds_exactly_where_it_stands_once(anchor: str, words: str) -> None:
    dasar = Dasar.model_construct(klausa=anchor, kutipan=words)
    found = cite(dasar, NASKAH)
    text = NASKAH.teks.get(anchor, "")
    count = sum(text.startswith(words, at) for at in range(len(text)))
    assert isinstance(found, Sumber) == (count == 1)
    if isinstance(found, TidakCocok):
        assert found.sebab
        assert found.saran


_SCAN = """
from pathlib import Path
from generator.cite import Naskah
from generator.naskah import parse
from generator.rujukan import define_terms, read_references, read_terms
def run(path):
    naskah = Naskah("uji", parse(Path(path).read_text(), "peraturan")[0], None)
    references = read_references(naskah)
    terms = define_terms(naskah)
    return len(read_terms(naskah, terms, references.luar))
"""


def _line(piece: str) -> Callable[[], str]:
    return lambda: "Pasal 1\n" + piece * (MAX_LINE // len(piece))


#: Lines as long as they may be, of what makes a pattern try again and again.
BOMS = {
    "huruf": _line("huruf a) "),
    "rujukan": _line("pada Pasal 1 ayat (2) huruf a) dan "),
    "rentang": _line("Pasal 1 sampai dengan "),
    "hukum tanpa nomor": _line("Peraturan Menteri "),
    "hukum dengan nama panjang": _line("Peraturan Daerah a b c d e f g h "),
    "hukum dengan judul": _line("Undang-Undang Nomor 1 Tahun 2020 tentang A "),
    "spasi": _line("Undang-Undang" + " " * 5_000),
    "yang dimaksud dengan": _line("yang dimaksud dengan" + " " * 500),
    "Ke Belas": _line("Bagian Kedua Puluh "),
    "lima ratus istilah": lambda: (
        "Pasal 1\nyang dimaksud dengan:\n"
        + "".join(f"  {n}. Nama Unit {n} adalah hal.\n" for n in range(1, 500))
        + ("Nama Unit " * 500 + "\n") * 20
    ),
}


@pytest.mark.parametrize("name", BOMS)
def test_a_bomb_is_read_within_limits(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BOMS[name](), encoding="utf-8")
    assert "jadi" in in_room(_SCAN, path)
