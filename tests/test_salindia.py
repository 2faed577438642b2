"""PowerPoint files, read again by python-pptx and drawn by LibreOffice."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from materi_contoh import decks
from PIL import ImageFont
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt
from pypdf import PdfReader

from generator.bagan.draw import key
from generator.materi.kemas import repack
from generator.materi.nilai import LAMA
from generator.materi.salindia import bahan, write_pptx

#: Points of PowerPoint in one millimetre and a half: letters may be a little wider elsewhere.
ROOM = Pt(4)


@pytest.fixture(scope="session")
def semua(root: Path):
    """Every regency's deck."""
    return decks(root)


@pytest.fixture(scope="session")
def penuh(semua):
    """A long deck of one regency: its values, its bytes, and the file read again."""
    return _written(semua[0], 60)


@pytest.fixture(scope="session")
def pendek(semua):
    """The shortest deck of every other regency."""
    return [_written(one, 30) for one in semua[1:]]


@pytest.fixture(scope="session")
def impress(penuh, pendek, tmp_path_factory: pytest.TempPathFactory):
    """The files as LibreOffice shows them, as PDF."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("PETAKERJA_WAJIB"):
            pytest.fail("LibreOffice tidak ada, padahal uji salindia wajib dijalankan")
        pytest.skip("LibreOffice tidak ada")
    folder = tmp_path_factory.mktemp("impress")
    written = [penuh, *pendek]
    for number, one in enumerate(written):
        (folder / f"{number}.pptx").write_bytes(one.data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    names = [f"{number}.pptx" for number in range(len(written))]
    command = [program, profile, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)
    return [(one, PdfReader(folder / f"{number}.pdf")) for number, one in enumerate(written)]


def _written(one, lama: int):
    data = write_pptx(one.dek, one.tata, lama)
    slides = [slide for module in one.dek.modul for slide in module.within(lama)]
    return SimpleNamespace(
        bahan=one, lama=lama, data=data, slides=slides, file=Presentation(io.BytesIO(data))
    )


def _pages(written) -> Iterator[tuple[object, object]]:
    """Every slide of the deck with its slide in the file; the cover comes before them."""
    yield from zip(written.slides, list(written.file.slides)[1:], strict=True)


def _shapes(shapes) -> Iterator[object]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        else:
            yield shape


def test_every_slide_of_a_session_is_there_with_its_title(penuh, pendek):
    for written in (penuh, *pendek):
        assert [page.shapes.title.text_frame.text for _, page in _pages(written)] == [
            slide.judul for slide in written.slides
        ]


def test_no_slide_is_empty(penuh, pendek):
    for written in (penuh, *pendek):
        for slide, page in _pages(written):
            words = [s for s in _shapes(page.shapes) if s.has_text_frame and not s.is_placeholder]
            tables = [s for s in page.shapes if s.has_table]
            said = " ".join(shape.text_frame.text for shape in words).strip()
            assert said or tables, slide.id


def test_numbers_are_fields_and_count_on(penuh):
    for number, page in enumerate(penuh.file.slides, 1):
        fields = [one for one in page._element.iter(qn("a:fld")) if one.get("type") == "slidenum"]
        assert [one.find(qn("a:t")).text for one in fields] == ([str(number)] if number > 1 else [])


def test_a_chart_has_the_boxes_arrows_and_lanes_of_its_value(penuh, pendek):
    seen = 0
    for written in (penuh, *pendek):
        for slide, page in _pages(written):
            if slide.bagan is None:
                continue
            seen += 1
            chart = slide.bagan.bagan
            names = [shape.name for shape in _shapes(page.shapes)]
            kinds = Counter(name.split()[0] for name in names)
            badges = sum(len(box.lencana) for box in chart.kotak)
            assert kinds["Kotak"] == len(chart.kotak), slide.id
            assert kinds["Panah"] == len(chart.panah), slide.id
            assert kinds["Bidang"] == len(chart.lajur) + len(chart.tahap), slide.id
            assert kinds["Peran"] == badges, slide.id
            assert {f"Kotak {box.id}" for box in chart.kotak} <= set(names)
    assert seen > 20


def test_a_box_says_what_its_value_says(penuh):
    for slide, page in _pages(penuh):
        if slide.bagan is None:
            continue
        texts = {shape.name: shape for shape in _shapes(page.shapes)}
        for box in slide.bagan.bagan.kotak:
            shape = texts[f"Kotak {box.id}"]
            written = " ".join(shape.text_frame.text.split())
            assert " ".join(box.judul.split()) in written, (slide.id, box.id)
            described = shape._element._nvXxPr.cNvPr.get("descr")
            assert box.judul in described
            assert all(source.sebutan in described for source in box.dasar)


def test_connectors_are_tied_to_the_boxes_of_their_arrow(penuh):
    tied = ends = 0
    for slide, page in _pages(penuh):
        if slide.bagan is None:
            continue
        ids = {shape.shape_id: shape.name for shape in _shapes(page.shapes)}
        assert len(ids) == len(list(_shapes(page.shapes))), "nomor objek ganda"
        arrows = {f"Panah {one.id}": one for one in slide.bagan.bagan.panah}
        for shape in _shapes(page.shapes):
            arrow = arrows.get(shape.name)
            if arrow is None:
                continue
            ends += 2
            for tag, box in (("a:stCxn", arrow.dari), ("a:endCxn", arrow.ke)):
                for tie in shape._element.iter(qn(tag)):
                    tied += 1
                    assert ids[int(tie.get("id"))] == f"Kotak {box}"
    # Lines that run side by side leave their box beside its middle: they are tied to nothing.
    assert tied > 0.7 * ends


def test_halfway_no_connector_runs_through_a_box(penuh, pendek):
    """LibreOffice puts the middle of a connector with two corners there, whatever the file says."""
    seen = 0
    for written in (penuh, *pendek):
        for slide, page in _pages(written):
            shapes = list(_shapes(page.shapes))
            boxes = [shape for shape in shapes if shape.name.startswith("Kotak ")]
            for line in shapes:
                geometry = line._element.find(f".//{qn('a:prstGeom')}")
                if geometry is not None and geometry.get("prst") == "bentConnector3":
                    seen += 1
                    left, top, right, low = _middle(line)
                    through = [
                        box.name
                        for box in boxes
                        if box.left < right
                        and left < box.left + box.width
                        and box.top < low
                        and top < box.top + box.height
                    ]
                    assert not through, (slide.id, line.name)
    assert seen > 10


def _middle(line) -> tuple[float, float, float, float]:
    """The middle part of a connector with two corners: left, top, right, low."""
    x, y = line.left + line.width / 2, line.top + line.height / 2
    # Turned by a quarter, it starts upright: its middle part is level, as long as it is high.
    if line._element.spPr.find(qn("a:xfrm")).get("rot"):
        return x - line.height / 2, y, x + line.height / 2, y
    return x, line.top, x, line.top + line.height


def test_the_browser_shows_the_same_slides(semua, situs: Path):
    for one in semua:
        page = situs / "sosialisasi" / one.daerah.slug / "index.html"
        shown = re.findall(r'<section id="([^"]+)" data-lama', page.read_text(encoding="utf-8"))
        assert shown[1:] == [slide.id for slide in one.dek.slide if not slide.menjawab]


def test_an_answer_stands_below_its_question(penuh):
    asked = {slide.id: slide for slide in penuh.slides}
    for slide, page in _pages(penuh):
        if slide.menjawab:
            (body,) = (shape for shape in page.shapes if shape.name == "Isi")
            words = body.text_frame.text
            assert words.startswith(asked[slide.menjawab].butir[0].teks)
            assert slide.butir[0].teks in words


def test_notes_hold_every_quotation_word_for_word(penuh, pendek):
    for written in (penuh, *pendek):
        for slide, page in _pages(written):
            said = page.notes_slide.notes_text_frame.text
            for source in slide.dasar:
                if source.kutipan:
                    words = f"{source.sebutan}: “{source.kutipan}”"
                    assert " ".join(words.split()) in " ".join(said.split()), slide.id


def test_citations_are_those_of_the_page(penuh, situs: Path):
    daerah = penuh.bahan.daerah
    cited = {source for slide in penuh.slides for source in slide.dasar}
    assert len(cited) > 50
    anchors: dict[str, set[str]] = {}
    for source in cited:
        page, _, anchor = source.alamat.removeprefix("~/").partition("#")
        if page not in anchors:
            html = (situs / page / "index.html").read_text(encoding="utf-8")
            anchors[page] = set(re.findall(r'\bid="([^"]+)"', html))
        assert anchor in anchors[page]
        assert daerah.naskah.sebutan[source.klausa] == source.sebutan


def test_clauses_stand_on_the_slides_that_rest_on_them(penuh):
    for slide, page in _pages(penuh):
        if slide.bagan or slide.tabel:
            continue
        shown = " ".join(s.text_frame.text for s in page.shapes if s.has_text_frame)
        for point in slide.butir:
            if point.dasar:
                assert point.dasar[0].sebutan in shown, slide.id


def test_shapes_lie_inside_the_slide(penuh, pendek):
    for written in (penuh, *pendek):
        wide, tall = written.file.slide_width, written.file.slide_height
        for slide, page in _pages(written):
            for shape in _shapes(page.shapes):
                where = (slide.id, shape.name)
                assert shape.left >= -ROOM and shape.top >= -ROOM, where
                # Turned shapes have their sides exchanged; their middle stays.
                if not shape.rotation:
                    assert shape.left + shape.width <= wide + ROOM, where
                    assert shape.top + shape.height <= tall + ROOM, where


def test_words_fit_their_boxes(penuh, pendek):
    """Measured again here, with the letters that LibreOffice and PowerPoint put for Arial."""
    for written in (penuh, *pendek):
        for slide, page in _pages(written):
            for shape in _shapes(page.shapes):
                if shape.has_text_frame and shape.text_frame.text.strip():
                    wide, tall = _measured(shape)
                    where = (slide.id, shape.name, shape.text_frame.text)
                    assert wide <= shape.width + ROOM, where
                    assert tall <= shape.height + ROOM, where
                elif shape.has_table:
                    end = shape.top + sum(row.height for row in shape.table.rows)
                    assert end <= page.slide_layout.placeholders[1].top + ROOM, slide.id
                    _check_cells(slide, shape)


def _check_cells(slide, shape):
    for row in shape.table.rows:
        for cell, column in zip(row.cells, shape.table.columns, strict=True):
            room = column.width - cell.margin_left - cell.margin_right
            _, tall = _wrapped(cell.text_frame, room)
            tall += cell.margin_top + cell.margin_bottom
            assert tall <= row.height + ROOM, (slide.id, cell.text_frame.text)


def _measured(shape) -> tuple[float, float]:
    frame = shape.text_frame
    if shape.is_placeholder and not any(run.font.size for p in frame.paragraphs for run in p.runs):
        return 0, 0
    room = shape.width - frame.margin_left - frame.margin_right
    wide, tall = _wrapped(frame, room if frame.word_wrap is not False else None)
    return wide + frame.margin_left, tall + frame.margin_top


def _wrapped(frame, room: float | None) -> tuple[float, float]:
    widest = total = 0.0
    for paragraph in frame.paragraphs:
        indent = int(paragraph._p.get_or_add_pPr().get("marL") or 0)
        lines, used = [0.0], 0.0
        for run in paragraph.runs:
            for word in re.findall(r"\S+\s*|\s+", run.text):
                wide, bare = _advance(word, run.font), _advance(word.rstrip(), run.font)
                if room is not None and used and used + bare > room - indent:
                    lines.append(0.0)
                    used = 0.0
                lines[-1] = max(lines[-1], run.font.size)
                widest = max(widest, used + bare + indent)
                used += wide
        step = paragraph.line_spacing
        exact = step is not None and step > 100
        total += sum(step if exact else size * 1.15 for size in lines)
        total += paragraph.space_before or 0
    return widest, total


def _advance(text: str, font) -> float:
    return _font(bool(font.bold)).getlength(text) * font.size / 100


_FONTS: dict[bool, ImageFont.FreeTypeFont] = {}


def _font(bold: bool) -> ImageFont.FreeTypeFont:
    folder = Path(__file__).parent.parent / "generator" / "materi" / "huruf"
    file = folder / f"arimo-latin-{700 if bold else 400}-normal.ttf"
    return _FONTS.setdefault(bold, ImageFont.truetype(str(file), 100))


def test_the_smallest_letters_of_most_charts_can_be_read(penuh):
    small = []
    charts = [(slide, page) for slide, page in _pages(penuh) if slide.bagan]
    for slide, page in charts:
        sizes = [
            run.font.size.pt
            for shape in _shapes(page.shapes)
            if shape.name.split()[0] in ("Kotak", "Peran") and shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        if min(sizes) < 9.9:
            small.append(slide.id)
    assert len(small) <= 0.12 * len(charts), small


def test_parts_of_the_schema_stand_in_its_order(penuh):
    order = ("noFill", "solidFill", "prstDash", "round", "headEnd", "tailEnd", "extLst")
    for page in penuh.file.slides:
        for line in page._element.iter(qn("a:ln")):
            names = [child.tag.rsplit("}", 1)[1] for child in line]
            assert names == sorted(names, key=order.index)
        for ties in page._element.iter(qn("p:cNvCxnSpPr")):
            names = [child.tag.rsplit("}", 1)[1] for child in ties]
            assert names in ([], ["stCxn"], ["endCxn"], ["stCxn", "endCxn"])


def test_everything_is_in_indonesian_and_nothing_leads_elsewhere(penuh):
    with zipfile.ZipFile(io.BytesIO(penuh.data)) as packed:
        names = packed.namelist()
        text = {
            name: packed.read(name).decode() for name in names if name.endswith((".xml", ".rels"))
        }
    slides = [name for name in text if name.startswith("ppt/slides/slide")]
    assert slides and all("en-US" not in text[name] for name in slides)
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    assert not [name for name, one in text.items() if 'TargetMode="External"' in one]
    assert "Calibri" not in text["ppt/theme/theme1.xml"]


def test_the_same_deck_is_the_same_file(semua, pendek):
    again = write_pptx(semua[1].dek, semua[1].tata, 30)
    assert again == pendek[0].data
    with zipfile.ZipFile(io.BytesIO(again)) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(1980, 1, 1)}
        assert packed.namelist()[0] == "[Content_Types].xml"


def test_repacking_keeps_every_part():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("b.xml", "dua")
        packed.writestr("[Content_Types].xml", "jenis")
        packed.writestr("a/c.xml", "satu" * 100)
    with zipfile.ZipFile(io.BytesIO(repack(raw.getvalue()))) as again:
        assert again.namelist() == ["[Content_Types].xml", "a/c.xml", "b.xml"]
        assert again.read("a/c.xml") == b"satu" * 100


def test_each_length_is_a_file_of_its_own(semua):
    one = semua[0]
    files = list(bahan(one.daerah, one.dek, one.kosakata, one.folder))
    slug = one.daerah.slug
    assert [file.alamat for file in files] == [
        f"sosialisasi/{slug}/{slug}-sosialisasi-{lama}-menit.pptx" for lama in LAMA
    ]
    assert len({file.kunci for file in files}) == len(LAMA)
    made = files[0].buat()
    assert made == write_pptx(one.dek, one.tata, LAMA[0])


@pytest.mark.impress
def test_libreoffice_shows_every_slide_with_all_its_words_inside(impress):
    for written, pdf in impress:
        pages = list(written.file.slides)
        assert len(pdf.pages) == len(pages)
        for number, (page, drawn) in enumerate(zip(pages, pdf.pages, strict=True), 1):
            found: list[tuple[float, float, str]] = []

            def seen(text, _cm, tm, _font, _size, found=found):
                if text.strip():
                    found.append((tm[4], tm[5], text))

            text = drawn.extract_text(visitor_text=seen)
            title = page.shapes.title.text_frame.text
            assert _letters(title) in _letters(text), number
            box = drawn.mediabox
            assert all(0 <= x <= box.width and 0 <= y <= box.height for x, y, _ in found)
            if number > 1:
                # The number of the slide is the lowest of its words: nothing runs over it.
                foot = next(y for x, y, one in reversed(found) if one.strip() == str(number))
                assert min(y for _, y, _ in found) > foot - 3, (number, title)


def _letters(text: str) -> str:
    return "".join(text.split())


def test_charts_of_the_deck_are_drawn_from_the_numbers_of_the_pictures(penuh):
    """A box of the slide stands where it stands in the picture on the page."""
    slide, page = next((s, p) for s, p in _pages(penuh) if s.bagan)
    tata = penuh.bahan.tata[key(slide.bagan.bagan)]
    shapes = {shape.name: shape for shape in _shapes(page.shapes)}
    first, last = tata.kotak[0], tata.kotak[-1]
    a, b = shapes[f"Kotak {first.id}"], shapes[f"Kotak {last.id}"]
    enlarged = a.width / first.lebar
    assert b.top - a.top == pytest.approx((last.y - first.y) * enlarged, rel=0.02)
    assert b.width / last.lebar == pytest.approx(enlarged, rel=0.02)
