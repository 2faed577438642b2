"""Search in a browser: the judged sets, the page, the dialog, over http and from files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bench.nilai_cari import Kueri, made_up, read_documents, read_queries, run_queries, weigh
from generator.cari import read_morphology
from generator.read import read_yaml
from tests.conftest import serving

pytestmark = pytest.mark.peramban

CASES = Path(__file__).parent / "cari"


@pytest.fixture
def laman(peramban: Browser) -> Iterator[Page]:
    """A page that forgets what others remembered."""
    context = peramban.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def mesin(peramban: Browser, alamat: str) -> Iterator[Page]:
    """The page of search with its engine, to be asked."""
    context = peramban.new_context()
    page = context.new_page()
    page.goto(f"{alamat}cari/")
    page.evaluate("async () => { await window.__pk_cari_uji.siap(); }")
    yield page
    context.close()


def first(page: Page, query: str, own: str = "", **filters: str) -> list[str]:
    """The addresses of the first ten hits."""
    options = {"daerah": "", "jenis": "", "milik": own, **filters}
    hits: list[str] = page.evaluate(
        """async ([query, options]) => {
            const found = await window.__pk_cari_uji.cari(query, options);
            return found.hasil.slice(0, 10).map(window.__pk_cari_uji.alamat);
        }""",
        [query, options],
    )
    return hits


@pytest.mark.parametrize("name", ["latih", "uji", "uji2"])
def test_what_people_ask_is_found(name: str, mesin: Page) -> None:
    result = run_queries(mesin, read_queries(CASES / f"{name}.yaml"))
    assert result.recall >= 0.95, result.luput
    assert result.terbaik >= 0.8


def test_every_judged_address_is_there(situs: Path) -> None:
    for name in ("latih", "uji", "uji2"):
        for query in read_queries(CASES / f"{name}.yaml"):
            for address in (*(a for options in query.harus for a in options), *query.terbaik):
                page, _, anchor = address.partition("#")
                text = (situs / page / "index.html").read_text(encoding="utf-8")
                assert not anchor or f'id="{anchor}"' in text, (query.cari, address)


def test_browser_and_build_agree_on_roots(mesin: Page) -> None:
    morph = read_morphology()
    forms = {f for family in read_yaml(CASES / "keluarga.yaml", "").nilai for f in family[1:]}
    forms |= {"mempertanyakan", "ditugasin", "ngajuin", "berkelanjutan", "keberatan", "zzz", "men"}
    asked = sorted(forms)
    said = mesin.evaluate(
        """async forms => {
            const engine = await window.__pk_cari_uji.siap();
            return forms.map(form => engine.morph.strip(form));
        }""",
        asked,
    )
    assert dict(zip(asked, map(tuple, said), strict=True)) == {f: morph.roots(f) for f in asked}


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("ps 11 ayat 2 kendal", "kendal/peraturan/#pasal-11-ayat-2"),
        ("psl 9 ayat (4) huruf b langsa", "langsa/peraturan/#pasal-9-ayat-4-huruf-b"),
        ("langsa pasal 12", "langsa/peraturan/#pasal-12"),
        ("Pasal 1 angka 5 Kabupaten Bombana", "bombana/peraturan/#pasal-1-angka-5"),
        ("bab iii kendal", "kendal/peraturan/#bab-3"),
        ("bab 2 bagian kedua kendal", "kendal/peraturan/#bab-2-bagian-2"),
        ("lampiran bab 2 d kendal", "kendal/lampiran/#lampiran-bab-2-d"),
        ("lampiran iii c 3 magelang", "magelang/lampiran/#lampiran-iii-c-3"),
        ("huruf b pasal 6 kendal", "kendal/peraturan/#pasal-6-huruf-b"),
        ("ps5(1)b magelang", "magelang/peraturan/#pasal-5-ayat-1-huruf-b"),
        ("pasal5ayat1 huruf c magelang", "magelang/peraturan/#pasal-5-ayat-1-huruf-c"),
        ("pasal sembilan ayat empat langsa", "langsa/peraturan/#pasal-9-ayat-4"),
        ("lamp. II.A.2 magelang", "magelang/lampiran/#lampiran-ii-a-2"),
    ],
)
def test_a_clause_is_gone_to_straight(query: str, address: str, mesin: Page) -> None:
    assert first(mesin, query)[0] == address


@pytest.mark.parametrize(
    ("slipped", "meant"),
    [
        ("ketuatim melaporkan", "ketua tim melaporkan"),
        ("proses bis nis", "proses bisnis"),
        ("tranparan", "transparan"),
    ],
)
def test_joined_and_split_words_are_read_as_they_were_meant(
    slipped: str, meant: str, mesin: Page
) -> None:
    assert first(mesin, slipped, own="langsa") == first(mesin, meant, own="langsa")


def test_a_question_that_wants_a_list_gets_what_opens_it(mesin: Page) -> None:
    hits = first(mesin, "kewajiban ketua tim kerja", own="magelang")
    assert hits[0] == "magelang/lampiran/#lampiran-iii-c-3"


def test_a_clause_of_no_named_regency_is_found_in_all(mesin: Page) -> None:
    hits = first(mesin, "pasal 12", own="magelang")
    assert hits[0] == "magelang/peraturan/#pasal-12"
    assert {hit.split("/")[0] for hit in hits[:5]} == {
        *("bombana", "kendal", "langsa", "magelang", "probolinggo")
    }


def test_own_regency_comes_first_but_not_alone(mesin: Page) -> None:
    hits = first(mesin, "anggota tim melaporkan", own="langsa")
    assert hits[0].startswith("langsa/")
    assert not all(hit.startswith("langsa/") for hit in hits)


def test_filters(mesin: Page) -> None:
    assert all(h.startswith("kendal/") for h in first(mesin, "ketua tim", daerah="kendal"))
    units = first(mesin, "dinas kesehatan", jenis="unit")
    assert units
    assert all("/perangkat-daerah/#unit-" in hit for hit in units)


def test_form_before_relatives_and_whole_before_part(mesin: Page) -> None:
    texts = mesin.evaluate(
        """async () => {
            const tools = window.__pk_cari_uji, engine = await tools.siap();
            const only = {daerah: 'kendal', jenis: 'klausa', milik: ''};
            const found = await tools.cari('diundangkan', only);
            return found.hasil.map(id => engine.docs[id].teks.toLowerCase());
        }"""
    )
    exact = [i for i, text in enumerate(texts) if re.search(r"\bdiundangkan\b", text)]
    assert exact[0] == 0


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("penugsan", "penugasan"), ("sukerala", "sukarela"), ("pejabt", "pejabat")],
)
def test_slips_are_forgiven_and_told(wrong: str, right: str, laman: Page, alamat: str) -> None:
    laman.goto(f"{alamat}cari/?q={wrong} x1")
    expect(laman.locator("#cari-status")).to_contain_text(f"“{wrong}” dibaca sebagai “{right}”")
    assert laman.locator("#hasil > li").count() > 0


def test_the_page_answers_its_address(laman: Page, alamat: str) -> None:
    laman.goto(f"{alamat}cari/?q=surat+penugasan&daerah=langsa&jenis=klausa")
    links = laman.locator("#hasil > li > a[href]")
    expect(links.first).to_be_visible()
    assert all("/langsa/" in (link.get_attribute("href") or "") for link in links.all())
    expect(laman.locator("#cari-status")).to_have_text(re.compile(r"^[\d.]+ hasil untuk"))
    expect(laman.locator("#cari-status")).to_have_attribute("role", "status")
    assert laman.locator("#hasil mark").count() > 0
    laman.select_option("#cari-daerah", "kendal")
    expect(laman).to_have_url(re.compile("daerah=kendal"))
    expect(links.first).to_have_attribute("href", re.compile("/kendal/"))
    links.first.click()
    laman.wait_for_url("**/kendal/**")
    expect(laman.locator(f"[id='{laman.url.split('#')[1]}']")).to_be_visible()
    laman.go_back()
    expect(links.first).to_be_visible()


def test_what_is_typed_is_shown_as_text(laman: Page, alamat: str) -> None:
    said: list[str] = []
    laman.on("dialog", lambda dialog: said.append(dialog.message))
    nasty = "<img src=x onerror=alert(1)> tugas"
    laman.goto(f"{alamat}cari/")
    laman.fill("#cari-q", nasty)
    laman.keyboard.press("Enter")
    expect(laman.locator("#cari-status")).to_contain_text(nasty)
    assert laman.locator("#cari-status img, #hasil img, #cari-saran img").count() == 0
    laman.goto(f"{alamat}cari/?q=%3Cimg%20onerror%3Dalert(1)%3E")
    expect(laman.locator("#cari-status")).to_contain_text("<img onerror=alert(1)>")
    assert said == []


def test_nothing_found_leads_on(laman: Page, alamat: str) -> None:
    laman.goto(f"{alamat}cari/?q=qqzzyy&daerah=kendal")
    expect(laman.locator("#cari-status")).to_contain_text("Tidak ada hasil")
    offers = laman.locator("#cari-saran a")
    expect(offers.first).to_be_visible()
    laman.goto(f"{alamat}cari/?q=piagam&daerah=kendal")
    laman.get_by_role("link", name="Cari di semua daerah").click()
    expect(laman.locator("#hasil > li > a").first).to_have_attribute(
        "href", re.compile("probolinggo/peraturan/")
    )


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_the_dialog_by_keys(keys: str, laman: Page, alamat: str) -> None:
    laman.goto(f"{alamat}kendal/peraturan/")
    laman.keyboard.press(keys)
    box = laman.get_by_role("dialog", name="Cari di Peta Kerja")
    expect(box).to_be_visible()
    expect(laman.locator("#pk-cari-q")).to_be_focused()
    laman.keyboard.type("pasal 15 ayat 3")
    links = box.locator("li > a")
    expect(links.first).to_have_text(re.compile(r"^Pasal 15 ayat \(3\)"))
    for _ in range(60):
        laman.keyboard.press("Tab")
        assert laman.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        ), "fokus tetap di dalam dialog"
    laman.locator("#pk-cari-q").focus()
    laman.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    laman.keyboard.press("ArrowUp")
    expect(laman.locator("#pk-cari-q")).to_be_focused()
    laman.keyboard.press("ArrowDown")
    laman.keyboard.press("Enter")
    laman.wait_for_url("**/kendal/peraturan/#pasal-15-ayat-3")


def test_escape_gives_the_focus_back(laman: Page, alamat: str) -> None:
    laman.goto(f"{alamat}kendal/")
    opener = laman.locator("[data-pk-cari]")
    opener.focus()
    laman.keyboard.press("Enter")
    box = laman.locator("dialog.pk-cari")
    expect(box).to_be_visible()
    laman.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()


def test_all_hits_of_the_dialog_stand_on_the_page(laman: Page, alamat: str) -> None:
    laman.goto(alamat)
    laman.keyboard.press("/")
    laman.keyboard.type("ketua tim")
    expect(laman.locator("dialog li > a").first).to_be_visible()
    laman.get_by_role("link", name="Lihat semua hasil").click()
    laman.wait_for_url(re.compile(r"/cari/\?q=ketua"))
    expect(laman.locator("#hasil > li > a").first).to_be_visible()


def test_a_slash_in_a_field_is_a_slash(laman: Page, alamat: str) -> None:
    laman.goto(f"{alamat}cari/")
    laman.locator("#cari-q").fill("dan")
    laman.locator("#cari-q").press("/")
    expect(laman.locator("dialog.pk-cari")).to_be_hidden()
    assert laman.input_value("#cari-q") == "dan/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_and_width(scheme: str, width: int, peramban: Browser, alamat: str) -> None:
    context = peramban.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(f"{alamat}cari/?q=siapa yang menilai di puskesmas")
    expect(page.locator("#hasil > li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    _nothing_serious(page)
    page.goto(f"{alamat}kendal/")
    expect(page.locator("[data-pk-cari]")).to_be_visible()
    page.locator("[data-pk-cari]").click()
    page.keyboard.type("surat tugas")
    expect(page.locator("dialog li > a").first).to_be_visible()
    _nothing_serious(page)
    context.close()


def _nothing_serious(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [
        f"{rule['id']}: {node['target']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"][:3]
    ] == []


def test_the_same_from_files(laman: Page, situs_luring: Path) -> None:
    asked: list[str] = []
    laman.on("request", lambda request: asked.append(request.url))
    laman.goto(f"{(situs_luring / 'cari' / 'index.html').as_uri()}?q=ps 11 ayat 2 kendal")
    link = laman.locator("#hasil > li > a").first
    expect(link).to_have_text(re.compile(r"^Pasal 11 ayat \(2\)"))
    link.click()
    laman.wait_for_url("**/kendal/peraturan/index.html#pasal-11-ayat-2")
    laman.keyboard.press("/")
    laman.keyboard.type("menugaskan")
    expect(laman.locator("dialog li > a").first).to_be_visible()
    laman.keyboard.press("Enter")
    laman.wait_for_url(re.compile(r"/cari/index\.html\?q=menugaskan"))
    expect(laman.locator("#hasil > li > a").first).to_be_visible()
    assert all(url.startswith(("file:", "data:")) for url in asked)


def test_without_a_script_the_page_leads_to_the_texts(peramban: Browser, alamat: str) -> None:
    context = peramban.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{alamat}kendal/")
    page.locator("[data-pk-cari]").click()
    page.wait_for_url("**/cari/")
    expect(page.get_by_text("memerlukan JavaScript")).to_be_visible()
    expect(page.locator("#cari-form")).to_be_hidden()
    assert page.locator("#cari-tanpa a").count() >= 16
    context.close()


@pytest.mark.lambat
def test_a_first_query_among_552_regencies(situs: Path, tmp_path: Path, laman: Page) -> None:
    site = tmp_path / "situs"
    for part in ("assets", "cari", "kendal"):
        shutil.copytree(situs / part, site / part)
    shutil.rmtree(site / "cari" / "indeks")
    for name, text in made_up(read_documents(situs), (), 552).items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with serving(site) as address:
        asked: set[str] = set()
        laman.on("request", lambda request: asked.add(request.url.partition("?")[0]))
        laman.goto(f"{address}cari/?q=siapa yang menolak surat permohonan pelibatan")
        expect(laman.locator("#hasil > li > a").first).to_be_visible()
        expect(laman.locator("#cari-status")).to_contain_text("daerah lain")
        sent = [site / url.removeprefix(address) for url in asked if "cari" in url]
        assert weigh([path for path in sent if path.is_file() and path.suffix == ".js"]) < 300_000
        hits = first(laman, "pasal 3", daerah="daerah-17")
        assert hits
        assert all(hit.startswith("daerah-17/") for hit in hits)
        assert first(laman, "pasal 3"), "klausa ditemukan juga tanpa nama daerah"


def test_a_query_judges_as_it_says() -> None:
    query = Kueri("x", (("a/#1", "b/#2"), ("c/#3",)), ("a/#1",))
    assert query.recall(["b/#2"]) == 0.5
    assert not query.best(["b/#2", "a/#1"])
    assert query.on_pages().best(["a/"])
