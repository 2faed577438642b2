"""The printed handbook and posters, read by another library than the one that wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.bagan.draw import draw
from generator.materi import compose_deck
from generator.materi.buku import Buku, compose_book
from generator.materi.buku_bagan import MELINTANG, SUSUT, TEGAK, file_name, scale
from generator.materi.buku_bahan import bahan, write_book, write_posters
from generator.materi.nilai import Dek, Poin
from generator.materi.pdf import compile_pdf
from generator.materi.poster import compose_posters
from generator.materi.semua import cut_flows
from generator.model import Kosakata
from generator.naskah import iterate
from generator.pages.values import BaganTerbit, DaerahTerbit
from generator.project import approve, read_project, validate_project
from generator.susun import compose

#: A regency with flows far too large for a page, and letters whose contents are set.
DAERAH = "kendal"
#: Everything that Typst would take for markup, and what JSON and PDF must quote.
JAHAT = '#panic("x") $a$ *b* _c_ <d> @e \\f [g] "h" #set text(red) `i` = j // k /* l'


@dataclass(frozen=True)
class Cetakan:
    """What is made of one regency, once for all tests."""

    daerah: DaerahTerbit
    dek: Dek
    buku: Buku
    data: bytes
    pdf: PdfReader
    teks: list[str]


@pytest.fixture(scope="session")
def simpanan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bagan")


@pytest.fixture(scope="session")
def terbit(root: Path, simpanan: Path) -> tuple[DaerahTerbit, Kosakata]:
    kosakata, files = read_project(root)
    items = approve(validate_project(kosakata, files))
    composed = compose(next(one for one in items if one.terbaca.slug == DAERAH), kosakata)
    return composed.publish(draw(composed.digambar, simpanan).gambar), kosakata


@pytest.fixture(scope="session")
def cetakan(terbit: tuple[DaerahTerbit, Kosakata], simpanan: Path) -> Cetakan:
    daerah, kosakata = terbit
    dek = compose_deck(daerah, kosakata, (), _parts(daerah, simpanan))
    buku = compose_book(dek, daerah, kosakata)
    data = write_book(buku)
    pdf = _read(data)
    return Cetakan(daerah, dek, buku, data, pdf, [page.extract_text() for page in pdf.pages])


@pytest.fixture(scope="session")
def poster(terbit: tuple[DaerahTerbit, Kosakata]) -> PdfReader:
    return _read(write_posters(compose_posters(*terbit)))


def _parts(daerah: DaerahTerbit, simpanan: Path) -> dict[str, list[BaganTerbit]]:
    parts = list(cut_flows([chart.bagan for chart in daerah.bagan], simpanan))
    pictures = draw([part.bagan for part in parts], simpanan).gambar
    found: dict[str, list[BaganTerbit]] = {}
    for part in parts:
        found.setdefault(part.alur, []).append(part.publish(pictures))
    return found


def _read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def _tight(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def _points(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _points(item)
    elif isinstance(value, dict):
        if "kutipan" in value:
            yield value
        for item in value.values():
            yield from _points(item)


def _stated(point: Poin) -> Iterator[tuple[str, str]]:
    yield from ((at.klausa, at.kutipan) for at in point.dasar)
    for below in point.anak:
        yield from _stated(below)


def _outline(items: list[Any], depth: int = 0) -> Iterator[tuple[int, Destination]]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item, depth + 1)
        else:
            yield depth, item


def test_a_book_says_what_it_is(cetakan: Cetakan) -> None:
    root = cetakan.pdf.trailer["/Root"]
    assert cetakan.pdf.metadata is not None
    assert cetakan.pdf.metadata.title == cetakan.dek.judul
    assert root["/Lang"] == "id"
    assert bool(root["/MarkInfo"]["/Marked"].value)
    assert root["/StructTreeRoot"]["/K"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert cetakan.daerah.data.daerah.judul_peraturan in cetakan.teks[0]
    assert "Bukan publikasi resmi" in cetakan.teks[0]


def test_every_chapter_is_a_bookmark_and_stands_where_it_leads(cetakan: Cetakan) -> None:
    wanted = [chapter["judul"] for chapter in cetakan.buku.data["bab"]]
    wanted += [tree["judul"] for tree in cetakan.buku.data["naskah"]]
    found = [item for depth, item in _outline(cetakan.pdf.outline) if depth == 0]
    assert [item.title for item in found if item.title != "Isi"] == wanted
    for item in found:
        page = cetakan.pdf.get_destination_page_number(item)
        assert page is not None
        assert _tight(str(item.title)) in _tight(cetakan.teks[page])


def test_pages_are_numbered_and_few(cetakan: Cetakan) -> None:
    assert 20 < len(cetakan.teks) <= 120
    for number, text in enumerate(cetakan.teks[1:], 2):
        assert str(number) in text.split(), number


def test_fonts_are_carried(cetakan: Cetakan, poster: PdfReader) -> None:
    names = set()
    for pdf in (cetakan.pdf, poster):
        for page in pdf.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                kin = font.get_object()["/DescendantFonts"][0].get_object()
                descriptor = kin["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(descriptor), descriptor
                names.add(str(descriptor["/FontName"]))
    assert any("Libertinus" in name for name in names)
    assert any("Arimo" in name for name in names)


def test_the_whole_text_is_there(cetakan: Cetakan) -> None:
    first = next(
        number
        for number, text in enumerate(cetakan.teks)
        if number > 5 and text.lstrip().startswith("Naskah peraturan")
    )
    words = _tight(" ".join(cetakan.teks[first:]))
    for root in cetakan.daerah.naskah.akar:
        for clause in iterate(root):
            assert _tight(f"{clause.label}{clause.judul}") in words, clause.jangkar
    assert "Tidakterbacadalamsumber" in words


def test_citations_are_those_of_the_deck(cetakan: Cetakan) -> None:
    book = {(at["jangkar"], at["kutipan"]) for at in _points(cetakan.buku.data["bab"])}
    deck = {
        found
        for module in cetakan.dek.modul
        for slide in module.slide
        for point in (
            *slide.butir,
            *(cell for row in (slide.tabel.baris if slide.tabel else ()) for cell in row),
        )
        for found in _stated(point)
    }
    assert deck <= book
    for anchor, quotation in book:
        assert quotation in cetakan.daerah.naskah.teks[anchor] or not quotation


def test_links_lead_to_places_of_the_book(cetakan: Cetakan) -> None:
    named = set(cetakan.pdf.named_destinations)
    count = 0
    for page in cetakan.pdf.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            target = link.get("/Dest") or link["/A"].get("/D")
            assert target is not None, "a link that leaves the book"
            count += 1
            if isinstance(target, str):
                assert target in named
    assert count > 500


def test_no_text_outside_its_page(cetakan: Cetakan, poster: PdfReader) -> None:
    outside = []
    for page in (*cetakan.pdf.pages[:12], *poster.pages[:3]):
        box = page.mediabox

        def seen(text: str, cm: Any, tm: Any, *_: Any, box: Any = box) -> None:
            x, y = cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            if text.strip() and not (0 <= x <= box.width and 0 <= y <= box.height):
                outside.append((text, x, y))

        page.extract_text(visitor_text=seen)
    assert not outside


def test_charts_print_in_letters_that_can_be_read(cetakan: Cetakan) -> None:
    blocks = [block for chapter in cetakan.buku.data["bab"] for block in chapter["blok"]]
    charts = [block for block in blocks if block["jenis"] == "bagan"]
    assert charts
    for block in charts:
        width = cetakan.buku.bagan[block["berkas"]].gambar.lebar
        assert block["lebar"] / (width * 0.75) >= SUSUT, block["berkas"]


def test_a_long_flow_stands_in_the_parts_that_slides_show(cetakan: Cetakan) -> None:
    slides = [slide.bagan for slide in cetakan.dek.slide if slide.bagan]
    cut = 0
    for chart in cetakan.daerah.bagan:
        parts = [one for one in slides if one.bagan.id.startswith(f"{chart.bagan.id}--")]
        if chart.bagan.jenis == "mekanisme" and parts:
            steps = [b.id for b in chart.bagan.kotak if b.jenis in ("tindakan", "keputusan")]
            drawn = [b.id for p in parts for b in p.bagan.kotak if b.id in steps]
            assert drawn == steps
            printed = [file_name(one) for one in parts]
            if max(scale(chart, TEGAK), scale(chart, MELINTANG)) >= SUSUT:
                printed = [file_name(chart)]
            else:
                cut += 1
            of_flow = [name for name in cetakan.buku.bagan if _of(name, chart)]
            assert of_flow == printed
    assert cut


def _of(name: str, chart: BaganTerbit) -> bool:
    whole = file_name(chart)
    return name == whole or name.startswith(whole.replace(".svg", "--"))


def test_a_poster_for_each_flow_on_a3(
    terbit: tuple[DaerahTerbit, Kosakata], poster: PdfReader
) -> None:
    flows = terbit[0].data.mekanisme.mekanisme
    assert len(poster.pages) == len(flows)
    for flow, page in zip(flows, poster.pages, strict=True):
        sides = sorted((round(page.mediabox.width), round(page.mediabox.height)))
        assert sides == [842, 1191]
        words = _tight(page.extract_text())
        assert _tight(flow.judul) in words
        assert "Bukanpublikasiresmi" in words
        for step in flow.langkah:
            assert _tight(step.teks) in words
    assert [item.title for _, item in _outline(poster.outline)] == [f.judul for f in flows]


def test_the_same_data_gives_the_same_bytes(terbit: tuple[DaerahTerbit, Kosakata]) -> None:
    posters = compose_posters(*terbit)
    small = replace(posters, data=posters.data | {"poster": posters.data["poster"][:2]})
    assert write_posters(small) == write_posters(small)


def test_words_of_the_data_are_never_evaluated(cetakan: Cetakan) -> None:
    at = {"jangkar": "uji", "sebutan": JAHAT, "kutipan": JAHAT + " kutipan"}
    point = {"teks": JAHAT, "keadaan": JAHAT, "dasar": [at], "anak": [], "uraian": JAHAT}
    clause = {"jenis": "ayat", "jangkar": "uji", "label": "(1)", "judul": "", "butir": True}
    blocks = [
        {"jenis": "judul", "teks": JAHAT, "id": "bagian-1"},
        {"jenis": "butir", "butir": [point]},
        {"jenis": "langkah", "kepala": [JAHAT] * 4, "baris": [[point] * 4]},
    ]
    text = clause | {"isi": [{"jenis": "alinea", "teks": JAHAT, "jangkar": ""}], "balik": []}
    data = cetakan.buku.data | {
        "judul": JAHAT,
        "bab": [{"judul": JAHAT, "blok": blocks}],
        "naskah": [{"judul": JAHAT, "isi": [text]}],
    }
    pdf = _read(compile_pdf("buku.typ", data, {}))
    words = _tight(" ".join(page.extract_text() for page in pdf.pages))
    assert words.count(_tight(JAHAT)) >= 10
    assert pdf.metadata is not None
    assert pdf.metadata.title == JAHAT


def test_the_files_stand_at_their_addresses(
    cetakan: Cetakan, terbit: tuple[DaerahTerbit, Kosakata], simpanan: Path
) -> None:
    found = list(bahan(cetakan.daerah, cetakan.dek, terbit[1], simpanan))
    where = f"~/sosialisasi/{DAERAH}/{DAERAH}"
    assert [item.alamat for item in found] == [f"{where}-buku-panduan.pdf", f"{where}-poster.pdf"]
    assert len({item.kunci for item in found}) == 2
