"""The printed handbooks and posters, read by another library than the one that wrote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lembar_pdf import Halaman, Lembar, read_pages
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.bagan.draw import draw
from generator.materi import buku_bahan, compose_deck
from generator.materi.buku import Buku, compose_book
from generator.materi.buku_bagan import MELINTANG, SUSUT, TEGAK, scale
from generator.materi.buku_bahan import bahan, write_book
from generator.materi.kuis import Pilihan, Soal
from generator.materi.nilai import Dek, Poin
from generator.materi.pdf import compile_pdf
from generator.materi.simpanan import make
from generator.model import Kosakata
from generator.naskah import iterate
from generator.pages import mekanisme
from generator.pages.values import DaerahTerbit
from generator.project import approve, read_project, validate_project
from generator.susun import compose
from generator.tenaga import Setempat

#: A regency with flows far too large for a page, and letters whose contents are set.
DAERAH = "kendal"
#: Everything that Typst would take for markup, and what JSON and PDF must quote.
JAHAT = '#panic("x") $a$ *b* _c_ <d> @e \\f [g] "h" #set text(red) `i` = j // k /* l'
#: A millimetre in points, and what places may be off by in the file.
MM, SELISIH = 72 / 25.4, 0.1
#: A line may end in a space, which is drawn beyond the margin and not seen.
SPASI = 0.3


@dataclass(frozen=True)
class Proyek:
    """Every regency with its deck, ready for print; ``folder`` keeps drawings."""

    kosakata: Kosakata
    daerah: dict[str, DaerahTerbit]
    dek: dict[str, Dek]
    folder: Path


@dataclass(frozen=True)
class Cetakan:
    """What is made of one regency, once for all tests."""

    daerah: DaerahTerbit
    dek: Dek
    buku: Buku
    pdf: PdfReader
    teks: list[str]


@pytest.fixture(scope="session")
def proyek(root: Path) -> Proyek:
    folder = root / "build" / "bagan"
    kosakata, files = read_project(root)
    composed = [compose(one, kosakata) for one in approve(validate_project(kosakata, files))]
    pictures = draw([chart for one in composed for chart in one.digambar], folder).gambar
    found = [one.publish(pictures) for one in composed]
    decks = {one.slug: compose_deck(one, kosakata) for one in found}
    return Proyek(kosakata, {one.slug: one for one in found}, decks, folder)


@pytest.fixture(scope="session")
def berkas(proyek: Proyek, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every printed file by its name, made as a build makes them."""
    wanted = [
        item
        for slug, daerah in proyek.daerah.items()
        for item in bahan(daerah, proyek.dek[slug], proyek.kosakata, proyek.folder)
    ]
    made = make(wanted, tmp_path_factory.mktemp("cetak"), lambda _: None, date(2026, 1, 1))
    return {Path(one.bahan.alamat).name: one.data for one in made}


@pytest.fixture(scope="session")
def lembar(berkas: dict[str, bytes]) -> dict[str, Lembar]:
    return dict(zip(berkas, Setempat().map(read_pages, list(berkas.values())), strict=True))


@pytest.fixture(scope="session")
def cetakan(proyek: Proyek, berkas: dict[str, bytes]) -> Cetakan:
    daerah, dek = proyek.daerah[DAERAH], proyek.dek[DAERAH]
    buku = compose_book(dek, daerah, proyek.kosakata, proyek.folder)
    pdf = _read(berkas[f"{DAERAH}-buku-panduan.pdf"])
    return Cetakan(daerah, dek, buku, pdf, [page.extract_text() for page in pdf.pages])


@pytest.fixture(scope="session")
def poster(berkas: dict[str, bytes]) -> PdfReader:
    return _read(berkas[f"{DAERAH}-poster.pdf"])


def _read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def _books(lembar: dict[str, Lembar]) -> Iterator[tuple[str, Lembar]]:
    found = [(name, one) for name, one in lembar.items() if "buku" in name]
    assert found
    yield from found


def _posters(lembar: dict[str, Lembar]) -> Iterator[tuple[str, Lembar]]:
    found = [(name, one) for name, one in lembar.items() if "poster" in name]
    assert found
    yield from found


def _outside(page: Halaman, side: float, *, words: str = "") -> list[object]:
    """Letters nearer to the left or right edge than ``side``; of fonts named ``words``."""
    return [
        run
        for run in page.lari
        if words in run.huruf
        and (
            run.kiri < side - SELISIH
            or run.kanan - SPASI * run.ukuran > page.lebar - side + SELISIH
        )
    ]


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


def _headings(book: Buku) -> Iterator[tuple[int, str]]:
    """The headings that a book should have, as its data tells."""
    yield 0, "Isi"
    for chapter in book.data["bab"]:
        yield 0, chapter["judul"]
        yield from ((1, one["teks"]) for one in chapter["blok"] if one["jenis"] == "judul")
    for tree in book.data["naskah"]:
        yield 0, tree["judul"]
        for part in tree["isi"]:
            name = " ".join(filter(None, (part.get("label"), part.get("judul"))))
            if name and not part["butir"]:
                yield 1, name


def test_a_book_says_what_it_is(cetakan: Cetakan) -> None:
    root = cetakan.pdf.trailer["/Root"]
    assert cetakan.pdf.metadata is not None
    assert cetakan.pdf.metadata.title == cetakan.dek.judul
    assert root["/Lang"] == "id"
    assert bool(root["/MarkInfo"]["/Marked"].value)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert cetakan.daerah.data.daerah.judul_peraturan in cetakan.teks[0]
    assert "Bukan publikasi resmi" in cetakan.teks[0]


def test_a_book_is_tagged(cetakan: Cetakan) -> None:
    root = cetakan.pdf.trailer["/Root"]
    assert root["/StructTreeRoot"]["/K"]
    kinds: Counter[str] = Counter()
    for number in range(1, int(cetakan.pdf.trailer["/Size"])):
        item = cetakan.pdf.get_object(number)
        if isinstance(item, dict) and item.get("/Type") == "/StructElem":
            kinds[item["/S"]] += 1
            if item["/S"] == "/Figure":
                assert item["/Alt"]
    assert kinds["/Figure"] == len(cetakan.buku.bagan)
    headings = Counter(depth for depth, _ in _headings(cetakan.buku))
    assert (kinds["/H1"], kinds["/H2"]) == (headings[0], headings[1])
    flows = [one for chapter in cetakan.buku.data["bab"] for one in chapter["blok"]]
    assert kinds["/Table"] >= sum(one["jenis"] in ("langkah", "tabel") for one in flows)
    assert kinds["/TH"] and kinds["/Link"]


def test_every_heading_is_a_bookmark_and_stands_where_it_leads(cetakan: Cetakan) -> None:
    found = list(_outline(cetakan.pdf.outline))
    assert [(depth, str(item.title)) for depth, item in found] == list(_headings(cetakan.buku))
    for _, item in found:
        page = cetakan.pdf.get_destination_page_number(item)
        assert page is not None
        assert _tight(str(item.title)) in _tight(cetakan.teks[page])


def test_pages_are_numbered(cetakan: Cetakan) -> None:
    for number, text in enumerate(cetakan.teks[1:], 2):
        assert str(number) in text.split(), number


def test_books_are_short_and_light(lembar: dict[str, Lembar], berkas: dict[str, bytes]) -> None:
    for name, book in _books(lembar):
        assert 20 < len(book.halaman) <= 100, name
        assert len(berkas[name]) < 2_000_000, name


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


def test_steps_cite_what_their_charts_and_pages_cite(cetakan: Cetakan, proyek: Proyek) -> None:
    (chapter,) = (one for one in cetakan.buku.data["bab"] if one["judul"] == "Mekanisme kerja")
    cited: dict[str, set[tuple[str, str]]] = {}
    title = ""
    for block in chapter["blok"]:
        title = block["teks"] if block["jenis"] == "judul" else title
        if block["jenis"] == "langkah":
            rows = {(at["jangkar"], at["kutipan"]) for at in _points(block["baris"])}
            cited.setdefault(title, set()).update(rows)
    pages = {
        page.judul: unescape(page.isi) for page in mekanisme.pages(cetakan.daerah, proyek.kosakata)
    }
    assert cited
    for flow in cetakan.daerah.data.mekanisme.mekanisme:
        chart = cetakan.daerah.gambar["mekanisme", flow.id].bagan
        drawn = [box for box in chart.kotak if box.jenis in ("tindakan", "keputusan")]
        boxes = {(at.klausa, at.kutipan) for box in drawn for at in box.dasar}
        assert cited[flow.judul] == boxes
        page = next(text for title, text in pages.items() if title.startswith(flow.judul))
        for _, quotation in boxes:
            assert quotation in page, flow.id


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
            else:
                assert target[0].get_object()["/Type"] == "/Page"
    assert count > 500


def test_no_letters_outside_the_margins(lembar: dict[str, Lembar]) -> None:
    for name, book in _books(lembar):
        for number, page in enumerate(book.halaman, 1):
            assert page.lari, (name, number)
            assert not _outside(page, 9 * MM), (name, number)
            # Charts may come nearer to the edge than words do.
            assert not _outside(page, 20 * MM, words="Libertinus"), (name, number)
            for run in page.lari:
                assert 8 * MM < run.atas < page.tinggi - 8 * MM - run.ukuran, (name, number, run)
    for name, sheet in _posters(lembar):
        for number, page in enumerate(sheet.halaman, 1):
            assert not _outside(page, 14 * MM), (name, number)


def test_letters_can_be_read(lembar: dict[str, Lembar]) -> None:
    for name, book in _books(lembar):
        sizes = {run.ukuran for page in book.halaman for run in page.lari}
        assert min(sizes) >= 7.5 - SELISIH, name
    for name, sheet in _posters(lembar):
        sizes = {run.ukuran for page in sheet.halaman for run in page.lari}
        assert min(sizes) >= 10 - SELISIH, name


def test_no_page_in_a_chapter_is_almost_empty(lembar: dict[str, Lembar]) -> None:
    """Letters stand in two fifths of the height of every upright page but a chapter's last."""
    for name, book in _books(lembar):
        starts = {page for depth, _, page in book.penanda if depth == 0}
        last = len(book.halaman) - 1
        for number, page in enumerate(book.halaman[1:], 1):
            ends = number == last or number + 1 in starts
            wide = page.lebar > page.tinggi
            # Wide charts stand together behind the words of their chapter.
            if ends or wide or book.halaman[number + 1].lebar > page.lebar:
                continue
            strips = {int(20 * run.atas / page.tinggi) for run in page.lari}
            assert len(strips) >= 8, (name, number + 1)


def test_charts_print_in_letters_that_can_be_read(cetakan: Cetakan) -> None:
    blocks = [block for chapter in cetakan.buku.data["bab"] for block in chapter["blok"]]
    charts = [block for block in blocks if block["jenis"] == "bagan"]
    assert {block["berkas"] for block in charts} == set(cetakan.buku.bagan)
    for block in charts:
        width = cetakan.buku.bagan[block["berkas"]].gambar.lebar
        assert block["lebar"] / (width * 0.75) >= SUSUT, block["berkas"]


def test_a_long_flow_keeps_every_step_in_its_parts(cetakan: Cetakan) -> None:
    flows = [chart for chart in cetakan.daerah.bagan if chart.bagan.jenis == "mekanisme"]
    long = [one for one in flows if max(scale(one, TEGAK), scale(one, MELINTANG)) < SUSUT]
    assert long
    for chart in long:
        parts = [
            one.bagan
            for one in cetakan.buku.bagan.values()
            if one.bagan.id.startswith(f"{chart.bagan.id}--")
        ]
        parts.sort(key=lambda part: int(part.id.rpartition("--")[2].partition("-")[0]))
        assert len(parts) > 1
        steps = [b.id for b in chart.bagan.kotak if b.jenis in ("tindakan", "keputusan")]
        drawn = [b.id for p in parts for b in p.kotak if b.jenis in ("tindakan", "keputusan")]
        assert drawn == steps


def test_rows_of_a_part_are_the_steps_that_it_draws(cetakan: Cetakan) -> None:
    (chapter,) = (one for one in cetakan.buku.data["bab"] if one["judul"] == "Mekanisme kerja")
    part = ""
    for block in chapter["blok"]:
        if block["jenis"] == "anak_judul":
            part = block["teks"]
        elif block["jenis"] == "langkah" and part:
            numbers = [row[0]["teks"] for row in block["baris"]]
            first, last = numbers[0], numbers[-1]
            told = f"langkah {first}" if first == last else f"langkah {first}–{last}"
            assert part.endswith(f": {told}")
            part = ""


def test_a_poster_for_each_flow_on_a3(proyek: Proyek, poster: PdfReader) -> None:
    flows = proyek.daerah[DAERAH].data.mekanisme.mekanisme
    starts = [poster.get_destination_page_number(item) for _, item in _outline(poster.outline)]
    assert [item.title for _, item in _outline(poster.outline)] == [f.judul for f in flows]
    texts = [_tight(page.extract_text()) for page in poster.pages]
    for flow, start, end in zip(flows, starts, [*starts[1:], len(texts)], strict=True):
        assert start is not None and end is not None and 1 <= end - start <= 2
        words = "".join(texts[start:end])
        for step in flow.langkah:
            assert _tight(step.teks) in words
        for text in texts[start:end]:
            assert _tight(flow.judul) in text
            assert "Bukanpublikasiresmi" in text
    for page in poster.pages:
        sides = sorted((round(page.mediabox.width), round(page.mediabox.height)))
        assert sides == [842, 1191]


def test_the_same_data_gives_the_same_bytes(proyek: Proyek, berkas: dict[str, bytes]) -> None:
    slug = min(proyek.daerah, key=lambda one: len(berkas[f"{one}-buku-panduan.pdf"]))
    again = write_book(proyek.dek[slug], proyek.daerah[slug], proyek.kosakata, proyek.folder)
    assert again == berkas[f"{slug}-buku-panduan.pdf"]
    again = buku_bahan.write_posters(proyek.daerah[DAERAH], proyek.kosakata)
    assert again == berkas[f"{DAERAH}-poster.pdf"]


def test_words_of_the_data_are_never_evaluated(cetakan: Cetakan) -> None:
    at = {"jangkar": "uji", "sebutan": JAHAT, "kutipan": JAHAT + " kutipan"}
    point = {"teks": JAHAT, "keadaan": JAHAT, "dasar": [at], "anak": [], "uraian": JAHAT}
    clause = {"jenis": "ayat", "jangkar": "uji", "label": "(1)", "judul": "", "butir": True}
    blocks = [
        {"jenis": "judul", "teks": JAHAT, "id": "bagian-1"},
        {"jenis": "butir", "butir": [point], "lekat": False},
        {"jenis": "langkah", "kepala": [JAHAT] * 4, "baris": [[point] * 4]},
    ]
    text = clause | {"isi": [{"jenis": "alinea", "teks": JAHAT, "jangkar": ""}], "balik": []}
    data = cetakan.buku.data | {
        "judul": JAHAT,
        "bab": [{"judul": JAHAT, "blok": blocks, "halaman_baru": True}],
        "naskah": [{"judul": JAHAT, "isi": [text]}],
    }
    pdf = _read(compile_pdf("buku.typ", data, {}))
    words = _tight(" ".join(page.extract_text() for page in pdf.pages))
    assert words.count(_tight(JAHAT)) >= 10
    assert pdf.metadata is not None
    assert pdf.metadata.title == JAHAT


def test_files_are_listed_without_composing_them(
    proyek: Proyek, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("composed only to be listed")

    monkeypatch.setattr(buku_bahan, "compose_book", refuse)
    monkeypatch.setattr(buku_bahan, "compose_posters", refuse)
    daerah = proyek.daerah[DAERAH]
    found = list(bahan(daerah, proyek.dek[DAERAH], proyek.kosakata, proyek.folder))
    where = f"~/sosialisasi/{DAERAH}/{DAERAH}"
    assert [item.alamat for item in found] == [f"{where}-buku-panduan.pdf", f"{where}-poster.pdf"]
    assert len({item.kunci for item in found}) == 2
    with pytest.raises(AssertionError, match="composed"):
        found[0].buat()


def test_a_key_changes_with_what_is_printed_and_with_nothing_else(proyek: Proyek) -> None:
    daerah = proyek.daerah[DAERAH]

    def key(one: DaerahTerbit, dek: Dek = proyek.dek[DAERAH]) -> str:
        return next(bahan(one, dek, proyek.kosakata, proyek.folder)).kunci

    roles = daerah.data.peran
    first = roles.tanggung_jawab[0]
    item = first.butir[0]
    cited = item.dasar[0].model_copy(update={"kutipan": item.dasar[0].kutipan + " lain"})
    item = item.model_copy(update={"dasar": (cited, *item.dasar[1:])})
    first = first.model_copy(update={"butir": (item, *first.butir[1:])})
    roles = roles.model_copy(update={"tanggung_jawab": (first, *roles.tanggung_jawab[1:])})
    chart, *charts = daerah.bagan
    drawn = replace(chart.gambar, svg=chart.gambar.svg.replace("#", "#0", 1))
    account = daerah.neraca
    changed = {
        "quotation": replace(daerah, data=daerah.data.model_copy(update={"peran": roles})),
        "drawing": replace(daerah, bagan=(replace(chart, gambar=drawn), *charts)),
        "correction": replace(daerah, neraca=replace(account, koreksi=account.koreksi[1:])),
    }
    keys = {name: key(one) for name, one in changed.items()}
    assert len({key(daerah), *keys.values()}) == 4
    # What another regency changes are the wrong answers of questions, which a book does not print.
    answers = (Pilihan("A", benar=True), Pilihan("B", benar=False))
    others = compose_deck(daerah, proyek.kosakata, [Soal("s", "uji", "Apa?", answers, "", ())])
    assert others != proyek.dek[DAERAH]
    assert key(daerah, others) == key(daerah)
