"""The site on a USB stick: an archive that is the same each time and opens without a server."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.arsip import pack, stamp


def _folder(path: Path) -> Path:
    for name, text in (("b/index.html", "dua"), ("index.html", "satu"), (".peta-kerja", "tanda")):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    return path


def test_the_archive_is_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    digests = set()
    for name in ("satu", "dua"):
        target = tmp_path / f"{name}.zip"
        pack(_folder(tmp_path / name), target, date(2026, 11, 22))
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())
        with zipfile.ZipFile(target) as archive:
            assert archive.namelist() == ["peta-kerja/b/index.html", "peta-kerja/index.html"]
            assert archive.infolist()[0].date_time == (2026, 11, 22, 0, 0, 0)
    assert len(digests) == 1


def test_the_time_of_the_files_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert stamp(date(2026, 11, 22)).year == 2023
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert stamp(date(2026, 11, 22)).year == 1980


@pytest.mark.peramban
def test_the_archive_opens_from_a_stick(
    peramban: Browser, situs_luring: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "Flashdisk Bagian Organisasi – sosialisasi é 2026"
    with zipfile.ZipFile(situs_luring.with_name(f"{situs_luring.name}.zip")) as archive:
        archive.extractall(stick)
    page = peramban.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((stick / "peta-kerja" / "index.html").as_uri())
    page.get_by_role("link", name="Kabupaten Kendal").first.click()
    page.get_by_role("link", name="Lampiran").first.click()
    page.locator(".pk-pindah summary").click()
    page.locator(".pk-pindah").get_by_role("link", name="Kota Magelang").click()
    page.wait_for_url("**/magelang/lampiran/index.html")
    page.goto((stick / "peta-kerja" / "kendal" / "peraturan" / "index.html").as_uri())
    page.get_by_label("Loncat ke klausa").fill("ps 11 ay 2")
    page.get_by_label("Loncat ke klausa").press("Enter")
    expect(page.locator("[id='pasal-11-ayat-2']")).to_be_in_viewport()
    assert all(url.startswith(("file:", "data:")) for url in asked)
    assert complaints == []
    page.close()


def test_what_only_a_server_needs_is_not_on_the_stick(situs_luring: Path) -> None:
    assert not (situs_luring / "404.html").exists(), "hanya peladen yang menampilkannya"
    assert not list(situs_luring.rglob("*.map"))
