"""Terms: how they are defined, where they are used, and how definitions differ."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cite import Naskah
from generator.pages import istilah
from generator.pages.banding import Sumbangan, merge
from generator.rujukan import Istilah, define_terms, find_terms, read_references, read_terms
from tests.rujukan_contoh import TEXTS, paragraph, read, small

CASES = yaml.safe_load(
    (Path(__file__).parent / "kasus" / "istilah.yaml").read_text(encoding="utf-8")
)
TERMS = tuple(Istilah(name, (), "", f"x-{name}", 0, 0, 0) for name in CASES["istilah"])
texts = pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)


def defining(*items: str) -> Naskah:
    lines = [f"{number}. {item}" for number, item in enumerate(items, 1)]
    return small({"peraturan": "\n".join(["Pasal 1", "yang dimaksud dengan:", *lines, ""])})


@pytest.mark.parametrize("case", CASES["definisi"], ids=[c["teks"][:50] for c in CASES["definisi"]])
def test_definition(case: dict) -> None:
    terms = define_terms(defining(case["teks"]))
    if case["istilah"] is None:
        assert terms == ()
        return
    (term,) = terms
    assert term.istilah == case["istilah"]
    assert list(term.alias) == case.get("alias", [])
    assert term.definisi == case["definisi"]
    assert term.jangkar == "pasal-1-angka-1"
    assert case["teks"][term.awal : term.akhir] == term.istilah


@pytest.mark.parametrize("case", CASES["pemakaian"], ids=[c["teks"] for c in CASES["pemakaian"]])
def test_use(case: dict) -> None:
    found = find_terms(case["teks"], TERMS)
    assert [case["teks"][start:end] for start, end, _ in found] == case["harap"]


def test_only_the_first_use_in_a_clause_and_none_in_its_own_definition() -> None:
    naskah = small(
        {
            "peraturan": "Pasal 1\nyang dimaksud dengan:\n1. Alat Uji adalah Alat Uji milik kami.\n"
            "\nPasal 2\nAlat Uji dan Alat Uji.\nAlat Uji lagi.\n"
        }
    )
    uses = read_terms(naskah, define_terms(naskah))
    assert [(use.klausa, use.alinea, use.awal) for use in uses] == [("pasal-2", 0, 0)]


@texts
def test_real_texts_define_terms_and_every_span_is_its_words(folder: Path) -> None:
    naskah = read(folder)
    terms = define_terms(naskah)
    items = [c for c in naskah.klausa if c.startswith("pasal-1-angka-") and c.count("-") == 3]
    assert [term.jangkar for term in terms] == items
    for term in terms:
        words = paragraph(naskah, term.jangkar, term.alinea)
        assert words[term.awal : term.akhir] == term.istilah
    uses = read_terms(naskah, terms, read_references(naskah).luar)
    for use in uses:
        assert paragraph(naskah, use.klausa, use.alinea)[use.awal : use.akhir] == use.teks
        assert use.klausa != use.istilah.jangkar
    assert len({(use.klausa, use.istilah.jangkar) for use in uses}) == len(uses)


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_any_text_is_searched(text: str, names: list[str]) -> None:
    terms = define_terms(defining(*(f"{name} adalah {text}" for name in names)))
    for start, end, term in find_terms(text, terms):
        assert term in terms
        assert start < end <= len(text)


def _collect(texts: dict[str, Naskah]) -> istilah.Kamus:
    return merge(Sumbangan.of(name, naskah) for name, naskah in texts.items()).kamus


def test_of_many_wordings_some_are_shown_and_all_are_counted() -> None:
    many = range(istilah.TERTULIS + 3)
    term = "Tim yang selanjutnya disebut Tim adalah"
    kamus = _collect({f"D{n}": defining(f"{term} kelompok {'x' * n}.") for n in many})
    (entry,) = kamus.entri
    assert (entry.banyak, entry.rumusan) == (len(many), len(many))
    assert len(entry.ragam) == istilah.TERTULIS
    same = _collect({f"D{n}": defining(f"{term} kelompok.") for n in many})
    (entry,) = same.entri
    (wording,) = entry.ragam
    assert (len(wording.takrif), wording.banyak) == (istilah.TERTULIS, len(many))
    assert "dan 3 daerah lain" in next(istilah.pages(same)).isi


def test_of_many_terms_each_letter_has_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {folder.name: read(folder) for folder in TEXTS}
    (together,) = istilah.pages(_collect(texts))
    anchors = _anchors(together.isi)
    monkeypatch.setattr(istilah, "SEHALAMAN", len(anchors) - 1)
    kamus = _collect(texts)
    index, *letters = istilah.pages(kamus)
    assert index.alamat == together.alamat == "~/istilah/"
    apart = [f"{page.alamat}#{name}" for page in letters for name in _anchors(page.isi)]
    assert sorted(apart) == sorted(entry.alamat for entry in kamus.entri)
    assert [address.partition("#")[2] for address in apart] == anchors
    for page in letters:
        assert all(f'href="{other.alamat}"' in page.isi for other in (*letters,))
        assert page.alamat in index.isi
    linked = set(re.findall(r'href="(~/istilah/[^"]*#[^"]+)"', index.isi))
    assert linked <= set(apart) and len(linked) == min(istilah.DINAMAI, len(apart))


def _anchors(html: str) -> list[str]:
    return re.findall(r'id="(istilah-[^"]+)"', html)


def test_definitions_stand_side_by_side_with_their_differences() -> None:
    kamus = _collect({folder.name: read(folder) for folder in TEXTS})
    anchors = [entry.jangkar for entry in kamus.entri]
    assert len(anchors) == len(set(anchors))
    defined = sum(len(define_terms(read(folder))) for folder in TEXTS)
    assert sum(entry.banyak for entry in kamus.entri) == defined
    for entry in kamus.entri:
        for wording in entry.ragam:
            for at in wording.takrif:
                words = " ".join(k.teks for k in wording.kata if k.beda != "kurang")
                assert words == " ".join(at.istilah.definisi.split()).rstrip(".;")


class Balanced(HTMLParser):
    """Fails on a tag that is opened and not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_hostile_definition_is_text_on_the_page() -> None:
    nasty = '<script>alert(1)</script> "x" </dd></section>'
    naskah = defining(f"Alat {nasty} yang selanjutnya disebut </h2> adalah {nasty}.")
    (page,) = istilah.pages(_collect({"<b>Daerah</b>": naskah}))
    assert "<script>" not in page.isi
    assert "<b>" not in page.isi
    parser = Balanced()
    parser.feed(page.isi)
    assert parser.open == []
