"""Reading a regulation in a browser: jump, step, copy, share, corrections, and the place kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.peramban

CASES = yaml.safe_load((Path(__file__).parent / "kasus" / "loncat.yaml").read_text("utf-8"))
CITATION = "Pasal 11 ayat (2) Peraturan Bupati Kendal Nomor 37 Tahun 2023"


@contextmanager
def opened(browser: Browser, address: str, *, phone: bool = False) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360 if phone else 1280, "height": 800},
        has_touch=phone,
        is_mobile=phone,
        permissions=["clipboard-read", "clipboard-write"] if address.startswith("http") else [],
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.fixture(params=["http", "file"])
def kendal(request: pytest.FixtureRequest) -> Any:
    """The address of a page of Kendal: from a server, and from a file."""
    if request.param == "http":
        base = request.getfixturevalue("alamat")
        return lambda name: f"{base}kendal/{name}/"
    folder = request.getfixturevalue("situs_luring")
    return lambda name: (folder / "kendal" / name / "index.html").as_uri()


def anchor(page: Page) -> str:
    return unquote(page.url.partition("#")[2])


def top(page: Page, clause: str) -> float:
    box = page.locator(f"[id='{clause}']").bounding_box()
    assert box is not None
    return box["y"]


def jump(page: Page, words: str) -> None:
    page.get_by_label("Loncat ke klausa").fill(words)
    page.get_by_label("Loncat ke klausa").press("Enter")


def test_the_jump_box_opens_what_is_there_and_says_what_is_not(
    peramban: Browser, alamat: str
) -> None:
    for name in ("peraturan", "lampiran"):
        with opened(peramban, f"{alamat}kendal/{name}/") as page:
            for case in (c for c in CASES if c["halaman"] == name):
                jump(page, case["ketik"])
                said = page.locator("[data-pesan]")
                if "jangkar" in case:
                    assert anchor(page) == case["jangkar"], case
                    assert 0 <= top(page, case["jangkar"]) < 800, case
                    expect(said).to_be_empty()
                else:
                    expect(said).to_contain_text(case["kata"])
                if "terdekat" in case:
                    assert said.locator("a").first.get_attribute("href") == f"#{case['terdekat']}"


def test_a_jump_from_the_annex_to_the_body_and_a_dead_address(
    peramban: Browser, kendal: Any
) -> None:
    with opened(peramban, kendal("lampiran"), phone=True) as page:
        jump(page, "ps 11 ay 2")
        page.wait_for_url("**#pasal-11-ayat-2")
        assert "/peraturan/" in page.url
    with opened(peramban, f"{kendal('peraturan')}#pasal-12-ayat-40") as page:
        said = page.locator("[data-pesan]")
        expect(said).to_contain_text("tidak ada di sini")
        expect(said.locator("a")).to_have_text("Pasal 12")


def test_a_reader_follows_a_reference_and_comes_back_to_the_same_place(
    peramban: Browser, kendal: Any
) -> None:
    for phone in (False, True):
        with opened(peramban, f"{kendal('peraturan')}#pasal-9", phone=phone) as page:
            link = page.locator("[id='pasal-9'] a.pk-rujukan").filter(has_text="Pasal 8").first
            link.scroll_into_view_if_needed()
            page.wait_for_timeout(300)
            before = top(page, "pasal-9")
            link.click()
            page.wait_for_url("**#pasal-8*")
            page.wait_for_timeout(300)
            page.go_back()
            page.wait_for_timeout(300)
            assert abs(top(page, "pasal-9") - before) < 3
            # And from another page.
            page.goto(kendal("kedudukan"))
            page.go_back()
            page.wait_for_timeout(300)
            assert abs(top(page, "pasal-9") - before) < 3


def test_the_address_follows_the_reader_without_filling_the_history(
    peramban: Browser, kendal: Any
) -> None:
    with opened(peramban, f"{kendal('peraturan')}#pasal-3") as page:
        entries = page.evaluate("history.length")
        page.wait_for_timeout(400)
        assert anchor(page) == "pasal-3", "sasaran tetap di alamat selama tampak"
        page.mouse.move(600, 500)
        for _ in range(4):
            page.mouse.wheel(0, 900)
            page.wait_for_timeout(120)
        page.wait_for_timeout(500)
        reached = anchor(page)
        assert reached != "pasal-3"
        assert top(page, reached) < 200
        assert page.evaluate("history.length") == entries
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(500)
        assert anchor(page) == ""


def test_steps_from_pasal_to_pasal_and_from_page_to_page(peramban: Browser, kendal: Any) -> None:
    with opened(peramban, f"{kendal('peraturan')}#pasal-8") as page:
        page.get_by_role("button", name="Pasal berikutnya").click()
        assert anchor(page) == "pasal-9"
        page.get_by_role("button", name="Pasal sebelumnya").click()
        page.get_by_role("button", name="Pasal sebelumnya").click()
        assert anchor(page) == "pasal-7"
        jump(page, "ps 21")
        page.get_by_role("button", name="Pasal berikutnya").click()
        page.locator("[data-pesan] a").click()
        page.wait_for_url("**/lampiran/**")
        page.locator("a[rel=next]").click()
        page.wait_for_url("**/kedudukan/**")


def test_copies_link_and_citation_and_shares_by_a_plain_link(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/") as page:
        mark = page.locator("[id='pasal-11-ayat-2'] > .pk-pasal-tautan")
        mark.focus()
        page.keyboard.press("Enter")
        menu = page.get_by_role("group", name="Pasal 11 ayat (2)")
        expect(menu.get_by_role("button", name="Salin tautan")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Kutipan disalin")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == CITATION
        expect(mark).to_be_focused()
        mark.click()
        menu.get_by_role("button", name="Salin tautan").click()
        page.wait_for_timeout(100)
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{alamat}kendal/peraturan/#pasal-11-ayat-2"
        mark.click()
        chat = menu.get_by_role("link", name="Bagikan lewat WhatsApp").get_attribute("href") or ""
        assert chat.startswith("https://wa.me/?text=")
        assert unquote(chat.partition("text=")[2]) == f"{CITATION}\n{copied}"
        assert [v["id"] for v in Axe().run(page).response["violations"]] == []
        page.keyboard.press("Escape")
        expect(menu).to_have_count(0)


def test_the_menu_of_a_clause_fits_a_phone_and_closes_with_a_tap(
    peramban: Browser, kendal: Any
) -> None:
    with opened(peramban, f"{kendal('lampiran')}#lampiran-bab-2-d", phone=True) as page:
        page.locator("[id='lampiran-bab-2-d'] .pk-pasal-tautan").first.tap()
        menu = page.locator(".pk-menu-klausa")
        box = menu.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert 0 < box["y"] < 800
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.locator("[data-baca]").tap(position={"x": 2, "y": 2})
        expect(menu).to_have_count(0)


def test_corrections_are_shown_on_demand_and_the_place_is_kept(
    peramban: Browser, kendal: Any
) -> None:
    words = "() => document.querySelector('[data-naskah]').textContent"
    for phone in (False, True):
        with opened(peramban, f"{kendal('lampiran')}#lampiran-bab-2-d", phone=phone) as page:
            marked = page.locator(".pk-k[data-semula]").first
            shown = "e => getComputedStyle(e, '::after').content"
            assert marked.evaluate(shown) == "none"
            before, text = top(page, "lampiran-bab-2-d"), page.evaluate(words)
            page.get_by_role("checkbox", name="koreksi").check()
            assert (marked.get_attribute("data-semula") or "?") in marked.evaluate(shown)
            assert (marked.get_attribute("data-alasan") or "?") in marked.evaluate(shown)
            assert abs(top(page, "lampiran-bab-2-d") - before) < 3
            assert "koreksi=1" in page.url
            assert page.evaluate(words) == text, "kata-kata naskah tidak boleh berubah"
            page.reload()
            expect(page.get_by_role("checkbox", name="koreksi")).to_be_checked()
            page.get_by_role("checkbox", name="koreksi").uncheck()
            assert marked.evaluate(shown) == "none"
            assert "koreksi=1" not in page.url


def test_every_correction_that_is_published_is_marked(root: Path, situs: Path) -> None:
    ledger = yaml.safe_load((root / "regencies/kendal/koreksi.yaml").read_text("utf-8"))
    pages = [situs / "kendal" / name / "index.html" for name in ("peraturan", "lampiran")]
    marked = sum(page.read_text("utf-8").count("data-semula=") for page in pages)
    assert marked == len(ledger)


def test_the_place_is_kept_when_the_window_changes(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}kendal/lampiran/") as page:
        page.locator("[id='lampiran-bab-2-d']").scroll_into_view_if_needed()
        page.evaluate("document.getElementById('lampiran-bab-2-d').scrollIntoView()")
        page.wait_for_timeout(400)
        before = top(page, "lampiran-bab-2-d")
        page.set_viewport_size({"width": 700, "height": 800})
        page.wait_for_timeout(400)
        assert abs(top(page, "lampiran-bab-2-d") - before) < 60


def test_the_contents_are_filtered(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}kendal/peraturan/", phone=True) as page:
        page.locator("[data-isi] summary").tap()
        page.get_by_label("Saring daftar isi").fill("penugasan")
        entries = page.locator("[data-isi] li:visible")
        assert 0 < entries.count() < 5
        assert all("penugasan" in text.lower() for text in entries.all_inner_texts())
        entries.first.locator("a").tap()
        assert anchor(page).startswith("bab-2-bagian-")
        expect(page.locator("[data-isi]")).not_to_have_attribute("open", "")


def test_without_scripts_the_text_is_still_whole(peramban: Browser, alamat: str) -> None:
    context = peramban.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{alamat}kendal/peraturan/")
    expect(page.locator("[data-baca]")).to_be_hidden()
    page.locator("[id='pasal-11-ayat-2'] > .pk-pasal-tautan").click()
    assert anchor(page) == "pasal-11-ayat-2"
    context.close()
