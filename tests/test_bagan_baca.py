"""Every chart of every regency can be read: measured in Chromium with the site's own font."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.bagan.draw import draw, key
from generator.graph import Bagan
from generator.regency import list_slugs
from tests.bagan_contoh import ALUR, STRUKTUR, alur, struktur
from tests.bagan_kontras import faint
from tests.bagan_muka import show
from tests.bagan_nyata import regency_charts
from tests.bagan_ukur import unreadable

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.peramban


@pytest.fixture(scope="module")
def page(peramban: Browser) -> Iterator[Page]:
    context = peramban.new_context()
    yield context.new_page()
    context.close()


def _faults(page: Page, charts: list[Bagan], tmp_path: Path) -> list[str]:
    faults = []
    for (_, kind, ident), picture in draw(charts, tmp_path / "cache").gambar.items():
        show(page, picture.svg, tmp_path)
        found = [*unreadable(page), *_faint_anywhere(page)]
        faults += [f"{kind} {ident}: {fault}" for fault in found]
    return faults


def _faint_anywhere(page: Page) -> list[str]:
    """What is faint on a light screen, on a dark one, or on paper."""
    faults = faint(page)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    faults += [f"gelap: {fault}" for fault in faint(page)]
    page.emulate_media(media="print")
    faults += [f"cetak: {fault}" for fault in faint(page)]
    page.emulate_media(media="screen")
    return faults


REGENCIES = (*list_slugs(ROOT), "_contoh")


@pytest.mark.parametrize("slug", REGENCIES)
def test_charts_of_a_regency_can_be_read(slug: str, page: Page, tmp_path: Path) -> None:
    assert _faults(page, list(regency_charts(ROOT / "regencies" / slug)), tmp_path) == []


def test_example_charts_can_be_read(page: Page, tmp_path: Path) -> None:
    assert _faults(page, [ALUR, STRUKTUR], tmp_path) == []


def test_long_words_and_many_branches_can_be_read(page: Page, tmp_path: Path) -> None:
    long = "Mempertanggungjawabkan penyelenggaraan kepemerintahan & <keuangan> " * 3
    steps = [
        {
            "id": "tanya",
            "pelaku": "a",
            "keputusan": long,
            "bila": [
                {"label": "sesuai dengan target ataupun ekspektasi pimpinan", "ke": "kerja"},
                {"label": "tidak sesuai sama sekali", "ke": "tidak_diatur"},
                {"label": "belum", "ke": "tunda"},
            ],
        },
        {"id": "tunda", "pelaku": "b", "tindakan": long, "lalu": ["kerja", "tanya"]},
        {"id": "kerja", "pelaku": "c", "tindakan": "Kerja", "lalu": ["selesai", "tunda"]},
    ]
    boxes = [("puncak", long, "pimpinan"), *((f"s{n}", long, "kelompok") for n in range(9))]
    lines = [("puncak", f"s{n}", "kedudukan") for n in range(9)]
    lines += [(f"s{n}", f"s{n + 1}", "penugasan", "bila perlu") for n in range(0, 8, 3)]
    assert _faults(page, [alur(steps), struktur(boxes, lines)], tmp_path) == []


def test_wrong_chart_is_noticed(page: Page) -> None:
    page.set_content(
        '<svg class="bagan" width="200" height="100" viewBox="0 0 200 100">'
        '<g class="kotak" id="satu"><rect class="bidang" x="10" y="10" width="40" height="20"/>'
        '<text x="12" y="24" font-size="11">terlalu panjang</text></g>'
        '<g class="kotak" id="dua"><rect class="bidang" x="40" y="15" width="40" height="20"/></g>'
        '<g class="panah" id="p" data-dari="satu" data-ke="tiga">'
        '<path class="garis" d="M50,20H150"/></g></svg>'
    )
    faults = " | ".join(unreadable(page))
    for words in ("huruf 11", "keluar dari satu", "kotak bertindih", "garis p melalui kotak dua"):
        assert words in faults


def test_faint_text_is_noticed(page: Page) -> None:
    page.set_content(
        '<body style="background: #fff"><svg class="bagan" width="200" height="100">'
        '<g class="kotak"><rect class="bidang" x="0" y="0" width="100" height="40" fill="#333"/>'
        '<text x="5" y="20" fill="#555">gelap di atas gelap</text></g>'
        '<text x="5" y="80" fill="#222">jelas</text></svg>'
    )
    (fault,) = faint(page)
    assert "gelap di atas gelap" in fault


def test_print_is_told_apart_without_colour(page: Page, tmp_path: Path) -> None:
    """On paper all lines are black: what tells relations apart is their dashes and heads."""
    show(page, draw([STRUKTUR], tmp_path / "cache").gambar[key(STRUKTUR)].svg, tmp_path)
    page.emulate_media(media="print")
    looks = page.evaluate(
        """() => [...document.querySelectorAll(".panah")].map((arrow) => {
          const line = arrow.querySelector(".garis"), head = arrow.querySelector(".kepala");
          const style = getComputedStyle(line);
          const corners = head ? head.getAttribute("points").split(" ").length : 0;
          return [arrow.dataset.relasi, style.stroke, style.strokeDasharray + corners];
        })"""
    )
    page.emulate_media(media="screen")
    assert {colour for _, colour, _ in looks} == {"rgb(0, 0, 0)"}
    by_relation = {relation: look for relation, _, look in looks}
    assert len(by_relation) == len(set(by_relation.values())) == 4
