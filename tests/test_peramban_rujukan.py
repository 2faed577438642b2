"""Previews of references and terms in a browser: by mouse, by keyboard, by touch, from a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.peramban

PREVIEW = "#pk-pratinjau"


@contextmanager
def opened(browser: Browser, address: str, *, touch: bool = False) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360 if touch else 1280, "height": 800},
        has_touch=touch,
        is_mobile=touch,
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def reference(page: Page, clause: str, words: str) -> Locator:
    return page.locator(f"[id='{clause}'] a.pk-rujukan").filter(has_text=words).first


def test_a_pointer_reads_the_clause_and_can_rest_on_its_words(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/") as page:
        reference(page, "pasal-9", "Pasal 8 ayat (3)").hover()
        preview = page.locator(PREVIEW)
        expect(preview).to_contain_text("Penentuan kedudukan dan tanggung jawab")
        preview.hover()
        page.wait_for_timeout(800)
        expect(preview).to_be_visible()
        page.keyboard.press("Escape")
        expect(preview).to_have_count(0)
        page.mouse.move(2, 2)
        reference(page, "pasal-9", "Pasal 8 ayat (3)").hover()
        expect(preview).to_be_visible()
        page.mouse.move(2, 2)
        expect(preview).to_have_count(0)


def test_the_keyboard_reaches_the_words_and_the_links_in_them(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/") as page:
        link = reference(page, "pasal-9", "Pasal 8 ayat (3)")
        # Focus by the keyboard: one Tab from the link before it.
        page.locator("[id='pasal-9'] .pk-pasal-tautan").first.focus()
        page.keyboard.press("Tab")
        while not link.evaluate("e => e === document.activeElement"):
            page.keyboard.press("Tab")
        preview = page.locator(PREVIEW)
        expect(preview).to_be_visible()
        described = link.get_attribute("aria-describedby")
        expect(page.locator(f"#{described}")).to_contain_text(
            "Penentuan kedudukan", use_inner_text=True
        )
        page.keyboard.press("Tab")
        assert preview.locator("a").first.evaluate("e => e === document.activeElement")
        expect(preview).to_be_visible()
        page.keyboard.press("Escape")
        expect(preview).to_have_count(0)
        assert link.evaluate("e => e === document.activeElement")
        page.keyboard.press("Enter")
        page.wait_for_url("**#pasal-8-ayat-3")


def test_a_tap_reads_first_and_goes_second(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/", touch=True) as page:
        link = reference(page, "pasal-9", "Lampiran")
        link.tap()
        preview = page.locator(PREVIEW)
        expect(preview).to_contain_text("BAB II")
        box = preview.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        preview.get_by_role("link", name="Buka Lampiran").tap()
        page.wait_for_url("**/kendal/lampiran/#lampiran")


def test_terms_say_their_definition_on_both_pages(peramban: Browser, alamat: str) -> None:
    for path in ("kendal/peraturan/", "kendal/lampiran/"):
        with opened(peramban, alamat + path) as page:
            page.locator("a.pk-istilah", has_text="Pejabat Penilai Kinerja").first.hover()
            expect(page.locator(PREVIEW)).to_contain_text("adalah atasan langsung")


def test_the_same_from_a_file(peramban: Browser, situs_luring: Path) -> None:
    page_file = situs_luring / "kendal" / "lampiran" / "index.html"
    with opened(peramban, page_file.as_uri()) as page:
        page.locator("a.pk-istilah", has_text="Pejabat Penilai Kinerja").first.hover()
        expect(page.locator(PREVIEW)).to_contain_text("adalah atasan langsung")
        reference(page, "lampiran-bab-2-b-1-b", "huruf a)").hover()
        expect(page.locator(PREVIEW)).to_contain_text("Kedudukan merupakan penggambaran")
        reference(page, "lampiran-bab-2-b-1-b", "huruf a)").click()
        page.wait_for_url("**#lampiran-bab-2-b-1-a")


def test_a_target_that_is_not_there_is_no_link_and_says_why(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/") as page:
        clause = page.locator("[id='pasal-11-ayat-2']")
        expect(clause.locator(".pk-rujukan-putus")).to_have_text(
            "ayat (1) huruf a", use_inner_text=True
        )
        expect(clause).to_contain_text(
            "Pasal 11 ayat (1) tidak mempunyai huruf a", use_inner_text=True
        )
        assert clause.locator("a", has_text="ayat (1) huruf a").count() == 0


def test_a_clause_tells_who_cites_it(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/") as page:
        citing = page.locator("[id='pasal-3-ayat-2'] .pk-dirujuk")
        citing.locator("summary").click()
        assert citing.locator("a").all_inner_texts() == ["Pasal 6", "Pasal 7 ayat (1)"]


def test_an_open_preview_has_no_faults(peramban: Browser, alamat: str) -> None:
    for scheme in ("light", "dark"):
        with opened(peramban, f"{alamat}kendal/peraturan/") as page:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            reference(page, "pasal-9", "Pasal 8 ayat (3)").hover()
            expect(page.locator(PREVIEW)).to_be_visible()
            found = Axe().run(page).response["violations"]
            assert [r["id"] for r in found if r["impact"] in ("serious", "critical")] == []


def test_terms_are_compared_on_a_page_of_their_own(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}istilah/#istilah-sistem-kerja") as page:
        entry = page.locator("[id='istilah-sistem-kerja']")
        expect(entry).to_contain_text("serangkaian prosedur dan tata kerja", use_inner_text=True)
        entry.get_by_role("link", name="Kendal").click()
        page.wait_for_url("**/kendal/peraturan/#pasal-1-angka-11")
        expect(page.locator("[id='pasal-1-angka-11'] dfn")).to_have_text(
            "Sistem Kerja", use_inner_text=True
        )
