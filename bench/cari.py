"""Search, measured: `python -m bench.cari [SITE]`, on a built site.

Prints how well the judged queries are answered (recall in the first ten, best hit first), by our
search and by stock Material search over the same pages; how long queries take in Chromium; and how
many bytes a first query loads with the real regencies and with 552 made-up ones.

Stock Material search cannot lead to clauses: both are compared by the page that holds the clause.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

from bench.nilai_cari import (
    TOP,
    Kueri,
    Nilai,
    judge,
    made_up,
    read_documents,
    read_queries,
    run_queries,
    weigh,
)
from tests.conftest import serving

ROOT = Path(__file__).parent.parent
SETS = ("latih", "uji", "uji2")
MANY = 552
QUERY = "siapa yang menolak surat permohonan pelibatan"

_STOCK = """async query => {
    const input = document.querySelector('[data-md-component=search-query]');
    const before = document.querySelector('.md-search-result__meta').textContent;
    input.value = query;
    input.dispatchEvent(new Event('input', {bubbles: true}));
    input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
    await new Promise(done => setTimeout(done, 400));
    return [...document.querySelectorAll('.md-search-result__item > a')].map(a => a.href);
}"""


def main(site: Path) -> None:
    """Measure and print."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        ours = _ours(browser, site)
        stock = _stock(browser, Path(folder))
        _print(ours, stock)
        _sizes(browser, site, Path(folder))
        browser.close()


def _ours(browser: Browser, site: Path) -> dict[str, tuple[Nilai, Nilai]]:
    """Our search: by clauses, and by the pages that hold them."""
    found = {}
    with serving(site) as address:
        page = browser.new_page()
        page.goto(f"{address}cari/")
        for name in SETS:
            queries = read_queries(ROOT / "tests" / "cari" / f"{name}.yaml")
            hits = _pages_of(page, queries)
            found[name] = run_queries(page, queries), judge([q.on_pages() for q in queries], hits)
        page.close()
    return found


def _pages_of(page: Page, queries: Sequence[Kueri]) -> list[list[str]]:
    """The first ten different pages for each query."""
    return [
        list(
            dict.fromkeys(
                page.evaluate(
                    """async ([query, own]) => {
                        const tools = window.__pk_cari_uji;
                        await tools.siap();
                        const found = await tools.cari(query, {daerah: '', jenis: '', milik: own});
                        return found.hasil.slice(0, 60).map(id => tools.alamat(id).split('#')[0]);
                    }""",
                    [query.cari, query.milik],
                )
            )
        )[:TOP]
        for query in queries
    ]


def _stock(browser: Browser, folder: Path) -> dict[str, Nilai]:
    """Material's own search over the same pages, as its reader would use it."""
    config = folder / "mkdocs.yml"
    config.write_text(
        "site_name: Stock\ntheme: {name: material, language: id, font: false}\n"
        "plugins: [{search: {lang: id}}]\n",
        encoding="utf-8",
    )
    options = load_config(
        str(config), docs_dir=str(ROOT / "build" / "docs"), site_dir=str(folder / "stock")
    )
    build(options)
    found = {}
    with serving(folder / "stock") as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate("document.getElementById('__search').click()")
        page.wait_for_timeout(3000)
        for name in SETS:
            queries = read_queries(ROOT / "tests" / "cari" / f"{name}.yaml")
            hits = [
                list(
                    dict.fromkeys(
                        url.removeprefix(address).partition("#")[0].partition("?")[0]
                        for url in page.evaluate(_STOCK, query.cari)
                    )
                )[:TOP]
                for query in queries
            ]
            found[name] = judge([query.on_pages() for query in queries], hits)
        page.close()
    return found


def _print(ours: dict[str, tuple[Nilai, Nilai]], stock: dict[str, Nilai]) -> None:
    print(f"{'set':<8}{'search':<28}{'recall@10':>10}{'best first':>12}{'p95 ms':>8}")
    for name, (clauses, pages) in ours.items():
        rows = (
            ("Peta Kerja, by clause", clauses, f"{clauses.p95:8.1f}"),
            ("Peta Kerja, by page", pages, ""),
            ("stock Material, by page", stock[name], ""),
        )
        for what, result, speed in rows:
            print(f"{name:<8}{what:<28}{result.recall:10.3f}{result.terbaik:12.3f}{speed}")


def _sizes(browser: Browser, site: Path, folder: Path) -> None:
    many = folder / "many"
    for part in ("assets", "cari"):
        shutil.copytree(site / part, many / part)
    shutil.rmtree(many / "cari" / "indeks")
    for name, text in made_up(read_documents(site), (), MANY).items():
        path = many / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for label, place in (("real regencies", site), (f"{MANY} made-up regencies", many)):
        with serving(place) as address:
            page = browser.new_page()
            asked: set[str] = set()
            page.on("request", lambda sent, to=asked: to.add(sent.url.partition("?")[0]))
            page.goto(f"{address}cari/?q={QUERY}")
            page.locator("#hasil > li").first.wait_for()
            sent = [place / url.removeprefix(address) for url in asked if "cari" in url]
            size = weigh([path for path in sent if path.suffix == ".js"])
            print(f"first query, {label}: {size / 1000:.0f} kB compressed, {len(sent)} files")
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
