"""What several tests share: the project's root and a project that is small, whole and its own."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from generator.pipeline import build_site
from tests.suntik_contoh import Suntikan, write_project

ROOT = Path(__file__).parent.parent
# No test measures time: a slow machine is no fault. The same few examples each time;
# PETAKERJA_ACAK=panjang looks for faults that nobody knows yet.
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, database=None)
settings.register_profile("panjang", max_examples=3_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("PETAKERJA_ACAK", "ci"))
# A busy machine makes browsers slow; what will not happen at all is known half a minute later.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project under test."""
    return ROOT


@pytest.fixture
def contoh(tmp_path: Path) -> Path:
    """A project of its own whose only regency is the example, as ``contoh``."""
    return example(tmp_path)


@pytest.fixture(scope="module")
def contoh_bersama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `contoh` gives, for all tests of a module: each puts back what it changes."""
    return example(tmp_path_factory.mktemp("contoh"))


def example(tmp_path: Path) -> Path:
    """Copy what `contoh` gives into a folder, for those who keep it longer than one test."""
    shutil.copytree(ROOT / "regencies" / "_contoh", tmp_path / "regencies" / "contoh")
    shutil.copy(ROOT / "regencies" / "kosakata.yaml", tmp_path / "regencies")
    text = tmp_path / "content" / "peraturan"
    shutil.copytree(ROOT / "content" / "peraturan" / "_contoh", text / "contoh")
    shutil.copytree(ROOT / "site_overrides", tmp_path / "site_overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for page in (ROOT / "content").glob("*.md"):
        shutil.copy(page, tmp_path / "content")
    return tmp_path


@pytest.fixture(scope="session")
def situs(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    out = tmp_path_factory.mktemp("situs") / "site"
    build_site(root, out)
    return out


@pytest.fixture(scope="session")
def situs_luring(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site for file://, built once."""
    out = tmp_path_factory.mktemp("situs") / "site-offline"
    build_site(root, out, offline=True)
    return out


@pytest.fixture(scope="session")
def suntikan(tmp_path_factory: pytest.TempPathFactory) -> Suntikan:
    """Two regencies whose every free text is an attack, built once with all that can be made."""
    folder = example(tmp_path_factory.mktemp("suntikan"))
    write_project(folder)
    build_site(folder, folder / "site", kabar=lambda *_told: None)
    build_site(folder, folder / "luring", offline=True)
    return Suntikan(folder, folder / "site", folder / "luring")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address, with a slash at its end."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def alamat(situs: Path) -> Iterator[str]:
    """The address of the real site on this machine, with a slash at its end."""
    with serving(situs) as address:
        yield address


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """A Chromium of the system; where tests must not be skipped, its lack is a failure."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        if os.environ.get("PETAKERJA_WAJIB"):
            pytest.fail("Chromium tidak ada, padahal uji peramban wajib dijalankan")
        pytest.skip("Chromium tidak ada")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()
