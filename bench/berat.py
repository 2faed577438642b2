"""What a built site weighs, and what a reader loads of it."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.conftest import serving

QUERY = "siapa yang menolak surat permohonan pelibatan"
#: What is under a site's own search.
INDEKS = ("cari/indeks", "search")
#: As many seconds a reader is taken to wait for a page or an answer.
SABAR = 120


@dataclass(frozen=True)
class Berat:
    """Pages and bytes of a site; ``buka`` and ``cari`` are what is sent, compressed.

    ``buka`` is for the first page that a reader opens, ``cari`` for the first search beyond that;
    it is None where the search gave no answer within ``SABAR`` seconds.
    """

    halaman: int
    bita: int
    indeks: int
    buka: int
    cari: int | None


def weigh(site: Path, browser: Browser, search: Callable[[Page, str], bool]) -> Berat:
    """Weigh a site; ``search`` asks its search from the first page, given the site's address.

    It says whether there was an answer.
    """
    files = [path for path in site.rglob("*") if path.is_file()]
    with _loaded(site, browser) as (page, address, sent):
        page.goto(address, wait_until="networkidle")
        opened = set(sent)
        answered = search(page, address)
        searched = set(sent) - opened if answered else None
    return Berat(
        halaman=sum(path.name == "index.html" for path in files),
        bita=sum(path.stat().st_size for path in files),
        indeks=sum(
            path.stat().st_size
            for path in files
            if path.relative_to(site).as_posix().startswith(INDEKS) and path.suffix != ".html"
        ),
        buka=_compressed(opened),
        cari=None if searched is None else _compressed(searched),
    )


def search_ours(page: Page, address: str) -> bool:
    """Ask a question on the page of our search; it has to be answered."""
    page.goto(f"{address}cari/?q={QUERY}", wait_until="networkidle")
    page.locator("#hasil > li").first.wait_for()
    return True


def search_stock(page: Page, _address: str) -> bool:
    """Ask it in the search of the theme, which takes ever longer with the pages."""
    page.evaluate("document.getElementById('__search').click()")
    page.locator("[data-md-component=search-query]").fill(QUERY.split()[-2])
    try:
        page.locator(".md-search-result__item").first.wait_for()
    except PlaywrightTimeout:
        return False
    return True


@contextmanager
def browsing() -> Iterator[Browser]:
    """The Chromium of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@contextmanager
def _loaded(site: Path, browser: Browser) -> Iterator[tuple[Page, str, set[Path]]]:
    """A page, the site's address, and the files that were asked for so far."""
    with serving(site) as address, browser.new_context() as context:
        sent: set[Path] = set()

        def remember(url: str) -> None:
            name = unquote(url.removeprefix(address).partition("?")[0].partition("#")[0])
            path = site / name
            sent.add(path / "index.html" if path.is_dir() else path)

        context.on("request", lambda request: remember(request.url))
        context.set_default_timeout(SABAR * 1000)
        yield context.new_page(), address, sent


def _compressed(paths: set[Path]) -> int:
    return sum(len(gzip.compress(p.read_bytes(), 9, mtime=0)) for p in paths if p.is_file())
