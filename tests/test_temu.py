"""Found by others: titles, descriptions, addresses, the map of the site, and the page not found."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import __version__
from generator.cli import app
from generator.pipeline import build_site

ADDRESS = "https://contoh.id/peta"
FOOTER = r'(<footer class="(?:md-footer|tayang-kaki)".*?</footer>)'


def found(pattern: str, path: Path) -> str:
    match = re.search(pattern, path.read_text(encoding="utf-8"), re.DOTALL)
    assert match, f"{pattern} tidak ada dalam {path}"
    return html.unescape(match[1])


@pytest.mark.parametrize(
    "pattern", [r"<title>(.*?)</title>", r'<meta name="description" content="([^"]+)"']
)
def test_every_page_has_its_own_title_and_description(pattern: str, situs: Path) -> None:
    pages = [path for path in situs.rglob("*.html") if path.name != "404.html"]
    words = Counter(found(pattern, path) for path in pages)
    assert [text for text, count in words.items() if count > 1] == []
    assert all(len(text) > 9 for text in words)


def test_pages_say_what_they_are_when_shared(situs: Path) -> None:
    page = situs / "kendal" / "peran" / "index.html"
    assert found(r'property="og:title" content="([^"]+)"', page) == found(r"<title>(.*?)<", page)
    assert "Kendal" in found(r'property="og:description" content="([^"]+)"', page)
    assert found(r'property="og:locale" content="([^"]+)"', page) == "id_ID"


def test_without_an_address_nothing_is_named_absolutely(situs: Path) -> None:
    text = (situs / "kendal" / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in text
    assert "og:url" not in text
    assert not (situs / "sitemap.xml").exists()
    assert "Sitemap" not in (situs / "robots.txt").read_text(encoding="utf-8")


@pytest.fixture
def beralamat(contoh: Path) -> Path:
    build_site(contoh, contoh / "site", site_url=ADDRESS)
    return contoh / "site"


def test_with_an_address_every_page_is_on_the_map(beralamat: Path) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (beralamat / "sitemap.xml").read_text())
    pages = {
        f"{ADDRESS}/{path.parent.relative_to(beralamat).as_posix()}/".replace("/./", "/")
        for path in beralamat.rglob("index.html")
    }
    assert set(listed) == pages
    assert len(listed) == len(pages)
    page = beralamat / "contoh" / "peran" / "index.html"
    assert found(r'rel="canonical" href="([^"]+)"', page) == f"{ADDRESS}/contoh/peran/"
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (beralamat / "robots.txt").read_text()


def test_the_page_not_found_helps_at_any_depth(beralamat: Path) -> None:
    text = (beralamat / "404.html").read_text(encoding="utf-8")
    assert 'content="noindex"' in text
    links = re.findall(r'(?:href|src)="([^"]+)"', text)
    assert all(link.startswith(("/peta/", "#")) for link in links), links
    assert "/peta/contoh/" in links


def test_the_address_may_stand_in_the_configuration(contoh: Path) -> None:
    config = contoh / "mkdocs.yml"
    config.write_text(f"site_url: {ADDRESS}\n{config.read_text()}")
    build_site(contoh, contoh / "site")
    page = contoh / "site" / "contoh" / "index.html"
    assert found(r'rel="canonical" href="([^"]+)"', page) == f"{ADDRESS}/contoh/"
    build_site(contoh, contoh / "site-offline", offline=True)
    page = contoh / "site-offline" / "contoh" / "index.html"
    assert "contoh.id/peta" not in page.read_text(encoding="utf-8")


def test_an_address_that_is_none_is_refused(contoh: Path) -> None:
    result = CliRunner().invoke(app, ["build", "--proyek", str(contoh), "--site-url", "contoh.id"])
    assert result.exit_code == 2
    assert "https://" in result.output


def test_every_page_says_how_far_to_trust_it(situs: Path) -> None:
    for path in situs.rglob("*.html"):
        footer = found(FOOTER, path)
        for words in ("Bukan publikasi resmi", f"versi {__version__}", "Menemukan kesalahan?"):
            assert words in footer, path
    kendal = found(FOOTER, situs / "kendal" / "peran" / "index.html")
    assert "Peraturan Bupati Kendal Nomor 37 Tahun 2023" in kendal
    assert re.search(r"[\d.]+ kata, 9\d(,\d)?% sama persis dengan sumber", kendal)
    assert re.search(r"\d+ dari \d+ bagan direkonstruksi", kendal)


@pytest.mark.parametrize(
    ("lapor", "tautan"),
    [
        (
            "mailto:org@contoh.id?subject={judul}&body={alamat}",
            lambda page: f"mailto:org@contoh.id?subject={page[0]}&body={page[1]}",
        ),
        ("https://contoh.id/lapor", lambda _page: "https://contoh.id/lapor"),
    ],
)
def test_mistakes_are_reported_where_the_keeper_says(
    lapor: str, tautan: Callable[[tuple[str, str]], str], contoh: Path
) -> None:
    config = contoh / "mkdocs.yml"
    config.write_text(config.read_text().replace('lapor: ""', f'lapor: "{lapor}"'))
    build_site(contoh, contoh / "site", site_url=ADDRESS)
    page = contoh / "site" / "contoh" / "kedudukan" / "index.html"
    link = found(r'href="([^"]+)">Laporkan halaman ini', page)
    title = found(r"<title>(.*?) – Peta Kerja<", page)
    expected = tautan((title, f"{ADDRESS}/contoh/kedudukan/"))
    assert link.replace("%20", " ").replace("%E2%80%93", "–").replace("%3A", ":") == expected


def test_the_version_is_one(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in text
