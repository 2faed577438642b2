"""Charts as files: named for their regency, whole when opened alone, and nothing smuggled in."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pydantic import TypeAdapter

from generator.bagan.draw import draw, key
from generator.exports.bagan import alone, chart_schema, export_charts, graph_json
from generator.graph import Bagan, Kotak, Panah, Sumber
from generator.model import Asal
from generator.pages.miniatur import miniature
from generator.pages.values import BaganTerbit

SVG = "{http://www.w3.org/2000/svg}"
HARSH = "Kepala <b>\"&'</b> ]]> <script>alert(1)</script>"


def _chart() -> Bagan:
    source = Sumber("pasal-1", "Pasal 1", HARSH, "~/contoh/peraturan/#pasal-1")
    boxes = tuple(
        Kotak(f"simpul-kedudukan-x-{name}", HARSH, "pengawas", "jabatan", dasar=(source,))
        for name in ("satu", "dua")
    )
    line = Panah("garis-1", boxes[0].id, boxes[1].id, "kedudukan", "Kedudukan", dasar=(source,))
    return Bagan("x", "contoh", "Daerah", "kedudukan", HARSH, "", boxes, (line,))


@pytest.fixture
def terbit(tmp_path: Path) -> BaganTerbit:
    """A small chart whose words are hard on every format."""
    chart = _chart()
    return BaganTerbit(chart, draw([chart], tmp_path).gambar[key(chart)])


def test_files_are_named_for_regency_and_chart(terbit: BaganTerbit) -> None:
    files = export_charts([terbit])
    assert set(files) == {
        "data/bagan/contoh/contoh-kedudukan-x.svg",
        "data/bagan/contoh/contoh-kedudukan-x.dot",
        "data/bagan/contoh/contoh-kedudukan-x.json",
    }


def test_the_words_stay_words(terbit: BaganTerbit) -> None:
    root = ET.fromstring(alone(terbit.gambar.svg))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "rect", "path", "polygon", "polyline", "ellipse", "text")
    }
    assert HARSH in (root.findtext(f"{SVG}title") or "")
    graph = json.loads(graph_json(terbit.bagan))
    assert [box["judul"] for box in graph["kotak"]] == [HARSH, HARSH]


def test_a_file_alone_has_nothing_of_the_page(terbit: BaganTerbit) -> None:
    text = alone(terbit.gambar.svg)
    root = ET.fromstring(text)
    names = {name for element in root.iter() for name in element.attrib}
    assert not [n for n in names if n in ("class", "style", "href") or n.startswith("data-")]
    assert "~/" not in text
    assert "var(" not in text
    assert root.get("font-family") == "Arimo, Arial, Helvetica, sans-serif"
    ground = root.find(f"{SVG}rect")
    assert ground is not None
    assert ground.get("fill") == "#ffffff"
    drawn = [e for e in root.iter() if e.tag in (f"{SVG}path", f"{SVG}polygon", f"{SVG}text")]
    assert drawn
    # A shape that says no fill is filled black.
    assert [e.tag for e in drawn if not e.get("fill")] == []


def test_what_was_reconstructed_is_dashed_in_a_file_too(tmp_path: Path) -> None:
    chart = _chart()
    first, second = chart.kotak
    chart = replace(chart, kotak=(first, replace(second, asal=Asal.REKONSTRUKSI)))
    root = ET.fromstring(alone(draw([chart], tmp_path).gambar[key(chart)].svg))
    dashed = {
        group.get("id")
        for group in root.iter(f"{SVG}g")
        for shape in group
        if shape.get("stroke-dasharray")
    }
    assert dashed == {second.id}


def test_links_stay_only_where_they_can_be_followed(terbit: BaganTerbit) -> None:
    root = ET.fromstring(alone(terbit.gambar.svg, "https://contoh.test/peta/"))
    assert {link.get("href") for link in root.iter(f"{SVG}a")} == {
        "https://contoh.test/peta/contoh/peraturan/#pasal-1"
    }
    assert not list(ET.fromstring(alone(terbit.gambar.svg)).iter(f"{SVG}a"))


def test_the_graph_says_what_the_chart_shows(terbit: BaganTerbit) -> None:
    shape = TypeAdapter(Bagan)
    read = shape.validate_json(graph_json(terbit.bagan))
    addresses = {source.alamat for box in read.kotak for source in box.dasar}
    assert addresses == {"contoh/peraturan/#pasal-1"}, "alamat dihitung dari akar situs"
    bare = replace(terbit.bagan, kotak=(), panah=())
    assert replace(read, kotak=(), panah=()) == bare
    assert [(p.dari, p.ke, p.dasar[0].kutipan) for p in read.panah] == [
        (p.dari, p.ke, HARSH) for p in terbit.bagan.panah
    ]


def test_the_schema_knows_every_key(terbit: BaganTerbit) -> None:
    schema = json.loads(chart_schema()["data/bagan.schema.json"])
    graph = json.loads(graph_json(terbit.bagan))
    assert set(graph) <= set(schema["properties"])
    assert set(schema["required"]) <= set(graph)
    for part, name in (("kotak", "Kotak"), ("panah", "Panah")):
        known = schema["$defs"][name]["properties"]
        assert all(set(one) <= set(known) for one in graph[part])


def test_a_small_picture_shows_every_box_and_line_and_no_word(terbit: BaganTerbit) -> None:
    small = miniature(terbit.gambar.svg)
    root = ET.fromstring(small)
    assert root.get("aria-hidden") == "true"
    assert not [e for e in root.iter() if e.get("id") or (e.text or "").strip()]
    paths = {path.get("class"): path.get("d", "") for path in root.iter("path")}
    assert paths["bidang"].count("M") == len(terbit.bagan.kotak)
    assert paths["garis"].count("M") == len(terbit.bagan.panah)
    assert len(small) < 1000


def test_small_pictures_of_the_site_weigh_little(situs: Path) -> None:
    for page in situs.glob("*/kedudukan/index.html"):
        pictures = re.findall(r'<svg class="[^"]*pk-mini".*?</svg>', page.read_text("utf-8"), re.S)
        sections = page.read_text("utf-8").count('class="pk-bagan-bagian"')
        assert len(pictures) == (sections if sections > 1 else 0), page
        assert all(len(picture.encode()) < 4000 for picture in pictures), page


def test_every_chart_of_the_site_has_its_files(situs: Path) -> None:
    pages = [*situs.glob("*/kedudukan/index.html"), *situs.glob("*/penugasan/index.html")]
    pages += situs.glob("*/mekanisme/*/index.html")
    charts = 0
    for page in pages:
        text = page.read_text("utf-8")
        links = re.findall(r'<p class="pk-bagan__unduh">.*?</p>', text, re.S)
        charts += len(links)
        for line in links:
            files = [(page.parent / href).resolve() for href in re.findall(r'href="([^"]+)"', line)]
            assert [file.suffix for file in files] == [".svg", ".dot", ".json"]
            # Named for the regency, also on a page that compares several.
            assert all(file.name.startswith(f"{file.parent.name}-") for file in files)
            assert all(file.is_file() for file in files)
    assert charts == len(list(situs.glob("data/bagan/*/*.svg"))) > 100
