"""Slides in Chromium, over http and from files: what a trainer sees and does."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.menunggu import until

#: Every slide is gone to, and what does not fit its slide is told.
_OVERFLOW = """() => {
  const bad = [];
  document.querySelectorAll('.slides > section').forEach((section, n) => {
    Reveal.slide(n, 0, 99);
    const inside = section.querySelector('.tayang-isi');
    const scale = section.getBoundingClientRect().height / section.offsetHeight;
    const bottom = section.getBoundingClientRect().bottom;
    const size = parseFloat(getComputedStyle(inside).fontSize);
    const size_ok = section.offsetHeight === 720 && section.offsetWidth === 1280;
    if (!size_ok) bad.push([section.id, 'size']);
    if (inside.scrollHeight > inside.clientHeight + 2) bad.push([section.id, 'high']);
    if (inside.scrollWidth > inside.clientWidth + 2) bad.push([section.id, 'wide']);
    if (size < 15) bad.push([section.id, 'letters', size]);
    inside.querySelectorAll('li, td, .tayang-bagan').forEach((one) => {
      if (one.getBoundingClientRect().bottom > bottom + 1) bad.push([section.id, 'below']);
    });
    section.querySelectorAll('h2').forEach((one) => {
      if (one.scrollWidth > one.clientWidth + 1) bad.push([section.id, 'title']);
    });
    if (!(scale > 0)) bad.push([section.id, 'hidden']);
  });
  return bad;
}"""
_EMPTY = """() => [...document.querySelectorAll('.slides > section')].filter((section) =>
  !section.querySelector('h1, h2').textContent.trim() ||
  !section.querySelector('.tayang-isi').textContent.trim()).map((section) => section.id)"""
DECKS = ("bombana", "kendal", "langsa", "magelang", "probolinggo", "perbandingan")


@pytest.fixture(params=["http", "file"])
def tempat(request: pytest.FixtureRequest, alamat: str, situs_luring: Path) -> str:
    """Where the decks stand: on a server and as files; with a slash at its end."""
    return alamat if request.param == "http" else f"{situs_luring.as_uri()}/"


@contextmanager
def _shown(
    peramban: Browser, tempat: str, deck: str, query: str = "", **options: object
) -> Iterator[Page]:
    """A deck, whose errors and requests to elsewhere are failures."""
    wrong: list[str] = []
    options = {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce", **options}
    context = peramban.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: wrong.append(str(one)))
    page.on("request", lambda one: None if one.url.startswith(tempat) else wrong.append(one.url))
    page.goto(f"{tempat}sosialisasi/{deck}/index.html{query}")
    if options.get("java_script_enabled", True):
        page.wait_for_selector("html[data-siap]")
    yield page
    context.close()
    assert not wrong


def _ids(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('section')].map((s) => s.id)")
    return found


def _modules(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...new Set([...document.querySelectorAll('section[data-modul]')]"
        ".map((s) => s.dataset.modul))]"
    )
    return found


def test_the_address_is_the_choice(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "kendal", "?lama=30&modul=pembuka,penugasan") as page:
        assert _modules(page) == ["pembuka", "penugasan"]
        short = _ids(page)
        page.keyboard.press("m")
        page.get_by_label("90 menit").check()
        page.get_by_label("Latihan").check()
        page.get_by_role("button", name="Terapkan").click()
        page.wait_for_url(re.compile("lama=90"))
        page.wait_for_selector("html[data-siap]")
        assert "modul=pembuka,penugasan,latihan" in page.url
        assert _modules(page) == ["pembuka", "penugasan", "latihan"]
        assert set(short) < set(_ids(page))


def test_the_plan_shows_the_chosen_length_and_modules(peramban: Browser, alamat: str) -> None:
    with _shown(peramban, alamat, "kendal", "?lama=30&modul=pembuka,penugasan") as page:
        assert page.locator("#rencana tbody tr").count() == 2
        chosen = page.locator("#rencana .terpilih").all_text_contents()
        assert chosen[0] == "30 menit"
        assert len(chosen) == 3


def test_regencies_of_the_comparison_are_chosen(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "perbandingan", "?lama=90&daerah=kendal,langsa") as page:
        names = page.evaluate(
            "[...new Set([...document.querySelectorAll('section:not(#rencana) tbody tr')]"
            ".map((row) => row.cells[0].textContent.trim()))]"
        )
        assert {name for name in names if name[0] != "("} == {"Kendal", "Langsa"}
        charts = page.evaluate(
            "[...document.querySelectorAll('section[data-daerah]')].map((s) => s.dataset.daerah)"
        )
        assert set(charts) == {"kendal", "langsa"}
        assert not page.evaluate(_EMPTY)


def test_notes_with_quotations(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "kendal", "#/identitas") as page:
        panel = page.get_by_role("region", name="Catatan penyaji", exact=True)
        expect(panel).to_be_hidden()
        page.keyboard.press("n")
        expect(panel).to_be_visible()
        expect(panel).to_contain_text("“", use_inner_text=True)
        first = panel.inner_text()
        page.keyboard.press("ArrowRight")
        until(page, "(text) => Reveal.getCurrentSlide().id !== 'identitas'", first)
        assert panel.inner_text() != first
        page.keyboard.press("n")
        expect(panel).to_be_hidden()


def test_a_window_for_the_speaker(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "kendal", "#/identitas") as page:
        with page.expect_popup() as opened:
            page.keyboard.press("s")
        popup = opened.value
        popup.wait_for_selector("section#identitas.kini .notes", state="visible")
        popup.keyboard.press("ArrowRight")
        until(page, "Reveal.getCurrentSlide().id !== 'identitas'")
        now = page.evaluate("Reveal.getCurrentSlide().id")
        popup.wait_for_selector(f"section#{now}.kini", state="visible")


def test_an_answer_waits_for_a_step(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "langsa", "?modul=latihan#/soal-1") as page:
        answer = page.locator("#soal-1 .tayang-jawaban")
        assert answer.evaluate("(one) => getComputedStyle(one).visibility") == "hidden"
        page.keyboard.press("ArrowRight")
        assert page.evaluate("Reveal.getCurrentSlide().id") == "soal-1"
        assert answer.evaluate("(one) => getComputedStyle(one).visibility") == "visible"
        assert answer.locator("a").count() > 0


@pytest.mark.parametrize("deck", DECKS)
def test_nothing_is_empty_or_leaves_its_slide(deck: str, peramban: Browser, alamat: str) -> None:
    with _shown(peramban, alamat, deck, "?lama=90") as page:
        assert not page.evaluate(_EMPTY)
        assert not page.evaluate(_OVERFLOW)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("slide", ["sampul", "rencana", "penilai", "soal-1"])
def test_axe_finds_nothing_on_a_slide(
    slide: str, scheme: str, peramban: Browser, alamat: str
) -> None:
    with _shown(peramban, alamat, "kendal", f"#/{slide}", color_scheme=scheme) as page:
        _no_faults(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_telephone_reads_it_as_a_page(scheme: str, peramban: Browser, tempat: str) -> None:
    telephone = {"width": 360, "height": 740}
    with _shown(
        peramban, tempat, "magelang", "?lama=30", viewport=telephone, color_scheme=scheme
    ) as page:
        assert page.locator("section").count() == page.locator("section:visible").count()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.get_by_role("button", name="Catatan").click()
        expect(page.locator("#identitas .notes")).to_be_visible()
        _no_faults(page)


def _no_faults(page: Page) -> None:
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "preload": False}
    )
    assert not [
        (one["id"], [node["target"] for node in one["nodes"]][:5])
        for one in found.response["violations"]
    ]


def test_without_scripts_every_slide_is_there(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "kendal", java_script_enabled=False) as page:
        assert page.locator("section").count() == page.locator("section:visible").count()
        expect(page.locator("#identitas a").first).to_be_visible()


def test_a_slide_a_sheet_on_paper(peramban: Browser, tempat: str) -> None:
    with _shown(peramban, tempat, "kendal", "?lama=30") as page:
        slides = page.locator("section").count()
        titles = page.locator("section h2").all_inner_texts()
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == slides
    for sheet, title in zip(list(sheets)[1:], titles, strict=False):
        assert sheet.mediabox.width > sheet.mediabox.height
        assert title.split()[0] in sheet.extract_text()


def test_the_list_can_be_filtered(peramban: Browser, tempat: str) -> None:
    page = peramban.new_page()
    page.goto(f"{tempat}sosialisasi/index.html#langsa")
    page.get_by_label("Cari daerah").fill("langsa")
    shown = page.locator(".pk-bahan__daerah:visible")
    assert shown.count() == 1
    expect(shown).to_contain_text("Langsa", use_inner_text=True)
    page.close()
