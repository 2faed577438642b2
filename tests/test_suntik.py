"""What was written by others stays words: in pages, charts, tables, office files, PDF and index."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import openpyxl
import pypdf
import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.materi.pdf import PENGGANTI, compile_pdf
from generator.read import read_yaml
from tests.suntik_contoh import JAHAT, MUATAN, SITUS, TERHITUNG, Suntikan

#: Elements that could run, load or lead elsewhere; no page of ours has one in its content.
HIDUP = frozenset(
    ("iframe", "object", "embed", "base", "frame", "style", "foreignobject", "animate", "set")
)
ALAMAT = frozenset(("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "ping"))
LABEL = frozenset(("x", "TABLE", "TR", "TD", "FONT", "B", "BR"))
RUMUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Laman(HTMLParser):
    """What of a page is alive, its data for machines, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hidup: list[str] = []
        self.data: list[str] = []
        self.kata: list[str] = []
        self.urut: list[str] = []
        self._data = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.urut.append(values.get("http-equiv", tag))
        if tag in HIDUP or (tag == "meta" and values.get("http-equiv", "").lower() == "refresh"):
            self.hidup.append(tag)
        self._data = tag == "script" and "json" in values.get("type", "")
        if tag == "script" and not self._data and "src" not in values:
            self.hidup.append("script tanpa src")
        for name, value in values.items():
            self._judge(tag, name, value)

    handle_startendtag = handle_starttag

    def _judge(self, tag: str, name: str, value: str) -> None:
        alive = name.startswith("on") or name == "style"
        if name in ALAMAT:
            alive |= bool(re.match(r"\s*(?:javascript|vbscript|data):", value, re.IGNORECASE))
            alive |= bool(re.match(rf"\s*(?:https?:)?//{JAHAT}|~/", value, re.IGNORECASE))
        if alive:
            self.hidup.append(f"{tag} {name}={value[:60]}")

    def handle_data(self, data: str) -> None:
        (self.data if self._data else self.kata).append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._data = False


@cache
def _laman(folder: Path) -> dict[str, Laman]:
    files = sorted(folder.rglob("*.html"))
    return {p.relative_to(folder).as_posix(): Laman(p.read_text(encoding="utf-8")) for p in files}


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("bagian", ["situs", "luring"])
def test_no_page_holds_anything_alive(suntikan: Suntikan, bagian: str) -> None:
    pages = _laman(getattr(suntikan, bagian))
    assert len(pages) > 70
    assert {name: page.hidup for name, page in pages.items() if page.hidup} == {}


def test_every_attack_is_shown_as_its_words(suntikan: Suntikan) -> None:
    shown = "\n".join(_words(" ".join(page.kata)) for page in _laman(suntikan.situs).values())
    assert [name for name, attack in MUATAN.items() if _words(attack) not in shown] == []


def test_data_in_pages_is_whole(suntikan: Suntikan) -> None:
    blocks = [block for page in _laman(suntikan.situs).values() for block in page.data]
    laws = [found for found in map(json.loads, blocks) if found.get("@type") == "Legislation"]
    assert len(laws) == 2
    assert any("<" in law["legislationJurisdiction"]["name"] for law in laws)


def test_nothing_is_reckoned_or_read_in(suntikan: Suntikan) -> None:
    for path in (*suntikan.situs.rglob("*"), *suntikan.luring.rglob("*")):
        if path.is_file() and path.suffix not in (".pdf", ".pptx", ".docx", ".xlsx", ".woff2"):
            text = path.read_text(encoding="utf-8")
            assert TERHITUNG not in text, path
            assert "root:x:0" not in text, path


def test_the_policy_comes_first_and_allows_no_inline_script(suntikan: Suntikan) -> None:
    pages = _laman(suntikan.situs)
    assert "404.html" in pages
    for name in pages:
        text = (suntikan.situs / name).read_text(encoding="utf-8")
        (policy,) = re.findall(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text
        )
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == "'self'"
        assert rules["base-uri"] == "'none'"
        before = pages[name].urut[: pages[name].urut.index("Content-Security-Policy")]
        assert "script" not in before, name


def test_maps_and_links_carry_titles_as_values(suntikan: Suntikan) -> None:
    root = ET.parse(suntikan.situs / "sitemap.xml").getroot()
    addresses = [element.text or "" for element in root.iter() if element.tag.endswith("loc")]
    assert len(addresses) > 70
    assert all(address.startswith(SITUS) for address in addresses)
    text = (suntikan.situs / "contoh" / "index.html").read_text(encoding="utf-8")
    (report,) = re.findall(r'href="(https://lapor[^"]*)"', text)
    asked = parse_qs(urlsplit(html.unescape(report)).query)
    assert asked["alamat"] == [f"{SITUS}contoh/"]
    assert "><svg/onload=" in asked["judul"][0]


@pytest.mark.parametrize("slug", ["cari", "data", "assets", "perbandingan", "ringkas-1"])
def test_no_regency_takes_the_place_of_the_site(slug: str, contoh: Path) -> None:
    for folder in (contoh / "regencies", contoh / "content" / "peraturan"):
        (folder / "contoh").rename(folder / slug)
    path = contoh / "regencies" / slug / "daerah.yaml"
    text = path.read_text(encoding="utf-8").replace("slug: contoh ", f"slug: {slug} ")
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert result.exit_code == 1
    assert f"galat: slug “{slug}” sudah dipakai" in result.output


# --- charts --------------------------------------------------------------------------------------


def test_chart_files_hold_words_only(suntikan: Suntikan) -> None:
    files = sorted((suntikan.situs / "data" / "bagan").rglob("*.svg"))
    assert len(files) >= 7
    words = ""
    for path in files:
        root = ET.parse(path).getroot()
        kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert kinds <= {"svg", "title", "desc", "g", "rect", "path", "polygon", "text"}, path
        names = {name for element in root.iter() for name in element.attrib}
        assert not [n for n in names if n.startswith("on") or "href" in n or n == "style"], path
        words += _words(" ".join(element.text or "" for element in root.iter()))
    for attack in ("skrip", "titik-tebal", "titik-lari", "xml"):
        assert _words(MUATAN[attack]) in words


def _labels(dot: str) -> Iterator[str]:
    """Labels in HTML: from one angle to the one that closes it, as Graphviz reads them."""
    for start in re.finditer(r"label=<", dot):
        deep, end = 1, start.end()
        while deep:
            deep += {"<": 1, ">": -1}.get(dot[end], 0)
            end += 1
        yield dot[start.end() : end - 1]


def test_dot_files_hold_labels_of_our_own_making(suntikan: Suntikan) -> None:
    files = sorted((suntikan.situs / "data" / "bagan").rglob("*.dot"))
    assert len(files) >= 7
    words = ""
    for path in files:
        text = path.read_text(encoding="utf-8")
        for label in _labels(text):
            root = ET.fromstring(f"<x>{label}</x>")
            names = {name for element in root.iter() for name in element.attrib}
            assert {element.tag for element in root.iter()} <= LABEL
            assert not names & {"HREF", "SRC", "TARGET", "PORT", "ID", "TITLE", "TOOLTIP"}
            words += f" {' '.join(root.itertext())}"
        assert set(re.findall(r'URL="([^"]{2})', text)) <= {"~/"}
    # No escape of Graphviz stands unbroken in a label.
    assert "\\\u2060N \\\u2060G" in words
    assert not re.search(r"\\[NGETHL](?![\w\u2060])", words)


# --- tables and data -----------------------------------------------------------------------------


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_no_cell_of_the_csv_is_a_formula(suntikan: Suntikan, pemisah: str) -> None:
    text = (suntikan.situs / "data" / "bandingkan.csv").read_text(encoding="utf-8-sig")
    cells = [c for row in csv.reader(io.StringIO(text, newline=""), delimiter=pemisah) for c in row]
    assert [cell for cell in cells if cell.lstrip('"').startswith(RUMUS)] == []
    assert [line for line in re.split(r"[\r\n]+", text) if line.lstrip('"').startswith(RUMUS)] == []
    assert "'=HYPERLINK" in text
    assert "'@SUM" in text


def test_cells_of_the_workbook_are_text(suntikan: Suntikan) -> None:
    path = suntikan.situs / "data" / "bandingkan.xlsx"
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert any("_x0041_" in str(cell.value) for cell in cells)
    with zipfile.ZipFile(path) as packed:
        assert not [n for n in packed.namelist() if "external" in n.lower() or "vba" in n.lower()]


def test_json_and_the_scripts_that_hold_data_are_whole(suntikan: Suntikan) -> None:
    for path in suntikan.situs.glob("data/**/*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    scripts = [*suntikan.situs.glob("data/**/*.js"), *suntikan.situs.glob("cari/indeks/*.js")]
    assert len(scripts) == 8
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        call = re.fullmatch(r'[\w.]+\((?:"[a-z-]*",)?(.*)\);\n', text)
        assert call, path
        json.loads(call[1])
        assert not set(text) & {"\u2028", "\u2029"}, path


# --- office files and PDF ------------------------------------------------------------------------


def _parts(path: Path) -> Iterator[tuple[str, ET.Element]]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, ET.fromstring(packed.read(name))


@pytest.mark.parametrize("bentuk", ["docx", "pptx"])
def test_office_files_have_no_field_and_no_link_outside(suntikan: Suntikan, bentuk: str) -> None:
    files = sorted(suntikan.situs.rglob(f"*.{bentuk}"))
    assert files
    words = ""
    for path in files:
        for name, root in _parts(path):
            tags = {element.tag.rpartition("}")[2] for element in root.iter()}
            assert not tags & {"instrText", "fldSimple", "hyperlink", "hlinkClick", "altChunk"}
            assert not [e for e in root.iter() if e.get("TargetMode") == "External"], (path, name)
            words += "".join(element.text or "" for element in root.iter())
    assert TERHITUNG not in words
    assert len([attack for attack in MUATAN.values() if attack in words]) > 10


def _printed(path: Path) -> str:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return re.sub(r"\s|\u00ad", "", text)


def test_printed_words_are_words(suntikan: Suntikan) -> None:
    files = sorted((suntikan.situs / "sosialisasi" / "contoh").glob("*.pdf"))
    printed = "".join(_printed(path) for path in files)
    assert TERHITUNG not in printed
    assert "root:x:0" not in printed
    for attack in ("skrip", "typst", "templat", "rumus", "yaml", "markdown-sisip"):
        assert re.sub(r"\s", "", MUATAN[attack]) in printed, attack


def test_printed_links_stay_in_their_book(suntikan: Suntikan) -> None:
    for path in sorted(suntikan.situs.rglob("*.pdf")):
        reader = pypdf.PdfReader(path)
        raw = path.read_bytes()
        assert not [name for name in (b"/JavaScript", b"/Launch", b"/OpenAction") if name in raw]
        actions = [
            note.get_object()["/A"]
            for page in reader.pages
            for note in page.get("/Annots", [])
            if "/A" in note.get_object()
        ]
        assert {str(action["/S"]) for action in actions} <= {"/GoTo"}, path


def test_letters_without_a_font_are_shown_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = '#let d = json("data.json")\n#set document(title: "x")\n#text(lang: "id", d.kata)'
    (tmp_path / "lembar.typ").write_text(template, encoding="utf-8")
    monkeypatch.setattr("generator.materi.pdf._HERE", tmp_path)
    made = compile_pdf("lembar.typ", {"kata": "Kertas 漢字 tugas"}, {})
    text = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert f"Kertas {PENGGANTI * 2}" in text


# --- what is refused, and what is imported -------------------------------------------------------


def test_a_terminal_is_not_commanded(contoh: Path) -> None:
    path = contoh / "regencies" / "contoh" / "daerah.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("jenis: kabupaten ", 'jenis: "\\e[2J\\u202Ekota" '), "utf-8")
    result = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert result.exit_code == 1
    assert "“<U+001B>[2J<U+202E>kota” tidak dikenal" in result.output


def test_an_attack_that_is_imported_stays_words(tmp_path: Path) -> None:
    lines = ["PERATURAN BUPATI X", "NOMOR 1 TAHUN 2024", "", "BAB I", "UMUM", "Pasal 1"]
    attacks = [_words(attack) for attack in MUATAN.values()]
    source = tmp_path / "naskah.txt"
    body = [f"({number}) {words}." for number, words in enumerate(attacks, 1)]
    source.write_text("\n".join([*lines, *body, "a\u202eb\x1bc"]), encoding="utf-8")
    out = tmp_path / "draf"
    words = ["import", str(source), "--slug", "x", "--out", str(out)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    ledger = read_yaml(out / "koreksi.yaml", "koreksi.yaml").nilai or []
    assert all(
        set(entry) <= {"baris", "tertulis", "terbit", "ke", "alasan", "catatan"} for entry in ledger
    )
    text = html.unescape((out / "peraturan.md").read_text(encoding="utf-8"))
    assert "abc" in text
    assert "<script>window.__suntik=1</script>" in text
