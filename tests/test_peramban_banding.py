"""The comparison in a browser: choosing, sharing, downloading, and reading without any of that."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.pages.bandingkan import matriks
from generator.pipeline import build_site
from generator.tenaga import Setempat
from tests.conftest import serving
from tests.menunggu import until

pytestmark = pytest.mark.peramban

KINDS = (
    "bandingkan/",
    "bandingkan/penilai-kecamatan/",
    "bandingkan/mekanisme/penunjukan-lintas-unit/",
    "bandingkan/kedudukan/kecamatan/",
    "bandingkan/dasar-hukum/",
)
PHONE, DESKTOP = 360, 1440
ROW = "tr[data-aspek]:not([hidden])"


@contextmanager
def opened(
    browser: Browser, width: int = DESKTOP, scheme: str = "light", *, script: bool = True
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
    )
    yield context.new_page()
    context.close()


def shown_regencies(page: Page) -> list[str]:
    return page.locator("table[data-matriks] thead th[data-daerah]:not([hidden])").all_inner_texts()


def test_choosing_regencies_and_questions_is_kept_in_the_address(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/")
        every = page.locator(ROW).count()
        assert every >= 35
        for name in ("Bombana", "Langsa", "Magelang"):
            page.get_by_label(name, exact=True).uncheck()
        assert shown_regencies(page) == ["Kendal", "Probolinggo"]
        page.get_by_label("Hanya yang berbeda antara daerah yang dipilih").check()
        fewer = page.locator(ROW).count()
        assert 0 < fewer < every
        assert "daerah=kendal,probolinggo" in page.url
        assert "beda=1" in page.url
        shared = page.url
    with opened(peramban) as page:
        page.goto(shared)
        assert shown_regencies(page) == ["Kendal", "Probolinggo"]
        assert page.locator(ROW).count() == fewer
        page.get_by_role("button", name="Kembalikan semua").click()
        until(page, "document.querySelectorAll('tr[data-aspek]:not([hidden])').length > 30")
        assert page.locator(ROW).count() == every
        assert "?" not in page.url


def test_an_address_with_questions_shows_these_only(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/?aspek=mulai-berlaku,pelaporan-individu")
        rows = page.locator(ROW)
        asked = rows.evaluate_all("all => all.map(row => row.dataset.aspek)")
        assert asked == ["pelaporan-individu", "mulai-berlaku"]
        assert "(2 dari" in page.inner_text("[data-jumlah-aspek]")


def test_an_address_that_names_nothing_known_shows_all(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/?daerah=atlantis&aspek=%E0%A4%A&beda=2")
        assert len(shown_regencies(page)) == 5
        assert page.locator(ROW).count() >= 35


def test_only_differences_leaves_rows_whose_answers_differ(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/?daerah=bombana,magelang&beda=1")
        groups = page.locator(ROW).evaluate_all(
            """rows => rows.map(row => [...row.querySelectorAll('td:not([hidden])')]
                   .map(td => td.dataset.kelompok))"""
        )
        assert groups
        assert all(one != two for one, two in groups)


def test_the_choice_is_downloaded_as_it_is_seen(
    peramban: Browser, alamat: str, tmp_path: Path
) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/?daerah=kendal,langsa&aspek=pelaporan-individu")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Unduh pilihan ini (CSV)").click()
        waiting.value.save_as(tmp_path / "pilihan.csv")
    text = (tmp_path / "pilihan.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    head, line = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert head == ["Pertanyaan", "Kendal", "Langsa"]
    assert line[0] == "Kepada siapa melapor bila bertugas sendiri?"
    assert line[1].startswith("Pimpinan Unit Organisasi [Pasal 14")
    assert line[2].startswith("Pejabat Penilai Kinerja [Pasal 17")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_whole_is_downloaded(ending: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/")
        with page.expect_download() as waiting:
            page.locator(f"#unduh a[href$='.{ending}']").click()
        assert waiting.value.suggested_filename == f"bandingkan.{ending}"


def test_heads_stay_in_sight(peramban: Browser, alamat: str) -> None:
    with opened(peramban, 1000) as page:
        page.goto(f"{alamat}bandingkan/")
        page.evaluate(
            "() => { const box = document.querySelector('.pk-matriks');"
            " box.scrollIntoView(); box.scrollTop = 1500; box.scrollLeft = 200; }"
        )
        frame = page.locator(".pk-matriks").bounding_box()
        head = page.locator(".pk-matriks thead th").nth(4).bounding_box()
        side = page.locator(ROW).nth(12).locator("th").bounding_box()
        assert frame and head and side
        assert abs(head["y"] - frame["y"]) < 3
        assert abs(side["x"] - frame["x"]) < 3


def test_a_phone_shows_one_question_a_card(peramban: Browser, alamat: str) -> None:
    with opened(peramban, PHONE) as page:
        page.goto(f"{alamat}bandingkan/")
        card = page.locator("tr[data-aspek='pelaporan-individu']")
        boxes = [one.bounding_box() for one in card.locator("td").all()]
        assert all(box and box["width"] > 250 and box["x"] + box["width"] <= PHONE for box in boxes)
        tops = [box["y"] for box in boxes if box]
        assert tops == sorted(tops)
        assert len(set(tops)) == len(tops)


def test_without_scripts_the_whole_table_is_there(peramban: Browser, alamat: str) -> None:
    with opened(peramban, script=False) as page:
        page.goto(f"{alamat}bandingkan/")
        expect(page.locator("form[data-banding]")).to_be_hidden()
        assert len(shown_regencies(page)) == 5
        cell = page.locator("tr[data-aspek='pelaporan-individu'] td[data-daerah='langsa']")
        expect(cell).to_contain_text("≠ berbeda", use_inner_text=True)
        cell.locator("summary").click()
        expect(cell.locator("blockquote")).to_contain_text(
            "melaporkan tugasnya", use_inner_text=True
        )


def test_a_cell_leads_to_its_clause(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/")
        cell = page.locator("tr[data-aspek='pelaporan-individu'] td[data-daerah='langsa']")
        cell.locator("summary").click()
        cell.locator("blockquote a").click()
        page.wait_for_url("**/langsa/peraturan/#pasal-17")


def _share(root: Path, target: Path) -> Path:
    """The project again, with what was made of its regencies, and without the matrix."""
    for name in ("regencies", "content", "site_overrides", "build"):
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name, copy_function=_link)
    for plot in (target / "build" / "petak").glob("*/banding-jawaban"):
        shutil.rmtree(plot)
    shutil.copy(root / "mkdocs.yml", target)
    return target


def _link(source: str, target: str) -> None:
    try:
        Path(target).hardlink_to(source)
    except OSError:  # on another disk
        shutil.copyfile(source, target)


@pytest.mark.parametrize("offline", [False, True])
def test_a_regency_that_is_not_printed_is_loaded_when_chosen(
    offline: bool,
    peramban: Browser,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A project of its own: what is kept under a key must not know of other limits.
    project = _share(root, tmp_path / "proyek")
    monkeypatch.setattr(matriks, "TERCETAK", 2)
    site = tmp_path / "site"
    # In this process, which knows of the limit.
    build_site(project, site, offline=offline, tenaga=Setempat(1))
    with serving(site) as address, opened(peramban) as page:
        file = (site / "bandingkan" / "index.html").as_uri()
        page.goto(file if offline else f"{address}bandingkan/")
        assert shown_regencies(page) == ["Bombana", "Kendal"]
        page.get_by_label("Langsa", exact=True).check()
        page.wait_for_selector("thead th[data-daerah='langsa']")
        assert shown_regencies(page) == ["Bombana", "Kendal", "Langsa"]
        cell = page.locator("tr[data-aspek='pelaporan-individu'] td[data-daerah='langsa']")
        expect(cell).to_contain_text("≠ berbeda", use_inner_text=True)
        expect(cell).to_contain_text("Pejabat Penilai Kinerja", use_inner_text=True)
        cell.locator("summary").click()
        cell.locator("blockquote a").first.click()
        target = "index.html" if offline else ""
        page.wait_for_url(re.compile(rf"langsa/peraturan/{target}#pasal-17$"))


def test_two_flows_side_by_side(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(f"{alamat}bandingkan/mekanisme/penunjukan-lintas-unit/")
        assert page.locator(".pk-mini svg").count() == 6
        chart = page.locator("details.pk-selisih[open] svg.bagan-mekanisme")
        assert "≠ pelaku" in (chart.text_content() or "")
        assert chart.locator(".beda-tambah").count()
        assert page.locator(".pk-sepadan tbody tr").count() >= 7


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone(kind: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban, PHONE) as page:
        page.goto(alamat + kind)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(kind: str, scheme: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban, DESKTOP, scheme) as page:
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(alamat + kind)
        found = Axe().run(page).response["violations"]
        serious = [
            f"{rule['id']}: {rule['help']} ({node['target']})"
            for rule in found
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"][:3]
        ]
        assert serious == []
        assert complaints == []
