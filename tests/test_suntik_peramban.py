"""Attacks in Chromium: from the data, in addresses, typed in, kept by the browser; nothing runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import serving
from tests.suntik_contoh import MUATAN, Suntikan
from tests.suntik_penjaga import Penjaga, guarded

pytestmark = pytest.mark.peramban

#: Attacks on addresses and forms: markup, what templates reckon, names that objects know.
KETIKAN = (
    *(MUATAN[name] for name in ("gambar", "keluar-skrip", "atribut", "templat", "objek", "rumus")),
    "javascript:window.__suntik=1",
)
#: Addresses that are none.
RUSAK = ("%E0%A4%A", "__proto__", quote("'][x=" + MUATAN["gambar"]))
LAMAN_DAERAH = (
    *("", "peraturan/", "lampiran/", "kedudukan/", "penugasan/", "mekanisme/", "kuis/", "peran/"),
    *("mekanisme/penunjukan/", "perangkat-daerah/", "surat/", "surat/penunjukan-surat/", "temuan/"),
)
LAMAN_SITUS = (
    *("", "cari/", "tanya/", "istilah/", "temuan/", "sosialisasi/", "tentang/", "bandingkan/"),
    *("bandingkan/dasar-hukum/", "bandingkan/naskah/", "bandingkan/naskah/contoh-constructor/"),
    *("bandingkan/penilai-dinas/", "bandingkan/kedudukan/dinas/"),
    "bandingkan/mekanisme/penunjukan-dalam-unit/",
    *("sosialisasi/contoh/", "sosialisasi/perbandingan/"),
)


@pytest.fixture(scope="module")
def situs(suntikan: Suntikan) -> Iterator[str]:
    with serving(suntikan.situs) as address:
        yield address


@pytest.fixture
def jaga(peramban: Browser, situs: str) -> Iterator[Penjaga]:
    with guarded(peramban, situs) as guard:
        yield guard


def test_every_kind_of_page_is_sound_and_fits_a_phone(jaga: Penjaga) -> None:
    for path in (*LAMAN_SITUS, *(f"contoh/{page}" for page in LAMAN_DAERAH), "404.html"):
        jaga.open(path)
        jaga.fits(path)


def test_every_kind_of_page_is_sound_from_a_file(suntikan: Suntikan, peramban: Browser) -> None:
    with guarded(peramban, f"{suntikan.luring.as_uri()}/", lebar=1280) as jaga:
        for path in (*LAMAN_SITUS, *(f"constructor/{page}" for page in LAMAN_DAERAH)):
            jaga.open(f"{path}index.html")
            if "sosialisasi/c" not in path:
                jaga.fits(path)


def test_the_guard_sees_what_is_alive(peramban: Browser, tmp_path: Path) -> None:
    with guarded(peramban, f"{tmp_path.as_uri()}/") as jaga:
        for isi in (
            "<img src=x onerror='window.__suntik=1'>",
            "<p>62710561</p>",
            "<template><a href='javascript:1'>x</a></template>",
            "<img src='https://jahat.invalid/a'>",
            "<script>alert(1)</script>",
        ):
            page = f"<!doctype html><title>x</title>{isi}"
            (tmp_path / "x.html").write_text(page, encoding="utf-8")
            with pytest.raises(AssertionError):
                jaga.open("x.html")
            jaga.kejadian.clear()


def test_charts_opened_alone_are_drawings(suntikan: Suntikan, peramban: Browser) -> None:
    with guarded(peramban, f"{suntikan.situs.as_uri()}/") as jaga:
        for file in sorted((suntikan.situs / "data" / "bagan").rglob("*.svg")):
            path = file.relative_to(suntikan.situs).as_posix()
            jaga.page.goto(f"{jaga.alamat}{path}")
            assert jaga.page.evaluate("document.documentElement.localName") == "svg"
            assert jaga.page.locator("a, script, foreignObject, [onload]").count() == 0
            assert jaga.kejadian == []


@pytest.mark.parametrize("path", ["", "404.html", "sosialisasi/contoh/", "contoh/peraturan/"])
def test_the_policy_stops_a_script_that_got_in(path: str, situs: str, peramban: Browser) -> None:
    with guarded(peramban, situs) as jaga:
        page = jaga.open(path)
        page.evaluate(
            """async () => {
              window.ditolak = 0;
              document.addEventListener("securitypolicyviolation", () => { window.ditolak += 1; });
              const box = document.body.appendChild(document.createElement("div"));
              box.innerHTML = '<img src=x onerror="window.__suntik=1"><p style="color:red">x</p>'
                + '<a href="javascript:window.__suntik=1">x</a>'
                + '<iframe srcdoc="<script>parent.__suntik=1</scr' + 'ipt>"></iframe>';
              const script = document.createElement("script");
              script.textContent = "window.__suntik=1";
              box.append(script);
              box.querySelector("a").click();
            }"""
        )
        page.wait_for_function("window.ditolak >= 4")
        assert page.evaluate("window.__suntik") is None


# --- search --------------------------------------------------------------------------------------


def test_search_shows_what_was_asked_as_words(jaga: Penjaga) -> None:
    for asked in KETIKAN:
        page = jaga.open(f"cari/?q={quote(asked)}&daerah={quote(asked)}&jenis={quote(asked)}")
        expect(page.locator("#cari-status")).to_contain_text(f"“{asked}”")
        expect(page.locator("#cari-q")).to_have_value(asked)
        jaga.sound(asked)
    page.locator("#cari-q").fill("penugasan")
    expect(page.locator("#hasil li").first).to_be_visible()
    expect(page.locator("#hasil")).to_contain_text("<img src=x onerror=window.__suntik=1>")
    jaga.sound("hasil")
    jaga.fits("hasil")


def test_the_dialog_of_search_shows_what_was_typed_as_words(jaga: Penjaga) -> None:
    page = jaga.open("contoh/")
    page.keyboard.press("Control+k")
    box = page.get_by_role("dialog")
    for asked in KETIKAN:
        box.get_by_role("searchbox").fill(asked)
        expect(box.get_by_role("status")).to_contain_text(f"“{asked}”")
        jaga.sound(asked)


def test_what_turns_the_direction_of_a_text_is_not_repeated(jaga: Penjaga) -> None:
    page = jaga.open("cari/?q=zzz%20%E2%80%AEexe.fdp")
    expect(page.locator("#cari-status")).to_contain_text("“zzz exe.fdp”")
    page = jaga.open("tanya/?daerah=x%E2%80%AEy")
    expect(page.locator("[data-kalimat]")).to_contain_text("Daerah “xy” tidak ada")


# --- questions -----------------------------------------------------------------------------------


def test_questions_say_plainly_what_they_do_not_know(jaga: Penjaga) -> None:
    for asked in KETIKAN[1:5]:
        page = jaga.open(f"tanya/?daerah={quote(asked)}&unit={quote(asked)}&jabatan={quote(asked)}")
        expect(page.locator("[data-kalimat]")).to_contain_text(f"Daerah “{asked}” tidak ada")
        page = jaga.open(f"tanya/?daerah=contoh&unit={quote(asked)}&alur={quote(asked)}")
        expect(page.locator("[data-kalimat]")).to_contain_text("Jawab ketiga pertanyaan.")
        jaga.sound(asked)


def test_a_unit_that_is_none_is_named_as_words(jaga: Penjaga) -> None:
    page = jaga.open("tanya/?daerah=constructor")
    for asked in KETIKAN[:2]:
        page.locator("#tanya-unit").fill(f"zzz {asked}")
        expect(page.locator("#pesan-unit")).to_contain_text("tidak disebut dalam naskah")
        jaga.sound(asked)


def test_a_regency_called_as_objects_are_is_answered(jaga: Penjaga) -> None:
    page = jaga.open("tanya/?daerah=constructor")
    page.locator("#tanya-unit").click()
    page.locator("#daftar-unit [role=option]").first.click()
    expect(page.locator("[data-isi]")).to_contain_text("<")
    jaga.sound("jawaban")
    page = jaga.open("tanya/?daerah=constructor&alur=")
    for name in page.locator("[data-soal]").all():
        name.locator("input").first.check()
    expect(page.locator("[data-alat]")).to_be_visible()
    jaga.sound("alur")


# --- comparison ----------------------------------------------------------------------------------


def test_choices_in_the_address_are_choices_only(jaga: Penjaga, tmp_path: Path) -> None:
    for asked in (*map(quote, KETIKAN[2:5]), *RUSAK):
        page = jaga.open(f"bandingkan/?daerah={asked}&aspek={asked}&beda={asked}")
        expect(page.locator("[data-hasil]")).to_contain_text("2 daerah.")
        page = jaga.open(f"bandingkan/naskah/?dasar={asked}&dengan={asked}")
        expect(page.locator("[data-pilih-pasangan]")).to_be_visible()
        jaga.sound(asked)
    page = jaga.open("bandingkan/")
    with page.expect_download() as told:
        page.locator("[data-unduh]").click()
    told.value.save_as(tmp_path / "pilihan.csv")
    text = (tmp_path / "pilihan.csv").read_text(encoding="utf-8-sig")
    starts = re.split(r'[;\t\r\n]|(?<=")(?:,|$)', text)
    assert [one for one in starts if re.match(r'"*[=+\-@\t\r＝＋－＠]', one)] == []


@pytest.mark.parametrize(
    "path", ["bandingkan/naskah/contoh-constructor/", "contoh/peraturan/", "sosialisasi/", "tanya/"]
)
def test_an_anchor_that_is_none_leads_nowhere(path: str, jaga: Penjaga) -> None:
    for anchor in RUSAK:
        jaga.page.goto("about:blank")
        jaga.open(f"{path}?beda=1&koreksi=1#{anchor}")


# --- reading, letters, quizzes -------------------------------------------------------------------


def test_words_typed_on_pages_of_a_regency_are_words(jaga: Penjaga) -> None:
    page = jaga.open("contoh/peraturan/")
    for asked in KETIKAN[:5]:
        page.locator("[data-loncat] input").fill(asked)
        page.locator("[data-loncat] input").press("Enter")
        jaga.sound(asked)
    expect(page.locator("[data-baca] [data-pesan]")).not_to_be_empty()
    for path in ("contoh/perangkat-daerah/", "sosialisasi/"):
        page = jaga.open(path)
        for field in page.locator("main input[type=search], main input[type=text]").all():
            if field.is_visible():
                field.fill(KETIKAN[0])
        jaga.sound(path)


def test_a_letter_holds_what_was_typed_as_words(jaga: Penjaga) -> None:
    page = jaga.open("contoh/surat/penunjukan-surat/")
    fields = page.locator("[data-formulir] [data-untuk]").all()
    assert len(fields) > 5
    for number, field in enumerate(fields):
        field.fill(KETIKAN[number % len(KETIKAN)])
    expect(page.locator("[data-surat]")).to_contain_text(KETIKAN[0])
    jaga.sound("surat")
    jaga.fits("surat")


def test_previews_panels_steps_and_quizzes_show_words(jaga: Penjaga) -> None:
    page = jaga.open("contoh/kedudukan/")
    page.locator("svg.bagan a").first.focus()
    expect(page.locator("[data-panel] p").first).not_to_be_empty()
    jaga.sound("panel")
    page = jaga.open(f"contoh/mekanisme/penunjukan/?langkah={quote(KETIKAN[0])}")
    page.get_by_role("button", name="Mulai langkah demi langkah").first.click()
    page.get_by_role("button", name="Berikutnya").click()
    expect(page.locator(".pk-jalan")).to_contain_text("Langkah 2 dari 4")
    jaga.sound("langkah")
    page = jaga.open("contoh/kuis/")
    page.locator("button[data-jawab]").first.click()
    jaga.sound("kuis")
    page = jaga.open("contoh/peraturan/")
    page.locator(".pk-pasal-tautan[data-klausa]").first.click()
    expect(page.get_by_role("link", name="Bagikan lewat WhatsApp")).to_be_visible()
    jaga.sound("menu")


# --- decks ---------------------------------------------------------------------------------------


def test_decks_take_no_orders_from_addresses_or_other_windows(
    peramban: Browser, situs: str
) -> None:
    with guarded(peramban, situs, lebar=1280) as jaga:
        for asked in RUSAK:
            jaga.page.goto("about:blank")
            path = f"sosialisasi/perbandingan/?lama={asked}&modul={asked}&daerah={asked}"
            page = jaga.open(f"{path}#/{asked}")
            _ready(page)
        page = jaga.open("sosialisasi/contoh/")
        _ready(page)
        before = page.evaluate("Reveal.getIndices().h")
        for order in ('{"method":"slide","args":[2]}', '{"method":"configure","args":[{"rtl":1}]}'):
            page.evaluate("order => window.postMessage(order, '*')", order)
        page.evaluate("new Promise(done => setTimeout(done, 50))")
        assert page.evaluate("Reveal.getIndices().h") == before
        assert not page.evaluate("Reveal.getConfig().rtl")
        page.keyboard.press("n")
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        jaga.sound("catatan")


def _ready(page: Page) -> None:
    page.wait_for_function("document.documentElement.dataset.siap === 'ya'")


# --- what the browser kept -----------------------------------------------------------------------


def test_what_another_page_left_in_the_browser_is_no_order(peramban: Browser, situs: str) -> None:
    jahat = MUATAN["gambar"]
    palet = f'{{"color":{{"media":"{jahat}","scheme":"{jahat}","primary":"x","accent":"x"}}}}'
    kept = {
        "petakerja.daerah": "constructor/../../" + jahat,
        "petakerja.koreksi": jahat,
        "petakerja.warna-salindia": jahat,
        "/.__palette": palet,
    }
    with guarded(peramban, situs, simpanan=kept) as jaga:
        for path in ("", "cari/?q=tugas", "tanya/", "bandingkan/naskah/", "sosialisasi/contoh/"):
            jaga.open(path)
