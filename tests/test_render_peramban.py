"""The pages in a browser: what the script adds, and that nothing is wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.pipeline import build_site
from generator.project import read_project, validate_project
from tests.conftest import serving

pytestmark = pytest.mark.peramban


@pytest.fixture
def address(contoh: Path) -> Iterator[str]:
    build_site(contoh, contoh / "situs")
    with serving(contoh / "situs") as found:
        yield found.rstrip("/")


def test_in_a_browser(address: str, peramban: Browser, contoh: Path) -> None:
    page = peramban.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{address}/contoh/perangkat-daerah/")
    rows = page.locator("#tabel-unit tbody tr")
    first = validate_project(*read_project(contoh)).daerah[0].data.kedudukan.pola[0]
    page.get_by_label("Saring menurut nama unit").fill(first.perangkat_daerah[0].nama)
    assert 0 < rows.filter(visible=True).count() <= rows.count()
    page.get_by_label("Saring menurut nama unit").fill("tiada unit seperti ini")
    assert rows.filter(visible=True).count() == 0

    page.goto(f"{address}/contoh/kedudukan/")
    page.locator("svg.bagan a.kotak").first.focus()
    panel = page.locator("[data-panel]").first
    assert page.locator("svg.bagan a.kotak").first.get_attribute("data-kutipan") in (
        panel.inner_text()
    )
    for box in page.locator("[data-alat] input").all():
        relation = page.locator("svg.bagan:not(.bagan-contoh) [data-relasi].pk-tersembunyi")
        box.uncheck()
        assert relation.count() > 0
        box.check()
        assert relation.count() == 0

    assert said == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_no_page_scrolls_sideways_on_a_phone(address: str, peramban: Browser, contoh: Path) -> None:
    page = peramban.new_page(viewport={"width": 360, "height": 740})
    for path in sorted((contoh / "situs").rglob("index.html")):
        page.goto(f"{address}/{path.relative_to(contoh / 'situs').as_posix()}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_menu_opens_with_the_keyboard(address: str, peramban: Browser) -> None:
    page = peramban.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/contoh/")
    menu = page.get_by_role("button", name="Menu")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_without_script_everything_can_be_read(address: str, peramban: Browser) -> None:
    page = peramban.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/contoh/kedudukan/")
    expect(page.locator(".pk-kembaran summary").first).to_be_visible()
    page.locator(".pk-kembaran summary").first.click()
    expect(page.locator(".pk-pohon").first).to_be_visible()
    page.goto(f"{address}/contoh/perangkat-daerah/")
    expect(page.locator("#tabel-unit tbody tr").first).to_be_visible()
    expect(page.locator("[data-saring]")).to_be_hidden()
