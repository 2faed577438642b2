"""The home page and the two questions in a browser: journeys of a reader, with and without help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from generator.answer import find_jenjang
from tests.menunggu import until
from tests.test_answer import QUESTIONS, _ask, _read

pytestmark = pytest.mark.peramban

PHONE, DESKTOP = 360, 1440
#: Every state that a reader may see.
STATES = {
    "kosong": {},
    "diatur": {"daerah": "bombana", "unit": "upt-puskesmas", "jabatan": "ahli_muda"},
    "bertentangan": {"daerah": "kendal", "unit": "kecamatan", "jabatan": "pelaksana"},
    "semua jabatan": {"daerah": "kendal", "unit": "dinas-kesehatan"},
    "tak dikenal": {"daerah": "kendal", "unit": "Dinas Antariksa"},
    "alur kosong": {"alur": ""},
    "alur": {"daerah": "kendal", "alur": "tim.lintas-unit.ditunjuk"},
    "alur tidak diatur": {"daerah": "magelang", "alur": "tim.lintas-instansi.ditunjuk"},
    "alur tidak pasti": {"daerah": "kendal", "alur": "tim.lintas-perangkat-daerah.ditunjuk"},
}


@contextmanager
def opened(browser: Browser, width: int = DESKTOP, **options: Any) -> Iterator[Page]:
    """A fresh page that remembers nothing; its width in CSS pixels."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    yield context.new_page()
    context.close()


@pytest.fixture(params=["http", "file"])
def rumah(request: pytest.FixtureRequest) -> str:
    """The home page as it is served, and as it is on a stick."""
    if request.param == "http":
        return str(request.getfixturevalue("alamat"))
    site: Path = request.getfixturevalue("situs_luring")
    return (site / "index.html").as_uri()


def beside(home: str, path: str, **query: str) -> str:
    """A page of the same site."""
    file = "index.html" if home.endswith("index.html") else ""
    asked = f"?{urlencode(query)}" if query else ""
    return home.removesuffix("index.html") + path + file + asked


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_an_official_of_a_puskesmas_finds_the_appraiser(
    width: int, peramban: Browser, rumah: str
) -> None:
    with opened(peramban, width) as page:
        page.goto(rumah)
        page.get_by_role("link", name="Siapa penilai kinerja saya?").click()
        page.get_by_label("Daerah", exact=True).select_option(label="Kabupaten Bombana")
        page.get_by_role("combobox", name="Unit").fill("puskes")
        page.get_by_role("listbox").get_by_role("option").first.click()
        page.get_by_label("Jabatan").select_option(label="Pejabat Fungsional ahli muda")
        expect(page.locator("[data-kalimat]")).to_have_text(
            "Di UPT Puskesmas, penilai kinerja Pejabat Fungsional ahli muda ialah Kepala Puskesmas "
            "dan Satuan Pendidikan yang merupakan Pejabat Fungsional."
        )
        answer = page.locator("#jawaban")
        expect(answer).to_contain_text("berperan selaku Pejabat Penilai Kinerja")
        expect(answer.locator("svg")).to_be_visible()
        for heading in (
            "Siapa yang menilai",
            "Siapa yang dapat menugaskan",
            "Kepada siapa melapor",
        ):
            expect(answer.get_by_role("heading", name=heading)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

        shared = page.url
        said = answer.inner_text()
        with opened(peramban, width) as other:
            other.goto(shared)
            expect(other.locator("[data-kalimat]")).to_contain_text("Di UPT Puskesmas")
            assert other.locator("#jawaban").inner_text() == said
            expect(other.get_by_role("combobox", name="Unit")).to_have_value("UPT Puskesmas")

        answer.locator("blockquote a").first.click()
        page.wait_for_url("**/bombana/lampiran/**#lampiran-*")
        expect(page.locator(":target")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_head_of_section_finds_the_cross_unit_flow_and_its_letter(
    width: int, peramban: Browser, rumah: str
) -> None:
    with opened(peramban, width) as page:
        page.goto(rumah)
        page.get_by_role("link", name="Alur mana yang saya tempuh?").click()
        page.get_by_label("Daerah", exact=True).select_option(label="Kabupaten Kendal")
        page.get_by_label("Dalam tim kerja").check()
        page.get_by_label("Unit organisasi lain").check()
        page.get_by_label("Ditunjuk").check()
        answer = page.locator("#jawaban")
        expect(answer.get_by_role("heading", name="Surat permohonan pelibatan")).to_have_count(0)
        expect(page.locator("[data-kalimat]")).to_contain_text("lintas unit organisasi")
        letter = answer.locator(".pk-surat", has_text="Surat permohonan pelibatan").first
        expect(letter).to_contain_text("Paling sedikit memuat", use_inner_text=True)
        assert letter.locator("ol > li").count() >= 2
        expect(letter.locator("dl")).to_contain_text("Pejabat Penilai Kinerja", use_inner_text=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

        page.get_by_label("Instansi lain").check()
        expect(page.locator("[data-kalimat]")).to_contain_text("lintas instansi")
        page.go_back()
        expect(page.get_by_label("Unit organisasi lain")).to_be_checked()
        expect(page.locator("[data-kalimat]")).to_contain_text("lintas unit organisasi")
        answer.get_by_role("link", name="Lihat bagan alur").click()
        page.wait_for_url("**/kendal/mekanisme/penunjukan-lintas-unit/**")
        expect(page.locator("figure svg").first).to_be_visible()


def test_what_no_regulation_sets_is_said(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(beside(alamat, "tanya/", **STATES["alur tidak diatur"]))
        expect(page.locator("[data-kalimat]")).to_contain_text("alur tersendiri tidak diatur")
        page.goto(beside(alamat, "tanya/", **STATES["alur tidak pasti"]))
        sentence = page.locator("[data-kalimat]")
        expect(sentence).to_contain_text("alur mana yang berlaku tidak dapat dipastikan")
        expect(sentence).to_contain_text("lintas unit organisasi atau ")
        alone = "tim.lintas-perangkat-daerah.mengajukan-diri"
        page.goto(beside(alamat, "tanya/", daerah="kendal", alur=alone))
        expect(sentence).to_contain_text(re.compile("apakah alur .* tidak dapat dipastikan"))
        page.goto(f"{alamat}kendal/mekanisme/")
        row = page.locator("#keadaan tr", has_text="tim kerja, Perangkat Daerah lain, ditunjuk")
        expect(row).to_contain_text(re.compile(r"tidak dapat dipastikan: .* atau "))
        row = page.locator(
            "#keadaan tr", has_text="tim kerja, Perangkat Daerah lain, mengajukan diri"
        )
        expect(row).to_contain_text(re.compile(r"tidak dapat dipastikan: apakah .* berlaku"))
        page.goto(beside(alamat, "tanya/", **STATES["bertentangan"]))
        expect(page.locator("[data-kalimat]")).to_contain_text("bertentangan")
        expect(page.locator("#jawaban .pk-catatan").first).to_be_visible()


def test_every_answer_is_that_of_the_command(peramban: Browser, alamat: str) -> None:
    """The units are typed as people call them; what is cited must be the same, no more, no less."""
    sections = {
        "penilai": "Siapa yang menilai",
        "penugas": "Siapa yang dapat menugaskan",
        "melapor_ke": "Kepada siapa melapor",
    }
    with opened(peramban) as page:
        for slug in dict.fromkeys(slug for slug, _question in QUESTIONS):
            page.goto(beside(alamat, "tanya/", daerah=slug))
            until(page, "document.getElementById('tanya-daerah').value")
            for question in (one for name, one in QUESTIONS if name == slug):
                level = question.get("jabatan")
                kosakata, _item = _read(slug)
                keys = find_jenjang(kosakata, level) if level else ("",)
                if len(keys) != 1:
                    continue
                expected = _ask(slug, question["unit"], level)
                shown = page.evaluate(
                    """query => new Promise(done => {
                        history.replaceState(null, "", query);
                        dispatchEvent(new PopStateEvent("popstate"));
                        setTimeout(() => done({
                            kalimat: document.querySelector("[data-kalimat]").textContent,
                            bagian: Object.fromEntries(
                                [...document.querySelectorAll("#jawaban .pk-jawab")].map(s => [
                                    s.querySelector("h3").textContent,
                                    [...s.querySelectorAll("blockquote p")].map(p => p.textContent),
                                ])),
                        }), 0);
                    })""",
                    "?" + urlencode({"daerah": slug, "unit": question["unit"], "jabatan": keys[0]}),
                )
                assert shown["kalimat"].strip().startswith(f"Di {expected['unit']}, "), question
                assert (expected["status"] == "bertentangan") == (
                    "bertentangan" in shown["kalimat"]
                ) or not keys[0], question
                for name, heading in sections.items():
                    cited = {f"“{d['kutipan']}”" for item in expected[name] for d in item["dasar"]}
                    assert set(shown["bagian"][heading]) == cited, (question, name)


def test_without_script_every_answer_is_a_plain_page(peramban: Browser, alamat: str) -> None:
    with opened(peramban, PHONE, java_script_enabled=False) as page:
        page.goto(alamat)
        page.get_by_role("link", name="Siapa penilai kinerja saya?").click()
        expect(page.get_by_text("Formulir ini memerlukan JavaScript")).to_be_visible()
        row = page.locator(".pk-halaman-daerah li", has_text="Kabupaten Bombana")
        row.get_by_role("link", name="Perangkat Daerah").click()
        unit = page.locator("#unit-upt-puskesmas")
        expect(unit).to_contain_text("Kepala Puskesmas dan Satuan Pendidikan", use_inner_text=True)
        unit.get_by_role("link", name="Jawaban lengkap").click()
        expect(page.locator(":target").get_by_text("Siapa yang menilai")).to_be_visible()
        page.goto(f"{alamat}tanya/")
        row.get_by_role("link", name="Alur").click()
        situation = page.locator("#keadaan tr", has_text="tim kerja, unit lain, ditunjuk")
        expect(situation).to_contain_text("lintas unit organisasi", use_inner_text=True)


def test_with_the_keyboard_alone(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(beside(alamat, "tanya/", daerah="bombana"))
        expect(page.locator("#tanya-daerah")).to_have_value("bombana")
        page.locator("#tanya-daerah").focus()
        page.keyboard.press("Tab")
        page.keyboard.type("puskesmas")
        unit = page.get_by_role("combobox", name="Unit")
        expect(unit).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        active = unit.get_attribute("aria-activedescendant")
        expect(page.locator(f"#{active}")).to_be_visible()
        page.keyboard.press("Escape")
        expect(unit).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("[data-kalimat]")).to_contain_text("Di UPT Puskesmas")
        page.keyboard.press("Tab")
        page.keyboard.type("Pelaksana")
        expect(page.locator("[data-kalimat]")).to_contain_text("penilai kinerja Pelaksana ialah")


def keep_in(held: list[Route]) -> Callable[[Route], None]:
    """Holds requests back; the browser's library takes only functions of Python for that."""

    def keep(route: Route) -> None:
        held.append(route)

    return keep


@pytest.mark.parametrize("late", ["**/assets/js/tanya.js", "**/data/tanya/bombana.js"])
def test_words_typed_while_something_is_on_its_way_are_kept(
    late: str, peramban: Browser, alamat: str
) -> None:
    with opened(peramban) as page:
        held: list[Route] = []
        page.route(late, keep_in(held))
        page.goto(f"{alamat}tanya/", wait_until="commit")
        page.get_by_label("Daerah", exact=True).select_option(label="Kabupaten Bombana")
        unit = page.get_by_role("combobox", name="Unit")
        unit.press_sequentially("puskes")
        while not held:
            page.wait_for_timeout(20)
        held[0].continue_()
        page.get_by_role("listbox").get_by_role("option").first.click()
        expect(unit).to_have_value("UPT Puskesmas")
        expect(page.locator("[data-kalimat]")).to_contain_text("Di UPT Puskesmas")


def test_only_the_regency_chosen_last_answers(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        held: list[Route] = []
        page.route("**/data/tanya/bombana.js", keep_in(held))
        page.goto(f"{alamat}tanya/")
        daerah = page.get_by_label("Daerah", exact=True)
        page.get_by_role("combobox", name="Unit").fill("puskesmas")
        daerah.select_option(label="Kabupaten Bombana")
        daerah.select_option(label="Kabupaten Kendal")
        expect(page).to_have_url(re.compile("daerah=kendal"))
        shown = page.locator("#tanya").inner_text(), page.url
        with page.expect_response("**/data/tanya/bombana.js"):
            held[0].continue_()
        until(page, "() => document.readyState === 'complete'")
        page.wait_for_timeout(200)
        assert (page.locator("#tanya").inner_text(), page.url) == shown


def test_a_regency_is_remembered_and_forgotten(peramban: Browser, rumah: str) -> None:
    with opened(peramban) as page:
        page.goto(rumah)
        expect(page.get_by_text("Daerah Anda:")).to_be_hidden()
        before = page.locator("#janji").bounding_box()
        page.locator("#daerah").get_by_role("link", name="Kabupaten Kendal").click()
        page.wait_for_url("**/kendal/**")
        assert (
            page.get_by_role("button", name="Jadikan daerah saya").get_attribute("aria-pressed")
            == "true"
        )
        page.goto(rumah)
        expect(page.get_by_text("Daerah Anda:")).to_be_visible()
        assert page.locator("#janji").bounding_box() == before, "isi halaman tidak boleh bergeser"
        page.get_by_role("link", name="Mekanisme kerja").click()
        page.wait_for_url("**/kendal/mekanisme/**")
        page.goto(beside(rumah, "tanya/"))
        expect(page.locator("#tanya-daerah")).to_have_value("kendal")

        page.goto(beside(rumah, "bombana/"))
        page.get_by_role("button", name="Jadikan daerah saya").click()
        page.goto(rumah)
        expect(page.locator("[data-daerah-saya]")).to_contain_text(
            "Kabupaten Bombana", use_inner_text=True
        )
        page.get_by_role("button", name="Lupakan").click()
        expect(page.get_by_text("Daerah Anda:")).to_be_hidden()
        page.reload()
        expect(page.get_by_text("Daerah Anda:")).to_be_hidden()


@pytest.mark.parametrize(
    "query",
    [
        {"daerah": "kendal", "unit": "<img src=x onerror=window.jahat=1>"},
        {"daerah": "<b>jahat</b>"},
        {"daerah": "kendal", "alur": "<svg onload=window.jahat=1>", "jabatan": '"><script>'},
        {"daerah": "../../jahat", "unit": "puskesmas"},
    ],
)
def test_an_address_is_shown_as_text_only(query: dict, peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        faults: list[str] = []
        asked: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(beside(alamat, "tanya/", **query))
        page.wait_for_timeout(200)
        assert page.evaluate("window.jahat") is None
        assert page.locator("#isi ~ * :is(img, script, b)").count() == 0
        assert not [url for url in asked if "jahat" in url.split("?")[0]]
        assert faults == []


def test_what_is_unknown_is_told_in_its_own_words(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(beside(alamat, "tanya/", daerah="kendal", unit="Dinas <i>Antariksa</i>"))
        expect(page.locator("#pesan-unit")).to_contain_text(
            "“Dinas <i>Antariksa</i>” tidak disebut"
        )
        page.goto(beside(alamat, "tanya/", daerah="atlantis"))
        expect(page.locator("[data-kalimat]")).to_contain_text("“atlantis” tidak ada")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_on_every_state(state: str, scheme: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban, color_scheme=scheme) as page:
        page.goto(beside(alamat, "tanya/", **STATES[state]))
        page.wait_for_timeout(200)
        assert _serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_on_home_and_on_an_open_list(scheme: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban, PHONE, color_scheme=scheme) as page:
        page.goto(alamat)
        assert _serious(page) == []
        page.evaluate("localStorage.setItem('petakerja.daerah', 'kendal')")
        page.reload()
        assert _serious(page) == []
        page.goto(beside(alamat, "tanya/"))
        page.get_by_role("combobox", name="Unit").click()
        expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
        assert _serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_the_directory_filters_by_name_and_kind(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}kendal/perangkat-daerah/")
        rows = page.locator("#tabel-unit tbody tr")
        everything = rows.count()
        page.get_by_label("Jenis").select_option(label="Badan")
        badan = rows.filter(visible=True).count()
        assert 0 < badan < everything
        page.get_by_label("Saring menurut nama unit").fill("keuangan")
        assert rows.filter(visible=True).count() == 1
        rows.filter(visible=True).get_by_role("link", name="Tanya untuk").click()
        page.wait_for_url("**/tanya/?daerah=kendal&unit=*")
        expect(page.locator("[data-kalimat]")).to_contain_text("Keuangan")


def _serious(page: Page) -> list[str]:
    return [
        f"{rule['id']}: {rule['help']} ({node['target']})"
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"][:3]
    ]
