"""The site as a whole in a browser: another regency, paper, weight, and nothing that moves."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from pypdf import PdfReader
from test_peramban import KINDS

pytestmark = pytest.mark.peramban

#: What a first visit may cost, in bytes as they are sent.
BUDGET = 150_000
TEXT = {".html", ".css", ".js", ".svg", ".json", ".txt", ""}
_CHART = re.compile(rb'<svg\b[^>]*class="[^"]*\bbagan\b.*?</svg>', re.DOTALL)
#: Adds up what moves by itself while a page loads (Cumulative Layout Shift).
SHIFTS = """
window.geser = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.geser += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@contextmanager
def opened(browser: Browser, width: int = 1280) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 800})
    yield context.new_page()
    context.close()


def weight(url: str, body: bytes) -> int:
    """Bytes on the way: text is compressed, and charts in a page are not counted."""
    if Path(urlsplit(url).path).suffix not in TEXT:
        return len(body)
    return len(gzip.compress(_CHART.sub(b"", body), 9))


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light(kind: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        answers: dict[str, Response] = {}
        page.on("response", lambda answer: answers.update({answer.url: answer}))
        page.goto(alamat + kind)
        page.wait_for_load_state("networkidle")
        sizes = {url: weight(url, answer.body()) for url, answer in answers.items() if answer.ok}
    assert len(sizes) > 5
    assert sum(sizes.values()) < BUDGET, sorted(sizes.items(), key=lambda item: -item[1])


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads(
    kind: str, width: int, peramban: Browser, alamat: str
) -> None:
    # What a page moves by itself it moves each time; a machine that stalls between a style sheet
    # and a script moves it once.
    assert min(_shifts(peramban, alamat + kind, width)) < 0.02


def _shifts(peramban: Browser, address: str, width: int) -> Iterator[float]:
    """How far a page moves while it loads, up to three times, until it stands still once."""
    for _ in range(3):
        with opened(peramban, width) as page:
            page.add_init_script(SHIFTS)
            page.goto(address)
            page.wait_for_timeout(400)
            moved = float(page.evaluate("window.geser"))
        yield moved
        if moved < 0.02:
            return


@pytest.mark.parametrize(
    ("dari", "ke"),
    [
        ("kendal/kedudukan/", "magelang/kedudukan/"),
        ("kendal/peraturan/", "magelang/peraturan/"),
        ("kendal/", "magelang/"),
        ("kendal/temuan/", "magelang/temuan/"),
    ],
)
def test_another_regency_opens_on_the_same_kind_of_page(
    dari: str, ke: str, peramban: Browser, alamat: str
) -> None:
    with opened(peramban, 360) as page:
        page.goto(alamat + dari)
        page.locator(".pk-pindah summary").focus()
        page.keyboard.press("Enter")
        page.locator(".pk-pindah").get_by_role("link", name="Kota Magelang").click()
        assert page.url == alamat + ke


def test_a_flow_leads_to_its_kind_elsewhere_or_says_that_there_is_none(
    peramban: Browser, alamat: str, situs: Path
) -> None:
    flow = "kendal/mekanisme/penunjukan-lintas-instansi/"
    with opened(peramban) as page:
        page.goto(alamat + flow)
        page.locator(".pk-pindah summary").click()
        entries: list[dict[str, Any]] = page.locator(".pk-pindah li a").evaluate_all(
            "links => links.map(a => ({url: a.href, kata: a.textContent}))"
        )
        assert len(entries) == 4
        for entry in entries:
            place = urlsplit(entry["url"]).path
            lacking = "tidak ada alur sejenis" in entry["kata"]
            assert lacking == place.endswith("/mekanisme/"), entry
            page.goto(entry["url"])
            expect(page.locator("h1")).to_be_visible()
        assert any(not urlsplit(e["url"]).path.endswith("/mekanisme/") for e in entries)


def printed(browser: Browser, url: str) -> PdfReader:
    with opened(browser) as page:
        page.goto(url)
        return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("kendal/peraturan/", "Pejabat Penilai Kinerja"),
        ("kendal/kedudukan/", "Kelompok JF"),
        ("kendal/mekanisme/penunjukan-lintas-instansi/", "surat permohonan pelibatan"),
    ],
)
def test_paper_is_a4_and_says_what_it_is(
    kind: str, words: str, peramban: Browser, alamat: str
) -> None:
    paper = printed(peramban, alamat + kind)
    box = paper.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    first = " ".join(paper.pages[0].extract_text().split())
    assert "Peraturan Bupati Kendal Nomor 37 Tahun 2023 · data per" in first
    assert "bukan publikasi resmi" in first
    whole = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert words in whole
    for tool in ("Loncat ke klausa", "ganti daerah", "Tampilkan koreksi", "§"):
        assert tool not in whole


def test_a_chart_is_whole_on_paper(peramban: Browser, alamat: str) -> None:
    with opened(peramban, 794) as page:
        page.goto(f"{alamat}kendal/mekanisme/penunjukan-lintas-instansi/")
        page.emulate_media(media="print")
        box = page.locator("figure svg.bagan").first.bounding_box()
        assert box is not None
        assert box["width"] <= 794
        assert box["height"] <= 247 / 25.4 * 96
        assert page.evaluate("document.documentElement.scrollWidth") <= 794
