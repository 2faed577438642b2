"""The site in a browser: what a reader does, sees, and is spared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.peramban

#: One page of each kind.
KINDS = (
    "",
    "temuan/",
    "tentang/",
    "istilah/",
    "tanya/",
    "kendal/",
    "kendal/peraturan/",
    "kendal/lampiran/",
    "kendal/kedudukan/",
    "kendal/penugasan/",
    "kendal/mekanisme/",
    "kendal/mekanisme/penunjukan-lintas-instansi/",
    "kendal/mekanisme/kinerja-dipimpin-jpt-pratama/",
    "kendal/perangkat-daerah/",
    "kendal/peran/",
    "kendal/temuan/",
    "404.html",
)
PHONE, DESKTOP = 360, 1440


@contextmanager
def opened(browser: Browser, width: int = DESKTOP, scheme: str = "light") -> Iterator[Page]:
    """A fresh page of a given width (CSS pixels) and colour scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    yield context.new_page()
    context.close()


def test_a_box_of_a_chart_leads_to_its_clause(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}kendal/kedudukan/")
        link = page.locator("figure svg a[href*='#']").first
        anchor = (link.get_attribute("href") or "").split("#")[1]
        link.click()
        page.wait_for_url(f"**#{anchor}")
        clause = page.locator(f"[id='{anchor}']")
        expect(clause).to_be_visible()
        box = clause.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 800, "klausa yang dituju harus tampak di layar"


def test_every_box_of_every_chart_leads_to_words_that_hold_its_quotation(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}kendal/kedudukan/")
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('figure svg a[href*="#"]')].map(a => ({
                   href: new URL(a.getAttribute('href'), location).href,
                   kutipan: (a.closest('[data-kutipan]') || a.querySelector('[data-kutipan]'))
                       ?.dataset.kutipan ?? null}))"""
        )
        assert len(boxes) > 50
        assert all(box["kutipan"] for box in boxes)
        for url in sorted({box["href"].split("#")[0] for box in boxes}):
            page.goto(url)
            ids = set(page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)"))
            for box in boxes:
                base, anchor = box["href"].split("#")
                assert base != url or anchor in ids


def test_the_same_from_a_file(peramban: Browser, situs_luring: Path) -> None:
    with opened(peramban) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((situs_luring / "index.html").as_uri())
        page.get_by_role("link", name="Kabupaten Kendal").first.click()
        page.wait_for_url("**/kendal/index.html")
        page.goto((situs_luring / "kendal" / "kedudukan" / "index.html").as_uri())
        page.locator("figure svg a[href*='#']").first.click()
        page.wait_for_url("**/index.html#*")
        anchor = page.url.split("#")[1]
        expect(page.locator(f"[id='{anchor}']")).to_be_visible()
        assert all(url.startswith(("file:", "data:")) for url in asked)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_asked_of_another_host(kind: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        page.goto(alamat + kind)
        page.wait_for_timeout(200)
        assert [url for url in asked if not url.startswith((alamat, "data:"))] == []
        assert complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone(kind: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban, PHONE) as page:
        page.goto(alamat + kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(kind: str, scheme: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban, DESKTOP, scheme) as page:
        page.goto(alamat + kind)
        found = Axe().run(page).response["violations"]
        serious = [
            f"{rule['id']}: {rule['help']} ({node['target']})"
            for rule in found
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"][:3]
        ]
        assert serious == []


def test_the_page_says_its_language_and_that_it_is_not_official(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban) as page:
        for kind in KINDS:
            page.goto(alamat + kind)
            expect(page.locator("html")).to_have_attribute("lang", "id")
            assert "ukan publikasi resmi" in page.inner_text("body"), kind
