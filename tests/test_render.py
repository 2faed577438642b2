"""The pages: every word and every citation on them, nothing read as markup, every link alive."""

from __future__ import annotations

import dataclasses
import html
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator import engine, links, pipeline, render, susun
from generator.bagan.draw import draw, key
from generator.cite import Naskah
from generator.jawaban import all_answers
from generator.naskah import Alinea, JenisAlinea, Klausa, words_of
from generator.pages import naskah as naskah_pages
from generator.pages.rujukan import citations
from generator.pages.values import BaganTerbit, DaerahTerbit, Halaman, Menu, Situs
from generator.problems import BuildFailed
from generator.project import approve, read_project, validate_project
from tests import situs_contoh

#: Text that is markup for somebody: HTML, Markdown, Jinja, YAML, and marks of Python-Markdown.
HOSTILE = (
    "<script>alert(1)</script>",
    "</div></section>",
    "{{ 7 * 7 }} {% raw %}",
    "*tebal* _miring_ `kode`",
    "[a](javascript:alert(1))",
    "![x](https://contoh.id/x.png)",
    "&amp; & &lt;b&gt;",
    "<!-- komentar --> <![CDATA[ x ]]> <?php ?>",
    "# judul",
    "---",
    "| a | b |",
    "\"kutip\": 'dua' #bukan-komentar",
    "1. satu",
    "https://contoh.id <a@b.id>",
)
VOID = frozenset({"br", "img", "input", "link", "meta", "hr", "wbr"})


class Words(HTMLParser):
    """The text below the element marked ``data-naskah``, without what is ours (data-redaksi)."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool | None] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            names = {name for name, _ in attrs}
            ours = False if "data-redaksi" in names else None
            self.open.append(True if "data-naskah" in names else ours)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if True in self.open and False not in self.open:
            self.words += data.split()


def words_on(page: str) -> tuple[str, ...]:
    parser = Words()
    parser.feed(page)
    return tuple(parser.words)


@pytest.fixture
def situs(contoh: Path) -> Situs:
    kosakata, files = read_project(contoh)
    (item,) = approve(validate_project(kosakata, files))
    charts = tuple(susun.chart_regency(item, kosakata))
    drawn = draw(charts, contoh / "simpanan").gambar
    published = tuple(BaganTerbit(chart, drawn[key(chart)]) for chart in charts)
    terbaca = item.terbaca
    daerah = DaerahTerbit(
        terbaca.data,
        terbaca.naskah,
        item.neraca,
        item.rujuk,
        published,
        all_answers(terbaca.data, kosakata, item.rujuk),
    )
    return Situs(kosakata, (daerah,))


def test_every_word_of_the_regulation_in_reading_order(situs: Situs) -> None:
    (daerah,) = situs.daerah
    pages = situs_contoh.render(situs)
    for root in daerah.naskah.akar:
        page = pages[links.source_file(links.section(daerah.slug, root.jenis))]
        assert words_on(page) == words_of(root)


def test_every_clause_has_its_anchor_and_every_id_is_used_once(situs: Situs) -> None:
    (daerah,) = situs.daerah
    pages = situs_contoh.render(situs)
    for name, page in pages.items():
        twice = [i for i, n in Counter(re.findall(r'\sid="([^"]+)"', page)).items() if n > 1]
        assert not twice, name
    for anchor in daerah.naskah.klausa:
        page, _, fragment = links.clause(daerah.slug, anchor).partition("#")
        assert f' id="{fragment}"' in pages[links.source_file(page)]


def test_no_citation_is_dropped(situs: Situs) -> None:
    (daerah,) = situs.daerah
    pages = situs_contoh.render(situs)
    for chart in daerah.bagan:
        page = pages[links.source_file(chart.alamat.partition("#")[0])]
        words = html.unescape(re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL))
        for source in citations(chart.bagan):
            assert f"“{source.kutipan}”" in words
            assert source.sebutan in words


def test_findings_show_each_correction_beside_its_original(situs: Situs) -> None:
    (daerah,) = situs.daerah
    page = html.unescape(situs_contoh.render(situs)[f"{daerah.slug}/temuan/index.md"])
    for edit in daerah.data.koreksi:
        assert f"<del>{edit.tertulis}</del>" in page
        assert not edit.terbit.strip() or f"<ins>{edit.terbit}</ins>" in page
    for note in daerah.data.catatan:
        assert f'id="catatan-{note.id}"' in page


def test_the_units_table_answers_for_every_class_of_officials(situs: Situs) -> None:
    (daerah,) = situs.daerah
    page = situs_contoh.render(situs)[f"{daerah.slug}/perangkat-daerah/index.md"]
    for pola in daerah.data.kedudukan.pola:
        for unit in pola.perangkat_daerah:
            assert html.escape(unit.nama) in page


def test_menu_and_addresses_lead_to_pages(situs: Situs) -> None:
    pages = {page.alamat for page in situs_contoh.pages(situs)}

    def entries(menu: tuple[Menu, ...]) -> list[str]:
        return [address for e in menu for address in (e.alamat, *entries(e.anak))]

    for page in situs_contoh.pages(situs):
        assert set(entries(page.menu)) <= pages
        assert {crumb.alamat for crumb in page.remah} <= pages
    for text in situs_contoh.render(situs).values():
        assert '"~/' not in text


def test_offline_pages_name_files(situs: Situs) -> None:
    for text in situs_contoh.render(situs, offline=True).values():
        for address in re.findall(r'\bhref="([^"#]+)', text):
            assert not address.endswith("/"), address


def hostile_regency(daerah: DaerahTerbit) -> DaerahTerbit:
    """The same regency with a text that is markup everywhere."""
    items = tuple(
        Klausa("angka", f"{n}.", isi=(Alinea(t),), jangkar=f"pasal-1-angka-{n}")
        for n, t in enumerate(HOSTILE, 1)
    )
    boxes = tuple(Alinea(text, jenis=JenisAlinea.KOTAK) for text in HOSTILE)
    gap = Alinea(HOSTILE[0], jenis=JenisAlinea.TIDAK_TERBACA)
    chart = Klausa("bagan", isi=(*boxes, gap), jangkar="pasal-1-bagan-1")
    article = Klausa(
        "pasal", "Pasal 1", HOSTILE[0], (*map(Alinea, HOSTILE), *items, chart), "pasal-1"
    )
    tree = Klausa("peraturan", isi=(Klausa("bab", "BAB I", HOSTILE[4], (article,), "bab-1"),))
    # The account of the true text says nothing about the places of this one.
    account = dataclasses.replace(daerah.neraca, letak={})
    return dataclasses.replace(daerah, naskah=Naskah(daerah.slug, tree, None), neraca=account)


@pytest.mark.lambat
def test_nothing_in_the_data_is_read_as_markup(situs: Situs, contoh: Path, tmp_path: Path) -> None:
    (daerah,) = situs.daerah
    hostile = hostile_regency(daerah)
    (page,) = naskah_pages.pages(hostile)
    page = dataclasses.replace(page, judul=" ".join(HOSTILE), deskripsi="\x00".join(HOSTILE))
    tree, out = tmp_path / "pohon", tmp_path / "hasil"
    write(tree, page)
    engine.build(tree, out, engine.Setelan(contoh / "mkdocs.yml"))
    built = (out / "contoh" / "peraturan" / "index.html").read_text(encoding="utf-8")
    assert words_on(built) == words_of(hostile.naskah.peraturan)
    assert links.relativize(page.isi, page.alamat) in built
    assert "<script>alert" not in built
    assert 'href="javascript:' not in built


def write(tree: Path, page: Halaman) -> None:
    """A tree of one page, and the pages that the top level of the navigation names."""
    nav = (Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    for name in re.findall(r"^  - .+: (\S+\.md)$", nav, re.MULTILINE):
        target = tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("# Halaman\n", encoding="utf-8")
    target = tree / links.source_file(page.alamat)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(render.write_page(page), encoding="utf-8")


@pytest.mark.lambat
def test_built_pages_need_no_inline_script_or_style(situs: Situs, contoh: Path) -> None:
    pipeline.build_site(contoh, contoh / "situs")
    pages = sorted((contoh / "situs").rglob("*.html"))
    assert len(pages) > len(situs_contoh.render(situs))
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text
        for script in re.findall(r"<script\b[^>]*>", text):
            assert " src=" in script or re.search(r'type="application/(?:ld\+)?json"', script)
        assert not re.search(r"<[a-z]+\b[^>]*\s(?:style|on[a-z]+)=", text), path
        assert "<style" not in text
        assert "Bukan publikasi resmi" in text


@pytest.mark.lambat
def test_a_dead_link_in_a_guide_page_stops_the_build(contoh: Path, tmp_path: Path) -> None:
    tree = tmp_path / "pohon"
    page = Halaman(links.overview("contoh"), "x", "x", "<h1>x</h1>\n")
    write(tree, page)
    (tree / "index.md").write_text("# Beranda\n\n[mati](tiada.md)\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match="tiada"):
        engine.build(tree, tmp_path / "hasil", engine.Setelan(contoh / "mkdocs.yml"))
