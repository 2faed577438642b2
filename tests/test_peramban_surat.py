"""Letters and the quiz in a browser: filled in, printed, without a script, from a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.peramban

LETTER = "kendal/surat/penunjukan-lintas-unit-permohonan/"
QUIZ = "langsa/kuis/"


@contextmanager
def opened(browser: Browser, address: str, *, script: bool = True) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_what_is_typed_stands_in_the_letter_and_goes_nowhere(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban, alamat + LETTER) as page:
        asked: list[str] = []
        # The browser asks for the icon of the tab when it likes.
        page.on(
            "request",
            lambda request: request.url.endswith("ikon.svg") or asked.append(request.url),
        )
        page.get_by_label("Nomor surat", exact=True).fill("800/12")
        page.get_by_label("Tempat", exact=True).fill("<img src=x onerror=alert(1)>")
        page.get_by_label("Durasi pelibatan").fill("3 bulan\nmulai Juli")
        letter = page.locator("[data-surat]")
        expect(letter).to_contain_text("800/12")
        expect(letter).to_contain_text("<img src=x onerror=alert(1)>")
        assert letter.locator("img").count() == 0
        expect(letter).to_contain_text("3 bulan")
        assert asked == []
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
        assert "800/12" not in kept
        page.reload()
        expect(letter).not_to_contain_text("800/12")
        expect(letter).to_contain_text("[Nomor surat]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_only_the_letter_is_printed(peramban: Browser, alamat: str) -> None:
    with opened(peramban, alamat + LETTER) as page:
        page.emulate_media(media="print")
        expect(page.locator("[data-surat]")).to_be_visible()
        for gone in ("[data-formulir]", "h1", ".md-header", "#tentang", ".pk-kaki"):
            expect(page.locator(gone).first).to_be_hidden()
        page.emulate_media(media="screen")
        page.get_by_label("Cetak juga catatan kaki").check()
        page.emulate_media(media="print")
        expect(page.locator(".pk-kaki")).to_be_visible()


def test_the_print_button_prints(peramban: Browser, alamat: str) -> None:
    with opened(peramban, alamat + LETTER) as page:
        page.evaluate("window.print = () => { window.dicetak = true; }")
        page.get_by_role("button", name="Cetak surat").click()
        assert page.evaluate("window.dicetak")


def test_the_template_is_there_without_a_script(peramban: Browser, alamat: str) -> None:
    with opened(peramban, alamat + LETTER, script=False) as page:
        expect(page.locator("[data-surat]")).to_contain_text("Pimpinan Unit Organisasi")
        expect(page.locator("[data-formulir]")).to_be_hidden()
        expect(page.locator(".pk-kaki li").first).to_be_visible()
    with opened(peramban, alamat + QUIZ, script=False) as page:
        expect(page.locator("[data-skor]")).to_be_hidden()
        page.locator(".pk-soal__jawab summary").first.click()
        expect(page.locator(".pk-soal__jawab blockquote").first).to_be_visible()


def test_both_work_from_a_file(peramban: Browser, situs_luring: Path) -> None:
    with opened(peramban, (situs_luring / LETTER / "index.html").as_uri()) as page:
        page.get_by_label("Nomor surat", exact=True).fill("1/A")
        expect(page.locator("[data-surat]")).to_contain_text("1/A")
    with opened(peramban, (situs_luring / QUIZ / "index.html").as_uri()) as page:
        page.locator("button[data-jawab]").first.click()
        expect(page.locator("[data-nilai]")).to_contain_text("dari 1 soal yang dijawab")


def test_the_quiz_is_answered_by_the_keyboard_and_counts(peramban: Browser, alamat: str) -> None:
    with opened(peramban, alamat + QUIZ) as page:
        first, second = page.locator("[data-soal]").nth(0), page.locator("[data-soal]").nth(1)
        key = first.get_attribute("data-kunci")
        first.locator(f"li[data-huruf='{key}'] button").focus()
        page.keyboard.press("Enter")
        expect(first).to_contain_text("jawaban yang benar")
        expect(first.locator("blockquote").first).to_be_visible()
        other = second.get_attribute("data-kunci")
        second.locator(f"li:not([data-huruf='{other}']) button").first.click()
        expect(second).to_contain_text("belum tepat")
        expect(page.locator("[data-nilai]")).to_contain_text("1 benar dari 2 soal")
        # A question is answered once.
        second.locator(f"li[data-huruf='{other}'] button").click(force=True)
        expect(page.locator("[data-nilai]")).to_contain_text("1 benar dari 2 soal")
        page.get_by_role("button", name="Ulangi").click()
        expect(page.locator("[data-nilai]")).to_contain_text("0 benar dari 0 soal")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_printed_quiz_ends_with_its_key(peramban: Browser, alamat: str) -> None:
    with opened(peramban, alamat + QUIZ) as page:
        count = page.locator("[data-soal]").count()
        expect(page.locator(".pk-kunci")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".pk-kunci")).to_be_visible()
        expect(page.locator(".pk-kunci li")).to_have_count(count)
        expect(page.locator(".pk-soal__jawab").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("address", [LETTER, QUIZ, "langsa/surat/"])
def test_no_faults_for_those_who_listen(
    peramban: Browser, alamat: str, address: str, scheme: str
) -> None:
    with opened(peramban, alamat + address) as page:
        page.evaluate("(s) => document.body.setAttribute('data-md-color-scheme', s)", scheme)
        if address == QUIZ:
            page.locator("button[data-jawab]").first.click()
            page.wait_for_timeout(300)
        found = Axe().run(page).response["violations"]
        assert not [(one["id"], one["nodes"][0]["html"]) for one in found]


def test_a_flow_leads_to_its_letters(peramban: Browser, alamat: str) -> None:
    with opened(peramban, f"{alamat}kendal/mekanisme/penunjukan-lintas-unit/") as page:
        page.get_by_role("link", name="Surat permohonan pelibatan", exact=True).click()
        expect(page.locator("h1")).to_have_text("Surat permohonan pelibatan")
