"""``petakerja compare``, the open data of alignments, and the pages of text in a browser."""

from __future__ import annotations

import json
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner

from generator.cli import app
from generator.compare.perubahan import Perbandingan, differences
from generator.compare.selisih import Change
from generator.project import DaerahTerperiksa, approve, read_project, validate_project

PASANGAN = ("kendal", "bombana")


def run(root: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["compare", *arguments, "--proyek", str(root)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def terperiksa(root: Path) -> dict[str, DaerahTerperiksa]:
    kosakata, files = read_project(root)
    return {i.terbaca.slug: i for i in approve(validate_project(kosakata, files))}


@pytest.fixture(scope="module")
def perbandingan(root: Path, terperiksa: dict[str, DaerahTerperiksa]) -> dict[Any, Perbandingan]:
    kosakata, _files = read_project(root)
    return {
        (a, b): differences(terperiksa[a], terperiksa[b], kosakata)
        for a, b in permutations(sorted(terperiksa)[:3], 2)
    }


def test_a_report_tells_both_sides_with_their_clauses(root: Path) -> None:
    code, out, _err = run(root, *PASANGAN)
    assert code == 0
    assert out.startswith("Kendal (dasar) dibandingkan dengan Bombana\n")
    assert "Pasal 2: tidak ada di Bombana" in out
    assert "Pasal 10 ayat (1): dibagi ke beberapa klausa di Bombana" in out
    assert "Siapa menilai di Sekretariat Daerah?: berbeda" in out


def test_flows_and_other_laws_are_compared(perbandingan: dict[Any, Perbandingan]) -> None:
    changes = perbandingan["bombana", "kendal"].perubahan
    assert {c.lingkup for c in changes} == {"aspek", "struktur", "alur", "hukum", "naskah"}
    letters = [c for c in changes if c.lingkup == "alur" and c.old and c.new]
    # The same request: Bombana's goes from one appraiser to another, Kendal's between heads.
    assert any("permohonan pelibatan" in c.old.teks for c in letters if c.old)
    laws = [c.perihal for c in changes if c.lingkup == "hukum"]
    assert len(laws) == len(set(laws))


def test_an_aspect_is_told_even_where_both_agree(root: Path) -> None:
    code, out, _err = run(root, *PASANGAN, "--aspek", "sukarela-dalam-unit", "--json")
    told = json.loads(out)
    assert (code, told["aspek"], told["kemiripan"]) == (0, ["sukarela-dalam-unit"], None)
    (change,) = told["perubahan"]
    assert (change["lingkup"], change["kind"]) == ("aspek", "same")
    assert change["old"]["dasar"][0]["alamat"].startswith("kendal/lampiran/#")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("kendal", "tak-ada"), 1, "tak-ada"),
        (("kendal", "kendal"), 2, "dua daerah yang berbeda"),
        ((*PASANGAN, "--aspek", "tak-ada"), 2, "penilai-dinas"),
    ],
)
def test_what_cannot_be_compared(
    root: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    got, _out, err = run(root, *arguments)
    assert got == code
    assert words in err


def test_every_difference_mirrors(perbandingan: dict[Any, Perbandingan]) -> None:
    def told(changes: tuple[Change, ...]) -> Counter[Change]:
        # What a clause is called comes from the base; the rest must mirror.
        return Counter(
            Change(c.lingkup, c.kind, "", c.old, c.new, c.pindah, c.kemiripan) for c in changes
        )

    for (a, b), forth in perbandingan.items():
        mirrored = tuple(change.mirror() for change in forth.perubahan)
        assert told(perbandingan[b, a].perubahan) == told(mirrored)


def test_every_citation_is_verbatim(
    perbandingan: dict[Any, Perbandingan], terperiksa: dict[str, DaerahTerperiksa]
) -> None:
    for (a, b), found in perbandingan.items():
        for change in found.perubahan:
            for slug, side in ((a, change.old), (b, change.new)):
                assert side is None or side.dasar or side.teks == "tidak diatur", change
                for source in side.dasar if side else ():
                    assert source.kutipan
                    assert source.kutipan in terperiksa[slug].naskah.teks[source.klausa]


def test_the_data_of_an_alignment(situs: Path) -> None:
    index = json.loads((situs / "data" / "padanan" / "index.json").read_text(encoding="utf-8"))
    assert index["acuan"] is None
    for pair in index["pasangan"]:
        told = json.loads((situs / pair["data"]).read_text(encoding="utf-8"))
        assert told["kemiripan"] == pair["kemiripan"]
        for match in told["padanan"]:
            for clause in (*match["kiri"], *match["kanan"]):
                page, _mark, anchor = clause["alamat"].partition("#")
                html = (situs / page / "index.html").read_text(encoding="utf-8")
                assert f'id="{anchor}"' in html
            break
    for name in ("padanan", "perbandingan"):
        schema = json.loads((situs / "data" / f"{name}.schema.json").read_text(encoding="utf-8"))
        assert schema["type"] == "object"


@pytest.fixture
def halaman(peramban: Browser) -> Page:
    return peramban.new_page()


def test_choosing_a_pair(halaman: Page, alamat: str) -> None:
    halaman.goto(f"{alamat}bandingkan/naskah/")
    halaman.get_by_label("Dasar").select_option("langsa")
    halaman.get_by_label("Dibandingkan dengan").select_option("magelang")
    halaman.get_by_role("button", name="Bandingkan").click()
    halaman.wait_for_url("**/langsa-magelang/")
    expect(halaman.locator("h1")).to_have_text(
        "Langsa dan Magelang, klausa demi klausa", use_inner_text=True
    )


def test_an_address_names_a_pair(halaman: Page, alamat: str) -> None:
    halaman.goto(f"{alamat}bandingkan/naskah/?dasar=kendal&dengan=bombana")
    halaman.wait_for_url("**/kendal-bombana/")
    halaman.goto(f"{alamat}bandingkan/naskah/?dasar=kendal&dengan=kendal")
    expect(halaman.locator("[data-pesan]")).to_contain_text("berbeda", use_inner_text=True)


def test_only_what_differs(halaman: Page, alamat: str) -> None:
    halaman.goto(f"{alamat}bandingkan/naskah/kendal-bombana/")
    same = halaman.locator("#kendal-pasal-14")
    expect(same).to_be_visible()
    halaman.get_by_label("Hanya yang berbeda").check()
    expect(same).to_be_hidden()
    expect(halaman.locator("#kendal-pasal-8-ayat-1")).to_be_visible()
    assert halaman.locator('.pk-padanan:visible[data-beda="tidak"]').count() == 0
    expect(halaman.locator("[data-status]")).to_contain_text("disembunyikan", use_inner_text=True)
    halaman.reload()
    assert halaman.get_by_label("Hanya yang berbeda").is_checked()
    halaman.evaluate("location.hash = 'kendal-pasal-14'")
    same.wait_for(state="visible")


def test_links_lead_to_both_ends(halaman: Page, alamat: str) -> None:
    halaman.goto(f"{alamat}bandingkan/naskah/kendal-bombana/#kendal-pasal-8-ayat-1")
    heads = halaman.locator("#kendal-pasal-8-ayat-1 a")
    assert heads.all_inner_texts() == ["Kendal Pasal 8 ayat (1)", "Bombana Pasal 18"]
    heads.last.click()
    halaman.wait_for_url("**/bombana/peraturan/#pasal-18")


def test_without_script_everything_is_there(peramban: Browser, alamat: str) -> None:
    page = peramban.new_context(java_script_enabled=False).new_page()
    page.goto(f"{alamat}bandingkan/naskah/")
    expect(page.locator("[data-pilih-pasangan]")).to_be_hidden()
    page.get_by_role("link", name="Kendal → Bombana").click()
    expect(page.locator("#kendal-pasal-8-ayat-3")).to_be_visible()
    expect(page.locator("#kendal-pasal-14")).to_be_visible()
    expect(page.locator("[data-saring]")).to_be_hidden()
    page.get_by_role("link", name="Jadikan Bombana dasar").click()
    expect(page.locator("h1")).to_have_text(
        "Bombana dan Kendal, klausa demi klausa", use_inner_text=True
    )
    page.context.close()


@pytest.mark.parametrize("path", ["bandingkan/naskah/", "bandingkan/naskah/langsa-kendal/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_on_a_phone(peramban: Browser, alamat: str, path: str, scheme: str) -> None:
    context = peramban.new_context(
        viewport={"width": 360, "height": 740}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(alamat + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page).response["violations"]
    assert not found, [(v["id"], v["nodes"][0]["html"]) for v in found]
    context.close()
